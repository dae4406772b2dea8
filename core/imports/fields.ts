import { CONTRACT_FTE, WEEK_HOURS } from "./contract-words.ts";
import { FIELDS_OF } from "./fields-of.ts";
import { looseName } from "./heading.ts";
import type { Kind } from "./signatures.ts";

const TASKS = [
  "tätigkeit",
  "tâche",
  "uppgift",
  "aktivitet",
  "opgave",
  "úkol",
  "činnost",
  "tarea",
  "actividad",
] as const;
const NOTES = [
  ...[
    "comment",
    "comments",
    "notiz",
    "kommentar",
    "beschreibung",
    "bemerkung",
    "commentaire",
    "remarque",
    "anteckning",
  ],
  ...["note", "notat", "bemærkning", "poznámka", "popis", "nota", "notas", "comentario", "descripción"],
];
const BILLABLE = ["abrechenbar", "facturable", "fakturerbar", "debiterbar", "fakturerbart", "fakturovatelné"] as const;

/** What a column of an export can hold, and the headings that say so, the more exact before the less exact. */
export const FIELDS = {
  id: ["time rec id", "logged time id", "task id", "timeoff id", "milestone id", "number", "id"],
  entryId: ["time rec id", "logged time id", "time entry id", "entry id", "worklog id", "work log id", "id"],
  date: [
    ...["date", "work date", "spent date", "logged date", "datum", "day", "entry date", "time start", "work started"],
    ...["started", "start date", "tag", "jour", "dag", "dato", "den", "fecha", "día", "dia"],
  ],
  person: [
    ...["full name", "user", "member name", "member", "person name", "person", "employee", "resource name"],
    ...["resource", "staff", "technician", "agent name", "agent", "worklog author", "work log author", "author"],
    ...["assignee", "assigned to", "name", "username", "benutzer", "mitarbeiter", "mitarbeiterin", "utilisateur"],
    ...["collaborateur", "personne", "salarié", "nom", "användare", "medarbetare", "namn", "bruger", "medarbejder"],
    ...["navn", "uživatel", "zaměstnanec", "osoba", "pracovník", "jméno", "usuario", "empleado", "persona", "nombre"],
  ],
  firstName: ["first name", "firstname", "vorname"],
  lastName: ["last name", "lastname", "surname", "nachname"],
  username: ["username"],
  email: ["email", "e-mail", "person email", "user email", "email address", "assignee email"],
  personId: ["people id", "person id", "employee id", "member id"],
  personIds: ["people ids"],
  client: ["client", "client name", "customer", "company", "account name", "organization", "organisation", "kunde"],
  project: ["project name", "project", "agreement", "engagement", "projekt", "projet", "proyecto"],
  projectKey: ["project key", "project code"],
  projectId: ["project id"],
  task: ["task", "activity", "activity name", "task name", "work type", "aufgabe", ...TASKS],
  issue: ["issue key", "key", "ticket #", "ticket id", "service id"],
  hours: [
    ...["time spent (seconds)", "duration (h)", "hours", "duration", "duration (decimal)", "hours worked"],
    ...["actual hours", "wip hrs", "bill hrs", "stunden", "time spent", "time taken", "dauer"],
    ...["heures", "timmar", "timer", "hodiny", "horas", "durée", "varaktighet", "tid", "varighed", "doba", "duración"],
    ...["minutes", "minuten", "minuter", "minutter", "minuty", "minutos", "seconds", "sekunden", "secondes"],
  ],
  hoursRounded: ["hours rounded", "rounded hours"],
  hoursInvoiced: ["inv hours", "inv hrs", "billed hours", "app hrs", "hours billed"],
  billableMinutes: ["billable minutes"],
  otherMinutes: ["nonbillable minutes", "non billable minutes"],
  billable: ["billable", "billable?", "is billable", "bill", "billable option", "abrechenbar?", ...BILLABLE],
  nonBillable: ["non billable", "non-billable"],
  invoiced: ["invoiced", "invoiced?"],
  minutesToo: ["minutes", "mins", "minuten", "minuter", "minutter", "minuty", "minutos"],
  pause: ["break", "breaks", "pause", "pausen", "rast", "lunch", "paus", "descanso", "přestávka"],
  startTime: [
    ...["start time", "start", "started at", "from", "clock in", "time in", "von", "beginn", "début", "inicio"],
    ...["entrada", "od", "fra", "från"],
  ],
  endDate: ["end date", "stop date"],
  endTime: [
    ...["end time", "stop time", "end", "ended at", "to", "clock out", "time out", "bis", "ende", "fin", "salida"],
    ...["do", "til", "till"],
  ],
  rate: ["rate", "bill rate", "billable rate", "hourly rate", "resource rate", "stundensatz"],
  currency: ["currency", "währung"],
  start: [
    ...["start date", "start", "from", "planned start date", "effective date", "first day", "von", "beginn", "ab"],
    ...["début", "desde", "inicio", "od", "fra", "från"],
  ],
  end: [
    ...["end date", "end", "to", "due date", "finish", "planned end date", "last day", "bis", "ende", "fin", "hasta"],
    ...["do", "til", "till"],
  ],
  minutesPerDay: ["minutes per day"],
  hoursPerDay: ["hours per day", "hours/day", "hours"],
  fte: ["fte", "ftes", "vzä", "etp"],
  share: [
    ...["allocation %", "allocation percent", "allocation percentage", "% allocation", "allocated %", "allocation"],
    ...["percent allocation", "percentage", "percent", "%", "auslastung", "auslastung %", "prozent", "anteil"],
  ],
  period: [
    ...["month", "week", "period", "calendar week", "week starting", "week commencing", "week of", "monat", "woche"],
    ...["kw", "mois", "semaine", "mes", "semana", "månad", "vecka", "måned", "uge", "měsíc", "týden"],
  ],
  plannedHours: ["planned hours", "estimated hours", "budget hours", "hours budget"],
  original: ["original estimate"],
  remaining: ["remaining estimate"],
  spent: ["time spent"],
  statusCategory: ["status category"],
  status: ["status", "state", "stage"],
  resolution: ["resolution"],
  resolved: ["resolved", "resolution date"],
  due: ["due date"],
  created: ["created"],
  role: ["default role name", "role name", "role", "job title", "work role", "rolle"],
  title: ["job title"],
  team: ["team", "department", "team name", "group"],
  group: ["group"],
  resourceType: ["resource type"],
  spread: ["allocation spread"],
  tags: ["tags", "skills", "disciplines"],
  weekHours: WEEK_HOURS,
  contractFte: CONTRACT_FTE,
  location: [
    "location",
    "office",
    "site",
    "standort",
    "ort",
    "lieu",
    "bureau",
    "kontor",
    "ubicación",
    "místo",
    "plats",
  ],
  workDaysHours: ["work days hours"],
  personType: ["people type id"],
  employment: ["employment type"],
  active: ["active"],
  archived: ["is archived"],
  placeholder: ["placeholder", "is placeholder"],
  nonWorking: ["non-working day", "is non working day"],
  template: ["is template"],
  cost: ["cost to business (per hour)", "cost rate", "cost", "cost per hour"],
  note: ["note", "notes", "timeoff notes", "name", "work description", "description", "notizen", ...NOTES],
  repeat: ["repeat state"],
  repeatEnd: ["repeat end date", "repeat end"],
  leaveType: [
    ...["timeoff type name", "leave type", "time off type", "absence type", "type of leave", "type of absence"],
    ...["abwesenheitsart", "art der abwesenheit", "urlaubsart", "type d'absence", "frånvarotyp", "fraværstype"],
    ...["typ nepřítomnosti", "tipo de ausencia"],
  ],
  leaveDays: [
    ...[
      "days",
      "number of days",
      "total days",
      "no of days",
      "days off",
      "days taken",
      "duration (days)",
      "leave days",
    ],
    ...[
      "working days",
      "tage",
      "anzahl tage",
      "jours",
      "nombre de jours",
      "antal dagar",
      "antal dage",
      "počet dní",
      "dny",
    ],
    ...["días", "dagar", "dage"],
  ],
  leavePart: ["half day", "am/pm", "part of day", "halber tag", "demi-journée", "halvdag"],
  holidayId: ["holiday id"],
  fullDay: ["full day"],
  confirmed: ["is confirmed"],
  tentative: ["tentative"],
  pricing: ["pricing model"],
  projectName: ["name", "project name", "project", "title"],
  milestone: ["title", "name", "milestone", "summary"],
  opened: ["opened", "opened at", "created", "sys created on"],
  closed: ["closed", "closed at", "resolved", "resolved at"],
  queue: ["assignment group", "queue", "service", "board"],
  ticketHours: ["time worked", "hours", "actual hours", "business duration", "business resolve time"],
  summary: ["summary", "short description", "name"],
} as const satisfies Record<string, readonly string[]>;
export type Field = keyof typeof FIELDS;

