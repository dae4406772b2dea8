import type { ExportFile } from "./file.ts";
import { isAmounts, type Look } from "./mapping-looks.ts";
import { decimalMarkOf, numberOf } from "./numbers.ts";

const MOST_LOOKED_AT = 500;
const SLIP = 1e-6;

/**
 * Which of several columns of numbers counts: the only one, or the one that is the sum of all others in every row; "open" where
 * values do not say it, as one of two would leave out the other's hours. Columns that are something else already are no choice.
 */
export function wholeOf(
  { rows }: ExportFile,
  looks: readonly Look[],
  isTaken: (column: number) => boolean,
): number | "open" | null {
  const columns = looks.flatMap((look, i) => (look.filled.length > 0 && isAmounts(look) && !isTaken(i) ? [i] : []));
  if (columns.length < 2) return null;
  const mark = decimalMarkOf(columns.flatMap((column) => looks[column]!.filled));
  const read = rows.slice(0, MOST_LOOKED_AT).map(({ cells }) => columns.map((at) => numberOf(cells[at] ?? "", mark)));
  const numbers = read.map((row) => row.map((number) => number ?? 0));
  if (columns.length < 3 || numbers.every((row) => row.every((number) => number === 0))) return "open";
  const isWhole = (at: number) =>
    numbers.every((row) => {
      const others = row.reduce((sum, number, i) => sum + (i === at ? 0 : number), 0);
      return Math.abs(others - row[at]!) < SLIP;
    });
  const whole = columns.findIndex((_, at) => isWhole(at));
  return columns[whole] ?? "open";
}
