import { changed, replaced } from "../../plan/changed.ts";
import { FIRST_DAY, type HeldSkill, LAST_DAY, type Plan } from "../../plan/plan.ts";
import type { ChangeCase } from "../case.ts";
import type { Training } from "../change.ts";
import { doesNotFit, firstOf, personIn, skillIn, unknownPerson, unknownSkill } from "../names.ts";

/** A skill held from that day on, beside what the person can do already. */
export const training: ChangeCase<Training> = {
  needs: ["person", "skill"],
  may: ["level", "certificate", "from"],
  read: ({ person, skill, level, certificate, from }) =>
    person === null || skill === null
      ? null
      : { kind: "training", person, skill, level: level ?? 5, certificate, from: from ?? FIRST_DAY },
  check: ({ plan }, change) => {
    const unknown = firstOf(unknownPerson(plan, change.person), unknownSkill(plan, change.skill));
    if (unknown) return unknown;
    const wanted = heldBy(plan, change);
    if (!plan.people[personIn(plan, change.person)]!.skills.some((one) => covers(one, wanted))) return null;
    return doesNotFit("skill", "is held at that level already", "Maybe a higher level, or delete this row.");
  },
  apply: (plan, change) => {
    const people = replaced(plan.people, personIn(plan, change.person), (one) => ({
      ...one,
      skills: [...one.skills, heldBy(plan, change)],
    }));
    return changed(plan, { people });
  },
};

const heldBy = (plan: Plan, { skill, level, certificate, from }: Training): HeldSkill => ({
  skill: skillIn(plan, skill),
  level,
  certificate,
  validFrom: from,
  validTo: LAST_DAY,
});

/** Whether a training would add nothing to what somebody has. */
function covers(one: HeldSkill, wanted: HeldSkill): boolean {
  const lasts = one.validTo === LAST_DAY || (wanted.certificate === null && one.certificate !== null);
  return (
    one.skill === wanted.skill &&
    one.level >= wanted.level &&
    one.validFrom <= wanted.validFrom &&
    lasts &&
    (wanted.certificate === null || one.certificate === wanted.certificate)
  );
}
