import type { Period } from "../../plan/calendar.ts";
import type { Fee } from "../../plan/money.ts";
import type { Plan } from "../../plan/plan.ts";
import { dayNumber } from "../../units.ts";
import { type Counted, engagementShares } from "../counted.ts";
import { lastWorked, monthEnd } from "./money-time.ts";

/**
 * By engagement, the days to come for which a retainer is agreed and no work is planned: those after the month of its last planned
 * or logged effort. What they cost is not known. An engagement without any effort plans none on purpose.
 */
export function unplannedDays(plan: Plan, counted: Counted): ReadonlyMap<number, Period> {
  const retainers = (plan.money?.fees ?? []).filter(
    ({ kind, isEndless }) => kind === "monthly retainer" && isEndless !== true,
  );
  const found = new Map<number, Period>();
  if (retainers.length === 0) return found;
  const shares = engagementShares(plan, counted);
  const ends = lastEfforts(plan, new Set(retainers.map(({ engagement }) => engagement)));
  const worked = lastWorked(plan);
  for (const [engagement, end] of ends) {
    if (shares[engagement] === 0 && plan.engagements[engagement]!.status !== "done") continue;
    const after = Math.max(monthEnd(dayNumber(end)), worked);
    const own = retainers.filter((fee) => fee.engagement === engagement && fee.to > after && fee.minor !== 0);
    if (own.length > 0) found.set(engagement, spanOf(own, after));
  }
  return found;
}

const spanOf = (all: readonly Fee[], after: number): Period => ({
  from: dayNumber(Math.max(after + 1, Math.min(...all.map(({ from }) => from)))),
  to: dayNumber(Math.max(...all.map(({ to }) => to))),
});

/** The last day on which anybody works, or anything is asked for, of engagements that have any effort. */
function lastEfforts({ needs, allocations, actuals }: Plan, of: ReadonlySet<number>): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const reach = (engagement: number, to: number, effort: number) => {
    if (effort > 0 && of.has(engagement)) ends.set(engagement, Math.max(to, ends.get(engagement) ?? 0));
  };
  for (const { engagement, to, effort, isReserve } of needs) if (isReserve !== true) reach(engagement, to, effort);
  for (let row = 0; row < allocations.length; row++)
    reach(allocations.engagement[row]!, allocations.to[row]!, allocations.amount[row]!);
  for (let row = 0; row < actuals.length; row++)
    reach(actuals.engagement[row]!, actuals.day[row]!, actuals.minutes[row]!);
  return ends;
}
