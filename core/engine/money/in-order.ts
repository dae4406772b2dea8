import { nameKey } from "../../plan/names.ts";
import type { Plan } from "../../plan/plan.ts";
import type { Hours } from "./hours.ts";

interface OfSomebody {
  readonly person: number;
  readonly hours: readonly Hours[];
}

/** People by name, then open work by what it asks for: whoever types the rows in another order gets the same cents. */
export function inOrder<L extends OfSomebody>(plan: Plan, lines: readonly L[]): readonly L[] {
  const keyOf = ({ person, hours }: L): string =>
    person >= 0
      ? `0${nameKey(plan.people[person]!.name)}`
      : `1${hours.map(({ role, skill }) => `${role}\n${plan.skills[skill] ?? ""}`).join("\n")}`;
  const keyed = lines.map((line) => ({ line, key: keyOf(line) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ line }) => line);
}
