import { isWeekend } from "../plan/calendar.ts";
import { type DayNumber, plusDays } from "../units.ts";
import type { FileRow } from "./file.ts";
import type { Reading } from "./reading.ts";

/** A day of hours worked from a first to a last day. */
export interface Part {
  readonly day: DayNumber;
  readonly seconds: number;
}

const LONGEST = 366;

/** The last day of hours worked over several days; null where a row's hours are of its one day, a text why it cannot be read. */
export function lastDayReader(reading: Reading): ((row: FileRow, from: DayNumber) => DayNumber | string) | null {
  if (!reading.answer("range").startsWith("worked")) return null;
  return (row, from) => {
    const to = reading.day(row, "endDate");
    if (typeof to !== "number") return "has no last day that can be read";
    if (to < from) return "ends before it starts";
    return to - from > LONGEST ? "is longer than a year" : to;
  };
}

/** Hours over several days as those of each working day: the same on each, or a share, whole minutes that add up exactly. */
export function partsOver(
  reading: Reading,
  person: string,
  from: DayNumber,
  to: DayNumber,
  seconds: number,
): readonly Part[] {
  const all: DayNumber[] = [];
  for (let day = from; day <= to; day = plusDays(day, 1)) all.push(day);
  const working = all.filter((day) => reading.known.works(person, day));
  const weekdays = all.filter((day) => !isWeekend(day));
  const days = [working, weekdays, all].find((some) => some.length > 0) ?? all;
  if (reading.answer("range") === "worked day") return days.map((day) => ({ day, seconds }));
  const upTo = (i: number) => (i === days.length ? seconds : 60 * Math.trunc((seconds * i) / days.length / 60));
  return days.map((day, i) => ({ day, seconds: upTo(i + 1) - upTo(i) }));
}
