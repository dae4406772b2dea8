import { expect, test } from "vitest";
import { fromExcel, toExcel } from "../../../excel/cells.ts";

test("dates, numbers, truth values and texts stay what they are; blanks are nothing", () => {
  const range = [[46027, 0.5, true, "00123", "", null]];
  expect(fromExcel([46027, null, [range], { address: "A1" }], 2)).toEqual([
    46027,
    null,
    [[46027, 0.5, true, "00123", "", null]],
  ]);
});

test("without tables the invocation object is no argument", () => {
  expect(fromExcel([1, null, null, { address: "A1" }], 2)).toEqual([1, null]);
});

test("a blank result is empty text, and a number that is none is refused", () => {
  expect(toExcel([["a", null, 0]])).toEqual([["a", "", 0]]);
  expect(toExcel(null)).toBe("");
  for (const number of [Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => toExcel(number)).toThrow("not a finite number");
    expect(() => toExcel([[1, number]])).toThrow("not a finite number");
  }
});
