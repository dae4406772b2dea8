import type { Plan } from "../../plan/plan.ts";
import type { Counted } from "../counted.ts";
import { supplierClasses } from "../flow/index.ts";
import { whoServes } from "../gap-model.ts";
import type { Scope } from "../scope.ts";
import { type SupportLoad, supportLoads } from "../support/load.ts";
import { periodOfParts, type Timeline, timeline } from "../timeline.ts";
import { awayIn } from "./away.ts";
import { freeTime } from "./free-time.ts";
import type { Book, ChanceGrain, ChanceModel, Effect, Spare, Thing } from "./model.ts";
import { dealsOf, hiresOf } from "./things.ts";
import { unfolded } from "./unfold.ts";
import { chanceWork } from "./work.ts";

/**
 * What can happen in a plan, grain by grain. Reserves for support are no work here: its load itself varies. What an engagement `aside`
 * asks for is left out, and everything else is as it is beside it: people fall into the same classes, and are away in the same worlds.
 */
export function chanceModel(
  base: Plan,
  over: Timeline,
  counting: Counted,
  scope: Scope,
  queues: readonly SupportLoad[] = supportLoads(base),
  aside = -1,
): ChanceModel {
  const counted = { ...counting, restaff: false };
  const grains = over.daily ? over : timeline(over.from, over.to, counted.grain);
  const deals = dealsOf(base, counted);
  const hires = hiresOf(base, counted);
  const things: readonly Thing[] = [
    ...deals.map(({ engagement, rank, chances }): Thing => ({ kind: "deal", number: engagement, rank, chances })),
    ...hires.map(({ person, rank, chances }): Thing => ({ kind: "hire", number: person, rank, chances })),
  ];
  const all = unfolded(base, scope, deals, hires);
  const work = chanceWork(base, all, grains, counted, hires, deals.length, queues);
  const states = things.map(({ chances }) => chances.length);
  const time = freeTime(base, all, states, grains, counted, hires);
  const contracts = [...all.plan.contracts.keys()].filter((number) => all.scope.contracts[number] === 1);
  const { classOf, canServe } = supplierClasses(whoServes(contracts, work.variants));
  const ableOf = new Int32Array(all.plan.contracts.length).fill(-1);
  contracts.forEach((number, at) => {
    ableOf[number] = classOf[at]!;
  });

  const count = grains.periods.length;
  const demand = sumsOf(count);
  const supply = sumsOf(count);
  const effects = sumsOf(count);
  const variants = work.variants.length;
  for (const { grain, engagement, variant, minutes } of work.pieces) {
    if (engagement === aside) continue;
    const deal = all.dealOf[engagement]!;
    if (deal < 0) demand.add(grain, variant, minutes);
    else effects.add(grain, (deal * MOST_STATES + all.stateOf[engagement]!) * variants + variant, minutes);
  }
  contracts.forEach((number) => {
    for (let grain = 0; grain < count; grain++) supply.add(grain, ableOf[number]!, time.free[number * count + grain]!);
  });
  const spares = listsOf<Spare>(count);
  for (const { grain, contract, spare } of time.spares)
    if (ableOf[contract]! >= 0) spares[grain]!.push({ able: ableOf[contract]!, ...spare });
  const books = listsOf<Book>(count);
  for (const { grain, book } of work.books) books[grain]!.push(book);
  const away = awayIn(all, grains, counted, ableOf, work.covered, time);
  return {
    things,
    loads: work.loads,
    canServe,
    skillOf: work.variants.map(({ requirement: { skill } }) => (skill < 0 ? base.skills.length : skill)),
    skills: base.skills.length,
    grains: grains.periods.map(
      ({ from }, grain): ChanceGrain => ({
        from,
        demand: demand.pairs(grain),
        effects: effectsOf(effects.pairs(grain), variants),
        books: books[grain]!,
        supply: supply.pairs(grain),
        spares: spares[grain]!,
        away: away[grain]!,
      }),
    ),
    periods: over.periods.length,
    periodOf: Array.from(periodOfParts(over, grains)),
    unknown: unknownIn(base, counted),
  };
}

/** More ways than anybody can win a deal in. */
const MOST_STATES = 1000;

function effectsOf(pairs: readonly number[], variants: number): readonly Effect[] {
  const lists = new Map<number, number[]>();
  for (let i = 0; i < pairs.length; i += 2) {
    const way = Math.floor(pairs[i]! / variants);
    const list = lists.get(way) ?? [];
    lists.set(way, list);
    list.push(pairs[i]! % variants, pairs[i + 1]!);
  }
  return [...lists].map(([way, demand]) => ({
    thing: Math.floor(way / MOST_STATES),
    state: way % MOST_STATES,
    demand,
  }));
}

const unknownIn = ({ engagements }: Plan, { pipeline }: Counted): readonly number[] =>
  pipeline === "all" || pipeline === "none"
    ? []
    : [...engagements.keys()].filter(
        (number) => engagements[number]!.status === "tentative" && engagements[number]!.odds === null,
      );

const listsOf = <T>(count: number): T[][] => Array.from({ length: count }, () => []);

/** Sums by grain and key. */
function sumsOf(count: number) {
  const maps = Array.from({ length: count }, () => new Map<number, number>());
  return {
    add(grain: number, key: number, minutes: number) {
      if (minutes !== 0) maps[grain]!.set(key, (maps[grain]!.get(key) ?? 0) + minutes);
    },
    pairs: (grain: number): readonly number[] => [...maps[grain]!].sort(([a], [b]) => a - b).flat(),
  };
}
