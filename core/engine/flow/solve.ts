import { augment } from "./augment.ts";
import { certifiedUnmet } from "./certificate.ts";
import { change } from "./change.ts";
import { exchangeOf, readExchange } from "./exchange.ts";
import { assignGreedily } from "./greedy.ts";
import { load, type Minutes } from "./load.ts";
import { reassign } from "./reassign.ts";
import type { FlowState } from "./state.ts";

/**
 * The exact shortfall of one period, proven: unmet = sum of demand - maximum flow
 * = the largest demand(S) - supply(everyone who can serve any of S) over all sets S of needs.
 * The state keeps its assignment, and the next period costs what it changes. Unmet minutes and binding needs are the
 * same whatever was solved before; who serves whom is not.
 */
export function solve(state: FlowState, supply: Minutes, demand: Minutes, period: number): number {
  state.exchange ??= exchangeOf(state.net);
  const { exchange } = state;
  if (exchange === null) return solveAfresh(state, supply, demand, period);
  if (state.kept) {
    state.kept = false; // until the new assignment is proven
    change(state, exchange, supply, demand, period);
    reassign(state, exchange);
    const unmet = certifiedUnmet(state);
    state.kept = true;
    return unmet;
  }
  const unmet = solveAfresh(state, supply, demand, period);
  readExchange(state, exchange);
  state.kept = true;
  return unmet;
}

/** The same from nothing, so that who serves whom is the same whatever was solved before. */
export function solveAfresh(state: FlowState, supply: Minutes, demand: Minutes, period: number): number {
  load(state, supply, demand, period);
  assignGreedily(state);
  augment(state);
  return certifiedUnmet(state);
}

/** The needs in the smallest minimum cut: those every optimal explanation of the shortfall contains, in order. */
export function bindingNeeds(state: FlowState): readonly number[] {
  return Array.from(state.reachedNeeds.slice(0, state.reachedNeedCount).sort());
}
