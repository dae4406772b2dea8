import type { SheetOp } from "../../core/sheets/ops.ts";
import { removeChart, setChart } from "./charts.ts";
import { choose } from "./choices.ts";
import { clear } from "./clear.ts";
import { addLinks } from "./links.ts";
import { own, warnings } from "./names.ts";
import { paint } from "./paint.ts";
import { addRules } from "./rules.ts";
import { type Desk, openSheet, rangeOf, type Stage } from "./stage.ts";
import { write } from "./write.ts";

type Op<K extends SheetOp["do"]> = Extract<SheetOp, { do: K }>;
/** Verbs that read before they write take all that follow one another, because each change of direction costs a round trip. */
type Group = "rule" | "link";
const TOGETHER: { readonly [K in Group]: (stage: Stage, ops: readonly Op<K>[]) => void } = {
  rule: ({ sheet }, ops) => addRules(sheet, ops),
  link: addLinks,
};

/** What each operation is in Google Sheets. */
const APPLY: { readonly [K in Exclude<SheetOp["do"], Group>]: (stage: Stage, op: Op<K>) => void } = {
  open: () => {}, // done where operations are told apart: it decides the stage
  show: ({ sheet }, { visible }) => void (visible ? sheet.showSheet() : sheet.hideSheet()),
  clear: ({ sheet }, { at }) => clear(sheet, at),
  format: ({ sheet }, { at, pattern }) => void rangeOf(sheet, at).setNumberFormat(pattern),
  write: ({ sheet }, { at, cells }) => write(sheet, at, cells),
  own,
  paint: ({ sheet }, { at, look }) => paint(rangeOf(sheet, at), look),
  note: ({ sheet }, { at, text }) => void rangeOf(sheet, { ...at, rows: 1, columns: 1 }).setNote(text),
  choose,
  chart: setChart,
  unchart: ({ book }, { name }) => removeChart(book, name),
  freeze: ({ sheet }, { rows, columns }) => {
    sheet.setFrozenRows(rows);
    sheet.setFrozenColumns(columns);
  },
  page: () => {}, // Google lets no script say how a sheet prints
  width: ({ sheet }, { column, characters }) => {
    rangeOf(sheet, { row: 0, column, rows: 1, columns: Math.max(1, characters.length) });
    characters.forEach((count, i) => {
      sheet.setColumnWidth(column + i + 1, Math.round(count * PIXELS_A_CHARACTER) + PADDING);
    });
  },
};

const PIXELS_A_CHARACTER = 7;
const PADDING = 10;

/** Do these operations in order. */
export function apply(desk: Desk, ops: readonly SheetOp[]): void {
  const warned = warnings(desk.book);
  let stage: Stage | undefined;
  for (const run of runs(ops)) {
    const [op] = run;
    if (op.do === "open") stage = { ...desk, warned, sheet: openSheet(desk, op.sheet, op.hidden) };
    if (stage === undefined) throw new RangeError(`"${op.do}" needs an open sheet before it.`);
    if (isGrouped(op)) (TOGETHER[op.do] as (stage: Stage, ops: readonly SheetOp[]) => void)(stage, run);
    else (APPLY[op.do] as (stage: Stage, op: SheetOp) => void)(stage, op);
  }
}

const isGrouped = (op: SheetOp): op is Op<Group> => op.do in TOGETHER;

type Run = readonly [SheetOp, ...SheetOp[]];

/** Operations one by one, but those that are done together with their neighbours of the same kind. */
function runs(ops: readonly SheetOp[]): readonly Run[] {
  const all: [SheetOp, ...SheetOp[]][] = [];
  for (const op of ops) {
    const last = all[all.length - 1];
    if (last && isGrouped(op) && last[0].do === op.do) last.push(op);
    else all.push([op]);
  }
  return all;
}
