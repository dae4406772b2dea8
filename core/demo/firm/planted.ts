import type { Cell, CellRange } from "../../plan/cells.ts";
import { day } from "../days.ts";
import type { DemoPlan, TableName } from "../headings.ts";

/** A mistake worth finding, as real planning files have them: where it stands and what is wrong there. */
export interface Planted {
  readonly table: TableName;
  /** The heading row is row 1. */
  readonly row: number;
  readonly column: string;
  readonly what: string;
  /** The row as it is put in between the others; a row that is there anyway has none. */
  readonly put?: Readonly<Record<string, Cell>>;
}

const booked = (Person: string, Engagement: string, Skill: string, From: Cell, To: Cell, hoursADay: Cell) => ({
  Person,
  Engagement,
  Skill,
  From,
  To,
  "Hours a day": hoursADay,
  Billable: true,
});

const WAREHOUSE = "Brindlecove Bank warehouse";
const MIGRATION = "Tarnhollow Paper AWS migration";

/** Everything that is wrong with the demo firm's plan, in the order of its rows. */
export const PLANTED: readonly Planted[] = [
  {
    table: "People",
    row: 250,
    column: "Person",
    what: "a person called __proto__: an odd name, but a legal one, and it must just work",
  },
  {
    table: "People",
    row: 300,
    column: "Person",
    what: "Rahul Deshmukh stands here a second time, with other hours",
    put: {
      Person: "Rahul Deshmukh",
      Team: "Java Applications",
      Role: "Senior developer",
      Location: "Pune",
      "Weekly hours": 32,
      Skills: "Java 4",
      Kind: "employee",
    },
  },
  {
    table: "People",
    row: 405,
    column: "From",
    what: "Claire Novotny's second contract begins on 13 April, her first ends on 30 April",
    put: {
      Person: "Claire Novotny",
      Team: "Microsoft Cloud",
      Role: "Cloud engineer",
      Location: "Austin",
      "Weekly hours": 24,
      "Working days": "Mon-Wed",
      From: day(4, 13),
      Skills: "Azure 3; Windows 2",
      Kind: "employee",
    },
  },
  {
    table: "Skills",
    row: 38,
    column: "Valid to",
    what: "Hui-Min Chua's SnowPro Core runs out on 17 April; the warehouse asks for it until 29 May",
  },
  {
    table: "Demand",
    row: 77,
    column: "Hours a week",
    what: "text instead of hours",
    put: { Engagement: MIGRATION, Skill: "Python", From: day(2, 2), To: day(2, 27), "Hours a week": "abc" },
  },
  {
    table: "Allocations",
    row: 150,
    column: "Person",
    what: "Samuel Ferreira with one letter missing",
    put: booked("Samuel Fereira", MIGRATION, "AWS", day(2, 2), day(2, 27), 1),
  },
  {
    table: "Allocations",
    row: 612,
    column: "To",
    what: "the end is before the start",
    put: booked("Hui-Min Chua", WAREHOUSE, "Snowflake", day(3, 20), day(3, 9), 2),
  },
  {
    table: "Allocations",
    row: 907,
    column: "Hours a day",
    what: "text instead of hours: 8h?",
    put: booked("Samuel Ferreira", MIGRATION, "AWS", day(3, 9), day(3, 13), "8h?"),
  },
  {
    table: "Allocations",
    row: 1340,
    column: "From",
    what: "an error value instead of a date",
    put: booked("Meera Krishnan", "Veltrona Energy event streaming", "Kubernetes", "#N/A", day(3, 27), 1),
  },
  {
    table: "Allocations",
    row: 1821,
    column: "Engagement",
    what: "an engagement that the Engagements table does not have",
    put: booked("Meera Krishnan", "Marrowby Bank landing zone", "Kubernetes", day(3, 9), day(3, 13), 1),
  },
  {
    table: "Allocations",
    row: 2450,
    column: "Hours a day",
    what: "hours below zero",
    put: booked("__proto__", "Pellandra Travel web shop", ".NET", day(4, 6), day(4, 10), -4),
  },
  {
    table: "Allocations",
    row: 3033,
    column: "Hours a day",
    what: "more hours than a day has",
    put: booked("Samuel Ferreira", MIGRATION, "AWS", day(4, 6), day(4, 10), 30),
  },
  {
    table: "Allocations",
    row: 3500,
    column: "From",
    what: "Nathan Okonjo is booked in May, but left on 31 March",
    put: booked("Nathan Okonjo", "Tamarlin Foods service desk", "Windows", day(5, 4), day(5, 29), 4),
  },
  {
    table: "Leave",
    row: 212,
    column: "From",
    what: "a day that the calendar does not have",
    put: { Person: "Meera Krishnan", From: "2026-02-30", To: day(3, 3), Kind: "annual" },
  },
  {
    table: "Leave",
    row: 430,
    column: "From",
    what: "leave of Nathan Okonjo in May, who left on 31 March",
    put: { Person: "Nathan Okonjo", From: day(5, 11), To: day(5, 15), Kind: "annual" },
  },
];

/** The plan with every planted row in its place. */
export function withPlanted(plan: DemoPlan): DemoPlan {
  return new Map([...plan].map(([table, cells]) => [table, planted(table, cells)]));
}

function planted(table: string, cells: CellRange): CellRange {
  const rows = [...cells];
  for (const { row, put } of PLANTED.filter((one) => one.table === table)) {
    if (put)
      rows.splice(
        row - 1,
        0,
        rows[0]!.map((heading) => put[String(heading)] ?? null),
      );
  }
  return rows;
}
