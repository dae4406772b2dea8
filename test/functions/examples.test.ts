import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { smallDemoInUse } from "../../core/demo/small.ts";
import { smallMoney } from "../../core/demo/small-money.ts";
import { FUNCTIONS } from "../../core/functions/index.ts";
import { registerFunctions } from "../../workbench/functions.ts";
import { seen, type, values, workbook } from "../support/workbench.ts";

let book: ReturnType<typeof workbook>;

beforeAll(() => {
  registerFunctions(FUNCTIONS);
  book = workbook(new Map([...smallDemoInUse(), ...smallMoney()]));
});
afterEach(() => type(book, "Here", "A1", ""));

describe("every example in the function reference is true", () => {
  for (const { name, examples } of FUNCTIONS) {
    test.each(examples)(`${name}: $formula`, ({ formula, gives }) => {
      const rows = (Array.isArray(gives) ? gives : [[gives]]) as readonly (readonly unknown[])[];
      type(book, "Here", "A1", formula);
      expect(seen(book, "Here", "A1").message).toBeUndefined();
      expect(values(book, "Here", rows.length, rows[0]!.length)).toEqual(rows);
    });
  }
});

test("every function has at least two examples", () => {
  expect(FUNCTIONS.filter(({ examples }) => examples.length < 2).map(({ name }) => name)).toEqual([]);
});

test("Excel's spelling works in the workbench too", () => {
  type(book, "Here", "A1", "=HEADROOM.CAPACITY(DATE(2026,1,5), DATE(2026,1,9), Leave, People)");
  expect(seen(book, "Here", "A1").value).toBe(408);
});

test("a mistake is told in a sentence", () => {
  type(book, "Here", "A1", '=CAPACITY("soon", DATE(2026,1,9), People)');
  expect(seen(book, "Here", "A1")).toEqual({
    value: "#VALUE!",
    message: '"soon" is not a date, and from must be one. Maybe DATE(2026,1,5).',
  });
});

test("a spreadsheet's own functions work inside the conditions, and one edit reaches the result", () => {
  type(book, "Here", "A1", '=CAPACITY(DATE(2026,1,5), DATE(2026,1,9), "total", "total", "team="&Z1, People)');
  type(book, "Here", "Z1", "Delivery");
  expect(seen(book, "Here", "A1").value).toBe(24);
  type(book, "People", "E6", "16");
  expect(seen(book, "Here", "A1").value).toBe(16);
});
