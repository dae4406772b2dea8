import { listed } from "../sheets/words.ts";
import { columnsOf, type Field } from "./fields.ts";
import type { ExportFile } from "./file.ts";
import { ROLES } from "./mapping-roles.ts";
import type { Kind } from "./signatures.ts";

/** What rows of a kind cannot be read without: one field of each group. */
const NEEDS: readonly (readonly [Kind, readonly (readonly Field[])[]])[] = [
  ["leave", [["person", "email", "firstName"], ["start"], ["leaveType", "fullDay"]]],
  [
    "allocations",
    [["person", "email", "firstName"], ["project"], ["start"], ["end"], ["minutesPerDay", "hoursPerDay"]],
  ],
  ["actuals", [["date"], ["hours", "billableMinutes"]]],
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

/** What rows of every kind that can be mapped need; of a group one field is enough. The words are those of its first role. */
const NEEDED: ReadonlyMap<Kind, readonly (readonly Field[])[]> = new Map<Kind, readonly (readonly Field[])[]>([
  ["actuals", [["date"], ["hours"]]],
  ["allocations", [["person", "email"], ["project"], ["start"], ["end"], ["hoursPerDay", "minutesPerDay"]]],
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
  return listed(groups.map(([first]) => roles.find(({ field }) => field === first)?.words ?? ""));
}

/** The kind of a file of an unknown tool, by its headings; null when they say too little. */
export function kindOf({ names }: ExportFile): Kind | null {
  for (const [kind, needs] of NEEDS) {
    const columns = columnsOf(kind, names);
    if (needs.every((group) => group.some((field) => columns.has(field)))) return kind;
  }
  return null;
}
