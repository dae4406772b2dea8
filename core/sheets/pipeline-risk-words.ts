import type { Figures, PeriodOdds } from "../engine/chance/index.ts";
import { errorText } from "../functions/shortfall-method.ts";
import type { Plan } from "../plan/plan.ts";
import { chanceText, isAlways, isNever, oneIn, pointsText } from "./chance-words.ts";
import type { Given } from "./given.ts";
import type { Line } from "./model.ts";
import type { Risk } from "./pipeline-risk-found.ts";
import { slipLines } from "./slip-words.ts";
import { counted, dayAndMonth, hoursText, listed, lowered } from "./words.ts";

/** A chance below this is no reason to watch a week: one in twenty. */
export const WATCHED = 0.05;

/** "Fits on average, short one week in four (25 %): 12.5 h expected, up to 50 h in nine cases of ten." */
export function weekSentence(plan: Plan, { deals, ...week }: PeriodOdds, mean: number): string {
  const most = deals.map(asAdding).reduce((a, b) => (b.expected > a.expected ? b : a), NO_DEAL);
  const deal = most.expected < 6 ? "" : ` ${dealText(plan, most)}`;
  return `${chanceSentence(week, mean)}${deal}`;
}

export function chanceSentence({ chance, expected, p90 }: Figures, mean: number): string {
  if (isNever(chance)) return mean === 0 ? "Fits in every case." : "Fits in every case, although not on average.";
  const hours = `${hoursText(expected)} expected${tailText(p90, expected)}`;
  if (isAlways(chance)) return `Short in every case: ${hours}.`;
  const often = `${oneIn(chance)} (${chanceText(chance)}): ${hours}.`;
  return mean === 0 ? `Fits on average, short ${often}` : `Short on average (${hoursText(mean)}), and ${often}`;
}

/** Rare and large shortages, of one case in ten or fewer, lift what is expected above what nine cases of ten stay within. */
function tailText(p90: number, expected: number): string {
  if (p90 === 0) return "";
  return p90 >= expected
    ? `, up to ${hoursText(p90)} in nine cases of ten`
    : `, ${hoursText(p90)} or less in at least nine cases of ten, and more in the others`;
}

/** What adds to a week: winning a deal, or when a certain one starts. */
interface Adding {
  readonly engagement: number;
  readonly by: (name: string) => string;
  readonly chance: number;
  readonly expected: number;
}
const NO_DEAL: Adding = { engagement: -1, by: () => "", chance: 0, expected: 0 };

function asAdding({ engagement, isCertain, chance, expected }: PeriodOdds["deals"][number]): Adding {
  if (!isCertain) return { engagement, by: (name) => `Winning ${name}`, chance, expected };
  return expected >= 0
    ? { engagement, by: (name) => `A late start of ${name}`, chance, expected }
    : { engagement, by: (name) => `A start of ${name} on time`, chance: -chance, expected: -expected };
}

function dealText({ engagements }: Plan, { engagement, by, chance, expected }: Adding): string {
  const points = Math.round(chance * 100) > 0 ? ` and ${pointsText(chance)}` : "";
  return `${by(engagements[engagement]!.name)} adds ${hoursText(expected)}${points}.`;
}

/** The one sentence a manager reads. */
export function headline(given: Given, risk: Risk): Line {
  const { plan, weeks } = given;
  const { model, odds, mean } = risk;
  const n = counted(weeks.periods.length, "week");
  const nameOf = (week: number) => dayAndMonth(weeks.periods[week]!.from);
  const notKnown = risk.unknown.map(({ name }) => name);
  const but = notKnown.length === 0 ? "" : `support of ${listed(notKnown, 3)} is not known`;
  if (isCertain(model)) {
    const sure = odds.periods.filter(({ chance }) => !isNever(chance)).length;
    if (but !== "" && sure === 0)
      return { text: `Nothing else is left to chance, but ${but}: no other work makes a week short.`, look: "tight" };
    const already = sure === 0 ? "no week is short" : `what is short is short for certain (${sure} of ${n})`;
    return { text: `Nothing is left to chance: ${already}.`, look: sure === 0 ? "good" : "bad" };
  }
  const short = mean.unmet.filter((minutes) => minutes > 0).length;
  const fitting = odds.periods.flatMap((week, at) => (mean.unmet[at] === 0 ? [{ ...week, at }] : []));
  const risky = fitting.filter(({ chance }) => chance >= WATCHED).sort((a, b) => b.chance - a.chance || a.at - b.at);
  const [worst] = risky;
  if (worst !== undefined) {
    const more = risky.length === 1 ? "" : ` ${risky.length} weeks that fit on average are at risk.`;
    return { text: `Week of ${nameOf(worst.at)}: ${lowered(weekSentence(plan, worst, 0))}${more}`, look: "bad" };
  }
  const [skill] = skillsAtRisk(given, risk);
  if (skill !== undefined) {
    const also = fitting.length === 0 ? "Every week is short of something on average. " : "";
    return { text: `${also}Week of ${nameOf(skill.week)}, ${skill.name}: ${lowered(skill.says)}`, look: "bad" };
  }
  const most = Math.max(0, ...fitting.map(({ chance }) => chance));
  if (short === 0) {
    const fits = `Likely to fit: the chance of a shortage is ${chanceText(most)} at most`;
    return but === "" ? { text: `${fits}.`, look: "good" } : { text: `${fits}, but ${but}.`, look: "tight" };
  }
  const all = short === weeks.periods.length;
  const others = all ? "" : "; no other is likely to be";
  return { text: `${short} of ${n} ${short === 1 ? "is" : "are"} short on average${others}.`, look: "tight" };
}

