import { describe, expect, test } from "vitest";
import { isRefused, layoutsIn } from "../../core/layouts/index.ts";
import type { Cell, CellRange } from "../../core/plan/cells.ts";
import { ANN, BOB, plan, read, WEEKS } from "./two-people.ts";

const refusal = (cells: CellRange): string => {
  const found = layoutsIn(cells);
  return found !== null && isRefused(found) ? found.refused : "read";
};
const [W1, W2, W3] = WEEKS as [number, number, number];
const under = (...heads: readonly Cell[]): CellRange => [["Hours"], heads, ["Ann Lee", "Alpha", 10, 10, 10, 10]];

describe("a plan that cannot be read says why", () => {
  test("where a date comes twice", () => {
    expect(refusal(under("Person", "Project", W1, W2, W2, W3))).toBe(
      "The dates across repeat: 2026-01-12 stands above two columns, and it cannot be told which of them counts.",
    );
  });
  test("where dates are not in order", () => {
    expect(refusal(under("Person", "Project", W3, W1, W2))).toBe(
      "The dates across are not in order: 2026-01-05 stands right of 2026-01-19.",
    );
  });
});

describe("totals", () => {
  const total = (name: string, ...amounts: readonly number[]): readonly Cell[] => [name, null, ...amounts];
  // 20 + 10 and 30 + 10.
  test.each(["Zbývá", "Remaining", "Rest"])("that leave out rows called %s are right", (word) => {
    const rest: readonly Cell[] = ["Ann Lee", word, 5, 6, 7, 8];
    expect(read(plan(ANN, rest, BOB, total("Celkem", 30, 30, 40, 40))).told).toEqual(["C4 row-computed warning"]);
    expect(read(plan(ANN, rest, BOB, total("Celkem", 30, 30, 40, 41))).told).toEqual([
      "C4 row-computed warning",
      "F6 total-disagrees warning",
    ]);
  });
  test("below amounts that nothing names add up what stands since", () => {
    const nobody: readonly Cell[] = [null, null, 3, 4, 5, 7];
    expect(read(plan(ANN, nobody, BOB, total("Total", 10, 10, 10, 10))).told).toEqual(["C4 row-nameless error"]);
  });
});
