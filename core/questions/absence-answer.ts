import type { Counted } from "../engine/counted.ts";
import type { Exposure } from "../engine/decide/exposure.ts";
import type { Timeline } from "../engine/timeline.ts";
import type { Period } from "../plan/calendar.ts";
import type { Workbook } from "./workbook.ts";

/** What would be lost, and how to show it. */
export interface Absence {
  readonly found: Workbook;
  readonly how: Counted;
  readonly days: Period;
  readonly weeks: Timeline;
  /** The week of a grain. */
  readonly weekOf: (grain: number) => number;
  readonly hit: readonly Exposure[];
  readonly notes: readonly string[];
}

/** Lost minutes of some exposures in each week. */
export const lostInWeek = ({ weekOf: at }: Absence, some: readonly Exposure[]) => {
  const sums = new Map<number, number>();
  for (const { lostIn } of some) {
    for (const [grain, minutes] of lostIn) sums.set(at(grain), (sums.get(at(grain)) ?? 0) + minutes);
  }
  return (week: number): number => sums.get(week) ?? 0;
};

export const sumOf = (some: readonly Exposure[], key: "booked" | "lost"): number =>
  some.reduce((sum, one) => sum + one[key], 0);
