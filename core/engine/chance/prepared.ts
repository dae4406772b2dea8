import { flowNet, flowSolver } from "../flow/index.ts";
import { openedOf } from "./book-play.ts";
import { type GrainWorlds, grainWorlds } from "./grain-worlds.ts";
import type { ChanceModel } from "./model.ts";
import type { Progress } from "./odds.ts";
import { type GrainTable, grainTable, type Listing, listingOf, MOST_OUTCOMES } from "./table.ts";

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

export function* prepared(
  model: ChanceModel,
  bySkill: boolean,
  progress: (done: number) => Progress,
): Generator<Progress, readonly PreparedPeriod[]> {
  const solver = flowSolver(flowNet(model.skillOf.length, model.canServe));
  const opened = openedOf(model);
  const grains: PreparedGrain[] = [];
  for (const [number, grain] of model.grains.entries()) {
    const worlds = grainWorlds(model, solver, grain, bySkill, opened);
    const listing = listingOf(worlds.matters, worlds.sameAs);
    grains.push({ number, from: grain.from, worlds, listing, table: grainTable(worlds, listing) });
    yield progress(number + 1);
  }
  return Array.from({ length: model.periods }, (_, period) => {
    const own = grains.filter(({ number }) => model.periodOf[number] === period);
    const listing = jointListing(model, own);
    const exact = own.every(({ table }) => table !== null) && listing.outcomes <= MOST_OUTCOMES;
    return { grains: own, listing, exact };
  });
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
