import type { Block, EarliestStart } from "../engine/decide/earliest-start.ts";
import { timeline } from "../engine/timeline.ts";
import { type Group, merged } from "../functions/merged.ts";
import { requirementText } from "../functions/requirement-text.ts";
import type { Period } from "../plan/calendar.ts";
import type { Plan } from "../plan/plan.ts";
import { counted, dayAndMonth, dayMonthYear, hoursText, listed } from "../sheets/words.ts";
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
  readonly start: EarliestStart;
}

const MOST_NAMES = 5;
const MOST_SKILLS = 3;

/** "Yes, Atlas (AWS 3+) fits from 19 Feb 2026; on 5 Jan 2026 it would be 20 h short of AWS 3+, and only Maya Ellison could help." */
export function saysOf(tried: Tried): string {
  const { found, engagement, wanted, wished, days, start } = tried;
  const { plan } = found;
  const { fits, lacking } = start;
  const what = `${engagement} (${listed(wanted)})`;
  const worst = worstOf(plan, start.blocks);
  if (fits === null && worst === null)
    return `No: ${what} takes longer than there are days until ${dayMonthYear(days.to)}.`;
  if (worst === null || lacking === 0)
    return `Yes, ${what} fits from ${dayMonthYear(fits!.from)} to ${dayMonthYear(fits!.to)}.`;
  const asked = `${dayMonthYear(wished.from)} it would be ${hoursText(lacking)} short of ${skillsText(tried, worst)}, and ${helpersText(plan, worst)}`;
  if (fits !== null) return `Yes, ${what} fits from ${dayMonthYear(fits.from)}; on ${asked}.`;
  return `No, ${what} fits on no day from ${dayMonthYear(wished.from)} to ${dayMonthYear(wished.to)}: from ${asked}.`;
}

/** "AWS 3+ and Kubernetes 3+"; of many skills that share people, those of the work itself. */
function skillsText({ wanted }: Tried, { skills }: Group): string {
  const all = skills.split(", ");
  const own = all.filter((one) => wanted.includes(one));
  const named = all.length > MOST_SKILLS && own.length > 0 ? own.slice(0, MOST_SKILLS) : all.slice(0, MOST_SKILLS);
  const others = all.length - named.length;
  return others === 0 ? listed(named) : `${named.join(", ")} and ${counted(others, "skill")} that share people`;
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

const groupsOf = (plan: Plan, blocks: readonly Block[]) =>
  merged(blocks, ({ requirements }) => requirements.map((one) => requirementText(plan, one)).join(", "));

function helpersText({ people }: Plan, { free }: Group): string {
  if (free.size === 0) return "nobody could help";
  const names = [...free].sort(([, a], [, b]) => b - a).map(([person]) => people[person]!.name);
  const who = names.length > MOST_NAMES + 1 ? `these ${names.length} people` : listed(names);
  return `only ${who} could help`;
}

/** Hours short in each week in which the work cannot run, by skill. */
export function blockedPicture({ found: { plan }, days, start }: Tried): Picture | null {
  if (start.blocks.length === 0) return null;
  const weeks = timeline(days.from, days.to, "week");
  const bySkills = new Map<string, Float64Array>();
  for (const block of start.blocks) {
    const skills = block.requirements.map((one) => requirementText(plan, one)).join(", ");
    const line = bySkills.get(skills) ?? new Float64Array(weeks.periods.length);
    line[weeks.periodOf[Math.max(block.from, weeks.from) - weeks.from]!]! += block.deficit;
    bySkills.set(skills, line);
  }
  return {
    kind: "strip",
    about: "Hours that would be short in a week if the work ran in it, by skill.",
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

export function blockedTable({ found: { plan }, start }: Tried): AnswerTable {
  const rows = groupsOf(plan, start.blocks).map(({ from, to, skills, demand, supply, deficit, free }) => ({
    cells: [
      `${dayAndMonth(from)} to ${dayAndMonth(to)}`,
      skills,
      tenths(demand),
      tenths(supply),
      tenths(deficit),
      counted(free.size, "person", "people"),
    ],
    at: null,
  }));
  const headings = ["Days", "Skills", "Asked, h", "Can serve, h", "Short, h", "Who can"];
  return { title: "What blocks an earlier start", headings, rows };
}

/** Everyone who can serve what blocks it, with what they have free on those days. */
export function helpersTable({ found, start }: Tried): AnswerTable {
  const { people } = found.plan;
  const placeOf = namePlaces(found, "person");
  const free = new Map<number, number>();
  const seen = new Set<string>();
  for (const block of start.blocks) {
    block.people.forEach((person, i) => {
      const key = `${block.from} ${person}`;
      if (!seen.has(key)) free.set(person, (free.get(person) ?? 0) + block.free[i]!);
      seen.add(key);
    });
  }
  const rows = [...free]
    .sort(([a, most], [b, least]) => least - most || a - b)
    .map(([person, minutes]) => ({
      cells: [people[person]!.name, tenths(minutes)],
      at: placeOf(people[person]!.name),
    }));
  return { title: "Who could help", headings: ["Person", "Free in those weeks, h"], rows };
}
