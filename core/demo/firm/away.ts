import { weekday } from "../../plan/calendar.ts";
import { MONDAY_TO_FRIDAY, workingDaysIn } from "../../plan/working-days.ts";
import type { DayNumber } from "../../units.ts";
import type { DemoRow } from "../headings.ts";
import type { Staff } from "./people.ts";

/** Bookings without those whose every day is a day off for their person: no planner books somebody who is away. */
export function withoutAway(
  bookings: readonly DemoRow<"Allocations">[],
  staff: readonly Staff[],
  leave: readonly DemoRow<"Leave">[],
  holidays: readonly DemoRow<"Holidays">[],
): readonly DemoRow<"Allocations">[] {
  const people = new Map(staff.map((who) => [who.name, who]));
  const closed = new Set(holidays.map(({ Location, Day }) => `${Location} ${Day}`));
  const away = new Set(leave.filter((row) => row["Hours a day"] === null).flatMap(daysAway));
  const isOff = ({ name, location, workingDays }: Staff, day: number) => {
    const week = workingDays === null ? MONDAY_TO_FRIDAY : workingDaysIn(workingDays);
    const works = ((week >> weekday(day as DayNumber)) & 1) === 1;
    return !works || closed.has(`${location} ${day}`) || away.has(`${name} ${day}`);
  };
  return bookings.filter(({ Person, From, To }) => {
    const who = people.get(String(Person));
    return who === undefined || !daysOf(From, To).every((day) => isOff(who, day));
  });
}

const daysAway = ({ Person, From, To }: DemoRow<"Leave">): readonly string[] =>
  daysOf(From, To).map((day) => `${Person} ${day}`);

const daysOf = (from: unknown, to: unknown): readonly number[] =>
  Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => Number(from) + i);
