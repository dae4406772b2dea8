import type { FairTier } from "./fair-tiers.ts";
import type { Bottleneck } from "./groups.ts";
import type { FlowNet } from "./net.ts";
import { flowSolver, type Shortfall } from "./solver.ts";

export { type Assignment, assignments } from "./assignments.ts";
export { classMinutes, type SupplierClasses, supplierClasses } from "./classes.ts";
export type { FairTier } from "./fair-tiers.ts";
export type { Bottleneck } from "./groups.ts";
export { type GrowthTiers, growthTiers } from "./growth.ts";
export { type FlowNet, flowNet } from "./net.ts";
export { compareRatios, type Ratio } from "./ratio.ts";
export { type FlowSolver, flowSolver, type Shortfall } from "./solver.ts";

type Minutes = ArrayLike<number>;

/** The exact shortfall of one period with its proof. */
export function shortfall(net: FlowNet, supply: Minutes, demand: Minutes): Shortfall {
  return flowSolver(net).shortfall(supply, demand);
}

/** Why one period is short: separate groups of needs, each with everyone who can serve any of it. */
export function bottlenecks(net: FlowNet, supply: Minutes, demand: Minutes): readonly Bottleneck[] {
  return flowSolver(net).bottlenecks(supply, demand);
}

/** Which needs share which fill ratio when a shortage is shared fairly: the proof behind `fairSplit`. */
export function fairTiers(net: FlowNet, supply: Minutes, demand: Minutes): readonly FairTier[] {
  return flowSolver(net).fairTiers(supply, demand);
}

/** Unmet whole minutes per need when the shortage is shared as fairly as possible. */
export function fairSplit(net: FlowNet, supply: Minutes, demand: Minutes): Float64Array {
  return flowSolver(net).fairSplit(supply, demand);
}

/** Unmet minutes per need when needs are served strictly by rank, lowest rank first, ties by position. */
export function prioritySplit(net: FlowNet, supply: Minutes, demand: Minutes, ranks: ArrayLike<number>): Float64Array {
  return flowSolver(net).prioritySplit(supply, demand, ranks);
}
