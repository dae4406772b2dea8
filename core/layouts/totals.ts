import type { Amount, Scale } from "./amounts.ts";
import type { LayoutProblem } from "./found.ts";
import type { Line } from "./lines.ts";
import { at, type Sheet, warning } from "./sheet.ts";
import { agrees } from "./tallies.ts";

/** The number a cell counts in a sum, in the unit of its column; null when it holds none. */
export type Counted = (row: number, column: number) => number | null;

/** Amounts as their column shows them: 60 where 60 means 60 %. */
export function countedIn(read: (row: number, column: number) => Amount, scale: Scale): Counted {
  return (row, column) => {
    const amount = read(row, column);
    if (amount === null || !("value" in amount)) return null;
    return scale === "whole" ? amount.value * 100 : amount.value;
  };
}

const show = (number: number): number => Math.round(number * 100) / 100;

/** Total rows that are not the sum of the rows above them: of all, of those since the last total, or of the totals. */
export function totalRowProblems(
  sheet: Sheet,
  lines: readonly Line[],
  columns: readonly number[],
  counted: Counted,
): readonly LayoutProblem[] {
  return columns.flatMap((column) => {
    let [all, since, work, workSince] = [0, 0, 0, 0];
    return lines.flatMap(({ row, kind, told }) => {
      const number = counted(row, column);
      if (kind === "entry") {
        all += number ?? 0;
        since += number ?? 0;
        // A row that is called as sums are ("Remaining") may be in no total.
        if (told?.kind !== "row-computed") work += number ?? 0;
        if (told?.kind !== "row-computed") workSince += number ?? 0;
      }
      if (kind === "computed" || kind === "held") [since, workSince] = [0, 0];
      if (kind !== "total") return [];
      const sum = since === 0 ? all : since;
      const right = number === null || [since, all, workSince, work].some((one) => agrees(number, one));
      [since, workSince] = [0, 0];
      return right ? [] : [disagrees(sheet, row, column, sum)];
    });
  });
}

/** Totals beside a row that are neither the sum of the row nor of the rows that share its name. */
export function totalColumnProblems(
  sheet: Sheet,
  lines: readonly Line[],
  checks: readonly number[],
  columns: readonly number[],
  counted: Counted,
): readonly LayoutProblem[] {
  return checks.flatMap((check, i) => totalsIn(sheet, lines, { check, before: checks[i - 1] ?? -1 }, columns, counted));
}

/** One column of totals: of all the row's amounts, or of those since the totals before it. */
function totalsIn(
  sheet: Sheet,
  lines: readonly Line[],
  { check, before }: { readonly check: number; readonly before: number },
  columns: readonly number[],
  counted: Counted,
): readonly LayoutProblem[] {
  const entries = lines.filter(({ kind }) => kind === "entry");
  const sumIn = (row: number, some: readonly number[]) =>
    some.reduce((sum, column) => sum + (counted(row, column) ?? 0), 0);
  const sumOf = (row: number) => sumIn(row, columns);
  const since = columns.filter((column) => column > before && column < check);
  return entries.flatMap((line, i) => {
    const shown = counted(line.row, check);
    if (shown === null) return [];
    const next = entries.findIndex((other, k) => k > i && at(sheet, other.row, check) !== null);
    const block = entries.slice(i, next < 0 ? undefined : next).reduce((sum, { row }) => sum + sumOf(row), 0);
    const own = sumOf(line.row);
    return agrees(shown, own) ||
      agrees(shown, sumIn(line.row, since)) ||
      agrees(shown, block) ||
      agrees(shown, own / columns.length)
      ? []
      : [disagrees(sheet, line.row, check, block)];
  });
}

const disagrees = (sheet: Sheet, row: number, column: number, sum: number): LayoutProblem =>
  warning(sheet, { row, column }, "total-disagrees", [
    `is a total, and the cells read here add up to ${show(sum)}`,
    "Maybe a sum skips a text, or misses a row.",
  ]);
