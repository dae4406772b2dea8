import { inSteps, type OpenRole, type StaffedRole, type StaffingProblem } from "./problem.ts";

/** What a plan is worth, added up anew; or why it is none for this problem: plans may come from another thread, or from an older workbook. */
export type Checked = { readonly worth: number } | { readonly why: string };

export function checkedPlan(problem: StaffingProblem, plan: readonly StaffedRole[]): Checked {
  const free = [...problem.free];
  const open = problem.roles.map(({ asked }) => [...asked]);
  let worth = 0;
  for (const given of plan) {
    const role = problem.roles[given.role];
    if (role === undefined) return { why: "has other roles" };
    const found = checkedRole(problem, role, given, free, open[given.role]!);
    if ("why" in found) return found;
    worth += found.worth;
  }
  return free.some((minutes) => minutes < 0) ? { why: "promises more than is free" } : { worth };
}

/** Takes what a role's people promise from what is free and from what is open. */
function checkedRole(
  { weeks, steps, worths, handOver }: StaffingProblem,
  { from, asked, people, worth: lists }: OpenRole,
  given: StaffedRole,
  free: number[],
  open: number[],
): Checked {
  if (given.people.length !== asked.length || given.minutes.length !== asked.length) return { why: "has other weeks" };
  let worth = 0;
  let before = -1;
  for (const [week, person] of given.people.entries()) {
    const minutes = given.minutes[week]!;
    if (person === -1 && minutes === 0) continue;
    const each = worths[lists[people.indexOf(person)] ?? -1]?.[week] ?? 0;
    if (each === 0) return { why: "gives a role to somebody who does not fit" };
    if (!(Number.isInteger(minutes) && minutes > 0 && minutes <= open[week]!)) return { why: "promises other hours" };
    open[week]! -= minutes;
    free[person * weeks + from + week]! -= inSteps(minutes, steps[person]!);
    worth += minutes * each - (before >= 0 && before !== person ? handOver : 0);
    before = person;
  }
  return { worth };
}
