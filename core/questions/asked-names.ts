import { alike, oneOf } from "../functions/words.ts";
import { nameKey } from "../plan/names.ts";
import type { Plan } from "../plan/plan.ts";
import { formError } from "./allocations-table.ts";

/** The number of a person whom a form names. */
export const namedPerson = (plan: Plan, name: string): number =>
  named(
    plan.people.map((one) => one.name),
    name,
    "nobody in this plan",
  );

/** The number of an engagement that a form names. */
export const namedEngagement = (plan: Plan, name: string): number =>
  named(
    plan.engagements.map((one) => one.name),
    name,
    "no engagement of this plan",
  );

const MOST_NAMED = 3;

function named(names: readonly string[], name: string, is: string): number {
  const found = names.findIndex((one) => nameKey(one) === nameKey(name));
  if (found >= 0) return found;
  const near = alike(name, names).slice(0, MOST_NAMED);
  throw formError(`"${name}" is ${is}`, near.length > 0 ? `Maybe ${oneOf(near)}.` : "Maybe choose one from the list.");
}
