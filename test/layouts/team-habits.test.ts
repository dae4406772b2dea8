import { describe, expect, test } from "vitest";
import { run } from "../../core/host.ts";
import type { Cell, CellRange } from "../../core/plan/cells.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { ask } from "../../core/questions/index.ts";
import { at, memoryBook, memoryHost } from "../support/memory-host.ts";
import { dayNamed } from "./expected.ts";

const PEOPLE: CellRange = [["Person", "Weekly hours"], ...["Ann", "Bob", "Cid"].map((name) => [name, 40])];
const WEEKS = ["2026-01-05", "2026-01-12", "2026-01-19"].map(dayNamed);

/** Hours of each person on each work, and the codes and cells of what is said. */
function read(cells: CellRange) {
  const { allocations, people, engagements, problems } = readPlan([{ cells: PEOPLE }, { cells }]);
  const hours = new Map<string, number>();
  for (let i = 0; i < allocations.length; i++) {
    const key = `${people[allocations.person[i]!]?.name ?? "nobody"} ${engagements[allocations.engagement[i]!]!.name}`;
    hours.set(key, (hours.get(key) ?? 0) + allocations.amount[i]! / 60);
  }
  const told = problems.filter(({ at }) => at.every(({ table }) => table !== "People"));
  const said = told.map(({ code, at }) => `${code} row ${at[0]!.row} ${at[0]!.column}`);
  return { hours: Object.fromEntries(hours), said };
}
const hours = (...rows: readonly (readonly Cell[])[]): CellRange => [["Hours"], ...rows];

describe("a row of a project above its people that holds their sum", () => {
  test.each<[string, Cell]>([
    ["that stands once", null],
    ["that stands in every row", "Alpha"],
  ])("of a project %s counts once, and that is said", (_, again) => {
    const cells = hours(
      ["Project", "Person", ...WEEKS],
      ["Alpha", null, 20, 21, 22],
      [again, "Ann", 10, 10, 10],
      [again, "Bob", 10, 11, 12],
    );
    expect(read(cells)).toEqual({ hours: { "Ann Alpha": 30, "Bob Alpha": 33 }, said: ["HR-138 row 3 column C"] });
  });
  test("that is no sum is work without a person, and that is said", () => {
    const cells = hours(["Project", "Person", ...WEEKS], ["Alpha", null, 20, 21, 22], ["Alpha", "Ann", 10, 10, 10]);
    expect(read(cells)).toEqual({ hours: { "nobody Alpha": 63, "Ann Alpha": 30 }, said: ["HR-138 row 3 column B"] });
  });
});

describe("a project alone in a row above its people", () => {
  const rows = (alone: readonly (readonly Cell[])[]) =>
    hours(["Person", "Project", ...WEEKS], alone[0]!, ["Ann", null, 1, 1, 1], ["Bob", null, 2, 2, 2], alone[1]!, [
      "Cid",
      null,
      3,
      3,
      3,
    ]);
  const expected = { "Ann Alpha": 3, "Bob Alpha": 6, "Cid Beta": 9 };
  test("in the column of work", () => {
    expect(
      read(
        rows([
          [null, "Alpha"],
          [null, "Beta"],
        ]),
      ),
    ).toEqual({ hours: expected, said: [] });
  });
  test("in the column of people, where that is said", () => {
    const said = ["HR-138 row 3 column A", "HR-138 row 6 column A"];
    expect(read(rows([["Alpha"], ["Beta"]]))).toEqual({ hours: expected, said });
  });
});

describe("a column of totals after each month", () => {
  const heads = ["Person", "Project", ...WEEKS, "Summe", dayNamed("2026-02-02"), dayNamed("2026-02-09"), "Summe"];
  test("that are right are no problem", () => {
    expect(read(hours(heads, ["Ann", "Alpha", 8, 8, 8, 24, 1, 2, 3]))).toEqual({
      hours: { "Ann Alpha": 27 },
      said: [],
    });
  });
  test("of which one is wrong", () => {
    expect(read(hours(heads, ["Ann", "Alpha", 8, 8, 8, 24, 1, 2, 5])).said).toEqual(["HR-138 row 3 column I"]);
  });
});

