import type { Plan } from "../plan/plan.ts";
import { SCENARIOS } from "../plan/tables.ts";
import type { Problem } from "../problems.ts";
import { type Given, inputsOf } from "./given.ts";

/** What a sheet about the plan as it is is made from: no row of Scenarios makes it out of date. */
export function asItIs(given: Given): Given {
  const plan = withoutScenarios(given.plan);
  const inputs = given.inputs.filter(({ table }) => table !== SCENARIOS.name);
  return { ...given, plan, inputs, fingerprint: inputsOf(plan, given.options) };
}

/** The same plan in a workbook that has no table Scenarios. */
export function withoutScenarios(plan: Plan): Plan {
  const isElsewhere = ({ at }: Problem) => at[0]?.table !== SCENARIOS.name;
  return {
    ...plan,
    scenarios: [],
    given: new Set([...plan.given].filter((name) => name !== SCENARIOS.name)),
    errors: plan.errors.filter(isElsewhere),
    problems: plan.problems.filter(isElsewhere),
    accounts: plan.accounts.filter(({ table }) => table !== SCENARIOS.name),
  };
}
