import type { Cell } from "../plan/cells.ts";
import { minutesOf } from "./durations.ts";
import type { FileRow } from "./file.ts";
import type { Sums } from "./found.ts";
import { keyOf } from "./identity.ts";
import type { Reading } from "./reading.ts";
import { SecondSums } from "./sums.ts";

/** Resource plans: hours for the whole plan. A named user's are an allocation; a group's or a role's are demand. */
export function readPlans(reading: Reading): Sums {
  const { file, findings } = reading;
  const sums = new SecondSums();
  for (const row of file.rows) {
    const id = reading.text(row, "id");
    const state = reading.text(row, "status");
    if (/^(cancell?ed|rejected)$/i.test(state)) {
      findings.note("HR-245", row.row, `is ${state.toLowerCase()} and left out`, "", id, "", "skipped");
      continue;
    }
    const seconds = reading.seconds(row, "plannedHours", "hours");
    if (seconds === null) {
      findings.note("HR-249", row.row, "has no hours: its demand is unknown, not 0", "", id, "", "skipped");
      continue;
    }
    const from = reading.day(row, "start");
    const to = reading.day(row, "end");
    if (seconds === undefined || from === undefined || to === undefined) {
      findings.note(
        "HR-244",
        row.row,
        "has hours or days that cannot be read",
        "Maybe mend it in the tool.",
        id,
        "",
        "held",
      );
      continue;
    }
    const type = reading.text(row, "resourceType").toLowerCase();
    const minutes = minutesOf(seconds);
    sums.add(`for a ${type || "user"}`, id, seconds);
    sums.add(`state ${state || "none"}`, id, seconds);
    findings.count("used");
    if (/front/i.test(reading.text(row, "spread"))) {
      findings.note("HR-250", row.row, "loads its first days; an allocation spreads its hours evenly");
    }
    const engagement = reading.names.resolve("engagement", reading.text(row, "task") || reading.text(row, "note")).name;
    const span: readonly (readonly [string, Cell])[] = [
      ["engagement", engagement],
      ["from", from],
      ["to", to],
      ["totalHours", minutes / 60],
    ];
    const isUser = type === "user" || (type === "" && reading.text(row, "person") !== "");
    const cells = isUser
      ? new Map<string, Cell>([
          ["person", reading.names.resolve("person", reading.text(row, "person")).name],
          ...span,
          ["note", reading.text(row, "note") || null],
        ])
      : new Map<string, Cell>([...span, ...needIn(reading, row)]);
    findings.lines.push({
      table: isUser ? "Allocations" : "Demand",
      key: keyOf(reading, id),
      cells,
      minutes,
      day: from,
    });
  }
  return sums.minutes();
}

/** What a group's or role's plan asks for: its first skill, and its role or its group. */
function needIn(reading: Reading, row: FileRow): readonly (readonly [string, Cell])[] {
  const skills = reading
    .text(row, "tags")
    .split(/[,;]/)
    .map((skill) => skill.trim())
    .filter((skill) => skill !== "");
  if (skills.length > 1) {
    const why = `asks for ${skills.join(" and ")}; a row of Demand holds one skill, the first`;
    reading.findings.note("HR-253", row.row, why, "Maybe split the row by skill.");
  }
  const role = reading.text(row, "role") || reading.text(row, "group");
  const spread = /front/i.test(reading.text(row, "spread")) ? "front" : null;
  return [
    ["skill", skills[0] ?? null],
    ["role", role || null],
    ["spread", spread],
  ];
}
