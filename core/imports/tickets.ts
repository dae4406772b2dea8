import type { Cell } from "../plan/cells.ts";
import { nameKey } from "../plan/names.ts";
import { fingerprint } from "../sheets/fingerprint.ts";
import { minutesOf, unitIn } from "./durations.ts";
import type { Sums } from "./found.ts";
import { keyOf, numbering } from "./identity.ts";
import type { Reading } from "./reading.ts";
import { recordRows } from "./records.ts";
import { SecondSums } from "./sums.ts";

/** Incidents as tickets: when each came in, for which group, what it took, when it was done. */
export function readTickets(reading: Reading): Sums {
  const { file, findings } = reading;
  const sums = new SecondSums();
  const heading = reading.columns.get("ticketHours");
  const unit = heading === undefined ? "hours" : unitOf(reading, file.names[heading]!);
  const ids = new Set<string>();
  const numbered = numbering();
  for (const row of recordRows(reading)) {
    const id = reading.text(row, "id");
    if (id !== "" && ids.has(id)) {
      findings.note("HR-247", row.row, "repeats a record that stands above it, and counts once", "", id, "", "skipped");
      continue;
    }
    ids.add(id);
    const opened = reading.day(row, "opened");
    const closed = reading.day(row, "closed");
    if (typeof opened !== "number" || closed === undefined) {
      findings.note(
        "HR-244",
        row.row,
        "has days that cannot be read",
        "Maybe mend the file.",
        reading.text(row, "opened"),
        "",
        "held",
      );
      continue;
    }
    const seconds = reading.seconds(row, "ticketHours", unit);
    if (seconds === undefined) {
      findings.note(
        "HR-244",
        row.row,
        "has hours that are no number",
        "Maybe mend the file.",
        reading.text(row, "ticketHours"),
        "",
        "held",
      );
      continue;
    }
    if (seconds === null) findings.note("HR-249", row.row, "has no hours: it counts as a ticket of unknown effort");
    findings.count("used");
    const queue = reading.text(row, "queue");
    const minutes = seconds === null ? null : minutesOf(seconds);
    if (seconds !== null) sums.add("taken", id || String(row.row), seconds);
    const cells = new Map<string, Cell>([
      ["opened", opened],
      ["engagement", queue === "" ? null : reading.names.resolve("engagement", queue).name],
      ["hours", minutes === null ? null : minutes / 60],
      ["closed", closed],
    ]);
    // Without a number a ticket is when it came in, where, and about what: that stays when it is closed.
    const said = [reading.text(row, "opened"), nameKey(queue), nameKey(reading.text(row, "summary"))];
    const key = keyOf(reading, id || numbered(fingerprint(said)));
    findings.lines.push({ table: "Tickets", key, cells, minutes, day: opened });
  }
  return sums.minutes();
}

/** ServiceNow keeps durations in seconds; its lists show them as hours and minutes, which say so themselves. */
const unitOf = (reading: Reading, name: string) =>
  reading.file.source?.id === "servicenow-incident" && unitIn(name) === "hours" && !/hour/.test(name)
    ? "seconds"
    : unitIn(name);
