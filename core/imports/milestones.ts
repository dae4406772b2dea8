import type { Cell } from "../plan/cells.ts";
import type { Sums } from "./found.ts";
import { keyOf } from "./identity.ts";
import type { Reading } from "./reading.ts";
import { recordRows } from "./records.ts";
import { projectReader } from "./who.ts";

/** Milestones with the day they are due now. Tools keep no baseline, so none is written: it is the planner's to agree on. */
export function readMilestones(reading: Reading): Sums {
  const { findings } = reading;
  const what = projectReader(reading);
  for (const row of recordRows(reading)) {
    const day = reading.day(row, "date");
    const name = reading.text(row, "milestone");
    if (typeof day !== "number" || name === "") {
      findings.note(
        "HR-244",
        row.row,
        "has no name, or no day that can be read",
        "Maybe mend it in the tool.",
        name,
        "",
        "held",
      );
      continue;
    }
    const engagement = what(row);
    if (engagement === null) continue;
    findings.count("used");
    const cells = new Map<string, Cell>([
      ["engagement", engagement.name],
      ["milestone", name],
      ["due", day],
    ]);
    const key = keyOf(reading, reading.text(row, "id") || `${engagement.raw}, ${name}`);
    findings.lines.push({ table: "Milestones", key, cells, minutes: null, day });
  }
  return new Map();
}
