import { bookingState } from "../plan/booking-states.ts";
import type { Cell } from "../plan/cells.ts";
import type { DayNumber } from "../units.ts";
import { minutesOf } from "./durations.ts";
import type { Field } from "./fields.ts";
import type { FileRow } from "./file.ts";
import type { Sums } from "./found.ts";
import { keyOf } from "./identity.ts";
import type { Reading } from "./reading.ts";
import { recordRows } from "./records.ts";
import { SecondSums } from "./sums.ts";

/** Resource plans: hours for the whole plan. A named user's are an allocation; a group's or a role's are demand. */
export function readPlans(reading: Reading): Sums {
  const { findings } = reading;
  const sums = new SecondSums();
  const ids = new Set<string>();
  for (const row of recordRows(reading)) {
    const id = reading.text(row, "id");
    const state = reading.text(row, "status");
    if (id !== "" && ids.has(id)) {
      findings.note("HR-247", row.row, "repeats a record that stands above it, and counts once", "", id, "", "skipped");
      continue;
    }
    ids.add(id);
    if (bookingState(state) === "off") {
      findings.note("HR-245", row.row, `is ${state.toLowerCase()} and left out`, "", id, "", "skipped");
      continue;
    }
    const plan = planIn(reading, row);
    if (plan === null) continue;
    const { from, to, seconds, type } = plan;
    const minutes = minutesOf(seconds);
    const grain = id || String(row.row);
    sums.add(`for a ${type}`, grain, seconds);
    sums.add(`state ${state || "none"}`, grain, seconds);
    findings.count("used");
    if (minutes === 0) findings.note("HR-250", row.row, "plans 0 hours");
    if (/front/i.test(reading.text(row, "spread"))) {
      findings.note("HR-250", row.row, "loads its first days; an allocation spreads its hours evenly");
    }
    const span: readonly (readonly [string, Cell])[] = [
      ["engagement", reading.names.resolve("engagement", plan.work).name],
      ["from", from],
      ["to", to],
      ["totalHours", minutes / 60],
    ];
    const cells =
      type === "user"
        ? new Map<string, Cell>([
            ["person", reading.names.resolve("person", reading.text(row, "person")).name],
            ...span,
            ["note", reading.text(row, "note") || null],
          ])
        : new Map<string, Cell>([...span, ...needIn(reading, row)]);
    const table = type === "user" ? "Allocations" : "Demand";
    findings.lines.push({ table, key: keyOf(reading, grain), cells, minutes, day: from });
  }
  return sums.minutes();
}

interface Planned {
  readonly type: string;
  readonly work: string;
  readonly from: DayNumber | null;
  readonly to: DayNumber | null;
  readonly seconds: number;
}

/** A plan that can count: somebody's or some skill's, for some work, with hours, and days in their order. */
function planIn(reading: Reading, row: FileRow): Planned | null {
  const { findings } = reading;
  const seconds = reading.seconds(row, "plannedHours", "hours");
  const from = reading.day(row, "start");
  const to = reading.day(row, "end");
  const type =
    reading.text(row, "resourceType").toLowerCase() || (reading.text(row, "person") === "" ? "role" : "user");
  const work = reading.text(row, "task") || reading.text(row, "note");
  const held = (field: Field, why: string, code: "HR-244" | "HR-248" = "HR-244") => {
    const value = reading.text(row, field) || reading.text(row, "id");
    findings.note(code, row.row, why, "Maybe mend it in the tool.", value, reading.heading(field), "held");
    return null;
  };
  if (seconds === null) {
    const id = reading.text(row, "id");
    findings.note("HR-249", row.row, "has no hours: its demand is unknown, not 0", "", id, "", "skipped");
    return null;
  }
  if (seconds === undefined) return held("plannedHours", "has hours that are no number");
  if (seconds < 0) return held("plannedHours", "has hours below 0");
  if (from === undefined) return held("start", "has a first day that is no date");
  if (to === undefined) return held("end", "has a last day that is no date");
  if (from !== null && to !== null && to < from) return held("end", "ends before it starts");
  if (from !== null && to !== null && seconds > (to - from + 1) * DAY)
    return held("plannedHours", "has more hours than its days have");
  if (work === "") return held("task", "names no task", "HR-248");
  if (!NEEDED.has(type)) return held("resourceType", "is for a resource that is no user, group or role", "HR-248");
  if (!NEEDED.get(type)!.some((field) => reading.text(row, field) !== "")) {
    return held("person", type === "user" ? "names nobody" : "names no group, role or skill", "HR-248");
  }
  if (type === "user" && (from === null || to === null)) {
    return held(from === null ? "start" : "end", "has no first or no last day, over which its hours could be spread");
  }
  if (reading.text(row, "task") === "") {
    findings.note("HR-250", row.row, "names no task: its own name stands for the engagement", "", work);
  }
  return { type, work, from, to, seconds };
}

const DAY = 86_400;

/** What a plan of each type must say: whose it is. */
const NEEDED: ReadonlyMap<string, readonly Field[]> = new Map<string, readonly Field[]>([
  ["user", ["person"]],
  ["group", ["group", "role", "tags"]],
  ["role", ["role", "group", "tags"]],
]);

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
