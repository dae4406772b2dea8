import { dayOf } from "../plan/calendar.ts";
import { type DayNumber, plusDays } from "../units.ts";

/** A day of 2026, the year of both demo plans. */
export const day = (month: number, date: number): DayNumber => dayOf(2026, month, date);

/** Monday 5 January 2026, where both horizons begin. */
export const HORIZON_FROM = day(1, 5);

/** Monday of a week of the horizon; week 0 is the first, weeks before it are negative. */
export const mondayOf = (week: number): DayNumber => plusDays(HORIZON_FROM, 7 * week);
export const fridayOf = (week: number): DayNumber => plusDays(HORIZON_FROM, 7 * week + 4);
