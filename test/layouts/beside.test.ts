import { describe, expect, test } from "vitest";
import { run } from "../../core/host.ts";
import { blocksIn } from "../../core/layouts/blocks.ts";
import type { Cell, CellRange } from "../../core/plan/cells.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { ask } from "../../core/questions/index.ts";
import { memoryBook, memoryHost } from "../support/memory-host.ts";
import { dayNamed } from "./expected.ts";

const JANUARY = ["2026-01-05", "2026-01-12", "2026-01-19"].map(dayNamed);
const LATER = ["2026-01-26", "2026-02-02", "2026-02-09"].map(dayNamed);
const PEOPLE: CellRange = [["Person", "Weekly hours"], ...["Ann", "Bob", "Cid"].map((name) => [name, 40])];
const head = (weeks: readonly number[]): readonly Cell[] => ["Person", "Project", ...weeks];

/** Bookings that a formula reads: `person work first-day hours`. */
function read(cells: CellRange): readonly string[] {
  const { allocations, people, engagements } = readPlan([{ cells: PEOPLE }, { cells }]);
  return Array.from({ length: allocations.length }, (_, i) =>
    [
      people[allocations.person[i]!]?.name,
      engagements[allocations.engagement[i]!]!.name,
      new Date((allocations.from[i]! - 25_569) * 864e5).toISOString().slice(5, 10),
      allocations.amount[i]! / 60,
    ].join(" "),
  );
}
const STACKED = [
  "Ann Alpha 01-05 20",
  "Ann Alpha 01-12 20",
  "Ann Alpha 01-19 20",
  "Ann Beta 01-26 5",
  "Ann Beta 02-02 5",
  "Ann Beta 02-09 5",
];

test.each<[string, Cell]>([
  ["numbers", 4],
  ["texts with their unit", "4 Hours"],
  ["texts with a comma", "4,0"],
])("a row beside the headings of the next table stays in its own: %s", (_, amount) => {
  const cells: CellRange = [
    [null, null, null, null, null, null, "Hours"],
    [null, null, null, null, null, null, ...head(JANUARY)],
    [null, null, null, null, null, null, "Ann", "Alpha", amount, amount, amount],
    [...head(LATER), null, "Bob", "Beta", amount, amount, amount],
    ["Cid", "Gamma", "5 Hours", "5 Hours", "5 Hours"],
  ];
  expect([...read(cells)].sort()).toEqual(
    [
      ...["01-05", "01-12", "01-19"].flatMap((day) => [`Ann Alpha ${day} 4`, `Bob Beta ${day} 4`]),
      ...["01-26", "02-02", "02-09"].map((day) => `Cid Gamma ${day} 5`),
    ].sort(),
  );
});

describe("tables below each other, each with one row", () => {
  const first: CellRange = [["Hours"], head(JANUARY), ["Ann", "Alpha", 20, 20, 20]];
  const second: CellRange = [head(LATER), ["Ann", "Beta", 5, 5, 5]];
  test.each<[string, CellRange]>([
    ["a blank row between", [...first, [], ...second]],
    ["nothing between", [...first, ...second]],
    ["a title between", [...first, ["Team South"], ...second]],
    ["other headings for the same", [...first, ["Name", "Client", ...LATER], second[1]!]],
  ])("with %s are read in their own weeks", (_, cells) => {
    expect(read(cells)).toEqual(STACKED);
  });
  test("the same headings once more, as on printed pages, go on with the first", () => {
    expect(blocksIn([...first, head(JANUARY), ["Ann", "Beta", 5, 5, 5]])).toHaveLength(1);
  });
});

const SIDE: CellRange = [
  ["Hours"],
  [...head(JANUARY), null, ...head(LATER)],
  ["Ann", "Alpha", 20, 20, 20, null, "Cid", "Gamma", 8, 8, 8],
  ["Bob", "Alpha", 40, 40, 40, null, null, "Beta", 1, 1, 1],
];

