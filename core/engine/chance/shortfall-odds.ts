import type { Plan } from "../../plan/plan.ts";
import type { Counted } from "../counted.ts";
import type { Scope } from "../scope.ts";
import type { Timeline } from "../timeline.ts";
import { chanceModel } from "./build.ts";
import { estimatedFigures } from "./estimate.ts";
import { exactFigures, type PeriodFigures } from "./exact.ts";
import type { ChanceModel } from "./model.ts";
import type { Figures, Odds, OddsOptions, Pieces, Progress } from "./odds.ts";
import { progress } from "./progress.ts";
import { piecesOf, type Search, searchOf } from "./search.ts";

/** Enough for a figure that is kept; where a first look will do, 251 points tell the chance to half a point. */
export const USUAL_ODDS: OddsOptions = { points: 1009, shifts: 4, seed: 1, bySkill: false, budget: null };

/** Chances of a shortage in the periods of a timeline, in one go. */
export function shortfallOdds(
  plan: Plan,
  over: Timeline,
  counted: Counted,
  scope: Scope,
  options: OddsOptions = USUAL_ODDS,
): Odds {
  const work = findOdds(chanceModel(plan, over, counted, scope), options);
  for (let next = work.next(); ; next = work.next()) if (next.done) return next.value;
}

/** The same from the plain data of a model, part by part: it runs beside a page as well. */
export const findOdds = (model: ChanceModel, options: OddsOptions): Generator<Progress, Odds> =>
  progress(piecesOf(model, options), oddsFrom(model, options));

function* oddsFrom(model: ChanceModel, options: OddsOptions): Pieces<Odds> {
  return yield* oddsIn(yield* searchOf(model, options));
}

/** The chances of a plan whose worlds are ready to be met. */
export function* oddsIn(search: Search): Pieces<Odds> {
  const { model, periods, bySkill } = search;
  const found: PeriodFigures[] = [];
  for (const period of periods) {
    found.push(period.exact ? exactFigures(model, period, bySkill) : yield* estimatedFigures(search, period));
  }
  return {
    periods: found.map(({ total }) => total),
    bySkill: bySkill ? skillRows(model, found) : null,
    unknown: model.unknown,
  };
}

const NEVER_SHORT: Figures = { chance: 0, standardError: 0, expected: 0, p80: 0, p90: 0 };

const skillRows = ({ skills }: ChanceModel, found: readonly PeriodFigures[]) =>
  Array.from({ length: skills + 1 }, (_, skill) => found.map((period) => period.skills.get(skill) ?? NEVER_SHORT));
