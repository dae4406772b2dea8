import { dateOf, dayOf, type Period } from "../plan/calendar.ts";
import { type DayNumber, plusDays } from "../units.ts";
import type { FileRow } from "./file.ts";
import type { Reading } from "./reading.ts";

const WEEK =
  /^(?:(\d{4})[- ]?(?:w|kw|wk|week|woche)[- ]?(\d{1,2})|(?:w|kw|wk|week|woche)[- .]?(\d{1,2})[-/ ,]+(\d{4}))$/i;
const MONTH = /^(?:(\d{4})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{4}))$/;
const NAMED = /^(\p{L}{3,})\.?[ -]+'?(\d{4}|\d\d)$/u;

/** Reads a booking's week or month: 2026-W10, KW 10 2026, 2026-03, Mar 2026, or its first day; null for what is none. */
export function periodReader(reading: Reading): (row: FileRow) => Period | null {
  const days = reading.file.rows.flatMap((row) => {
    const day = periodIn(reading, reading.text(row, "period")) === null ? reading.day(row, "period") : null;
    return typeof day === "number" ? [day] : [];
  });
  const isMonths = days.length > 0 && days.every((day) => dateOf(day)[2] === 1);
  const isWeeks = !isMonths && days.every((day) => day % 7 === days[0]! % 7);
  if (isWeeks && days.length > 0) {
    reading.findings.noteFile(
      "HR-250",
      `Each day in ${reading.heading("period")} stands for the week that begins on it`,
    );
  } else if (isMonths)
    reading.findings.noteFile("HR-250", `Each day in ${reading.heading("period")} stands for its month`);
  return (row) => {
    const text = reading.text(row, "period");
    const said = periodIn(reading, text);
    if (said !== null) return said;
    const day = reading.day(row, "period");
    if (typeof day !== "number" || (!isMonths && !isWeeks)) return null;
    const [year, month] = dateOf(day);
    return isMonths ? monthPeriod(year, month) : { from: day, to: plusDays(day, 6) };
  };
}

function periodIn(reading: Reading, text: string): Period | null {
  const week = WEEK.exec(text);
  if (week !== null) {
    const [year, number] = [Number(week[1] ?? week[4]), Number(week[2] ?? week[3])];
    if (number < 1 || number > weeksIn(year)) return null;
    const from = mondayOf(year, number);
    return { from, to: plusDays(from, 6) };
  }
  const numbers = MONTH.exec(text);
  if (numbers !== null) {
    const month = Number(numbers[2] ?? numbers[3]);
    return month < 1 || month > 12 ? null : monthPeriod(Number(numbers[1] ?? numbers[4]), month);
  }
  const named = NAMED.exec(text);
  if (named === null) return null;
  const first: DayNumber | null | undefined = reading.dayIn(
    `1 ${named[1]!} ${named[2]!.length === 2 ? "20" : ""}${named[2]!}`,
  );
  if (typeof first !== "number") return null;
  const [year, month] = dateOf(first);
  return monthPeriod(year, month);
}

const monthPeriod = (year: number, month: number): Period => ({
  from: dayOf(year, month, 1),
  to: plusDays(month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1), -1),
});

/** The Monday of an ISO week: the first one holds 4 January. */
function mondayOf(year: number, week: number): DayNumber {
  const fourth = dayOf(year, 1, 4);
  return plusDays(fourth, 7 * (week - 1) - ((fourth + 5) % 7));
}

const weeksIn = (year: number): number => (mondayOf(year + 1, 1) - mondayOf(year, 1)) / 7;
