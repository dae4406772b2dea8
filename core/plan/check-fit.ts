import { complain, type Findings } from "./findings.ts";
import type { AllocationRows } from "./link-allocations.ts";
import type { Engagement, Need, Person } from "./plan.ts";
import type { Directory, Used } from "./references.ts";
import { USED } from "./rows.ts";

/** Allocations of people who have none of the skills that the engagement asks for, or not the one that the row names. */
export function checkFit(
  rows: AllocationRows,
  people: readonly Person[],
  engagements: readonly Engagement[],
  needs: readonly Need[],
  directories: { readonly people: Directory; readonly engagements: Directory },
  skills: Used,
  findings: Findings,
): void {
  const count = skills.texts.length;
  if (people.every((person) => person.skills.length === 0)) return;
  const has = new Uint8Array(people.length * count);
  people.forEach((person, who) => {
    for (const { skill } of person.skills) has[who * count + skill] = 1;
  });
  const asked = skillsAsked(engagements.length, needs);
  const { person, engagement, skill } = rows.columns;
  const skillOf = skills.of;
  for (let index = 0; index < rows.length; index++) {
    if (rows.state[index] !== USED) continue;
    const who = directories.people.of[person[index]!]!;
    if (who < 0) continue;
    const named = skill[index]!;
    if (named >= 0) {
      if (has[who * count + skillOf[named]!] === 1) continue;
      complain(findings, { rows, index, key: "skill" }, unfit("is not a skill of the person", people[who]!.name));
      continue;
    }
    const what = directories.engagements.of[engagement[index]!]!;
    const wanted = asked[what]!;
    if (wanted.length === 0 || hasAny(has, who * count, wanted)) continue;
    const why = `has none of the skills that ${engagements[what]!.name} asks for: ${wanted.map((one) => skills.texts[one]).join(", ")}`;
    complain(findings, { rows, index, key: "person" }, unfit(why, people[who]!.name));
  }
}

const unfit = (why: string, name: string) =>
  ({ code: "HR-125", why, hint: `Maybe add the skill to ${name} in People or Skills.` }) as const;

function hasAny(has: Uint8Array, start: number, wanted: readonly number[]): boolean {
  for (let i = 0; i < wanted.length; i++) if (has[start + wanted[i]!] === 1) return true;
  return false;
}

/** The skills that each engagement's needs name; none when one of its needs would take anybody, or a role. */
function skillsAsked(engagements: number, needs: readonly Need[]): readonly (readonly number[])[] {
  const asked: number[][] = Array.from({ length: engagements }, () => []);
  const open = new Set<number>();
  for (const { engagement, skill } of needs) {
    if (skill < 0) open.add(engagement);
    else if (!asked[engagement]!.includes(skill)) asked[engagement]!.push(skill);
  }
  for (const one of open) asked[one] = [];
  return asked;
}
