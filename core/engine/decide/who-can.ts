import { firstWorkdayFrom, lastWorkdayUpTo, type Period, weekday } from "../../plan/calendar.ts";
import type { Plan } from "../../plan/plan.ts";
import { dayNumber } from "../../units.ts";
import type { Counted } from "../counted.ts";
import { roundedPart } from "../exact.ts";
import { fitOf } from "../fit.ts";
import type { Requirement } from "../requirements.ts";
import type { Scope } from "../scope.ts";
import { supply } from "../supply.ts";
import { type Timeline, timeline } from "../timeline.ts";

/** Somebody who could do some work, and how well it suits them. */
export interface Candidate {
  readonly person: number;
  /** The highest level at which they have the skill in these days; 0 when no skill is asked for. */
  readonly level: number;
  /** Minutes of the work they have time for. */
  readonly gives: number;
  /** Minutes of the work in all; null when as much as anybody has is asked for. */
  readonly asked: number | null;
  /** Free minutes by week while they fit; those of a week cut by the period are its days' only. */
  readonly free: readonly number[];
  /** As much a week as in the week with the least, and on average: minutes of five working days. */
  readonly least: number;
  readonly average: number;
  /** What is booked on them in the period, and what they can work. */
  readonly pinned: number;
  readonly capacity: number;
  /** Weeks in which they fit, of all with a working day. */
  readonly fits: number;
  readonly weeks: number;
}

/**
 * Everybody who can do work of one kind for so many minutes a week, as far as they have time: who can do most of it first,
 * then whose level is lowest, so that experts stay free, then who has least on their hands. `weekly` null: as much as
 * anybody has. Somebody fits a week as for a skill gap: on each of its working days.
 */
export function whoCan(
  plan: Plan,
  wanted: Requirement,
  weekly: number | null,
  { from, to }: Period,
  counted: Counted,
  scope: Scope,
): readonly Candidate[] {
  const weeks = timeline(from, to, "week");
  const minutes = supply(plan, weeks, counted);
  const fit = fitOf(plan, { list: [wanted], ofNeed: new Int32Array(0), ofAllocation: new Int32Array(0) });
  const days = weeks.periods.map(workdaysIn);
  const asked = weeks.periods.map((week) => (weekly === null ? Number.POSITIVE_INFINITY : askedIn(week, weekly)));
  const count = weeks.periods.length;
  const fitsIn = weeks.periods.map(({ from: first, to: last }) => {
    const until = fit.until(0, firstWorkdayFrom(first));
    const day = lastWorkdayUpTo(last);
    return (contract: number) => scope.contracts[contract] === 1 && until[contract]! >= day;
  });
  const found = plan.people.flatMap(({ contracts }, person): Candidate[] => {
    const sum = (grid: Float64Array, week: number, own: readonly number[]) =>
      own.reduce((all, contract) => all + grid[contract * count + week]!, 0);
    const all = (grid: Float64Array) => weeks.periods.reduce((total, _, week) => total + sum(grid, week, contracts), 0);
    const free = weeks.periods.map((_, week) => sum(minutes.free, week, contracts.filter(fitsIn[week]!)));
    const gives = free.reduce((total, one, week) => total + Math.min(one, asked[week]!), 0);
    if (gives === 0) return [];
    const whole = days.flatMap((workdays, week) => (workdays === 0 ? [] : [(free[week]! * 5) / workdays]));
    const workdays = days.reduce((total, one) => total + one, 0);
    return [
      {
        person,
        level: levelOf(plan, person, wanted, weeks),
        gives,
        asked: weekly === null ? null : asked.reduce((total, one) => total + one, 0),
        free,
        least: whole.length === 0 ? 0 : Math.min(...whole),
        average: workdays === 0 ? 0 : (free.reduce((total, one) => total + one, 0) * 5) / workdays,
        pinned: all(minutes.pinned),
        capacity: all(minutes.capacity),
        fits: fitsIn.filter((fits, week) => days[week]! > 0 && contracts.some(fits)).length,
        weeks: whole.length,
      },
    ];
  });
  return found.sort(
    (a, b) =>
      b.gives - a.gives || a.level - b.level || a.pinned * b.capacity - b.pinned * a.capacity || a.person - b.person,
  );
}

/** Mondays to Fridays of a week, or of what is left of it. */
export const workdaysIn = ({ from, to }: Period): number =>
  Math.max(0, lastWorkdayUpTo(to) - firstWorkdayFrom(from) + 1);

/** The part of a week's minutes that falls on its days, in running sums from Monday. */
export function askedIn(week: Period, weekly: number): number {
  const days = workdaysIn(week);
  if (days === 0) return 0;
  const before = weekday(dayNumber(firstWorkdayFrom(week.from)));
  return roundedPart(weekly, before + days, 5) - roundedPart(weekly, before, 5);
}

/** The highest level of the skill on some day of the period. */
function levelOf({ people }: Plan, person: number, { skill, level }: Requirement, days: Timeline): number {
  const held = people[person]!.skills.filter(
    (one) =>
      one.skill === skill &&
      one.level >= level &&
      one.validFrom <= days.to &&
      (one.certificate !== null || one.validTo >= days.from),
  );
  return Math.max(0, ...held.map((one) => one.level));
}
