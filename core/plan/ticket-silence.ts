import { type DayNumber, dayNumber } from "../units.ts";
import { weekday } from "./calendar.ts";
import type { Tickets } from "./tickets.ts";

/** A time without a ticket in any queue, longer than chance explains. */
export interface Silence {
  /** The day of the ticket before it. */
  readonly after: DayNumber;
  /** The day of the ticket after it; null where it lasts to the end of what the table covers. */
  readonly before: DayNumber | null;
  /** Weeks of it in which nothing came from Monday to Sunday, and which count as empty. */
  readonly weeks: number;
}

/** Of fewer tickets than these nobody knows how often they come. */
const FEWEST = 10;
/** By chance there is no silence in which so many tickets would usually have come. */
const LONG = 7;
/** Weeks longer ago hardly weigh on a forecast. */
const RECENT_DAYS = 13 * 7;
const FRIDAY = 4;

/** The silence of the last weeks that parts them from the others, or ends them; null where there is none. */
export function silenceIn({ opened, length, covers }: Tickets): Silence | null {
  if (covers === null || length < FEWEST) return null;
  const days = opened.slice(0, length).sort();
  const dayAt = (i: number): number => (i < length ? days[i]! : covers.to + 1);
  let [longest, second, place] = [0, 0, 0];
  for (let i = 1; i <= length; i++) {
    const gap = dayAt(i) - dayAt(i - 1);
    if (gap > longest) [longest, second, place] = [gap, longest, i];
    else second = Math.max(second, gap);
  }
  const usual = (covers.to - dayAt(0) - longest) / (length - 1);
  const [after, before] = [dayNumber(dayAt(place - 1)), dayNumber(dayAt(place))];
  const weeks = place === length ? weeksAfter(after, covers.to) : weeksBetween(after, before - weekday(before) - 7);
  if (weeks === 0 || longest === second || longest < LONG * usual || before < covers.to - RECENT_DAYS) return null;
  return { after, before: place === length ? null : before, weeks };
}

/** A week is complete from its Friday on. */
const weeksAfter = (after: DayNumber, to: DayNumber): number =>
  weeksBetween(after, to - weekday(to) - (weekday(to) >= FRIDAY ? 0 : 7));

/** Weeks from the Monday after a day to the week of the last Monday. */
const weeksBetween = (after: DayNumber, lastMonday: number): number =>
  Math.max(0, (lastMonday - (after - weekday(after))) / 7);
