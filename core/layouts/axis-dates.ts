import { dayOf, type Period, weekday } from "../plan/calendar.ts";
import { type DayNumber, plusDays } from "../units.ts";
import type { Marked } from "./axis-labels.ts";
import { isRefused, type Refused } from "./found.ts";
import type { Stated } from "./stated.ts";
import { exists, iso, monthPeriod, partsOf } from "./weeks.ts";
import { yearsFor } from "./years.ts";

/** Periods by column; `assumed` says what was taken from elsewhere, when something was. */
export interface Periods {
  readonly periods: ReadonlyMap<number, Period>;
  readonly assumed: string | null;
}

/** Periods of columns headed by dates: the distance from one to the next says whether they are days, weeks or months. */
export function datePeriods(marked: Marked, stated: Stated, header: string): Periods | Refused {
  const days = settleDays(marked, stated);
  if (isRefused(days)) return days;
  const length = lengthOf(days.days);
  if (length === null)
    return { refused: `The dates across, ${iso(days.days[0]!)} and on, are not one day, one week or one month apart.` };
  const ending = /\b(w e|week ending|ending|weekending)\b/.test(header);
  if (length !== "month" && length > 1 && !ending && weekday(days.days[0]!) > 3) {
    return {
      refused: `The weeks across are headed by ${iso(days.days[0]!)}, near the end of a week, and nothing says whether weeks start or end there: write "week ending" or "week commencing" above.`,
    };
  }
  const periods = marked.map(({ column }, i) => [column, periodFrom(days.days[i]!, length, ending)] as const);
  return { periods: new Map(periods), assumed: days.assumed };
}

function periodFrom(day: DayNumber, length: number | "month", ending: boolean): Period {
  if (length === "month") return monthPeriod(partsOf(day).year, partsOf(day).month);
  return ending ? { from: plusDays(day, 1 - length), to: day } : { from: day, to: plusDays(day, length - 1) };
}

function lengthOf(days: readonly DayNumber[]): number | "month" | null {
  const steps = days.slice(1).map((day, i) => day - days[i]!);
  const months = days.map((day) => partsOf(day));
  const atEdge = months.every(({ date }) => date === 1) || days.every((day) => partsOf(plusDays(day, 1)).date === 1);
  if (atEdge && steps.every((step) => step >= 28 && step <= 31)) return "month";
  const shortest = Math.min(...steps);
  if (shortest === 1) return steps.every((step) => step <= 4) ? 1 : null;
  return (shortest === 7 || shortest === 14) && steps.every((step) => step % shortest === 0) ? shortest : null;
}

interface Settled {
  readonly days: readonly DayNumber[];
  readonly assumed: string | null;
}

function settleDays(marked: Marked, stated: Stated): Settled | Refused {
  const labels = marked.flatMap(({ label }) => (label.kind === "day" || label.kind === "date" ? [label] : []));
  const orders = labels.some((label) => label.kind === "date" && label.open) ? [false, true] : [false];
  const readings = orders.flatMap((turned): readonly (Settled | Refused)[] => {
    const dates = labels.map((label) => {
      if (label.kind === "day") return partsOf(label.day);
      return turned && label.open ? { year: label.year, month: label.date, date: label.month } : label;
    });
    const years = yearsFor(
      dates.map(({ year, month, date }) => ({ year, order: month * 31 + date })),
      stated,
    );
    if (isRefused(years)) return [years];
    const days = dates.flatMap(({ month, date }, i) =>
      exists(years.years[i]!, month, date) ? [dayOf(years.years[i]!, month, date)] : [],
    );
    return days.length === dates.length && lengthOf(days) !== null ? [{ days, assumed: years.assumed }] : [];
  });
  const usable = readings.flatMap((reading) => (isRefused(reading) ? [] : [reading]));
  if (usable.length === 1) return usable[0]!;
  const refused = readings.find(isRefused);
  if (usable.length === 0 && refused) return refused;
  return {
    refused: `The dates across can be read ${usable.length === 0 ? "in no order that is one day, week or month apart" : "day first and month first"}: write one of them as 2026-01-31.`,
  };
}
