import type { Plan } from "../plan/plan.ts";

/** What somebody must have to serve a piece of work. */
export interface Requirement {
  /** -1: no skill named. */
  readonly skill: number;
  /** "": no role named. */
  readonly role: string;
  /** At least this level of the skill; 1 is any. */
  readonly level: number;
  readonly certificate: string | null;
  /** -1: anywhere. */
  readonly location: number;
}

/** The distinct requirements of a plan, and which one each need, or skill of a placeholder, stands for. */
export interface Requirements {
  readonly list: readonly Requirement[];
  readonly ofNeed: Int32Array;
  /** By allocation; -1 for a named person. */
  readonly ofAllocation: Int32Array;
}

export function requirements({ needs, allocations: rows }: Plan): Requirements {
  const known = new Map<string, number>();
  const list: Requirement[] = [];
  const numberOf = (wanted: Requirement) => {
    const key = JSON.stringify([wanted.skill, wanted.role, wanted.level, wanted.certificate, wanted.location]);
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, list.length);
    return list.push(wanted) - 1;
  };
  const ofNeed = Int32Array.from(needs, ({ skill, role, level, certificate, location }) =>
    numberOf({ skill, role, level: skill < 0 ? 1 : Math.max(1, level), certificate, location }),
  );
  const bySkill = new Map<number, number>();
  const ofAllocation = rows.person.map((person, row) => {
    if (person >= 0) return -1;
    const skill = rows.skill[row]!;
    const number = bySkill.get(skill) ?? numberOf({ skill, role: "", level: 1, certificate: null, location: -1 });
    bySkill.set(skill, number);
    return number;
  });
  return { list, ofNeed, ofAllocation };
}
