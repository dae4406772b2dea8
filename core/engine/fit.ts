import { FIRST_DAY, type HeldSkill, LAST_DAY, type Plan } from "../plan/plan.ts";
import type { Requirement, Requirements } from "./requirements.ts";

/** Whether contracts fit requirements, found out once for each requirement. */
export interface Fit {
  /**
   * The last day up to which each contract's person fits a requirement without a break from day `first` on; before
   * `first`: not on that day. Contract dates are not looked at. Equal answers are the same array.
   */
  until(requirement: number, first: number): Int32Array;
}

export function fitOf(plan: Plan, { list }: Requirements): Fit {
  const holders = holdersOf(plan);
  const starts = laterStarts(plan);
  const known = new Map<number, Int32Array>();
  return {
    until(number, first) {
      let begun = 0;
      while (begun < starts.length && starts[begun]! <= first) begun++;
      const key = number * (starts.length + 1) + begun;
      const found = known.get(key);
      if (found !== undefined) return found;
      const days = fitUntil(plan, holders, list[number]!, begun === 0 ? FIRST_DAY : starts[begun - 1]!);
      known.set(key, days);
      return days;
    },
  };
}

/** The days on which trainings end: only then does anybody fit more than before. */
function laterStarts({ people }: Plan): readonly number[] {
  const days = new Set<number>();
  for (const { skills } of people) for (const { validFrom } of skills) if (validFrom > FIRST_DAY) days.add(validFrom);
  return [...days].sort((a, b) => a - b);
}

/** The people who hold each skill, at any level. */
function holdersOf({ people, skills }: Plan): readonly (readonly number[])[] {
  const holders = skills.map((): number[] => []);
  people.forEach(({ skills: held }, person) => {
    for (const { skill } of held) if (holders[skill]!.at(-1) !== person) holders[skill]!.push(person);
  });
  return holders;
}

function fitUntil(plan: Plan, holders: readonly (readonly number[])[], wanted: Requirement, first: number): Int32Array {
  const days = new Int32Array(plan.contracts.length);
  const able = wanted.skill < 0 ? plan.people.keys() : holders[wanted.skill]!;
  for (const person of able) {
    const { skills, contracts } = plan.people[person]!;
    const day = Math.min(skillUntil(skills, wanted, first), certificateUntil(skills, wanted, first));
    for (const number of contracts) {
      const { role, location } = plan.contracts[number]!;
      const placed = wanted.location < 0 || wanted.location === location;
      if (placed && (wanted.role === "" || wanted.role === role)) days[number] = day;
    }
  }
  return days;
}

/** A skill without a certificate counts up to its valid-to day; with one, only the certificate runs out. */
function skillUntil(held: readonly HeldSkill[], { skill, level }: Requirement, first: number): number {
  if (skill < 0) return LAST_DAY;
  const able = held.filter((one) => one.skill === skill && one.level >= level);
  return unbroken(able, first, ({ certificate, validTo }) => (certificate === null ? validTo : LAST_DAY));
}

/** The certificate must stand with the skill asked for; without a skill, with any. */
function certificateUntil(held: readonly HeldSkill[], { skill, certificate }: Requirement, first: number): number {
  if (certificate === null) return LAST_DAY;
  const able = held.filter((one) => one.certificate === certificate && (skill < 0 || one.skill === skill));
  return unbroken(able, first, ({ validTo }) => validTo);
}

/** How long one or another of them counts: a later one may begin where an earlier one ends. */
function unbroken(able: readonly HeldSkill[], first: number, end: (one: HeldSkill) => number): number {
  let last = 0;
  for (let before = -1; before < last; ) {
    before = last;
    for (const one of able) if (one.validFrom <= Math.max(first, last + 1)) last = Math.max(last, end(one));
  }
  return last;
}
