import type { Plan } from "../plan/plan.ts";
import { SNAPSHOTS } from "../plan/snapshot-table.ts";
import { NO_SNAPSHOTS } from "../plan/snapshots.ts";
import { SCENARIOS } from "../plan/tables.ts";
import type { Problem } from "../problems.ts";
import { allInputsOf, type Given, inputsOf, moneyInputsOf } from "./given.ts";
import { isMoneyTable, withoutMoney } from "./without-money.ts";

/** What a sheet of hours about the plan as it is is made from: no row of Scenarios or Snapshots makes it out of date, and no rate or fee. */
export const asItIs = (given: Given): Given => ofHours(aside(given, [SCENARIOS.name, SNAPSHOTS.name]));

/** What a sheet that compares scenarios is made from. */
export const withScenarios = (given: Given): Given => ofHours(aside(given, [SNAPSHOTS.name]));

/** What a sheet about the plan and its past is made from. */
export const withHistory = (given: Given): Given => ofHours(aside(given, [SCENARIOS.name]));

/** The same with money, for a sheet that shows some of it. */
export function withHistoryAndMoney(given: Given): Given {
  const own = aside(given, [SCENARIOS.name]);
  return { ...own, fingerprint: moneyInputsOf(own.plan, given.options, given.record) };
}

/** What a sheet of money is made from. Where it may not tell salaries, its account of inputs, which adds them up, leaves them out. */
export function ofMoney(given: Given): Given {
  const own = aside(given, [SCENARIOS.name, SNAPSHOTS.name]);
  const isWhole = given.plan.settings.moneyShown === "all";
  const inputs = isWhole ? own.inputs : own.inputs.filter(({ table }) => !isMoneyTable(table));
  return { ...own, inputs, fingerprint: moneyInputsOf(own.plan, given.options, given.record) };
}

/** A name for everything that sheets of money are made from: for the record, which tells what people cost anyway. */
export const inputsOfMoney = (given: Given): string =>
  allInputsOf(aside(given, [SCENARIOS.name, SNAPSHOTS.name]).plan, given.options);

function ofHours(given: Given): Given {
  const plan = withoutMoney(given.plan);
  const inputs = given.inputs.filter(({ table }) => !isMoneyTable(table));
  return { ...given, plan, inputs, fingerprint: inputsOf(plan, given.options) };
}

function aside(given: Given, tables: readonly string[]): Given {
  const inputs = given.inputs.filter(({ table }) => table === null || !tables.includes(table));
  return { ...given, plan: withoutTables(given.plan, tables), inputs };
}

/** The same plan in a workbook that has no such tables, of those that only some sheets read. */
export function withoutTables(plan: Plan, tables: readonly string[]): Plan {
  const isElsewhere = ({ at }: Problem) => at[0] === undefined || !tables.includes(at[0].table);
  return {
    ...plan,
    scenarios: tables.includes(SCENARIOS.name) ? [] : plan.scenarios,
    snapshots: tables.includes(SNAPSHOTS.name) ? NO_SNAPSHOTS : plan.snapshots,
    given: new Set([...plan.given].filter((name) => !tables.includes(name))),
    errors: plan.errors.filter(isElsewhere),
    problems: plan.problems.filter(isElsewhere),
    accounts: plan.accounts.filter(({ table }) => !tables.includes(table)),
  };
}
