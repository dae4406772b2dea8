import { firstWorkdayFrom, lastWorkdayUpTo } from "../plan/calendar.ts";
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
  /** The variant for work of a need of the plan from day `first` to its last, `day`; it joins `variants` when it is new. */
  readonly variantOf: (need: number, day: number, first?: number) => number;
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
  const variants = variantsOf(plan, required, fit);
  const pieces: OpenPiece[] = [];
  const add = (requirement: number, days: Days, grain: number, minutes: number, need: number, allocation: number) => {
    if (minutes === 0) return;
    const { from, to } = grains.periods[grain]!;
    const [first, last] = workdays(Math.max(days.from, from), Math.min(days.to, to));
    const variant = variants.of(requirement, last, first, days.engagement);
    pieces.push({ grain, variant, minutes, need, allocation });
  };
  const count = grains.periods.length;
  plan.needs.forEach(({ engagement, from, to }, need) => {
    if (scope.needs[need] === 0 || from > grains.to || to < grains.from) return;
    for (let grain = grainOf(grains, from), last = grainOf(grains, to); grain <= last; grain++) {
      const cell = need * count + grain;
      const open = needs[cell]! - covered.named[cell]! + covered.releasedOfNeed[cell]!;
      add(required.ofNeed[need]!, { engagement, from, to }, grain, open, need, -1);
    }
  });
  required.ofAllocation.forEach((requirement, row) => {
    const from = plan.allocations.from[row]!;
    const to = plan.allocations.to[row]!;
    const days = { engagement: plan.allocations.engagement[row]!, from, to };
    if (requirement < 0 || scope.allocations[row] === 0 || from > grains.to || to < grains.from) return;
    for (let grain = grainOf(grains, from), last = grainOf(grains, to); grain <= last; grain++) {
      const cell = row * count + grain;
      add(requirement, days, grain, allocations[cell]! - covered.covers[cell]!, -1, row);
    }
  });
  const variantOf = (need: number, day: number, first = day) =>
    variants.of(required.ofNeed[need]!, ...ends(workdays(first, day)), plan.needs[need]!.engagement);
  return { pieces, variants: variants.list, variantOf, allocated: allocations, released: covered.released };
}

/** Whose work it is, and when. */
interface Days {
  readonly engagement: number;
  readonly from: number;
  readonly to: number;
}

const workdays = (first: number, last: number) => [firstWorkdayFrom(first), lastWorkdayUpTo(last)] as const;
const ends = ([first, last]: readonly [number, number]) => [last, first] as const;

/** The grain of a day; days before or after the timeline count as its first or last. */
export function grainOf({ from, to, periodOf }: Timeline, day: number): number {
  return periodOf[Math.min(Math.max(day, from), to) - from]!;
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
