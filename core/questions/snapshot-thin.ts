import { dateOf } from "../plan/calendar.ts";
import { type DayNumber, dayNumber } from "../units.ts";

const A_QUARTER = 91;

/** Of the days on which snapshots were taken, those to keep: the last of each week for a quarter, of each month before. */
export function keptDays(days: readonly number[], today: DayNumber): ReadonlySet<number> {
  const last = new Map<string, number>();
  for (const day of days) {
    const [year, month] = dateOf(dayNumber(day));
    const group = day > today - A_QUARTER ? `week ${Math.floor((day + 5) / 7)}` : `month ${12 * year + month}`;
    last.set(group, Math.max(day, last.get(group) ?? 0));
  }
  return new Set(last.values());
}
