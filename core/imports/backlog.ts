import type { Cell } from "../plan/cells.ts";
import { nameKey } from "../plan/names.ts";
import { fingerprint } from "../sheets/fingerprint.ts";
import { minutesOf } from "./durations.ts";
import { type Estimate, estimates } from "./estimates.ts";
import type { FileRow } from "./file.ts";
import type { Sums } from "./found.ts";
import { keyOf, numbering } from "./identity.ts";
import type { Reading } from "./reading.ts";
import { recordRows } from "./records.ts";
import { SecondSums } from "./sums.ts";
import { projectReader } from "./who.ts";

/** Open issues as demand: what remains of each estimate, on the engagement that its project is. */
export function readBacklog(reading: Reading): Sums {
  const { findings } = reading;
  const sums = new SecondSums();
  const what = projectReader(reading);
  const skill = skillAnswer(reading);
  const estimateOf = estimates(reading);
  const issues = new Set<string>();
  const numbered = numbering();
  for (const row of recordRows(reading)) {
    const issue = reading.text(row, "issue");
    if (issue !== "" && issues.has(issue)) {
      const why = "repeats an issue that stands above it, and counts once";
      findings.note("HR-247", row.row, why, "", issue, reading.heading("issue"), "skipped");
      continue;
    }
    issues.add(issue);
    const { spent, remaining, unread } = estimateOf(row);
    sums.add("spent", issue, spent ?? 0);
    if (isClosed(reading, row)) {
      findings.note("HR-245", row.row, "is closed: what remains of it is no demand", "", "", "", "skipped");
      continue;
    }
    if (reading.text(row, "person") === "") findings.note("HR-250", row.row, "is assigned to nobody");
    if (remaining === null) {
      const hint = "Maybe estimate it in the tool.";
      findings.note("HR-249", row.row, "has no estimate: its demand is unknown, not 0", hint, issue, "", "skipped");
      continue;
    }
    if (unread !== null) noteUnread(reading, row, unread, remaining === undefined);
    if (remaining === undefined) continue;
    const project = what(row);
    if (project === null) continue;
    sums.add("remaining", issue, remaining);
    sums.add(`remaining of ${project.name}`, issue, remaining);
    findings.count("used");
    const due = reading.day(row, "due");
    const minutes = minutesOf(remaining);
    if (typeof due === "undefined")
      findings.note("HR-244", row.row, "has a due date that is no date", "", reading.text(row, "due"));
    const cells = new Map<string, Cell>([
      ["engagement", project.name],
      ["skill", skill],
      ["to", due ?? null],
      ["totalHours", minutes / 60],
    ]);
    const key = keyOf(reading, issue || numbered(fingerprint([project.raw, nameKey(reading.text(row, "summary"))])));
    findings.lines.push({ table: "Demand", key, cells, minutes, day: due ?? null });
  }
  return sums.minutes();
}

function skillAnswer(reading: Reading): string {
  const why = "A plan needs to know who can do the work; issues name no skill.";
  reading.findings.ask({ key: "skill", asks: "Which skill do these issues take?", why, options: [], usual: null });
  return reading.answer("skill", "");
}

/** Done is done, also with an estimate left: nobody will work on it. */
function isClosed(reading: Reading, row: FileRow): boolean {
  const category = reading.text(row, "statusCategory");
  if (category !== "") return /^(done|complete|completed|closed)$/i.test(category);
  if (reading.text(row, "resolved") !== "") return true;
  const resolution = reading.text(row, "resolution");
  return resolution !== "" && !/^unresolved$/i.test(resolution);
}

/** An estimate that cannot be read is no blank one: without it nobody knows what remains. */
function noteUnread(reading: Reading, row: FileRow, field: Estimate, decides: boolean): void {
  const [value, column] = [reading.text(row, field), reading.heading(field)];
  if (decides) {
    const why = "has an estimate that cannot be read";
    reading.findings.note("HR-244", row.row, why, "Maybe mend it in the tool.", value, column, "held");
  } else {
    const why = "has a time that cannot be read; what remains is said beside it";
    reading.findings.note("HR-250", row.row, why, "", value, column);
  }
}
