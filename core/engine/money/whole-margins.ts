import type { Period } from "../../plan/calendar.ts";
import { FIRST_DAY, LAST_DAY, type Plan } from "../../plan/plan.ts";
import { dayNumber } from "../../units.ts";
import type { Counted } from "../counted.ts";
import { timeline } from "../timeline.ts";
import { NO_END } from "./lacks.ts";
import { COST, REVENUE } from "./lines.ts";
import { margins } from "./margins.ts";
import { lastWorked, monthEnd, monthStart } from "./money-time.ts";

/** Whole months around some days and around all days on which anything of these engagements happens; work without an end adds no days. */
export function wholeDays(plan: Plan, days: Period, counts: (engagement: number) => boolean = () => true): Period {
  let [first, last]: [number, number] = [days.from, Math.max(days.to, lastWorked(plan) + 1)];
  const reach = (engagement: number, from: number, to: number) => {
    if (!counts(engagement)) return;
    if (from > FIRST_DAY) first = Math.min(first, from);
    if (to < LAST_DAY) last = Math.max(last, to);
  };
  const { needs, allocations, actuals, money } = plan;
  for (const { engagement, from, to } of needs) reach(engagement, from, to);
  for (let row = 0; row < allocations.length; row++)
    reach(allocations.engagement[row]!, allocations.from[row]!, allocations.to[row]!);
  for (let row = 0; row < actuals.length; row++) reach(actuals.engagement[row]!, actuals.day[row]!, actuals.day[row]!);
  for (const { engagement, from, to } of money?.fees ?? []) reach(engagement, from, to);
  return { from: monthStart(dayNumber(first)), to: monthEnd(dayNumber(last)) };
}

/**
 * The margin of each engagement over all of its days, in minor units; null where it is not known. What a retainer without a last
 * day pays after the horizon is nobody's to know, and is left out: it is the same whoever works.
 */
export function wholeMargins(plan: Plan, counted: Counted, days: Period): (engagement: number) => number | null {
  const { from, to } = wholeDays(plan, days);
  const { time, lines, flows } = margins(plan, timeline(from, to, "total"), counted);
  const sums = plan.engagements.map(() => ({ margin: 0, isUnknown: false }));
  for (const { engagement, revenue, cost, unknown } of [...lines, ...flows])
    for (let at = 0; at < revenue.length; at++) {
      if (time.askedOf[time.first + at]! < 0) continue;
      const sum = sums[engagement]!;
      sum.margin += revenue[at]! - cost[at]!;
      if ((unknown[at]! & (REVENUE | COST)) !== 0 && (unknown[at]! & NO_END) === 0) sum.isUnknown = true;
    }
  return (engagement) => (sums[engagement]!.isUnknown ? null : sums[engagement]!.margin);
}
