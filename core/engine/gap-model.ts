import type { Plan } from "../plan/plan.ts";
import type { Counted } from "./counted.ts";
import { type FlowSolver, flowNet, flowSolver, type SupplierClasses, supplierClasses } from "./flow/index.ts";
import { freeMinutes } from "./free.ts";
import { type OpenWork, openWork } from "./open-work.ts";
import type { Scope } from "./scope.ts";
import { periodOfParts, type Timeline, timeline } from "./timeline.ts";
import type { Variant } from "./variants.ts";

/** Everything a gap is computed from: who has minutes, who needs them, and who fits what, grain by grain. */
export interface GapModel extends OpenWork {
  readonly plan: Plan;
  readonly timeline: Timeline;
  readonly grains: Timeline;
  /** The period in which each grain begins. */
  readonly periodOf: Int32Array;
  /** The contracts in scope, in order; classes number them by their place here. */
  readonly contracts: readonly number[];
  readonly classes: SupplierClasses;
  readonly solver: FlowSolver;
  /** Free minutes, [contract * grains + grain]. */
  readonly freeOf: Float64Array;
  /** Minutes in blocks of one grain: of classes, and asked for by variants. */
  readonly supply: Float64Array;
  readonly demand: Float64Array;
  /** 1 where a grain has open work. */
  readonly asked: Uint8Array;
  /** By period. */
  readonly open: Float64Array;
  readonly free: Float64Array;
}

export function gapModel(plan: Plan, over: Timeline, counted: Counted, scope: Scope): GapModel {
  const grains = over.daily ? over : timeline(over.from, over.to, counted.grain);
  const count = grains.periods.length;
  const periodOf = periodOfParts(over, grains);
  const work = openWork(plan, grains, counted, scope);
  const freeOf = freeMinutes(plan, grains, counted, work);
  const contracts = [...plan.contracts.keys()].filter((number) => scope.contracts[number] === 1);
  const classes = supplierClasses(whoServes(contracts, work.variants));

  const { classOf, canServe } = classes;
  const supply = new Float64Array(canServe.length * count);
  const free = new Float64Array(over.periods.length);
  contracts.forEach((number, at) => {
    const able = classOf[at]!;
    for (let grain = 0, cell = number * count; grain < count; grain++, cell++) {
      const minutes = freeOf[cell]!;
      if (minutes === 0) continue;
      supply[grain * canServe.length + able]! += minutes;
      free[periodOf[grain]!]! += minutes;
    }
  });
  const demand = new Float64Array(work.variants.length * count);
  const open = new Float64Array(over.periods.length);
  const asked = new Uint8Array(count);
  for (const { variant, grain, minutes } of work.pieces) {
    demand[grain * work.variants.length + variant]! += minutes;
    open[periodOf[grain]!]! += minutes;
    asked[grain] = 1;
  }
  const solver = flowSolver(flowNet(work.variants.length, canServe));
  return {
    ...work,
    plan,
    timeline: over,
    grains,
    periodOf,
    contracts,
    classes,
    solver,
    freeOf,
    supply,
    demand,
    asked,
    open,
    free,
  };
}

/** The variants that each contract's person can serve. */
export function whoServes(contracts: readonly number[], variants: readonly Variant[]): readonly (readonly number[])[] {
  const lists = contracts.map((): number[] => []);
  variants.forEach(({ until, day }, variant) => {
    contracts.forEach((number, at) => {
      if (until[number]! >= day) lists[at]!.push(variant);
    });
  });
  return lists;
}
