import type { LayoutProblemKind } from "../layouts/found.ts";
import { type Place, PROBLEM_CODES, type Problem, type ProblemCode } from "../problems.ts";
import { FIRST_READABLE_DAY } from "../schema.ts";
import { dayNumber } from "../units.ts";
import { cellAddress, columnLetters } from "./address.ts";
import { isoDate } from "./calendar.ts";
import { type Cell, shown } from "./cells.ts";
import type { Complaint } from "./complaint.ts";
import { COSTS } from "./money-tables.ts";
import { LAST_DAY } from "./plan.ts";
import { EXCLUDED, partOfRow, type Rows } from "./rows.ts";
import type { Part } from "./sources.ts";
import type { Table } from "./table.ts";
import { TABLES } from "./tables.ts";

/** A cell of a table: its row among all rows of the table, and its column's key. */
export interface Spot {
  readonly rows: Rows;
  readonly index: number;
  readonly key: string;
}

/** Problems as they are found, each with the order in which planners read them: by table, then row, then column. */
export interface Findings {
  readonly found: { readonly problem: Problem; readonly order: number; readonly others?: readonly Place[] }[];
}

/** Note a problem of a row. An error leaves the row out. */
export function complain(findings: Findings, spot: Spot, complaint: Complaint, ...others: readonly Spot[]): void {
  const { rows, index, key } = spot;
  if (PROBLEM_CODES[complaint.code].severity === "error") rows.state[index] = EXCLUDED;
  const { kind, secret } = rows.table.columns[key]!;
  const seen = quoted(cellAt(spot), kind);
  const isMisplaced = !secret && mayBeAmount(rows.table, cellAt(spot), kind);
  const value = secret || isMisplaced ? HIDDEN : seen;
  const at = [spot, ...others].map(placeAt);
  const part = partAt(spot);
  const position = part.columns.get(key) ?? 0;
  const { mend: instead, ...said } = secret
    ? withoutFigures(complaint, "Maybe look at this cell: it must be an amount of 0 or more, as a number only.")
    : isMisplaced
      ? withoutFigures(complaint, "Maybe look at this cell: it may hold what belongs in another column.")
      : complaint;
  // A cell of a team's own layout may say several things at once.
  const mend = instead === undefined || part.layout ? {} : { mend: { place: at[0]!, value: instead } };
  note(findings, { ...said, at, value, ...mend }, orderOf(rows.table.name, index + 1, position));
}

/** Leaves rows out for the reason that was noted last, without naming each of them there. */
export function leaveOutToo({ found }: Findings, spots: readonly Spot[]): void {
  for (const { rows, index } of spots) rows.state[index] = EXCLUDED;
  const last = found.pop();
  if (last !== undefined) found.push({ ...last, others: spots.map(placeAt) });
}

/** Note a problem of a cell in a column that the table does not read; an error leaves its row out. */
export function complainBeside(
  findings: Findings,
  rows: Rows,
  index: number,
  column: number,
  { code, why, hint }: Complaint,
): void {
  if (PROBLEM_CODES[code].severity === "error") rows.state[index] = EXCLUDED;
  const spot = { rows, index, key: "" };
  const part = partAt(spot);
  const row = rowIn(spot);
  const cell = part.cells[row]?.[column] ?? null;
  const at = [place(part, row, column, shown(part.cells[part.header]?.[column]))];
  const value = mayBeAmount(rows.table, cell, "raw") ? HIDDEN : shown(cell);
  note(findings, { code, why, hint, at, value }, orderOf(rows.table.name, index + 1, column));
}

const HIDDEN = "(hidden)";

/** What a cost is, or could be, is not said; only what is wrong with it. */
const withoutFigures = ({ code, why, hint }: Complaint, instead: string): Complaint => ({
  code,
  why: /\d/.test(why) ? PROBLEM_CODES[code].about : why,
  hint: /\d/.test(hint) ? instead : hint,
});

/**
 * Whether a cell of a table of money may hold an amount that was typed into another column. Of costs every figure may; of rates and
 * fees what is a number, or text with nothing but a figure and a currency in it. A day as it should be is none.
 */
function mayBeAmount(table: Table, cell: Cell, kind: string): boolean {
  if (!Object.values(table.columns).some(({ secret }) => secret)) return false;
  if (table === COSTS) return /\d/.test(shown(cell));
  if (typeof cell === "number") return !(kind === "day" && cell >= FIRST_READABLE_DAY && cell <= LATEST_USUAL_DAY);
  return AMOUNT.test(shown(cell)) && !DAY.test(shown(cell));
}
/** 2035-12-31: a later day is as likely an amount. */
const LATEST_USUAL_DAY = 49674;
const AMOUNT = /^[^\p{L}]*(?:\p{L}{3})?[^\p{L}]*\d[^\p{L}]*(?:\p{L}{3})?[^\p{L}]*$/u;
const DAY = /^\s*(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})\b/;

/** Days are numbers inside a spreadsheet, but not to the planner who sees them. */
function quoted(cell: Cell, kind: string): string {
  const isDay =
    (kind === "day" || kind === "moment") && typeof cell === "number" && cell >= FIRST_READABLE_DAY && cell <= LAST_DAY;
  return isDay ? isoDate(dayNumber(Math.floor(cell))) : shown(cell);
}

