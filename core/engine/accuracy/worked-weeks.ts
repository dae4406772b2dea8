import { type Period, weekday } from "../../plan/calendar.ts";
import type { Plan } from "../../plan/plan.ts";
import { GONE } from "../../plan/snapshots.ts";
import { dayNumber } from "../../units.ts";
import type { Counted } from "../counted.ts";
import { supply } from "../supply.ts";
import { timeline } from "../timeline.ts";
import { unloggedWeeks } from "../worked/missing.ts";
import { openRows } from "../worked/open-rows.ts";

/** Hours worked, by week: what forecasts are held against. */
export interface WorkedWeeks {
  /** Mondays, one after another; none where no week is complete. */
  readonly mondays: readonly number[];
  /** Of each week, minutes by `workKey`. */
  readonly worked: readonly ReadonlyMap<number, number>[];
  /** Of each week, by `workKey`, whose hours on what nobody knows: a row of it has none. */
  readonly open: readonly ReadonlySet<number>[];
  /** [week * people + person]: 1 where the person is known to have worked so much or nothing: they logged something, or were not there. */
  readonly known: Uint8Array;
}

/** A person on an engagement, as one number. What the plan has no more is the engagement after the last. */
export const workKey = ({ engagements }: Plan, person: number, engagement: number): number =>
  person * (engagements.length + 1) + (engagement < 0 ? engagements.length : engagement);

/** The person of a key; of keys of whole engagements it says nothing. */
export const personOf = ({ engagements }: Plan, key: number): number => Math.floor(key / (engagements.length + 1));

/** The engagement of a key, or GONE. */
export function engagementOf({ engagements }: Plan, key: number): number {
  const engagement = key % (engagements.length + 1);
  return engagement === engagements.length ? GONE : engagement;
}

const FRIDAY = 4;

/** The last day whose hours count: the setting As of, or the last day of Actuals. */
export function lastLogged({ settings, actuals }: Plan): number {
  if (settings.asOf !== null) return settings.asOf;
  let last = 0;
  for (let row = 0; row < actuals.length; row++) last = Math.max(last, actuals.day[row]!);
  return last;
}

/** The first Monday, and the last, of complete weeks with hours worked: the first that was logged from its Monday on, and a last one up to its Friday at least. */
export function weeksLogged(plan: Plan): { readonly first: number; readonly last: number } {
  const { actuals } = plan;
  const end = lastLogged(plan);
  let begin = Number.POSITIVE_INFINITY;
  for (let row = 0; row < actuals.length; row++) begin = Math.min(begin, actuals.day[row]!);
  if (begin > end) return { first: 1, last: 0 };
  return { first: mondayOf(begin + 6), last: weekdayOf(end) >= FRIDAY ? mondayOf(end) : mondayOf(end) - 7 };
}

/** Weeks that begin in a period, as far as they are complete and hours were logged. */
export function workedWeeks(plan: Plan, { from, to }: Period, counted: Counted): WorkedWeeks {
  const { first, last } = weeksLogged(plan);
  const begin = Math.max(first, mondayOf(from + 6));
  const end = Math.min(last, mondayOf(to));
  const mondays: number[] = [];
  for (let monday = begin; monday <= end; monday += 7) mondays.push(monday);
  const { people, actuals } = plan;
  const worked = mondays.map(() => new Map<number, number>());
  const open = mondays.map(() => new Set<number>());
  const lastDay = lastLogged(plan);
  const known = absent(plan, mondays, counted);
  for (let row = 0; row < actuals.length; row++) {
    const week = Math.floor((actuals.day[row]! - begin) / 7);
    const sums = worked[week];
    if (sums === undefined || actuals.day[row]! > lastDay) continue;
    const person = actuals.person[row]!;
    const key = workKey(plan, person, actuals.engagement[row]!);
    sums.set(key, (sums.get(key) ?? 0) + actuals.minutes[row]!);
    known[week * people.length + person] = 1;
  }
  for (const { person, week } of unloggedWeeks(plan, { from: dayNumber(begin), to: dayNumber(end + 6) }, counted)) {
    const place = Math.floor((week - begin) / 7);
    if (place >= 0 && place < mondays.length) known[place * people.length + person] = 0;
  }
  for (const { person, engagement, day } of openRows(plan))
    if (day <= lastDay) open[Math.floor((day - begin) / 7)]?.add(workKey(plan, person, engagement));
  return { mondays, worked, open, known };
}

/** Who had no capacity in a week, so that nobody waits for their hours. */
function absent(plan: Plan, mondays: readonly number[], counted: Counted): Uint8Array {
  const { people, contracts } = plan;
  const known = new Uint8Array(mondays.length * people.length).fill(1);
  const [monday] = mondays;
  if (monday === undefined) return known;
  const time = timeline(dayNumber(monday), dayNumber(mondays[mondays.length - 1]! + 6), "week");
  const { capacity } = supply(plan, time, counted);
  contracts.forEach(({ person }, number) => {
    for (let week = 0; week < mondays.length; week++)
      if (capacity[number * mondays.length + week]! > 0) known[week * people.length + person] = 0;
  });
  return known;
}

const weekdayOf = (day: number): number => weekday(dayNumber(day));
export const mondayOf = (day: number): number => day - weekdayOf(day);
