import { dayOf, type Period } from "../plan/calendar.ts";
import { plusDays } from "../units.ts";
import type { Periods } from "./axis-dates.ts";
import type { Marked } from "./axis-labels.ts";
import { readDate } from "./dates.ts";
import { isRefused, type Refused } from "./found.ts";
import { type Label, labelOf } from "./labels.ts";
import { monthWeeks } from "./month-weeks.ts";
import { at, type Sheet, span } from "./sheet.ts";
import type { Stated } from "./stated.ts";
import { mondayOf, monthPeriod, weekAround, weeksIn } from "./weeks.ts";
import { yearsFor } from "./years.ts";

type Numbered = "week" | "month" | "quarter";
const PERIOD: Readonly<Record<Numbered, (year: number, number: number) => Period>> = {
  week: (year, number) => ({ from: mondayOf(year, number), to: plusDays(mondayOf(year, number), 6) }),
  month: monthPeriod,
  quarter: (year, number) => ({ from: dayOf(year, 3 * number - 2, 1), to: monthPeriod(year, 3 * number).to }),
};

/** Periods of columns headed by ISO weeks, months or quarters; weeks that count from 1 beside a start date count from it. */
export function numberedPeriods(
  sheet: Sheet,
  { above, row }: { readonly above: readonly number[]; readonly row: number },
  marked: Marked,
  stated: Stated,
): Periods | Refused {
  const kind = marked[0]!.label.kind;
  if (kind === "year") return { refused: "The columns across are years; a plan needs days, weeks or months." };
  if (kind === "sprint")
    return { refused: "The columns across are sprints without dates: write each sprint's first day above it." };
  if (kind !== "week" && kind !== "month" && kind !== "quarter")
    return { refused: "The columns across are no weeks or months." };
  const labels = marked.map(({ column, label }) => {
    const number = "number" in label ? label.number : 0;
    return { column, number, year: ("year" in label ? label.year : null) ?? yearAbove(sheet, above, column, label) };
  });
  const start = readDate(stated.from?.cell ?? null, "open");
  if (
    kind === "week" &&
    labels[0]!.number === 1 &&
    start &&
    "day" in start &&
    labels.every(({ year }) => year === null)
  ) {
    const monday = weekAround(start.day).from;
    const periods = labels.map(
      ({ column, number }) =>
        [column, { from: plusDays(monday, 7 * (number - 1)), to: plusDays(monday, 7 * number - 1) }] as const,
    );
    return { periods: new Map(periods), assumed: null };
  }
  const ofMonths = kind === "week" ? monthWeeks(sheet, { above, row }, marked, stated) : null;
  if (ofMonths !== null) return ofMonths;
  const years = yearsFor(
    labels.map(({ year, number }) => ({ year, order: number })),
    stated,
  );
  if (isRefused(years)) return years;
  if (kind === "week" && labels.some(({ number }, i) => number > weeksIn(years.years[i]!)))
    return { refused: "The weeks across hold a week 53 in a year that has 52." };
  return {
    periods: new Map(labels.map(({ column, number }, i) => [column, PERIOD[kind](years.years[i]!, number)] as const)),
    assumed: years.assumed,
  };
}

/** A year that stands once above merged columns, alone or with the quarter of their months. */
function yearAbove(sheet: Sheet, rows: readonly number[], column: number, own: Label): number | null {
  for (const row of rows) {
    for (const left of [...span(0, column)].reverse()) {
      const label = labelOf(at(sheet, row, left));
      if (label?.kind === "year" && !label.fiscal) return label.year;
      if (label?.kind === "quarter" && own.kind === "month" && Math.ceil(own.number / 3) === label.number)
        return label.year;
      if (at(sheet, row, left) !== null && label !== null) break;
    }
  }
  return null;
}
