import type { Plan } from "../../plan/plan.ts";
import { CAPACITY, GONE } from "../../plan/snapshots.ts";
import { minutesIn, type Take, takesOf } from "./takes.ts";

/** Some weeks as one snapshot saw them; null where it does not reach, or holds no capacity. */
export interface SeenWeeks {
  readonly day: number;
  readonly capacity: readonly (number | null)[];
  readonly demand: readonly (number | null)[];
}

/** How the plan of some weeks changed from snapshot to snapshot, the oldest first. */
export function planHistory(plan: Plan, mondays: readonly number[]): readonly SeenWeeks[] {
  return takesOf(plan.snapshots).map((take) => {
    const reaches = (monday: number) => take.from <= monday && monday <= take.to;
    const sums = mondays.map((monday) => (reaches(monday) ? sumsOf(plan, take, monday) : null));
    return {
      day: take.day,
      capacity: sums.map((one) => one?.capacity ?? null),
      demand: sums.map((one) => one?.demand ?? null),
    };
  });
}

function sumsOf({ snapshots }: Plan, { rows }: Take, monday: number) {
  let capacity: number | null = null;
  let demand = 0;
  for (const row of rows) {
    const minutes = minutesIn(snapshots, row, monday);
    if (snapshots.engagement[row] === CAPACITY) capacity = (capacity ?? 0) + minutes;
    else demand += minutes;
  }
  return { capacity, demand };
}

/** Demand of one week by engagement, as a snapshot saw it, and after them that of work which the plan has no more. */
export function demandByEngagement({ snapshots, engagements }: Plan, { rows }: Take, monday: number): Float64Array {
  const sums = new Float64Array(engagements.length + 1);
  for (const row of rows) {
    const engagement = snapshots.engagement[row]!;
    if (engagement === CAPACITY) continue;
    sums[engagement === GONE ? engagements.length : engagement]! += minutesIn(snapshots, row, monday);
  }
  return sums;
}
