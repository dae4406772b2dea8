import { describe, expect, test } from "vitest";
import type { Book } from "../../core/host.ts";
import { locate, sourcesIn } from "../../core/plan/locate.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { iso, rangeIn, sentences } from "../support/plan.ts";
import { workbook } from "../support/xlsx-cells.ts";

const book: Book = [
  { name: "Notes", cells: rangeIn("Dear all|\n|\nPlease fill in.|") },
  {
    name: "Staff",
    cells: rangeIn(`
      Our people |    |              |   |          |            |
      | Person | Weekly hours | | Location | Day        | Name
      | Ana    | 40           | | Pune     | 2026-01-26 | Republic Day
      | Ben    | abc          | | Pune     | 2026-01-01 | New Year
      |        |              | |          |            |
      | Cleo   | 30           | |          |            |
      |        |              | |          |            |
      | Person | Engagement | Hours a day | | |
      | Ana    | Portal     | 8           | | |
      |        |            |             | | |
    `),
  },
  { name: "Away", cells: rangeIn("Person | From       | To\nAna    | 2026-01-05 | 2026-01-09") },
];

test("every block under known headings is a table, with its place; other sheets are none", () => {
  const found = locate(book).map(({ sheet, table, row, column, columns, lastRow, cells }) => ({
    at: `${sheet} ${table.name} ${row},${column} to row ${lastRow}`,
    columns: Object.fromEntries(columns),
    size: [cells.length, cells[0]!.length],
  }));
  expect(found).toEqual([
    { at: "Staff People 1,1 to row 5", columns: { person: 1, weeklyHours: 2 }, size: [5, 2] },
    { at: "Staff Holidays 1,4 to row 3", columns: { location: 4, day: 5, name: 6 }, size: [3, 3] },
    { at: "Staff Allocations 7,1 to row 8", columns: { person: 1, engagement: 2, hoursADay: 3 }, size: [2, 3] },
    { at: "Away Leave 0,0 to row 1", columns: { person: 0, from: 1, to: 2 }, size: [2, 3] },
  ]);
});

test("the plan read from them names the workbook's cells", () => {
  const plan = readPlan(sourcesIn(book));
  expect(plan.people.map(({ name }) => name)).toEqual(["Ana", "Cleo"]);
  expect(sentences(plan)).toEqual([
    'HR-101 Staff!C4: "abc" is not a number of hours a week. Maybe type a number, or leave the cell empty.',
    'HR-127 Staff!E3: "Pune" is a location where nobody is, so its holidays count for nothing (2 rows). Maybe fill Location in People.',
  ]);
});

test("a repeated heading row is a row of its table, not a second table", () => {
  const cells = rangeIn("Person | Weekly hours\nAna | 40\nPerson | Weekly hours\nBen | 40");
  expect(locate([{ name: "People", cells }])).toHaveLength(1);
});

describe("a workbook of a team's own sheets", () => {
  const bookOf = (file: string): Book => [...workbook(file)].map(([name, cells]) => ({ name, cells }));

  const tablesSheet = (feeds: string, columns: readonly (readonly [heading: string, means: string])[]) => ({
    name: "Tables",
    cells: [
      ["Team table", "Found on", "Feeds", "Use", "Column heading", "Means"],
      ...columns.map(([heading, means]) => ["Plan_of_ours", "Elsewhere", feeds, "Yes", heading, means]),
    ],
  });

  test("is read together: assignments take their days from the sheet of deliverables", () => {
    const accepted = tablesSheet("Allocations", [
      ["Deliverable", "Deliverable"],
      ["Person", "Person"],
      ["Alloc", "Share"],
      ["Name of deliverable", "Check"],
    ]);
    const book = bookOf("16-join-and-empty-rows.xlsx");
    expect(sourcesIn(book).map(({ sheet }) => sheet)).toEqual(["Team", "Deliverables"]);
    const sources = sourcesIn([...book, accepted]);
    expect(sources.map(({ sheet }) => sheet)).toEqual(["Team", "Deliverables", "Assignments", "Tables"]);
    const { people, allocations, problems } = readPlan(sources);
    expect(people.map(({ name }) => name)).toEqual(["Ana Beltrán", "Ben Oyelaran", "Cy Marsh"]);
    expect(Array.from(allocations.from, iso)).toEqual([
      "2026-01-12",
      "2026-01-12",
      "2026-02-16",
      "2026-03-16",
      "2026-03-16",
    ]);
    expect(problems.map(({ at }) => at[0]?.a1)).toContain("A6");
  });

  test("leaves out sheets of hours worked, and of prose", () => {
    const accepted = tablesSheet("Allocations", [
      ["Namn", "Person"],
      ["Roll", "Role"],
      ["Projekt", "Engagement"],
      ["Status", "Status"],
    ]);
    const sources = sourcesIn([...bookOf("10-bemanning.xlsx"), accepted]);
    expect(sources.map(({ sheet }) => sheet)).toEqual(["Beläggning", "Tables"]);
    expect(readPlan(sources).leave.length).toBe(0);
  });
});
