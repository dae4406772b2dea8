import { weeksLogged } from "../engine/accuracy/worked-weeks.ts";
import { lastWorked } from "../engine/money/money-time.ts";
import { type Against, asOfDay, dayOf as promisedOn, standing, wanted } from "../engine/on-time.ts";
import { dateOf, dayOf, type Period, weekday } from "../plan/calendar.ts";
import type { Milestone } from "../plan/milestones.ts";
import { type DayNumber, dayNumber, plusDays } from "../units.ts";
import type { Given } from "./given.ts";
import { dayAndMonth, monthAndYear } from "./words.ts";

const MOST_PAST = 6;
const FRIDAY = 4;

/** The days of a month that count; where it has none, only its milestones are shown, and the days are all of it. */
export interface MonthShown extends Period {
  readonly hasDays: boolean;
}

/**
 * The months with days on which hours were logged or milestones were due, half a year of them at most, and those of the horizon. Of
 * hours a month counts only days logged or planned, and what lies between them: what was neither here says nothing about it.
 */
export function monthsShown(given: Pick<Given, "plan" | "weeks">): readonly MonthShown[] {
  const { weeks, plan } = given;
  const past = daysLogged(given);
  const stretches: readonly Period[] = past === null ? [weeks] : [past, weeks];
  const months: MonthShown[] = [];
  const promised = monthsPromised(plan);
  const last = monthOf(weeks.to);
  for (let month = monthOf(weeks.from) - MOST_PAST; month <= last; month++) {
    const whole = { from: startOf(month), to: plusDays(startOf(month + 1), -1) };
    const own = stretches.filter(({ from, to }) => from <= whole.to && whole.from <= to);
    if (own.length === 0) {
      if (promised.has(month)) months.push({ ...whole, hasDays: false });
      continue;
    }
    months.push({
      from: dayNumber(Math.max(whole.from, Math.min(...own.map(({ from }) => from)))),
      to: dayNumber(Math.min(whole.to, Math.max(...own.map(({ to }) => to)))),
      hasDays: true,
    });
  }
  return months;
}

/** Milestones are promised for a day, whatever was logged: all of the calendar month counts. */
export const wholeMonth = ({ from }: Pick<Period, "from">): Period => ({
  from: startOf(monthOf(from)),
  to: plusDays(startOf(monthOf(from) + 1), -1),
});

/** The months in which some milestone was due by the as-of day. */
function monthsPromised(plan: Given["plan"]): ReadonlySet<number> {
  const asOf = asOfDay(plan);
  const wasDue = (one: Milestone, against: Against): boolean =>
    !["not yet", "none"].includes(standing(one, against, asOf));
  const days = wanted(plan).flatMap((one) =>
    (["baseline", "current"] as const).flatMap((against) => (wasDue(one, against) ? [promisedOn(one, against)!] : [])),
  );
  return new Set(days.map((day) => monthOf(dayNumber(day))));
}

/** "Mar 2026"; where not all of its days count, "Mar 2026 (to 29 Mar)". */
export function monthText({ from, to }: Period): string {
  const month = monthAndYear(from);
  const [begins, ends] = [from === startOf(monthOf(from)), to === startOf(monthOf(from) + 1) - 1];
  if (begins && ends) return month;
  if (from === to) return `${month} (${dayAndMonth(from)})`;
  if (begins) return `${month} (to ${dayAndMonth(to)})`;
  return ends ? `${month} (from ${dayAndMonth(from)})` : `${month} (${dateOf(from)[2]} to ${dayAndMonth(to)})`;
}

/** From the first day with hours logged to the last before which the past is known, its weekend too; null without a complete week. */
function daysLogged({ plan, weeks }: Pick<Given, "plan" | "weeks">): Period | null {
  const complete = weeksLogged(plan);
  if (complete.last < complete.first) return null;
  let first = Number.POSITIVE_INFINITY;
  for (let row = 0; row < plan.actuals.length; row++) first = Math.min(first, plan.actuals.day[row]!);
  const last = dayNumber(lastWorked(plan));
  const end = weekday(last) >= FRIDAY ? last + 6 - weekday(last) : last;
  const [from, to] = [Math.max(first, startOf(monthOf(weeks.from) - MOST_PAST)), Math.min(end, weeks.to)];
  return from > to ? null : { from: dayNumber(from), to: dayNumber(to) };
}

const monthOf = (day: DayNumber): number => {
  const [year, month] = dateOf(day);
  return 12 * year + month - 1;
};
const startOf = (month: number): DayNumber => dayOf(Math.floor(month / 12), (month % 12) + 1, 1);
