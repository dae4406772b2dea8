import { type DayNumber, plusDays } from "../units.ts";
import type { FileRow } from "./file.ts";
import type { Reading } from "./reading.ts";

export interface Span {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

const MOST_REPEATS = 530;

/** Every occurrence of something that may repeat each week. Other repeats differ from source to source: only the first is read. */
export function repeats(reading: Reading, row: FileRow, { from, to }: Span): readonly Span[] {
  const state = reading.text(row, "repeat").toLowerCase();
  if (state === "" || state === "0" || state === "none") return [{ from, to }];
  const until = reading.day(row, "repeatEnd");
  const known = state === "1" || state === "weekly";
  if (!known || typeof until !== "number") {
    const why = known
      ? "repeats without an end: only its first occurrence is read"
      : "repeats in a way that is not known for sure: only its first occurrence is read";
    reading.findings.note("HR-253", row.row, why, "Maybe add the others by hand.", state);
    return [{ from, to }];
  }
  const spans: Span[] = [];
  for (let weeks = 0; from + 7 * weeks <= until && weeks < MOST_REPEATS; weeks++) {
    spans.push({ from: plusDays(from, 7 * weeks), to: plusDays(to, 7 * weeks) });
  }
  return spans;
}
