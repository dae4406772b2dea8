import { metBy } from "./draw-grain.ts";
import type { PeriodFigures } from "./exact.ts";
import type { ChanceModel } from "./model.ts";
import type { Figures, Pieces } from "./odds.ts";
import type { PreparedGrain, PreparedPeriod } from "./prepared.ts";
import { dealRisks } from "./risk.ts";
import type { Search } from "./search.ts";
import { type SkillSums, skillSums } from "./skill-sums.ts";
import type { Coordinates } from "./standard-error.ts";
import { figuresOfDrawn, settled } from "./summary.ts";
import { chancesIn, type Listing } from "./table.ts";
import { type Weights, weightsOf } from "./weights.ts";

/** The key of all skills together, and of none. */
const ALL = -1;
const NOBODY = -2;
/** What is short in the mildest world is short in all, and nothing about it is estimated. */
const SURE = { chance: 1, standardError: 0 } as const;

/** A period's figures from worlds drawn. Means are those of the grains, so that they add up. */
export function* estimatedFigures(search: Search, { grains, listing }: PreparedPeriod): Pieces<PeriodFigures> {
  const { model, drawn, bySkill, coarse } = search;
  const { shifts, lattice } = drawn;
  const unmet = new Float64Array(lattice.points * shifts);
  const sums = bySkill ? skillSums(model, unmet.length) : null;
  const means = new Map<number, number>();
  const add = (key: number, minutes: number) => means.set(key, (means.get(key) ?? 0) + minutes);
  let weights: Weights | null = null;
  for (const grain of grains) {
    const ownSums = bySkill ? skillSums(model, unmet.length) : null;
    const own = yield* metBy(search, grain, (world, minutes, place) => {
      if (minutes > 0) ownSums?.add(grain, place, world);
    });
    for (let world = 0; world < own.length; world++) unmet[world]! += own[world]!;
    if (ownSums !== null) sums?.addAll(ownSums);
    weights = grain.table === null ? weightsOf(model, grain.listing, drawn, own) : null;
    if (weights === null) addListed(model, grain, ownSums, add);
    else {
      add(ALL, mean(own, weights.all));
      for (const [skill, row] of ownSums?.rows ?? []) add(skill, mean(row, weights.all));
    }
  }
  const known = grains.length === 1 ? weights : null;
  const shares = known ?? weightsOf(model, listing, drawn, unmet);
  const coordinates = coordinatesOf(listing, grains);
  const figures = (of: Float64Array, key: number): Figures => ({
    ...figuresOfDrawn(of, shares, shifts, coordinates),
    expected: settled(means.get(key) ?? 0),
  });
  const deals = dealRisks(listing, model.things, {
    unmet,
    chanceOf: (world) => shares.all[world]!,
    numberOf: (i, world) => listing.number[i]![drawn.statesOf(listing.things[i]!)[world]!]!,
  });
  const method = { kind: "estimated", points: lattice.points, shifts, coarse } as const;
  const never = new Float64Array(bySkill ? unmet.length : 0);
  const unseen = [...(bySkill ? skillsIn(model, grains) : [])].map((skill): [number, Figures] => [
    skill,
    figures(never, NOBODY),
  ]);
  const skills = [...(sums?.rows ?? [])].map(([skill, row]): [number, Figures] => [skill, figures(row, skill)]);
  const total = figures(unmet, ALL);
  const isCertain = grains.some(({ worlds }) => worlds.kernel.isAlwaysShort);
  return { total: { ...total, ...(isCertain && SURE), method, deals }, skills: new Map([...unseen, ...skills]) };
}

function mean(of: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let world = 0; world < of.length; world++) sum += of[world]! * weights[world]!;
  return sum;
}

/** The exact means of a grain whose outcomes are all listed. */
function addListed(
  { things }: ChanceModel,
  grain: PreparedGrain,
  sums: SkillSums | null,
  add: (key: number, minutes: number) => void,
): void {
  chancesIn(grain.listing, things).forEach((chance, place) => {
    const minutes = grain.table!.unmet[place]!;
    if (minutes === 0) return;
    add(ALL, chance * minutes);
    const split = sums?.at(grain, place) ?? [];
    for (let i = 0; i < split.length; i += 2) add(split[i]!, chance * split[i + 1]!);
  });
}

/** What makes the worlds of these grains differ. */
export function coordinatesOf({ things }: Listing, grains: readonly PreparedGrain[]): Coordinates {
  const tables = grains.reduce((sum, { worlds }) => sum + worlds.queues.length + worlds.aways.length, 0);
  return { all: things.length + tables, tables };
}

/** Skills that some world may be short of, seen or not: that none was is an estimate, too. */
function skillsIn({ skillOf }: ChanceModel, grains: readonly PreparedGrain[]): ReadonlySet<number> {
  const open = grains.filter(({ table }) => table === null);
  return new Set(open.flatMap(({ worlds }) => worlds.kernel.variants.map((variant) => skillOf[variant]!)));
}
