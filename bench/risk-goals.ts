import { chanceModel, findOdds, type Odds, USUAL_ODDS } from "../core/engine/chance/index.ts";
import type { ChanceModel } from "../core/engine/chance/model.ts";
import { countedBy } from "../core/engine/counted.ts";
import { everything } from "../core/engine/scope.ts";
import { timeline } from "../core/engine/timeline.ts";
import { changed } from "../core/plan/changed.ts";
import { dayNumber } from "../core/units.ts";
import { type Goal, milliseconds } from "./goal.ts";
import { best, otherMs, type Timing } from "./measure.ts";
import { planOf } from "./ours.ts";
import { plainDraws } from "./peers/plain-draws.ts";
import { riskyFirm } from "./plan/risky-firm.ts";

const PEOPLE = 400;
const SKILLS = 40;
const WEEKS = 26;
const DRAWS = 10_000;
/** Draws that are timed for all of them: sharing a shortage out takes long. */
const TIMED = { total: 1_000, skill: 200 } as const;
/** Points and shifts, the least work first, up to those with no larger error than the draws. */
const SIZES = [
  [251, 4],
  [509, 4],
  [509, 5],
  [509, 6],
  [1009, 4],
  [1009, 6],
] as const;
const SEEDS = [1, 2, 3] as const;
/** The reference is so many worlds of yet another seed. */
const LONG = { points: 4093, shifts: 3, seed: 99 } as const;
/** On a machine on which the draws of totals take eight times as long as chances may. */
const EQUIVALENT = { draws: 2.8, limit: 0.35 } as const;
const ABSENCE = 30_000;

type Scope = keyof typeof TIMED;
const SCOPES: readonly { readonly scope: Scope; readonly of: string }[] = [
  { scope: "total", of: "of any shortage, week by week" },
  { scope: "skill", of: "skill by skill and week by week, each shortage shared out among skills by both" },
];

/** Chances of a shortage in all and by skill, with deals, support and absence that turn out as they may, against simply drawing worlds. */
export function riskGoals(): { readonly goals: readonly Goal[]; readonly notes: readonly string[] } {
  const { start, days, tables } = riskyFirm(PEOPLE, SKILLS, WEEKS);
  const plan = planOf(tables);
  const over = timeline(dayNumber(start), dayNumber(start + days - 1), "week");
  const modelOf = (absence: number) => {
    const sick = changed(plan, { settings: { ...plan.settings, absence } });
    return chanceModel(sick, over, countedBy(plan.settings), everything(sick));
  };
  const built = best(
    5,
    () => null,
    () => modelOf(0),
  );
  const cases = [
    { name: "nobody away unplanned", found: measured(built.result) },
    { name: `${ABSENCE / 10_000} % unplanned absence`, found: measured(modelOf(ABSENCE)) },
  ];
  const machine = EQUIVALENT.draws / cases[0]!.found.total.draws;
  const goals = cases.flatMap(({ name, found }) => SCOPES.map(({ scope, of }) => ratioGoal(name, of, found[scope])));
  return {
    goals: [...goals, secondsGoal(SCOPES[0]!.of, cases[0]!.found.total, machine)],
    notes: [
      `The risky firm: ${PEOPLE} people, ${SKILLS} skills, ${WEEKS} weeks, twenty deals that may be late, 98 queues of tickets; ${milliseconds(built.ms)} to build its worlds. Draws solve whole weeks; by skill they share out as a single plan does. Seconds are those of a machine on which draws of totals take ${EQUIVALENT.draws} s; by skill, which has no limit in seconds of its own, both such draws and Headroom take longer. Errors are root mean squares of chances, off a run of ${LONG.points * LONG.shifts} worlds.`,
      ...cases.flatMap(({ name, found }) => SCOPES.map(({ scope, of }) => told(name, of, found[scope], machine))),
    ],
  };
}

