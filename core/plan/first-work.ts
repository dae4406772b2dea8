import type { DayNumber } from "../units.ts";
import { FIRST_DAY, type Plan } from "./plan.ts";

/** The first day on which rows of the plan ask for anything; what only tickets or a reserve ask for began before. */
export function firstStated({ needs, allocations }: Pick<Plan, "needs" | "allocations">): DayNumber | null {
  const stated = needs.filter(({ isReserve, insteadOf }) => !isReserve && insteadOf?.length !== 0);
  return earliest([...stated.map(({ from }) => from), ...allocations.from]);
}

/** The earliest of some days; null without any that begins somewhere. */
export function earliest(days: readonly number[]): DayNumber | null {
  const known = days.filter((day) => day > FIRST_DAY);
  return known.length === 0 ? null : (known.reduce((a, b) => Math.min(a, b)) as DayNumber); // one of the days
}
