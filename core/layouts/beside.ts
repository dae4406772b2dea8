import { type Cell, type CellRange, isBlank } from "../plan/cells.ts";
import { headerAt } from "../plan/recognise.ts";
import { type Known, knownRole, rolesIn } from "./headers.ts";
import { labelOf } from "./labels.ts";
import { measureOf } from "./measures.ts";
import { plain } from "./sheet.ts";
import type { Role } from "./vocabulary.ts";

/** One of several tables side by side. */
export interface Beside {
  /** Zero-based column in which it starts. */
  readonly column: number;
  /** The column in which the next one starts; null for the last. */
  readonly end: number | null;
  /** The range with everything blank that is not its own. */
  readonly cells: CellRange;
  /** Titles that stand beside it and hold for it too. */
  readonly above: readonly string[];
}

/** The tables side by side whose headings stand in one row, or further down beside the first; one, where they are not several. */
export function besideIn(cells: CellRange, header: number, known: Known): readonly Beside[] {
  const starts = [...new Set([...startsIn(cells[header] ?? [], known), ...startsBeyond(cells, header, known)])].sort(
    (a, b) => a - b,
  );
  if (starts.length < 2) return [];
  return starts.map((start, i) => {
    const [left, right] = [i === 0 ? 0 : start, starts[i + 1] ?? Number.POSITIVE_INFINITY];
    const isOwn = (column: number) => column >= left && column < right;
    return {
      column: left,
      end: starts[i + 1] ?? null,
      cells: cells.map((row) => row.slice(0, Math.min(row.length, right)).map((cell, at) => (isOwn(at) ? cell : null))),
      above: cells.slice(0, header).flatMap((row) => sharedTitles(row, isOwn)),
    };
  });
}

/** A text alone in its row above the headings is the title of all tables below it. */
function sharedTitles(row: readonly Cell[], isOwn: (column: number) => boolean): readonly string[] {
  const texts = row.flatMap((cell, column) => (typeof cell === "string" && !isBlank(cell) ? [{ cell, column }] : []));
  const [only, second] = texts;
  return only === undefined || second !== undefined || isOwn(only.column) ? [] : [only.cell];
}

/** Where tables start whose headings stand in one row. */
function startsIn(row: readonly Cell[], known: Known): readonly number[] {
  const roles = rolesIn(row, known);
  const first = firstHeading(row, known);
  if (first < 0) return [];
  const starts = [first];
  for (let column = first + 1; column < row.length; column++) {
    const left = starts.at(-1)!;
    if (isBlank(row[column] ?? null)) continue;
    if (
      isBlank(row[column - 1] ?? null) ? startsTable(row, roles, left, column) : startsAgain(row, roles, left, column)
    )
      starts.push(column);
  }
  return starts;
}

/** Where headings start: a remark of another table, left of a blank column, is none. */
function firstHeading(row: readonly Cell[], known: Known): number {
  let first = rolesIn(row, known).findIndex((role) => role !== null);
  while (first > 0 && !isBlank(row[first - 1] ?? null)) first -= 1;
  return first;
}

const has = (roles: readonly (Role | null)[], ...wanted: readonly Role[]): boolean =>
  roles.some((role) => role !== null && wanted.includes(role));

/** Do headings right of a blank column head a table of their own? Yes, when they name people or work once more, or all that one of the plan's tables needs. */
function startsTable(row: readonly Cell[], roles: readonly (Role | null)[], left: number, column: number): boolean {
  const end = row.findIndex((cell, at) => at > column && isBlank(cell));
  const right = end < 0 ? row.length : end;
  if (right - column < 2) return false;
  const [before, own] = [roles.slice(left, column), roles.slice(column, right)];
  if (has(own, "person", "last name") && (has(before, "person", "last name") || hasAmounts(row, left, column)))
    return true;
  if (
    has(own, "engagement") &&
    has(before, "engagement") &&
    (has(own, "from", "to", "check") || hasAmounts(row, column, right))
  )
    return true;
  const isOurs = (from: number, to: number) => headerAt(row.slice(from, to), 0)?.missing.length === 0;
  if (has(before, "person", "last name") && isOurs(column, right)) return true;
  return has(own, "person", "last name") && isOurs(left, column);
}

const hasAmounts = (row: readonly Cell[], from: number, to: number): boolean =>
  row.slice(from, to).some((cell) => labelOf(cell) !== null || (typeof cell === "string" && measureOf(cell) !== null));

/** Without a blank column between: the first heading comes again, and with it both a person and work. */
function startsAgain(row: readonly Cell[], roles: readonly (Role | null)[], left: number, column: number): boolean {
  const isFirst = typeof row[column] === "string" && plain(String(row[column])) === plain(String(row[left]));
  const again = roles.slice(column);
  return (
    isFirst &&
    has(again, "person", "last name") &&
    has(again, "engagement", "task") &&
    has(roles.slice(left, column), "engagement", "task")
  );
}

/** Where a table starts further down, beyond the last heading and a blank column, or before the first. */
function startsBeyond(cells: CellRange, header: number, known: Known): readonly number[] {
  const row = cells[header] ?? [];
  const first = firstHeading(row, known);
  const gap = row.findIndex((cell, column) => column > first && isBlank(cell));
  const beyond = headIn(cells, header, (gap < 0 ? row.length : gap) + 1, Number.POSITIVE_INFINITY, known);
  const before = first > 1 ? headIn(cells, header, 0, first - 1, known) : null;
  if (before !== null) return [before, first, ...(beyond === null ? [] : [beyond])];
  return beyond === null ? [] : [first, beyond];
}

/** The column in which headings start that stand in some row between two columns: a person or work with days or amounts. */
function headIn(cells: CellRange, header: number, from: number, to: number, known: Known): number | null {
  for (let at = 0; at < cells.length; at++) {
    const row = cells[at]!;
    if (at === header || row.length <= from + 1) continue;
    const end = Math.min(to, row.length);
    const column = personIn(row, from, end, known);
    if (column === null) continue;
    const own = row.slice(column, end);
    if (own.some((cell) => typeof cell === "number" && cell < 20_000)) continue;
    const roles = rolesIn(own, known);
    if (new Set(roles.filter((role) => role !== null)).size + own.filter((cell) => labelOf(cell) !== null).length > 1)
      return column;
  }
  return null;
}

/** Where headings start that name a person: after a blank column, which may stand among them behind another heading that we know. */
function personIn(row: readonly Cell[], from: number, end: number, known: Known): number | null {
  const isHeading = (column: number, ...roles: readonly Role[]) => {
    const cell = row[column];
    const role = typeof cell === "string" && cell !== "" ? knownRole(cell, known) : null;
    return role !== null && (roles.length === 0 || roles.includes(role));
  };
  let start = from;
  while (start < end && !isHeading(start, "person", "last name")) start += 1;
  if (start === end) return null;
  const isGap = (column: number) => column < from || (isBlank(row[column] ?? null) && !isHeading(column - 1));
  while (!isGap(start - 1)) start -= 1;
  return start;
}
