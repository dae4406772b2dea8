import type { Counted } from "../engine/counted.ts";
import { demand } from "../engine/demand.ts";
import type { Timeline } from "../engine/timeline.ts";
import type { Plan } from "../plan/plan.ts";
import { hoursText } from "./words.ts";

/** "10 h kept in reserve for support"; null where a plan keeps none in these days. */
export function keptText(plan: Plan, over: Timeline, counted: Counted): string | null {
  if (plan.needs.every(({ isReserve }) => !isReserve)) return null;
  const { asked } = demand(plan, over, counted);
  const n = over.periods.length;
  const minutes = asked.reduce((sum, one, cell) => (plan.needs[Math.floor(cell / n)]!.isReserve ? sum + one : sum), 0);
  return minutes === 0 ? null : `${hoursText(minutes)} kept in reserve for support`;
}
