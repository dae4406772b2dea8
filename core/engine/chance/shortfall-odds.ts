import type { Plan } from "../../plan/plan.ts";
import type { Counted } from "../counted.ts";
import type { Scope } from "../scope.ts";
import type { Timeline } from "../timeline.ts";
import { chanceModel } from "./build.ts";
import { drawnWorlds } from "./drawn.ts";
import { estimatedFigures } from "./estimate.ts";
import { exactFigures, type PeriodFigures } from "./exact.ts";
import { POINTS } from "./lattice.ts";
import type { ChanceModel } from "./model.ts";
import type { Figures, Odds, OddsOptions, Progress } from "./odds.ts";
import { type PreparedPeriod, prepared } from "./prepared.ts";

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
export function* findOdds(model: ChanceModel, options: OddsOptions): Generator<Progress, Odds> {
  const { bySkill, seed } = options;
  const count = model.grains.length;
  const of = count * (1 + options.shifts);
  const periods = yield* prepared(model, bySkill, (done) => ({ done, of }));
  const { points, shifts } = sizeFor(periods, options);
  const coarse = points < options.points || shifts < options.shifts;
  const drawn = drawnWorlds(model, points, shifts, seed);
  const found: PeriodFigures[] = [];
  let done = count;
  for (const period of periods) {
    const start = done;
    if (period.exact) found.push(exactFigures(model, period, bySkill));
    else {
      const work = estimatedFigures(model, period, drawn, bySkill, coarse);
      for (let next = work.next(); ; next = work.next()) {
        if (next.done) {
          found.push(next.value);
          break;
        }
        yield { done: ++done, of };
      }
    }
    done = start + period.grains.length * options.shifts;
    yield { done, of };
  }
  return {
    periods: found.map(({ total }) => total),
    bySkill: bySkill ? skillRows(model, found) : null,
    unknown: model.unknown,
  };
}

/** As many points and shifts as were asked for, or the most that stay within the budget of work. */
function sizeFor(
  periods: readonly PreparedPeriod[],
  { points, shifts, bySkill, budget }: OddsOptions,
): Pick<OddsOptions, "points" | "shifts"> {
  if (budget === null) return { points, shifts };
  const drawn = periods.filter(({ exact }) => !exact).flatMap(({ grains }) => grains);
  const size = drawn.reduce(
    (sum, { worlds, table }) =>
      sum + (table === null ? worlds.size * (bySkill ? WITH_SPLIT : 1) : worlds.matters.length + 1),
    0,
  );
  const within = POINTS.filter((one) => one <= points && one * shifts * size <= budget).at(-1);
  if (within !== undefined) return { points: within, shifts };
  return { points: POINTS[0], shifts: Math.min(shifts, FEWEST_SHIFTS) };
}

/** A world whose shortage is shared out among skills costs about so many times one that is only solved. */
const WITH_SPLIT = 4;
/** Without a second there is no standard error. */
const FEWEST_SHIFTS = 2;

const NEVER_SHORT: Figures = { chance: 0, standardError: 0, expected: 0, p80: 0, p90: 0 };

const skillRows = ({ skills }: ChanceModel, found: readonly PeriodFigures[]) =>
  Array.from({ length: skills + 1 }, (_, skill) => found.map((period) => period.skills.get(skill) ?? NEVER_SHORT));
