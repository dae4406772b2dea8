import type { Cell } from "../plan/cells.ts";
import { minutesOf, secondsOf } from "./durations.ts";
import type { FileRow } from "./file.ts";
import type { Sums } from "./found.ts";
import { keyOf } from "./identity.ts";
import type { Reading } from "./reading.ts";
import { SecondSums } from "./sums.ts";
import { projectReader } from "./who.ts";

const LEAST_MEDIAN = 60;
const MOST_MEDIAN = 1000 * 3600;

/** Open issues as demand: what remains of each estimate, on the engagement that its project is. */
export function readBacklog(reading: Reading): Sums {
  const { file, findings } = reading;
  const sums = new SecondSums();
  const what = projectReader(reading);
  const skill = skillAnswer(reading);
  askUnit(reading);
  for (const row of file.rows) {
    const issue = reading.text(row, "issue");
    sums.add("spent", issue, estimate(reading, row, "spent") ?? 0);
    if (isClosed(reading, row)) {
      findings.note("HR-245", row.row, "is closed: what remains of it is no demand", "", "", "", "skipped");
      continue;
    }
    if (reading.text(row, "person") === "") findings.note("HR-250", row.row, "is assigned to nobody");
    const seconds = remaining(reading, row);
    if (seconds === null) {
      const hint = "Maybe estimate it in the tool.";
      findings.note("HR-249", row.row, "has no estimate: its demand is unknown, not 0", hint, issue, "", "skipped");
      continue;
    }
    const project = what(row);
    if (project === null) continue;
    sums.add("remaining", issue, seconds);
    sums.add(`remaining of ${project.name}`, issue, seconds);
    findings.count("used");
    const due = reading.day(row, "due");
    const minutes = minutesOf(seconds);
    if (typeof due === "undefined")
      findings.note("HR-244", row.row, "has a due date that is no date", "", reading.text(row, "due"));
    const cells = new Map<string, Cell>([
      ["engagement", project.name],
      ["skill", skill],
      ["to", due ?? null],
      ["totalHours", minutes / 60],
    ]);
    findings.lines.push({ table: "Demand", key: keyOf(reading, issue), cells, minutes, day: due ?? null });
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

/** What remains; where that is blank, what was planned less what was spent. */
function remaining(reading: Reading, row: FileRow): number | null {
  const left = estimate(reading, row, "remaining");
  if (left !== null) return left;
  const planned = estimate(reading, row, "original");
  return planned === null ? null : Math.max(0, planned - (estimate(reading, row, "spent") ?? 0));
}

/** Estimates are whole seconds in Jira's own exports. */
function estimate(reading: Reading, row: FileRow, field: "original" | "remaining" | "spent"): number | null {
  const unit = reading.answer("estimates", "seconds");
  const seconds = secondsOf(
    reading.text(row, field),
    unit === "hours" ? "hours" : unit === "minutes" ? "minutes" : "seconds",
    reading.mark,
  );
  return seconds ?? null;
}

/** Other tools' exports have hours or minutes there: asked where seconds would make little sense. */
function askUnit(reading: Reading): void {
  const all = reading.file.rows
    .map((row) => reading.number(row, "original") ?? 0)
    .filter((number) => number > 0)
    .sort((a, b) => a - b);
  const middle = all[Math.floor(all.length / 2)];
  if (middle === undefined) return;
  const doubtful = middle < LEAST_MEDIAN || middle > MOST_MEDIAN;
  const example = `${middle} would be ${Math.round(middle / 36) / 100} h`;
  if (!doubtful) {
    reading.findings.noteFile("HR-250", `The file has estimates in seconds: ${example}`);
    return;
  }
  reading.findings.ask({
    key: "estimates",
    asks: "What do the estimates count?",
    why: `As seconds ${example}.`,
    options: [
      { value: "seconds", words: "Seconds" },
      { value: "minutes", words: "Minutes" },
      { value: "hours", words: "Hours" },
    ],
    usual: null,
  });
}
