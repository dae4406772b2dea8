import type { PeriodOdds } from "../engine/chance/index.ts";
import { supply } from "../engine/supply.ts";
import { type Plan, PPM } from "../plan/plan.ts";
import { pointsText } from "../sheets/chance-words.ts";
import type { Given } from "../sheets/given.ts";
import { notKnownLines, skillNames } from "../sheets/pipeline-risk-words.ts";
import { type Ask, periodText, titleOf } from "./ask.ts";
import { dealChance, dealHours, dealOdds } from "./deal-adds.ts";
import { openParts } from "./demand.ts";
import type { Explains } from "./explains.ts";
import { amountOf, type Explanation, explained, group, minutes, type Part, part, sumOf, taken } from "./explanation.ts";
import { foundRisk } from "./found-risk.ts";
import { ofContracts } from "./load.ts";
import { meanGap } from "./mean-gap.ts";
import { whoOf } from "./who.ts";
import { counted, hoursText, percentText } from "./words.ts";

/** Chances of a shortage and the hours that may be short: by the deal that moves them most, won and lost. */
export const CHANCES: Explains = [
  ["chance", (ask, _, given) => chance(ask, given)],
  ["chance of a skill", (ask, { name = "" }, given) => chanceOfSkill(ask, given, name)],
  ["chance, error", (ask, _, given) => error(ask, given)],
  ["gap, mean", meanGap],
  ["expected short", (ask, _, given) => expectedShort(ask, given)],
  ["short, P80", (ask, _, given) => tail(ask, given, "p80")],
  ["short, P90", (ask, _, given) => tail(ask, given, "p90")],
  ["deal odds", (_, { number = -1 }, given) => dealOdds(given, number)],
  ["deal adds hours", (_, { number = -1 }, given) => dealHours(given, number)],
  ["deal adds chance", (_, { number = -1 }, given) => dealChance(given, number)],
  ["free less open", (ask) => freeLessOpen(ask)],
];

const weekOf = (ask: Ask, given: Given): number => given.weeks.periods.findIndex(({ from }) => from === ask.from);
const oddsOf = (ask: Ask, given: Given): PeriodOdds => foundRisk(given).odds.periods[weekOf(ask, given)]!;

export const CHANCE_RULE =
  "A chance is the share of all outcomes, by their odds, in which open work is left that nobody can do. Each deal is won or lost as a whole; tickets, hires and absence vary beside it.";

/** How the figure was found. */
export function methodNote({ method, standardError }: PeriodOdds): string {
  if (method.kind === "exact") return `Exact: all ${counted(method.worlds, "outcome")} that differ were listed.`;
  const error = percentText(Math.round(standardError * PPM));
  return `Estimated from ${method.shifts} × ${method.points} points; the chance has a standard error of ${error}. The same plan gives the same figures everywhere.`;
}

/** Support that counts as nothing because nobody knows how many hours it takes. */
export const notKnown = (unknown: Parameters<typeof notKnownLines>[0]): readonly string[] =>
  notKnownLines(unknown).map(({ text }) => text);

type Figure = "chance" | "expected";

/** A figure of a week as what it is with a deal won, by its odds, and with it lost, by the rest of them. */
export function byDeal(plan: Plan, week: PeriodOdds, figure: Figure, unit: number): readonly Part[] {
  const whole = Math.round(week[figure] * unit);
  const [most] = week.deals
    .filter(({ isCertain }) => !isCertain)
    .sort((a, b) => Math.abs(b[figure]) - Math.abs(a[figure]));
  if (whole === 0) return [];
  if (most === undefined || most[figure] === 0)
    return [part("All outcomes that are short, by their odds: no deal that may be lost moves it", whole)];
  const { name, odds } = plan.engagements[most.engagement]!;
  const share = (odds ?? PPM) / PPM;
  const most1 = figure === "chance" ? 1 : Number.POSITIVE_INFINITY;
  const won = Math.min(most1, Math.max(0, week[figure] + (1 - share) * most[figure]));
  const lost = share === 1 ? 0 : Math.max(0, (week[figure] - share * won) / (1 - share));
  const ofWon = Math.min(whole, Math.round(share * won * unit));
  const says = (one: number) =>
    figure === "chance" ? `short in ${percentText(Math.round(one * PPM))} of cases` : `${hoursText(one)} short`;
  const at = { kind: "engagement", number: most.engagement } as const;
  return [
    part(`${name} won, with odds of ${percentText(odds ?? PPM)}: ${says(won)}`, ofWon, at),
    part(`${name} lost: ${says(lost)}`, whole - ofWon, at),
  ].filter(({ amount }) => amount !== 0);
}

