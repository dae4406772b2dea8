import { type Requirement, requirements } from "../engine/requirements.ts";
import { requirementText } from "../functions/requirement-text.ts";
import type { Period } from "../plan/calendar.ts";
import { type HeldSkill, LAST_DAY, type Plan } from "../plan/plan.ts";
import { dayMonthYear } from "../sheets/words.ts";
import { type DayNumber, dayNumber } from "../units.ts";

/** Whether somebody can do one kind of work that an engagement asks for, and why. */
export interface FitLine {
  readonly asks: string;
  readonly fits: "yes" | "partly" | "no";
  readonly why: string;
}

/** The different kinds of work an engagement asks for in some days; of one skill, when one is named. */
export function askedOf(plan: Plan, engagement: number, skill: number, { from, to }: Period): readonly Requirement[] {
  const { list, ofNeed } = requirements(plan);
  const numbers = plan.needs.flatMap((need, i) => {
    const here = need.engagement === engagement && need.from <= to && need.to >= from;
    return here && (skill < 0 || need.skill === skill) ? [ofNeed[i]!] : [];
  });
  return [...new Set(numbers)].map((number) => list[number]!);
}

export function fitLines(plan: Plan, person: number, asked: readonly Requirement[], days: Period): readonly FitLine[] {
  return asked.map((wanted) => ({ asks: requirementText(plan, wanted), ...fitOf(plan, person, wanted, days) }));
}

type Fit = Pick<FitLine, "fits" | "why">;
const no = (why: string): Fit => ({ fits: "no", why });

function fitOf(plan: Plan, person: number, wanted: Requirement, days: Period): Fit {
  const { skills, contracts } = plan.people[person]!;
  const own = contracts
    .map((number) => plan.contracts[number]!)
    .filter(({ from, to }) => from <= days.to && to >= days.from);
  const { role, location, skill, level, certificate } = wanted;
  if (own.length > 0 && role !== "" && own.every((one) => one.role !== role))
    return no(`is ${own[0]!.role || "in no role"}`);
  if (own.length > 0 && location >= 0 && own.every((one) => one.location !== location)) {
    return no(`works in ${plan.locations[own[0]!.location]?.name ?? "no location"}`);
  }
  const held = skills.filter((one) => skill < 0 || one.skill === skill);
  const name = plan.skills[skill] ?? "";
  if (skill >= 0 && held.length === 0) return no("does not have this skill");
  const able = skill < 0 ? held : held.filter((one) => one.level >= level);
  const best = Math.max(0, ...held.map((one) => one.level));
  if (skill >= 0 && able.length === 0) return no(`has ${name} at level ${best}`);
  const until = certificate === null ? skillUntil(skill, able) : certificateUntil(held, certificate);
  const what = certificate ?? name;
  if (until === 0) return no(`has no ${what}`);
  const since = dayNumber(Math.min(...able.map((one) => one.validFrom), LAST_DAY));
  if (able.length > 0 && since > days.to) return no(`has ${what} only from ${dayMonthYear(since)}`);
  if (until < days.from) return no(`${what} ran out on ${dayMonthYear(until)}`);
  if (able.length > 0 && since > days.from) {
    return { fits: "partly", why: `has ${what} only from ${dayMonthYear(since)}` };
  }
  if (until < days.to) return { fits: "partly", why: `${what} runs out on ${dayMonthYear(until)}` };
  return {
    fits: "yes",
    why: skill < 0 ? "fits" : `has ${name} at level ${best}${certificate === null ? "" : ` with ${certificate}`}`,
  };
}

const lastOf = (held: readonly HeldSkill[], day: (one: HeldSkill) => DayNumber): DayNumber =>
  dayNumber(Math.max(0, ...held.map(day)));

const skillUntil = (skill: number, able: readonly HeldSkill[]): DayNumber =>
  skill < 0 ? LAST_DAY : lastOf(able, ({ certificate, validTo }) => (certificate === null ? validTo : LAST_DAY));

const certificateUntil = (held: readonly HeldSkill[], wanted: string): DayNumber =>
  lastOf(
    held.filter(({ certificate }) => certificate === wanted),
    ({ validTo }) => validTo,
  );
