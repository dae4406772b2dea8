import type { Area } from "../../../core/host.ts";
import { a1, a1Range } from "../../../core/sheets/a1.ts";
import type { CellSnapshot, SheetSnapshot, Snapshot } from "../../support/snapshot.ts";
import type { BookState, CellState, ChartState, Place, RuleState, SheetState, Validation } from "./fake/state.ts";

/** Sheets and properties in which Headroom keeps its journal: each host has its own. */
const OWN = /^Headroom journal /;

/** What stands in the stand-in's spreadsheet, in the words that all hosts share. */
export const snapshot = (book: BookState): Snapshot => ({
  sheets: book.sheets.filter(({ name }) => !OWN.test(name)).map((sheet) => sheetSnapshot(book, sheet)),
  names: new Map([...book.names].map(([name, place]) => [name, placeText(book, place)])),
});

const sheetSnapshot = (book: BookState, sheet: SheetState): SheetSnapshot => ({
  name: sheet.name,
  visible: !sheet.hidden,
  cells: new Map(
    [...sheet.cells].flatMap(([key, cell]) => {
      const [row, column] = key.split(",").map(Number);
      const seen = cellSnapshot(book, cell);
      return Object.keys(seen).length === 0 ? [] : [[a1({ row: row! - 1, column: column! - 1 }), seen] as const];
    }),
  ),
  rules: sheet.rules.map(ruleSnapshot),
  charts: sheet.charts.map(chartSnapshot),
  frozen: { rows: sheet.frozenRows, columns: sheet.frozenColumns },
});

function cellSnapshot(book: BookState, cell: CellState): CellSnapshot {
  const { value, formula, format, background, color, bold, link, note, validation } = cell;
  return {
    ...(formula === undefined && value !== undefined && { value }),
    ...(formula !== undefined && { formula }),
    ...(format !== undefined && { format }),
    ...(background !== undefined && { background }),
    ...(color !== undefined && { text: color }),
    ...(bold !== undefined && { bold }),
    ...(link !== undefined && { link: linkText(book, link) }),
    ...(note !== undefined && { note }),
    ...(validation !== undefined && { choices: choicesText(book, validation) }),
  };
}

/** "#gid=3&range=B2" leads to "People!B2". */
function linkText({ sheets }: BookState, link: string): string {
  const [, id, at] = /^#gid=(\d+)&range=(.+)$/.exec(link) ?? [];
  return `${sheets.find((sheet) => sheet.id === Number(id))?.name}!${at}`;
}

/** The words, or the name of the range they come from: Google keeps only where that range was. */
function choicesText(book: BookState, { words, range }: Validation): string {
  if (words) return words.join(", ");
  const where = placeText(book, range!);
  return [...book.names].find(([, place]) => placeText(book, place) === where)?.[0] ?? where;
}

const KINDS = new Map([
  ["NUMBER_LESS_THAN", "below"],
  ["NUMBER_GREATER_THAN", "above"],
  ["NUMBER_BETWEEN", "between"],
]);

const ruleSnapshot = ({ kind, values, background, color, ranges }: RuleState): SheetSnapshot["rules"][number] => ({
  areas: ranges.map(areaText),
  when: { is: KINDS.get(kind) ?? kind, value: values[0]!, ...(values[1] !== undefined && { to: values[1] }) },
  background: background ?? "",
  text: color ?? "",
});

const CHARTS = new Map([
  ["COMBO stacked", "stacked columns with line"],
  ["COLUMN", "columns"],
  ["COLUMN stacked", "waterfall"],
  ["LINE", "lines"],
]);

function chartSnapshot({ type, stacked, ranges, options }: ChartState): SheetSnapshot["charts"][number] {
  const kind = `${type}${stacked ? " stacked" : ""}`;
  const [categories, ...series] = ranges.map(areaText);
  return { kind: CHARTS.get(kind) ?? kind, title: String(options.get("title")), categories: categories!, series };
}

/** From Google's counting, which starts at 1. */
function areaText({ row, column, rows, columns }: Area): string {
  const at = { row: row - 1, column: column - 1, rows, columns };
  return rows === 1 && columns === 1 ? a1(at) : a1Range(at);
}
const placeText = ({ sheets }: BookState, { sheetId, at }: Place): string =>
  `${sheets.find(({ id }) => id === sheetId)?.name}!${areaText(at)}`;
