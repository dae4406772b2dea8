import { type Cell, isErrorValue, shown } from "../plan/cells.ts";
import { nameKey } from "../plan/names.ts";
import type { Plan } from "../plan/plan.ts";
import { PlanError } from "../problems.ts";
import { unusable } from "./argument.ts";
import { alike, oneOf } from "./words.ts";

/** What one cell may name. */
const LISTS = {
  person: ({ people }: Plan) => people.map(({ name }) => name),
  engagement: ({ engagements }: Plan) => engagements.map(({ name }) => name),
  skill: ({ skills }: Plan) => skills,
} as const;

/** The number of somebody or something that a cell names; a name that the plan does not know is refused. */
export function numberNamed(plan: Plan, kind: keyof typeof LISTS, cell: Cell): number {
  const names = LISTS[kind](plan);
  if (isErrorValue(cell)) return refused(String(cell), `is an error value, not a ${kind}`, "");
  const name = cell === null ? "" : String(cell).trim();
  if (name === "") return refused("", `no ${kind} is named`, "Maybe the cell it points to is empty.");
  const found = names.findIndex((one) => nameKey(one) === nameKey(name));
  if (found >= 0) return found;
  const near = alike(name, names).slice(0, MOST_NAMED);
  return refused(shown(name), `is no ${kind} of the plan`, near.length > 0 ? `Maybe ${oneOf(near)}.` : "");
}
const MOST_NAMED = 3;

const refused = (value: string, why: string, hint: string): never => {
  throw new PlanError([unusable(value, why, hint)]);
};