interface Form {
  readonly tables: readonly {
    readonly id: string;
    readonly feeds: string;
    readonly summary: readonly string[];
    readonly state: string;
    readonly misfits: readonly string[];
    readonly assumptions: readonly { readonly a1: string; readonly says: string }[];
  }[];
}
const look = (sheets: Readonly<Record<string, CellRange>>) => {
  const { host } = memoryHost(memoryBook(sheets));
  const form = (answers: readonly object[] = []) => run(ask("mapForm", { answers }), host) as Form;
  return { host, form };
};
const PLAN = hours(["Person", "Project", ...WEEKS], ["Ann", "Alpha", 10, 10, 10]);

describe("the panel Map", () => {
  test("says that two tables hold the same people, work and weeks", () => {
    const other = hours(["Person", "Project", ...WEEKS], ["Ann", "Alpha", 10, 10, 12]);
    const { tables } = look({ "Plan A": PLAN, "Plan B": other }).form();
    expect(tables.map(({ assumptions }) => assumptions.map(({ a1, says }) => `${a1} ${says}`))).toEqual([
      [
        "C3 and 2 rows more hold the same people, work and days as Plan B: with both accepted they count twice. Maybe leave one of them out.",
      ],
      [
        "C3 and 2 rows more hold the same people, work and days as Plan A: with both accepted they count twice. Maybe leave one of them out.",
      ],
    ]);
  });
  test("says nothing of tables of other weeks", () => {
    const later = WEEKS.map((day) => day + 21);
    const other = hours(["Person", "Project", ...later], ["Ann", "Alpha", 10, 10, 12]);
    const { tables } = look({ "Plan A": PLAN, "Plan B": other }).form();
    expect(tables.flatMap(({ assumptions }) => assumptions)).toEqual([]);
  });
  test("a sheet called as somebody of People, with a day, work, clock times and hours in each row, is hours worked", () => {
    const sheet: CellRange = [
      ["Date", "Project", "Start", "End", "Hours"],
      [WEEKS[0]!, "Alpha", 0.375, 0.75, 8],
      [WEEKS[0]! + 1, "Beta", 0.375, 0.5, 3],
    ];
    const { form } = look({
      People: [
        ["Person", "Weekly hours"],
        ["Ann Lee", 40],
      ],
      "Ann Lee": sheet,
    });
    expect(form().tables.map(({ id, feeds, summary }) => [id, feeds, ...summary])).toEqual([
      ["Ann Lee", "Actuals", "2 days of work of 1 person to 2 engagements, 5 Jan 2026 to 6 Jan 2026, 11 h in all"],
    ]);
  });
  test("a year that was typed is not said to stand in a title, and holds once accepted", () => {
    const { host, form } = look({ Plan: hours(["Person", "Project", "W2", "W3", "W4"], ["Ann", "Alpha", 1, 1, 1]) });
    const answers = [{ sheet: "Plan", heading: "(year)", means: "2026" }];
    const [table] = form(answers).tables;
    expect(table!.assumptions.map(({ says }) => says)).toEqual([
      '"W2" has no year and is read as one of 2026, as was said in Map. Maybe write the year into the headings.',
    ]);
    run(ask("decideMap", { sheet: "Plan", decision: "yes", answers }), host);
    expect(form().tables.map(({ state, misfits }) => [state, ...misfits])).toEqual([["accepted"]]);
  });
  test("a title that says another unit than was accepted is said, and nothing is counted otherwise", () => {
    const sheets: Record<string, CellRange> = { Plan: PLAN };
    const book = memoryBook(sheets);
    const { host } = memoryHost(book);
    run(ask("decideMap", { sheet: "Plan", decision: "yes", answers: [] }), host);
    const tables = (run(ask("mapForm", { answers: [] }), host) as Form).tables;
    expect(tables.map(({ state }) => state)).toEqual(["accepted"]);
    const accepted = Array.from({ length: 6 }, (_, row) =>
      Array.from({ length: 6 }, (_, column) => at(book, "Tables", row, column) as Cell),
    );
    const plan = readPlan([{ cells: PEOPLE }, { cells: accepted }, { cells: [["Days plan"], ...PLAN.slice(1)] }]);
    expect(plan.allocations.amount[0]).toBe(600);
    expect(plan.problems.filter(({ code }) => code === "HR-138").map(({ why }) => why)).toEqual([
      "The range of Plan is read in Hours, as it was accepted, and its cells now say Days",
    ]);
  });
});
