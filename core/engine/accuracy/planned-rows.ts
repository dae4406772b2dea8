import type { Plan } from "../../plan/plan.ts";
import { CAPACITY } from "../../plan/snapshots.ts";
import { type DayNumber, plusDays } from "../../units.ts";
import type { Counted } from "../counted.ts";
import { demand } from "../demand.ts";
import { allocationEffort } from "../effort.ts";
import { supply } from "../supply.ts";
import { type Timeline, timeline } from "../timeline.ts";

/** Hours of a plan, week after week, of one person on one engagement: a row of a snapshot. */
export interface PlannedRow {
  /** CAPACITY: what everybody can work. */
  readonly engagement: number;
  /** -1: none is named. */
  readonly skill: number;
  /** -1: nobody yet. */
  readonly person: number;
  /** The Monday of the first week with hours. */
  readonly week: DayNumber;
  readonly minutes: readonly number[];
}

/**
 * The plan of some weeks as a snapshot keeps it: everybody's capacity; what each named person is to do on what; and what is
 * asked for that nobody is named for. All but the capacity add up to DEMAND; what is kept free for support is no work.
 */
export function plannedRows(plan: Plan, monday: DayNumber, weeks: number, counted: Counted): readonly PlannedRow[] {
  const time = timeline(monday, plusDays(monday, 7 * weeks - 1), "week");
  const { allocations, needs } = plan;
  const { open, ownOpen } = demand(plan, time, counted);
  const sums = new Map<string, Float64Array>();
  const row = (engagement: number, skill: number, person: number): Float64Array => {
    const key = `${engagement} ${skill} ${person}`;
    const found = sums.get(key) ?? new Float64Array(weeks);
    sums.set(key, found);
    return found;
  };
  addAll(row(CAPACITY, -1, -1), supply(plan, time, counted).capacity, time);
  const effort = allocationEffort(plan, time, counted);
  for (let i = 0; i < allocations.length; i++) {
    const person = allocations.person[i]!;
    const own = person < 0 ? ownOpen : effort;
    addAll(
      row(allocations.engagement[i]!, allocations.skill[i]!, person),
      own.subarray(i * weeks, (i + 1) * weeks),
      time,
    );
  }
  needs.forEach(({ engagement, skill, isReserve }, i) => {
    if (!isReserve) addAll(row(engagement, skill, -1), open.subarray(i * weeks, (i + 1) * weeks), time);
  });
  return [...sums].flatMap(([key, minutes]) => {
    const [engagement = 0, skill = -1, person = -1] = key.split(" ").map(Number);
    return trimmed({ engagement, skill, person }, minutes, monday);
  });
}

/** Adds rows of weeks up. */
function addAll(into: Float64Array, minutes: Float64Array, { periods }: Timeline): void {
  for (let i = 0; i < minutes.length; i++) into[i % periods.length]! += minutes[i]!;
}

/** Without the weeks before the first and after the last that has hours; capacity keeps every week, so that a snapshot says which it covers. */
function trimmed(
  of: Pick<PlannedRow, "engagement" | "skill" | "person">,
  minutes: Float64Array,
  monday: DayNumber,
): readonly PlannedRow[] {
  if (of.engagement === CAPACITY) return [{ ...of, week: monday, minutes: [...minutes] }];
  const first = minutes.findIndex((one) => one > 0);
  if (first < 0) return [];
  let last = minutes.length - 1;
  while (minutes[last] === 0) last -= 1;
  return [{ ...of, week: plusDays(monday, 7 * first), minutes: [...minutes.subarray(first, last + 1)] }];
}
