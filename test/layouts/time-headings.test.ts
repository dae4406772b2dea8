import { describe, expect, test } from "vitest";
import type { Cell, CellRange } from "../../core/plan/cells.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { PlanError } from "../../core/problems.ts";
import { dayNamed } from "./expected.ts";

const PEOPLE: CellRange = [
  ["Person", "Weekly hours"],
  ["Ann", 40],
];
const day = (number: number) => new Date((number - 25_569) * 864e5).toISOString().slice(2, 10);

/** `first-day last-day hours` of what Ann is booked with: 1 hour in the first column, 2 in the second and so on. */
function read(above: CellRange, headings: readonly Cell[], sheet?: string): readonly string[] {
  const cells = [...above, ["Person", "Project", ...headings], ["Ann", "Alpha", ...headings.map((_, i) => i + 1)]];
  const { allocations } = readPlan([{ cells: PEOPLE }, sheet === undefined ? { cells } : { cells, sheet }]);
  return Array.from({ length: allocations.length }, (_, i) =>
    [day(allocations.from[i]!), day(allocations.to[i]!), allocations.amount[i]! / 60].join(" "),
  );
}
const refusal = (above: CellRange, headings: readonly Cell[]): string => {
  try {
    const cells = [...above, ["Person", "Project", ...headings], ["Ann", "Alpha", ...headings.map(() => 1)]];
    const { problems } = readPlan([{ cells: PEOPLE }, { cells }]);
    return problems.map(({ why }) => why).join();
  } catch (thrown) {
    if (!(thrown instanceof PlanError)) throw thrown;
    return thrown.problems.map(({ why }) => why).join();
  }
};
const WEEKS = ["26-01-05 26-01-11 1", "26-01-12 26-01-18 2", "26-01-19 26-01-25 3"];
const SUNDAYS = ["2026-01-11", "2026-01-18", "2026-01-25"].map(dayNamed);
const FRIDAYS = ["2026-01-09", "2026-01-16", "2026-01-23"].map(dayNamed);

describe("weeks headed by their last day", () => {
  test.each([
    "Week ending",
    "w/e",
    "Woche bis",
    "Semaine se terminant le",
    "Semana que termina",
    "Vecka som slutar",
    "Uge der slutter",
    "Týden končící",
  ])("under the title %s", (title) => {
    expect(read([["Hours"], [title]], SUNDAYS)).toEqual(WEEKS);
  });
  test("on a Friday, are the seven days up to it", () => {
    expect(read([["Hours, week ending"]], FRIDAYS)).toEqual([
      "26-01-03 26-01-09 1",
      "26-01-10 26-01-16 2",
      "26-01-17 26-01-23 3",
    ]);
  });
  test.each([
    ["Hours", ["W/E 11 Jan 2026", "W/E 18 Jan 2026", "W/E 25 Jan 2026"]],
    ["Stunden", ["Woche bis 11.01.2026", "Woche bis 18.01.2026", "Woche bis 25.01.2026"]],
  ])("in each heading", (title, headings) => {
    expect(read([[title]], headings)).toEqual(WEEKS);
  });
  test("Sundays of which nothing says what they are, are refused", () => {
    expect(refusal([["Hours"]], SUNDAYS)).toContain("nothing says whether weeks start or end there");
  });
});

describe("days of a month", () => {
  const DAYS = [5, 6, 7, 8, 9, 12];
  const dated = ["05", "06", "07", "08", "09", "12"].map((date, i) => `26-01-${date} 26-01-${date} ${i + 1}`);
  test("named by the title", () => expect(read([["Hours January 2026"]], DAYS)).toEqual(dated));
  test("named by the sheet", () => expect(read([["Hours"]], DAYS, "Jan 2026")).toEqual(dated));
  test("named by the title, below the weekdays", () => {
    const weekdays = [null, null, "Mo", "Tu", "We", "Th", "Fr", "Mo"];
    expect(read([["Hours January 2026"], weekdays], DAYS)).toEqual(dated);
  });
  test("named by months above them", () => {
    const months = [null, null, "January", null, null, null, null, "February"];
    expect(read([["Hours 2026"], months], [26, 27, 28, 29, 30, 2])).toEqual([
      ...["26", "27", "28", "29", "30"].map((date, i) => `26-01-${date} 26-01-${date} ${i + 1}`),
      "26-02-02 26-02-02 6",
    ]);
  });
  test("that nothing names are refused", () => {
    expect(refusal([["Hours"]], DAYS)).toContain("days of a month, and nothing says of which");
  });
});

describe("weeks headed by their first and last day", () => {
  const TO_FRIDAY = ["26-01-05 26-01-09 1", "26-01-12 26-01-16 2", "26-01-19 26-01-23 3"];
  test.each([
    ["Hours", ["5-9 Jan 2026", "12-16 Jan 2026", "19-23 Jan 2026"]],
    ["Hours 2026", ["5 – 9 Jan", "12 – 16 Jan", "19 – 23 Jan"]],
    ["Hours 2026", ["Jan 5-9", "Jan 12-16", "Jan 19-23"]],
    ["Stunden", ["05.01.-09.01.2026", "12.01.-16.01.2026", "19.01.-23.01.2026"]],
    ["Stunden", ["5. bis 9. Januar 2026", "12. bis 16. Januar 2026", "19. bis 23. Januar 2026"]],
  ])("%s: %s", (title, headings) => {
    expect(read([[title]], headings)).toEqual(TO_FRIDAY);
  });
  test("over a new year", () => {
    expect(read([["Hours"]], ["29 Dec - 2 Jan 2026", "5-9 Jan 2026"])).toEqual([
      "25-12-29 26-01-02 1",
      "26-01-05 26-01-09 2",
    ]);
  });
  test("that overlap are refused", () => {
    expect(refusal([["Hours"]], ["5-9 Jan 2026", "8-12 Jan 2026"])).toContain("do not follow each other");
  });
});

describe("two columns of time, or one", () => {
  test.each<[string, string, readonly Cell[], readonly string[]]>([
    ["months", "Hours 2026", ["Jan", "Feb"], ["26-01-01 26-01-31 1", "26-02-01 26-02-28 2"]],
    [
      "months as days",
      "Hours",
      ["2026-01-01", "2026-02-01"].map(dayNamed),
      ["26-01-01 26-01-31 1", "26-02-01 26-02-28 2"],
    ],
    ["months with short years", "Hours", ["Jan '26", "Feb '26"], ["26-01-01 26-01-31 1", "26-02-01 26-02-28 2"]],
    ["weeks", "Hours", ["2026-01-05", "2026-01-12"].map(dayNamed), WEEKS.slice(0, 2)],
    ["one month", "Hours", ["Jan 2026"], ["26-01-01 26-01-31 1"]],
    ["one week", "Hours 2026", ["W2"], ["26-01-05 26-01-11 1"]],
  ])("%s", (_, title, headings, expected) => {
    expect(read([[title]], headings)).toEqual(expected);
  });
  test("one date says no length, and the refusal says so", () => {
    expect(refusal([["Hours"]], [dayNamed("2026-01-05")])).toContain("whether it is a day, a week or a month");
  });
});

describe("days without a year, under a title with one", () => {
  test.each([
    ["day first", ["05/01", "12/01", "19/01"]],
    ["month first", ["1/5", "1/12", "1/19"]],
  ])("%s, as only that makes weeks", (_, headings) => {
    expect(read([["Hours 2026"]], headings)).toEqual(WEEKS);
  });
});
