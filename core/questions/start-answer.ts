import type { Block, EarliestStart } from "../engine/decide/earliest-start.ts";
import type { Requirement } from "../engine/requirements.ts";
import { timeline } from "../engine/timeline.ts";
import { type Group, merged } from "../functions/merged.ts";
import { requirementsText, requirementText } from "../functions/requirement-text.ts";
import type { Period } from "../plan/calendar.ts";
import type { Plan } from "../plan/plan.ts";
import { counted, dayAndMonth, dayMonthYear, hoursText, listed } from "../sheets/words.ts";
import type { DayNumber } from "../units.ts";
import type { AnswerTable, Picture } from "./answer.ts";
import { tenths, weekLine } from "./answer-weeks.ts";
import { namePlaces } from "./name-place.ts";
import type { Workbook } from "./workbook.ts";

/** New work that was tried on every day, and what came of it. */
export interface Tried {
  readonly found: Workbook;
  readonly engagement: string;
  /** What it asks for, in words. */
  readonly wanted: readonly string[];
  /** The days asked about, and those looked at: as many weeks more as the work takes. */
  readonly wished: Period;
  readonly days: Period;
  /** Without a number of weeks it lasts to the plan's end; movable work is done in whichever week has time. */
  readonly isOpenEnded: boolean;
  readonly isMovable: boolean;
  readonly start: EarliestStart;
}

const MOST_NAMES = 5;
const MOST_SKILLS = 3;

/** "Yes, Atlas (AWS 3+) fits from 19 Feb 2026; on 5 Jan 2026 it would be 20 h short of AWS 3+, and only Maya Ellison could help." */
export function saysOf(tried: Tried): string {
  const { found, engagement, wanted, wished, start } = tried;
  const { plan } = found;
  const { fits, lacking } = start;
  const what = `${engagement} (${listed(wanted)})`;
  const worst = worstOf(plan, start.blocks);
  const asked =
    worst === null || lacking === 0
      ? ""
      : `on ${dayMonthYear(wished.from)} it would be ${hoursText(lacking)} short of ${skillsText(tried, worst)}, and ${helpersText(plan, worst)}`;
  if (fits !== null) return `${fitsText(tried, what, fits, asked !== "")}${asked === "" ? "" : `; ${asked}`}.`;
  if (asked === "") return `No: ${what} takes longer than there are days until ${dayMonthYear(tried.days.to)}.`;
  return `No, ${what} fits on no day from ${dayMonthYear(wished.from)} to ${dayMonthYear(wished.to)}: ${asked}.`;
}

/** Whether the plan's end is what makes room for it: it goes on beyond that day, or is cut short by it. */
export function needsTheEnd({ wished, isOpenEnded, start: { fits, lacking } }: Tried): boolean {
  if (fits === null) return false;
  return isOpenEnded ? lacking > 0 : fits.to > wished.to;
}

/**
 * The day from which it is kept as a scenario and its chances are computed: the first that fits. Where only the plan's end
 * makes room for it, the day asked about, as the chances of days for which nothing is planned yet would say nothing.
 */
export function startOf(tried: Tried): DayNumber {
  const { days, isOpenEnded, start } = tried;
  if (start.fits === null || (needsTheEnd(tried) && !isOpenEnded && start.lacking > 0)) return days.from;
  return start.fits.from;
}

/** A later start is told by its first day; one that needs the plan's end is no plain yes. */
function fitsText(tried: Tried, what: string, fits: Period, isLater: boolean): string {
  const { isMovable, isOpenEnded, wished } = tried;
  const [from, to, end] = [fits.from, fits.to, wished.to].map(dayMonthYear);
  const span = isMovable ? `from ${from}, done by ${to}` : `from ${from} to ${to}`;
  if (!needsTheEnd(tried)) return `Yes, ${what} fits ${isLater && !isMovable ? `from ${from}` : span}`;
  if (isOpenEnded) return `${what} fits only from ${from} on, to the plan's end on ${end}`;
  if (isLater)
    return `${what} does not fit until the plan's end on ${end}; it does ${span} only because little or nothing is planned afterwards`;
  return `${what} fits ${span}, but the plan ends on ${end}; afterwards little or nothing is planned`;
}

/** "AWS 3+ and Kubernetes 3+": each skill once; of many skills that share people, those of the work itself. */
function skillsText({ found: { plan }, wanted, start }: Tried, { skills }: Group): string {
  const all = eachOnce(plan, start.blocks.find((block) => skillsOf(plan, block) === skills)?.requirements ?? []);
  const own = all.filter((one) => wanted.includes(one));
  const named = all.length > MOST_SKILLS && own.length > 0 ? own.slice(0, MOST_SKILLS) : all.slice(0, MOST_SKILLS);
  const others = all.length - named.length;
  return others === 0 ? listed(named) : `${named.join(", ")} and ${counted(others, "more skill")} that share people`;
}

