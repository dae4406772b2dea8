import { type Block, type EarliestStart, earliestStart, startTries } from "../engine/decide/earliest-start.ts";
import { everything } from "../engine/scope.ts";
import { merged } from "../functions/merged.ts";
import { needRows } from "../functions/need-range.ts";
import { newWork } from "../functions/new-work.ts";
import { requirementsText } from "../functions/requirement-text.ts";
import { whoText } from "../functions/who-text.ts";
import type { CellRange } from "../plan/cells.ts";
import { dayMonthYear } from "../sheets/words.ts";
import { type Ask, periodText, ruleOf } from "./ask.ts";
import { type Explanation, explained, minutes, type Part, type Proof, part, sumOf, taken } from "./explanation.ts";
import { LEVEL, type Picked, SKILL, WEEKLY, WEEKS } from "./picks.ts";
import { dayText, hoursText } from "./words.ts";

export const START_KINDS = [
  "Short, begun on the first day",
  "Fits, begun on the first day",
  "Working days until it fits",
] as const;

/** What EARLIESTSTART says of work of one skill: what it would lack, begun at once, and on which day it fits. */
export function start(ask: Ask, kind: string, picked: Picked): Explanation {
  const { counted, from, to } = ask;
  const { plan, work } = newWork(ask.plan, needRows(needOf(picked), ask.plan.settings.fullTimeWeek));
  const question: Parameters<typeof startTries> = [plan, { from, to }, counted, everything(plan), work];
  const found = earliestStart(...question);
  const title = `${kind}: ${workText(picked)}, ${periodText(ask)} (${answerOf(found)})`;
  const about = { title, rule: ruleOf("EARLIESTSTART") };
  const own = { ...ask, plan };
  const more = { proofs: proofsOf(own, found), notes: notesOf(found) };
  if (kind === "Working days until it fits")
    return explained(about, sumOf("Working days until it fits", "count", waitParts(question)), more);
  const lacks = blockParts(own, found);
  if (kind === "Short, begun on the first day") return explained(about, minutes("Short", lacks), more);
  const asked = found.asked === 0 ? [] : [part("Asked for", found.asked)];
  return explained(about, minutes("Fits", [...asked, ...taken(lacks)]), more);
}

/** The range of `need` that a planner would type. */
const needOf = (picked: Picked): CellRange => [
  ["Skill", "Min level", "Hours a week", "Weeks"],
  [
    picked.get(SKILL.key) ?? null,
    picked.get(LEVEL.key) ?? null,
    picked.get(WEEKLY.key) ?? null,
    numberIn(picked.get(WEEKS.key) ?? "1"),
  ],
];

/** As a planner would type it; words that are no number are refused where they are read. */
const numberIn = (typed: string): number | string => {
  const found = Number(typed.replace(",", "."));
  return Number.isNaN(found) ? typed : found;
};

const workText = (picked: Picked): string => {
  const level = picked.get(LEVEL.key) ?? null;
  const skill = `${picked.get(SKILL.key) ?? "any skill"}${level === null ? "" : ` ${level}+`}`;
  const weeks = picked.get(WEEKS.key) ?? "1";
  return `${picked.get(WEEKLY.key) ?? ""} h a week of ${skill} for ${weeks} ${weeks === "1" ? "week" : "weeks"}`;
};

function answerOf({ fits, lacking, blocks }: EarliestStart): string {
  if (fits !== null) return `fits from ${dayMonthYear(fits.from)}`;
  return lacking > 0 && blocks.length > 0 ? "fits on no day of them" : "takes longer than these days";
}

/** The working days on which it would lack something. */
const waitParts = (question: Parameters<typeof startTries>): readonly Part[] =>
  startTries(...question)
    .filter(({ lacking }) => lacking > 0)
    .map(({ from, lacking }) => part(`Begun on ${dayText(from)}: ${hoursText(lacking)} short`, 1));

const groupsOf = ({ plan }: Ask, { blocks }: EarliestStart) =>
  merged(blocks, ({ requirements }: Block) => requirementsText(plan, requirements));

/** What it would lack, begun on the first day: what is asked for in a week, less what fits. */
const blockParts = (ask: Ask, found: EarliestStart): readonly Part[] =>
  groupsOf(ask, found).map(({ from, to, skills, demand, supply, deficit }): Part => {
    const when = periodText({ from, to });
    const fits = supply === 0 ? [] : [part("Fits", -supply)];
    const parts = [part("New work", demand), ...fits];
    return { label: `${when[0]!.toUpperCase()}${when.slice(1)}: ${skills}`, amount: deficit, at: null, parts };
  });

const proofsOf = (ask: Ask, found: EarliestStart): readonly Proof[] =>
  groupsOf(ask, found).map(({ from, to, skills, demand, supply, deficit, free }): Proof => {
    const when = periodText({ from, to });
    const says = `${when[0]!.toUpperCase()}${when.slice(1)}: free for ${skills} are ${whoText(ask.plan, free)}; beside what is asked of them already, ${hoursText(supply)} of ${hoursText(demand)} new work fit.`;
    return { says, demand, supply, short: deficit };
  });

function notesOf({ first, asked, lacking, percent }: EarliestStart): readonly string[] {
  if (first === null) return ["It takes longer than these days. Maybe choose more of them."];
  const begun = `Begun on ${dayMonthYear(first.from)} it asks for ${hoursText(asked)} up to ${dayMonthYear(first.to)}`;
  return [
    lacking === 0
      ? `${begun}, and all of it fits.`
      : `${begun}; the largest share of it that fits then is ${percent} %.`,
    "Other work may be staffed anew for it, as long as its own gap does not grow.",
  ];
}
