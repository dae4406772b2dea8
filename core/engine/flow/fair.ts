import { augment } from "./augment.ts";
import { tiersOfFill } from "./fair-tiers.ts";
import { assignGreedily } from "./greedy.ts";
import { load } from "./load.ts";
import { compareRatios, type Ratio, wholePart } from "./ratio.ts";
import type { FlowState } from "./state.ts";
import { proveUnmet, serveInTurn } from "./turns.ts";

/**
 * Unmet whole minutes per need of the fairest split. Every exact share is floored, then single minutes go to the largest
 * remainders, ties by position, along augmenting paths: the total stays the most that can be served, and every need gets
 * the floor or the ceiling of its exact share, because the served vectors form an integral polymatroid. Rounding each
 * share on its own would promise minutes nobody has.
 */
export function splitFairly(
  state: FlowState,
  supply: ArrayLike<number>,
  demand: ArrayLike<number>,
  period: number,
): Float64Array {
  const tiers = tiersOfFill(state, supply, demand, period);
  if (tiers.length === 0) return new Float64Array(state.net.needs);
  load(state, supply, demand, period);
  const floors = state.demand.slice();
  const odd = new Float64Array(floors.length);
  const rests: { readonly need: number; readonly rest: Ratio }[] = [];
  for (const { needs, fill } of tiers) {
    for (const need of needs) {
      const { whole, rest } = wholePart(floors[need]!, fill);
      floors[need] = whole;
      if (rest.p === 0) continue;
      odd[need] = 1;
      rests.push({ need, rest });
    }
  }
  state.short.set(floors);
  assignGreedily(state);
  augment(state);
  const byRest = rests.sort((a, b) => compareRatios(b.rest, a.rest) || a.need - b.need).map(({ need }) => need);
  const lacking = serveInTurn(state, byRest, odd);
  const unmet = state.demand.map((minutes, need) => minutes - floors[need]! - odd[need]! + lacking[need]!);
  proveUnmet(state, unmet);
  return unmet;
}