/** A skill that is asked for at several levels is named as the first of them asks for it. */
function eachOnce(plan: Plan, requirements: readonly Requirement[]): readonly string[] {
  const names = new Map<string, string>();
  for (const one of requirements) {
    const key = `${one.skill} ${one.skill < 0 ? one.role : ""}`;
    if (!names.has(key)) names.set(key, requirementText(plan, one));
  }
  return [...names.values()];
}

/** The skills that lack most in all. */
function worstOf(plan: Plan, blocks: readonly Block[]): Group | null {
  const bySkills = new Map<string, Group>();
  for (const group of groupsOf(plan, blocks)) {
    const known = bySkills.get(group.skills);
    bySkills.set(group.skills, known ? both(known, group) : group);
  }
  return [...bySkills.values()].sort((a, b) => b.deficit - a.deficit)[0] ?? null;
}

const both = (a: Group, b: Group): Group => ({
  ...a,
  deficit: a.deficit + b.deficit,
  free: new Map([...a.free, ...[...b.free].map(([who, free]) => [who, (a.free.get(who) ?? 0) + free] as const)]),
});

const skillsOf = (plan: Plan, { requirements }: Block) => requirementsText(plan, requirements);

const groupsOf = (plan: Plan, blocks: readonly Block[]) => merged(blocks, (block) => skillsOf(plan, block));

/** Those who can do any of it and have any time, most first. */
const withTime = ({ free }: Group): readonly (readonly [person: number, minutes: number])[] =>
  [...free].filter(([, minutes]) => minutes > 0).sort(([a, most], [b, least]) => least - most || a - b);

function helpersText({ people }: Plan, group: Group): string {
  const able = withTime(group);
  if (able.length === 0) return group.free.size === 0 ? "nobody could help" : "nobody who could help has time";
  if (able.length > MOST_NAMES + 1)
    return `other work wants the time of the ${able.length} people who could help as well`;
  return `only ${listed(able.map(([person]) => people[person]!.name))} could help`;
}

/** Hours short in each week when the work begins at once, by skill. */
export function blockedPicture({ found: { plan }, days, start }: Tried): Picture | null {
  if (start.blocks.length === 0) return null;
  const weeks = timeline(days.from, days.to, "week");
  const bySkills = new Map<string, Float64Array>();
  for (const block of start.blocks) {
    const skills = skillsOf(plan, block);
    const line = bySkills.get(skills) ?? new Float64Array(weeks.periods.length);
    line[weeks.periodOf[Math.max(block.from, weeks.from) - weeks.from]!]! += block.deficit;
    bySkills.set(skills, line);
  }
  return {
    kind: "strip",
    about: `Hours of it that would be short in each week if it began on ${dayMonthYear(days.from)}, by skill.`,
    series: [...bySkills].map(([skills, line]) =>
      weekLine(
        skills,
        weeks,
        (week) => line[week]!,
        (hours) => `${hours} short`,
      ),
    ),
  };
}

export function blockedTable({ found: { plan }, days, start }: Tried): AnswerTable {
  const rows = groupsOf(plan, start.blocks).map((group) => ({
    cells: [
      `${dayAndMonth(group.from)} to ${dayAndMonth(group.to)}`,
      group.skills,
      tenths(group.demand),
      tenths(group.supply),
      tenths(group.deficit),
      counted(withTime(group).length, "person", "people"),
    ],
    at: null,
  }));
  const headings = ["Days", "Skills", "Asked, h", "Fits, h", "Short, h", "Who has time"];
  return { title: `What blocks a start on ${dayMonthYear(days.from)}`, headings, rows };
}

/** The people the sentence speaks of, with what they have free on those days before any open work. */
export function helpersTable(tried: Tried): AnswerTable {
  const { found, start } = tried;
  const { people } = found.plan;
  const placeOf = namePlaces(found, "person");
  const worst = worstOf(found.plan, start.blocks);
  const rows = (worst === null ? [] : withTime(worst)).map(([person, minutes]) => ({
    cells: [people[person]!.name, tenths(minutes)],
    at: placeOf(people[person]!.name),
  }));
  const title = worst === null ? "Who could help" : `Who could help with ${skillsText(tried, worst)}`;
  return { title, headings: ["Person", "Free in those weeks, h"], rows };
}
