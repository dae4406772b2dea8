import { nameKey } from "../plan/names.ts";
import type { Plan, Scenario } from "../plan/plan.ts";
import { SCENARIOS } from "../plan/tables.ts";
import { refuse } from "../problems.ts";
import { withChanges } from "../scenario/with-changes.ts";
import { unusable } from "./argument.ts";
import { alike, oneOf } from "./words.ts";

/** The plan as it would be in some scenarios, one after another; without any it is the very same plan. */
export function inScenario(plan: Plan, names: readonly string[]): Plan {
  if (names.length === 0) return plan;
  if (!plan.given.has(SCENARIOS.name)) {
    const why = `scenario=${names.join(", ")} needs the ${SCENARIOS.name} table`;
    const hint = "Maybe its range is missing from the end of the formula.";
    refuse([{ code: "HR-182", at: [], value: "", why, hint }], "unavailable");
  }
  const asked = scenariosOf(plan, names);
  refuse(asked.flatMap(({ problems }) => problems));
  const after = withChanges(plan, asked.flatMap(changesOn));
  refuse(after.problems.map(({ problem }) => together(names, problem.why)));
  return after.plan;
}

/** The scenarios of some names. A name that the plan does not have is refused. */
export function scenariosOf({ scenarios }: Plan, names: readonly string[]): readonly Scenario[] {
  const found = names.map((name) => scenarios.find((one) => nameKey(one.name) === nameKey(name)) ?? name);
  refuse(found.flatMap((one) => (typeof one === "string" ? [unknown(scenarios, one)] : [])));
  return found.filter((one) => typeof one !== "string");
}

/** The changes of a scenario that are switched on. */
export const changesOn = ({ changes }: Scenario) => changes.filter(({ on }) => on).map(({ change }) => change);

function unknown(scenarios: readonly Scenario[], name: string) {
  const names = scenarios.map((one) => one.name);
  const why =
    names.length === 0 ? "is no scenario: the table has none" : `is no scenario: the table has ${oneOf(names)}`;
  const [near] = alike(name, names);
  return unusable(name, why, near === undefined ? "" : `Maybe ${near}.`);
}

const together = (names: readonly string[], why: string) =>
  unusable(
    names.join(", "),
    `cannot be combined: after one of them, what another is about ${why}`,
    "Maybe ask for one at a time.",
  );
