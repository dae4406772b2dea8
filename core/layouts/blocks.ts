import { type Cell, type CellRange, isBlank, isBlankRow } from "../plan/cells.ts";
import { unitOf } from "./amounts.ts";
import { besideIn } from "./beside.ts";
import { type Known, knownRole, rolesIn } from "./headers.ts";
import { labelOf } from "./labels.ts";
import { plain } from "./sheet.ts";
import { saysActual } from "./versions.ts";
import type { Role } from "./vocabulary.ts";

/** One of several tables that stand below each other or side by side in a range. */
export interface Block {
  /** Zero-based row of the range in which it starts. */
  readonly row: number;
  /** Zero-based column in which it starts; 0 where nothing stands to its left. */
  readonly column: number;
  /** The column in which the next table to its right starts; null where there is none. */
  readonly end: number | null;
  /** Its rows. What stands beside it is blank here, so that its columns are those of the range. */
  readonly cells: CellRange;
  /** Titles above the first of them, which hold for all. */
  readonly above: readonly string[];
}

const MOST_ROWS = 20_000;

const NONE: ReadonlySet<number> = new Set();

/** The tables in a range: each starts with its own header row, below another table or beside it. `heads` are rows known to be headers. */
export function blocksIn(cells: CellRange, heads: ReadonlySet<number> = NONE): readonly Block[] {
  const known: Known = new Map();
  const headers = headersIn(cells, heads, known);
  return belowEachOther(cells, headers).flatMap((block, i) => {
    const header = headers[i];
    if (header === undefined) return [block];
    const beside = besideIn(block.cells, header - block.row, known);
    if (beside.length < 2) return [block];
    return beside.flatMap(({ column, end, cells: own, above }) =>
      blocksIn(own).map((one) => ({
        ...one,
        row: block.row + one.row,
        column: Math.max(column, one.column),
        end: one.end ?? end,
        above: [...block.above, ...above, ...one.above],
      })),
    );
  });
}

/** The header rows of tables below each other. */
function headersIn(cells: CellRange, heads: ReadonlySet<number>, known: Known): readonly number[] {
  const headers: number[] = [];
  for (let row = 0; row < Math.min(cells.length, MOST_ROWS); row++) {
    const last = headers.at(-1);
    if (heads.has(row)) headers.push(row);
    if (heads.has(row) || !isHeader(cells[row]!, known)) continue;
    if (last === undefined || (hasRows(cells, last, row, known) && startsAnew(cells, row, last, known)))
      headers.push(row);
  }
  return headers;
}

function belowEachOther(cells: CellRange, headers: readonly number[]): readonly Block[] {
  const [first] = headers;
  if (first === undefined || headers.length < 2) return [{ row: 0, column: 0, end: null, cells, above: [] }];
  const above = cells
    .slice(0, first)
    .flatMap((row) => row.filter((cell) => typeof cell === "string" && !isBlank(cell)));
  const starts = headers.map((row, i) => (i === 0 ? 0 : topOf(cells, row, headers[i - 1]! + 1)));
  return starts.map((row, i) => ({
    row,
    column: 0,
    end: null,
    cells: cells.slice(row, starts[i + 1]),
    above: i === 0 ? [] : above.map(String),
  }));
}

const filledIn = (row: readonly Cell[] | undefined): readonly Cell[] => (row ?? []).filter((cell) => !isBlank(cell));

/** A row of a table, not a blank one, a title or a group's name, nor part of a header. */
const isData = (row: readonly Cell[] | undefined): boolean => {
  const filled = filledIn(row);
  return filled.length > 1 && !filled.every((cell) => typeof cell !== "number" && labelOf(cell) !== null);
};

/** Headings only, a person among them, and another one that we know or columns of time. */
export function isHeader(row: readonly Cell[], known: Known): boolean {
  if (row.some(isAmount)) return false;
  const roles = new Set<Role>();
  let people = 0;
  for (const cell of row) {
    const role = typeof cell === "string" && cell !== "" ? knownRole(cell, known) : null;
    if (role === null) continue;
    roles.add(role);
    if (role === "person") people += 1;
  }
  if (!roles.has("person") && !roles.has("last name")) return false;
  const filled = filledIn(row);
  return filled.length > 1 && (roles.size > 1 || people > 1 || labelsIn(filled) > 2);
}

/** A number, or one with its unit: a row with "4 h" in it is one of a table, also where headings of another table begin beside it. */
const isAmount = (cell: Cell): boolean =>
  typeof cell === "number"
    ? cell < 20_000
    : typeof cell === "string" &&
      (/^\d+,\d+$/.test(cell.trim()) || unitOf(/^\d+(?:[.,]\d+)? ?(.+)$/.exec(cell.trim())?.[1] ?? "") !== null);

const labelsIn = (filled: readonly Cell[]): number => filled.filter((cell) => labelOf(cell) !== null).length;

/** Do rows of the first table stand between two headers, and not only more of its header? They have something under what names them. */
function hasRows(cells: CellRange, header: number, next: number, known: Known): boolean {
  const names = rolesIn(cells[header]!, known).flatMap((role, column) => (role === null ? [] : [column]));
  return cells
    .slice(header + 1, next)
    .some((row) => isData(row) && names.some((column) => !isBlank(row[column] ?? null)));
}

/** A header below a table's rows starts another table where a blank row or a title stands above it, or its headings are those of a header again. */
function startsAnew(cells: CellRange, row: number, last: number, known: Known): boolean {
  if (isRepeated(cells, row, last)) return false;
  if (!isData(cells[row - 1]) || labelsIn(filledIn(cells[row])) > 1) return true;
  const person = rolesIn(cells[last]!, known).indexOf("person");
  return person >= 0 && wordsOf(cells[row]![person]) === wordsOf(cells[last]![person]);
}

const wordsOf = (cell: Cell | undefined): string => plain(String(cell ?? ""));

/** The same headings once more go on with the same table, as on printed pages; a title with figures in it (a year) starts another. */
function isRepeated(cells: CellRange, row: number, header: number): boolean {
  const [one, other] = [cells[row]!, cells[header]!];
  if (one.length !== other.length || one.some((cell, at) => cell !== other[at])) return false;
  const above = cells.slice(topOf(cells, row, header + 1), row).flatMap(filledIn);
  return !above.some((cell) => /\d/.test(String(cell)) || saysActual(String(cell)));
}

/** Titles and months that stand right above a header belong to it. */
function topOf(cells: CellRange, header: number, least: number): number {
  let top = header;
  while (top > least && !isBlankRow(cells[top - 1]) && !isData(cells[top - 1])) top -= 1;
  return top;
}
