import { describe, expect, test } from "vitest";
import { layoutsIn } from "../../core/layouts/index.ts";
import type { Cell, CellRange } from "../../core/plan/cells.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { dayNamed } from "./expected.ts";

const WEEKS = ["2026-01-05", "2026-01-12", "2026-01-19"].map(dayNamed);
const DAYS = [0, 1, 2].map((day) => WEEKS[0]! + day);
const grid = (heads: readonly Cell[], ...rows: readonly (readonly number[])[]): CellRange => [
  ["Hours"],
  ["Person", "Project", ...heads],
  ...rows.map((row, i) => [["Ann", "Bob"][i]!, "Alpha", ...row]),
];

/** "refused", or the hours read and the kinds of what is said. */
function read(cells: CellRange) {
  const found = layoutsIn(cells) ?? [];
  if ("refused" in found) return [/parts of a day/.test(found.refused) ? "refused" : found.refused];
  const booked = found.find(({ table }) => table === "Allocations")!;
  const effort = booked.cells[0]!.indexOf("Total hours");
  const hours = booked.cells.slice(1).reduce<number>((sum, row) => sum + Number(row[effort] ?? 0), 0);
  return [hours, ...booked.problems.map(({ kind, row, column }) => `${kind} ${row} ${column}`)];
}

describe("cells shown as 8:00 or 40:00 hold parts of a day, and are never read as so few hours in silence", () => {
  test.each<[string, CellRange, readonly (string | number)[]]>([
    ["20:00 32:00 40:00", grid(WEEKS, [20 / 24, 32 / 24, 40 / 24], [8 / 24, 16 / 24, 30 / 24]), ["refused"]],
    ["the same, cut to four decimals", grid(WEEKS, [0.8333, 1.3333, 1.6667]), ["refused"]],
    ["one 8:00 alone", grid(WEEKS, [8 / 24]), ["refused"]],
    ["8:00 each day", grid(DAYS, [8 / 24, 7.5 / 24, 8 / 24]), ["refused"]],
    ["12:00 18:00 30:00, which could be quarters", grid(WEEKS, [0.5, 0.75, 1.25]), [2.5, "choose-unit 2 2"]],
    ["hours of a week in quarters", grid(WEEKS, [0.5, 0.75, 4]), [5.25]],
    ["a third of 10 hours", grid(WEEKS, [10 / 3, 10 / 3, 10 / 3]), [10]],
    ["two single hours", grid(WEEKS, [1, 1]), [2]],
  ])("%s", (_, cells, expected) => expect(read(cells)).toEqual(expected));
  test("in a list of bookings", () => {
    const list = (...hours: readonly number[]): CellRange => [
      ["Mitarbeiter", "Projekt", "Von", "Bis", "Std/Woche"],
      ...hours.map((one) => ["Ann", "Alpha", WEEKS[0]!, WEEKS[1]! + 4, one]),
    ];
    expect(read(list(20 / 24, 40 / 24))).toEqual(["refused"]);
    expect(read(list(0.5, 0.75, 1.25)).slice(1)).toEqual(["choose-unit 1 4"]);
    expect(read(list(20, 0.75, 1.25)).slice(1)).toEqual([]);
  });
});

describe("the plan's own hours", () => {
  const own = (heading: string, ...hours: readonly number[]) =>
    readPlan([
      {
        cells: [
          ["Person", "Weekly hours"],
          ["Ann", 40],
        ],
      },
      {
        cells: [
          ["Person", "Engagement", "From", "To", heading],
          ...hours.map((one, i) => ["Ann", "Alpha", DAYS[i]!, DAYS[i]!, one]),
        ],
      },
    ]).problems.flatMap(({ code, at: [place], value }) => (code === "HR-282" ? [`${place?.row} ${value}`] : []));
  test.each<[string, readonly number[], readonly string[]]>([
    ["Hours a day", [8 / 24], ["2 0.3333333333333333"]],
    ["Hours a day", [0.25, 0.5, 0.75], ["2 0.25"]],
    ["Hours a day", [0.5, 8], []],
    ["Hours a day", [0.5], []],
    ["Hours a week", [20 / 24, 40 / 24], ["2 0.8333333333333334"]],
    ["Hours a week", [0.5, 20], []],
    ["Total hours", [20 / 24, 40 / 24], ["2 0.8333333333333334"]],
    ["Total hours", [0.5, 1, 2], []],
  ])("%s %j", (heading, hours, said) => expect(own(heading, ...hours)).toEqual(said));
});