function ratioGoal(name: string, of: string, { draws, error, ours }: Measured): Goal {
  const enough = enoughOf({ ours });
  return {
    what: `${DRAWS.toLocaleString("en")} plain random draws over ours with no larger error: chances ${of}; ${name}`,
    limit: 8,
    kind: "at least",
    value: enough.error <= error ? draws / enough.ms : 0,
    from: `${milliseconds(draws)} over ${sizeText(enough)}`,
  };
}

function secondsGoal(of: string, { ours }: Measured, machine: number): Goal {
  const enough = enoughOf({ ours });
  return {
    what: `chances ${of}, with no larger error than ${DRAWS.toLocaleString("en")} draws, where draws of totals take ${EQUIVALENT.draws} s; nobody away unplanned`,
    limit: EQUIVALENT.limit,
    kind: "at most",
    unit: "s",
    value: machine * enough.ms,
    from: sizeText(enough),
  };
}

function told(name: string, of: string, { ours, error, draws, unsure }: Measured, machine: number): string {
  const share = (chances: number) => `${(100 * chances).toFixed(2)} points`;
  const sizes = ours.map(
    (one) =>
      `${share(one.error)} with ${sizeText(one)} (${(machine * one.ms).toFixed(2)} s where draws of totals take ${EQUIVALENT.draws} s)`,
  );
  return `Chances ${of}; ${name}: ${unsure} may or may not be short. ${DRAWS} draws are ${share(error)} off and take ${milliseconds(draws)}; ours are off ${sizes.join(", ")}.`;
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
  /** Milliseconds of all draws, and how far they are off on average. */
  readonly draws: number;
  readonly error: number;
  /** Chances that are neither nearly 0 nor nearly 1. */
  readonly unsure: number;
}

/** The first with no larger error than all draws is the last that was tried. */
const enoughOf = ({ ours }: Pick<Measured, "ours">): Ours => ours.at(-1)!;

const sizeText = ({ points, shifts, ms, cpu }: Ours): string =>
  `${milliseconds(ms)}, ${milliseconds(cpu)} of processor time, with ${points} × ${shifts} points`;

function measured(model: ChanceModel): { readonly [S in Scope]: Measured } {
  const odds = (points: number, shifts: number, seed: number, bySkill: boolean): Odds => {
    const work = findOdds(model, { ...USUAL_ODDS, points, shifts, seed, bySkill });
    for (let next = work.next(); ; next = work.next()) if (next.done) return next.value;
  };
  const reference = odds(LONG.points, LONG.shifts, LONG.seed, true);
  const scope = (of: Scope): Measured => {
    const chancesOf = (found: Odds) =>
      (of === "total" ? [found.periods] : found.bySkill!).flat().map(({ chance }) => chance);
    const known = chancesOf(reference);
    const error = Math.sqrt(meanOf(known.map((chance) => chance * (1 - chance))) / DRAWS);
    const ours: Ours[] = [];
    for (const [points, shifts] of SIZES) {
      if (ours.length > 0 && ours.at(-1)!.error <= error) break;
      const runs = SEEDS.map((seed) => once(() => odds(points, shifts, seed, of === "skill")));
      const squares = runs.map(({ result }) => meanOf(chancesOf(result).map((one, i) => (one - known[i]!) ** 2)));
      const least = (key: "ms" | "cpu") => Math.min(...runs.map((run) => run[key]));
      ours.push({ points, shifts, error: Math.sqrt(meanOf(squares)), ms: least("ms"), cpu: least("cpu") });
    }
    const draws = best(
      2,
      () => null,
      () => plainDraws(model, TIMED[of], 5, of === "skill"),
    );
    const unsure = known.filter((chance) => chance > 0.005 && chance < 0.995).length;
    return { ours, draws: (otherMs(draws) * DRAWS) / TIMED[of], error, unsure };
  };
  return { total: scope("total"), skill: scope("skill") };
}

/** Each seed is a run of its own, timed as it comes. */
const once = <T>(run: () => T): Timing<T> => best(1, () => null, run);

const meanOf = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
