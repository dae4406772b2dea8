import { workdaysIn } from "../engine/decide/who-can.ts";
import { isoDate, type Period } from "../plan/calendar.ts";
import { type Minutes, toHours } from "../units.ts";

/** A few weeks are listed one by one. */
const FEW = 4;

/**
 * "free 12–38 h a week, least in the week from 2026-02-09"; of a few weeks each: "free 12 h from 2026-02-02, 38 h from 2026-02-09".
 * Hours of a week that the period cuts are those of its days; of many weeks, what they would be in five days.
 */
export function freeText(weeks: readonly Period[], free: readonly number[]): string {
  const [least, most] = [Math.min(...free), Math.max(...free)];
  if (least === most) return `free ${short(least)} h${weeks.length > 1 ? " every week" : ""}`;
  if (weeks.length <= FEW)
    return `free ${weeks.map(({ from }, i) => `${short(free[i]!)} h from ${isoDate(from)}`).join(", ")}`;
  const whole = weeks.map((week, i) => ({ from: week.from, days: workdaysIn(week), free: free[i]! }));
  const sorted = whole
    .flatMap(({ from, days, free: minutes }) => (days === 0 ? [] : [{ from, minutes: (minutes * 5) / days }]))
    .sort((a, b) => a.minutes - b.minutes || a.from - b.from);
  const [first, last] = [sorted[0]!, sorted[sorted.length - 1]!];
  return `free ${short(first.minutes)}–${short(last.minutes)} h a week, least in the week from ${isoDate(first.from)}`;
}

/** Two decimals are enough to read; exact hours stand in the columns. */
export const short = (minutes: number) => Math.round(toHours(minutes as Minutes) * 100) / 100;
