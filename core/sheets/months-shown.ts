import { weeksLogged } from "../engine/accuracy/worked-weeks.ts";
import { lastWorked } from "../engine/money/money-time.ts";
import { dateOf, dayOf, type Period, weekday } from "../plan/calendar.ts";
import { type DayNumber, dayNumber } from "../units.ts";
import type { Given } from "./given.ts";
import { dayAndMonth, monthAndYear } from "./words.ts";

const MOST_PAST = 6;
const FRIDAY = 4;

/**
 * The months with days on which hours were logged, half a year of them at most, and those of the horizon. A month counts only
 * such days of it, and what lies between them: what was neither logged nor planned here says nothing about it.
 */
export function monthsShown(given: Pick<Given, "plan" | "weeks">): readonly Period[] {
  const { weeks } = given;
  const past = daysLogged(given);
  const stretches: readonly Period[] = past === null ? [weeks] : [past, weeks];
  const months: Period[] = [];
  const last = monthOf(weeks.to);
  for (let month = monthOf(dayNumber(Math.min(...stretches.map(({ from }) => from)))); month <= last; month++) {
    const whole = { from: startOf(month), to: startOf(month + 1) - 1 };
    const own = stretches.filter(({ from, to }) => from <= whole.to && whole.from <= to);
    if (own.length === 0) continue;
    months.push({
      from: dayNumber(Math.max(whole.from, Math.min(...own.map(({ from }) => from)))),
      to: dayNumber(Math.min(whole.to, Math.max(...own.map(({ to }) => to)))),
    });
  }
  return months;
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