/** Where each field stands: the column of the heading that says it best, first by its full name, then by its loose one. */
export function columnsOf(kind: Kind, names: readonly string[]): ReadonlyMap<Field, number> {
  // A question such as "Employee?" is answered yes or no and names nobody.
  const loose = names.map((name) => (name.endsWith("?") ? "" : looseName(name)));
  const found = new Map<Field, number>();
  for (const field of FIELDS_OF.get(kind) ?? []) {
    const exact = firstOf(FIELDS[field], names);
    const column = exact >= 0 ? exact : firstOf(FIELDS[field], loose);
    if (column >= 0) found.set(field, column);
  }
  // Beside somebody's number, "Name" is the task's; a resource plan's is its own.
  const byNumber = kind === "plans" || (kind !== "people" && (found.has("personId") || found.has("personIds")));
  if (byNumber && names[found.get("person") ?? -1] === "name") found.delete("person");
  if (found.get("note") === found.get("person")) found.delete("note");
  if (found.get("minutesToo") === found.get("hours")) found.delete("minutesToo");
  // A start with its date says the day, too.
  const start = found.get("startTime");
  if (kind === "actuals" && !found.has("date") && start !== undefined) found.set("date", start);
  return found;
}

function firstOf(wanted: readonly string[], names: readonly string[]): number {
  for (const name of wanted) {
    const at = names.indexOf(name);
    if (at >= 0) return at;
  }
  return -1;
}
