import { expect, test } from "vitest";
import type { CellRange } from "../../core/plan/cells.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { dayNamed } from "./expected.ts";

const PEOPLE: CellRange = [["Person", "Weekly hours"], ...["Ann", "Bob"].map((name) => [name, 40])];
const WEEKS = ["2026-01-05", "2026-01-12", "2026-01-19"].map(dayNamed);

test("rows of a layout whose status says that they are off are left out, and the others said", () => {
  const cells: CellRange = [
    ["Hours per week"],
    ["Person", "Project", "Status", ...WEEKS],
    ["Ann", "Alpha", "Confirmed", 10, 10, 10],
    ["Bob", "Alpha", "Cancelled", 5, 5, 5],
    ["Bob", "Beta", "Storniert", 4, 4, 4],
    ["Ann", "Beta", "On hold", 2, 2, 2],
    ["Bob", "Gamma", "Gate 3", 1, 1, 1],
  ];
  const { allocations, accounts, problems } = readPlan([{ cells: PEOPLE }, { cells }]);
  // 3 × (10 + 2 + 1); all rows together would be 66.
  expect(allocations.amount.reduce((sum, one) => sum + one, 0) / 60).toBe(39);
  const told = problems.filter(({ at }) => at[0]?.column === "column C");
  expect(told.map(({ code, value }) => `${code} ${value}`)).toEqual([
    "HR-316 Cancelled",
    "HR-316 Storniert",
    "HR-138 On hold",
    "HR-138 Gate 3",
  ]);
  const { read, used, excluded, blank } = accounts.find(({ table }) => table === "Allocations")!;
  expect([read, used, excluded, blank]).toEqual([7, 3, 4, 0]);
});
