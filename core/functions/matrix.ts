import { timeline } from "../engine/timeline.ts";
import type { Cell, CellRange } from "../plan/cells.ts";
import { type Minutes, toHours } from "../units.ts";
import type { Options } from "./options.ts";
import type { Sums } from "./sums.ts";

/** The single row of a result that is not cut by `rows`. */
export const TOTAL = "Total";

/** Hours of each row and period: one value for total by total, otherwise headings, first days of the periods and labels. */
export const hoursMatrix = (asked: Options, sums: Sums): Cell | CellRange =>
  matrix(asked, sums, (minutes) => toHours(minutes as Minutes));

/** Ratio of sums of each row and period; "n/a" where there is nothing to take a share of. */
export const ratioMatrix = (asked: Options, parts: Sums, wholes: Sums): Cell | CellRange =>
  matrix(asked, wholes, (whole, label, period) => {
    if (whole === 0) return "n/a";
    const row = parts.rowOf.get(label);
    return row === undefined ? 0 : parts.minutes[row * parts.periods + period]! / whole;
  });

function matrix(
  { rows, periods, from, to }: Options,
  { labels, rowOf, minutes }: Sums,
  cellOf: (minutes: number, label: string, period: number) => Cell,
): Cell | CellRange {
  if (rows === "total" && periods === "total") return cellOf(minutes[rowOf.get(TOTAL) ?? 0]!, TOTAL, 0);
  const columns = timeline(from, to, periods).periods;
  const count = columns.length;
  const headings = [`${rows[0]!.toUpperCase()}${rows.slice(1)}`, ...columns.map((period) => period.from)];
  const lines = labels.map((label, row) => {
    const cells = new Array<Cell>(count + 1);
    cells[0] = label;
    for (let period = 0; period < count; period++) {
      cells[period + 1] = cellOf(minutes[row * count + period]!, label, period);
    }
    return cells;
  });
  return [headings, ...lines];
}
