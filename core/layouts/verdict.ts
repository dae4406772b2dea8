import { type Cell, isBlank } from "../plan/cells.ts";
import type { Columns } from "./lines.ts";
import { at, type Sheet } from "./sheet.ts";
import { isAverage, isSum, type Tally, type Vector, varies, type Way, wayOf } from "./tallies.ts";
import { isFigureWord, mayBeFigureWord, type Role } from "./vocabulary.ts";

/** A row of amounts, as far as sums are concerned. */
export interface Row {
  readonly row: number;
  readonly kind: string;
  readonly amounts: Vector;
  readonly isNamed: boolean;
  /** "" where its cell names nothing, as "-" does. */
  readonly work: string;
  /** What stands in the cell of work. */
  readonly written: string;
}
/** The rows around one: all above it, those since the last sum, those of its name, of its work, and below it. */
export interface Around {
  readonly all: Tally;
  readonly since: Tally;
  readonly own: Tally;
  readonly same: Tally;
  readonly below: Tally;
}
/** What a row beside which nobody stands is. */
export interface Verdict {
  readonly kind: "computed" | "held" | "entry";
  readonly way: Way | "word" | "none" | "own sum" | "group sum" | "named sum" | "maybe sum" | "maybe word";
  readonly sure: boolean;
  readonly heads?: true;
}

export const WORK: readonly Role[] = ["engagement", "task", "key"];
export const WHO: readonly Role[] = ["person", "last name", "first name"];
export const DAYS: readonly Role[] = ["from", "to", "date", "weekday"];
const BESIDE: readonly Role[] = ["note", "check", "away"];

/** What the amounts of a row without a name, its words and the rows around it make of it; null: work of the name above. */
export function verdictOn(
  sheet: Sheet,
  columns: Columns,
  row: Row,
  last: number,
  around: Around,
  known: ReadonlySet<string>,
): Verdict | null {
  const { amounts, work } = row;
  if (placesOf(columns, DAYS).some((column) => !isBlank(at(sheet, row.row, column)))) return null;
  if (work === "") {
    const words = wordsBeside(sheet, columns, row.row, last);
    const way = firstWay(amounts, [around.since, around.all, around.own, around.below]);
    if (words.some((word) => isFigureWord(word))) return { kind: "computed", way: way ?? "word", sure: way !== null };
    if (words.length > 0) return repeats(row, around);
    return way === null ? { kind: "held", way: "none", sure: false } : { kind: "computed", way, sure: true };
  }
  if (isAbove(columns) && isSum(amounts, around.below) && (!known.has(work) || around.below.count > 1))
    return { kind: "computed", way: "sum", sure: true, heads: true };
  if (known.has(work))
    return around.same.count > 1 && varies(amounts) && isSum(amounts, around.same)
      ? { kind: "computed", way: "sum", sure: false }
      : null;
  const way = firstWay(amounts, [around.since, around.all, around.own]);
  if (isFigureWord(work))
    return isSibling(work, known, row, around)
      ? { kind: "entry", way: "maybe word", sure: false }
      : { kind: "computed", way: way ?? "word", sure: way !== null };
  if (mayBeFigureWord(work) && way !== null) return { kind: "computed", way, sure: true };
  return repeats(row, around);
}

/** Delta, beside Alpha and Beta, and no sum of several rows. */
const isSibling = (work: string, known: ReadonlySet<string>, { amounts }: Row, { since, all }: Around): boolean =>
  !isFigureWord(work, [...known]) && ![since, all].some((one) => one.count > 1 && isSum(amounts, one));

/** Work has its column left of the person's, so that it may stand in a row above its people. */
const isAbove = (columns: Columns): boolean =>
  placesOf(columns, WORK).some((work) => work < placesOf(columns, WHO)[0]!);

/** Amounts that agree with sums in several columns are no accident; where they are all alike, they may be. */
function repeats({ amounts }: Row, { since, all, own }: Around): Verdict | null {
  const several = [since, all, own].filter(({ count }) => count > 1);
  const way = several.some((one) => isSum(amounts, one))
    ? "sum"
    : several.some((one) => isAverage(amounts, one))
      ? "average"
      : null;
  if (way === null || (way === "average" && !varies(amounts))) return null;
  return varies(amounts) ? { kind: "computed", way, sure: false } : { kind: "entry", way: "maybe sum", sure: false };
}

function firstWay(amounts: Vector, around: readonly Tally[]): Way | null {
  for (const one of around) {
    const way = wayOf(amounts, one);
    if (way !== null) return way;
  }
  return null;
}

/** The column of the last amount in a row: what stands behind it is a remark. */
export const lastOf = ({ amounts }: Row, columns: readonly number[]): number =>
  columns.filter((_, i) => amounts[i] !== 0).at(-1) ?? 0;

/** Texts of a row beyond its names, notes and amounts: a phase, a role, the word Total in a column of its own. */
function wordsBeside(sheet: Sheet, columns: Columns, row: number, last: number): readonly string[] {
  const notes = new Set(placesOf(columns, BESIDE));
  return (sheet.cells[row] ?? []).flatMap((cell, column) => {
    if (typeof cell !== "string" || column > last || notes.has(column)) return [];
    return numberIn(cell) === 0 && /\p{L}/u.test(cell) ? [cell] : [];
  });
}

export const placesOf = (columns: Columns, roles: readonly Role[]): readonly number[] =>
  roles.flatMap((role) => columns.get(role) ?? []);

/** What a sum would count of a cell, whatever its unit. */
export function numberIn(cell: Cell): number {
  if (typeof cell === "number") return cell;
  const digits = typeof cell === "string" ? /^(-?\d+(?:[.,]\d+)?)\s*[\p{L}%]{0,6}\.?$/u.exec(cell)?.[1] : undefined;
  return digits === undefined ? 0 : Number(digits.replace(",", "."));
}
