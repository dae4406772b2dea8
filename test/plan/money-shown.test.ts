import { describe, expect, test } from "vitest";
import type { Cell } from "../../core/plan/cells.ts";
import { readPlan } from "../../core/plan/read-plan.ts";

const shown = (...values: readonly Cell[]) => {
  const rows = values.map((value) => ["Money shown", value]);
  const { settings, errors } = readPlan([{ cells: [["Setting", "Value"], ["Currency", "USD"], ...rows] }]);
  return [settings.moneyShown, errors.some(({ why }) => why === "stands twice")];
};

describe("Money shown that stands twice", () => {
  test.each([
    ["all", "none", "none"],
    ["none", "all", "none"],
    ["all", "all but salaries", "all but salaries"],
    ["all but salaries", "all", "all but salaries"],
    ["all but salaries", "none", "none"],
    ["all", "al", "none"],
    ["all", null, "all"],
    ["all", "all", "all"],
  ])("%s and %s show %s, and the second row is a problem", (first, second, wanted) => {
    expect(shown(first, second)).toEqual([wanted, true]);
  });

  test("once, it holds as it is", () => {
    expect(shown("all")).toEqual(["all", false]);
    expect(shown()).toEqual(["none", false]);
  });
});
