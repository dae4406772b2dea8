import type { Snapshots } from "../../plan/snapshots.ts";

/** One snapshot: the day it was taken, its rows, and the Mondays of the first and the last week that it says something about. */
export interface Take {
  readonly day: number;
  readonly rows: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** Every snapshot of a plan, the oldest first. */
export function takesOf({ length, taken, week, first }: Snapshots): readonly Take[] {
  const byDay = new Map<number, { rows: number[]; from: number; to: number }>();
  for (let row = 0; row < length; row++) {
    const weeks = first[row + 1]! - first[row]!;
    const last = week[row]! + 7 * (weeks - 1);
    const take = byDay.get(taken[row]!);
    if (take === undefined) {
      byDay.set(taken[row]!, { rows: [row], from: week[row]!, to: last });
      continue;
    }
    take.rows.push(row);
    take.from = Math.min(take.from, week[row]!);
    take.to = Math.max(take.to, last);
  }
  return [...byDay].map(([day, take]) => ({ day, ...take })).sort((a, b) => a.day - b.day);
}

/** The forecast for a week as it stood so many weeks before: the latest snapshot not later than that which reaches the week. */
export function takeFor(takes: readonly Take[], monday: number, lead: number): Take | null {
  for (let i = takes.length - 1; i >= 0; i--) {
    const take = takes[i]!;
    if (take.day <= monday - 7 * lead && take.from <= monday && monday <= take.to) return take;
  }
  return null;
}

/** Minutes that a row of a snapshot has in the week of a Monday. */
export function minutesIn({ week, first, minutes }: Snapshots, row: number, monday: number): number {
  const at = first[row]! + (monday - week[row]!) / 7;
  return monday >= week[row]! && at < first[row + 1]! ? minutes[at]! : 0;
}
