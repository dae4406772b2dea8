import { compiled } from "./compiled.ts";
import { type Desk, staffed } from "./desk.ts";
import { greedy } from "./greedy.ts";
import type { StaffedRole, StaffingProblem } from "./problem.ts";

/** What others add to a plan. */
export interface Shared {
  readonly roles: readonly StaffedRole[];
  readonly worth: number;
}

/** Where the person in a role cannot do all of a week, others take the rest, if that is more than a hand-over costs: where nobody has thirty hours, two may have twenty. */
export function shared(problem: StaffingProblem, first: Desk, times: number): Shared {
  const roles: StaffedRole[] = [];
  let worth = 0;
  let left = rest(problem, first);
  for (let time = 0; time < times && left.roles.some(({ asked }) => asked.some((minutes) => minutes > 0)); time++) {
    const desk = greedy(compiled(left));
    for (const role of desk.worth.keys()) {
      if (desk.worth[role]! < problem.handOver || desk.worth[role]! === 0) continue;
      roles.push(staffed(desk, role));
      worth += desk.worth[role]!;
    }
    left = rest(left, desk);
  }
  return { roles, worth };
}

/** The same problem with what is still open of each role, and still free of each person. */
function rest(problem: StaffingProblem, { free, booked }: Desk): StaffingProblem {
  return {
    ...problem,
    free: Array.from(free),
    roles: problem.roles.map((role, number) => ({
      ...role,
      asked: role.asked.map((minutes, week) => minutes - Math.min(minutes, booked[number]![week]!)),
    })),
  };
}
