import { lastWorked } from "../engine/money/money-time.ts";
import type { DayNumber } from "../units.ts";
import type { Given } from "./given.ts";
import { dayMonthYear } from "./words.ts";

/** The rule for days that are past, with the as-of day: which of the days shown were worked, and which are planned. */
export function pastDaysText({ plan, weeks }: Pick<Given, "plan" | "weeks">, shown: DayNumber = weeks.from): string {
  if (plan.actuals.length === 0) return "Past days use the plan: no hours are logged in a table Actuals.";
  const last = lastWorked(plan) as DayNumber;
  const from = plan.settings.asOf === null ? "the last day in Actuals" : "Settings, As of";
  if (last < shown) return `All days shown are planned: hours logged count up to ${dayMonthYear(last)} (${from}).`;
  return `Up to ${dayMonthYear(last)} (${from}) hours logged count, where somebody logged any, 0 too; all other days use the plan.`;
}
