import { changed } from "../../plan/changed.ts";
import { type Engagement, type Plan, PPM } from "../../plan/plan.ts";
import { minutes } from "../../units.ts";
import type { Counted } from "../counted.ts";
import { everything } from "../scope.ts";
import { dealsOf } from "./things.ts";
import { unfolded } from "./unfold.ts";

/**
 * The mean of all worlds as a plan of its own: a deal that may start late counts at each of its starts by the odds of that start, and
 * nothing is kept in reserve, because no world keeps anything. Everybody is there, as in the plan itself. Its needs, allocations and
 * engagements begin with the plan's own.
 */
export function averagePlan(plan: Plan, counted: Counted): Plan {
  const base = plan.needs.some(({ isReserve }) => isReserve)
    ? changed(plan, { needs: plan.needs.map((need) => (need.isReserve ? { ...need, effort: NOTHING } : need)) })
    : plan;
  const deals = dealsOf(base, counted);
  if (deals.every(({ late }) => late.every((weeks) => weeks === 0))) return base;
  const { plan: spread, dealOf, stateOf } = unfolded(base, everything(base), deals, []);
  const engagements = spread.engagements.map((one, number): Engagement => {
    const deal = deals[dealOf[number]!];
    if (deal === undefined) return one;
    const state = stateOf[number]!;
    const weeks = deal.late[state]!;
    const name = weeks === 0 ? one.name : `${one.name}, ${weeks} ${weeks === 1 ? "week" : "weeks"} late`;
    return { ...one, name, status: "tentative", odds: Math.round(deal.chances[state]! * PPM) };
  });
  return changed(spread, { engagements });
}

const NOTHING = minutes(0);
