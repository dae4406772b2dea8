import type { Compiled } from "./compiled.ts";

const PATIENCE = 12;
const SMALLER = 0.7;

/** The best that a role alone can be worth at some prices; adds the minutes it would use of each person's week. */
export type BestAlone = (role: number, price: Float64Array, used: Float64Array) => number;

/** The most that a plan can be worth, and what a minute of each person's week is worth to others (prices by person and week). */
export interface Bound {
  readonly bound: number;
  readonly price: Float64Array;
}

/**
 * The most that any plan can be worth. Give every minute of every week of every person a price, let each role alone have its best plan
 * at these prices, and add what all free minutes cost: no plan beats that sum, whatever the prices (Lagrangian relaxation; the
 * prices follow Polyak's subgradient steps towards `reached`, the worth of a plan that is known). Prices are whole, so the sum is exact.
 */
export function* priceBound(
  of: Compiled,
  bestAlone: BestAlone,
  rounds: number,
  reached: number,
): Generator<number, Bound> {
  const { free, roles } = of;
  const price = new Float64Array(free.length);
  const used = new Float64Array(free.length);
  const touched = cellsOf(of);
  let bound = Number.POSITIVE_INFINITY;
  let pace = 1;
  let stale = 0;
  for (let round = 0; round < rounds; round++) {
    let sum = 0;
    for (const cell of touched) {
      used[cell] = -free[cell]!;
      sum += price[cell]! * free[cell]!;
    }
    for (const role of roles.keys()) sum += bestAlone(role, price, used);
    stale = sum < bound * (1 - 1e-7) ? 0 : stale + 1;
    bound = Math.min(bound, sum);
    if (stale > PATIENCE) {
      pace *= SMALLER;
      stale = 0;
    }
    let norm = 0;
    for (const cell of touched) {
      const over = used[cell]!;
      if (over > 0 || price[cell]! > 0) norm += over * over;
    }
    if (norm === 0 || sum <= reached) break;
    const stride = (pace * (sum - reached)) / norm;
    for (const cell of touched) price[cell] = Math.max(0, Math.round(price[cell]! + stride * used[cell]!));
    yield round;
  }
  return { bound: Math.max(reached, bound), price };
}

/** The weeks of people that some role could use. */
function cellsOf({ free, roles, weeks: all }: Compiled): Int32Array {
  const wanted = new Uint8Array(free.length);
  for (const { people, from, weeks } of roles) {
    for (const person of people) wanted.fill(1, person * all + from, person * all + from + weeks);
  }
  return Int32Array.from([...wanted.keys()].filter((cell) => wanted[cell] === 1 && free[cell]! > 0));
}
