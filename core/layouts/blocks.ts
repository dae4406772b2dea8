import { type Cell, type CellRange, isBlank, isBlankRow } from "../plan/cells.ts";
import { labelOf } from "./labels.ts";
import { roleOf } from "./vocabulary.ts";

/** One of several tables that stand below each other in a range. */
export interface Block {
  /** Zero-based row of the range in which it starts. */
  readonly row: number;
  readonly cells: CellRange;
  /** Titles above the first of them, which hold for all. */
  readonly above: readonly string[];
}

/** Rows of one header, at most. */
const HEADER = 3;
const MOST_ROWS = 20_000;

/** The tables below each other in a range: each starts with its own header row, after a blank row or a title. */
export function blocksIn(cells: CellRange): readonly Block[] {
  const headers: number[] = [];
  const known: Known = new Map();
  for (let row = 0; row < Math.min(cells.length, MOST_ROWS); row++) {
    const last = headers.at(-1);
    if (!isHeader(cells[row]!, known)) continue;
    if (last === undefined) headers.push(row);
    else if (row - last > HEADER && !isData(cells[row - 1]) && !isRepeated(cells, row, last)) headers.push(row);
  }
  const [first] = headers;
  if (first === undefined || headers.length < 2) return [{ row: 0, cells, above: [] }];
  const above = cells
    .slice(0, first)
    .flatMap((row) => row.filter((cell) => typeof cell === "string" && !isBlank(cell)));
  const starts = headers.map((row, i) => (i === 0 ? 0 : topOf(cells, row, headers[i - 1]! + 1)));
  return starts.map((row, i) => ({
    row,
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

/** What texts mean as headings: names come again in row after row, and are looked up once. */
type Known = Map<string, ReturnType<typeof roleOf>>;

function knownRole(text: string, known: Known): ReturnType<typeof roleOf> {
  const found = known.get(text);
  if (found !== undefined) return found;
  const role = roleOf(text);
  known.set(text, role);
  return role;
}

/** Headings only, a person among them, and another one that we know or columns of time. */
function isHeader(row: readonly Cell[], known: Known): boolean {
  if (row.some((cell) => typeof cell === "number" && cell < 20_000)) return false;
  const roles = new Set<ReturnType<typeof roleOf>>();
  for (const cell of row) if (typeof cell === "string" && !isBlank(cell)) roles.add(knownRole(cell, known));
  roles.delete(null);
  if (!roles.has("person") && !roles.has("last name")) return false;
  const filled = filledIn(row);
  return filled.length > 1 && (roles.size > 1 || filled.filter((cell) => labelOf(cell) !== null).length > 2);
}

/** The same headings once more go on with the same table, as on printed pages; a title with figures in it (a year) starts another. */
function isRepeated(cells: CellRange, row: number, header: number): boolean {
  const [one, other] = [cells[row]!, cells[header]!];
  if (one.length !== other.length || one.some((cell, at) => cell !== other[at])) return false;
  const above = cells.slice(topOf(cells, row, header + 1), row).flatMap(filledIn);
  return !above.some((cell) => /\d/.test(String(cell)));
}

/** Titles and months that stand right above a header belong to it. */
function topOf(cells: CellRange, header: number, least: number): number {
  let top = header;
  while (top > least && !isBlankRow(cells[top - 1]) && !isData(cells[top - 1])) top -= 1;
  return top;
}
