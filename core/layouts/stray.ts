import { isBlank } from "../plan/cells.ts";
import type { LayoutProblem } from "./found.ts";
import type { Line } from "./lines.ts";
import { at, leftOut, type Sheet, span, warning } from "./sheet.ts";
import { agrees } from "./tallies.ts";
import { numberIn } from "./verdict.ts";
import { isFigureWord, roleOf } from "./vocabulary.ts";

/** Numbers among columns of time whose heading says neither when nor what, and that are no sums of the row: they are in no total. */
export function strayAmounts(
  sheet: Sheet,
  headings: ReadonlyMap<number, string>,
  bottom: number,
  lines: readonly Line[],
  timed: readonly number[],
): readonly LayoutProblem[] {
  const [first, last] = [timed[0] ?? 0, timed.at(-1) ?? 0];
  const columns = span(first + 1, Math.min(last + 1, sheet.width - 1)).filter((column) => !timed.includes(column));
  const entries = lines.filter(({ kind }) => kind === "entry");
  return columns.flatMap((column, i): readonly LayoutProblem[] => {
    const heading = headings.get(column) ?? "";
    const isHeaded = heading !== "" || !isBlank(at(sheet, bottom, column));
    if (roleOf(heading) !== null || isFigureWord(heading)) return [];
    const before = columns[i - 1] ?? -1;
    const stray = entries.filter(({ row }) => {
      const cell = at(sheet, row, column);
      return (
        typeof cell === "number" &&
        cell !== 0 &&
        !sumsOf(sheet, row, timed, before, column).some((sum) => agrees(cell, sum))
      );
    });
    const [line] = stray;
    if (line === undefined) return [];
    const more = stray.length === 1 ? "" : `, nor are ${stray.length - 1} more below it`;
    const under = isHeaded ? `under "${heading}", which says neither when nor what` : "under no heading";
    const says = [`stands among the columns of time ${under}, and is not read${more}`, HINT] as const;
    const tell = isHeaded ? warning : leftOut;
    return [tell(sheet, { row: line.row, column }, "column-overlooked", says)];
  });
}

const HINT = "Maybe head it with its day, week or month, or with Total or Note.";

/** What a column of sums may hold: of the row, of all to its left, or of those since the sums before it. */
function sumsOf(
  sheet: Sheet,
  row: number,
  timed: readonly number[],
  before: number,
  column: number,
): readonly number[] {
  const sum = (some: readonly number[]) => some.reduce((all, one) => all + numberIn(at(sheet, row, one)), 0);
  const left = timed.filter((one) => one < column);
  return [sum(timed), sum(left), sum(left.filter((one) => one > before))];
}
