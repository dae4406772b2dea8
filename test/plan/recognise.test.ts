import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { meaningsOf, plainHeading, spellingsOf } from "../../core/plan/headings.ts";
import { headerAt, headerOf } from "../../core/plan/recognise.ts";
import type { Table } from "../../core/plan/table.ts";
import { TABLES } from "../../core/plan/tables.ts";
import { rangeIn } from "../support/plan.ts";

const headingsOf = (table: Table) => Object.values(table.columns).map(({ heading }) => heading);
const requiredOf = (table: Table) => {
  const effort = table.effort[0] ?? [];
  const keys = Object.keys(table.columns).filter((key) => table.columns[key]!.required);
  return [...keys, ...table.oneOf.slice(0, 1), ...effort].map((key) => table.columns[key]!.heading);
};
const tableOf = (...headings: string[]) => headerAt(headings, 0)?.table.name;
const keyOf = (heading: string, table: string) =>
  meaningsOf(heading).find((meaning) => meaning.table.name === table)?.key ?? null;

describe("a table is told by its headings", () => {
  test.each(TABLES)("$name by all of its headings", (table) => {
    const header = headerAt(headingsOf(table), 0)!;
    expect(header.table).toBe(table);
    expect([...header.columns.keys()].sort()).toEqual(Object.keys(table.columns).sort());
    expect(header.missing).toEqual([]);
  });

  test.each(TABLES)("$name by those that it must have, when there are two", (table) => {
    const headings = requiredOf(table);
    if (headings.length < 2) return;
    expect(headerAt(headings, 0)!.table.name).toBe(table.name);
  });

  const pairs = TABLES.flatMap((one) => TABLES.filter((other) => other !== one).map((other) => [one, other] as const));
  test.each(pairs.map(([one, other]) => [one.name, other.name, one, other] as const))(
    "%s explains more of its own headings than %s does, less what is missing",
    (_, __, one, other) => {
      const own = headerAt(headingsOf(one), 0)!.points;
      const theirs = Object.keys(other.columns).filter((key) =>
        headingsOf(one).some((heading) => keyOf(heading, other.name) === key),
      );
      const lacks = Object.keys(other.columns).filter((key) => other.columns[key]!.required && !theirs.includes(key));
      const lacksAny = other.oneOf.length > 0 && !other.oneOf.some((key) => theirs.includes(key)) ? 1 : 0;
      expect(own).toBeGreaterThan(theirs.length - lacks.length - lacksAny);
    },
  );

  test("People without weekly hours is still People, and says what is missing", () => {
    const header = headerAt(["Person", "Team", "Skills", "From", "To"], 0)!;
    expect(header.table.name).toBe("People");
    expect(header.missing).toEqual([["weeklyHours", "fte"]]);
  });

  test("Support with tickets but without hours a ticket says that it lacks those", () => {
    const header = headerAt(["Queue", "Skill", "Tickets a week"], 0)!;
    expect(header.table.name).toBe("Support");
    expect(header.missing).toEqual([["hoursAWeek", "hoursATicket"]]);
  });

  test("the words of other tools are known", () => {
    expect(tableOf("Consultant", "Contract hours (per week)")).toBe("People");
    expect(tableOf("Name", "Project", "Start date", "End date", "Hours per day")).toBe("Allocations");
    expect(tableOf("Employee", "Start", "End", "Leave type")).toBe("Leave");
    expect(tableOf("Country", "Date", "Holiday")).toBe("Holidays");
    expect(tableOf("Resource", "Job title", "Contract hours")).toBe("People");
    expect(tableOf("Project", "Customer", "Stage", "Probability")).toBe("Engagements");
    expect(tableOf("Queue", "Tickets per week", "Hours per ticket")).toBe("Support");
  });

  test("between Demand and Support, which may have the same headings, the sheet's name or a title decides", () => {
    const cells = [["Engagement", "Skill", "Hours a week"]];
    expect(headerOf(cells)?.table.name).toBe("Demand");
    expect(headerOf(cells, "Support 2026")?.table.name).toBe("Support");
    expect(headerOf([["Support"], ...cells])?.table.name).toBe("Support");
  });

  test("Holidays may lack the location only where something names them: a day and a name alone say too little", () => {
    const missing = (cells: (readonly string[])[], sheet?: string) => headerOf(cells, sheet)?.missing;
    expect(missing([["Date", "Holiday"]])).toEqual([]);
    expect(missing([["Day", "Name"]], "Public holidays")).toEqual([]);
    expect(missing([["Public holidays 2026"], ["Day", "Name"]])).toEqual([]);
    expect(missing([["Date", "Description"]])).not.toEqual([]);
    expect(missing([["Date", "Description"]], "Change log")).not.toEqual([]);
  });

  test("title rows above it and blank columns before it do not matter", () => {
    const header = headerOf(
      rangeIn(`
        Plan of the cloud team ||||
        |||
        | | Person | Weekly hours | Birthday
        | | Ana    | 40           | 46027
      `),
    )!;
    expect([header.table.name, header.row, [...header.columns]]).toEqual([
      "People",
      2,
      [
        ["person", 2],
        ["weeklyHours", 3],
      ],
    ]);
  });

  test("one known heading alone is no table", () => {
    expect(headerAt(["Person", "Shoe size"], 0)).toBeNull();
    expect(headerAt(["Fruit", "Colour"], 0)).toBeNull();
  });
});

describe("a heading", () => {
  test("means the same however it is written", () => {
    const same = [
      "Hours a day",
      "hours per day",
      "Hours/day",
      "hoursPerDay",
      "HOURS A DAY",
      "h / day",
      "hrs per d",
      "Ｈours a day",
    ];
    for (const heading of same) expect(keyOf(heading, "Allocations"), heading).toBe("hoursADay");
  });

  test.each([
    ["Hours per week", "hoursAWeek"],
    ["Hours (week)", "hoursAWeek"],
    ["Weekly hours (h)", "hoursAWeek"],
    ["FTE %", "fte"],
    ["Allocation (%)", "share"],
    ["Share %", "share"],
    ["Total hours (h)", "totalHours"],
    ["Days per week", null],
    ["Minutes per day", null],
    ["Hours", null],
    ["Hours per month", null],
    ["Hours a day (month)", null],
  ])("%s of Allocations is %s", (heading, key) => expect(keyOf(heading, "Allocations")).toBe(key));

  test("has remarks in brackets left out, but for units", () => {
    expect(keyOf("Person (as in payroll)", "People")).toBe("person");
    expect(keyOf("Team (optional)", "People")).toBe("team");
  });

  test("means one column of a table at most", () => {
    for (const table of TABLES) {
      const all = Object.values(table.columns).flatMap((column) => [...spellingsOf(column)]);
      expect(
        all.filter((spelling, i) => all.indexOf(spelling) !== i),
        table.name,
      ).toEqual([]);
    }
  });

  test("any text has a plain form, and only one", () => {
    fc.assert(fc.property(fc.string(), (text) => plainHeading(plainHeading(text)) === plainHeading(text)));
  });
});

test("no heading or synonym of ours begins with a digit, which is why hours and days as text are not looked up", () => {
  const all = TABLES.flatMap((table) => Object.values(table.columns).flatMap((column) => [...spellingsOf(column)]));
  expect(all.filter((spelling) => /^\d/.test(spelling))).toEqual([]);
  expect(meaningsOf("24x5; 16")).toEqual([]);
});
