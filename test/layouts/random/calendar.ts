/** Days as spreadsheets number them, by the calendar of the machine: a second way to count beside the product's own. */
const MILLISECONDS = 86_400_000;
const EPOCH = 25_569;

export const dayNumber = (year: number, month: number, date: number): number =>
  Date.UTC(year, month - 1, date) / MILLISECONDS + EPOCH;
const dateOf = (day: number): Date => new Date((day - EPOCH) * MILLISECONDS);

export const yearOf = (day: number): number => dateOf(day).getUTCFullYear();
export const monthOf = (day: number): number => dateOf(day).getUTCMonth() + 1;
export const dateIn = (day: number): number => dateOf(day).getUTCDate();
export const isWeekend = (day: number): boolean => [0, 6].includes(dateOf(day).getUTCDay());
export const iso = (day: number): string => dateOf(day).toISOString().slice(0, 10);
export const lastOfMonth = (day: number): number => dayNumber(yearOf(day), monthOf(day) + 1, 0);

export function weekdaysIn(from: number, to: number): number {
  let count = 0;
  for (let day = from; day <= to; day++) if (!isWeekend(day)) count += 1;
  return count;
}

/** The year and number of a Monday's ISO week: those of its Thursday. */
export function isoWeek(monday: number): { readonly year: number; readonly week: number } {
  const thursday = monday + 3;
  const year = yearOf(thursday);
  return { year, week: Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1 };
}

/** Monday 30 December 2024: the Monday of the first ISO week of 2025. */
export const FIRST_MONDAY = dayNumber(2024, 12, 30);