/** Note what a team's own layout says about its cells. */
export function complainOfLayout(findings: Findings, part: Part, first: number): void {
  for (const { row, column, value, kind, why, hint, severity } of part.layout?.problems ?? []) {
    const code = severity === "warning" ? "HR-138" : (LAYOUT_CODES.get(kind) ?? "HR-101");
    const at = [placeIn(part, row, column, letterOf(column))];
    note(findings, { code, at, value: shown(value), why, hint }, orderOf(part.table.name, first + row + 1, column));
  }
}

const LAYOUT_CODES: ReadonlyMap<LayoutProblemKind, ProblemCode> = new Map([
  ["date-as-text", "HR-111"],
  ["date-far", "HR-111"],
  ["date-impossible", "HR-111"],
  ["date-missing", "HR-111"],
  ["dates-missing", "HR-111"],
  ["leave-without-dates", "HR-111"],
  ["year-missing", "HR-111"],
  ["date-order-open", "HR-112"],
  ["ends-before-start", "HR-114"],
  ["error-value", "HR-141"],
  ["heading-repeated", "HR-132"],
  ["number-open", "HR-102"],
  ["too-much", "HR-103"],
  ["name-open", "HR-108"],
  ["person-missing", "HR-108"],
  ["two-people-in-a-cell", "HR-108"],
  ["same-person-twice", "HR-121"],
  ["status-off", "HR-316"],
  ["row-nameless", "HR-280"],
  ["row-computed", "HR-281"],
  ["row-version", "HR-288"],
  ["column-overlooked", "HR-268"],
  ["header-again", "HR-277"],
  ["unknown-key", "HR-106"],
  ["unknown-weekday", "HR-106"],
]);

/** Note a problem of a whole range. */
export function complainOfPart(findings: Findings, part: Part, complaint: Complaint, columns: readonly number[]): void {
  const { code, why, hint } = complaint;
  const places = columns.length === 0 ? [place(part, part.header, null, "")] : [];
  const at = [
    ...places,
    ...columns.map((column) => place(part, part.header, column, shown(part.cells[part.header]?.[column]))),
  ];
  note(findings, { code, why, hint, at, value: "" }, orderOf(part.table.name, 0, 0));
}

export function note(findings: Findings, { code, at, value, why, hint, mend }: Problem, order: number): void {
  findings.found.push({ problem: { code, at, value, why, hint, ...(mend ? { mend } : {}) }, order });
}

/** All problems, by table in the plan's order, then by row. */
export const inOrder = ({ found }: Findings): readonly Problem[] =>
  [...found].sort((a, b) => a.order - b.order).map(({ problem }) => problem);

const ROWS = 1e8;
const COLUMNS = 1e4;

export const orderOf = (table: string, row: number, column: number): number =>
  (TABLES.findIndex(({ name }) => name === table) * ROWS + row) * COLUMNS + Math.min(column, COLUMNS - 1);

/** The cell as it was given. */
export function cellAt(spot: Spot): Cell {
  const part = partAt(spot);
  const column = part.columns.get(spot.key);
  return column === undefined ? null : (part.cells[rowIn(spot)]?.[column] ?? null);
}

export function placeAt(spot: Spot): Place {
  const part = partAt(spot);
  const column = part.columns.get(spot.key) ?? null;
  const heading = column === null ? part.table.columns[spot.key]?.heading : shown(part.cells[part.header]?.[column]);
  return place(part, rowIn(spot), column, heading ?? "");
}

/** A column's heading as it was typed; "" where the range lacks it. */
export function headingAt(spot: Spot): string {
  const part = partAt(spot);
  const column = part.columns.get(spot.key);
  return column === undefined ? "" : shown(part.cells[part.header]?.[column]);
}

/** The range that a cell stands in. */
export const partAt = ({ rows, index }: Spot): Part => rows.parts[partOfRow(rows, index)]!;

/** Zero-based row of a spot in the cells of its part. */
function rowIn({ rows, index }: Spot): number {
  const part = partOfRow(rows, index);
  return rows.parts[part]!.header + 1 + index - rows.starts[part]!;
}

/** A place in what the planner gave; with the cell's address when the sheet is known. */
function place(part: Part, row: number, column: number | null, heading: string): Place {
  if (!part.layout) return placeIn(part, row, column ?? 0, heading);
  const { row: line, column: at } = part.layout.places[row - part.header - 1] ?? { row: 0, column: 0 };
  return placeIn(part, line, at, letterOf(at));
}

/** A team's own layout has other headings than ours, so that its columns go by their letters. */
const letterOf = (column: number): string => `column ${columnLetters(column)}`;

/** A place in the range that the planner gave. */
function placeIn({ source, table }: Part, row: number, column: number, heading: string): Place {
  const at = { table: table.name, row: row + 1 + (source.skipped ?? 0), column: heading };
  const { sheet, row: top, column: left } = source;
  if (sheet === undefined) return at;
  if (top === undefined || left === undefined) return { ...at, sheet };
  return { ...at, sheet, a1: cellAddress(top + row, left + column) };
}
