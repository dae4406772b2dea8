import { metBy } from "./draw-grain.ts";
import { coordinatesOf } from "./estimate.ts";
import type { Thing } from "./model.ts";
import type { Figures, Method, Pieces } from "./odds.ts";
import { jointListing, type PreparedGrain } from "./prepared.ts";
import type { Search } from "./search.ts";
import { figuresOf, figuresOfDrawn } from "./summary.ts";
import { chancesIn, type Listing, MOST_OUTCOMES, statesAt } from "./table.ts";
import { weightsOf } from "./weights.ts";

/** What some work makes short: hours that are undone with it and would be done without it, in the same worlds. */
export type AddedOdds = Figures & { readonly method: Method };

/**
 * World by world, how many more minutes are unmet with some work than without it. More work never leaves less undone, so that a
 * difference above 0 says that somebody goes short because of it, however short the plan is already. The models differ in that work only.
 */
export function* addedOdds(without: Search, withIt: Search): Pieces<readonly AddedOdds[]> {
  const { things } = withIt.model;
  const found: AddedOdds[] = [];
  for (const [period, { grains: after }] of withIt.periods.entries()) {
    const before = without.periods[period]!.grains;
    const all = [...before, ...after];
    const listing = jointListing(withIt.model, all);
    const isListed = listing.outcomes <= MOST_OUTCOMES && all.every(({ table }) => table !== null);
    found.push(isListed ? listed(things, listing, before, after) : yield* estimated(listing, without, withIt, period));
  }
  return found;
}

type Grains = readonly PreparedGrain[];

function listed(things: readonly Thing[], listing: Listing, before: Grains, after: Grains): AddedOdds {
  const states = new Uint8Array(things.length);
  const unmet = (grains: Grains) => grains.reduce((sum, { table }) => sum + table!.unmet[table!.at(states)]!, 0);
  const added = new Float64Array(listing.outcomes);
  for (let outcome = 0; outcome < added.length; outcome++) {
    statesAt(listing, outcome, states);
    added[outcome] = unmet(after) - unmet(before);
  }
  const method = { kind: "exact", worlds: listing.outcomes } as const;
  return { ...figuresOf(added, chancesIn(listing, things)), standardError: 0, method };
}

function* estimated(listing: Listing, without: Search, withIt: Search, period: number): Pieces<AddedOdds> {
  const { model, drawn, coarse } = withIt;
  const { shifts, lattice } = drawn;
  const added = new Float64Array(lattice.points * shifts);
  for (const [search, sign] of [
    [without, -1],
    [withIt, 1],
  ] as const) {
    for (const grain of search.periods[period]!.grains) {
      const unmet = search.unmet.get(grain) ?? (yield* metBy(search, grain));
      for (let world = 0; world < added.length; world++) added[world]! += sign * unmet[world]!;
    }
  }
  const method = { kind: "estimated", points: lattice.points, shifts, coarse } as const;
  const coordinates = coordinatesOf(listing, withIt.periods[period]!.grains);
  return { ...figuresOfDrawn(added, weightsOf(model, listing, drawn, added), shifts, coordinates), method };
}
