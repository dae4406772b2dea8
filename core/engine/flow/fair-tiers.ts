import { bottleneckGroups } from "./groups.ts";
import { type Part, tiersOf } from "./nested.ts";
import type { Ratio } from "./ratio.ts";
import { solveAfresh } from "./solve.ts";
import type { FlowState } from "./state.ts";

/**
 * Needs that get the same share of what they ask for, because they compete for the same people. Together with all tiers
 * of a lower fill they use up everyone who can serve any of them, so none can get more unless a worse-off need gets less.
 */
export interface FairTier extends Part {
  readonly fill: Ratio;
}

/**
 * The lexicographically fairest fill ratios of one period, worst tier first; needs in no tier are served in full.
 * Demand that grows from nothing to what is asked for becomes short tier by tier, and the x at which a need does is the
 * share that it gets: S. Fujishige, "Lexicographically optimal base of a polymatroid with respect to a weight vector"
 * (Mathematics of Operations Research 5, 1980). Fewer flows than short needs.
 */
export function tiersOfFill(
  state: FlowState,
  supply: ArrayLike<number>,
  demand: ArrayLike<number>,
  period: number,
): readonly FairTier[] {
  solveAfresh(state, supply, demand, period);
  const minutes = { supply: state.supply.slice(), demand: state.demand.slice() };
  const parts = bottleneckGroups(state).map(({ needs, suppliers }) => ({
    needs,
    suppliers: suppliers.filter((supplier) => minutes.supply[supplier]! > 0),
  }));
  const growing = { supply: minutes.supply, base: new Float64Array(minutes.demand.length), growth: minutes.demand };
  return tiersOf(state, growing, parts).map(({ at, ...part }) => ({ ...part, fill: at }));
}
