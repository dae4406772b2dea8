import type { Field } from "./fields.ts";
import type { Kind } from "./signatures.ts";

const TIME: readonly Field[] = [
  ...(["entryId", "date", "person", "firstName", "lastName", "username", "email", "personId", "client"] as const),
  ...([
    "project",
    "projectKey",
    "projectId",
    "task",
    "issue",
    "note",
    "hours",
    "hoursRounded",
    "hoursInvoiced",
  ] as const),
  ...(["billableMinutes", "otherMinutes", "billable", "nonBillable", "invoiced", "endDate", "startTime"] as const),
  ...(["endTime", "minutesToo", "pause", "rate", "currency"] as const),
];

/** The fields that rows of each kind are made of. */
export const FIELDS_OF: ReadonlyMap<Kind, readonly Field[]> = new Map<Kind, readonly Field[]>([
  ["actuals", TIME],
  [
    "backlog",
    [
      ...(["issue", "summary", "project", "projectKey", "person", "statusCategory", "status", "resolution"] as const),
      ...(["resolved", "due", "created", "original", "remaining", "spent"] as const),
    ],
  ],
  [
    "allocations",
    [
      ...([
        "id",
        "person",
        "email",
        "personId",
        "personIds",
        "client",
        "project",
        "projectId",
        "start",
        "end",
      ] as const),
      ...([
        "period",
        "minutesPerDay",
        "hoursPerDay",
        "fte",
        "share",
        "weekHours",
        "plannedHours",
        "billable",
        "placeholder",
        "nonWorking",
        "template",
        "status",
      ] as const),
      ...(["repeat", "repeatEnd", "note"] as const),
    ],
  ],
  [
    "people",
    [
      ...([
        "personId",
        "id",
        "person",
        "firstName",
        "lastName",
        "email",
        "role",
        "team",
        "tags",
        "start",
        "end",
      ] as const),
      ...([
        "weekHours",
        "contractFte",
        "workDaysHours",
        "location",
        "personType",
        "employment",
        "active",
        "archived",
        "cost",
      ] as const),
    ],
  ],
  [
    "leave",
    [
      ...(["id", "person", "email", "personId", "personIds", "start", "end", "minutesPerDay", "hoursPerDay"] as const),
      ...([
        "fullDay",
        "leaveDays",
        "leavePart",
        "leaveType",
        "holidayId",
        "note",
        "repeat",
        "repeatEnd",
        "status",
      ] as const),
    ],
  ],
  [
    "projects",
    [
      ...(["projectId", "id", "projectName", "client", "start", "end", "status", "active", "archived"] as const),
      ...(["template", "confirmed", "tentative", "pricing", "nonBillable"] as const),
    ],
  ],
  ["milestones", ["id", "projectId", "project", "milestone", "date"]],
  [
    "plans",
    [
      ...(["id", "resourceType", "group", "person", "role", "tags", "plannedHours", "note", "task", "start"] as const),
      ...(["end", "spread", "status", "rate"] as const),
    ],
  ],
  ["tickets", ["id", "opened", "closed", "queue", "ticketHours", "summary", "status"]],
]);
