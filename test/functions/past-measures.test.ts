import { expect, test } from "vitest";
import { day, rangesIn } from "../support/plan.ts";
import { ask } from "./ask.ts";

/** Six loaded weeks of Ana, 40 hours each: 35, 35, 39, 39, 39 and 45 hours, then none. Ben has 20 hours and is planned for 10. */
const FIRM = rangesIn(`
  Person | Team  | Weekly hours
  Ana    | Cloud | 40
  Ben    | Data  | 20

  Engagement | Kind
  Portal     | time and materials

  Person | Engagement | From       | To         | Hours a day
  Ana    | Portal     | 2026-01-05 | 2026-01-16 | 7
  Ana    | Portal     | 2026-01-19 | 2026-02-06 | 7.8
  Ana    | Portal     | 2026-02-09 | 2026-02-13 | 9
  Ben    | Portal     | 2026-01-05 | 2026-02-20 | 2
`);
const overload = (measure: string, from = "2026-01-05", to = "2026-02-22") =>
  ask("OVERLOAD", day(from), day(to), "", "", `measure=${measure}`, ...FIRM);

test("OVERLOAD in weeks: two red, three to watch, six in a row", () => {
  // 87.5 % twice: to watch from the second on. 97.5 % three times: red in the third. Then 112.5 %: red.
  expect([overload("red"), overload("watch"), overload("run")]).toEqual([2, 3, 6]);
  expect(overload("hours")).toBe(5);
});

test("a week counts where its Monday lies, and a run from its first week, which may lie before", () => {
  expect(["red", "watch", "run"].map((measure) => overload(measure, "2026-02-03", "2026-02-22"))).toEqual([1, 0, 6]);
  expect(["red", "watch", "run"].map((measure) => overload(measure, "2026-02-16", "2026-02-22"))).toEqual([0, 0, 0]);
});

/** Two years without a pause, of which two days are logged. */
const LONG = rangesIn(`
  Person | Weekly hours
  Ana    | 40

  Engagement | Kind
  Portal     | time and materials

  Person | Engagement | From       | To         | Hours a day
  Ana    | Portal     | 2024-01-01 | 2026-01-04 | 8

  Day        | Person | Engagement | Hours
  2024-01-01 | Ana    | Portal     | 8
  2024-01-08 | Ana    | Portal     | 8
`);

test("the length of a run does not depend on the day from which one asks: 105 weeks up to that of 29 December 2025", () => {
  const run = (from: string) => ask("OVERLOAD", day(from), day("2026-01-04"), "", "", "measure=run", ...LONG);
  for (const from of ["2023-12-04", "2024-01-01", "2024-01-03", "2024-06-03", "2025-06-30", "2025-12-29"])
    expect([from, run(from)]).toEqual([from, 105]);
});

test("weeks by person and month; the longest run of a month is that of its last week", () => {
  const asked = (measure: string) =>
    ask("OVERLOAD", day("2026-01-05"), day("2026-02-22"), "person", "month", `measure=${measure}`, ...FIRM);
  const [, ...red] = asked("red") as readonly (readonly unknown[])[];
  const [, ...run] = asked("run") as readonly (readonly unknown[])[];
  expect(red).toEqual([
    ["Ana", 0, 2],
    ["Ben", 0, 0],
  ]);
  expect(run).toEqual([
    ["Ana", 4, 6],
    ["Ben", 0, 0],
  ]);
});

/** One week with a Friday off: Ana works four hours a day for a client and two on internal work, Ben two for a client. */
const WEEK = rangesIn(`
  Person | Weekly hours | Utilization target
  Ana    | 40           | 80%
  Ben    | 20           | 80%

  Engagement | Kind
  Portal     | time and materials
  Tools      | internal

  Person | Engagement | From       | To         | Hours a day
  Ana    | Portal     | 2026-01-05 | 2026-01-09 | 4
  Ana    | Tools      | 2026-01-05 | 2026-01-09 | 2
  Ben    | Portal     | 2026-01-05 | 2026-01-09 | 2

  Person | From       | To
  Ana    | 2026-01-09 | 2026-01-09
`);

test.each([
  // Billable 16 and 10 hours, over 32 and 20; 40 and 20; 25.6 and 16; 24 and 10; 40 and 40.
  ["effective", "effective hours", 16 / 32, 10 / 20, 26 / 52],
  ["contracted", "contracted hours", 16 / 40, 10 / 20, 26 / 60],
  ["target", "target hours", 16 / 25.6, 10 / 16, 26 / 41.6],
  ["recorded", "recorded hours", 16 / 24, 10 / 10, 26 / 34],
  ["standard", "2,080 hours a year", 16 / 40, 10 / 40, 26 / 80],
])("UTILIZATION of %s hours says so in its heading, and totals divide once", (of, text, ana, ben, both) => {
  const asked = (rows: string) =>
    ask("UTILIZATION", day("2026-01-05"), day("2026-01-11"), rows, "total", `of=${of}`, ...WEEK);
  const [heading, ...people] = asked("person") as readonly (readonly (string | number)[])[];
  expect(heading![0]).toBe(`Person: billable utilization (of ${text})`);
  expect(people.map(([name]) => name)).toEqual(["Ana", "Ben"]);
  expect(people[0]![1]).toBeCloseTo(ana, 9);
  expect(people[1]![1]).toBeCloseTo(ben, 9);
  expect(ask("UTILIZATION", day("2026-01-05"), day("2026-01-11"), "", "", `of=${of}`, ...WEEK)).toBeCloseTo(both, 9);
});

