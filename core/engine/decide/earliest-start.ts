import type { Period } from "../../plan/calendar.ts";
import type { Plan } from "../../plan/plan.ts";
import type { Counted } from "../counted.ts";
import { needEffort } from "../effort.ts";
import { type GapModel, gapModel } from "../gap-model.ts";
import type { Scope } from "../scope.ts";
import { timeline } from "../timeline.ts";
import { fixedFit } from "./fixed-fit.ts";
import { movableFit } from "./movable.ts";
import { type Candidate, candidates, type NewNeed } from "./new-work.ts";
import { type Block, mostPercent, type NewPiece, type Tried } from "./start-fit.ts";
import { widen } from "./wider.ts";

export type { Block } from "./start-fit.ts";

/** When new work fits beside the plan, and what stands in the way when it begins on the first day asked about. */
export interface EarliestStart {
  /** The first and the last day on which any of it is done; null: it fits nowhere in the horizon. */
  readonly fits: Period | null;
  /** First and last day when begun at once; null: it takes longer than the horizon. */
  readonly first: Period | null;
  /** Minutes of the work begun at once, and those of them that would be unmet then beyond today's gap. */
  readonly asked: number;
  readonly lacking: number;
  /** The most per cent of it, in whole ones, that would fit at once: the same share of all its hours. */
  readonly percent: number;
  /** What it would lack, begun at once; none when it fits then. */
  readonly blocks: readonly Block[];
}

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
  const { fit, pieces, tries } = triesOf(plan, horizon, counted, scope, work);
  const [atOnce] = tries;
  if (atOnce === undefined) return { fits: null, first: null, asked: 0, lacking: 0, percent: 0, blocks: [] };
  const { from, to, lacking } = atOnce();
  const first = { from, to };
  const asked = askedIn(work, pieces[0]!);
  if (lacking === 0) return { fits: first, first, asked, lacking, percent: 100, blocks: [] };
  const percent = mostPercent((one) => fit.fitsInPart(pieces[0]!, one));
  return { fits: firstFit(tries.slice(1)), first, asked, lacking, percent, blocks: inOrder(fit.blocks(pieces[0]!)) };
}

/** Each day on which the work could begin, up to the first on which it fits: what it would lack, begun then. */
export function startTries(...question: Parameters<typeof earliestStart>): readonly Tried[] {
  const found: Tried[] = [];
  for (const tried of triesOf(...question).tries) {
    const one = tried();
    found.push(one);
    if (one.lacking === 0) break;
  }
  return found;
}

function triesOf(...[plan, horizon, counted, scope, work]: Parameters<typeof earliestStart>) {
  const all = candidates(plan, scope, work, horizon);
  const over = timeline(horizon.from, horizon.to, "week");
  const narrow = gapModel(all.plan, over, counted, all.scope);
  const pieces = piecesOf(narrow, counted, all.list);
  const model = widen(narrow);
  const isMovable = work.some(({ movable }) => movable !== null);
  const fit = isMovable ? movableFit(model, work, pieces.flat()) : fixedFit(model);
  return { fit, pieces, tries: all.list.map((candidate, i) => () => fit.tried(candidate, pieces[i]!)) };
}

function firstFit(tries: readonly (() => Tried)[]): Period | null {
  for (const tried of tries) {
    const { from, to, lacking } = tried();
    if (lacking === 0) return { from, to };
  }
  return null;
}

/** Minutes in all: of movable work its total, whatever may be done of it in a week. */
const askedIn = (work: readonly NewNeed[], pieces: readonly NewPiece[]): number =>
  pieces.reduce(
    (sum, { need, minutes }) => (work[need]!.movable === null ? sum + minutes : sum),
    work.reduce((sum, { movable }) => sum + (movable ?? 0), 0),
  );

const inOrder = (blocks: readonly Block[]): readonly Block[] =>
  [...blocks].sort((a, b) => a.from - b.from || b.deficit - a.deficit);

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
