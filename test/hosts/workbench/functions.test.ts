import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { FUNCTIONS } from "../../../core/functions/index.ts";
import type { Cell, CellRange } from "../../../core/plan/cells.ts";
import { PlanError } from "../../../core/problems.ts";
import { type Model, registries } from "../../../workbench/engine.ts";
import type { SheetFunction } from "../../../workbench/functions.ts";
import { install } from "../../../workbench/workbook.ts";
import { seen, type, workbook } from "../../support/workbench.ts";

const param = (name: string, optional: boolean) => ({ name, about: `About ${name}.`, optional });
const PARAMS = [
  param("from", false),
  param("to", false),
  ...["rows", "periods", "where"].map((name) => param(name, true)),
];

/** Says what it was given: a cell as itself, a range by its size. */
const ECHO: SheetFunction = {
  name: "ECHO",
  summary: "Says what it was given.",
  params: PARAMS,
  shows: () => "number",
  call: (args) => args.map((one) => (Array.isArray(one) ? sizeOf(one) : one == null ? "-" : String(one))).join(" "),
};
const sizeOf = (range: CellRange) => `${range.length}x${range[0]!.length}`;

const SPILL: SheetFunction = {
  name: "UTILIZATION",
  summary: "A table that spills.",
  params: PARAMS,
  shows: () => "share",
  call: (args) => [
    ["Team", 46027, 46034],
    ["Cloud", 0.5, null],
    ["Data", "n/a", args.length > 2 && Array.isArray(args[2]) ? 1 : 0],
  ],
};

const problem = { code: "HR-181", at: [], value: "soon", why: "is not a date", hint: "Maybe a real one." } as const;
const FAIL: SheetFunction = {
  name: "FAIL",
  summary: "Fails.",
  params: PARAMS,
  shows: () => "number",
  call: ([how]) => {
    if (how === 1) throw new PlanError([problem]);
    if (how === 2) throw new PlanError([problem], "unavailable");
    throw new TypeError("no such thing");
  },
};

let book: Model;
beforeAll(() => install([ECHO, SPILL, FAIL, FUNCTIONS.find(({ name }) => name === "CAPACITY")!]));
beforeEach(() => {
  const people: Cell[][] = [
    ["Person", "Hours"],
    ["Ana", 40],
    ["Ben", 32],
  ];
  book = workbook(
    new Map([
      ["People", people],
      [
        "Leave",
        [
          ["Person", "From"],
          ["Ana", 46027],
        ],
      ],
    ]),
  );
});
const gives = (formula: string) => {
  type(book, "Here", "A1", formula);
  return seen(book, "Here", "A1");
};

describe("what a planner may leave out", () => {
  test.each([
    ["=ECHO(1,2,People)", "1 2 3x2"],
    ["=ECHO(1,2,People,Leave)", "1 2 3x2 2x2"],
    ['=ECHO(1,2,"team","week",People,Leave)', "1 2 team week 3x2 2x2"],
    ['=ECHO(1,2,,,"team=Cloud",People)', "1 2 - - team=Cloud 3x2"],
    ['=ECHO(1,2,"team",,,People)', "1 2 team - - 3x2"],
    ["=ECHO(1,2)", "1 2"],
    ["=HEADROOM.ECHO(1,2,People)", "1 2 3x2"],
    ["=headroom.echo(1, 2, people)", "1 2 3x2"],
    ["=ECHO(1,2,People!A:B)", "1 2 3x2"],
    ["=ECHO(1,2,People!A1:B2,People!A2,People!B2:B2)", "1 2 2x2 Ana 1x1"],
    ["=ECHO(DATE(2026,1,5),B9,People)", "46027 - 3x2"],
    ["=ECHO(People!B2, 2*3, TRUE, People)", "40 6 true 3x2"],
    [`=ECHO(1,2${",People".repeat(15)})`, `1 2${" 3x2".repeat(15)}`],
  ])("%s", (formula, answer) => {
    expect(gives(formula).value).toBe(answer);
  });

  test("an error in an option is handed on as it is", () => {
    expect(gives("=ECHO(1/0,2,People)").value).toBe("#DIV/0!");
  });
});

describe("results", () => {
  test("a table spills with its blanks, its weeks look like days and its shares like percentages", () => {
    gives("=UTILIZATION(1,2,People)");
    const shown = (xc: string) =>
      book.getters.getEvaluatedCell({ sheetId: "Here", row: Number(xc[1]) - 1, col: xc.charCodeAt(0) - 65 })
        .formattedValue;
    expect(["A1", "B1", "C1"].map(shown)).toEqual(["Team", "5 Jan 2026", "12 Jan 2026"]);
    expect(["A2", "B2", "C2"].map(shown)).toEqual(["Cloud", "50.0%", ""]);
    expect(["A3", "B3", "C3"].map(shown)).toEqual(["Data", "n/a", "100.0%"]);
  });

  test("native formulas and other functions of ours read what was spilled", () => {
    gives("=UTILIZATION(1,2,People)");
    type(book, "Here", "E1", "=SUM(B2:B3)*2");
    type(book, "Here", "E2", "=ECHO(1,2,A1:C3)");
    expect([seen(book, "Here", "E1").value, seen(book, "Here", "E2").value]).toEqual([1, "1 2 3x3"]);
  });

  test("an edit of the plan reaches the result", () => {
    gives("=ECHO(People!B2,2,People)");
    type(book, "People", "B2", "16");
    expect(seen(book, "Here", "A1").value).toBe("16 2 3x2");
  });
});

test("formulas over the same tables share one reading of them, which an edit and its undo renew", () => {
  const [people, days] = [
    [
      ["Person", "Weekly hours"],
      ["Ana", 40],
      ["Ben", 32],
    ] as Cell[][],
    "46027, 46033",
  ];
  book = workbook(new Map([["People", people]]));
  const shown = () => ["A1", "A2"].map((xc) => seen(book, "Here", xc).value);
  type(book, "Here", "A1", `=CAPACITY(${days}, People)`);
  type(book, "Here", "A2", `=CAPACITY(${days},,,"person=Ana", People)`);
  expect(shown()).toEqual([72, 40]);
  type(book, "People", "B2", "16");
  expect(shown()).toEqual([48, 16]);
  book.dispatch("REQUEST_UNDO");
  expect(shown()).toEqual([72, 40]);
});

describe("problems", () => {
  test.each([
    ["=FAIL(1,2)", "#VALUE!", '"soon" is not a date. Maybe a real one.'],
    ["=FAIL(2,2)", "#N/A", '"soon" is not a date. Maybe a real one.'],
    ["=FAIL(3,2)", "#VALUE!", "FAIL failed because of a mistake in Headroom: TypeError: no such thing"],
  ])("%s is %s and says why", (formula, code, why) => {
    expect(gives(formula)).toEqual({ value: code, message: why });
    expect(gives(`=IFERROR(${formula.slice(1)}, "caught")`).value).toBe("caught");
  });
});

test("the help of a function names every argument with its own words", () => {
  for (const name of ["ECHO", "HEADROOM.ECHO"]) {
    const { description, args } = registries.functionRegistry.get(name);
    expect(description).toBe("Says what it was given.");
    expect(args.slice(0, 6).map(({ name, optional }) => [name, optional ?? false])).toEqual([
      ["from", false],
      ["to", false],
      ["rows", true],
      ["periods", true],
      ["where", true],
      ["table1", true],
    ]);
    expect(args[2]?.description).toBe("About rows.");
  }
});
