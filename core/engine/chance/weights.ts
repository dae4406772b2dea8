import type { Drawn } from "./drawn.ts";
import type { ChanceModel } from "./model.ts";
import type { Listing } from "./table.ts";

/** Fewer worlds than so many are not told apart any further. */
const FEWEST = 16;

/** How much each drawn world stands for: of all, in all 1, and of those of its shift, in each shift 1. */
export interface Weights {
  readonly all: Float64Array;
  readonly inShift: Float64Array;
}

/**
 * How much each drawn world stands for. What things do together is known exactly and drawn only roughly, so that worlds are
 * weighed by it: those in which the most important thing is in a state have that state's chance between them, those among them in which
 * the next is in a state that state's part of it, and so on (post-stratification: W. Cochran, "Sampling Techniques", chapter 5A).
 */
export function weightsOf(model: ChanceModel, listing: Listing, drawn: Drawn, unmet: Float64Array): Weights {
  const strata = strataOf(model, listing, drawn, unmet);
  const share = (worlds: Int32Array, depth: number, weight: number, weights: Float64Array): void => {
    const stratum = strata[depth];
    if (stratum === undefined || worlds.length < FEWEST) {
      for (const world of worlds) weights[world] = weight / worlds.length;
      return;
    }
    const { numbers, chances } = stratum;
    const parts = partsOf(worlds, numbers, chances.length);
    const met = parts.reduce((sum, part, number) => sum + (part.length > 0 ? chances[number]! : 0), 0);
    parts.forEach((part, number) => {
      if (part.length > 0) share(part, depth + 1, (weight * chances[number]!) / met, weights);
    });
  };
  const worlds = Int32Array.from(unmet.keys());
  const { points } = drawn.lattice;
  const all = new Float64Array(unmet.length);
  const inShift = new Float64Array(unmet.length);
  share(worlds, 0, 1, all);
  for (let first = 0; first < worlds.length; first += points)
    share(worlds.subarray(first, first + points), 0, 1, inShift);
  return { all, inShift };
}

/** The worlds of each group, in their order. */
function partsOf(worlds: Int32Array, groupOf: Uint8Array, groups: number): readonly Int32Array[] {
  const ends = new Int32Array(groups + 1);
  for (let i = 0; i < worlds.length; i++) ends[groupOf[worlds[i]!]! + 1]! += 1;
  for (let group = 0; group < groups; group++) ends[group + 1]! += ends[group]!;
  const starts = ends.slice();
  const sorted = new Int32Array(worlds.length);
  for (let i = 0; i < worlds.length; i++) sorted[starts[groupOf[worlds[i]!]!]!++] = worlds[i]!;
  return Array.from({ length: groups }, (_, group) => sorted.subarray(ends[group], ends[group + 1]));
}

interface Stratum {
  /** By world, the number of the thing's state; by number, its chance. */
  readonly numbers: Uint8Array;
  readonly chances: Float64Array;
  /** How much of what differs from world to world it explains. */
  readonly explains: number;
}

function strataOf(
  { things: all }: ChanceModel,
  { things, number, states }: Listing,
  { statesOf }: Drawn,
  unmet: Float64Array,
): readonly Stratum[] {
  const short = unmet.map((minutes) => Number(minutes > 0));
  return things
    .map((thing, i): Stratum => {
      const numbers = statesOf(thing).map((state) => number[i]![state]!);
      const chances = new Float64Array(states[i]!.length);
      all[thing]!.chances.forEach((chance, state) => {
        chances[number[i]![state]!]! += chance;
      });
      const explains = explained(short, numbers, chances.length) + explained(unmet, numbers, chances.length);
      return { numbers, chances, explains };
    })
    .sort((a, b) => b.explains - a.explains);
}

/** The part of the variance that lies between groups. */
function explained(values: Float64Array, groupOf: Uint8Array, groups: number): number {
  const sums = new Float64Array(groups);
  const counts = new Float64Array(groups);
  let squares = 0;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    sums[groupOf[i]!]! += value;
    counts[groupOf[i]!]! += 1;
    sum += value;
    squares += value * value;
  }
  const around = squares - (sum * sum) / values.length;
  if (around <= 0) return 0;
  const between = sums.reduce((all, one, group) => all + (counts[group]! > 0 ? (one * one) / counts[group]! : 0), 0);
  return (between - (sum * sum) / values.length) / around;
}
