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
export const ratioMatrix = (asked: Options, parts: Sums, wholes: Sums, heading?: string): Cell | CellRange =>
  matrix(
    asked,
    withRowsOf(wholes, parts),
    (whole, label, period) => {
      if (whole === 0) return "n/a";
      const row = parts.rowOf.get(label);
      return row === undefined ? 0 : parts.minutes[row * parts.periods + period]! / whole;
    },
    heading,
  );

/** A part without a whole has a row too: nobody's hours go missing from what is shown beside a total that counts them. */
function withRowsOf(sums: Sums, { labels: others }: Sums): Sums {
  const more = others.filter((label) => !sums.rowOf.has(label));
  if (more.length === 0) return sums;
  const labels = [...sums.labels, ...more];
  const minutes = new Float64Array(labels.length * sums.periods);
  minutes.set(sums.minutes);
  return { ...sums, labels, rowOf: new Map(labels.map((label, row) => [label, row])), minutes };
}

function matrix(
  { rows, periods, from, to }: Options,
  { labels, rowOf, minutes }: Sums,
  cellOf: (minutes: number, label: string, period: number) => Cell,
  heading?: string,
): Cell | CellRange {
  if (rows === "total" && periods === "total") return cellOf(minutes[rowOf.get(TOTAL) ?? 0]!, TOTAL, 0);
  const [usual = "", ...days] = headingsOf({ rows, periods, from, to });
  const headings = [heading ?? usual, ...days];
  const count = headings.length - 1;
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

/** Rows of cells under the headings of a result; one value for total by total. */
export function headed(
  asked: Pick<Options, "rows" | "periods" | "from" | "to">,
  lines: readonly { readonly label: string; readonly cells: readonly Cell[] }[],
  heading?: string,
): Cell | CellRange {
  if (asked.rows === "total" && asked.periods === "total") return lines[0]?.cells[0] ?? "";
  const [usual = "", ...columns] = headingsOf(asked);
  return [[heading ?? usual, ...columns], ...lines.map(({ label, cells }) => [label, ...cells])];
}

const headingsOf = ({
  rows,
  periods,
  from,
  to,
}: Pick<Options, "rows" | "periods" | "from" | "to">): readonly Cell[] => [
  `${rows[0]!.toUpperCase()}${rows.slice(1)}`,
  ...timeline(from, to, periods).periods.map((period) => period.from),
];
