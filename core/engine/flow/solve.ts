import { augment } from "./augment.ts";
import { certifiedUnmet } from "./certificate.ts";
import { assignGreedily } from "./greedy.ts";
import { load } from "./load.ts";
import type { FlowState } from "./state.ts";

/**
 * The exact shortfall of one period, proven: unmet = sum of demand - maximum flow
 * = the largest demand(S) - supply(everyone who can serve any of S) over all sets S of needs.
 */
export function solve(state: FlowState, supply: ArrayLike<number>, demand: ArrayLike<number>, period: number): number {
  load(state, supply, demand, period);
  assignGreedily(state);
  augment(state);
  return certifiedUnmet(state);
}

/** The needs in the smallest minimum cut: those every optimal explanation of the shortfall contains, in order. */
export function bindingNeeds(state: FlowState): readonly number[] {
  return Array.from(state.reachedNeeds.slice(0, state.reachedNeedCount).sort());
}
