import { type Cell, isBlank, shown } from "../plan/cells.ts";
import { rolesOf } from "./columns.ts";
import { readDate } from "./dates.ts";
import { type FoundTable, isRefused, type LayoutProblem, type Layouts } from "./found.ts";
import type { Header } from "./header.ts";
import { at, filled, leftOut, plain, type Sheet, span, warning } from "./sheet.ts";
import { isTotalWord, type Role, roleOf } from "./vocabulary.ts";

type Headings = ReadonlyMap<number, string>;

/** Roles that only one column of a table plays, and whose second column would change what is counted. */
const ONE: readonly Role[] = ["person", "last name", "engagement", "from", "to", "date"];
const DAYS: readonly Role[] = ["from", "to", "date"];
const PROJECT = /pro[jy]|engag/i;
const HINT = "Maybe what it holds should have rows of its own, or the column another heading.";

/** What columns hold whose heading means what another column's means: it is in no total, and that is said. */
export function overlooked(sheet: Sheet, bottom: number, headings: Headings, found: Layouts): Layouts {
  if (found === null || isRefused(found) || found.length === 0) return found;
  const taken = rolesOf(headings);
  const rows = span(bottom + 1, sheet.height - 1).filter((row) => isEntry(sheet, row));
  const problems = [...headings].flatMap(([column, heading]): readonly LayoutProblem[] => {
    const role = roleOf(heading) ?? numbered(heading);
    const first = role === null ? undefined : taken.get(role);
    if (role === null || first === undefined || first === column || !ONE.includes(role)) return [];
    if (role === "engagement" && !isAlike(heading, headings.get(first) ?? "")) return [];
    const held = rows.filter((row) => says(sheet, row, column, first, role));
    return told(sheet, held, column, heading, headings.get(first) ?? "");
  });
  return withProblems(found, problems);
}

/** "Name 2", "Person 1": a column beside others of its kind. */
const numbered = (heading: string): Role | null => {
  const words = plain(heading).replace(/ ?[1-9]$/, "");
  return words === plain(heading) ? null : roleOf(words);
};

/** A client beside a project is another thing; a second project, or the same heading again, is not. */
const isAlike = (one: string, other: string): boolean =>
  plain(one).replace(/ ?[1-9]$/, "") === plain(other).replace(/ ?[1-9]$/, "") ||
  PROJECT.test(one) === PROJECT.test(other);

const isEntry = (sheet: Sheet, row: number): boolean => {
  const [first, second] = filled(sheet, row);
  const text = at(sheet, row, first ?? 0);
  return second !== undefined && !(typeof text === "string" && isTotalWord(text));
};

function says(sheet: Sheet, row: number, column: number, first: number, role: Role): boolean {
  const [cell, other] = [at(sheet, row, column), at(sheet, row, first)];
  if (isBlank(cell) || cell === other) return false;
  const day = DAYS.includes(role) ? readDate(cell, "day first") : { day: 0 };
  return day !== null && "day" in day;
}

function told(sheet: Sheet, rows: readonly number[], column: number, heading: string, first: string) {
  const [row] = rows;
  if (row === undefined) return [];
  const more = rows.length === 1 ? "" : `, nor ${rows.length - 1} more below it`;
  const why = `stands in "${heading}", a second column of what "${first}" says, and is not read${more}`;
  return [leftOut(sheet, { row, column }, "column-overlooked", [why, HINT])];
}

/** Amounts of a row that another amount was read in place of. */
export function secondAmounts(sheet: Sheet, { row: header, efforts, headings }: Header, found: Layouts): Layouts {
  if (found === null || isRefused(found) || found.length === 0 || efforts.length < 2) return found;
  const cellOf = ({ row, column }: { readonly row: number; readonly column: number }) => `${row}:${column}`;
  const places = found.flatMap((one) => one.places).filter(({ row }) => row > header);
  const named = new Set([...places, ...found.flatMap(({ problems }) => problems)].map(cellOf));
  const rows = [...new Set(places.map(({ row }) => row))];
  const isPlace = efforts.some(({ column }) => places.some((place) => place.column === column));
  const contract = isPlace ? undefined : efforts.find(({ measure }) => measure.unit === "fte" || measure.per !== null);
  const problems = efforts.flatMap(({ column, measure }): readonly LayoutProblem[] => {
    if (column === contract?.column) return [];
    const others = efforts.filter((one) => one.column !== column);
    const held = rows.filter((row) => {
      const cell: Cell = at(sheet, row, column);
      const isSame = others.some((one) => one.measure.unit === measure.unit && at(sheet, row, one.column) === cell);
      return !isBlank(cell) && cell !== 0 && !isSame && !named.has(cellOf({ row, column }));
    });
    const [row] = held;
    if (row === undefined) return [];
    const read = others.find((one) => named.has(cellOf({ row, column: one.column }))) ?? contract ?? others[0]!;
    const more = held.length === 1 ? "" : `, nor are ${held.length - 1} more below it`;
    const isLike = read.measure.unit === measure.unit && read.measure.per === measure.per;
    const tell = isLike ? leftOut : warning;
    const instead = `${headings.get(read.column)} (${shown(at(sheet, row, read.column))})`;
    const why = `is not read, because the row says how much under ${instead}, which is read${more}`;
    return [tell(sheet, { row, column }, "column-overlooked", [why, HINT])];
  });
  return withProblems(found, problems);
}

/** Problems told with the bookings among some tables. */
export function withProblems(found: readonly FoundTable[], problems: readonly LayoutProblem[]): readonly FoundTable[] {
  if (problems.length === 0) return found;
  const booked = found.find(({ table }) => table === "Allocations" || table === "Actuals") ?? found[0];
  return found.map((one) => {
    if (one !== booked) return one;
    const all = [...one.problems, ...problems].sort((a, b) => a.row - b.row || a.column - b.column);
    return { ...one, problems: all };
  });
}
