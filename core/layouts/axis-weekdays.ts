import { type Period, weekday } from "../plan/calendar.ts";
import { type DayNumber, plusDays } from "../units.ts";
import type { Periods } from "./axis-dates.ts";
import type { Marked } from "./axis-labels.ts";
import { readDate } from "./dates.ts";
import type { Refused } from "./found.ts";
import { filled, type Sheet, textAt } from "./sheet.ts";
import type { Stated } from "./stated.ts";
import { weekdaysNamed } from "./time-words.ts";
import { mondayOf } from "./weeks.ts";

/** Periods of columns headed Mo, Tu, We: the weeks above them and a start date or year say which days they are. */
export function weekdayPeriods(sheet: Sheet, row: number, weeks: Marked, stated: Stated): Periods | Refused {
  const columns = filled(sheet, row).filter((column) => textAt(sheet, row, column) !== "");
  const days = weekdaysNamed(columns.map((column) => textAt(sheet, row, column)));
  const start = readDate(stated.from?.cell ?? null, "open");
  const year = stated.years.length === 1 ? stated.years[0]! : null;
  const monday = mondays(weeks, start && "day" in start ? start.day : null, year, columns[0] ?? 0);
  if (monday === null)
    return {
      refused:
        "The columns across are weekdays, and nothing above says which days they are: include the rows with the first day.",
    };
  const periods = new Map<number, Period>();
  let turn = 0;
  let last = -1;
  columns.forEach((column, i) => {
    const day = days[i] ?? null;
    if (day === null) return;
    if (day <= last) turn += 1;
    last = day;
    const date = plusDays(monday(column, turn), day);
    periods.set(column, { from: date, to: date });
  });
  const first = [...periods.values()][0];
  if (start && "day" in start && first && first.from !== start.day) {
    return {
      refused: `The first column is a ${textAt(sheet, row, [...periods.keys()][0]!)}, and the start date above falls on another weekday.`,
    };
  }
  return {
    periods,
    assumed: start === null ? `is in a week without a year and is read as one of ${year}, ${stated.yearsBy}` : null,
  };
}

/** Monday of a column's week: by the week above it, counted from the start date, or else by how often the weekdays began anew. */
function mondays(
  weeks: Marked,
  start: DayNumber | null,
  year: number | null,
  firstDay: number,
): ((column: number, turn: number) => DayNumber) | null {
  const above = (column: number) =>
    weeks
      .filter((week) => week.column <= column)
      .map(({ label }) => label)
      .pop();
  if (start !== null) {
    const first = plusDays(start, -weekday(start));
    return (column, turn) => {
      const label = above(column);
      return plusDays(
        first,
        7 * (label?.kind === "week" && weeks[0]?.label.kind === "week" ? label.number - weeks[0].label.number : turn),
      );
    };
  }
  const first = weeks[0];
  if (year === null || first === undefined || first.column > firstDay) return null;
  return (column) => {
    const label = above(column);
    return mondayOf(year, label?.kind === "week" ? label.number : 0);
  };
}
