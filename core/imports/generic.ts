import { columnsOf, type Field } from "./fields.ts";
import type { ExportFile } from "./file.ts";
import type { Kind } from "./signatures.ts";

/** What rows of a kind cannot be read without: one field of each group. */
const NEEDS: readonly (readonly [Kind, readonly (readonly Field[])[]])[] = [
  [
    "allocations",
    [["person", "email", "firstName"], ["project"], ["start"], ["end"], ["minutesPerDay", "hoursPerDay"]],
  ],
  ["actuals", [["date"], ["hours", "billableMinutes"]]],
  ["leave", [["person", "email", "firstName"], ["start"], ["leaveType", "fullDay"]]],
  ["tickets", [["opened"], ["queue"]]],
  [
    "people",
    [
      ["person", "firstName"],
      ["role", "team", "weekHours"],
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

/** The kind of a file of an unknown tool, by its headings; null when they say too little. */
export function kindOf({ names }: ExportFile): Kind | null {
  for (const [kind, needs] of NEEDS) {
    const columns = columnsOf(kind, names);
    if (needs.every((group) => group.some((field) => columns.has(field)))) return kind;
  }
  return null;
}
