import { describe, expect, test } from "vitest";
import type { Cell, CellRange } from "../../core/plan/cells.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { severityOf } from "../../core/problems.ts";
import { dayNamed } from "./expected.ts";

const PEOPLE: CellRange = [["Person", "Weekly hours"], ...["Ann", "Bob", "Cid"].map((name) => [name, 40])];
const WEEKS = ["2026-01-05", "2026-01-12", "2026-01-19"].map(dayNamed);
const [MONDAY, FRIDAY] = [dayNamed("2026-01-05"), dayNamed("2026-01-09")];

/** `person work amount` of what is booked, shares of a person's time in millionths, hours in minutes. */
function read(cells: CellRange, sheet?: string) {
  const plan = readPlan([{ cells: PEOPLE }, sheet === undefined ? { cells } : { cells, sheet }]);
  const { length, person, engagement, amount } = plan.allocations;
  const rows = Array.from({ length }, (_, i) =>
    [plan.people[person[i]!]?.name, plan.engagements[engagement[i]!]!.name, amount[i]!].join(" "),
  );
  const problems = plan.problems.filter(({ at }) => at.every(({ table }) => table !== "People"));
  const said = problems.flatMap((one) =>
    one.code === "HR-268"
      ? [`${one.at[0]!.row}${one.at[0]!.column.replace("column ", "")} ${one.value} ${severityOf(one)}`]
      : [],
  );
  return { rows, said };
}

describe("pairs whose amounts count different things are each read in their own unit", () => {
  test.each<[string, readonly Cell[], readonly Cell[], readonly string[]]>([
    [
      "people beside one work",
      ["Project", "Name", "%", "Name", "FTE"],
      ["Alpha", "Ann", 50, "Bob", 0.5],
      // Half of Ann's time; half of a full time of 40 hours is 20 hours a week, 1200 minutes.
      ["Ann Alpha 500000", "Bob Alpha 1200"],
    ],
    [
      "a third pair unlike the other two",
      ["Project", "Name", "%", "Name", "%", "Name", "FTE"],
      ["Alpha", "Ann", 50, "Bob", 20, "Cid", 0.25],
      ["Ann Alpha 500000", "Bob Alpha 200000", "Cid Alpha 600"],
    ],
    [
      "works beside one person",
      ["Person", "Project", "%", "Project", "FTE"],
      ["Ann", "Alpha", 50, "Beta", 0.5],
      ["Ann Alpha 500000", "Ann Beta 1200"],
    ],
    [
      "kinds of work, one of them in hours",
      ["Person", "Client work", "%", "Internal", "%", "Pursuit", "h"],
      ["Ann", "Alpha", 50, "Beta", 20, "Gamma", 10],
      ["Ann Alpha 500000", "Ann Beta 200000", "Ann Gamma 600"],
    ],
  ])("%s", (_, headings, row, rows) => {
    expect(read([headings, row], "Jan 2026")).toEqual({ rows, said: [] });
  });
  test("with days of their own", () => {
    const cells: CellRange = [
      ["Project", "From", "To", "Name", "%", "Name", "FTE"],
      ["Alpha", MONDAY, FRIDAY, "Ann", 50, "Bob", 0.5],
    ];
    expect(read(cells)).toEqual({ rows: ["Ann Alpha 500000", "Bob Alpha 1200"], said: [] });
  });
});

describe("a second column of what another says already is never dropped without a word", () => {
  const dated: readonly Cell[] = ["Alpha", MONDAY, FRIDAY];
  test.each<[string, CellRange, readonly string[]]>([
    [
      "two people",
      [["Hours"], ["Person", "Project", "Person", ...WEEKS], ["Ann", "Alpha", "Bob", 1, 1, 1]],
      ["3C Bob"],
    ],
    [
      "Person and Name",
      [["Hours"], ["Person", "Project", "Name", ...WEEKS], ["Ann", "Alpha", "Bob", 1, 1, 1]],
      ["3C Bob"],
    ],
    [
      "two projects",
      [["Hours"], ["Person", "Project", "Project", ...WEEKS], ["Ann", "Alpha", "Beta", 1, 1, 1]],
      ["3C Beta"],
    ],
    [
      "Name 2",
      [
        ["Name", "Name 2", "Project", "Start", "End", "Hours"],
        ["Ann", "Bob", ...dated, 10],
      ],
      ["2B Bob"],
    ],
    [
      "two hours",
      [
        ["Person", "Project", "From", "To", "Hours", "Hours"],
        ["Ann", ...dated, 10, 20],
      ],
      ["2F 20"],
    ],
  ])("%s", (_, cells, said) => {
    expect(read(cells).said).toEqual(said.map((one) => `${one} error`));
  });
  test("hours and a share of time beside each other: the first counts, and the other is an assumption", () => {
    const plan = readPlan([
      { cells: PEOPLE },
      {
        cells: [
          ["Who", "Project", "Start", "End", "Hours", "%"],
          ["Ann", ...dated, 10, 50],
        ],
      },
    ]);
    expect(
      plan.problems.filter(({ code }) => code === "HR-138").map(({ at, value }) => `${at[0]!.column} ${value}`),
    ).toEqual(["column F 50"]);
  });
  test.each<[string, CellRange]>([
    [
      "a client beside a project",
      [["Hours"], ["Person", "Project", "Client", ...WEEKS], ["Ann", "Alpha", "Acme", 1, 1, 1]],
    ],
    ["the same name twice", [["Hours"], ["Person", "Project", "Name", ...WEEKS], ["Ann", "Alpha", "Ann", 1, 1, 1]]],
    [
      "a second column that is empty",
      [["Hours"], ["Person", "Project", "Person", ...WEEKS], ["Ann", "Alpha", null, 1, 1, 1]],
    ],
  ])("%s is no second column", (_, cells) => {
    expect(read(cells).said).toEqual([]);
  });
});
