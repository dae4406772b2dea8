import { splitFairly } from "./fair.ts";
import { type FairTier, tiersOfFill } from "./fair-tiers.ts";
import { type Bottleneck, bottleneckGroups } from "./groups.ts";
import type { FlowNet } from "./net.ts";
import { bindingNeeds, solve, solveAfresh } from "./solve.ts";
import { flowState } from "./state.ts";
import { splitByRank } from "./turns.ts";

/** Minutes of one period, or one block of minutes per period, one after the other. All whole and at least 0. */
type Minutes = ArrayLike<number>;

/** What one period lacks, with the assignment that proves it. */
export interface Shortfall {
  readonly unmet: number;
  readonly served: number;
  /** The needs in the smallest minimum cut, in order; none when everything fits. */
  readonly binding: readonly number[];
  /** Minutes on each link of the net in one assignment that serves the most. */
  readonly flow: Float64Array;
}

/** Answers period after period with the same work arrays; `period` picks a block of `supply` and `demand`. */
export interface FlowSolver {
  readonly net: FlowNet;
  /** Unmet minutes only, without allocating anything. */
  solve(supply: Minutes, demand: Minutes, period?: number): number;
  shortfall(supply: Minutes, demand: Minutes, period?: number): Shortfall;
  bottlenecks(supply: Minutes, demand: Minutes, period?: number): readonly Bottleneck[];
  fairTiers(supply: Minutes, demand: Minutes, period?: number): readonly FairTier[];
  fairSplit(supply: Minutes, demand: Minutes, period?: number): Float64Array;
  prioritySplit(supply: Minutes, demand: Minutes, ranks: ArrayLike<number>, period?: number): Float64Array;
}

export function flowSolver(net: FlowNet): FlowSolver {
  const state = flowState(net);
  return {
    net,
    solve: (supply, demand, period = 0) => solve(state, supply, demand, period),
    shortfall: (supply, demand, period = 0) => {
      const unmet = solveAfresh(state, supply, demand, period);
      const served = state.demand.reduce((sum, minutes) => sum + minutes, 0) - unmet;
      return { unmet, served, binding: bindingNeeds(state), flow: state.flow.slice() };
    },
    bottlenecks: (supply, demand, period = 0) => {
      const unmet = solve(state, supply, demand, period);
      return unmet === 0 ? [] : bottleneckGroups(state);
    },
    fairTiers: (supply, demand, period = 0) => tiersOfFill(state, supply, demand, period),
    fairSplit: (supply, demand, period = 0) => splitFairly(state, supply, demand, period),
    prioritySplit: (supply, demand, ranks, period = 0) => splitByRank(state, supply, demand, ranks, period),
  };
}
