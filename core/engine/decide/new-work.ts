import { lastWorkdayUpTo, type Period, weekday } from "../../plan/calendar.ts";
import { changed } from "../../plan/changed.ts";
import type { Need, Plan } from "../../plan/plan.ts";
import { type DayNumber, dayNumber, type Minutes, plusDays } from "../../units.ts";
import type { Scope } from "../scope.ts";

/** A need of work whose first day is still open. Its days are working days, Monday to Friday, counted from that first day. */
export interface NewNeed
  extends Pick<Need, "skill" | "role" | "level" | "certificate" | "location" | "per" | "effort" | "spread"> {
  /** How many working days after the first day it begins. */
  readonly after: number;
  /** How many working days it takes; null: up to the end of the horizon. */
  readonly takes: number | null;
  /** Minutes in all that may move between weeks; `effort` is then the most of a week. Null: the effort of each week is fixed. */
  readonly movable: Minutes | null;
}

/** The new work, begun on one of the days it could begin. */
export interface Candidate extends Period {
  /** Where its needs stand in the plan, one for each new need. */
  readonly needs: readonly number[];
}

/** The plan with the new work begun on each day in turn, none of which is in scope: a question takes them one at a time. */
export interface Candidates {
  readonly plan: Plan;
  readonly scope: Scope;
  readonly list: readonly Candidate[];
}

/** Every working day of the horizon on which the work could begin and still end in it. */
export function candidates(plan: Plan, scope: Scope, work: readonly NewNeed[], horizon: Period): Candidates {
  const engagement = plan.engagements.length;
  const needs = [...plan.needs];
  const list: Candidate[] = [];
  for (let day = nextWorkday(horizon.from, 0); day <= horizon.to; day = nextWorkday(day, 1)) {
    const spans = work.map(({ after, takes }) => spanOf(day, after, takes, horizon));
    if (spans.some(({ from, to }) => from > to || to > horizon.to)) continue;
    const to = dayNumber(Math.max(...spans.map((span) => span.to)));
    list.push({ from: day, to, needs: work.map((_, i) => needs.length + i) });
    needs.push(...work.map((need, i) => ({ ...need, ...spans[i]!, source: "Demand" as const, engagement, row: 0 })));
  }
  const counts = new Uint8Array(needs.length);
  counts.set(scope.needs);
  return {
    plan: changed(plan, { engagements: [...plan.engagements, NEW_ENGAGEMENT], needs }),
    scope: { ...scope, needs: counts },
    list,
  };
}

const NEW_ENGAGEMENT = {
  name: "",
  client: "",
  kind: "",
  status: "confirmed",
  odds: null,
  from: dayNumber(1),
  to: dayNumber(1),
  priority: null,
} as const;

function spanOf(start: DayNumber, after: number, takes: number | null, horizon: Period): Period {
  const from = nextWorkday(start, after);
  return { from, to: takes === null ? dayNumber(lastWorkdayUpTo(horizon.to)) : nextWorkday(from, takes - 1) };
}

/** So many working days later; 0 is the day itself, or the Monday after a weekend. */
export function nextWorkday(day: DayNumber, days: number): DayNumber {
  const at = weekday(day);
  const monday = plusDays(day, -at);
  const past = (at > 4 ? 5 : at) + days;
  return plusDays(monday, 7 * Math.floor(past / 5) + (past % 5));
}

/** Working days from one day to another, both included. */
export function workdaysBetween(from: DayNumber, to: DayNumber): number {
  const before = (day: number) => 5 * Math.floor((day + 5) / 7) + Math.min(5, (day + 5) % 7);
  return before(to + 1) - before(from);
}
