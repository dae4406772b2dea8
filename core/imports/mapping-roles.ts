import type { TimeUnit } from "./durations.ts";
import type { Field } from "./fields.ts";
import type { Kind } from "./signatures.ts";

/** What a planner can say that a column of a file is. Its value is a field, for durations with what they count. */
export interface Role {
  readonly value: string;
  readonly words: string;
  readonly field: Field;
  readonly unit: TimeUnit | null;
}

const role = (value: string, words: string): Role => {
  const [field, unit] = value.split(":");
  // Every value in the lists below starts with a field; only durations have a unit.
  return { value, words, field: field as Field, unit: (unit as TimeUnit | undefined) ?? null };
};
const WHO = [role("person", "Person"), role("email", "E-mail address")];
const NAMES = [role("firstName", "First name"), role("lastName", "Last name")];
const SPAN = [role("start", "First day"), role("end", "Last day")];
const WHAT = [role("project", "Engagement"), role("client", "Client")];
const NOTE = role("note", "Note");
const BILLABLE = role("billable", "Billable");

/** The kinds of rows that a file with any headings can hold, and what its columns can be. */
export const ROLES: ReadonlyMap<Kind, { readonly words: string; readonly roles: readonly Role[] }> = new Map([
  [
    "actuals",
    {
      words: "Hours worked",
      roles: [
        role("date", "Day"),
        ...WHO,
        ...NAMES,
        ...WHAT,
        role("hours:hours", "Hours"),
        role("hours:minutes", "Minutes"),
        role("hours:seconds", "Seconds"),
        role("hours:days", "Parts of a day"),
        role("minutesToo", "Minutes beside the hours, added to them"),
        role("startTime", "Start: a time of day"),
        role("endTime", "End: a time of day"),
        role("pause", "Break, taken off"),
        role("task", "Task"),
        BILLABLE,
        NOTE,
        role("entryId", "Number of the entry"),
      ],
    },
  ],
  [
    "allocations",
    {
      words: "Bookings: who is to work on what",
      roles: [
        ...WHO,
        ...WHAT,
        ...SPAN,
        role("hoursPerDay", "Hours a day"),
        role("minutesPerDay", "Minutes a day"),
        role("share", "Allocation %: a share of the person's time"),
        role("fte", "FTE"),
        role("weekHours", "Hours a week"),
        role("plannedHours", "Hours in all, from the first to the last day"),
        role("period", "Week or month"),
        BILLABLE,
        NOTE,
        role("id", "Number of the booking"),
      ],
    },
  ],
  [
    "leave",
    {
      words: "Days off",
      roles: [...WHO, ...SPAN, role("hoursPerDay", "Hours a day"), role("leaveType", "Kind of leave"), NOTE],
    },
  ],
  [
    "people",
    {
      words: "People",
      roles: [
        ...WHO,
        ...NAMES,
        role("role", "Role"),
        role("team", "Team"),
        role("weekHours", "Hours a week"),
        role("contractFte", "FTE: a share of full time"),
        role("location", "Location"),
        role("tags", "Skills"),
        ...SPAN,
      ],
    },
  ],
  ["projects", { words: "Engagements", roles: [role("projectName", "Engagement"), role("client", "Client"), ...SPAN] }],
  [
    "milestones",
    {
      words: "Milestones",
      roles: [role("project", "Engagement"), role("milestone", "Milestone"), role("date", "Day it is due")],
    },
  ],
  [
    "backlog",
    {
      words: "Open issues with estimates",
      roles: [
        role("issue", "Key of the issue"),
        role("summary", "Title"),
        role("project", "Engagement"),
        role("person", "Person"),
        role("original", "Original estimate"),
        role("remaining", "Remaining estimate"),
        role("spent", "Time spent"),
        role("status", "Status"),
        role("due", "Due day"),
      ],
    },
  ],
  [
    "tickets",
    {
      words: "Tickets of a service desk",
      roles: [
        role("id", "Number"),
        role("opened", "Opened"),
        role("closed", "Closed"),
        role("queue", "Engagement or queue"),
        role("ticketHours", "Hours"),
        role("summary", "Title"),
      ],
    },
  ],
]);

/** What somebody says of a column that is none of these. */
export const NOT_USED = "none";
export const ROLE = "role ";

/** The columns as the planner has said what they are, the first of two that are said to be the same; null when nobody has. */
export function rolesIn(
  answers: ReadonlyMap<string, string>,
  width: number,
): { readonly columns: ReadonlyMap<Field, number>; readonly unit: TimeUnit | null } | null {
  const columns = new Map<Field, number>();
  let unit: TimeUnit | null = null;
  let any = false;
  const all = new Map([...ROLES.values()].flatMap(({ roles }) => roles.map((one) => [one.value, one] as const)));
  for (let column = 0; column < width; column++) {
    const said = answers.get(`${ROLE}${column + 1}`);
    if (said === undefined) continue;
    any = true;
    const one = all.get(said);
    if (one === undefined || columns.has(one.field)) continue;
    columns.set(one.field, column);
    unit ??= one.unit;
  }
  const start = columns.get("startTime");
  if (start !== undefined && !columns.has("date")) columns.set("date", start);
  return any ? { columns, unit } : null;
}
