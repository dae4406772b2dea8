import { bookingState } from "../plan/booking-states.ts";
import type { FileRow } from "./file.ts";
import type { Reading } from "./reading.ts";

export type Status = "confirmed" | "tentative" | "draft" | "off";

/** States that tools keep as numbers: of bookings and of leave alike. */
const NUMBERS: ReadonlyMap<string, Status> = new Map<string, Status>([
  ["0", "draft"],
  ["1", "tentative"],
  ["2", "confirmed"],
  ["3", "confirmed"],
  ["4", "off"],
]);

/** What the status of a row means; one that is not known counts as confirmed, and is said. */
export function statusOf(reading: Reading, row: FileRow): Status {
  const text = reading.text(row, "status").trim();
  const state = NUMBERS.get(text) ?? (/^draft$/i.test(text) ? "draft" : bookingState(text));
  if (state === null || state === "firm") return "confirmed";
  if (state !== "unknown") return state;
  const why = `has the status ${text.slice(0, 40)}, which is not known, and counts in full`;
  const hint = "Maybe leave the row out of the file where it holds no more.";
  reading.findings.note("HR-250", row.row, why, hint, text, reading.heading("status"));
  return "confirmed";
}

/** Notes a row that is left out because its status says that it is off. */
export function noteOff(reading: Reading, row: FileRow): void {
  const text = reading.text(row, "status");
  const why = `has the status ${text.slice(0, 40)} and is left out`;
  reading.findings.note("HR-245", row.row, why, "", text, reading.heading("status"), "skipped");
}
