import type { Plan } from "../plan/plan.ts";
import type { Counted } from "./counted.ts";
import { coverage } from "./coverage.ts";
import { allocationEffort, needEffort } from "./effort.ts";
import { fitOf } from "./fit.ts";
import { shareOut, sumParts } from "./parts.ts";
import { requirements } from "./requirements.ts";
import { commonPieces, periodOfParts, type Timeline, timeline } from "./timeline.ts";

/**
 * What is asked for: [need * periods + period] and [allocation * periods + period]. DEMAND = asked + own. Coverage is
 * decided grain by grain; a grain that lies in several periods is shared out by the minutes of its days.
 */
export interface Demand {
  readonly asked: Float64Array;
  /** What named people do not cover of a need. */
  readonly open: Float64Array;
  /** Allocated effort that covers no need: demand of its own. */
  readonly own: Float64Array;
  /** The part of `own` that belongs to placeholders: nobody does it yet. */
  readonly ownOpen: Float64Array;
}

export function demand(plan: Plan, over: Timeline, counted: Counted): Demand {
  const grains = timeline(over.from, over.to, counted.grain);
  const pieces = commonPieces(grains, over);
  const grainOf = periodOfParts(grains, pieces);
  const periodOf = periodOfParts(over, pieces);
  const asked = needEffort(plan, pieces, counted);
  const effort = allocationEffort(plan, pieces, counted);
  const needs = sumParts(asked, grainOf, grains.periods.length);
  const allocations = sumParts(effort, grainOf, grains.periods.length);
  const required = requirements(plan);
  const fit = fitOf(plan, required);
  const { named, covers } = coverage({ plan, grains, needs, allocations, required, fit, releases: null });

  const byPeriod = (minutes: Float64Array, weights: Float64Array, sums: Float64Array) =>
    sumParts(shareOut(minutes, weights, sums, grainOf), periodOf, over.periods.length);
  const own = byPeriod(difference(allocations, covers), effort, allocations);
  return {
    asked: sumParts(asked, periodOf, over.periods.length),
    open: byPeriod(difference(needs, named), asked, needs),
    own,
    ownOpen: placeholdersOnly(plan, own, over.periods.length),
  };
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  const rest = new Float64Array(a.length);
  for (let cell = 0; cell < rest.length; cell++) rest[cell] = a[cell]! - b[cell]!;
  return rest;
}

function placeholdersOnly({ allocations: { person } }: Plan, own: Float64Array, periods: number): Float64Array {
  const open = new Float64Array(own.length);
  for (let row = 0; row < person.length; row++) {
    if (person[row]! < 0) open.set(own.subarray(row * periods, (row + 1) * periods), row * periods);
  }
  return open;
}
