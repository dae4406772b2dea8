import { isWeekend, type Period } from "../plan/calendar.ts";
import { plusDays } from "../units.ts";
import { minutesOf } from "./durations.ts";
import type { FileRow } from "./file.ts";
import type { Reading } from "./reading.ts";

/** How much a booking takes: the column of the plan that says it, its value there, and about how many minutes of a working day, or in all. */
export interface Effort {
  readonly key: "hoursADay" | "fte" | "share" | "totalHours";
  readonly value: number;
  readonly minutes: number;
}

/** Reads the effort of bookings: hours or minutes a day, FTE or a share of somebody's own time; a text says why it cannot be. */
export function effortReader(reading: Reading): (row: FileRow, span: Period) => Effort | string {
  const own = (["minutesPerDay", "hoursPerDay", "fte", "share", "weekHours", "plannedHours"] as const).find((field) =>
    reading.has(field),
  );
  if (own === "weekHours")
    reading.findings.noteFile(
      "HR-250",
      `The hours in ${reading.heading(own)} are those of a week from Monday to Friday: a booking of part of it takes that part`,
    );
  if (own === "plannedHours" || own === "weekHours") {
    return (row, span) => {
      const seconds = reading.seconds(row, own, "hours");
      if (seconds === null || seconds === undefined) return "has no hours that can be read";
      const minutes = minutesOf(own === "weekHours" ? (seconds * weekdaysIn(span)) / DAYS_A_WEEK : seconds);
      if (minutes > (span.to - span.from + 1) * MOST_MINUTES) return "has more hours than its days have";
      return minutes < 0 ? "has fewer hours than none" : { key: "totalHours", value: minutes / 60, minutes };
    };
  }
  if (own !== "fte" && own !== "share") {
    const field = own ?? "hoursPerDay";
    return (row) => {
      const seconds = reading.seconds(row, field, field === "minutesPerDay" ? "minutes" : "hours");
      if (seconds === null || seconds === undefined) return "has no hours a day that can be read";
      const minutes = minutesOf(seconds);
      if (minutes < 0 || minutes > MOST_MINUTES) return "has more than 24 hours a day, or fewer than none";
      return { key: "hoursADay", value: minutes / 60, minutes };
    };
  }
  const day = reading.known.fullTimeWeek / 5;
  const hundred = own === "share" && areHundredths(reading);
  return (row) => {
    const text = reading.text(row, own);
    const bare = text.replace(/\s*%$/, "");
    const number = reading.numberIn(bare);
    if (typeof number !== "number") return `has no ${own === "fte" ? "FTE" : "share"} that can be read`;
    // Ten places: what 62.5 % of 1 is must not end in a tail of nines.
    const value = Math.round((bare !== text || hundred ? number / 100 : number) * SHARP) / SHARP;
    if (value < 0 || value > MOST_SHARE) return "has more than twice somebody's time, or less than none";
    return { key: own, value, minutes: Math.round(value * day) };
  };
}

const DAYS_A_WEEK = 5;

function weekdaysIn({ from, to }: Period): number {
  let count = 0;
  for (let day = from; day <= to; day = plusDays(day, 1)) if (!isWeekend(day)) count += 1;
  return count;
}

const MOST_MINUTES = 1440;
const MOST_SHARE = 2;
const SHARP = 1e10;

/** Bare numbers under "Allocation %" are hundredths, unless a spreadsheet has made parts of one of them: then none is above 2. */
function areHundredths(reading: Reading): boolean {
  const bare = reading.file.rows.flatMap((row) => {
    const number = reading.numberIn(reading.text(row, "share"));
    return typeof number === "number" && number !== 0 ? [number] : [];
  });
  if (bare.length === 0) return true;
  const example = bare[0]!;
  const hundred = bare.some((number) => number > MOST_SHARE);
  const percent = Math.round((hundred ? example : example * 100) * 100) / 100;
  const why = `The shares in ${reading.heading("share")} are of each person's own time: ${example} is read as ${percent} %`;
  reading.findings.noteFile("HR-250", why, "Maybe correct the column.");
  return hundred;
}
