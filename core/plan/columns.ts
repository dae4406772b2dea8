import { column } from "./table.ts";

/** Columns that several tables have. */
const PERSON = ["Name", "Employee", "Resource", "Member", "Team member", "Full name", "Person name", "Employee name"];
const PERSON_TOO = [
  "Resource name",
  "Staff",
  "Consultant",
  "Engineer",
  "Assignee",
  "Assigned to",
  "User",
  "Technician",
];
const PERSON_GERMAN = ["Mitarbeiter", "Mitarbeiterin", "Benutzer"];

export const person = (about: string) =>
  column("Person", "person", about, { required: true, width: 24, also: [...PERSON, ...PERSON_TOO, ...PERSON_GERMAN] });

const ENGAGEMENT = ["Project", "Project name", "Engagement name", "Agreement", "Job", "Deal", "Opportunity", "Projekt"];

export const engagement = (about: string, ...more: readonly string[]) => ({ ...queue(about, ...more), required: true });

/** An engagement that a row may leave out. */
export const queue = (about: string, ...more: readonly string[]) =>
  column("Engagement", "engagement", about, { width: 28, also: [...ENGAGEMENT, ...more] });

export const skill = (about: string, required = false) =>
  column("Skill", "skill", about, {
    required,
    width: 18,
    also: ["Skill name", "Required skill", "Competency", "Discipline", "Technology"],
  });

export const role = (about: string) =>
  column("Role", "role", about, { width: 20, also: ["Role name", "Job title", "Title", "Position", "Rolle"] });

export const location = (about: string, required = false) =>
  column("Location", "location", about, {
    required,
    width: 16,
    also: ["Country", "Office", "Site", "Region", "Calendar", "Work location", "Standort"],
  });

export const certificate = (about: string) =>
  column("Certificate", "certificate", about, { width: 20, also: ["Certification", "Cert", "Certificates"] });

export const minLevel = column("Min level", "level", "The lowest level that will do, 1 to 5. Empty: any level.", {
  also: ["Level", "Minimum level", "Skill level", "Required level"],
});

const START = [
  "Start",
  "Start date",
  "From date",
  "First day",
  "Begin",
  "Starts",
  "Planned start date",
  "Planned start",
];
const FINISH = ["End", "End date", "To date", "Last day", "Until", "Finish", "Ends", "Planned end date", "Planned end"];

export const from = (about: string, more: readonly string[] = [], required = false) =>
  column("From", "day", about, {
    required,
    also: [...START, "Effective date", "Booked from", "Von", "Beginn", "Startdatum", ...more],
  });

export const to = (about: string, more: readonly string[] = []) =>
  column("To", "day", about, {
    also: [...FINISH, "Finish date", "Booked to", "Booked until", "Bis", "Ende", "Enddatum", ...more],
  });

const ODDS = ["Probability", "Win chance", "Win probability", "Deal probability", "Likelihood", "Chance", "Confidence"];

export const odds = (about: string) => column("Odds", "odds", about, { also: ODDS });

/** When something happened; a time of day beside the day is not used. */
export const moment = (heading: string, about: string, also: readonly string[], required = false) =>
  column(heading, "moment", about, { required, also, width: 16 });

const DAILY = ["Daily hours", "Hours daily"];
const WEEKLY = ["Weekly hours", "Hours weekly"];

export const hoursADay = (about: string) => column("Hours a day", "hoursADay", about, { also: DAILY });

export const hoursAWeek = (about: string, inAll = true) =>
  column("Hours a week", inAll ? "hoursAWeekInAll" : "hoursAWeek", about, { also: WEEKLY });

export const totalHours = (about: string) =>
  column("Total hours", "totalHours", about, {
    also: ["Hours total", "Hours in all", "Budget hours", "Hours budget", "Planned hours", "Estimated hours"],
  });

/** When tickets came in and were done, as service desks export it. */
export const OPENED = [
  ...["Opened on", "Opened at", "Opened date", "Open date", "Date opened", "Created", "Created on", "Created at"],
  ...[
    "Created date",
    "Date created",
    "Creation date",
    "Date entered",
    "Reported",
    "Reported on",
    "Received",
    "Received on",
  ],
  ...["Logged", "Logged on", "Submitted", "Erstellt", "Erstellt am", "Eröffnet"],
];
export const CLOSED = [
  ...[
    "Closed on",
    "Closed at",
    "Closed date",
    "Date closed",
    "Resolved",
    "Resolved on",
    "Resolved at",
    "Resolution date",
  ],
  ...[
    "Solved",
    "Solved on",
    "Solved at",
    "Date resolved",
    "Resolved date",
    "Completed on",
    "Erledigt am",
    "Geschlossen",
  ],
];
export const TICKET_HOURS = [
  ...["Hours worked", "Hours spent", "Actual hours", "Worked hours", "Ticket hours", "Total hours", "Time spent hours"],
  ...["Time taken", "Duration", "Effort", "Dauer"],
];
