import { type Stated, statedIn } from "../plan/parts-of-days.ts";
import type { FileRow } from "./file.ts";
import type { Reading } from "./reading.ts";

/**
 * Seconds away on each working day, of leave without hours where a column of days or of a part of a day says less than all of
 * them; null: whole days. A day counts as one of a full-time week, and that is said; so is what leaves the days open.
 */
export function partOfDays(reading: Reading, row: FileRow, working: number | null): number | null {
  const field = reading.text(row, "leaveDays") === "" ? "leavePart" : "leaveDays";
  const text = reading.text(row, field);
  const stated = text === "" ? null : statedIn(field === "leaveDays" ? "days" : "part", text);
  const days = stated === null ? null : daysIn(stated);
  if (days === null || (days !== undefined && working !== null && days >= working)) return null;
  const note = (why: string) => {
    const hint = "Maybe give the row hours, or one row to each day.";
    reading.findings.note("HR-250", row.row, why, hint, text, reading.heading(field));
  };
  const each = days === undefined || working === null ? Number.NaN : (days * 12 * reading.known.fullTimeWeek) / working;
  // Whole days that are too few point to holidays, half a day of several to either end.
  if (days === undefined || working === null || Math.ceil(days) !== working || !Number.isInteger(each / 60)) {
    note("says in days or parts of a day what does not fit its first and last day, and counts as whole days");
    return null;
  }
  note(`is away for a part of its days, and counts ${each / 3600} h on each working day`);
  return each;
}

/** Days in all; null: all of them; undefined: nobody knows. */
function daysIn(stated: Stated): number | null | undefined {
  if ("whole" in stated) return null;
  if ("half" in stated) return 0.5;
  return "days" in stated ? stated.days / 1000 : undefined;
}
