import { changed, replaced } from "../../plan/changed.ts";
import { FIRST_DAY } from "../../plan/plan.ts";
import type { ChangeCase } from "../case.ts";
import type { Training } from "../change.ts";
import { worksFrom } from "../contracts.ts";
import { covers, heldFrom } from "../held.ts";
import { doesNotFit, firstOf, mistypedSkill, personIn, unknownPerson, withSkill } from "../names.ts";

/** A skill held from that day on, beside what the person can do already. */
export const training: ChangeCase<Training> = {
  needs: ["person", "skill"],
  may: ["level", "certificate", "from"],
  read: ({ person, skill, level, certificate, from }) =>
    person === null || skill === null
      ? null
      : { kind: "training", person, skill, level: level ?? 5, certificate, from: from ?? FIRST_DAY },
  check: ({ plan }, change) => {
    const unknown = firstOf(unknownPerson(plan, change.person), mistypedSkill(plan, change.skill));
    if (unknown) return unknown;
    const { contracts } = plan.people[personIn(plan, change.person)]!;
    if (!contracts.some((number) => worksFrom(plan.contracts[number]!, change.from))) {
      const hint = "Maybe delete this row, or mend From.";
      return doesNotFit("person", "has no contract any more on that day", hint, ["People"]);
    }
    const wanted = heldFrom(plan, change, change.from);
    if (!plan.people[personIn(plan, change.person)]!.skills.some((one) => covers(one, wanted))) return null;
    return doesNotFit("skill", "is held at that level already", "Maybe a higher level, or delete this row.");
  },
  apply: (before, change) => {
    const plan = withSkill(before, change.skill);
    const people = replaced(plan.people, personIn(plan, change.person), (one) => ({
      ...one,
      skills: [...one.skills, heldFrom(plan, change, change.from)],
    }));
    return changed(plan, { people });
  },
};
