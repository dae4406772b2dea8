import { COSTS, EXCHANGE, FEES, RATES } from "../plan/money-tables.ts";
import type { Plan } from "../plan/plan.ts";
import type { Problem } from "../problems.ts";

const MONEY_TABLES: ReadonlySet<string> = new Set([RATES, COSTS, FEES, EXCHANGE].map(({ name }) => name));

export const isMoneyTable = (table: string | null): boolean => table !== null && MONEY_TABLES.has(table);

/** The same plan in a workbook that has no tables of money: what sheets of hours are made from, so that they tell nothing of it. */
export function withoutMoney(plan: Plan): Plan {
  const isElsewhere = ({ at }: Problem) => at.every(({ table }) => !isMoneyTable(table));
  return {
    ...plan,
    money: null,
    given: new Set([...plan.given].filter((name) => !isMoneyTable(name))),
    errors: plan.errors.filter(isElsewhere),
    problems: plan.problems.filter(isElsewhere),
    accounts: plan.accounts.filter(({ table }) => !isMoneyTable(table)),
  };
}

/** Whether there is anything to make a sheet of money from, and all of it may be shown. */
export const hasMoney = (plan: Plan): boolean => plan.settings.moneyShown === "all" && showsMoney(plan);

/** The same, where some of it may be shown: rows may have to be added up so that no salary shows. */
export const showsMoney = ({ given, settings }: Plan): boolean =>
  settings.moneyShown !== "none" &&
  ["People", "Engagements"].every((name) => given.has(name)) &&
  [RATES, COSTS, FEES].some(({ name }) => given.has(name));
