import { freeByPerson } from "../bindings.ts";
import type { Bottleneck } from "../flow/index.ts";
import type { GapModel } from "../gap-model.ts";
import { type Block, type Fit, lacksMore, minutesOf, type NewPiece, named, requirementsOf } from "./start-fit.ts";
import { grainOf } from "./wider.ts";

/** Work with fixed weeks: each grain on its own; a grain that was solved for the same work is not solved again. */
export function fixedFit(model: GapModel): Fit {
  const { solver, supply, demand, grains } = model;
  const known = new Map<string, number>();
  const before = grains.periods.map((_, grain) => solver.solve(supply, demand, grain));
  const lackingIn = (grain: number, own: readonly NewPiece[]): number => {
    const key = JSON.stringify([grain, own.map(({ variant, minutes }) => [variant, minutes])]);
    const same = known.get(key);
    if (same !== undefined) return same;
    const of = withWork(model, grain, own);
    const lacking = solver.solve(of.supply, of.demand) - before[grain]!;
    known.set(key, lacking);
    return lacking;
  };
  return {
    tried: ({ from, to }, pieces) => ({
      lacking: byGrain(pieces).reduce((sum, [grain, own]) => sum + lackingIn(grain, own), 0),
      from,
      to,
    }),
    blocks: (pieces) => byGrain(pieces).flatMap(([grain, own]) => blocksIn(model, grain, own)),
    fitsInPart: (pieces, percent) =>
      byGrain(pieces).every(([grain, own]) => {
        const of = withWork(model, grain, own, percent);
        return solver.solve(of.supply, of.demand) === 100 * before[grain]!;
      }),
  };
}

/** A grain's minutes with some per cent of new work, all of them a hundredfold; in full, as they are. */
function withWork(model: GapModel, grain: number, own: readonly NewPiece[], percent?: number) {
  const of = grainOf(model, grain);
  const times = percent === undefined ? 1 : 100;
  const demand = of.demand.map((minutes) => times * minutes);
  for (const { variant, minutes } of own) demand[variant]! += (percent ?? 1) * minutes;
  return { supply: of.supply.map((minutes) => times * minutes), demand };
}

function blocksIn(model: GapModel, grain: number, own: readonly NewPiece[]): readonly Block[] {
  const { solver, supply, demand } = model;
  const before = solver.bottlenecks(supply, demand, grain);
  const of = withWork(model, grain, own);
  return solver.bottlenecks(of.supply, of.demand).flatMap((group) => {
    const lacking = lacksMore(group, before);
    return lacking === 0 ? [] : [blockOf(model, grain, group, own, lacking)];
  });
}

function blockOf(model: GapModel, grain: number, group: Bottleneck, own: readonly NewPiece[], lacking: number): Block {
  const inGroup = new Set(group.needs);
  const asked = own.reduce((sum, { variant, minutes }) => (inGroup.has(variant) ? sum + minutes : sum), 0);
  return {
    ...model.grains.periods[grain]!,
    period: model.periodOf[grain]!,
    requirements: requirementsOf(model, [
      ...own.flatMap(({ variant }) => (inGroup.has(variant) ? [variant] : [])),
      ...group.needs,
    ]),
    ...minutesOf(asked, lacking),
    ...named(freeByPerson(model, grain, new Set(group.suppliers))),
  };
}

function byGrain(pieces: readonly NewPiece[]): readonly (readonly [number, readonly NewPiece[]])[] {
  const known = new Map<number, NewPiece[]>();
  for (const piece of pieces) {
    const own = known.get(piece.grain);
    if (own) own.push(piece);
    else known.set(piece.grain, [piece]);
  }
  return [...known];
}
