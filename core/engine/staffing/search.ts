import { clear, type Desk, place, put } from "./desk.ts";
import { randomFrom, shuffle } from "./random.ts";
import { rivalsOf } from "./rivals.ts";

/** Most roles that are taken apart together. */
const MOST = 6;
/** Worse plans are accepted at first when they lose less than about so many hand-overs. */
const WARM = 0.4;
const COLD = 0.001;
/** At random, somebody costs up to so many times what their weeks are worth to others. */
const DEAREST = 1.5;

/** The best plan that was seen, and how many attempts were made. */
export interface Improved {
  readonly plans: readonly Int32Array[];
  readonly attempts: number;
}

/**
 * Improve a plan: take a few roles that compete for people apart, put each back at its best in random order, sometimes at random prices around
 * the guide's so that a role leaves somebody to another, and keep what is better, or a little worse early on (large-neighbourhood search, annealed).
 * It always makes the same choices, and ends after so many attempts, or once the plan gained `enough`.
 */
export function* improve(
  desk: Desk,
  guide: Float64Array,
  attempts: number,
  seed: number,
  enough: number,
): Generator<number, Improved> {
  const { of, plans, worth } = desk;
  const chance = randomFrom(seed);
  const rivals = rivalsOf(of);
  const contested = of.roles.flatMap((_, role) => (rivals[role]!.length > 0 ? [role] : []));
  const price = new Float64Array(of.free.length);
  const kept = Array.from({ length: MOST }, () => new Int32Array(of.weeks));
  const best = plans.map((plan) => plan.slice());
  let change = 0;
  let most = 0;
  let attempt = 0;
  for (; attempt < attempts && contested.length > 0 && most < enough; attempt++) {
    const heat = of.handOver * (WARM * (1 - attempt / attempts) + COLD);
    const chosen = choose(contested, rivals, chance);
    let before = 0;
    chosen.forEach((role, i) => {
      kept[i]!.set(plans[role]!);
      before += worth[role]!;
      clear(desk, role);
    });
    const order = [...chosen];
    shuffle(order, chance);
    const scattered = chance() < 0.5;
    let after = 0;
    for (const role of order) {
      if (scattered) scatter(desk, role, guide, price, chance);
      after += place(desk, role, scattered ? price : null);
    }
    const gain = after - before;
    if (gain >= 0 || chance() < fading(-gain / heat)) {
      change += gain;
      if (change > most) {
        most = change;
        for (const [role, plan] of plans.entries()) best[role]!.set(plan);
      }
    } else {
      for (const role of chosen) clear(desk, role);
      for (const [i, role] of chosen.entries()) put(desk, role, kept[i]!);
    }
    yield attempt;
  }
  return { plans: best, attempts: attempt };
}

/** About exp(-x), but the same to the last bit on every machine. */
function fading(x: number): number {
  const root = 1 / (1 + x / 8);
  const square = root * root;
  return square * square * (square * square);
}

function choose(contested: readonly number[], rivals: readonly Int32Array[], chance: () => number): readonly number[] {
  const first = contested[Math.floor(chance() * contested.length)]!;
  const chosen = [first];
  const near = rivals[first]!;
  for (let more = 1 + Math.floor(chance() * (MOST - 1)); more > 0; more--) {
    const role = near[Math.floor(chance() * near.length)]!;
    if (!chosen.includes(role)) chosen.push(role);
  }
  return chosen;
}

function scatter({ of }: Desk, role: number, guide: Float64Array, price: Float64Array, chance: () => number): void {
  const { weeks, places } = of.roles[role]!;
  for (const place of places) {
    const times = chance() * DEAREST;
    for (let at = place; at < place + weeks; at++) price[at] = guide[at]! * times;
  }
}
