import { LOOKS } from "../../core/sheets/looks.ts";
import type { SheetOp } from "../../core/sheets/ops.ts";
import { quoted, referenceTo } from "../address.ts";
import { type Desk, knownOf, queue } from "../desk.ts";
import { sheetOf } from "../known.ts";
import { removeChart, setChart } from "./charts.ts";
import { choose, hint } from "./choices.ts";
import { rangeOf } from "./range.ts";
import { addRule } from "./rules.ts";
import { openSheet, type Stage } from "./stage.ts";
import { typed } from "./text.ts";
import { show } from "./visibility.ts";

type Verbs = { readonly [K in SheetOp["do"]]: (stage: Stage, op: Extract<SheetOp, { do: K }>) => void | Promise<void> };

/** What each operation is in Excel. */
const APPLY: Verbs = {
  open: () => {}, // done where operations are told apart: it decides the stage
  show: ({ desk, seen }, { visible }) => show(desk, seen, visible),
  clear: ({ desk, seen }, { at }) => {
    const range = rangeOf(seen.sheet, at);
    range.clear("RemoveHyperlinks");
    range.clear("All");
    range.conditionalFormats.clearAll();
    range.dataValidation.clear();
    const cells = Array.from({ length: at.rows }, () => Array.from({ length: at.columns }, () => null));
    desk.written.push({ sheet: seen.name, at, cells });
  },
  format: ({ seen }, { at, pattern }) => {
    rangeOf(seen.sheet, at).set({ numberFormat: forAll(pattern) });
  },
  write: ({ desk, seen }, { at, cells }) => {
    rangeOf(seen.sheet, at).formulas = cells.map((line) => line.map(typed));
    desk.written.push({ sheet: seen.name, at, cells });
  },
  own: ({ desk, known, seen }, { name, at }) => {
    const item = known.names.get(name);
    if (at === null) {
      item?.delete();
      known.names.delete(name);
    } else if (item) item.formula = referenceTo({ sheet: seen.name, at });
    else known.names.set(name, desk.context.workbook.names.add(name, rangeOf(seen.sheet, at)));
  },
  paint: ({ seen }, { at, look }) => {
    const { format } = rangeOf(seen.sheet, at);
    const { fill, font } = format;
    const { background, text, bold, size, align } = LOOKS[look];
    if (background === "#ffffff") fill.clear();
    else fill.color = background;
    font.color = text;
    font.bold = bold;
    if (size !== undefined) font.size = size;
    if (align !== undefined) format.horizontalAlignment = align === "left" ? "Left" : "Right";
  },
  rule: ({ seen }, op) => addRule(seen.sheet, op),
  link: ({ known, seen }, { at, sheet, a1 }) => {
    if (!sheetOf(known, sheet)) return; // a link to a sheet that is not made would lead nowhere
    const documentReference = `${quoted(sheet)}!${a1}`;
    rangeOf(seen.sheet, at).hyperlink = { documentReference, screenTip: `Go to ${sheet}, ${a1}` };
  },
  note: ({ seen }, { at, text }) => hint(rangeOf(seen.sheet, { ...at, rows: 1, columns: 1 }), text),
  choose: ({ seen }, op) => choose(rangeOf(seen.sheet, op.at), op),
  chart: setChart,
  unchart: removeChart,
  freeze: ({ seen }, { rows, columns }) => {
    const { freezePanes } = seen.sheet;
    if (rows > 0 && columns > 0) freezePanes.freezeAt(rangeOf(seen.sheet, { row: 0, column: 0, rows, columns }));
    else if (rows > 0) freezePanes.freezeRows(rows);
    else if (columns > 0) freezePanes.freezeColumns(columns);
    else freezePanes.unfreeze();
  },
  page: ({ seen }, { at, headingRow, breaks }) => {
    const { pageLayout, horizontalPageBreaks } = seen.sheet;
    pageLayout.orientation = "Landscape";
    pageLayout.zoom = { horizontalFitToPages: 1 };
    pageLayout.setPrintArea(rangeOf(seen.sheet, at));
    pageLayout.setPrintTitleRows(rangeOf(seen.sheet, { ...at, row: headingRow, rows: 1 }));
    horizontalPageBreaks.removePageBreaks();
    for (const row of breaks) horizontalPageBreaks.add(`A${row + 1}`);
    pageLayout.headersFooters.defaultForAllPages.set({ leftFooter: "&A", rightFooter: "&P / &N" });
  },
  width: ({ seen }, { column, characters }) => {
    characters.forEach((count, i) => {
      const at = { row: 0, column: column + i, rows: 1, columns: 1 };
      rangeOf(seen.sheet, at).getEntireColumn().format.columnWidth = pointsOf(count);
    });
  },
};

/** Excel measures columns in points; a character has 7 pixels and a column 10 more. */
const pointsOf = (characters: number): number => (characters * 7 + 10) * 0.75;

/** One value for each cell of a range: Excel takes it, its typings want a matrix. */
const forAll = (value: string): string[][] => value as unknown as string[][];

/** Queue these operations, in order; nothing is sent unless more waits than fits. */
export async function apply(desk: Desk, ops: readonly SheetOp[]): Promise<void> {
  const known = await knownOf(desk);
  let seen: Stage["seen"] | undefined;
  for (const op of ops.flatMap(fitting)) {
    await queue(desk, sizeOf(op));
    if (op.do === "open") seen = openSheet(desk, known, op.sheet);
    if (seen === undefined) throw new RangeError(`"${op.do}" needs an open sheet before it.`);
    await (APPLY[op.do] as (stage: Stage, op: SheetOp) => void | Promise<void>)({ desk, known, seen }, op);
  }
}

const MOST_CELLS = 20_000;
/** What an operation without cells costs, and about what office.js adds to each. */
const OVERHEAD = 600;

/** A large rectangle is written in several pieces, so that each fits into a batch. */
function fitting(op: SheetOp): SheetOp[] {
  if (op.do !== "write" || op.at.rows * op.at.columns <= MOST_CELLS) return [op];
  const rows = Math.max(1, Math.floor(MOST_CELLS / op.at.columns));
  const pieces: SheetOp[] = [];
  for (let row = 0; row < op.at.rows; row += rows) {
    const cells = op.cells.slice(row, row + rows);
    pieces.push({ do: "write", at: { ...op.at, row: op.at.row + row, rows: cells.length }, cells });
  }
  return pieces;
}

function sizeOf(op: SheetOp): number {
  if (op.do === "write") return JSON.stringify(op.cells).length + OVERHEAD;
  return op.do === "width" ? op.characters.length * OVERHEAD : OVERHEAD;
}
