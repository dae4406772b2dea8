import type { Cell, CellRange } from "../plan/cells.ts";

/** The tables of a demo plan in the order of their sheets, each with its headings in the order of its columns. */
export const HEADINGS = {
  Settings: ["Setting", "Value", "Note"],
  People: [
    "Person",
    "Team",
    "Role",
    "Location",
    "Weekly hours",
    "Working days",
    "From",
    "To",
    "Skills",
    "Utilization target",
    "Kind",
    "Odds",
    "Ramp-up weeks",
  ],
  Skills: ["Person", "Skill", "Level", "Certificate", "Valid from", "Valid to"],
  Engagements: ["Engagement", "Client", "Kind", "Status", "Odds", "From", "To", "Priority", "Owner"],
  Demand: [
    "Engagement",
    "Skill",
    "Min level",
    "Certificate",
    "From",
    "To",
    "Hours a week",
    "FTE",
    "Total hours",
    "Spread",
  ],
  Allocations: [
    "Person",
    "Engagement",
    "Skill",
    "From",
    "To",
    "Hours a day",
    "Hours a week",
    "Share",
    "Billable",
    "Note",
  ],
  Support: ["Engagement", "Skill", "Min level", "From", "To", "Hours a week", "Tickets a week", "Hours a ticket"],
  Tickets: ["Opened", "Engagement", "Skill", "Hours", "Closed", "Billable"],
  Leave: ["Person", "From", "To", "Hours a day", "Kind"],
  Holidays: ["Location", "Day", "Name"],
  Scenarios: [
    "Scenario",
    "Change",
    "On",
    "Person",
    "Engagement",
    "To engagement",
    "Skill",
    "Level",
    "Certificate",
    "Location",
    "From",
    "To",
    "Hours a week",
    "Percent",
    "Weeks",
    "Note",
  ],
  Actuals: ["Day", "Person", "Engagement", "Hours", "Billable"],
  Milestones: ["Engagement", "Milestone", "Baseline", "Due", "Delivered"],
} as const;

export type TableName = keyof typeof HEADINGS;
/** A row by its headings; what is left out is a blank cell. */
export type DemoRow<T extends TableName> = { readonly [H in (typeof HEADINGS)[T][number]]?: Cell };
export type DemoTables = { readonly [T in TableName]: readonly DemoRow<T>[] };

/** A demo plan as a workbook holds it: table name to cells, heading row first. */
export type DemoPlan = ReadonlyMap<string, CellRange>;

export const planOf = (tables: DemoTables): DemoPlan =>
  new Map<string, CellRange>([
    ["Settings", cellsOf(HEADINGS.Settings, tables.Settings)],
    ["People", cellsOf(HEADINGS.People, tables.People)],
    ["Skills", cellsOf(HEADINGS.Skills, tables.Skills)],
    ["Engagements", cellsOf(HEADINGS.Engagements, tables.Engagements)],
    ["Demand", cellsOf(HEADINGS.Demand, tables.Demand)],
    ["Allocations", cellsOf(HEADINGS.Allocations, tables.Allocations)],
    ["Support", cellsOf(HEADINGS.Support, tables.Support)],
    ["Tickets", cellsOf(HEADINGS.Tickets, tables.Tickets)],
    ["Leave", cellsOf(HEADINGS.Leave, tables.Leave)],
    ["Holidays", cellsOf(HEADINGS.Holidays, tables.Holidays)],
    ["Scenarios", cellsOf(HEADINGS.Scenarios, tables.Scenarios)],
    ["Actuals", cellsOf(HEADINGS.Actuals, tables.Actuals)],
    ["Milestones", cellsOf(HEADINGS.Milestones, tables.Milestones)],
  ]);

const cellsOf = <H extends string>(
  headings: readonly H[],
  rows: readonly { readonly [K in H]?: Cell }[],
): CellRange => [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? null))];
