import { lastWorked } from "../engine/money/money-time.ts";
import { type DayNumber, dayNumber } from "../units.ts";
import type { Given } from "./given.ts";
import { dayMonthYear } from "./words.ts";

/** The as-of day, and the rule for days that are past: which of the days shown were worked, and which are planned. */
export function pastDaysText({ plan, weeks }: Pick<Given, "plan" | "weeks">, shown: DayNumber = weeks.from): string {
  if (plan.actuals.length === 0)
    return `${asOfText(plan)}. Past days use the plan: no hours are logged in a table Actuals.`;
  if (lastWorked(plan) < shown) return `${asOfText(plan)}. All days shown are planned: hours logged count up to then.`;
  return `${asOfText(plan)}. Up to then hours logged count, where somebody logged any, 0 too; all other days use the plan.`;
}

/** The same in a sheet that looks at what is planned only. */
export const planOnlyText = ({ plan }: Pick<Given, "plan">): string =>
  `${asOfText(plan)}; past days count as planned here, whatever was logged.`;

/** The same in the sheet of support, whose past is that of tickets. */
export function ticketsPastText({ plan, weeks }: Pick<Given, "plan" | "weeks">): string {
  const { covers } = plan.tickets;
  const { asOf, horizonFrom } = plan.settings;
  if (covers === null) return planOnlyText({ plan });
  const ends = horizonFrom !== null ? " before Horizon from" : covers.to < weeks.from ? " before these weeks" : "";
  const last = `the last day in Tickets${ends}`;
  const from = asOf === null ? last : "Settings, As of";
  return `As of ${dayMonthYear(covers.to)} (${from}), where history ends; hours logged change nothing here.`;
}

/** The day up to which the past is known, and who says so. No clock is read. */
export function asOfText(plan: Given["plan"]): string {
  const { settings, actuals } = plan;
  if (settings.asOf === null && actuals.length === 0) return "As of no day: Settings, As of, is empty";
  const last = dayMonthYear(dayNumber(lastWorked(plan)));
  return `As of ${last} (${settings.asOf === null ? "the last day in Actuals" : "Settings, As of"})`;
}
