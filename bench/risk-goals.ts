import { chanceModel, findOdds, type Odds, USUAL_ODDS } from "../core/engine/chance/index.ts";
import type { ChanceModel } from "../core/engine/chance/model.ts";
import { countedBy } from "../core/engine/counted.ts";
import { everything } from "../core/engine/scope.ts";
import { timeline } from "../core/engine/timeline.ts";
import { changed } from "../core/plan/changed.ts";
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
/** Draws that are timed, several times over, for all of them. */
const TIMED = 2_000;
/** Points and shifts whose errors are held against those of the draws. */
const SIZES = [
  [251, 4],
  [509, 4],
  [1009, 4],
] as const;
const SEEDS = [1, 2, 3] as const;
/** The reference is so many worlds of yet another seed. */
const LONG = { points: 4093, shifts: 6, seed: 99 } as const;
/** On a machine on which the draws take eight times as long as chances may. */
const EQUIVALENT = { draws: 2.8, limit: 0.35 } as const;
const ABSENCE = 30_000;

/** Chances of a shortage week by week, with deals, support and absence that turn out as they may, against simply drawing worlds. */
export function riskGoals(): { readonly goals: readonly Goal[]; readonly notes: readonly string[] } {
  const { start, days, tables } = riskyFirm(PEOPLE, SKILLS, WEEKS);
  const plan = planOf(tables);
  const over = timeline(dayNumber(start), dayNumber(start + days - 1), "week");
  const modelOf = (absence: number) => {
    const sick = changed(plan, { settings: { ...plan.settings, absence } });
    return chanceModel(sick, over, countedBy(plan.settings), everything(sick));
  };
  const nothing = () => null;
  const built = best(5, nothing, () => modelOf(0));
  const without = measured(built.result);
  const withIt = measured(modelOf(ABSENCE));
  const enough = enoughOf(without);
  const enoughAway = enoughOf(withIt);
  const share = (chances: number) => `${(100 * chances).toFixed(2)} points`;
  const told = ({ ours, error, drawn }: Measured) =>
    `${ours.map((one) => `${share(one.error)} with ${one.points} × ${one.shifts} points in ${milliseconds(one.ms)}, ${milliseconds(one.cpu)} of processor time`).join(", ")}; ${share(drawn)} with ${TIMED} plain draws, of which ${DRAWS} are ${share(error)} off on average`;
  return {
    goals: [
      {
        what: `${DRAWS.toLocaleString("en")} plain random draws, chances of ${PEOPLE} people, ${SKILLS} skills, ${WEEKS} weeks, over ours with no larger error`,
        limit: 8,
        kind: "at least",
        value: enough.error <= without.error ? without.draws / enough.ms : 0,
        from: `${milliseconds(without.draws)} over ${sizeText(enough)}`,
      },
      {
        what: `the same chances with no larger error than theirs, where they take ${EQUIVALENT.draws} s`,
        limit: EQUIVALENT.limit,
        kind: "at most",
        unit: "s",
        value: (EQUIVALENT.draws * enough.ms) / without.draws,
        from: `${milliseconds(enough.ms)} here; ${sizeText(without.ours[0]!)}; ${milliseconds(built.ms)} to build the worlds of the plan`,
      },
    ],
    notes: [
      `Twenty deals that may be late and 98 queues of tickets; ${without.unsure} weeks may or may not be short. Off a run of ${LONG.points * LONG.shifts} worlds, root mean square over weeks: ${told(without)}. Draws solve whole weeks.`,
      `With ${ABSENCE / 10_000} % unplanned absence ${withIt.unsure} weeks may or may not be short: ${told(withIt)}. All draws take ${(withIt.draws / enoughAway.ms).toFixed(1)} times as long as ours with ${enoughAway.points} × ${enoughAway.shifts} points; ours take ${(withIt.ours[1]!.cpu / without.ours[1]!.cpu).toFixed(1)} times the processor time that they take without it.`,
    ],
  };
}

interface Ours {
  readonly points: number;
  readonly shifts: number;
  readonly error: number;
  readonly ms: number;
  readonly cpu: number;
}
interface Measured {
  readonly ours: readonly Ours[];
  /** Milliseconds of all draws, how far they are off on average, and how far those timed were. */
  readonly draws: number;
  readonly error: number;
  readonly drawn: number;
  /** Weeks that may or may not be short. */
  readonly unsure: number;
}

/** The smallest of our sizes with no larger error than all draws; the largest where none is as near. */
const enoughOf = ({ ours, error }: Measured): Ours => ours.find((one) => one.error <= error) ?? ours.at(-1)!;

const sizeText = ({ points, shifts, ms, cpu }: Ours): string =>
  `${milliseconds(ms)}, ${milliseconds(cpu)} of processor time, with ${points} × ${shifts} points`;

function measured(model: ChanceModel): Measured {
  const nothing = () => null;
  const odds = (points: number, shifts: number, seed: number): Odds => {
    const work = findOdds(model, { ...USUAL_ODDS, points, shifts, seed });
    for (let next = work.next(); ; next = work.next()) if (next.done) return next.value;
  };
  const reference = odds(LONG.points, LONG.shifts, LONG.seed).periods;
  const meanOf = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
  const off = (chances: readonly number[]) =>
    Math.sqrt(meanOf(chances.map((one, week) => (one - reference[week]!.chance) ** 2)));
  const ours = SIZES.map(([points, shifts]) => {
    const errors = SEEDS.map((seed) => off(odds(points, shifts, seed).periods.map(({ chance }) => chance)));
    const { ms, cpu } = best(3, nothing, () => odds(points, shifts, 1));
    return { points, shifts, error: Math.sqrt(meanOf(errors.map((error) => error * error))), ms, cpu };
  });
  const draws = best(3, nothing, () => plainDraws(model, TIMED, 5));
  const error = Math.sqrt(meanOf(reference.map(({ chance }) => chance * (1 - chance))) / DRAWS);
  const unsure = reference.filter(({ chance }) => chance > 0.005 && chance < 0.995).length;
  return { ours, draws: (otherMs(draws) * DRAWS) / TIMED, error, drawn: off(draws.result.chances), unsure };
}
