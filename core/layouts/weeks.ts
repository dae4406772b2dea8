import { dayOf, type Period, weekday } from "../plan/calendar.ts";
import { type DayNumber, plusDays } from "../units.ts";

/** Monday of an ISO week: week 1 is the week with 4 January in it (ISO 8601). */
export function mondayOf(year: number, week: number): DayNumber {
  const fourth = dayOf(year, 1, 4);
  return plusDays(fourth, 7 * (week - 1) - weekday(fourth));
}

/** 52 or 53: how many ISO weeks a year has. */
export const weeksIn = (year: number): number => (mondayOf(year + 1, 1) - mondayOf(year, 1)) / 7;

/** Monday to Sunday around a day. */
export function weekAround(day: DayNumber): Period {
  const from = plusDays(day, -weekday(day));
  return { from, to: plusDays(from, 6) };
}

export const monthPeriod = (year: number, month: number): Period => ({
  from: dayOf(year, month, 1),
  to: plusDays(month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1), -1),
});

/** Does the date exist? There is no 30 February. */
export function exists(year: number, month: number, date: number): boolean {
  if (month < 1 || month > 12 || date < 1) return false;
  const { from, to } = monthPeriod(year, month);
  return date <= to - from + 1;
}

/** Year, month and date of a day. */
export function partsOf(day: DayNumber): { readonly year: number; readonly month: number; readonly date: number } {
  let year = 1900 + Math.floor(day / 365.2425);
  if (dayOf(year, 1, 1) > day) year -= 1;
  if (dayOf(year + 1, 1, 1) <= day) year += 1;
  let month = 12;
  while (dayOf(year, month, 1) > day) month -= 1;
  return { year, month, date: day - dayOf(year, month, 1) + 1 };
}

/** A day as a sentence says it: 2026-01-05. */
export function iso(day: DayNumber): string {
  const { year, month, date } = partsOf(day);
  return `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

/** How many days of a period are Monday to Friday. */
export function weekdaysIn({ from, to }: Period): number {
  let count = 0;
  for (let day = from; day <= to; day = plusDays(day, 1)) if (weekday(day) < 5) count += 1;
  return count;
}
