import { isWeekend, type Period } from "../../plan/calendar.ts";
import type { Plan } from "../../plan/plan.ts";
import { type DayNumber, plusDays } from "../../units.ts";
import type { Counted } from "../counted.ts";
import { demand } from "../demand.ts";
import { roundedPart } from "../exact.ts";
import { skillGap } from "../gap.ts";
import type { Scope } from "../scope.ts";
import { type Timeline, timeline } from "../timeline.ts";

/** What a changed plan means for one engagement, in minutes of a period. */
export interface Trade {
  readonly engagement: number;
  readonly before: number;
  readonly after: number;
  /** after - before: above 0 it lacks more than it did. */
  readonly change: number;
  /** What it gets in the period after the change: asked for, less what is unmet. */
  readonly gets: number;
  /** Hundredths of a week by which it comes later; null when it gets nothing, so that it would never come to its end. */
  readonly slip: number | null;
  /** Change of unmet minutes by grain, for the grains in which there is any. */
  readonly changeIn: ReadonlyMap<number, number>;
}

/** A plan and who and what counts in it. */
export interface Sight {
  readonly plan: Plan;
  readonly scope: Scope;
}

/**
 * Unmet minutes of every engagement after a change minus before it, both split by priority, over the same days; engagements
 * that are hit because somebody backfills elsewhere are among them.
 *
 * slip = extra unmet minutes / minutes a week it gets afterwards = change * workdays / (5 * gets), and 0 where nothing more
 * is unmet: the weeks it needs on top, at the pace of these days, until what it lacks is done. A week is five of Monday to
 * Friday.
 */
export function trades(then: Sight, now: Sight, { from, to }: Period, counted: Counted): readonly Trade[] {
  const grains = timeline(from, to, counted.grain);
  const before = unmetOf(then, grains, counted);
  const after = unmetOf(now, grains, counted);
  const asked = askedOf(now, timeline(from, to, "total"), counted);
  const count = grains.periods.length;
  const days = workdaysIn(from, to);
  return now.plan.engagements.map((_, engagement): Trade => {
    const at = (split: Float64Array, grain: number) => split[engagement * count + grain] ?? 0;
    const sum = (split: Float64Array) => grains.periods.reduce((all, _, grain) => all + at(split, grain), 0);
    const changes = grains.periods.map((_, grain) => [grain, at(after, grain) - at(before, grain)] as const);
    const change = sum(after) - sum(before);
    const gets = asked[engagement]! - sum(after);
    return {
      engagement,
      before: sum(before),
      after: sum(after),
      change,
      gets,
      slip: change <= 0 ? 0 : gets === 0 ? null : roundedPart(change, 100 * days, 5 * gets),
      changeIn: new Map(changes.filter(([, minutes]) => minutes !== 0)),
    };
  });
}

/** Mondays to Fridays. */
function workdaysIn(from: DayNumber, to: DayNumber): number {
  let days = 0;
  for (let day = from; day <= to; day = plusDays(day, 1)) if (!isWeekend(day)) days++;
  return days;
}

/** Unmet minutes, [engagement * grains + grain]. */
const unmetOf = ({ plan, scope }: Sight, grains: Timeline, counted: Counted): Float64Array =>
  skillGap(plan, grains, counted, scope).byEngagement();

/** Everything each engagement asks for: its needs, and work that is booked beyond them. */
function askedOf({ plan, scope }: Sight, over: Timeline, counted: Counted): Float64Array {
  const { asked, own } = demand(plan, over, counted);
  const minutes = new Float64Array(plan.engagements.length);
  plan.needs.forEach(({ engagement }, need) => {
    if (scope.needs[need] === 1) minutes[engagement]! += asked[need]!;
  });
  plan.allocations.engagement.forEach((engagement, row) => {
    if (scope.allocations[row] === 1) minutes[engagement]! += own[row]!;
  });
  return minutes;
}