describe("the hours of the other tables", () => {
  const said = (heads: readonly string[], ...rows: readonly (readonly Cell[])[]) =>
    readPlan([
      {
        cells: [
          ["Person", "Weekly hours"],
          ["Ann", 40],
          ["Bob", 40],
        ],
      },
      {
        cells: [
          ["Engagement", "Kind"],
          ["Alpha", "managed service"],
        ],
      },
      { cells: [heads, ...rows] },
    ]).problems.flatMap(({ code, at: [place], why }) =>
      code === "HR-282" ? [`${place?.table} ${place?.row} ${why.split(",")[0]}`] : [],
    );
  const log = (day: number, person: string, hours: Cell) => [DAYS[day]!, person, "Alpha", hours];
  const logged = (...rows: readonly Cell[][]) => said(["Day", "Person", "Engagement", "Hours"], ...rows);
  const eight = 8 / 24;

  test("a timesheet of 8:00, 5:00 and 1:00", () => {
    expect(logged(log(0, "Ann", eight), log(0, "Bob", 5 / 24), log(0, "Bob", 1 / 24))).toEqual([
      "Actuals 2 is read as 20 minutes",
    ]);
    expect(logged(log(0, "Ann", "7:30"), log(1, "Ann", eight))).toEqual(["Actuals 3 is read as 20 minutes"]);
  });

  test("what somebody logs in many short pieces adds up to more than a day of a clock has", () => {
    const pieces = Array.from({ length: 6 }, () => log(0, "Ann", 0.25));
    expect(logged(...pieces)).toEqual([]);
    expect(logged(...pieces.slice(2))).toEqual([]);
    // Three quarters of an hour a day, three days: nobody works so little.
    expect(logged(...[0, 1, 2].map((day) => log(day, "Ann", 0.75)))).toEqual(["Actuals 2 is read as 45 minutes"]);
    expect(logged(log(0, "Ann", 8), log(1, "Ann", eight))).toEqual([]);
  });

  const ticket = (hours: number, i: number) => [DAYS[i]!, "Alpha", "AWS", hours];
  const tickets = (...hours: readonly number[]) =>
    said(["Opened", "Engagement", "Skill", "Hours"], ...hours.map(ticket));
  test("tickets of 0:30, 1:00 and 2:00; of 15, 20 and 30 minutes there are many", () => {
    expect(tickets(0.5 / 24, 1 / 24, 2 / 24)).toEqual(["Tickets 2 is read as 1 minute"]);
    expect(tickets(0.25, 1 / 3, 0.5)).toEqual([]);
    expect(tickets(0.02, 0.05, 0.1)).toEqual([]);
  });

  const asked = (hours: number) => ["Alpha", "AWS", DAYS[0]!, DAYS[0]! + 60, hours];
  test.each<[string, readonly string[], readonly Cell[], readonly string[]]>([
    [
      "Demand",
      ["Engagement", "Skill", "From", "To", "Hours a week"],
      asked(32 / 24),
      ["Demand 2 is read as 80 minutes"],
    ],
    ["Support", ["Queue", "Skill", "From", "To", "Hours a week"], asked(32 / 24), ["Support 2 is read as 80 minutes"]],
    [
      "hours a ticket",
      ["Queue", "Skill", "From", "To", "Tickets a week", "Hours a ticket"],
      [...asked(12), 0.5 / 24],
      ["Support 2 is read as 1 minute"],
    ],
    [
      "Leave",
      ["Person", "From", "To", "Hours a day"],
      ["Ann", DAYS[0]!, DAYS[1]!, 4 / 24],
      ["Leave 2 is read as 10 minutes"],
    ],
    ["People", ["Person", "Weekly hours"], ["Cy", 40 / 24], ["People 2 is read as 100 minutes"]],
    ["Demand in hours", ["Engagement", "Skill", "From", "To", "Hours a week"], asked(32), []],
  ])("%s", (_, heads, row, expected) => expect(said(heads, row)).toEqual(expected));
});
