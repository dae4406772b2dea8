import { readExchange } from "../flow/exchange.ts";
import type { FlowNet } from "../flow/index.ts";
import { load } from "../flow/load.ts";
import { capacityTaken, type Shift } from "./ranked-loss.ts";
import { closeReached, raise } from "./ranked-search.ts";
import { resolved } from "./ranked-slow.ts";
import { type RankedState, rankedState, takeBack } from "./ranked-state.ts";

export type { Shift } from "./ranked-loss.ts";

/** One grain, served in the order of its asks, that can be asked again and again what would be if somebody were away. */
export interface RankedFlow {
  /** Serves a grain from nothing, earlier asks first; returns the minutes each ask lacks. */
  solve(supply: Float64Array, demand: Float64Array): Float64Array;
  /** Reports the minutes each ask would lack on top of that, in parts; afterwards everything is as it was. */
  without(capacity: readonly Shift[], opened: readonly Shift[], lost: Lost): void;
}
export type Lost = (ask: number, minutes: number) => void;

/** Pairs of variants take memory by the square of their number. */
const MOST_VARIANTS = 2048;

/**
 * Strict order of service as a flow that is kept: `variantOf` names the need of the net behind each ask, and `rankOf` its
 * place in the order, never falling. The first k asks together have the most minutes that any assignment gives them.
 * Without somebody, the same is reached again from the kept assignment by exchanges alone: whoever must give up minutes is
 * served by others, and where nobody is free the last in the order that can be reached gives way (served minutes are the
 * independent sets of a matroid, and its best bases differ by such exchanges; Edmonds 1971).
 */
export function rankedFlow(
  net: FlowNet,
  variantOf: ArrayLike<number>,
  rankOf: ArrayLike<number>,
  most = MOST_VARIANTS,
): RankedFlow {
  const state = rankedState(net, variantOf, rankOf, most);
  if (state === null) return resolved(net, variantOf, rankOf);
  return {
    solve: (supply, demand) => serveInOrder(state, supply, demand),
    without: (capacity, opened, lost) => {
      if (
        opened.length === 0 &&
        capacity.length === 1 &&
        capacity.every(({ at, minutes }) => minutes <= state.flow.free[at]!)
      )
        return;
      const missing = capacityTaken(state, capacity);
      for (const { at, minutes } of opened) {
        missing.set(at, (missing.get(at) ?? 0) + minutes);
        lost(at, minutes);
      }
      for (const ask of [...missing.keys()].sort((a, b) => a - b)) raise(state, ask, missing.get(ask)!, true);
      takeBack(state, lost);
    },
  };
}

function serveInOrder(state: RankedState, supply: Float64Array, demand: Float64Array): Float64Array {
  const { net, flow, exchange, served, closed, variantOf } = state;
  const wanted = new Float64Array(net.needs);
  demand.forEach((minutes, ask) => {
    wanted[variantOf[ask]!]! += minutes;
  });
  load(flow, supply, wanted, 0);
  readExchange(flow, exchange);
  served.fill(0);
  state.lastPlace.fill(-1);
  closed.fill(0);
  demand.forEach((minutes, ask) => {
    if (minutes > 0 && !raise(state, ask, minutes, false)) closeReached(state);
  });
  closed.fill(0);
  state.changes = 0;
  return demand.map((minutes, ask) => minutes - served[ask]!);
}
