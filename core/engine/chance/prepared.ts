import { flowNet, flowSolver } from "../flow/index.ts";
import { openedOf } from "./book-play.ts";
import { type GrainWorlds, grainWorlds } from "./grain-worlds.ts";
import type { ChanceModel } from "./model.ts";
import type { OddsOptions, Pieces } from "./odds.ts";
import { type GrainTable, grainTable, type Listing, listingOf, MOST_OUTCOMES } from "./table.ts";
import { isListable, mostListed } from "./work-budget.ts";

/** A grain with its worlds, all of them listed where that can be done. */
export interface PreparedGrain {
  readonly number: number;
  readonly from: number;
  readonly worlds: GrainWorlds;
  readonly listing: Listing;
  readonly table: GrainTable | null;
}

/** A period with its grains, and the outcomes of all of them together. */
export interface PreparedPeriod {
  readonly grains: readonly PreparedGrain[];
  readonly listing: Listing;
  readonly exact: boolean;
}

/** Everything that can happen in a plan; `isCut` when a budget of work left outcomes unlisted that else would be. */
export interface Prepared {
  readonly periods: readonly PreparedPeriod[];
  readonly isCut: boolean;
}

export function* prepared(model: ChanceModel, asked: Pick<OddsOptions, "bySkill" | "budget">): Pieces<Prepared> {
  const solver = flowSolver(flowNet(model.skillOf.length, model.canServe));
  const opened = openedOf(model);
  const unlisted = model.grains.map((grain) => {
    const worlds = grainWorlds(model, solver, grain, asked.bySkill, opened);
    return { worlds, listing: listingOf(worlds.matters, worlds.sameAs) };
  });
  const most = mostListed(unlisted, asked);
  let isCut = false;
  const grains: PreparedGrain[] = [];
  for (const [number, { worlds, listing }] of unlisted.entries()) {
    const can = isListable(worlds, listing);
    const isListed = can && listing.outcomes <= most;
    if (can && !isListed) isCut = true;
    const table = isListed ? grainTable(worlds, listing) : null;
    grains.push({ number, from: model.grains[number]!.from, worlds, listing, table });
    yield 1;
  }
  const periods = Array.from({ length: model.periods }, (_, period): PreparedPeriod => {
    const own = grains.filter(({ number }) => model.periodOf[number] === period);
    const listing = jointListing(model, own);
    const exact = own.every(({ table }) => table !== null) && listing.outcomes <= MOST_OUTCOMES;
    return { grains: own, listing, exact };
  });
  return { periods, isCut };
}

/** All things that matter in some grain; their states differ when they do in any of the grains. */
export function jointListing({ things }: ChanceModel, grains: readonly PreparedGrain[]): Listing {
  const keys = new Map<number, string[]>();
  for (const { worlds } of grains) {
    worlds.matters.forEach((thing, i) => {
      const before = keys.get(thing) ?? things[thing]!.chances.map(() => "");
      keys.set(
        thing,
        before.map((key, state) => `${key} ${worlds.sameAs[i]![state]}`),
      );
    });
  }
  const order = [...keys.keys()].sort((a, b) => a - b);
  return listingOf(
    order,
    order.map((thing) => {
      const own = keys.get(thing)!;
      return own.map((key) => own.indexOf(key));
    }),
  );
}
