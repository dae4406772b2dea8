import { demand } from "../engine/demand.ts";
import { fitOf } from "../engine/fit.ts";
import { requirements } from "../engine/requirements.ts";
import { supply } from "../engine/supply.ts";
import { timeline } from "../engine/timeline.ts";
import { lastWorkdayUpTo } from "../plan/calendar.ts";
import { lastDays } from "../sheets/skills-by-week.ts";
import { type Ask, titleOf } from "./ask.ts";
import { needParts } from "./demand.ts";
import { type Explanation, explained, group, minutes, part, taken } from "./explanation.ts";
import { allocationParts } from "./pinned-parts.ts";

/** Free hours of everyone who can do some of a skill's work, less what is open of it: the skill by itself. */
export function leftBySkill(ask: Ask): Explanation {
  const { plan, counted, from, to, name } = ask;
  const skill = plan.skills.indexOf(name);
  const week = timeline(from, to, "total");
  const { free } = supply(plan, week, counted);
  const { open, ownOpen } = demand(plan, week, counted);
  const required = requirements(plan);
  const until = skill < 0 ? new Int32Array() : lastDays(plan, skill, from, required, fitOf(plan, required));
  const able = [...until.keys()].filter((contract) => until[contract]! >= lastWorkdayUpTo(to));
  const people = able.map((contract) => {
    const { person } = plan.contracts[contract]!;
    return part(plan.people[person]!.name, free[contract]!, { kind: "person", number: person });
  });
  const isOf = (one: number) => one === skill && skill >= 0;
  const needs = [...plan.needs.keys()].filter((need) => isOf(plan.needs[need]!.skill));
  const placeholders = [...plan.allocations.skill.keys()].filter((row) => isOf(plan.allocations.skill[row]!));
  const work = [
    ...needParts(
      ask,
      needs.map((need) => [need, open[need]!] as const),
    ),
    ...allocationParts(
      ask,
      placeholders.map((row) => [row, ownOpen[row]!] as const),
    ),
  ];
  const about = {
    title: titleOf("Hours left", ask),
    rule: "One skill at a time: free hours of everyone who can do some of its work, less what is open of it. A person with three skills counts in all three.",
  };
  const parts = [...group("Free hours of those who can", people), ...taken(group("Open work", work))];
  return explained(about, minutes("Hours left", parts), {
    notes: ["Rows of skills do not add up; the sheet Skill gaps counts everybody once."],
  });
}
