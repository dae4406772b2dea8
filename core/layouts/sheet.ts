import { type Cell, type CellRange, isBlank } from "../plan/cells.ts";
import type { LayoutProblem, LayoutProblemKind, Place } from "./found.ts";

/** A team's range with spaces tidied in its texts, every row equally wide, and its sheet's name where a host knows it. */
export interface Sheet {
  readonly cells: CellRange;
  readonly raw: CellRange;
  readonly height: number;
  readonly width: number;
  readonly name: string;
}

export function sheetOf(range: CellRange, name = ""): Sheet {
  const width = range.reduce((most, row) => Math.max(most, row.length), 0);
  const columns = Array.from({ length: width }, (_, column) => column);
  const cells = range.map((row) => columns.map((column) => tidy(row[column] ?? null)));
  return { cells, raw: range, height: range.length, width, name: name.normalize("NFC").trim() };
}

export const at = (sheet: Sheet, row: number, column: number): Cell => sheet.cells[row]?.[column] ?? null;

/** The text of a cell, or "" when it holds none. */
export function textAt(sheet: Sheet, row: number, column: number): string {
  const cell = at(sheet, row, column);
  return typeof cell === "string" ? cell : "";
}

/** The columns of a row that hold something. */
export const filled = (sheet: Sheet, row: number): readonly number[] =>
  (sheet.cells[row] ?? []).flatMap((cell, column) => (isBlank(cell) ? [] : [column]));

export const isEmptyRow = (sheet: Sheet, row: number): boolean => filled(sheet, row).length === 0;

/** Whole numbers from the first to the last, both included. */
export const span = (first: number, last: number): readonly number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);

/** Texts without accents, case and punctuation, so that "Début", "debut" and "DEBUT :" are one word. */
export const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%#]+/gu, " ")
    .trim();

const ERROR = /^#(N\/A|REF|VALUE|DIV\/0|NUM|NAME|NULL|SPILL|CALC|ERROR|BAD_EXPR|CYCLE)[!?]?$/i;

/** What a failed formula leaves in a cell. */
export const isError = (cell: Cell): boolean => typeof cell === "string" && ERROR.test(cell);

type Says = readonly [why: string, hint: string];

/** Read in a way that the planner should know about. */
export const warning = (sheet: Sheet, place: Place, kind: LayoutProblemKind, says: Says): LayoutProblem =>
  problem(sheet, place, kind, says, "warning");

/** Left out of the table. */
export const leftOut = (sheet: Sheet, place: Place, kind: LayoutProblemKind, says: Says): LayoutProblem =>
  problem(sheet, place, kind, says, "error");

function problem(
  sheet: Sheet,
  { row, column }: Place,
  kind: LayoutProblemKind,
  [why, hint]: Says,
  severity: "error" | "warning",
): LayoutProblem {
  return { row, column, value: sheet.raw[row]?.[column] ?? null, kind, why, hint, severity };
}

function tidy(cell: Cell): Cell {
  if (typeof cell !== "string") return cell;
  const text = cell
    .normalize("NFC")
    .replace(/^\ufeff/, "")
    .replace(/\s+/g, " ")
    .trim();
  return text === "" ? null : text;
}
