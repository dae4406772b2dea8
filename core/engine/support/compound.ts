import type { Arrivals } from "../../plan/tickets.ts";
import { recursionOf } from "./counts.ts";
import { certain, type Distribution, normalised, times } from "./distribution.ts";

/** Minutes of a week's tickets: so many come by chance, and each takes one of some numbers of minutes by chance. */
export function compound(arrivals: Arrivals): Distribution {
  const { weekly, dispersion } = arrivals;
  if (!(weekly > 0)) return certain(0);
  const { halvings, step } = gridFor(arrivals);
  const parts = 2 ** halvings;
  const [a, b] = recursionOf(weekly / parts, dispersion);
  // Both numbers of tickets are sums of such parts: a part's chances suffice, and its parts are added up.
  return times(recursion(a, b, sizesOn(arrivals, step), step, meanMinutes(arrivals) / parts / step), parts);
}

export const meanMinutes = ({ weekly, minutes, shares }: Arrivals): number =>
  weekly * minutes.reduce((sum, one, i) => sum + one * shares[i]!, 0);

/** Sizes of a ticket in steps, ascending, with their shares; their mean is kept where they lie between two steps. */
interface Sizes {
  readonly none: number;
  readonly steps: readonly number[];
  readonly shares: readonly number[];
}

const MOST_STEPS = 4096;
const MOST_PRODUCTS = 1_000_000;
const COARSE_STEPS = 1024;
/** Beyond, the recursion's first weight would be too small beside the largest. */
const MOST_TICKETS = 400;
const COARSE_TICKETS = 24;

/** Exact, on steps that every size is a whole number of, where that is cheap; otherwise coarser, and of a part of the tickets. */
function gridFor(arrivals: Arrivals): { readonly halvings: number; readonly step: number } {
  const exact = arrivals.minutes.reduce(gcd, 0) || 1;
  const steps = spanOf(arrivals, 1) / exact;
  const isCheap = steps <= MOST_STEPS && steps * arrivals.minutes.length <= MOST_PRODUCTS;
  if (isCheap && arrivals.weekly <= MOST_TICKETS) return { halvings: 0, step: exact };
  let halvings = 0;
  while (arrivals.weekly > COARSE_TICKETS * 2 ** halvings) halvings += 1;
  const span = spanOf(arrivals, 2 ** halvings);
  return { halvings, step: exact * Math.max(1, Math.ceil(span / COARSE_STEPS / exact)) };
}

/** Minutes that a part of the tickets hardly ever exceeds. */
function spanOf({ weekly, dispersion, minutes, shares }: Arrivals, parts: number): number {
  let [mean, square] = [0, 0];
  minutes.forEach((one, i) => {
    mean += shares[i]! * one;
    square += shares[i]! * one * one;
  });
  const variance = (weekly / parts) * (square + (dispersion - 1) * mean * mean);
  return (weekly / parts) * mean + 9 * Math.sqrt(variance) + (minutes[minutes.length - 1] ?? 0);
}

function gcd(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, x % y];
  return x;
}

function sizesOn({ minutes, shares }: Arrivals, step: number): Sizes {
  const on = new Map<number, number>();
  const add = (at: number, share: number) => {
    if (share > 0) on.set(at, (on.get(at) ?? 0) + share);
  };
  minutes.forEach((one, i) => {
    const down = Math.floor(one / step);
    const over = one / step - down;
    add(down, shares[i]! * (1 - over));
    add(down + 1, shares[i]! * over);
  });
  const steps = [...on.keys()].filter((at) => at > 0).sort((x, y) => x - y);
  return { none: on.get(0) ?? 0, steps, shares: steps.map((at) => on.get(at)!) };
}

const LEAST = 1e-13;

/**
 * Panjer's recursion (H. Panjer, "Recursive evaluation of a family of compound distributions", ASTIN Bulletin 12, 1981):
 * g(s) = sum over sizes j of (a + b j / s) f(j) g(s - j), over 1 - a f(0). It begins with a weight of 1 for no work at all,
 * whatever its chance, and is made a chance at the end: ratios only.
 */
function recursion(a: number, b: number, { none, steps, shares }: Sizes, step: number, mean: number): Distribution {
  const largest = steps[steps.length - 1];
  if (largest === undefined) return certain(0);
  const weights = [1];
  let [total, recent] = [1, 1];
  for (let s = 1; s <= mean || recent > LEAST * total; s++) {
    let weight = 0;
    for (let k = 0; k < steps.length && steps[k]! <= s; k++) {
      const j = steps[k]!;
      weight += (a + (b * j) / s) * shares[k]! * weights[s - j]!;
    }
    weight /= 1 - a * none;
    weights.push(weight);
    total += weight;
    // The next weights are made of the last ones only, as many as the largest size has steps.
    recent += weight - (s >= largest ? weights[s - largest]! : 0);
  }
  return normalised(step, 0, weights);
}
