import { augment } from "./augment.ts";
import { certifiedUnmet } from "./certificate.ts";
import { findLevels, recallAll, retireReached } from "./levels.ts";
import { load } from "./load.ts";
import type { FlowState } from "./state.ts";

/**
 * Unmet minutes per need when needs are served strictly by rank, lowest rank first and ties by position. Need number k
 * of that order gets exactly what it adds to the most that the first k can have: F(first k) - F(first k - 1). The total
 * is the same for every order, because re-assignments never lower an earlier need (the served vectors form a polymatroid).
 */
export function splitByRank(
  state: FlowState,
  supply: ArrayLike<number>,
  demand: ArrayLike<number>,
  ranks: ArrayLike<number>,
  period: number,
): Float64Array {
  load(state, supply, demand, period);
  const order = needsByRank(ranks, state.net.needs);
  const unmet = serveInTurn(state, order, state.demand);
  proveUnmet(state, unmet);
  return unmet;
}

/** Gives each need in turn the minutes it wants on top of what is assigned, as far as they go; returns those it lacks. */
export function serveInTurn(state: FlowState, order: Iterable<number>, wanted: Float64Array): Float64Array {
  const lacking = new Float64Array(wanted.length);
  state.short.fill(0);
  for (const need of order) {
    state.short[need] = wanted[need]!;
    augment(state);
    if (state.short[need] === 0) continue;
    lacking[need] = state.short[need]!;
    state.short[need] = 0;
    retireReached(state);
  }
  recallAll(state);
  return lacking;
}

/** Asserts that the assignment leaves exactly these minutes unmet and that no other leaves fewer in all. */
export function proveUnmet(state: FlowState, unmet: Float64Array): void {
  state.short.set(unmet);
  findLevels(state);
  certifiedUnmet(state);
}

function needsByRank(ranks: ArrayLike<number>, needs: number): Int32Array {
  if (ranks.length !== needs) throw new RangeError(`${ranks.length} ranks were given for ${needs} needs.`);
  for (let need = 0; need < needs; need++) {
    if (Number.isNaN(ranks[need])) throw new RangeError(`Need ${need} has no rank.`);
  }
  return Int32Array.from({ length: needs }, (_, need) => need).sort((a, b) => ranks[a]! - ranks[b]! || a - b);
}
