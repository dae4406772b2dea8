import { countedBy } from "../engine/counted.ts";
import { lastWorked } from "../engine/money/money-time.ts";
import { missingTimesheets } from "../engine/worked/missing.ts";
import { isoDate, weekday } from "../plan/calendar.ts";
import type { Plan } from "../plan/plan.ts";
import type { Problem } from "../problems.ts";
import { dayNumber } from "../units.ts";

/** Older weeks are seldom logged any more; the sheet Utilization and overload looks back as far. */
const WEEKS = 8;
const MOST_PEOPLE = 20;
const MOST_WEEKS = 3;

/** A hint for each person with missing timesheets in the last eight weeks of logged hours: their plan counts as if it had been worked on days without any. */
export function missingTimesheetProblems(plan: Plan): readonly Problem[] {
  const { actuals, given, settings } = plan;
  if (actuals.length === 0 || !given.has("People")) return [];
  const last = dayNumber(lastWorked(plan));
  const from = dayNumber(last - weekday(last) - 7 * (WEEKS - 1));
  const missing = missingTimesheets(plan, { from, to: last }, countedBy(settings));
  const people = [...new Set(missing.map(({ person }) => person))];
  const named = people.slice(0, MOST_PEOPLE).map((person) =>
    hint(
      plan.people[person]!.name,
      missing.filter((one) => one.person === person),
    ),
  );
  const more = people.length - MOST_PEOPLE;
  return more > 0 ? [...named, { ...hint("", []), why: `${more} more people lack logged hours too` }] : named;
}

function hint(value: string, weeks: readonly { readonly week: number; readonly days: number }[]): Problem {
  const days = weeks.reduce((sum, one) => sum + one.days, 0);
  const named = weeks.slice(0, MOST_WEEKS).map(({ week }) => isoDate(dayNumber(week)));
  const more = weeks.length > MOST_WEEKS ? ` and ${weeks.length - MOST_WEEKS} more` : "";
  return {
    code: "HR-222",
    at: [{ table: "Actuals", row: 1, column: "Person" }],
    value,
    why: `lacks logged hours on ${days} past ${days === 1 ? "day" : "days"} of ${weeks.length === 1 ? "the week" : "the weeks"} of ${named.join(", ")}${more}; the plan counts on days without any`,
    hint: "Maybe add the hours, or 0 where nothing was done.",
  };
}
