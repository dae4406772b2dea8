import { expect, test } from "vitest";
import type { Cell } from "../../core/plan/cells.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { day } from "../support/plan.ts";

/** Ann works eight hours from Monday to Friday; Wednesday, 14 January 2026, is a holiday. */
const PEOPLE = [
  ["Person", "Weekly hours", "Location"],
  ["Ann", 40, "Brno"],
];
const HOLIDAYS = [
  ["Location", "Day"],
  ["Brno", day("2026-01-14")],
];

/** Minutes a day of one row of leave, -1 for whole days, and the codes of what is said of it. */
function leave(heading: string, cell: Cell, from = "2026-01-05", to = from, kind = "Vacation") {
  const cells = [
    ["Person", "From", "To", "Kind", heading],
    ["Ann", day(from), day(to), kind, cell],
  ];
  const plan = readPlan([{ cells: PEOPLE }, { cells: HOLIDAYS }, { cells }]);
  return [...plan.leave.minutes, ...plan.problems.map(({ code, value }) => `${code} ${value}`)];
}

test.each<[string, Cell, readonly (number | string)[]]>([
  ["Hours", 2, [120]],
  ["Total hours", "1,5", [90]],
  ["Stunden", "2:30", [150]],
  ["Hours", 8, [-1]],
  ["Hours", null, [-1]],
  ["Hours", "a bit", [-1, "HR-318 a bit"]],
  // Two hours as a time of the clock.
  ["Hours", 2 / 24, [-1, `HR-318 ${2 / 24}`]],
  ["Days", 0.5, [240]],
  ["Tage", "0,25", [120]],
  ["Days", 1, [-1]],
  ["Days", 3, [-1, "HR-318 3"]],
  ["Duration", "2 h", [120]],
  ["Duration", "0.5 d", [240]],
  ["Duration", 8, [-1, "HR-318 8"]],
  ["Half day", "AM", [240]],
  ["Half day", "No", [-1]],
  ["Half day", "Yes", [240]],
  ["AM/PM", "sometimes", [-1, "HR-318 sometimes"]],
  ["Start time", "14:00", [-1, "HR-318 14:00"]],
])("one day with %s %s", (heading, cell, expected) => {
  expect(leave(heading, cell)).toEqual(expected);
});

// Monday to Friday: five working days. Monday to Friday a week later: four, since one is a holiday.
test.each<[string, Cell, string, string, readonly (number | string)[]]>([
  ["Hours", 40, "2026-01-05", "2026-01-09", [-1]],
  ["Hours", 10, "2026-01-05", "2026-01-09", [120, "HR-318 10"]],
  ["Hours", 8, "2026-01-05", "2026-01-09", [-1, "HR-318 8"]],
  ["Hours", 10, "2026-01-12", "2026-01-16", [150, "HR-318 10"]],
  ["Hours", 7.1, "2026-01-12", "2026-01-16", [-1, "HR-318 7.1"]],
  ["Days", 5, "2026-01-05", "2026-01-09", [-1]],
  ["Days", 7, "2026-01-05", "2026-01-11", [-1]],
  ["Days", 4, "2026-01-12", "2026-01-16", [-1]],
  ["Days", 4, "2026-01-05", "2026-01-09", [-1, "HR-318 4"]],
  ["Days", 4.5, "2026-01-05", "2026-01-09", [432, "HR-318 4.5"]],
  ["Days", 2.5, "2026-01-05", "2026-01-09", [-1, "HR-318 2.5"]],
  ["Half day", "PM", "2026-01-05", "2026-01-06", [-1, "HR-318 PM"]],
])("several days with %s %s", (heading, cell, from, to, expected) => {
  expect(leave(heading, cell, from, to)).toEqual(expected);
});

test("half a day as the kind of leave, and two columns that disagree", () => {
  expect(leave("Note", null, "2026-01-05", "2026-01-05", "Vacation, half day")).toEqual([240]);
  const cells = [
    ["Person", "From", "To", "Kind", "Hours", "Half day"],
    ["Ann", day("2026-01-05"), day("2026-01-05"), "Vacation", 4, "AM"],
    ["Ann", day("2026-01-06"), day("2026-01-06"), "Vacation", 8, "AM"],
  ];
  const plan = readPlan([{ cells: PEOPLE }, { cells }]);
  expect([...plan.leave.minutes]).toEqual([240, -1]);
  expect(plan.problems.map(({ code, at }) => [code, at[0]!.row, at[0]!.column])).toEqual([["HR-318", 3, "Half day"]]);
});
