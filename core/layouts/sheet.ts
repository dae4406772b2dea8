import type { Period } from "../plan/calendar.ts";
import { type Cell, type CellRange, isBlank } from "../plan/cells.ts";
import type { LayoutProblem, LayoutProblemKind, Place } from "./found.ts";

/** A team's range with spaces tidied in its texts, every row equally wide, and its sheet's name where a host knows it. */
export interface Sheet {
  readonly cells: CellRange;
  readonly raw: CellRange;
  readonly height: number;
  readonly width: number;
  readonly name: string;
  /** What a planner has said about the table, beside what its cells say. */
  readonly said: Said;
  /** Titles of the sheet that stand above the range. */
  readonly above: readonly string[];
}

/** A planner's own words about a table: they go before titles and headings. */
export interface Said {
  /** What columns are for, by their plain headings, as headings that we know. */
  readonly headings: ReadonlyMap<string, string>;
  /** What amounts in columns of time count: "Hours", "Days", "Share", "FTE". */
  readonly amounts?: string;
  readonly year?: number;
  /** The days that it is about, where neither its name nor a title says so. */
  readonly period?: Period;
  /** An amount beside several people is theirs together, not each one's. */
  readonly together?: boolean;
  /** Rows without days last as long as their work. */
  readonly ofWork?: boolean;
  /** Answers to questions that a table without them is refused with, by their keys. */
  readonly choices?: ReadonlyMap<string, string>;
}

const NOTHING_SAID: Said = { headings: new Map() };

export function sheetOf(range: CellRange, name = "", said = NOTHING_SAID, above: readonly string[] = []): Sheet {
  const width = range.reduce((most, row) => Math.max(most, row.length), 0);
  const columns = Array.from({ length: width }, (_, column) => column);
  const tidied = range.map((row) => columns.map((column) => tidy(row[column] ?? null)));
  const cells = said.headings.size === 0 ? tidied : renamed(tidied, said.headings);
  return { cells, raw: range, height: range.length, width, name: name.normalize("NFC").trim(), said, above };
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

/** Rows in which a header may stand. */
const HEADER_ROWS = 60;

/** The headings that a planner gave another meaning, in the row that holds most of them and those near it. */
function renamed(cells: CellRange, headings: Said["headings"]): CellRange {
  const counts = cells
    .slice(0, HEADER_ROWS)
    .map((row) => new Set(row.map(headingIn).filter((one) => headings.has(one))));
  const best = counts.reduce((most, one, row) => (one.size > counts[most]!.size ? row : most), 0);
  return cells.map((row, at) => {
    if (Math.abs(at - best) > 3) return row;
    return row.map((cell) => {
      const heading = headingIn(cell);
      return at !== best && counts[best]?.has(heading) ? cell : (headings.get(heading) ?? cell);
    });
  });
}

const headingIn = (cell: Cell): string => (typeof cell === "string" ? plain(cell) : "");

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
