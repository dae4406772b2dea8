import { type Fit, fitOf } from "../engine/fit.ts";
import { type Requirements, requirements } from "../engine/requirements.ts";
import { lastWorkdayUpTo } from "../plan/calendar.ts";
import type { Plan } from "../plan/plan.ts";
import { heatMap } from "./by-week.ts";
import type { Given } from "./given.ts";
import type { Grid } from "./model.ts";
import { hoursOfRow } from "./sums.ts";

/** Minutes by skill and week: what is open, and what those who can do it have free. */
export interface SkillWeeks {
  readonly open: Float64Array;
  readonly free: Float64Array;
}

/** Hours each skill has left, taken by itself: a person counts in every skill they hold, so rows do not add up. */
export function skillsByWeek(given: Given): Grid {
  const { plan, weeks } = given;
  const n = weeks.periods.length;
  const { open, free } = skillWeeks(given);
  const left = free.map((minutes, i) => minutes - open[i]!);
  const rows = plan.skills
    .map((name, skill) => ({ name, hours: hoursOfRow(left, skill, n) }))
    .sort((a, b) => Math.min(...a.hours) - Math.min(...b.hours) || (a.name < b.name ? -1 : 1));
  return heatMap(
    given,
    {
      key: "skills",
      title: "Hours left by skill: free hours of those who can, less open demand",
      label: "Skill, tightest first",
      note: "One skill at a time: a person with three skills counts in all three. Skill gaps counts everybody once.",
      total: false,
      means: { measure: "left by skill", rows: "skill" },
    },
    rows.length > 0 ? rows : [{ name: "(no skills in the plan)", hours: Array.from({ length: n }, () => 0) }],
  );
}

export function skillWeeks({ plan, worked, weeks, demand, supply }: Given): SkillWeeks {
  const n = weeks.periods.length;
  const open = new Float64Array(plan.skills.length * n);
  const add = (skill: number, minutes: Float64Array, row: number) => {
    for (let week = 0; week < n && skill >= 0; week++) open[skill * n + week]! += minutes[row * n + week]!;
  };
  plan.needs.forEach(({ skill }, need) => {
    add(skill, demand.open, need);
  });
  worked.allocations.skill.forEach((skill, row) => {
    add(skill, demand.ownOpen, row);
  });
  const free = new Float64Array(plan.skills.length * n);
  const spare = supply.free;
  const required = requirements(plan);
  const fit = fitOf(plan, required);
  plan.skills.forEach((_, skill) => {
    weeks.periods.forEach(({ from, to }, week) => {
      const until = lastDays(plan, skill, from, required, fit);
      const lastWorkDay = lastWorkdayUpTo(to);
      for (let contract = 0; contract < until.length; contract++) {
        if (until[contract]! >= lastWorkDay) free[skill * n + week]! += spare[contract * n + week]!;
      }
    });
  });
  return { open, free };
}

/** The last day up to which, from a first day on, each contract's person can do some of the work asked for in a skill; the skill at any level when none is. */
export function lastDays(plan: Plan, skill: number, first: number, required: Requirements, fit: Fit): Int32Array {
  const asked = required.list.flatMap((requirement, number) => (requirement.skill === skill ? [number] : []));
  const last = new Int32Array(plan.contracts.length);
  for (const number of asked) {
    fit.until(number, first).forEach((day, contract) => {
      last[contract] = Math.max(last[contract]!, day);
    });
  }
  if (asked.length > 0) return last;
  plan.people.forEach(({ skills, contracts }) => {
    const held = skills
      .filter((one) => one.skill === skill && one.validFrom <= first)
      .map(({ validTo }) => validTo as number);
    for (const contract of contracts) last[contract] = Math.max(0, ...held);
  });
  return last;
}