describe("tables side by side", () => {
  test("each has its own people, work and weeks", () => {
    expect(read(SIDE).filter((line) => /01-05|01-26/.test(line))).toEqual([
      "Ann Alpha 01-05 20",
      "Bob Alpha 01-05 40",
      "Cid Gamma 01-26 8",
      "Cid Beta 01-26 1",
    ]);
  });
  test("without a blank column between, the first heading once more starts another", () => {
    const close = SIDE.map((row) => row.filter((_, column) => column !== 5));
    expect(read(close)).toEqual(read(SIDE));
  });
  test("in rows of their own, the second further down", () => {
    const lower: CellRange = [
      ["Hours"],
      head(JANUARY),
      ["Ann", "Alpha", 20, 20, 20],
      ["Bob", "Alpha", 40, 40, 40, null, ...head(LATER)],
      ["Cid", "Beta", 1, 1, 1, null, "Ann", "Gamma", 8, 8, 8],
    ];
    expect(read(lower).filter((line) => /01-05|01-26/.test(line))).toEqual([
      "Ann Alpha 01-05 20",
      "Bob Alpha 01-05 40",
      "Cid Beta 01-05 1",
      "Ann Gamma 01-26 8",
    ]);
  });
  test("a row lower, under months of two columns each", () => {
    const months = (...names: readonly string[]) => names.flatMap((name) => [name, null]);
    const parts = ["Plan", "Actual", "Plan", "Actual"];
    const lower: CellRange = [
      ["Hours"],
      ["Person", "Project", ...months("Jan 2026", "Feb 2026")],
      [null, null, ...parts, null, "Name", "Client", ...months("Mar 2026", "Apr 2026")],
      ["Ann", "Alpha", 20, 1, 21, 1, null, null, null, ...parts],
      ["Bob", "Alpha", 40, 1, 41, 1, null, "Cid", "Gamma", 8, 1, 9, 1],
    ];
    const wanted = [
      "Ann Alpha 01-01 20",
      "Ann Alpha 02-01 21",
      "Bob Alpha 01-01 40",
      "Bob Alpha 02-01 41",
      "Cid Gamma 03-01 8",
      "Cid Gamma 04-01 9",
    ];
    expect(read(lower)).toEqual(wanted);
    // Beside rows of the first one, too.
    const [hours, months1, parts1, ann, bob] = lower.map((row) => row.slice(0, 6));
    const [, , ...right] = lower.map((row) => [null, ...row.slice(7)]);
    const lowest = [hours, months1, parts1, [...ann!, ...right[0]!], [...bob!, ...right[1]!]];
    expect(read([...lowest, [null, null, null, null, null, null, ...right[2]!]] as CellRange)).toEqual(wanted);
  });
  test("headings of both in one row are not those of one table", () => {
    const lower: CellRange = [
      ["Plan 2026"],
      ["Consultant", "Client", "Jan 2026"],
      [null, null, "FTE", null, "Name", "Project", "Feb 2026"],
      ["Ann", "Alpha", 0.5, null, null, null, "FTE"],
      ["Bob", "Alpha", 1, null, "Cid", "Gamma", 0.25],
    ];
    expect(read(lower).map((line) => line.replace(/ [^ ]+$/, ""))).toEqual([
      "Ann Alpha 01-01",
      "Bob Alpha 01-01",
      "Cid Gamma 02-01",
    ]);
  });
  test("a title of its own goes before one of the whole sheet", () => {
    const titled = [["Hours", null, null, null, null, null, "In days"], ...SIDE.slice(1)];
    const days = titled.map((row, i) => (i === 2 ? ["Ann", "Alpha", 20, 20, 20, null, "Cid", "Gamma", 1, 1, 1] : row));
    expect(blocksIn(days).map(({ above }) => above)).toEqual([[], []]);
    // One day of a week of five is a fifth of it: 200000 millionths.
    expect(read(days).filter((line) => line.startsWith("Cid Gamma 01-26"))).toEqual([`Cid Gamma 01-26 ${200000 / 60}`]);
  });
  test.each<[string, readonly Cell[]]>([
    ["merged months", ["Person", "Project", JANUARY[0]!, null, JANUARY[1]!, null]],
    ["a blank column behind the names", ["Person", "Project", null, ...JANUARY]],
    ["work behind a blank column", ["Person", null, "Project", ...JANUARY]],
    ["notes behind a blank column", [...head(JANUARY), null, "Notes", "Owner"]],
    ["pairs", ["Project", "Name", "%", "Name", "%"]],
  ])("%s are one table", (_, headings) => {
    expect(blocksIn([headings, headings.map((_, i) => (i < 2 ? "Ann" : 8))])).toHaveLength(1);
  });
});

interface Form {
  readonly tables: readonly { readonly id: string; readonly range: string; readonly feeds: string }[];
}

describe("the panel Map", () => {
  const look = (cells: CellRange) => {
    const { host } = memoryHost(memoryBook({ Plan: cells }));
    return (run(ask("mapForm", { answers: [] }), host) as Form).tables.map(
      ({ id, range, feeds }) => `${id} ${range} ${feeds}`,
    );
  };
  test("shows each table and where it stands", () => {
    expect(look(SIDE)).toEqual(["Plan A2:E4 Allocations", "Plan, column G G2:K4 Allocations"]);
  });
  test("shows a plan beside or below the plan's own People, and leave beside a plan", () => {
    const people: CellRange = [
      ["Person", "Weekly hours"],
      ["Ann", 40],
      ["Bob", 32],
    ];
    const own: CellRange = [head(JANUARY), ["Ann", "Alpha", 20, 20, 20], ["Bob", "Alpha", 10, 10, 10]];
    const join = (left: CellRange, right: CellRange): CellRange =>
      left.map((row, i) => [
        ...row,
        ...Array.from({ length: left[0]!.length - row.length }, () => null),
        null,
        ...right[i]!,
      ]);
    const leave: CellRange = [
      ["Person", "Leave from", "Leave to"],
      ["Ann", JANUARY[0]!, JANUARY[1]!],
      ["Bob", JANUARY[0]!, JANUARY[0]!],
    ];
    const hours = (cells: CellRange): CellRange => [["Hours"], ...cells];
    expect(look(hours(join(people, own)))).toEqual(["Plan, column D D2:H4 Allocations"]);
    expect(look(hours(join(own, people)))).toEqual(["Plan A2:E4 Allocations"]);
    expect(look([...people, [], ...hours(own)])).toEqual(["Plan, row 5 A6:E8 Allocations"]);
    expect(look(hours(join(own, leave)))).toEqual(["Plan A2:E4 Allocations", "Plan, column G G2:I4 Leave"]);
  });
  test("names only the table that was accepted, and reads nothing of its neighbour", () => {
    const book = memoryBook({ People: PEOPLE, Plan: SIDE });
    const { host } = memoryHost(book);
    const accept = (sheet: string) => run(ask("decideMap", { sheet, decision: "yes", answers: [] }), host);
    const areas = () =>
      [...book.names]
        .filter(([name]) => name.startsWith("Plan"))
        .map(([name, { at }]) => [name, at.column, at.columns, at.row]);
    accept("Plan");
    expect(areas()).toEqual([["Plan", 0, 6, 0]]);
    accept("Plan, column G");
    // Five columns, and room for 26 more.
    expect(areas()).toEqual([
      ["Plan", 0, 6, 0],
      ["Plan_column_G", 6, 31, 0],
    ]);
  });
});
