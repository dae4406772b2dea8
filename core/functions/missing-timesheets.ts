import { countedBy } from "../engine/counted.ts";
import { lastWorked } from "../engine/money/money-time.ts";
import { type MissingWeek, missingTimesheets } from "../engine/worked/missing.ts";
import { isoDate, weekday } from "../plan/calendar.ts";
import { changed } from "../plan/changed.ts";
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
  const find = (some: Plan) => missingTimesheets(some, { from, to: last }, countedBy(settings));
  const missing = find(plan);
  const unfinished = missing.length === 0 ? missing : find(withoutDone(plan));
  const people = [...new Set(missing.map(({ person }) => person))];
  const named = people.slice(0, MOST_PEOPLE).map((person) => {
    const weeks = missing.filter((one) => one.person === person);
    const isOfDone = daysOf(weeks) > daysOf(unfinished.filter((one) => one.person === person));
    const hint = isWeekly(plan, person, weeks) ? OF_WEEKS : isOfDone ? OF_DONE : OF_DAYS;
    return problem(plan.people[person]!.name, weeks, hint);
  });
  const more = people.length - MOST_PEOPLE;
  return more > 0
    ? [...named, { ...problem("", [], OF_DAYS), why: `${more} more people lack logged hours too` }]
    : named;
}

/** The plan without any work that is done. */
const withoutDone = (plan: Plan): Plan =>
  changed(plan, {
    engagements: plan.engagements.map((one) => (one.status === "done" ? { ...one, status: "lost" } : one)),
  });

const OF_DAYS = "Maybe add the hours, or 0 where nothing was done.";
const OF_DONE =
  "Maybe add the hours, or 0 where nothing was done; or end the bookings of work with Status done on its last day.";
const OF_WEEKS = "Maybe the hours on the first or last day of a week are those of all of it: then log them day by day.";

/** Whether somebody logs whole weeks on one day: in each week that lacks days one first or last day has hours, twice a day's and more. */
function isWeekly({ actuals, contracts, people }: Plan, person: number, weeks: readonly MissingWeek[]): boolean {
  const byDay = new Map<number, number>();
  for (let row = 0; row < actuals.length; row++)
    if (actuals.person[row] === person)
      byDay.set(actuals.day[row]!, (byDay.get(actuals.day[row]!) ?? 0) + actuals.minutes[row]!);
  const longest = Math.max(0, ...people[person]!.contracts.flatMap((number) => contracts[number]!.weekdays));
  const logged = weeks.map(({ week }) =>
    WEEKDAYS.filter((at) => byDay.has(week + at)).map((at) => [week, at] as const),
  );
  const some = logged.filter(({ length }) => length > 0);
  return (
    some.length > 0 &&
    some.every(
      ([[week, at] = [0, 0], second]) =>
        second === undefined && AT_AN_END.has(at) && byDay.get(week + at)! >= 2 * longest,
    )
  );
}

const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6] as const;
/** Monday; Friday, Saturday and Sunday. */
const AT_AN_END: ReadonlySet<number> = new Set([0, 4, 5, 6]);

const daysOf = (weeks: readonly Pick<MissingWeek, "days">[]): number => weeks.reduce((sum, one) => sum + one.days, 0);

function problem(value: string, weeks: readonly Pick<MissingWeek, "week" | "days">[], hint: string): Problem {
  const days = daysOf(weeks);
  const named = weeks.slice(0, MOST_WEEKS).map(({ week }) => isoDate(dayNumber(week)));
  const more = weeks.length > MOST_WEEKS ? ` and ${weeks.length - MOST_WEEKS} more` : "";
  return {
    code: "HR-222",
    at: [{ table: "Actuals", row: 1, column: "Person" }],
    value,
    why: `lacks logged hours on ${days} past ${days === 1 ? "day" : "days"} of ${weeks.length === 1 ? "the week" : "the weeks"} of ${named.join(", ")}${more}; the plan counts on days without any`,
    hint,
  };
}
