import { dayNumber } from "../units.ts";
import { complain, type Findings } from "./findings.ts";
import type { PeopleRows } from "./link-contracts.ts";
import type { LinkedPeople } from "./link-people.ts";
import { FIRST_DAY, type HeldSkill, LAST_DAY, type Person } from "./plan.ts";
import type { Numbering } from "./reader.ts";
import { complainOfUnknown, type Used, use } from "./references.ts";
import { BLANK, entry, type Rows, USED } from "./rows.ts";
import type { SKILLS } from "./tables.ts";

type SkillRows = Rows<(typeof SKILLS)["columns"]>;

/** Everybody with the skills that People and the Skills table say; where both do, the Skills table holds. */
export function linkSkills(
  linked: LinkedPeople,
  people: PeopleRows,
  rows: SkillRows,
  numbering: Numbering,
  skills: Used,
  findings: Findings,
): readonly Person[] {
  const lists = listedSkills(numbering, skills);
  const cells = people.columns.skills;
  const listed = linked.rowsOf.map((mine) =>
    mine.length === 1
      ? (entry(lists, cells[mine[0]!]!) ?? NONE)
      : together(mine.map((row) => entry(lists, cells[row]!) ?? NONE)),
  );
  const tabled = tabledSkills(linked, rows, numbering, skills, listed, findings);
  return linked.people.map(({ name, contracts }, i) => {
    const own = tabled.get(i);
    const both = own
      ? [...own, ...listed[i]!.filter(({ skill }) => own.every((one) => one.skill !== skill))]
      : listed[i]!;
    return { name, skills: both, contracts };
  });
}

const NONE: readonly HeldSkill[] = [];
/** The level of somebody who has a skill, when the plan does not say how well. */
const UNSAID = 5;

/** Each different cell of People.Skills, read once. */
function listedSkills({ lists }: Numbering, skills: Used): readonly (readonly HeldSkill[])[] {
  return lists.map((list) => {
    const held: HeldSkill[] = [];
    for (const { name, level } of list) {
      hold(held, {
        skill: use(skills, name),
        level: level || UNSAID,
        certificate: null,
        validFrom: FIRST_DAY,
        validTo: LAST_DAY,
      });
    }
    return held;
  });
}

/** Every skill once, at its highest level. */
function hold(held: HeldSkill[], one: HeldSkill): void {
  for (let i = 0; i < held.length; i++) {
    if (held[i]!.skill !== one.skill) continue;
    if (held[i]!.level < one.level) held[i] = one;
    return;
  }
  held.push(one);
}

/** The skills of all rows of a person. */
function together(lists: readonly (readonly HeldSkill[])[]): readonly HeldSkill[] {
  const all: HeldSkill[] = [];
  for (const one of lists.flat()) hold(all, one);
  return all;
}

function tabledSkills(
  { directory }: LinkedPeople,
  rows: SkillRows,
  { names }: Numbering,
  skills: Used,
  listed: readonly (readonly HeldSkill[])[],
  findings: Findings,
): ReadonlyMap<number, readonly HeldSkill[]> {
  const { person, skill, level, certificate, validFrom, validTo } = rows.columns;
  const held = new Map<number, HeldSkill[]>();
  const rowOf = new Map<string, number>();
  for (let index = 0; index < rows.length; index++) {
    if (rows.state[index] !== USED) continue;
    const name = person[index]!;
    const who = directory.of[name]!;
    if (who < 0) {
      complainOfUnknown(findings, directory, { rows, index, key: "person" }, name);
      continue;
    }
    const same = `${name} ${skill[index]} ${certificate[index]} ${validFrom[index]}`;
    const twice = rowOf.get(same);
    if (twice !== undefined) {
      const complaint = {
        code: "HR-121",
        why: "stands twice, with the same skill and certificate",
        hint: TWICE,
      } as const;
      complain(findings, { rows, index, key: "person" }, complaint, { rows, index: twice, key: "person" });
      continue;
    }
    rowOf.set(same, index);
    const number = use(skills, skill[index]!);
    const said = listed[who]!.find((one) => one.skill === number)?.level ?? UNSAID;
    const one: HeldSkill = {
      skill: number,
      level: level[index] === BLANK ? said : level[index]!,
      certificate: entry(names.certificate.texts, certificate[index]!) ?? null,
      validFrom: validFrom[index] === BLANK ? FIRST_DAY : dayNumber(validFrom[index]!),
      validTo: validTo[index] === BLANK ? LAST_DAY : dayNumber(validTo[index]!),
    };
    const mine = held.get(who);
    if (mine) mine.push(one);
    else held.set(who, [one]);
  }
  return held;
}

const TWICE = "Maybe delete one of the two rows.";
