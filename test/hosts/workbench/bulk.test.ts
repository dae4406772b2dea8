import { beforeAll, expect, test } from "vitest";
import { step, type Work } from "../../../core/host.ts";
import type { SheetOp, Written } from "../../../core/sheets/ops.ts";
import type { Model } from "../../../workbench/engine.ts";
import { work } from "../../../workbench/host.ts";
import { install, workbookOf } from "../../../workbench/workbook.ts";

beforeAll(() => install([]));

const ROWS = 300;
const cells: readonly (readonly Written[])[] = Array.from({ length: ROWS }, (_, i) => [
  46027 + i,
  `=Person ${i}`,
  i % 3 === 0 ? null : { formula: `=A${i + 1}*2` },
  i % 2 === 0 ? "1/2/2026" : i / 4,
]);
const open: SheetOp = { do: "open", sheet: "Out" };
const text: SheetOp = { do: "format", at: { row: 0, column: 3, rows: ROWS, columns: 1 }, pattern: "@" };
const whole: SheetOp = { do: "write", at: { row: 0, column: 0, rows: ROWS, columns: 4 }, cells };
const byRow = cells.map((line, row): SheetOp => {
  return { do: "write", at: { row, column: 0, rows: 1, columns: 4 }, cells: [line] };
});
const book = () => workbookOf({ sheets: [{ id: "plan", name: "Plan", cells: { A1: "Person" } }] });
/** Contents, formats and values of all that was written. */
function seen(model: Model) {
  const sheetId = model.getters.getSheetIdByName("Out")!;
  return cells.map((line, row) =>
    line.map((_, col) => {
      const cell = model.getters.getCell({ sheetId, row, col });
      return [
        cell?.isFormula ? "" : cell?.content,
        cell?.format,
        model.getters.getEvaluatedCell({ sheetId, row, col }).value,
      ];
    }),
  );
}
function* applying(...ops: SheetOp[]): Work {
  yield* step({ do: "apply", ops: [open, ...ops] });
}

test("a large table written at once holds what it would if it were written row by row", () => {
  const [one, other] = [book(), book()];
  work(one, applying(text, whole));
  work(other, applying(text, ...byRow));
  expect(seen(one)).toEqual(seen(other));
});

test("the formats of a large table are given with its cells, also to those that stay empty", () => {
  const [one, other] = [book(), book()];
  const days: SheetOp = { do: "format", at: { row: 0, column: 0, rows: ROWS, columns: 1 }, pattern: "yyyy-mm-dd" };
  const empty: SheetOp = { do: "format", at: { row: 0, column: 2, rows: ROWS, columns: 1 }, pattern: "0.0" };
  work(one, applying(days, empty, text, whole));
  work(other, applying(days, empty, text, ...byRow));
  expect(seen(one)).toEqual(seen(other));
  expect(
    seen(one)[0]!
      .slice(0, 3)
      .map(([content, format]) => [content, format]),
  ).toEqual([
    ["46027", "yyyy-mm-dd"],
    ["'=Person 0", undefined],
    ["", "0.0"],
  ]);
});

test("a large table is taken back by one undo, also what it was written over", () => {
  const model = book();
  work(model, applying({ ...whole, cells: cells.map((line) => line.map(() => "before")) }));
  const before = seen(model);
  work(model, applying(whole));
  expect(seen(model)).not.toEqual(before);
  model.dispatch("REQUEST_UNDO");
  expect(seen(model)).toEqual(before);
  model.dispatch("REQUEST_UNDO");
  expect(model.getters.getSheetIds()).toEqual(["plan"]);
});

test("no table is too large for the engine's log of commands", () => {
  const model = book();
  const large = Array.from({ length: 26_000 }, (_, i) => [i, 1, 2, 3, 4]);
  work(model, applying({ do: "write", at: { row: 0, column: 0, rows: large.length, columns: 5 }, cells: large }));
  const id = model.getters.getSheetIdByName("Out")!;
  expect(model.getters.getEvaluatedCell({ sheetId: id, row: 25_999, col: 0 }).value).toBe(25_999);
});
