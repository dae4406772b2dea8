import { FIRST_DAY, type HeldSkill, LAST_DAY, type Plan } from "../plan/plan.ts";
import type { DayNumber } from "../units.ts";
import { skillIn } from "./names.ts";

/** A skill that a scenario gives somebody. */
interface Given {
  readonly skill: string;
  readonly level: number;
  readonly certificate: string | null;
}

/** The skill as somebody has it from a day on. */
export const heldFrom = (plan: Plan, { skill, level, certificate }: Given, from: DayNumber = FIRST_DAY): HeldSkill => ({
  skill: skillIn(plan, skill),
  level,
  certificate,
  validFrom: from,
  validTo: LAST_DAY,
});

/** Whether a skill would add nothing to what somebody has. */
export function covers(one: HeldSkill, wanted: HeldSkill): boolean {
  const lasts = one.validTo === LAST_DAY || (wanted.certificate === null && one.certificate !== null);
  return (
    one.skill === wanted.skill &&
    one.level >= wanted.level &&
    one.validFrom <= wanted.validFrom &&
    lasts &&
    (wanted.certificate === null || one.certificate === wanted.certificate)
  );
}
