import { nameKey } from "../plan/names.ts";
import { listed } from "../sheets/words.ts";
import { timeOfDay } from "./clock.ts";
import { columnsOf, type Field } from "./fields.ts";
import type { ExportFile } from "./file.ts";
import { ROLES } from "./mapping-roles.ts";
import { hourColumns, saysWeek } from "./range.ts";
import type { Kind } from "./signatures.ts";

/** What rows of a kind cannot be read without: one field of each group. */
const NEEDS: readonly (readonly [Kind, readonly (readonly Field[])[]])[] = [
  ["leave", [["person", "email", "firstName"], ["start"], ["leaveType", "fullDay"]]],
  [
    "allocations",
    [
      ["person", "email", "firstName"],
      ["project"],
      ["start"],
      ["end"],
      ["minutesPerDay", "hoursPerDay", "fte", "share"],
    ],
  ],
  ["allocations", [["person", "email", "firstName"], ["project"], ["period"], ["fte", "share"]]],
  ["actuals", [["date"], ["hours", "billableMinutes", "startTime"], ["hours", "billableMinutes", "endTime"]]],
  ["tickets", [["opened"], ["queue"]]],
  [
    "people",
    [
      ["person", "firstName"],
      ["role", "team", "weekHours", "contractFte"],
    ],
  ],
];

export const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ["actuals", "actuals"],
  ["allocations", "allocations"],
  ["people", "people"],
  ["leave", "leave"],
  ["projects", "projects"],
  ["tickets", "tickets"],
  ["backlog", "backlog"],
  ["milestones", "milestones"],
]);

/** What rows of every kind that can be mapped need; of a group one field is enough. The words are those of its first role. */
const NEEDED: ReadonlyMap<Kind, readonly (readonly Field[])[]> = new Map<Kind, readonly (readonly Field[])[]>([
  [
    "actuals",
    [
      ["date", "startTime"],
      ["hours", "startTime"],
      ["hours", "endTime"],
    ],
  ],
  [
    "allocations",
    [
      ["person", "email"],
      ["project"],
      ["start", "period"],
      ["end", "period"],
      ["hoursPerDay", "minutesPerDay", "fte", "share", "weekHours", "plannedHours"],
    ],
  ],
  ["leave", [["person", "email"], ["start"]]],
  ["people", [["person", "firstName"]]],
  ["projects", [["projectName"]]],
  ["milestones", [["project"], ["milestone"], ["date"]]],
  ["backlog", [["project"], ["original", "remaining"]]],
  ["tickets", [["opened"]]],
]);

/** Whether the columns that are said hold what rows of this kind need. */
export const hasNeeds = (kind: Kind, columns: Pick<ReadonlyMap<Field, number>, "has">): boolean =>
  (NEEDED.get(kind) ?? []).every((group) => group.some((field) => columns.has(field)));

/** What is missing for rows of this kind: "Day and Hours"; "" when nothing is. */
export function missingFor(kind: Kind, fields: ReadonlySet<Field>): string {
  const roles = ROLES.get(kind)?.roles ?? [];
  const groups = (NEEDED.get(kind) ?? []).filter((group) => !group.some((field) => fields.has(field)));
  return listed([...new Set(groups.map(([first]) => roles.find(({ field }) => field === first)?.words ?? ""))]);
}

/** The kind of a file of an unknown tool, by its headings; null when they say too little. */
export function kindOf(file: ExportFile): Kind | null {
  for (const [kind, needs] of NEEDS) {
    const columns = columnsOf(kind, file.names);
    const isThere = needs.every((group) => group.some((field) => columns.has(field)));
    if (isThere && isTimed(kind, columns, file) && (kind !== "people" || isPeople(file))) return kind;
  }
  return null;
}

/** A list of people has a row for each, and no work: what has tasks, hours or shares of time may be bookings. */
function isPeople(file: ExportFile): boolean {
  const columns = columnsOf("people", file.names);
  const work = [columnsOf("allocations", file.names), columnsOf("actuals", file.names)];
  const isWork = (["project", "task", "fte", "share"] as const).some((field) => work.some((all) => all.has(field)));
  if (isWork || hourColumns(file).some((column) => !saysWeek(file.names[column]!))) return false;
  const who = (["person", "firstName", "lastName", "email"] as const).flatMap((field) => columns.get(field) ?? []);
  const names = file.rows.map(({ cells }) => who.map((column) => nameKey(cells[column] ?? "")).join("\n"));
  return new Set(names).size === names.length;
}

/** "Start" and "End" are days of a booking, or times of day of work: their cells say which. */
function isTimed(kind: Kind, columns: ReadonlyMap<Field, number>, file: ExportFile): boolean {
  const start = columns.get(kind === "actuals" ? "startTime" : "start");
  if (kind === "allocations" || kind === "leave") return start === undefined || !holdsTimes(file, start);
  if (kind !== "actuals" || columns.has("hours") || columns.has("billableMinutes")) return true;
  return start !== undefined && holdsTimes(file, start);
}

const LOOKED_AT = 50;

function holdsTimes({ rows, converted }: ExportFile, column: number): boolean {
  const cells = rows.slice(0, LOOKED_AT).flatMap(({ cells: row }) => (row[column]?.trim() ? [row[column]] : []));
  const times = cells.filter((cell) => (timeOfDay(cell, converted) ?? 0) > 0).length;
  return times * 2 > cells.length;
}
