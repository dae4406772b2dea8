import { type Period, weekday } from "../../plan/calendar.ts";
import type { Plan } from "../../plan/plan.ts";
import { dayNumber } from "../../units.ts";
import type { Counted } from "../counted.ts";
import { lastWorked } from "../money/money-time.ts";
import { supply } from "../supply.ts";
import { timeline } from "../timeline.ts";
import { loggedBy } from "./logged.ts";
import { openRows } from "./open-rows.ts";

/** A week in which somebody logged nothing on days they were planned for, or left hours of a day empty. */
export interface MissingWeek {
  readonly person: number;
  /** Its Monday. */
  readonly week: number;
  readonly days: number;
}

/**
 * Missing timesheets of a period: past days, from the first one that anybody logged, on which somebody logged nothing although they
 * were planned to work, or has a row without hours. The plan counts where they logged nothing. By person, then week.
 */
export function missingTimesheets(plan: Plan, period: Period, counted: Counted): readonly MissingWeek[] {
  const { open, first, last } = unloggedDays(plan, period, counted);
  for (const { person, day } of openRows(plan)) open.add(`${person} ${day}`);
  return byWeek(open, first, last);
}

/** Weeks of a period with a past day on which somebody logged nothing although they were planned to work. */
export function unloggedWeeks(plan: Plan, period: Period, counted: Counted): readonly MissingWeek[] {
  const { open, first, last } = unloggedDays(plan, period, counted);
  return byWeek(open, first, last);
}

function unloggedDays(plan: Plan, { from, to }: Period, counted: Counted) {
  const { actuals } = plan;
  const open = new Set<string>();
  if (actuals.length === 0) return { open, first: from, last: from - 1 };
  const first = Math.max(
    from,
    actuals.day.subarray(0, actuals.length).reduce((a, b) => Math.min(a, b)),
  );
  const last = Math.min(to, lastWorked(plan));
  if (last < first) return { open, first, last };
  const days = timeline(dayNumber(first), dayNumber(last), "day");
  const { pinned } = supply(plan, days, counted);
  plan.contracts.forEach(({ person }, contract) => {
    for (let at = 0; at < days.days; at++) {
      if (pinned[contract * days.days + at]! > 0) open.add(`${person} ${first + at}`);
    }
  });
  const logged = loggedBy(plan, days);
  plan.people.forEach((_, person) => {
    for (let at = logged.first[person]!; at < logged.first[person + 1]!; at++)
      open.delete(`${person} ${logged.days[at]!}`);
  });
  return { open, first, last };
}

function byWeek(open: ReadonlySet<string>, first: number, last: number): readonly MissingWeek[] {
  const weeks = new Map<string, number>();
  for (const key of open) {
    const [person = 0, day = 0] = key.split(" ").map(Number);
    if (day < first || day > last) continue;
    const week = `${person} ${day - weekday(dayNumber(day))}`;
    weeks.set(week, (weeks.get(week) ?? 0) + 1);
  }
  return [...weeks]
    .map(([key, days]) => {
      const [person = 0, week = 0] = key.split(" ").map(Number);
      return { person, week, days };
    })
    .sort((a, b) => a.person - b.person || a.week - b.week);
}
