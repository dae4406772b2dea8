import { timeline } from "../engine/timeline.ts";
import type { Cell, CellRange } from "../plan/cells.ts";
import { type Minutes, toHours } from "../units.ts";
import type { Options } from "./options.ts";
import type { Sums } from "./sums.ts";

/** The single row of a result that is not cut by `rows`. */
export const TOTAL = "Total";

/** Hours of each row and period: one value for total by total, otherwise headings, first days of the periods and labels. */
export const hoursMatrix = (asked: Options, minutes: Sums): Cell | CellRange =>
  matrix(asked, [...minutes.keys()], (label) => {
    const row = minutes.get(label);
    return (period) => toHours((row?.[period] ?? 0) as Minutes);
  });

/** Ratio of sums of each row and period; "n/a" where there is nothing to take a share of. */
export const ratioMatrix = (asked: Options, parts: Sums, wholes: Sums): Cell | CellRange =>
  matrix(asked, [...wholes.keys()], (label) => {
    const [part, whole] = [parts.get(label), wholes.get(label)];
    return (period) => (whole?.[period] ? (part?.[period] ?? 0) / whole[period] : "n/a");
  });

function matrix(
  { rows, periods, from, to }: Options,
  labels: readonly string[],
  rowOf: (label: string) => (period: number) => Cell,
): Cell | CellRange {
  if (rows === "total" && periods === "total") return rowOf(TOTAL)(0);
  const columns = timeline(from, to, periods).periods;
  return [
    [`${rows[0]!.toUpperCase()}${rows.slice(1)}`, ...columns.map((period) => period.from)],
    ...labels.map((label) => {
      const cell = rowOf(label);
      return [label, ...columns.map((_, period) => cell(period))];
    }),
  ];
}