/** The other deals that move a week, so that nobody looks for them. */
export const dealNotes = (plan: Plan, { deals }: PeriodOdds): readonly string[] =>
  deals.slice(0, MOST_DEALS).map(({ engagement, isCertain, chance: points, expected }) => {
    const { name } = plan.engagements[engagement]!;
    const how = isCertain ? "late rather than on time" : "won rather than lost";
    return `${name} ${how}: ${pointsText(points)} of chance, ${expected < 0 ? "" : "+"}${hoursText(expected)} expected short.`;
  });
const MOST_DEALS = 5;

function chance(ask: Ask, given: Given): Explanation {
  const week = oddsOf(ask, given);
  const about = { title: `Chance of a shortage, ${periodText(ask)}`, rule: CHANCE_RULE };
  return explained(about, sumOf("Chance", "millionths", byDeal(given.plan, week, "chance", PPM)), {
    notes: [methodNote(week), ...notKnown(foundRisk(given).unknown), ...dealNotes(given.plan, week)],
  });
}

/** Of all outcomes that are short, those in which the skill lacks a part of it. */
function chanceOfSkill(ask: Ask, given: Given, name: string): Explanation {
  const { odds, skills } = foundRisk(given);
  const at = weekOf(ask, given);
  const own = skills.bySkill?.[skillNames(given.plan).indexOf(name)]?.[at]?.chance ?? 0;
  const any = odds.periods[at]!.chance;
  const [whole, all] = [Math.round(own * PPM), Math.round(any * PPM)];
  const about = {
    title: `Chance of a shortage of ${name}, ${periodText(ask)}`,
    rule: `${CHANCE_RULE} Where several skills want the same people, a shortage counts for each skill that lacks a part of it.`,
  };
  const parts = [
    part("Outcomes that are short of anything", all),
    part("Of them short of other skills only", whole - all),
  ].filter(({ amount }) => amount !== 0);
  return explained(about, sumOf("Chance", "millionths", whole === 0 ? [] : parts), {
    notes: [methodNote(skills.periods[at] ?? odds.periods[at]!), ...dealNotes(given.plan, odds.periods[at]!)],
  });
}

function error(ask: Ask, given: Given): Explanation {
  const week = oddsOf(ask, given);
  const whole = Math.round(week.standardError * PPM);
  const about = {
    title: `Standard error of the chance, ${periodText(ask)}`,
    rule: "How far the chance may be off, in points: 0 where every outcome was listed, or where all outcomes agree.",
  };
  const { method } = week;
  const label =
    method.kind === "exact"
      ? "Every outcome was listed"
      : `How the chances of ${method.shifts} draws of ${method.points} points differ, over √${method.shifts}`;
  const parts = whole === 0 ? [] : [part(label, whole)];
  return explained(about, sumOf("Standard error", "millionths", parts), { notes: [methodNote(week)] });
}

export const EXPECTED_RULE =
  "Hours short on average over all outcomes, by their odds. They add up over weeks; chances do not.";

function expectedShort(ask: Ask, given: Given): Explanation {
  const week = oddsOf(ask, given);
  const about = { title: `Hours expected to be short, ${periodText(ask)}`, rule: EXPECTED_RULE };
  return explained(about, minutes("Expected", byDeal(given.plan, week, "expected", 1)), {
    notes: [methodNote(week), ...dealNotes(given.plan, week)],
  });
}

export const TAILS = { p80: "eight cases of ten", p90: "nine cases of ten" } as const;

/** What so many outcomes stay within: what is expected, and what lies beyond it. */
export function tailParts(plan: Plan, week: PeriodOdds, which: keyof typeof TAILS): readonly Part[] {
  const expected = group("Expected", byDeal(plan, week, "expected", 1));
  const rest = Math.round(week[which]) - amountOf(expected);
  const way = rest > 0 ? "Beyond it" : "Less than that";
  return rest === 0 ? expected : [...expected, part(`${way}: what ${TAILS[which]} stay within`, rest)];
}

export const tailRule = (which: keyof typeof TAILS): string =>
  `The smallest number of hours short that ${TAILS[which]} do not go beyond. Rare and large shortages can lift what is expected above it.`;

function tail(ask: Ask, given: Given, which: keyof typeof TAILS): Explanation {
  const week = oddsOf(ask, given);
  const about = { title: `Hours short in ${TAILS[which]}, ${periodText(ask)}`, rule: tailRule(which) };
  const sum = minutes(which.toUpperCase(), tailParts(given.plan, week, which));
  return explained(about, sum, { notes: [methodNote(week)] });
}

/** Free hours of everybody less all open work, whoever could do it. */
function freeLessOpen(ask: Ask): Explanation {
  const who = whoOf(ask);
  const { free } = supply(ask.plan, who.parts, ask.counted);
  const parts = [...group("Free hours", ofContracts(ask, who, free)), ...taken(openParts(ask))];
  const about = {
    title: titleOf("Hours left", ask),
    rule: "Free hours of everybody less all open work, as if anybody could do anything: what tools without skills show.",
  };
  return explained(about, minutes("Hours left", parts));
}
