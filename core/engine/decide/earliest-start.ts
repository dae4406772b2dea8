import type { Period } from "../../plan/calendar.ts";
import type { Plan } from "../../plan/plan.ts";
import type { DayNumber } from "../../units.ts";
import { freeByPerson } from "../bindings.ts";
import type { Counted } from "../counted.ts";
import { needEffort } from "../effort.ts";
import type { Bottleneck } from "../flow/index.ts";
import type { Binding } from "../gap.ts";
import { type GapModel, gapModel } from "../gap-model.ts";
import type { Scope } from "../scope.ts";
import { timeline } from "../timeline.ts";
import { movableFit } from "./movable.ts";
import { type Candidate, candidates, type NewNeed } from "./new-work.ts";
import { grainOf, widen } from "./wider.ts";

/** When new work fits beside the plan, and what stands in the way of an earlier start. */
export interface EarliestStart {
  /** First and last day; null: it fits nowhere in the horizon. */
  readonly fits: Period | null;
  /** Minutes that would be unmet beyond today's gap if it began on the first day asked about; 0 when it fits then. */
  readonly lacking: number;
  /** What blocks the days before: at most one entry a group and grain, the worst of those days. */
  readonly blocks: readonly Block[];
}

/** Requirements, the new work's among them, that ask for more than everyone who can serve any of them has free. */
export type Block = Omit<Binding, "needs" | "allocations">;

/** New work in one grain. */
export interface NewPiece {
  readonly grain: number;
  readonly variant: number;
  readonly minutes: number;
  /** Which of the new needs. */
  readonly need: number;
}

/** Whether the work fits when begun on a day, how many minutes are unmet if not, and why. */
export interface Fitting {
  readonly lacking: number;
  /** The last day of the work. */
  readonly to: DayNumber;
  readonly blocks: readonly Block[];
}
export type Fit = (candidate: Candidate, pieces: readonly NewPiece[]) => Fitting;

/**
 * The first working day of the horizon on which new work can begin so that nothing is unmet beyond what is unmet without it,
 * in any grain: staffed or not, other work may be re-staffed for it as long as its own gap does not grow.
 */
export function earliestStart(
  plan: Plan,
  horizon: Period,
  counted: Counted,
  scope: Scope,
  work: readonly NewNeed[],
): EarliestStart {
  const all = candidates(plan, scope, work, horizon);
  const over = timeline(horizon.from, horizon.to, "total");
  const narrow = gapModel(all.plan, over, counted, all.scope);
  const pieces = piecesOf(narrow, counted, all.list);
  const model = widen(narrow);
  const fitAt = work.some(({ movable }) => movable !== null) ? movableFit(model, work, pieces.flat()) : fixedFit(model);
  const worst = new Map<string, Block>();
  let lacking: number | null = null;
  for (const [i, candidate] of all.list.entries()) {
    const found = fitAt(candidate, pieces[i]!);
    lacking ??= found.lacking;
    if (found.lacking === 0) return { fits: { from: candidate.from, to: found.to }, lacking, blocks: inOrder(worst) };
    for (const block of found.blocks) {
      const key = JSON.stringify([block.from, block.requirements]);
      const known = worst.get(key);
      if (known === undefined || known.deficit < block.deficit) worst.set(key, block);
    }
  }
  return { fits: null, lacking: lacking ?? 0, blocks: inOrder(worst) };
}

const inOrder = (blocks: ReadonlyMap<string, Block>): readonly Block[] =>
  [...blocks.values()].sort((a, b) => a.from - b.from || b.deficit - a.deficit);

/** What each candidate asks for, grain by grain; the model learns the variants that it takes. */
function piecesOf(model: GapModel, counted: Counted, list: readonly Candidate[]): readonly (readonly NewPiece[])[] {
  const { plan, grains, variantOf } = model;
  const effort = needEffort(plan, grains, counted);
  const count = grains.periods.length;
  return list.map(({ needs }) =>
    needs.flatMap((number, need) => {
      const { from, to } = plan.needs[number]!;
      return grains.periods.flatMap((period, grain): readonly NewPiece[] => {
        const minutes = effort[number * count + grain]!;
        if (minutes === 0) return [];
        const variant = variantOf(number, Math.min(to, period.to), Math.max(from, period.from));
        return [{ grain, variant, minutes, need }];
      });
    }),
  );
}

/** Work with fixed weeks: each grain on its own; a grain that was solved for the same work is not solved again. */
function fixedFit(model: GapModel): Fit {
  const { solver, supply, demand, grains } = model;
  const known = new Map<string, Pick<Fitting, "lacking" | "blocks">>();
  const before = grains.periods.map((_, grain) => solver.solve(supply, demand, grain));
  return ({ to }, pieces) => {
    const found = byGrain(pieces).map(([grain, own]) => {
      const key = JSON.stringify([grain, own.map(({ variant, minutes }) => [variant, minutes])]);
      const same = known.get(key);
      if (same !== undefined) return same;
      const of = grainOf(model, grain);
      for (const { variant, minutes } of own) of.demand[variant]! += minutes;
      const lacking = solver.solve(of.supply, of.demand) - before[grain]!;
      const groups = lacking === 0 ? [] : solver.bottlenecks(of.supply, of.demand);
      const blocks = groups.filter(({ needs }) => own.some(({ variant }) => needs.includes(variant)));
      const fitting = { lacking, blocks: blocks.map((group) => blockOf(model, grain, group)) };
      known.set(key, fitting);
      return fitting;
    });
    const lacking = found.reduce((sum, one) => sum + one.lacking, 0);
    return { lacking, to, blocks: found.flatMap(({ blocks }) => blocks) };
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

function blockOf(model: GapModel, grain: number, { needs, suppliers, demand, supply, deficit }: Bottleneck): Block {
  return {
    ...model.grains.periods[grain]!,
    period: model.periodOf[grain]!,
    requirements: [...new Set(needs.map((variant) => model.variants[variant]!.requirement))],
    demand,
    supply,
    deficit,
    ...named(freeByPerson(model, grain, new Set(suppliers))),
  };
}

/** People and their minutes, as a binding names them. */
export const named = (free: readonly (readonly [person: number, minutes: number])[]) => ({
  people: free.map(([person]) => person),
  free: free.map(([, minutes]) => minutes),
});
