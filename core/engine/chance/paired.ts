import { drawGrain } from "./draw-grain.ts";
import { type Drawn, drawnWorlds } from "./drawn.ts";
import type { ChanceModel } from "./model.ts";
import type { Figures, Method, OddsOptions, Progress } from "./odds.ts";
import { jointListing, type PreparedGrain, prepared } from "./prepared.ts";
import { figuresOf, figuresOfDrawn } from "./summary.ts";
import { chancesIn, type Listing, MOST_OUTCOMES, statesAt } from "./table.ts";
import { weightsOf } from "./weights.ts";

/** What some work makes short: hours that are undone with it and would be done without it, in the same worlds. */
export type AddedOdds = Figures & { readonly method: Method };

/**
 * World by world, how many more minutes are unmet with some work than without it. More work never leaves less undone, so that a
 * difference above 0 says that somebody goes short because of it, however short the plan is already. The models differ in that work only.
 */
export function* addedOdds(
  without: ChanceModel,
  withIt: ChanceModel,
  { points, shifts, seed }: OddsOptions,
): Generator<Progress, readonly AddedOdds[]> {
  const count = without.grains.length;
  const of = 2 * count + withIt.periods;
  const before = yield* prepared(without, false, (done) => ({ done, of }));
  const after = yield* prepared(withIt, false, (done) => ({ done: count + done, of }));
  const drawn = drawnWorlds(withIt, points, shifts, seed);
  const found: AddedOdds[] = [];
  for (const [period, { grains }] of after.entries()) {
    const listing = jointListing(withIt, [...before[period]!.grains, ...grains]);
    const pair = [before[period]!.grains, grains] as const;
    const isListed = listing.outcomes <= MOST_OUTCOMES && pair.every((one) => one.every(({ table }) => table !== null));
    found.push(isListed ? listed(withIt, listing, ...pair) : estimated(withIt, listing, drawn, ...pair));
    yield { done: 2 * count + period + 1, of };
  }
  return found;
}

type Grains = readonly PreparedGrain[];

function listed({ things }: ChanceModel, listing: Listing, before: Grains, after: Grains): AddedOdds {
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

function estimated(model: ChanceModel, listing: Listing, drawn: Drawn, before: Grains, after: Grains): AddedOdds {
  const { shifts, lattice } = drawn;
  const added = new Float64Array(lattice.points * shifts);
  for (const [grains, sign] of [
    [before, -1],
    [after, 1],
  ] as const) {
    for (const grain of grains) {
      for (let shift = 0; shift < shifts; shift++) {
        drawGrain(grain, drawn, shift, (world, minutes) => {
          added[world]! += sign * minutes;
        });
      }
    }
  }
  const method = { kind: "estimated", points: lattice.points, shifts, coarse: false } as const;
  return { ...figuresOfDrawn(added, weightsOf(model, listing, drawn, added), shifts), method };
}
