import { DAY, timeOfDay } from "./clock.ts";
import { type TimeUnit, unitIn } from "./durations.ts";
import type { Field } from "./fields.ts";
import type { FileRow } from "./file.ts";
import { ROLE } from "./mapping-roles.ts";
import type { Reading } from "./reading.ts";
import { unitOf } from "./unit.ts";

/** The duration of an entry in seconds; null where none is said, undefined where it cannot be read. */
export type Amount = (row: FileRow) => number | null | undefined;

/** Where entries have their durations: in one column, in hours and minutes, or between two times of day. */
export function amountIn(reading: Reading): { readonly unit: TimeUnit; readonly amount: Amount } {
  const unit = unitOf(reading);
  const isOwn = reading.file.source === null;
  if (!reading.has("hours") && (reading.has("billableMinutes") || reading.has("otherMinutes")))
    return { unit, amount: (row) => added(reading, row, "billableMinutes", "otherMinutes", "minutes") };
  if (!reading.has("hours") && reading.has("startTime") && reading.has("endTime") && isOwn)
    return { unit, amount: spanReader(reading) };
  if (isOwn && reading.has("hours") && reading.has("minutesToo") && isAdded(reading, unit))
    return { unit, amount: (row) => added(reading, row, "hours", "minutesToo", unit) };
  return { unit, amount: (row) => reading.seconds(row, "hours", unit) };
}

/** Exact: blank counts as nothing where the other part says something. */
function added(reading: Reading, row: FileRow, one: Field, other: Field, unit: TimeUnit): number | null | undefined {
  const a = reading.seconds(row, one, unit);
  const b = reading.seconds(row, other, "minutes");
  if (a === undefined || b === undefined) return undefined;
  return a === null && b === null ? null : (a ?? 0) + (b ?? 0);
}

const SAME = 36;

/** Whether minutes are the rest of the hours, or say the same again. */
function isAdded(reading: Reading, unit: TimeUnit): boolean {
  const { file, findings, answers } = reading;
  if ([...answers].some(([key, value]) => key.startsWith(ROLE) && value === "minutesToo")) return true;
  let [same, rest] = [true, true];
  for (const row of file.rows) {
    const a = reading.seconds(row, "hours", unit) ?? 0;
    const b = reading.seconds(row, "minutesToo", "minutes") ?? 0;
    if (Math.abs(a - b) > SAME) same = false;
    if (b < 0 || b >= 3600 || a % 3600 !== 0) rest = false;
  }
  const [hours, minutes] = [reading.heading("hours"), reading.heading("minutesToo")];
  if (same) findings.noteFile("HR-250", `The column ${minutes} says the same as ${hours}, and is not added to it`);
  else if (rest) findings.noteFile("HR-250", `The minutes of ${minutes} are added to the hours of ${hours}`);
  if (same || rest) return rest && !same;
  findings.ask({
    key: "minutes too",
    asks: `Do ${hours} and ${minutes} together make the duration?`,
    why: "They are neither the same, nor whole hours with minutes below 60.",
    options: [
      { value: "together", words: "Yes, they are added" },
      { value: "first", words: `No, ${hours} alone is it` },
    ],
    usual: null,
  });
  return reading.answer("minutes too") === "together";
}

/** From a start to an end, over midnight where the end is earlier, without the break. */
function spanReader(reading: Reading): Amount {
  const { file, findings } = reading;
  const breaks = breakUnit(reading);
  return (row) => {
    const [start, end] = (["startTime", "endTime"] as const).map((field) => reading.text(row, field));
    if (start === "" || end === "") return null;
    const from = timeOfDay(start!, file.converted);
    const to = timeOfDay(end!, file.converted);
    if (from === null || to === null) return undefined;
    if (to < from)
      findings.note(
        "HR-250",
        row.row,
        "ends earlier than it starts: it goes over midnight and counts on the day it began",
      );
    const off = reading.has("pause") ? reading.seconds(row, "pause", breaks) : 0;
    if (off === undefined) return undefined;
    const seconds = to - from + (to < from ? DAY : 0) - (off ?? 0);
    return seconds < 0 ? undefined : seconds;
  };
}

/** A break of more than 4 is one of minutes. */
function breakUnit(reading: Reading): TimeUnit {
  if (!reading.has("pause")) return "hours";
  const stated = unitIn(reading.heading("pause").toLowerCase());
  const most = reading.file.rows.reduce((sum, row) => Math.max(sum, reading.number(row, "pause") ?? 0), 0);
  const unit = stated === "hours" && most > MOST_BREAK ? "minutes" : stated;
  reading.findings.noteFile("HR-250", `Breaks are taken off; bare numbers among them count ${unit}`);
  return unit;
}

const MOST_BREAK = 4;
