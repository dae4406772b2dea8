import type { Requirement } from "../engine/requirements.ts";
import type { Period } from "../plan/calendar.ts";
import type { Plan } from "../plan/plan.ts";
import { fitLines } from "./allocation-fit.ts";

/** Why people who have a skill cannot do some work of it, a few words each: "Rohan Kulkarni has Kubernetes at level 2". */
export function nearMisses(plan: Plan, asks: Requirement, days: Period, can: ReadonlySet<number>): readonly string[] {
  return plan.people.flatMap(({ name, skills, contracts }, person): string[] => {
    const holds = asks.skill < 0 || skills.some(({ skill }) => skill === asks.skill);
    const isThere = contracts.some((number) => {
      const { from, to } = plan.contracts[number]!;
      return from <= days.to && to >= days.from;
    });
    if (can.has(person) || !holds || !isThere) return [];
    const [line] = fitLines(plan, person, [asks], days);
    return [`${name} ${line === undefined || line.fits === "yes" ? "has no hour free" : line.why}`];
  });
}
