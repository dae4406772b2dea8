import { beforeAll, describe, expect, test } from "vitest";
import type { Cell } from "../../../core/plan/cells.ts";
import { controlFormula } from "../../../core/sheets/control.ts";
import type { Model } from "../../../workbench/engine.ts";
import { install, workbookOf } from "../../../workbench/workbook.ts";
import { seen, type } from "../../support/workbench.ts";

/** Rows of logged hours, one with a blank in it; a control formula beside them that leaves room for more rows. */
function logOf(length: number): Model {
  const rows: (readonly Cell[])[] = [["Day", "Person", "Hours", "Note"]];
  for (let i = 1; i < length; i++)
    rows.push([45_000 + (i % 300), `Person ${i % 40}`, (i % 8) + 0.25, i % 7 ? "x" : null]);
  const at = { row: 0, column: 0, rows: rows.length + 500, columns: 4 };
  const cells = Object.fromEntries(
    rows.flatMap((row, r) => row.flatMap((cell, c) => (cell === null ? [] : [[`${"ABCD"[c]}${r + 1}`, String(cell)]]))),
  );
  const control = `=${controlFormula({ table: "Actuals", sheet: "Log", at, cells: rows })}`;
  return workbookOf({
    sheets: [
      { id: "log", name: "Log", cells, rowNumber: length + 100 },
      { id: "c", name: "Control", cells: { A1: control } },
    ],
  });
}

const FRESH = 0;
const STALE = 1;

describe("the control formula of a table of more than twenty thousand rows", () => {
  let model: Model;
  beforeAll(() => {
    install([]);
    model = logOf(20_100);
  });
  const state = () => seen(model, "Control", "A1").value;

  test("is 0 while the table is what it was, however far the sheet goes on below it", () => {
    expect(state()).toBe(FRESH);
  });

  test.each([
    ["an hour more", "C20000", "8.25", "7.25"],
    ["another day", "A12", "45999", "45011"],
    ["a name taken away", "B77", "", "Person 36"],
    ["a note added where none was", "D8", "y", ""],
    ["a row added below", "B20101", "Person 3", ""],
  ])("sees %s, and that it was taken back", (_, at, text, before) => {
    type(model, "Log", at, text);
    expect(state()).toBe(STALE);
    type(model, "Log", at, before);
    expect(state()).toBe(FRESH);
  });

  test("does not look into texts, which short tables' formulas do", () => {
    type(model, "Log", "B77", "Somebody else");
    expect(state()).toBe(FRESH);
    const short = logOf(50);
    expect(seen(short, "Control", "A1").value).toBe(FRESH);
    type(short, "Log", "B7", "Somebody else");
    expect(seen(short, "Control", "A1").value).toBe(STALE);
  });
});
