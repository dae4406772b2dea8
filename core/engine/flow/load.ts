import { recallAll } from "./levels.ts";
import type { FlowState } from "./state.ts";

/** Minutes of one period, or one block of minutes per period, one after the other. All whole and at least 0. */
export type Minutes = ArrayLike<number>;

/** What to do about a supplier or need whose minutes are not those the state holds. */
interface Changes {
  readonly offer: (supplier: number, minutes: number) => void;
  readonly ask: (need: number, minutes: number) => void;
}

/** Starts a period with nobody assigned, so that nothing depends on what was solved before. */
export function load(state: FlowState, supply: Minutes, demand: Minutes, period: number): void {
  state.kept = false;
  takeMinutes(state, supply, demand, period, {
    offer: (supplier, minutes) => {
      state.supply[supplier] = minutes;
    },
    ask: (need, minutes) => {
      state.demand[need] = minutes;
    },
  });
  recallAll(state);
  state.flow.fill(0);
  state.free.set(state.supply);
  state.short.set(state.demand);
}

/** Reads the minutes of a period and reports those that differ. Blocks of all periods share two arrays and one solver. */
export function takeMinutes(
  state: FlowState,
  supply: Minutes,
  demand: Minutes,
  period: number,
  { offer, ask }: Changes,
): void {
  const { needs, suppliers } = state.net;
  if (supply.length * needs !== demand.length * suppliers) {
    const given = `${supply.length} supplies and ${demand.length} demands`;
    throw new RangeError(`${given} do not fit the same periods of ${suppliers} suppliers and ${needs} needs.`);
  }
  compare("Supplier", state.supply, supply, period * suppliers, offer);
  compare("Need", state.demand, demand, period * needs, ask);
}

function compare(
  what: string,
  known: Float64Array,
  given: Minutes,
  start: number,
  change: (one: number, minutes: number) => void,
): void {
  let sum = 0;
  for (let one = 0; one < known.length; one++) {
    const minutes = given[start + one];
    if (minutes !== known[one]) {
      if (minutes === undefined || !Number.isSafeInteger(minutes) || minutes < 0) {
        throw new RangeError(`${what} ${one} has ${minutes} minutes, not a whole number of them from 0 to 2^53 - 1.`);
      }
      change(one, minutes);
    }
    sum += known[one]!;
  }
  if (!Number.isSafeInteger(sum))
    throw new RangeError(`${what}s have ${sum} minutes in all, too many to count exactly.`);
}
