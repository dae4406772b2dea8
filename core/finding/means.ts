import type { Measure } from "../layouts/measures.ts";
import type { Role } from "../layouts/vocabulary.ts";

/** What a column of a team's sheet can be for, in the words of the Map panel and of the sheet Tables. */
export interface Meaning {
  readonly word: string;
  /** What follows from it, as the panel says it. */
  readonly says: string;
  /** A heading that every layout reads so. */
  readonly heading: string;
  /** Tables of the plan in which it can be chosen. */
  readonly feeds: readonly Feed[];
}
export type Feed = "People" | "Allocations" | "Leave" | "Holidays" | "Actuals" | "Deliverables";

const WORK: readonly Feed[] = ["Allocations", "Actuals"];
const WHO: readonly Feed[] = ["People", "Allocations", "Leave", "Actuals"];
const ALL: readonly Feed[] = ["People", "Allocations", "Leave", "Holidays", "Actuals", "Deliverables"];

const meaning = (word: string, heading: string, feeds: readonly Feed[], says: string): Meaning => ({
  word,
  heading,
  feeds,
  says,
});

export const NOT_USED = "Not used";

/** Every meaning, in the order in which drop-downs offer them. */
export const MEANINGS: readonly Meaning[] = [
  meaning("Person", "Person", WHO, "Who it is about. A name may stand once, with blanks below."),
  meaning("Last name", "Last name", WHO, "Joined with the first name."),
  meaning("First name", "First name", WHO, "Joined with the last name."),
  meaning("Engagement", "Project", ["Allocations", "Deliverables"], "The work that the hours are for."),
  meaning("Task", "Task", WORK, "Kept as a note; the engagement's name where there is no other."),
  meaning(
    "Deliverable",
    "Deliverable",
    ["Allocations", "Deliverables"],
    "Joins rows to the sheet that has their days.",
  ),
  meaning("First day", "From", ALL, "The first day that a row counts."),
  meaning("Last day", "To", ALL, "The last day that a row counts."),
  meaning("Day", "Date", ["Leave", "Holidays", "Actuals"], "The one day that a row is about."),
  meaning("Week or month", "Period", ["Allocations"], "The week, month or quarter that a row is about."),
  meaning("Weekday", "Weekday", ["Leave"], "Every week on this day."),
  meaning("Part of day", "Half day", ["Leave"], "Half a day is 4 hours off."),
  meaning("Hours", "Hours", WORK, "Hours in all of the row's or the column's time."),
  meaning("Hours a day", "Hours/day", ["People", "Allocations"], "Hours on each working day."),
  meaning("Hours a week", "Hours/week", ["People", "Allocations"], "Hours in each week."),
  meaning("Hours a month", "Hours/month", WORK, "Hours in each month."),
  meaning("Days", "PT", WORK, "Working days in all of the row's or the column's time."),
  meaning("Days a week", "Days/week", WORK, "Working days in each week: 5 are all of it."),
  meaning("FTE", "FTE", ["People", "Allocations"], "Share of full time: 1 is the full-time hours of Settings."),
  meaning("Share", "Load %", WORK, "Share of the person's own time: 50 % or 0.5."),
  meaning("Hours available", "Available hours", ["People"], "Hours that somebody has in the stated time."),
  meaning("Day off", "Day off", ["Leave"], "A mark in a day's column is a day off."),
  meaning("Role", "Role", ["People", "Allocations"], "The job title."),
  meaning("Team", "Team", ["People", "Allocations"], "People planned together."),
  meaning("Location", "Location", ["People", "Holidays"], "Whose public holidays hold."),
  meaning("Skills", "Skills", ["People"], "What somebody can do."),
  meaning("Billable", "Billable", WORK, "Yes or no."),
  meaning(
    "Status",
    "Status",
    ["Allocations", "Leave", "Deliverables"],
    "Cancelled and rejected rows are left out; tentative work is noted as such.",
  ),
  meaning("Kind", "Kind", ["Leave"], "The kind of leave."),
  meaning("Holiday name", "Holiday name", ["Holidays"], "What the day is called."),
  meaning("Time off in words", "Time off", ["Allocations", "People"], "Told to you; never guessed into days."),
  meaning("Check", "Total", ALL, "Repeats what other cells say: compared with them, never added."),
  meaning("Clock time", "Clock in", [], "A time of day; not used."),
  meaning("Person number", "Staff ID", WHO, "Not used: people go by their names."),
  meaning("Engagement number", NOT_USED, WORK, "Not used: engagements go by their names."),
  meaning("Lead", "Lead", WORK, "Not used: who leads is not who works."),
  meaning("Note", "Note", ALL, "Not used."),
  meaning(NOT_USED, NOT_USED, ALL, "Left alone."),
];

const BY_WORD: ReadonlyMap<string, Meaning> = new Map(MEANINGS.map((one) => [one.word.toLowerCase(), one]));

/** A meaning by its word, in any case; undefined when there is none. */
export const meaningOf = (word: string): Meaning | undefined => BY_WORD.get(word.trim().toLowerCase());

const OF_ROLE: Readonly<Record<Role, string>> = {
  person: "Person",
  "last name": "Last name",
  "first name": "First name",
  "person id": "Person number",
  engagement: "Engagement",
  task: "Task",
  role: "Role",
  team: "Team",
  location: "Location",
  skills: "Skills",
  key: "Deliverable",
  from: "First day",
  to: "Last day",
  date: "Day",
  period: "Week or month",
  weekday: "Weekday",
  part: "Part of day",
  interval: "Clock time",
  check: "Check",
  note: "Note",
  billable: "Billable",
  status: "Status",
  kind: "Kind",
  label: "Holiday name",
  away: "Time off in words",
  unused: NOT_USED,
};
export const wordOfRole = (role: Role): string => OF_ROLE[role];

/** "Hours a week", "Share": what amounts of a measure are called. */
export function wordOfMeasure({ unit, per }: Measure): string {
  if (unit === "fte") return "FTE";
  if (unit === "percent") return "Share";
  if (unit === "days") return per === "week" ? "Days a week" : "Days";
  return per === null ? "Hours" : `Hours a ${per}`;
}

/** Words for amounts that stand in columns of time. */
export const AMOUNTS: readonly string[] = ["Hours", "Days", "Share", "FTE"];
