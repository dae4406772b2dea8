import type { FlowState } from "./state.ts";

/**
 * Starts a period with nobody assigned. `supply` and `demand` hold one block of minutes per period, one after the
 * other, so that all periods of a plan can share two arrays and one solver.
 */
export function load(state: FlowState, supply: ArrayLike<number>, demand: ArrayLike<number>, period: number): void {
  const { needs, suppliers } = state.net;
  if (supply.length * needs !== demand.length * suppliers) {
    const given = `${supply.length} supplies and ${demand.length} demands`;
    throw new RangeError(`${given} do not fit the same periods of ${suppliers} suppliers and ${needs} needs.`);
  }
  copyMinutes("Supplier", supply, period * suppliers, state.supply);
  copyMinutes("Need", demand, period * needs, state.demand);
  state.flow.fill(0);
  state.free.set(state.supply);
  state.short.set(state.demand);
}

function copyMinutes(what: string, from: ArrayLike<number>, start: number, to: Float64Array): void {
  let sum = 0;
  for (let i = 0; i < to.length; i++) {
    const minutes = from[start + i];
    if (minutes === undefined || !Number.isSafeInteger(minutes) || minutes < 0) {
      throw new RangeError(`${what} ${i} has ${minutes} minutes, not a whole number of them from 0 to 2^53 - 1.`);
    }
    to[i] = minutes;
    sum += minutes;
  }
  if (!Number.isSafeInteger(sum))
    throw new RangeError(`${what}s have ${sum} minutes in all, too many to count exactly.`);
}
