import type { Plan } from "../plan/plan.ts";
import { SCENARIOS } from "../plan/tables.ts";
import type { Problem } from "../problems.ts";
import { type Given, inputsOf, moneyInputsOf } from "./given.ts";
import { isMoneyTable, withoutMoney } from "./without-money.ts";

/** What a sheet of hours about the plan as it is is made from: no row of Scenarios makes it out of date, and no rate or fee. */
export const asItIs = (given: Given): Given => ofHours(ofThePlan(given));

/** What a sheet of hours is made from. */
export function ofHours(given: Given): Given {
  const plan = withoutMoney(given.plan);
  const inputs = given.inputs.filter(({ table }) => !isMoneyTable(table));
  return { ...given, plan, inputs, fingerprint: inputsOf(plan, given.options) };
}

/** What a sheet of money is made from. */
export function ofMoney(given: Given): Given {
  const own = ofThePlan(given);
  return { ...own, fingerprint: moneyInputsOf(own.plan, given.options) };
}

function ofThePlan(given: Given): Given {
  const inputs = given.inputs.filter(({ table }) => table !== SCENARIOS.name);
  return { ...given, plan: withoutScenarios(given.plan), inputs };
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
