import { dateOf, type Period, weekday } from "../plan/calendar.ts";
import { type DayNumber, dayNumber } from "../units.ts";

export type PeriodName = "total" | "day" | "week" | "month" | "quarter";

/** The days from..to cut into periods (a week is Monday to Sunday; first and last are cut by from and to). */
export interface Timeline extends Period {
  readonly days: number;
  readonly periods: readonly Period[];
  /** The period of each day, by days after `from`. */
  readonly periodOf: Int32Array;
  /** Asked for day by day, and not only so short that every period is one day. */
  readonly daily: boolean;
}

export function timeline(from: DayNumber, to: DayNumber, by: PeriodName): Timeline {
  if (!(from <= to)) throw new RangeError(`A timeline cannot run from day ${from} to day ${to}.`);
  const starts = STARTS_A_PERIOD[by];
  return { ...cutInto(from, to, starts), daily: by === "day" };
}

/** Both timelines' cuts at once, so that every piece lies in one period of each. They must have the same days. */
export function commonPieces(a: Timeline, b: Timeline): Timeline {
  if (a.from !== b.from || a.to !== b.to)
    throw new RangeError("Two timelines of different days have no common pieces.");
  const starts = ({ periodOf }: Timeline, at: number) => periodOf[at] !== periodOf[at - 1];
  return cutInto(a.from, a.to, (day) => starts(a, day - a.from) || starts(b, day - b.from));
}

/** The period of `timeline` in which each period of `parts` begins. */
export function periodOfParts(timeline: Timeline, parts: Timeline): Int32Array {
  return Int32Array.from(parts.periods, ({ from }) => timeline.periodOf[from - timeline.from]!);
}

/** The pieces in which running sums from Monday never restart: the periods, cut into weeks as well. */
export function weekPieces(whole: Timeline): Timeline {
  return cutInto(whole.from, whole.to, (day) => {
    const at = day - whole.from;
    return weekday(day) === 0 || whole.periodOf[at] !== whole.periodOf[at - 1];
  });
}

const STARTS_A_PERIOD: Record<PeriodName, (day: DayNumber) => boolean> = {
  total: () => false,
  day: () => true,
  week: (day) => weekday(day) === 0,
  month: (day) => monthStart(day) > 0,
  quarter: (day) => monthStart(day) % 3 === 1,
};

/** 1 to 12 on the first day of a month, 0 on every other day. */
function monthStart(day: DayNumber): number {
  const [, month, date] = dateOf(day);
  return date === 1 ? month : 0;
}

/** The days from..to, with a new period wherever one is to start. */
export function cutInto(from: DayNumber, to: DayNumber, startsAt: (day: DayNumber) => boolean): Timeline {
  const days = to - from + 1;
  const periodOf = new Int32Array(days);
  const periods: Period[] = [];
  let first = from;
  for (let at = 1; at <= days; at++) {
    const day = dayNumber(from + at);
    if (at < days && !startsAt(day)) {
      periodOf[at] = periods.length;
      continue;
    }
    periods.push({ from: first, to: dayNumber(day - 1) });
    if (at < days) periodOf[at] = periods.length;
    first = day;
  }
  return { from, to, days, periods, periodOf, daily: false };
}
