import { lastWorkdayUpTo } from "../plan/calendar.ts";
import type { Plan } from "../plan/plan.ts";
import type { Counted } from "./counted.ts";
import { coverage, type Releases } from "./coverage.ts";
import { allocationEffort, needEffort } from "./effort.ts";
import { fitOf } from "./fit.ts";
import { requirements } from "./requirements.ts";
import type { Scope } from "./scope.ts";
import type { Timeline } from "./timeline.ts";
import { type Variant, variantsOf } from "./variants.ts";

/** Open minutes of one need, or of one placeholder's allocation, in one grain. */
export interface OpenPiece {
  readonly grain: number;
  readonly variant: number;
  readonly minutes: number;
  /** One of the two; the other is -1. */
  readonly need: number;
  readonly allocation: number;
}

/** The open work of a question, and what it takes from the allocations of those who stay. */
export interface OpenWork {
  readonly pieces: readonly OpenPiece[];
  readonly variants: readonly Variant[];
  /** [allocation * grains + grain]: allocated minutes, and those that restaffing sets free. */
  readonly allocated: Float64Array;
  readonly released: Float64Array;
}

export function openWork(plan: Plan, grains: Timeline, counted: Counted, scope: Scope): OpenWork {
  const needs = needEffort(plan, grains, counted);
  const allocations = allocationEffort(plan, grains, counted);
  const required = requirements(plan);
  const fit = fitOf(plan, required);
  const releases = counted.restaff ? releasedIn(plan, grains, scope) : null;
  const covered = coverage({ plan, grains, needs, allocations, required, fit, releases });
  const variants = variantsOf(required, fit);
  const pieces: OpenPiece[] = [];
  const add = (requirement: number, to: number, grain: number, minutes: number, need: number, allocation: number) => {
    if (minutes === 0) return;
    const variant = variants.of(requirement, lastWorkdayUpTo(Math.min(to, grains.periods[grain]!.to)));
    pieces.push({ grain, variant, minutes, need, allocation });
  };
  const count = grains.periods.length;
  plan.needs.forEach(({ to }, need) => {
    for (let grain = 0; grain < count && scope.needs[need] === 1; grain++) {
      const cell = need * count + grain;
      const open = needs[cell]! - covered.named[cell]! + covered.releasedOfNeed[cell]!;
      add(required.ofNeed[need]!, to, grain, open, need, -1);
    }
  });
  required.ofAllocation.forEach((requirement, row) => {
    for (let grain = 0; grain < count && requirement >= 0 && scope.allocations[row] === 1; grain++) {
      const cell = row * count + grain;
      add(requirement, plan.allocations.to[row]!, grain, allocations[cell]! - covered.covers[cell]!, -1, row);
    }
  });
  return { pieces, variants: variants.list, allocated: allocations, released: covered.released };
}

/** Restaffing sets people in scope free from needs in scope; what anybody else does stays as it is. */
function releasedIn({ people, contracts, allocations }: Plan, grains: Timeline, scope: Scope): Releases {
  return (row, need, grain) => {
    const person = allocations.person[row]!;
    if (person < 0 || scope.needs[need] === 0) return false;
    const { from, to } = grains.periods[grain]!;
    return people[person]!.contracts.some(
      (number) => scope.contracts[number] === 1 && contracts[number]!.from <= to && contracts[number]!.to >= from,
    );
  };
}
