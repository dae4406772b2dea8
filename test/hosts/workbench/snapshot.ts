import type { Getters, Model } from "../../../workbench/engine.ts";
import { helpers } from "../../../workbench/engine.ts";
import { linkIn } from "../../../workbench/sheet/links.ts";
import { areaOf, xc } from "../../../workbench/sheet/places.ts";
import { remarks } from "../../../workbench/sheet/remarks.ts";
import type { CellSnapshot, SheetSnapshot, Snapshot } from "../../support/snapshot.ts";

/** Sheets in which Headroom keeps its journal: each host has its own. */
const OWN = /^Headroom journal/;

/** What stands in a workbook of the workbench, in the words that all hosts share. */
export function snapshot({ getters }: Model): Snapshot {
  const ids = getters.getSheetIds().filter((id) => !OWN.test(getters.getSheetName(id)));
  return {
    sheets: ids.map((id) => sheetIn(getters, id)),
    names: new Map(
      getters
        .getNamedRanges()
        .map(({ name, range }) => [name, `${getters.getSheetName(range.sheetId)}!${xc(areaOf(range.zone))}`]),
    ),
  };
}

function sheetIn(getters: Getters, sheetId: string): SheetSnapshot {
  const cells = new Map<string, CellSnapshot>();
  const add = (xc: string, part: CellSnapshot) => {
    if (Object.keys(part).length > 0) cells.set(xc, { ...cells.get(xc), ...part });
  };
  for (const cell of getters.getCells(sheetId)) {
    const { col, row } = getters.getCellPosition(cell.id);
    add(helpers.toXC(col, row), cellIn(getters, { sheetId, col, row }));
  }
  for (const { range, text } of remarks(getters).getHeadroomNotes()) {
    if (range.sheetId === sheetId) add(xc(areaOf(range.zone)), { note: text });
  }
  for (const { ranges, criterion } of getters.getDataValidationRules(sheetId)) {
    const choices = choicesIn(getters, criterion.values);
    for (const { zone } of ranges) {
      for (let row = zone.top; row <= zone.bottom; row++) {
        for (let col = zone.left; col <= zone.right; col++) add(helpers.toXC(col, row), { choices });
      }
    }
  }
  const { xSplit, ySplit } = getters.getPaneDivisions(sheetId);
  return {
    name: getters.getSheetName(sheetId),
    visible: getters.isSheetVisible(sheetId),
    cells,
    rules: getters.getConditionalFormats(sheetId).map(ruleIn),
    charts: getters.getChartIds(sheetId).map((id) => chartIn(getters, id)),
    frozen: { rows: ySplit, columns: xSplit },
  };
}

type Position = Parameters<Getters["getCell"]>[0];

function cellIn(getters: Getters, position: Position): CellSnapshot {
  const cell = getters.getCell(position)!;
  const { fillColor, textColor, bold } = cell.style ?? {};
  const { value: shown, link: looksLikeLink } = getters.getEvaluatedCell(position);
  const link = cell.isFormula ? null : linkIn(cell.content);
  // Of a text that looks like a link the engine shows the label only; it holds all of it.
  const value = looksLikeLink && !link && !cell.isFormula ? cell.content : shown;
  return {
    ...(cell.isFormula && { formula: getters.getCellText(position, { showFormula: true }) }),
    ...(!cell.isFormula && value !== null && value !== "" && { value }),
    ...(cell.format && { format: cell.format }),
    ...(fillColor && { background: fillColor }),
    ...(textColor && { text: textColor }),
    ...(bold !== undefined && { bold }),
    ...(link && { link: `${getters.getSheetName(link.sheetId)}!${link.a1}` }),
  };
}

/** The words, or the name of the range they come from: the engine keeps only where that range was. */
function choicesIn(getters: Getters, values: readonly string[]): string {
  const [first = ""] = values;
  const named = getters.getNamedRanges().find(({ range }) => getters.getRangeString(range, "") === first);
  return named?.name ?? values.join(", ");
}

const WORDS = new Map([
  ["isLessThan", "below"],
  ["isGreaterThan", "above"],
  ["isBetween", "between"],
]);

function ruleIn({
  ranges,
  rule,
}: ReturnType<Getters["getConditionalFormats"]>[number]): SheetSnapshot["rules"][number] {
  if (rule.type !== "CellIsRule") throw new Error(`A rule of type ${rule.type} is not ours.`);
  const [value, to] = rule.values.map(Number);
  return {
    areas: ranges,
    when: { is: WORDS.get(rule.operator) ?? rule.operator, value: value!, ...(to !== undefined && { to }) },
    background: rule.style.fillColor ?? "",
    text: rule.style.textColor ?? "",
  };
}

const KINDS = new Map([
  ["combo", "stacked columns with line"],
  ["bar", "columns"],
  ["line", "lines"],
]);

interface Definition {
  readonly type: string;
  readonly stacked?: boolean;
  readonly title: { readonly text?: string };
  readonly dataSource: { readonly dataSets: readonly { readonly dataRange: string }[]; readonly labelRange?: string };
}

function chartIn(getters: Getters, id: string): SheetSnapshot["charts"][number] {
  const { type, stacked, title, dataSource } = getters.getChartDefinition(id) as unknown as Definition;
  return {
    kind: type === "bar" && stacked ? "waterfall" : (KINDS.get(type) ?? type),
    title: title.text ?? "",
    categories: dataSource.labelRange ?? "",
    series: dataSource.dataSets.map(({ dataRange }) => dataRange),
  };
}
