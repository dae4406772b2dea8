import { EFFORT, type Location, PPM, type Spread } from "../plan/plan.ts";
import { countsWith, fraction } from "./exact.ts";
import { type Running, weekly } from "./running.ts";
import { placesOf, type Window } from "./window.ts";

/** Work that waits for nobody's calendar: needs and placeholders run from Monday to Friday. */
export interface Work {
  readonly from: number;
  readonly to: number;
  readonly per: number;
  /** Minutes, or millionths of a full-time week's minutes for work given as a share of a person. */
  readonly effort: number;
  readonly spread: Spread;
}

/** Mondays to Fridays without a location's holidays, counted from a window's Monday. */
export interface WorkingDays {
  readonly start: number;
  readonly before: Float64Array;
  /** Holidays that fall on Monday to Friday, ascending. */
  readonly holidays: readonly number[];
}

export function workingDays(window: Window, location: Location | undefined): WorkingDays {
  const holidays = (location?.holidays ?? []).filter((day) => (day + 5) % 7 < 5);
  const off = new Set(holidays.map((day) => day - window.start));
  const before = new Float64Array(placesOf(window));
  for (let day = 0; day < before.length - 1; day++) {
    before[day + 1] = before[day]! + (day % 7 < 5 && !off.has(day) ? 1 : 0);
  }
  return { start: window.start, before, holidays };
}

/** How work is spread over working days; days first..last of the window are those asked for. */
export function runningWork(on: WorkingDays, work: Work, share: number, first: number, last: number): Running | null {
  const counts = countsWith(share);
  const { per, effort } = work;
  if (per === EFFORT.day) return weekly(on.before, fraction(effort, 1, counts));
  if (per === EFFORT.week) return weekly(on.before, fraction(effort, 5, counts));
  if (per === EFFORT.share) return weekly(on.before, fraction(effort, 5 * PPM, counts));
  const days = daysBetween(on, work.from, work.to);
  if (days === 0) return null;
  const weigh = WEIGHTS[work.spread];
  const earlier = daysBetween(on, work.from, on.start + first - 1) - on.before[first]!;
  const before = new Float64Array(last - first + 2);
  for (let day = first; day <= last + 1; day++) before[day - first] = weigh(earlier + on.before[day]!, days);
  return { before, shift: -first, restarts: false, part: fraction(effort, weigh(days, days), counts) };
}

/** What the first `day` of `days` working days weigh together: evenly 1 each, front-loaded n, n-1, ... 1, back-loaded 1 ... n. */
const WEIGHTS: Record<Spread, (day: number, days: number) => number> = {
  even: (day) => day,
  front: (day, days) => day * days - (day * (day - 1)) / 2,
  back: (day) => (day * (day + 1)) / 2,
};

function daysBetween({ holidays }: WorkingDays, from: number, to: number): number {
  if (from > to) return 0;
  return weekdaysUntil(to) - weekdaysUntil(from - 1) - holidays.filter((day) => day >= from && day <= to).length;
}

/** Mondays to Fridays up to a day, counted from a Monday before every plan. */
const weekdaysUntil = (day: number) => 5 * Math.floor((day + 5) / 7) + Math.min((day + 5) % 7, 4) + 1;
