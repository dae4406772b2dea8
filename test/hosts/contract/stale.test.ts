import { beforeAll, describe, expect, test } from "vitest";
import { FUNCTIONS } from "../../../core/functions/index.ts";
import { ask } from "../../../core/questions/index.ts";
import { a1 } from "../../../core/sheets/a1.ts";
import type { Written } from "../../../core/sheets/ops.ts";
import type { Model } from "../../../workbench/engine.ts";
import { work } from "../../../workbench/host.ts";
import { install, workbookOf } from "../../../workbench/workbook.ts";
import { seen, type } from "../../support/workbench.ts";
import { NASTY } from "./nasty.ts";

const ALL = "Capacity vs demand; Skill gaps; Checks";
const STATES = [
  ["Capacity vs demand", "A4"],
  ["Skill gaps", "A6"],
  ["Checks", "A5"],
] as const;
const FRESH = [0, 0, 0];
const STALE = [1, 1, 1];

const make = (model: Model, sheets = ALL) => work(model, ask("makeSheets", { sheets }));
const states = (model: Model) => STATES.map(([sheet, at]) => seen(model, sheet, at).value);

/** The engine cannot refer to a sheet with an apostrophe in its name, so that table always counts as changed there. */
const NOT_IN_THIS_ENGINE = 1;

/** The state of each input table, from the last table of Checks. */
const inputs = (model: Model) => {
  const sheetId = model.getters.getSheetIdByName("Checks")!;
  const cells = Array.from({ length: 100 }, (_, row) => model.getters.getEvaluatedCell({ sheetId, row, col: 0 }).value);
  const heading = cells.indexOf("Since then");
  return cells.slice(heading + 1, heading + 1 + NASTY.size);
};

describe("the first lines of the generated sheets, as a real engine computes them", () => {
  let model: Model;
  beforeAll(() => {
    install(FUNCTIONS);
    model = workbookOf({ sheets: [{ id: "s", name: "Sheet1" }] });
    work(model, ask("setUp", { demo: "small" }));
    make(model);
  });

  test("say that they are up to date, in words", () => {
    expect(states(model)).toEqual(FRESH);
    const sheetId = model.getters.getSheetIdByName("Checks")!;
    expect(model.getters.getEvaluatedCell({ sheetId, row: 4, col: 0 }).formattedValue).toBe("✓ Up to date");
  });

  test("tell a sheet that was never made from one that is out of date", () => {
    const sheetId = model.getters.getSheetIdByName("Checks")!;
    const cells = Array.from({ length: 100 }, (_, row) => [0, 1].map((col) => shown(sheetId, row, col)));
    const heading = cells.findIndex(([, name]) => name === "Sheet");
    const said = new Map(cells.slice(heading + 1).map(([words, name]) => [name, words]));
    expect(["Capacity vs demand", "Skill gaps", "Checks"].map((name) => said.get(name))).toEqual(
      Array(3).fill("✓ Up to date"),
    );
    expect(["Scenario comparison", "Exposure"].map((name) => said.get(name))).toEqual(Array(2).fill("– Not made"));
  });
  const shown = (sheetId: string, row: number, col: number) =>
    model.getters.getEvaluatedCell({ sheetId, row, col }).formattedValue;

  test.each([
    ["an hour more", "Allocations", "H2", "28"],
    ["another name", "People", "A2", "Zzz Qqqqd"],
    ["a hundredth of an hour", "People", "E2", "40.01"],
    ["a new row at the end", "Leave", "A20", "Somebody"],
    ["an emptied cell", "People", "E2", ""],
    ["text in a column of numbers", "People", "E2", "forty"],
    ["a formula that fails", "People", "E2", "=1/0"],
    ["another heading", "People", "A1", "Nobody"],
  ])("see %s, and that it was taken back", (_, sheet, at, text) => {
    type(model, sheet, at, text);
    expect(states(model)).toEqual(STALE);
    model.dispatch("REQUEST_UNDO");
    expect(states(model)).toEqual(FRESH);
  });

  test("see a tentative engagement that is won, though the word is as long as before", () => {
    const sheetId = model.getters.getSheetIdByName("Engagements")!;
    const won = Array.from({ length: 20 }, (_, row) => row).filter(
      (row) => model.getters.getEvaluatedCell({ sheetId, row, col: 3 }).value === "tentative",
    );
    expect(won.length).toBeGreaterThan(0);
    type(model, "Engagements", a1({ row: won[0]!, column: 3 }), "confirmed");
    expect(states(model)).toEqual(STALE);
    model.dispatch("REQUEST_UNDO");
  });

  test("are each up to date by itself after its own refresh", () => {
    type(model, "Allocations", "H2", "28");
    make(model, "Skill gaps");
    expect(states(model)).toEqual([1, 0, 1]);
    make(model);
    expect(states(model)).toEqual(FRESH);
    expect(make(model)).toEqual({ text: "Everything was up to date: nothing was written." });
  });

  test("stay up to date when a row is inserted above a table, and the next refresh takes nothing for changed by hand", () => {
    const sheetId = model.getters.getSheetIdByName("Leave")!;
    model.dispatch("ADD_COLUMNS_ROWS", {
      sheetId,
      sheetName: "Leave",
      dimension: "ROW",
      base: 0,
      quantity: 1,
      position: "before",
    });
    expect(states(model)).toEqual(FRESH);
    type(model, "Allocations", "H2", "27");
    expect(states(model)).toEqual(STALE);
    expect(make(model)).toEqual({ text: expect.not.stringContaining("by hand") });
    expect(states(model)).toEqual(FRESH);
  });

  test("say out of date when an input sheet is gone", () => {
    model.dispatch("DELETE_SHEET", {
      sheetId: model.getters.getSheetIdByName("Leave")!,
      sheetName: "Leave",
    } as never);
    expect(states(model)).toEqual(STALE);
  });
});

test("odd names, failing formulas and numbers as text count the same in core and in the engine", () => {
  install(FUNCTIONS);
  const model = workbookOf({ sheets: [...NASTY.keys()].map((name, i) => ({ id: `n-${i}`, name })) });
  const content = (cell: Written): string =>
    cell !== null && typeof cell === "object"
      ? cell.formula
      : typeof cell === "string" && /^[='\d.+-]/.test(cell)
        ? `'${cell}`
        : String(cell ?? "");
  for (const [sheet, rows] of NASTY) {
    rows.forEach((row, r) => {
      row.forEach((cell, c) => {
        type(model, sheet, a1({ row: r, column: c }), content(cell));
      });
    });
  }
  make(model);
  expect(inputs(model)).toEqual([NOT_IN_THIS_ENGINE, 0, 0, 0, 0]);
  type(model, 'A "quoted" list', "F3", "20");
  expect(inputs(model)).toEqual([NOT_IN_THIS_ENGINE, 0, 0, 1, 0]);
});
