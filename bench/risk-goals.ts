import { chanceModel, findOdds, type Odds, USUAL_ODDS } from "../core/engine/chance/index.ts";
import { countedBy } from "../core/engine/counted.ts";
import { everything } from "../core/engine/scope.ts";
import { timeline } from "../core/engine/timeline.ts";
import { dayNumber } from "../core/units.ts";
import { type Goal, milliseconds } from "./goal.ts";
import { best, otherMs } from "./measure.ts";
import { planOf } from "./ours.ts";
import { plainDraws } from "./peers/plain-draws.ts";
import { riskyFirm } from "./plan/risky-firm.ts";

const PEOPLE = 400;
const SKILLS = 40;
const WEEKS = 26;
const DRAWS = 10_000;
/** Points and shifts whose errors are held against those of the draws. */
const SIZES = [
  [251, 4],
  [509, 4],
  [1009, 4],
] as const;
const SEEDS = [1, 2, 3] as const;
/** The reference is so many worlds of yet another seed. */
const LONG = { points: 4093, shifts: 6, seed: 99 } as const;

/** Chances of a shortage week by week, with deals and support that turn out as they may, against simply drawing worlds. */
export function riskGoals(): { readonly goals: readonly Goal[]; readonly notes: readonly string[] } {
  const { start, days, tables } = riskyFirm(PEOPLE, SKILLS, WEEKS);
  const plan = planOf(tables);
  const over = timeline(dayNumber(start), dayNumber(start + days - 1), "week");
  const build = () => chanceModel(plan, over, countedBy(plan.settings), everything(plan));
  const built = best(5, () => null, build);
  const model = built.result;
  const odds = (points: number, shifts: number, seed: number): Odds => {
    const work = findOdds(model, { ...USUAL_ODDS, points, shifts, seed });
    for (let next = work.next(); ; next = work.next()) if (next.done) return next.value;
  };
  const reference = odds(LONG.points, LONG.shifts, LONG.seed).periods;
  const off = (chances: readonly number[]) =>
    Math.sqrt(chances.reduce((sum, one, week) => sum + (one - reference[week]!.chance) ** 2, 0) / reference.length);
  const ours = SIZES.map(([points, shifts]) => {
    const errors = SEEDS.map((seed) => off(odds(points, shifts, seed).periods.map(({ chance }) => chance)));
    const error = Math.sqrt(errors.reduce((sum, one) => sum + one * one, 0) / errors.length);
    return {
      points,
      shifts,
      error,
      ms: best(
        3,
        () => null,
        () => odds(points, shifts, 1),
      ).ms,
    };
  });
  const draws = best(
    1,
    () => null,
    () => plainDraws(model, DRAWS, 5),
  );
  const variance = reference.reduce((sum, { chance }) => sum + chance * (1 - chance), 0) / reference.length;
  const error = Math.sqrt(variance / DRAWS);
  const enough = ours.find((one) => one.error <= error);
  const once = ours[0]!;
  const points = (share: number) => `${(100 * share).toFixed(2)} points`;
  return {
    goals: [
      {
        what: `${DRAWS.toLocaleString("en")} plain random draws, chances of ${PEOPLE} people, ${SKILLS} skills, ${WEEKS} weeks, over ours with no larger error`,
        limit: 8,
        kind: "at least",
        value: enough === undefined ? 0 : otherMs(draws) / enough.ms,
        from:
          enough === undefined
            ? "none of our sizes is as near"
            : `${milliseconds(otherMs(draws))} over ${milliseconds(enough.ms)}`,
      },
      {
        what: `chances of a shortage in ${WEEKS} weeks, ${PEOPLE} people, ${SKILLS} skills: ${once.points} × ${once.shifts} points`,
        limit: 0.35,
        kind: "at most",
        unit: "s",
        value: once.ms / 1000,
        from: `${milliseconds(once.ms)}, and ${milliseconds(built.ms)} to build the worlds of the plan`,
      },
    ],
    notes: [
      `Twenty deals that may be late and 98 queues of tickets; ${reference.filter(({ chance }) => chance > 0.005 && chance < 0.995).length} weeks may or may not be short. Off a run of ${LONG.points * LONG.shifts} worlds, root mean square over weeks: ${ours.map((one) => `${points(one.error)} with ${one.points} × ${one.shifts} points in ${milliseconds(one.ms)}`).join(", ")}; ${points(off(draws.result.chances))} with ${DRAWS} plain draws, which are ${points(error)} off on average. Draws solve whole weeks; worlds drawn at random but solved as ours are would take ${DRAWS} of them for the error of ${enough === undefined ? "more than all sizes" : enough.points * enough.shifts}.`,
    ],
  };
}
