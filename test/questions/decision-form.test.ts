import { describe, expect, test } from "vitest";
import { smallDemo } from "../../core/demo/small.ts";
import { run } from "../../core/host.ts";
import { ask, type ReplyOf } from "../../core/questions/index.ts";
import { type MemoryBook, memoryBook, memoryHost, put } from "../support/memory-host.ts";

const demoBook = () => memoryBook(Object.fromEntries(smallDemo()));
const form = (book: MemoryBook) => run(ask("decisionForm", {}), memoryHost(book).host) as ReplyOf<"decisionForm">;

const JAN_5 = 46027;
const MAR_29 = 46110;
const JAN_12 = 46034;
const FEB_27 = 46080;

describe("what a decision's form offers", () => {
  test("the demo's names, the days of its engagements, its horizon and its full-time week", () => {
    const { people, engagements, skills, from, to, fullTimeWeek, undo } = form(demoBook());
    expect(people).toHaveLength(12);
    expect(people[0]).toEqual({ name: "Maya Ellison", about: "Senior cloud engineer, Platform" });
    expect(engagements.map(({ name }) => name)).toEqual([
      "Harborline desk",
      "Meridian cloud care",
      "Tidewater migration",
      "Cobalt platform",
      "Juniper data hub",
      "Internal tooling",
    ]);
    expect(engagements[0]).toEqual({ name: "Harborline desk", about: "Harborline Retail, confirmed" });
    expect(skills).toContain("Kubernetes");
    expect({ from, to, fullTimeWeek, undo }).toEqual({ from: JAN_5, to: MAR_29, fullTimeWeek: 40 * 60, undo: null });
  });

  test("the biggest managed service comes first; one that is over is left out", () => {
    const book = demoBook();
    expect(form(book).managed).toEqual(["Harborline desk", "Meridian cloud care"]);
    put(book, "Engagements", 1, 3, "done");
    expect(form(book).managed).toEqual(["Meridian cloud care"]);
  });

  test("only what falls into the horizon makes a managed service big", () => {
    const book = memoryBook({
      Settings: [
        ["Setting", "Value"],
        ["Horizon from", JAN_5],
        ["Horizon weeks", 4],
      ],
      Engagements: [
        ["Engagement", "Kind"],
        ["Short", "managed service"],
        ["Long", "managed service"],
        ["Later", "managed service"],
      ],
      Demand: [
        ["Engagement", "Skill", "From", "To", "Hours a week"],
        ["Short", "AWS", JAN_5, JAN_5 + 6, 30],
        ["Long", "AWS", JAN_5, null, 10],
        ["Later", "AWS", JAN_5 + 28, null, 100],
      ],
    });
    expect(form(book).managed).toEqual(["Long", "Short", "Later"]);
  });

  test("without Settings the horizon begins in the week of the first work", () => {
    const book = memoryBook({
      Allocations: [
        ["Person", "Engagement", "From", "To", "Hours a week"],
        ["Ada", "Billing", JAN_12 + 2, FEB_27, 20],
      ],
    });
    expect(form(book).from).toBe(JAN_12);
  });

  test("names of scenarios that stand in the workbook", () => {
    const book = memoryBook({
      ...Object.fromEntries(smallDemo()),
      Scenarios: [
        ["Scenario", "Change", "Person", "From"],
        ["Maya leaves", "leaver", "Maya Ellison", JAN_12],
        ["Ben leaves", "leaver", "Ben Carver", JAN_12],
        ["maya leaves", "leaver", "Asha Patil", JAN_12],
      ],
    });
    expect(form(book).scenarios).toEqual(["Maya leaves", "Ben leaves"]);
  });

  test("the row in which the planner stands is offered", () => {
    const book = demoBook();
    book.selected = { sheet: "People", at: { row: 2, column: 1, rows: 1, columns: 1 } };
    expect(form(book).selected).toMatchObject({ where: "row 3 of People", person: "Ben Carver", engagement: "" });
  });

  test("an empty workbook offers nothing, and days that a date field can show", () => {
    const { people, engagements, managed, from, to } = form(memoryBook({ Sheet1: [] }));
    expect({ people, engagements, managed }).toEqual({ people: [], engagements: [], managed: [] });
    expect(from).toBeGreaterThan(40_000);
    expect(to).toBeGreaterThan(from);
  });
});
