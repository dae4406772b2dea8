import type { Period } from "../plan/calendar.ts";
import type { DayNumber } from "../units.ts";
import { maySwap, type Order, orderOf, readDate } from "./dates.ts";
import type { LayoutProblem, LayoutProblemKind } from "./found.ts";
import type { Held, Line } from "./lines.ts";
import { leftOut, type Sheet, warning } from "./sheet.ts";
import { iso } from "./weeks.ts";

/** The days of a row, to null when it has no end; null when they cannot be used. */
export interface Days {
  readonly days: { readonly from: DayNumber; readonly to: DayNumber | null } | null;
  readonly problems: readonly LayoutProblem[];
}

const WHY: Readonly<Record<string, readonly [string, string]>> = {
  "error-value": ["is an error, so the row is left out", "Maybe its formula points to a cell that is gone."],
  "date-impossible": ["is no day, so the row is left out", "Maybe it is mistyped."],
  "date-order-open": ["could be two days, so the row is left out", "Maybe it should stand as 2026-01-31."],
  "year-missing": ["has no year, so the row is left out", "Maybe it should stand as 2026-01-31."],
};

/** A reader of From and To in every row of a table; the order of day and month is settled by all of them together. */
export function daysIn(sheet: Sheet, lines: readonly Line[]): (line: Line) => Days {
  const cells = lines
    .filter(({ kind }) => kind === "entry")
    .flatMap(({ held }) => [held.get("from")?.cell ?? null, held.get("to")?.cell ?? null]);
  const order = orderOf(cells);
  const mixed =
    cells.some((cell) => typeof cell === "number") && cells.some((cell) => typeof cell === "string" && /\d/.test(cell));
  return (line) => {
    const from = one(sheet, line.held.get("from"), order, mixed);
    const to = one(sheet, line.held.get("to"), order, mixed);
    const problems = [...from.problems, ...to.problems];
    if (problems.some(({ severity }) => severity === "error")) return { days: null, problems };
    const held = line.held.get("from");
    if (from.day === null) {
      const says = ["has no first day, so the row is left out", "Maybe the day is missing."] as const;
      return { days: null, problems: held ? [...problems, leftOut(sheet, held, "date-missing", says)] : problems };
    }
    const end = line.held.get("to");
    if (to.day !== null && to.day < from.day && end) {
      const says = [
        `lies before ${iso(from.day)}, so the row is left out`,
        "Maybe the two days were swapped, or a year is wrong.",
      ] as const;
      return { days: null, problems: [...problems, leftOut(sheet, end, "ends-before-start", says)] };
    }
    return { days: { from: from.day, to: to.day }, problems };
  };
}

function one(
  sheet: Sheet,
  held: Held | undefined,
  order: Order,
  mixed: boolean,
): { readonly day: DayNumber | null; readonly problems: readonly LayoutProblem[] } {
  const read = readDate(held?.cell ?? null, order);
  if (read === null || held === undefined) return { day: null, problems: [] };
  if ("unusable" in read)
    return {
      day: null,
      problems: [
        leftOut(
          sheet,
          held,
          read.unusable as LayoutProblemKind,
          WHY[read.unusable] ?? ["is no day", "Maybe it is mistyped."],
        ),
      ],
    };
  if (!read.text && mixed && maySwap(read.day, order)) {
    const says = [
      `may be a swapped day and month (${iso(read.day)}), because others of its column stayed texts, so the row is left out`,
      "Maybe the file was opened with another country's dates.",
    ] as const;
    return { day: null, problems: [leftOut(sheet, held, "day-month-swapped", says)] };
  }
  const problems =
    read.text && mixed
      ? [
          warning(sheet, held, "date-as-text", [
            `is a text and is read as ${iso(read.day)}`,
            "Maybe the cell should hold a date.",
          ]),
        ]
      : [];
  return { day: read.day, problems };
}

export const asPeriod = ({ from, to }: { readonly from: DayNumber; readonly to: DayNumber | null }): Period | null =>
  to === null ? null : { from, to };
