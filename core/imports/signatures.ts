/** What a source's rows become in the plan. */
export type Kind =
  | "actuals"
  | "backlog"
  | "allocations"
  | "people"
  | "leave"
  | "projects"
  | "milestones"
  | "plans"
  | "tickets"
  | "nothing";

/** How the exports of one tool are recognised: all of these headings, one of those, none of the others. */
export interface Signature {
  readonly id: string;
  readonly label: string;
  readonly kind: Kind;
  readonly all: readonly string[];
  readonly any?: readonly string[];
  readonly none?: readonly string[];
  /** Why nothing of such a file can be imported. */
  readonly why?: string;
}

const source = (
  id: string,
  label: string,
  kind: Kind,
  all: readonly string[],
  more: Pick<Signature, "any" | "none" | "why"> = {},
): Signature => ({ id, label, kind, all, ...more });

const time = (id: string, label: string, all: readonly string[], more = {}) => source(id, label, "actuals", all, more);

const NO_RATES = "It holds rates and no hours. Maybe type the rates into Rates and Costs of finance's workbook.";
const NO_HOURS = "It holds no hours. Maybe export worklogs, or a task list with estimates.";
const NO_MONEY = "It holds amounts by period and no rates. Maybe import the time entries and type the fees into Fees.";
const NO_DAYS = "Its columns of hours by day are not known. Maybe export the time entries one row a day.";
const NO_NAMES = "It holds contracts by number. Maybe import the people export, which has names.";

/** Every source that is known, in the order in which they are tried: the first that fits is it. */
export const SIGNATURES: readonly Signature[] = [
  time("tempo", "Tempo worklogs", ["issue key", "work date", "hours"], { any: ["full name", "username", "period"] }),
  time("jira-worklogs", "Jira worklogs", ["issue key", "time spent"], {
    any: ["worklog author", "work log author", "author", "started", "work started"],
    none: ["status category", "original estimate"],
  }),
  time("jira-worklogs", "Jira worklogs", ["issue key", "time spent (seconds)"], {
    none: ["status category", "original estimate"],
  }),
  source("jira", "Jira issues", "backlog", ["issue key", "summary", "status"], {
    any: ["issue id", "issue type", "project key", "project name"],
  }),
  source("jira-dp", "Jira data pipeline", "backlog", ["instance url", "key", "project key", "issue type"]),
  time("clockify", "Clockify detailed", ["duration (h)", "duration (decimal)"]),
  time("toggl", "Toggl Track detailed", ["user", "start date", "start time", "end date", "end time", "duration"], {
    none: ["duration (h)"],
  }),
  time(
    "toggl-2026",
    "Toggl Track, 2026 shape",
    ["description", "duration", "start date", "start time", "stop date", "stop time"],
    { none: ["duration (h)"] },
  ),
  time("harvest", "Harvest detailed time", ["date", "project", "task", "notes", "hours"], {
    any: ["first name", "last name", "billable?", "hours rounded"],
  }),
  time("harvest-de", "Harvest detailed time, German", ["datum", "projekt", "aufgabe", "stunden"]),
  time("connectwise", "ConnectWise time grid", ["date", "work role", "work type"], {
    any: ["agreement", "bill hrs", "time rec id"],
  }),
  time("connectwise-fin", "ConnectWise company finance grid", ["member name", "date", "wip hrs", "inv hrs"]),
  time("connectwise-api", "ConnectWise time entries", ["actual hours", "billable option", "time start"]),
  source(
    "servicenow-plan",
    "ServiceNow resource plan",
    "plans",
    ["resource type", "planned hours", "allocation spread"],
    {
      any: ["members preference", "request type"],
    },
  ),
  source(
    "servicenow-plan",
    "ServiceNow resource plan",
    "plans",
    ["resource type", "planned hours", "task", "start date"],
    {
      any: ["user", "group", "role"],
    },
  ),
  source("servicenow-timecard", "ServiceNow time card", "nothing", ["week starts on", "user", "task", "state"], {
    why: NO_DAYS,
  }),
  source("servicenow-incident", "ServiceNow incidents", "tickets", ["number", "assignment group"], {
    any: ["opened", "opened at", "created", "sys created on"],
    none: ["planned hours"],
  }),
  time("float-logged", "Float logged time", ["logged time id", "people id", "date", "hours"]),
  source("float-allocations", "Float allocations", "allocations", ["task id", "project id", "hours"], {
    any: ["people id", "people ids"],
  }),
  source("float-timeoff", "Float time off", "leave", ["timeoff id", "timeoff type id"]),
  source("float-projects", "Float projects", "projects", ["project id", "name", "client id"], {
    none: ["task id", "phase id"],
  }),
  source("float-phases", "Float phases", "nothing", ["phase id", "project id", "name", "start date"], {
    none: ["task id", "milestone id"],
    why: "A plan has no phases. Maybe import the allocations, or the milestones.",
  }),
  source("float-milestones", "Float milestones", "milestones", ["milestone id", "name", "date"]),
  source("float-people", "Float people", "people", ["people id", "name"], {
    any: ["people type id", "work days hours", "employee type"],
    none: ["task id"],
  }),
  source("runn-assignments-api", "Runn assignments", "allocations", ["person id", "project id", "minutes per day"]),
  time("runn-actuals-api", "Runn actuals", ["person id", "project id", "billable minutes", "nonbillable minutes"]),
  time("runn-hours-report", "Runn hours report", ["billable minutes", "non billable minutes", "total minutes"]),
  source(
    "runn-contracts-api",
    "Runn contracts",
    "nothing",
    ["person id", "role id", "minutes per day", "employment type"],
    { why: NO_NAMES },
  ),
  source("runn-people-api", "Runn people", "people", ["first name", "last name", "holidays group id"]),
  source("runn-projects-api", "Runn projects", "projects", ["name", "pricing model", "rate type", "is confirmed"]),
  source("runn-roles-api", "Runn roles", "nothing", ["name", "default hour cost", "standard rate"], { why: NO_RATES }),
  source("runn-timeoff-api", "Runn time off", "leave", ["person id", "start date", "end date"], {
    any: ["note", "minutes per day"],
    none: ["project id", "role id"],
  }),
  source("runn-milestones-api", "Runn milestones", "milestones", ["project id", "title", "date"]),
  source("runn-people", "Runn people", "people", ["first name", "last name", "cost to business (per hour)"]),
  source("runn-people-old", "Runn people, old", "people", [
    "first name",
    "last name",
    "role",
    "cost",
    "employment type",
  ]),
  source("runn-assignments", "Runn assignments", "allocations", ["start date", "end date", "minutes per day"], {
    any: ["person name", "person", "person email"],
  }),
  source("planner", "Microsoft Planner tasks", "nothing", ["task name", "bucket name", "progress"], { why: NO_HOURS }),
  source("smartsheet-rm", "Smartsheet people", "people", ["permission level", "license type"]),
  source(
    "kantata-par",
    "Kantata accounting records",
    "nothing",
    ["project id", "period start date", "period end date", "currency"],
    { why: NO_MONEY },
  ),
];

/** The source whose headings these are; null when none is known to have them. */
export function sourceOf(names: Iterable<string>): Signature | null {
  const there = new Set(names);
  const has = (name: string) => there.has(name);
  return (
    SIGNATURES.find(({ all, any, none }) => all.every(has) && (any?.some(has) ?? true) && !none?.some(has)) ?? null
  );
}
