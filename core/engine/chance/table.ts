import type { GrainWorlds } from "./grain-worlds.ts";
import type { Thing } from "./model.ts";

/** Most outcomes that are listed one by one. */
export const MOST_OUTCOMES = 4096;

/** Unmet minutes of a grain for every combination of the states that differ. */
export interface GrainTable {
  readonly unmet: Float64Array;
  /** The place of some states. */
  readonly at: (states: ArrayLike<number>) => number;
}

/** Mixed-radix numbers of combinations: each thing's states, numbered without those that do the same as another. */
export interface Listing {
  readonly things: readonly number[];
  /** By thing of the listing and state: its number; and by number, its first state. */
  readonly number: readonly (readonly number[])[];
  readonly states: readonly (readonly number[])[];
  /** May be beyond what can be listed. */
  readonly outcomes: number;
}

export function listingOf(things: readonly number[], sameAs: readonly (readonly number[])[]): Listing {
  const states = sameAs.map((same) => [...new Set(same)]);
  const number = sameAs.map((same, i) => same.map((state) => states[i]!.indexOf(state)));
  return { things, number, states, outcomes: states.reduce((product, list) => product * list.length, 1) };
}

export function placeIn({ things, number, states: lists }: Listing, states: ArrayLike<number>): number {
  let at = 0;
  for (let i = 0; i < things.length; i++) at = at * lists[i]!.length + number[i]![states[things[i]!]!]!;
  return at;
}

/** Chances of each combination, in the order of their places. */
export function chancesIn({ things, number, states }: Listing, all: readonly Thing[]): Float64Array {
  let chances = Float64Array.of(1);
  things.forEach((thing, i) => {
    const own = new Float64Array(states[i]!.length);
    all[thing]!.chances.forEach((chance, state) => {
      own[number[i]![state]!]! += chance;
    });
    const next = new Float64Array(chances.length * own.length);
    chances.forEach((chance, at) => {
      own.forEach((part, of) => {
        next[at * own.length + of] = chance * part;
      });
    });
    chances = next;
  });
  return chances;
}

/** The states at a place: of each thing, the first that does the same. */
export function statesAt({ things, states }: Listing, place: number, into: Uint8Array): void {
  for (let i = things.length - 1, rest = place; i >= 0; i--) {
    into[things[i]!] = states[i]![rest % states[i]!.length]!;
    rest = Math.floor(rest / states[i]!.length);
  }
}

/** Lets a grain stand at the outcome of a place. */
export function enterPlace({ world, unmet }: GrainWorlds, listing: Listing, place: number): void {
  statesAt(listing, place, world.states);
  unmet();
}

/** Lists a grain's outcomes: nothing but things matters in it. */
export function grainTable(grain: GrainWorlds, listing: Listing): GrainTable {
  const unmet = new Float64Array(listing.outcomes);
  fill(grain, listing, unmet);
  return { unmet, at: (states) => placeIn(listing, states) };
}

/**
 * Decides one thing after another, what takes most first. While the worst of all that is undecided leaves nothing unmet, no outcome
 * of the branch does, and none of them is looked at.
 */
function fill(
  { world, unmet, worst, bounded, reach, sameAs }: GrainWorlds,
  listing: Listing,
  into: Float64Array,
): void {
  const { things, states } = listing;
  const order = [...things.keys()].sort((a, b) => reach[b]! - reach[a]! || a - b);
  const leave = (i: number) => {
    world.states[things[i]!] = sameAs[i]!.length; // the place after its states: the worst of them all
  };
  const decide = (depth: number, most: number) => {
    if (most === 0) return;
    const i = order[depth];
    if (i === undefined) {
      into[placeIn(listing, world.states)] = most;
      return;
    }
    for (const state of states[i]!) {
      world.states[things[i]!] = state;
      if (bounded) decide(depth + 1, state === worst[i] ? most : unmet());
      else decide(depth + 1, depth === order.length - 1 ? unmet() : most);
    }
    leave(i);
  };
  order.forEach(leave);
  decide(0, bounded || order.length === 0 ? unmet() : Number.POSITIVE_INFINITY);
  world.states.fill(0);
}