/** A skill in a week in which it fits on average and may be short. */
export interface SkillAtRisk {
  readonly name: string;
  readonly week: number;
  readonly says: string;
}

/** Skills that fit on average in a week and may be short, the likeliest first. */
export function skillsAtRisk({ plan, weeks }: Given, { skills, mean }: Risk): readonly SkillAtRisk[] {
  const n = weeks.periods.length;
  const gaps = mean.bySkill();
  const names = skillNames(plan);
  return (skills.bySkill ?? [])
    .flatMap((own, skill) => own.map((figures, week) => ({ skill, week, figures })))
    .filter(({ skill, week, figures }) => figures.chance >= WATCHED && gaps[skill * n + week]! === 0)
    .sort((a, b) => b.figures.chance - a.figures.chance || a.week - b.week || a.skill - b.skill)
    .map(({ skill, week, figures }) => ({ name: names[skill]!, week, says: chanceSentence(figures, 0) }));
}

export const skillNames = ({ skills }: Plan): readonly string[] => [...skills, "(no skill named)"];

/** In how many ways something can turn out. */
const waysOf = (chances: readonly number[]): number => chances.filter((chance) => chance > 0).length;

/** Whether every world of the model is the same one. */
export const isCertain = ({ things, loads, grains }: Risk["model"]): boolean =>
  things.every(({ chances }) => waysOf(chances) < 2) &&
  loads.length === 0 &&
  grains.every(({ away }) => away.length === 0);

/** What is uncertain, how the chances were found, and how sure they are. */
export function methodLines({ plan }: Given, risk: Risk): readonly Line[] {
  const { model, odds, skills, options, counted: how } = risk;
  const open = model.things.filter(({ chances }) => waysOf(chances) > 1);
  const deals = open.filter(({ kind, chances }) => kind === "deal" && chances.at(-1)! > 0).length;
  const starts = open.filter(({ kind, chances }) => kind === "deal" && chances.at(-1) === 0).length;
  const hires = open.length - deals - starts;
  const queues = new Set(
    model.grains.flatMap(({ books }) => books.flatMap(({ needs }) => needs.map(({ queue }) => queue))),
  );
  queues.delete(-1);
  const { absence } = plan.settings;
  const parts = [
    ...(deals > 0 ? [counted(deals, "deal")] : []),
    ...(starts > 0 ? [`when ${counted(starts, "certain deal")} ${starts === 1 ? "starts" : "start"}`] : []),
    ...(hires > 0 ? [counted(hires, "planned hire")] : []),
    ...(queues.size > 0 ? [`the tickets of ${counted(queues.size, "queue")}`] : []),
    ...(absence > 0 ? [`unplanned absence on ${absence / 10_000} % of days`] : []),
  ];
  const slips = [...notKnownLines(risk.unknown), ...slipLines(plan, how).map((text): Line => ({ text }))];
  if (parts.length === 0) return [{ text: NOTHING }, ...slips];
  const each = parts.length === 1 && deals + starts + hires + queues.size === 1 ? "" : ", each by itself";
  const whole = deals > 0 ? " A deal is won or lost as a whole." : "";
  return [
    {
      text: `Left to chance: ${listed(parts)}${each}.${whole} A chance is the share of all outcomes, by their odds, in which open work is left that nobody can do.`,
    },
    ...slips,
    { text: methodText(odds.periods, skills.periods, options) },
  ];
}

/** Support that nobody can tell in hours is no support that fits. */
export const notKnownLines = (unknown: Risk["unknown"]): readonly Line[] =>
  unknown.length === 0
    ? []
    : [
        {
          text: `Not known, and counted as nothing: support of ${listed(
            unknown.map(({ name, why }) => `${name} cannot be forecast from tickets (${why})`),
            3,
          )}.`,
          look: "tight",
        },
      ];

const NOTHING =
  "Nothing is left to chance: no tentative work with odds between 0 and 100 % or a start that may slip, no such hire, no support by tickets, no unplanned absence in Settings.";

function methodText(
  periods: readonly PeriodOdds[],
  bySkill: readonly PeriodOdds[],
  { points, shifts, seed }: Risk["options"],
): string {
  const listedIn = periods.filter(({ method }) => method.kind === "exact").length;
  const drawn = periods.flatMap(({ method, standardError }) =>
    method.kind === "estimated" ? [{ ...method, standardError }] : [],
  );
  const exactly = "exact, every outcome listed";
  const [one] = drawn;
  if (one === undefined)
    return `Method: ${exactly}, so without error. What cannot be listed would be estimated from ${shifts} × ${points} points (seed ${seed}).`;
  const error = Math.max(...drawn.map(({ standardError }) => standardError));
  const estimated = `estimated from ${one.shifts} × ${one.points} points of a shifted lattice (seed ${seed}), standard error at most ${errorText(error)} points`;
  const coarser = bySkill.find(({ method }) => method.kind === "estimated" && method.coarse)?.method;
  const skills = coarser?.kind === "estimated" ? `; by skill from ${coarser.shifts} × ${coarser.points}` : "";
  const both = listedIn === 0 ? "" : `${exactly}, in ${counted(listedIn, "week")}; elsewhere `;
  return `Method: ${both}${estimated}${skills}. The same plan gives the same figures everywhere.`;
}
