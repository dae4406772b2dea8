import type { Need, Plan } from "../../plan/plan.ts";
import type { Arrivals } from "../../plan/tickets.ts";
import { type Minutes, minutes } from "../../units.ts";
import { compound } from "./compound.ts";
import type { Distribution } from "./distribution.ts";

/** How the hours of one queue of support vary from week to week. */
export interface SupportLoad {
  /** Number in `plan.needs` of its expected hours: whose requirement, days and engagement it has. */
  readonly need: number;
  /** Expected minutes of a full week. */
  readonly mean: Minutes;
  /** Minutes of a full week at the midpoints of 1,024 equal slices of probability, ascending. */
  readonly slices: Int32Array;
  readonly basis: "tickets" | "rate";
}

export const SLICES = 1024;

/** Every queue of the plan that varies: needs whose tickets come in by chance. What is kept free as a reserve is none. */
export function supportLoads(plan: Plan): readonly SupportLoad[] {
  return plan.needs.flatMap((need, number): SupportLoad[] => {
    const distribution = loadOf(need);
    if (distribution === null) return [];
    return [{ need: number, mean: need.effort, slices: slicesOf(distribution), basis: need.arrivals!.basis }];
  });
}

/**
 * Minutes of a need whose tickets come in by chance, in a full week or a share of one; null for any other. In a share of a
 * week so many fewer tickets come in, and each takes what it takes: the shorter, the less do good and bad luck even out.
 */
export function loadOf({ effort, arrivals }: Need, share = 1): Distribution | null {
  if (arrivals === undefined || !(arrivals.weekly > 0) || effort === 0) return null;
  if (share !== 1) return knownLoad(thinned(arrivals, share));
  const seen = SEEN.get(arrivals);
  if (seen) return seen;
  const load = knownLoad(arrivals);
  SEEN.set(arrivals, load);
  return load;
}

/** A need's minutes in a share of a week as the slices of its full weeks are; null where its tickets do not come in by chance. */
export function slicesIn(need: Need, share: number): Int32Array | null {
  const load = loadOf(need, share);
  return load === null ? null : slicesOf(load);
}

/** Every ticket of a week falls into a share of it by itself: Poisson stays Poisson, and what is added to its variance shrinks with the mean. */
const thinned = (arrivals: Arrivals, share: number): Arrivals => ({
  ...arrivals,
  weekly: arrivals.weekly * share,
  dispersion: 1 + (arrivals.dispersion - 1) * share,
});

function knownLoad(arrivals: Arrivals): Distribution {
  const { weekly, dispersion, minutes, shares } = arrivals;
  const key = `${weekly} ${dispersion} ${minutes.join()} ${shares.join()}`;
  const known = LOADS.get(key);
  if (known) return known;
  const fresh = compound(arrivals);
  if (LOADS.size >= MOST_LOADS) LOADS.clear();
  LOADS.set(key, fresh);
  return fresh;
}

const SEEN = new WeakMap<Arrivals, Distribution>();
/** From one plan to the next, and while a plan is changed, most queues stay what they are. */
const LOADS = new Map<string, Distribution>();
const MOST_LOADS = 500;

function slicesOf({ step, first, chances }: Distribution): Int32Array {
  const slices = new Int32Array(SLICES);
  let [at, sum] = [0, chances[0]!];
  for (let i = 0; i < SLICES; i++) {
    const chance = (i + 0.5) / SLICES;
    while (sum < chance && at < chances.length - 1) sum += chances[++at]!;
    slices[i] = minutes((first + at) * step);
  }
  return slices;
}
