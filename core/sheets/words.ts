import { dateOf } from "../plan/calendar.ts";
import { type Counting, PPM } from "../plan/plan.ts";
import type { DayNumber } from "../units.ts";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** "9 Mar" */
export function dayAndMonth(day: DayNumber): string {
  const [, month, date] = dateOf(day);
  return `${date} ${MONTHS[month - 1]!}`;
}

/** "9 Mar 2026" */
export const dayMonthYear = (day: DayNumber): string => `${dayAndMonth(day)} ${dateOf(day)[0]}`;

/** "Mar 2026" */
export const monthAndYear = (day: DayNumber): string => {
  const [year, month] = dateOf(day);
  return `${MONTHS[month - 1]!} ${year}`;
};

/** 90 min as "1.5 h", whole hours without a decimal, 74,070 min as "1,234.5 h". */
export const hoursText = (minutes: number): string => `${thousands(Math.round(minutes / 6) / 10)} h`;

/** A sentence that goes on after a colon. */
export const lowered = (text: string): string => `${text[0]!.toLowerCase()}${text.slice(1)}`;

/** 50000 as "50,000", 1234.5 as "1,234.5". */
export const thousands = (n: number | string): string =>
  String(n).replace(/\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ","));

export const counted = (n: number, one: string, many = `${one}s`): string => `${thousands(n)} ${n === 1 ? one : many}`;

/** "Ana", "Ana and Ben", "Ana, Ben and Cy", "Ana, Ben and 3 others" */
export function listed(names: readonly string[], most = Number.POSITIVE_INFINITY): string {
  const shown = names.length > most + 1 ? [...names.slice(0, most), `${names.length - most} others`] : [...names];
  if (shown.length < 2) return shown.join("");
  return `${shown.slice(0, -1).join(", ")} and ${shown[shown.length - 1]!}`;
}

/** How tentative work or planned hires were counted, as the where text spells it. */
export function countingText(counting: Counting): string {
  return typeof counting === "string" ? counting : `${(counting.from * 100) / PPM}%`;
}
