import type { Period } from "../plan/calendar.ts";
import type { DayNumber } from "../units.ts";
import { FAR, isEndless, maySwap, type Order, orderOf, readDate } from "./dates.ts";
import type { LayoutProblem, LayoutProblemKind } from "./found.ts";
import type { Header } from "./header.ts";
import type { Held, Line } from "./lines.ts";
import { at, leftOut, plain, type Sheet, warning } from "./sheet.ts";
import { type Swaps, swapsIn } from "./swapped-rows.ts";
import { roleOf } from "./vocabulary.ts";
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
  "date-far": ["lies in no year that a plan is about, so the row is left out", "Maybe its year is mistyped."],
  "year-missing": ["has no year, so the row is left out", "Maybe it should stand as 2026-01-31."],
};

const COUNTS_DAYS = /\b(days?|tage|jours|dagar|dage|dny|dnu|dni|dias)\b/;

/** The column that says how many days lie between From and To: "Days off", "Total days". */
export function countedDays({ columns, headings }: Header): number | null {
  const column = columns.get("check");
  return column !== undefined && countsDays(headings.get(column) ?? "") ? column : null;
}

/** "Days", "Number of days": how many lie between a first and a last one. */
export const countsDays = (heading: string): boolean => roleOf(heading) === "check" && COUNTS_DAYS.test(plain(heading));

/**
 * A reader of From and To in every row of a table; the order of day and month is settled by all of them together, and by the
 * column that counts their days, where there is one.
 */
export function daysIn(sheet: Sheet, lines: readonly Line[], counted: number | null = null): (line: Line) => Days {
  const entries = lines.filter(({ kind }) => kind === "entry");
  const cells = entries.flatMap(({ held }) => [held.get("from")?.cell ?? null, held.get("to")?.cell ?? null]);
  const order = orderOf(cells);
  const mixed =
    cells.some((cell) => typeof cell === "number") && cells.some((cell) => typeof cell === "string" && /\d/.test(cell));
  const swaps = swapsIn(
    entries.map(({ row, held }) => {
      const days = counted === null ? null : at(sheet, row, counted);
      const cellOf = (role: "from" | "to") => held.get(role)?.cell ?? null;
      return { row, from: cellOf("from"), to: cellOf("to"), days: typeof days === "number" && days > 0 ? days : null };
    }),
  );
  const usual = middleOf(cells.flatMap((cell) => dayIn(cell, order)));
  return (line) => {
    const [first, last] = [line.held.get("from"), line.held.get("to")];
    const from = one(sheet, first, order, mixed);
    const to = one(sheet, last, order, mixed);
    const problems = [...from.problems, ...to.problems, ...farOff(sheet, [first, last], order, usual)];
    if (problems.some(({ severity }) => severity === "error")) return { days: null, problems };
    if (from.day === null) {
      const says = ["has no first day, so the row is left out", "Maybe the day is missing."] as const;
      return { days: null, problems: first ? [...problems, leftOut(sheet, first, "date-missing", says)] : problems };
    }
    const swapped = first && bySwaps(sheet, swaps, line.row, first, last);
    if (swapped) return { ...swapped, problems: [...problems, ...swapped.problems] };
    if (to.day !== null && to.day < from.day && last) {
      const says = [
        `lies before ${iso(from.day)}, so the row is left out`,
        "Maybe the two days were swapped, or a year is wrong.",
      ] as const;
      return { days: null, problems: [...problems, leftOut(sheet, last, "ends-before-start", says)] };
    }
    return { days: { from: from.day, to: to.day }, problems };
  };
}

/** What swapped days and months make of a row; null where they do not concern it. */
function bySwaps(
  sheet: Sheet,
  { meant, doubtful, turned }: Swaps,
  row: number,
  first: Held,
  last: Held | undefined,
): Days | null {
  const period = meant.get(row);
  if (period !== undefined) {
    const held = [
      [first, period.from],
      [last, period.to],
    ] as const;
    const problems = held.flatMap(([one, day]) =>
      one === undefined || one.cell === day || one.cell === null
        ? []
        : [
            warning(sheet, one, "day-month-swapped", [
              `is read as ${iso(day)}, because only then the number of days beside it is right`,
              "Maybe day and month were swapped when it was typed.",
            ]),
          ],
    );
    return { days: last === undefined || last.cell === null ? { ...period, to: null } : period, problems };
  }
  const isTurned = turned.has(row);
  if (!doubtful.has(row) && !isTurned) return null;
  const says = isTurned
    ? (["lies before the first day, and would not with day and month swapped, so the row is left out"] as const)
    : ([
        "may have day and month swapped, as the number of days beside it or the other rows say, so the row is left out",
      ] as const);
  const kind = isTurned ? "ends-before-start" : "day-month-swapped";
  return {
    days: null,
    problems: [
      leftOut(sheet, isTurned ? (last ?? first) : first, kind, [
        says[0],
        "Maybe the file was opened with another country's dates: write it as 2026-01-31.",
      ]),
    ],
  };
}

const dayIn = (cell: Held["cell"], order: Order): readonly DayNumber[] => {
  const read = readDate(cell, order);
  return read !== null && "day" in read ? [read.day] : [];
};

const middleOf = (days: readonly DayNumber[]): DayNumber | null =>
  [...days].sort((a, b) => a - b)[Math.floor((days.length - 1) / 2)] ?? null;

/** Days many years away from the others of their table. */
function farOff(
  sheet: Sheet,
  held: readonly (Held | undefined)[],
  order: Order,
  usual: DayNumber | null,
): readonly LayoutProblem[] {
  return held.flatMap((one, i) =>
    dayIn(one?.cell ?? null, order).flatMap((day) =>
      usual === null || one === undefined || Math.abs(day - usual) < FAR || (i === 1 && isEndless(day))
        ? []
        : [
            warning(sheet, one, "date-far", [
              `is read as ${iso(day)}, years away from the other days of its table`,
              "Maybe its year is mistyped.",
            ]),
          ],
    ),
  );
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