/** The same week half past: Ana logged six billable hours and one internal on Monday, and none on Tuesday. */
const LOGGED = rangesIn(`
  Day        | Person | Engagement | Hours
  2026-01-05 | Ana    | Portal     | 6
  2026-01-05 | Ana    | Tools      | 1
  2026-01-06 | Ana    | Portal     | 0
`);

test("past days count hours logged: 6 and 0 of Monday and Tuesday, 8 planned for the two days after them", () => {
  const ana = (more: string) =>
    ask("UTILIZATION", day("2026-01-05"), day("2026-01-11"), "", "", `person=Ana${more}`, ...WEEK, ...LOGGED);
  expect(ana("")).toBeCloseTo(14 / 32, 9);
  // All work: 7 and 0 logged, twice 6 planned.
  expect(ana("; measure=total")).toBeCloseTo(19 / 32, 9);
  expect(ana("; of=recorded")).toBeCloseTo(14 / 19, 9);
});

/** A week across the end of March: 2, 2, 14, 14 and 14 hours logged of a planned 6 a day. */
const ACROSS = rangesIn(`
  Person | Weekly hours
  Ana    | 40

  Engagement | Kind
  Portal     | time and materials

  Person | Engagement | From       | To         | Hours a day
  Ana    | Portal     | 2026-03-30 | 2026-04-03 | 6

  Engagement | Skill | From       | To         | Hours a week
  Portal     | Java  | 2026-03-30 | 2026-04-05 | 50

  Day        | Person | Engagement | Hours
  2026-03-30 | Ana    | Portal     | 2
  2026-03-31 | Ana    | Portal     | 2
  2026-04-01 | Ana    | Portal     | 14
  2026-04-02 | Ana    | Portal     | 14
  2026-04-03 | Ana    | Portal     | 14
`);

test("a week is judged whole where To cuts it: 46 of 40 hours are red in March", () => {
  const across = (measure: string, to: string) =>
    ask("OVERLOAD", day("2026-03-01"), day(to), "", "", `measure=${measure}`, ...ACROSS);
  for (const to of ["2026-03-31", "2026-04-05"])
    expect(["red", "watch", "run"].map((measure) => across(measure, to))).toEqual([1, 0, 1]);
  expect(ask("OVERLOAD", day("2026-03-01"), day("2026-04-30"), "person", "month", "measure=red", ...ACROSS)).toEqual([
    ["Person", 46082, 46113],
    ["Ana", 1, 0],
  ]);
});

test("hours end on To: nothing beyond capacity in March, 18 in April, and logged hours of April answer for no work of March", () => {
  const hours = (name: string, from: string, to: string) => ask(name, day(from), day(to), "", "", "", ...ACROSS);
  expect(hours("OVERLOAD", "2026-03-01", "2026-03-31")).toBe(0);
  expect(hours("OVERLOAD", "2026-04-01", "2026-04-05")).toBe(18);
  // Two of five days of 50 hours are asked for in March: 20, of which 4 are logged.
  expect(hours("DEMAND", "2026-03-30", "2026-03-31")).toBe(20);
});

/** Cy of team B left the week before, and logged five hours all the same. */
const LEFT = rangesIn(`
  Person | Team | Weekly hours | To
  Ana    | A    | 40           |
  Ben    | A    | 20           |
  Cy     | B    | 40           | 2026-01-16

  Engagement | Kind
  Portal     | time and materials

  Person | Engagement | From       | To         | Hours a day
  Ana    | Portal     | 2026-01-05 | 2026-01-30 | 8

  Day        | Person | Engagement | Hours
  2026-01-19 | Cy     | Portal     | 5
`);

test("UTILIZATION has a row, n/a, for everybody and every team whose hours its total counts", () => {
  const asked = (rows: string, where = "") =>
    ask("UTILIZATION", day("2026-01-19"), day("2026-01-23"), rows, "total", where, ...LEFT);
  // 40 hours of Ana and 5 of Cy, who has none to give, of 60.
  expect(asked("total")).toBe(0.75);
  expect(asked("person")).toEqual([
    ["Person: billable utilization (of effective hours)", day("2026-01-19")],
    ["Ana", 1],
    ["Ben", 0],
    ["Cy", "n/a"],
  ]);
  expect((asked("team") as readonly unknown[]).slice(1)).toEqual([
    ["A", 40 / 60],
    ["B", "n/a"],
  ]);
  expect((asked("person", "person=Cy") as readonly unknown[]).slice(1)).toEqual([["Cy", "n/a"]]);
});
