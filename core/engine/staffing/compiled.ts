import { inSteps, type OpenRole, type StaffingProblem } from "./problem.ts";

/** A role as the search reads it: grids are [week of the role * candidates + candidate]. */
export interface CompiledRole {
  readonly from: number;
  readonly weeks: number;
  readonly asked: Float64Array;
  /** Those with something to give in some week; and the place of each one's first week in a grid of people by weeks. */
  readonly people: Int32Array;
  readonly places: Int32Array;
  readonly worth: Float64Array;
  /** What is asked for, in whole steps of the candidate; 0 where they do not fit. */
  readonly wanted: Float64Array;
}

export interface Compiled {
  readonly people: number;
  readonly weeks: number;
  readonly free: Float64Array;
  readonly roles: readonly CompiledRole[];
  readonly handOver: number;
  /** The most candidates that a role has. */
  readonly most: number;
}

export function compiled(problem: StaffingProblem): Compiled {
  const roles = problem.roles.map((role) => compiledRole(problem, role));
  const { people, weeks, handOver } = problem;
  const most = roles.reduce((max, role) => Math.max(max, role.people.length), 0);
  return { people, weeks, handOver, free: Float64Array.from(problem.free), roles, most };
}

function compiledRole({ worths, steps, free, weeks: all }: StaffingProblem, role: OpenRole): CompiledRole {
  const { from, asked } = role;
  const useful = [...role.people.keys()].filter((i) =>
    asked.some((_, week) => worths[role.worth[i]!]![week]! > 0 && free[role.people[i]! * all + from + week]! > 0),
  );
  const kept = useful.length > 0 ? useful : [0];
  const people = kept.map((i) => role.people[i]!);
  const worth = asked.flatMap((_, week) => kept.map((i) => worths[role.worth[i]!]![week]!));
  const wanted = asked.flatMap((minutes, week) =>
    people.map((person, i) => (worth[week * people.length + i]! > 0 ? inSteps(minutes, steps[person]!) : 0)),
  );
  return {
    from,
    weeks: asked.length,
    asked: Float64Array.from(asked),
    people: Int32Array.from(people),
    places: Int32Array.from(people, (person) => person * all + from),
    worth: Float64Array.from(worth),
    wanted: Float64Array.from(wanted),
  };
}
