import { type HeldSkill, LAST_DAY, type Plan } from "../plan/plan.ts";
import type { Requirement, Requirements } from "./requirements.ts";

/** Whether contracts fit requirements, found out once for each requirement. */
export interface Fit {
  /** The last day each contract's person fits a requirement; 0 is never. Contract dates are not looked at. */
  until(requirement: number): Int32Array;
}

export function fitOf(plan: Plan, { list }: Requirements): Fit {
  const holders = holdersOf(plan);
  const known = new Map<number, Int32Array>();
  return {
    until(number) {
      const found = known.get(number);
      if (found !== undefined) return found;
      const days = fitUntil(plan, holders, list[number]!);
      known.set(number, days);
      return days;
    },
  };
}

/** The people who hold each skill, at any level. */
function holdersOf({ people, skills }: Plan): readonly (readonly number[])[] {
  const holders = skills.map((): number[] => []);
  people.forEach(({ skills: held }, person) => {
    for (const { skill } of held) if (holders[skill]!.at(-1) !== person) holders[skill]!.push(person);
  });
  return holders;
}

function fitUntil(plan: Plan, holders: readonly (readonly number[])[], wanted: Requirement): Int32Array {
  const days = new Int32Array(plan.contracts.length);
  const able = wanted.skill < 0 ? plan.people.keys() : holders[wanted.skill]!;
  for (const person of able) {
    const { skills, contracts } = plan.people[person]!;
    const day = Math.min(skillUntil(skills, wanted), certificateUntil(skills, wanted));
    for (const number of contracts) {
      const { role, location } = plan.contracts[number]!;
      const placed = wanted.location < 0 || wanted.location === location;
      if (placed && (wanted.role === "" || wanted.role === role)) days[number] = day;
    }
  }
  return days;
}

/** A skill without a certificate counts up to its valid-to day; with one, only the certificate runs out. */
function skillUntil(held: readonly HeldSkill[], { skill, level }: Requirement): number {
  if (skill < 0) return LAST_DAY;
  let last = 0;
  for (const one of held) {
    if (one.skill === skill && one.level >= level)
      last = Math.max(last, one.certificate === null ? one.validTo : LAST_DAY);
  }
  return last;
}

/** The certificate must stand with the skill asked for; without a skill, with any. */
function certificateUntil(held: readonly HeldSkill[], { skill, certificate }: Requirement): number {
  if (certificate === null) return LAST_DAY;
  let last = 0;
  for (const one of held) {
    if (one.certificate === certificate && (skill < 0 || one.skill === skill)) last = Math.max(last, one.validTo);
  }
  return last;
}
