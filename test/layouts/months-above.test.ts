import { describe, expect, test } from "vitest";
import { isRefused, layoutsIn } from "../../core/layouts/index.ts";
import type { Cell, CellRange } from "../../core/plan/cells.ts";
import { addressAt } from "../support/xlsx-cells.ts";
import { dayNamed, foundRows } from "./expected.ts";

/** The first day and amount of every allocation, and what is said; or why nothing is read. */
function read(cells: CellRange) {
  const found = layoutsIn(cells);
  if (found === null || isRefused(found)) return found?.refused ?? "not known";
  const rows = found.flatMap((table) =>
    foundRows(table).map(({ from, to, minutes, fte }) => [from, to, minutes ?? fte]),
  );
  const told = found.flatMap(({ problems }) =>
    problems.map(({ row, column, kind }) => `${addressAt(row, column)} ${kind}`),
  );
  return { rows, told };
}

const WEEKS = [
  ["2026-01-05", "2026-01-11", 300],
  ["2026-01-12", "2026-01-18", 360],
  ["2026-01-19", "2026-01-25", 420],
  ["2026-01-26", "2026-02-01", 480],
  ["2026-02-02", "2026-02-08", 540],
  ["2026-02-09", "2026-02-15", 600],
];
const amounts = ["Ann", "Alpha", 5, 6, 7, 8, 9, 10];

describe("the Mondays' day numbers below merged months", () => {
  test.each<[string, string, readonly Cell[], readonly Cell[], readonly string[]]>([
    ["with their years", "Hours per week", ["January 2026", "", "", "", "February 2026"], [5, 12, 19, 26, 2, 9], []],
    [
      "as texts",
      "Hours per week",
      ["January 2026", "", "", "", "February 2026"],
      ["5", "12", "19", "26", "2", "9"],
      [],
    ],
    [
      "that are first days of months",
      "Hours per week",
      [dayNamed("2026-01-01"), "", "", "", dayNamed("2026-02-01")],
      [5, 12, 19, 26, 2, 9],
      [],
    ],
    [
      "of a year that a title says",
      "Hours per week 2026",
      ["Jan", "", "", "", "Feb"],
      [5, 12, 19, 26, 2, 9],
      ["C3 year-missing"],
    ],
  ])("%s", (_, title, months, days, told) => {
    const cells = [[title], ["", "", ...months], ["Person", "Project", ...days], amounts];
    expect(read(cells)).toEqual({ rows: WEEKS, told });
  });
  test("that are no week apart in these months are refused", () => {
    const cells = [
      ["Hours per week"],
      ["", "", "January 2026", "", "", "", "February 2026"],
      ["Person", "Project", 5, 12, 19, 26, 3, 10],
      amounts,
    ];
    expect(read(cells)).toMatch(/no order that is one day, week or month apart/);
  });
  test("are amounts where no month stands above", () => {
    expect(read([["Hours per week 2026"], ["Person", "Project", 5, 12, 19, 26, 2, 9], amounts])).toBe("not known");
  });
});

describe("quarters with their year above months", () => {
  const under = (...quarters: readonly Cell[]): CellRange => [
    ["FTE"],
    ["", "", ...quarters],
    ["Person", "Project", "Jan", "Feb", "Mar", "Apr"],
    ["Ann", "Alpha", 0.1, 0.2, 0.3, 0.4],
  ];
  test("give them the year", () => {
    expect(read(under("Q1 2026", "", "", "Q2 2026"))).toEqual({
      rows: [
        ["2026-01-01", "2026-01-31", 100000],
        ["2026-02-01", "2026-02-28", 200000],
        ["2026-03-01", "2026-03-31", 300000],
        ["2026-04-01", "2026-04-30", 400000],
      ],
      told: [],
    });
  });
  test("of a business year that starts in another month do not", () => {
    expect(read(under("Q4 2026", "", "", "Q1 2027"))).toMatch(/no year/);
  });
});
