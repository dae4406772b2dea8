import type { Compiled } from "./compiled.ts";
import { type OneRole, oneRole } from "./one-role.ts";
import type { StaffedRole } from "./problem.ts";

/** The plan that a search works on: who has which role when, what that is worth, and what stays free. */
export interface Desk {
  readonly of: Compiled;
  readonly one: OneRole;
  readonly free: Float64Array;
  /** The candidate of each week of each role. */
  readonly plans: readonly Int32Array[];
  /** Minutes booked of them, in whole steps. */
  readonly booked: readonly Float64Array[];
  readonly worth: Float64Array;
}

/** Nobody has anything yet. */
export function emptyDesk(of: Compiled): Desk {
  return {
    of,
    one: oneRole(of),
    free: of.free.slice(),
    plans: of.roles.map(({ weeks }) => new Int32Array(weeks)),
    booked: of.roles.map(({ weeks }) => new Float64Array(weeks)),
    worth: new Float64Array(of.roles.length),
  };
}

/** Give a role to the best people that are free now; prices may send it to others than the very best. Returns what it is worth. */
export function place(desk: Desk, role: number, price: Float64Array | null): number {
  desk.one.solve(role, desk.free, price);
  return put(desk, role, desk.one.plan);
}

/** Give a role, which nobody has, to these candidates week by week. */
export function put({ of, free, plans, booked, worth }: Desk, role: number, candidates: Int32Array): number {
  const { weeks, asked, places, worth: each, wanted } = of.roles[role]!;
  const plan = plans[role]!;
  const minutes = booked[role]!;
  let sum = 0;
  for (let week = 0; week < weeks; week++) {
    const candidate = candidates[week]!;
    const cell = week * places.length + candidate;
    const at = places[candidate]! + week;
    const takes = Math.min(free[at]!, wanted[cell]!);
    free[at] = free[at]! - takes;
    minutes[week] = takes;
    sum += Math.min(takes, asked[week]!) * each[cell]!;
    if (week > 0 && candidate !== plan[week - 1]) sum -= of.handOver;
    plan[week] = candidate;
  }
  worth[role] = sum;
  return sum;
}

/** Take a role away from everybody. */
export function clear({ of, free, plans, booked }: Desk, role: number): void {
  const { weeks, places } = of.roles[role]!;
  for (let week = 0; week < weeks; week++) {
    const at = places[plans[role]![week]!]! + week;
    free[at] = free[at]! + booked[role]![week]!;
    booked[role]![week] = 0;
  }
}

/** A role's plan as it is handed on: nobody where no minutes are promised. */
export function staffed({ of, plans, booked: all }: Desk, role: number): StaffedRole {
  const { people, asked } = of.roles[role]!;
  const [plan, booked] = [plans[role]!, all[role]!];
  const minutes = Array.from(asked, (most, week) => Math.min(most, booked[week]!));
  return { role, people: minutes.map((some, week) => (some > 0 ? people[plan[week]!]! : -1)), minutes };
}
