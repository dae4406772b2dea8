import type { Period } from "../plan/calendar.ts";
import type { Plan } from "../plan/plan.ts";
import { bindings } from "./bindings.ts";
import type { Counted } from "./counted.ts";
import { gapModel } from "./gap-model.ts";
import { engagementSplit, skillSplit } from "./gap-splits.ts";
import type { Requirement } from "./requirements.ts";
import type { Scope } from "./scope.ts";
import type { Timeline } from "./timeline.ts";

export type { Requirement } from "./requirements.ts";

/** One bottleneck: requirements that ask for more than everyone who can serve any of them has free, in one grain. */
export interface Binding extends Period {
  /** The period of the timeline that this grain counts in. */
  readonly period: number;
  readonly requirements: readonly Requirement[];
  readonly demand: number;
  readonly supply: number;
  /** demand - supply; the deficits of a grain add up to its gap. */
  readonly deficit: number;
  /** Everyone who can serve any of it, most free minutes first, and those minutes. */
  readonly people: readonly number[];
  readonly free: readonly number[];
  /** The needs, and the allocations of placeholders, that make up the demand. */
  readonly needs: readonly number[];
  readonly allocations: readonly number[];
}

/** The exact skill gap by period. Splits and bottlenecks cost extra and are computed when called. */
export interface GapAnswer {
  readonly unmet: Float64Array;
  readonly open: Float64Array;
  readonly free: Float64Array;
  /** Fair split, [skill * periods + period]; the last row (index plan.skills.length) is work that names no skill. */
  readonly bySkill: () => Float64Array;
  /** Split by priority, [engagement * periods + period]. */
  readonly byEngagement: () => Float64Array;
  /** One entry a group and grain: grain by grain, largest deficit first. */
  readonly bottlenecks: () => readonly Binding[];
}

/**
 * Open minutes that the people in scope cannot serve, grain by grain, as a whole-minute maximum flow; every grain carries
 * its proof. A grain counts in the period in which it begins; where the periods are days, the grain is the day.
 */
export function skillGap(plan: Plan, timeline: Timeline, counted: Counted, scope: Scope): GapAnswer {
  const model = gapModel(plan, timeline, counted, scope);
  const unmet = new Float64Array(timeline.periods.length);
  const shortGrains: number[] = [];
  for (let grain = 0; grain < model.grains.periods.length; grain++) {
    if (model.asked[grain] === 0) continue;
    const minutes = model.solver.solve(model.supply, model.demand, grain);
    if (minutes === 0) continue;
    shortGrains.push(grain);
    unmet[model.periodOf[grain]!]! += minutes;
  }
  return {
    unmet,
    open: model.open,
    free: model.free,
    bySkill: () => skillSplit(model, shortGrains),
    byEngagement: () => engagementSplit(model, shortGrains),
    bottlenecks: () => bindings(model, shortGrains),
  };
}
