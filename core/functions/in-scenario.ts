import { nameKey } from "../plan/names.ts";
import type { Plan, Scenario, ScenarioChange } from "../plan/plan.ts";
import { SCENARIOS } from "../plan/tables.ts";
import { type Problem, refuse } from "../problems.ts";
import type { ChangeProblem } from "../scenario/case.ts";
import { withChanges } from "../scenario/with-changes.ts";
import { unusable } from "./argument.ts";
import { alike, oneOf } from "./words.ts";

/** The plan as it would be in some scenarios together; without any it is the very same plan. */
export function inScenario(plan: Plan, names: readonly string[]): Plan {
  if (names.length === 0) return plan;
  if (!plan.given.has(SCENARIOS.name)) {
    const why = `scenario=${names.join(", ")} needs the ${SCENARIOS.name} table`;
    const hint = "Maybe its range is missing from the end of the formula.";
    refuse([{ code: "HR-182", at: [], value: "", why, hint }], "unavailable");
  }
  const asked = scenariosOf(plan, names);
  refuse(asked.flatMap(({ problems }) => problems));
  const rows = asked.flatMap((scenario) => rowsOn(scenario).map((row) => ({ scenario, row })));
  const after = withChanges(
    plan,
    rows.map(({ row }) => row.change),
  );
  refuse(
    after.problems.map(({ at, problem }) => {
      const { scenario, row } = rows[at]!;
      return apart(scenario, row, problem, otherThan(plan, asked, scenario));
    }),
  );
  return after.plan;
}

/** The scenarios of some names. A name that the plan does not have is refused. */
export function scenariosOf({ scenarios }: Plan, names: readonly string[]): readonly Scenario[] {
  const found = names.map((name) => scenarios.find((one) => nameKey(one.name) === nameKey(name)) ?? name);
  refuse(found.flatMap((one) => (typeof one === "string" ? [unknown(scenarios, one)] : [])));
  return found.filter((one) => typeof one !== "string");
}

/** The changes of a scenario that are switched on. */
export const changesOn = (scenario: Scenario) => rowsOn(scenario).map(({ change }) => change);
const rowsOn = ({ changes }: Scenario) => changes.filter(({ on }) => on);

function unknown(scenarios: readonly Scenario[], name: string) {
  const names = scenarios.map((one) => one.name);
  const why =
    names.length === 0 ? "is no scenario: the table has none" : `is no scenario: the table has ${oneOf(names)}`;
  const [near] = alike(name, names);
  return unusable(name, why, near === undefined ? "" : `Maybe ${near}.`);
}

/** Of several scenarios, the first with which another cannot be combined. */
function otherThan(plan: Plan, asked: readonly Scenario[], own: Scenario): Scenario | undefined {
  const others = asked.filter((one) => one !== own);
  const clash = (one: Scenario) => withChanges(plan, [...changesOn(own), ...changesOn(one)]).problems.length > 0;
  return others.find(clash) ?? others[0];
}

/** Why scenarios that are sound alone cannot be combined: at the row that no longer fits. */
function apart(
  { name }: Scenario,
  { change, row }: ScenarioChange,
  { key, why }: ChangeProblem,
  other: Scenario | undefined,
): Problem {
  const [, value] = Object.entries(change).find(([one]) => one === key) ?? [];
  const column = SCENARIOS.columns[key].heading;
  return {
    code: "HR-181",
    at: [{ table: SCENARIOS.name, row, column }],
    value: typeof value === "string" ? value : "",
    why: `${why}, together with "${other?.name ?? name}": "${name}" cannot be combined with it`,
    hint: "Maybe ask for one at a time.",
  };
}
