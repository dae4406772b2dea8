import { describe, expect, test } from "vitest";
import type { Cell, CellRange } from "../../core/plan/cells.ts";
import type { Plan } from "../../core/plan/plan.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { day } from "../support/plan.ts";

const PEOPLE: CellRange = [["Person", "Weekly hours"], ...["Ann", "Bob"].map((name) => [name, 40])];
const [FIRST, LAST] = [day("2026-01-05"), day("2026-01-30")];
const NEXT = [day("2026-02-02"), day("2026-02-27")] as const;

const read = (heading: string | null, ...rows: readonly (readonly Cell[])[]): Plan =>
  readPlan([{ cells: PEOPLE }, { cells: [["Person", "Engagement", "From", "To", "Hours a week", heading], ...rows] }]);
const hours = ({ allocations }: Plan) => Array.from(allocations.amount, (minutes) => minutes / 60);
const told = ({ problems }: Plan) => problems.map(({ code, value, at }) => `${code} ${at[0]!.row} ${value}`);

describe("rows of the plan's own Allocations that are called Actual or Diff are left out, and said", () => {
  test.each<[string, string | null, string, string, string]>([
    ["English", "Type", "Plan", "Actual", "Diff"],
    ["under Version", "Version", "Planned", "Actuals", "Variance"],
    ["without a heading", null, "Plan", "Actual hours", "Delta"],
    ["German", "Art", "Soll", "Ist", "Abweichung"],
    ["French", "Kind", "Prévu", "Réalisé", "Écart"],
    ["booked beside logged", "Kind", "Booked", "Logged", "Diff"],
  ])("%s", (_, heading, plan, done, difference) => {
    const found = read(
      heading,
      ["Ann", "Alpha", FIRST, LAST, 10, plan],
      ["Ann", "Alpha", FIRST, LAST, 8, done],
      ["Ann", "Alpha", FIRST, LAST, 2, difference],
      ["Bob", "Alpha", FIRST, LAST, 5, plan],
    );
    expect(hours(found)).toEqual([10, 5]);
    expect(told(found)).toEqual([`HR-288 3 ${done}`, `HR-288 4 ${difference}`]);
    const { read: all, used, excluded, blank } = found.accounts.find(({ table }) => table === "Allocations")!;
    expect([used, all]).toEqual([2, used + excluded + blank]);
  });
  test("two plans for the same person, work and days are never added up", () => {
    const found = read(
      "Version",
      ["Ann", "Alpha", FIRST, LAST, 10, "Baseline"],
      ["Ann", "Alpha", FIRST, LAST, 12, "Forecast"],
      ["Bob", "Alpha", FIRST, LAST, 5, null],
    );
    expect(hours(found)).toEqual([5]);
    expect(told(found)).toEqual(["HR-288 2 Baseline", "HR-288 3 Forecast"]);
    expect(found.problems[0]!.why).toContain('"Baseline" and "Forecast"');
  });
  test("plans of different days, and work that is called Budget beside other work, count", () => {
    const apart = read("Version", ["Ann", "Alpha", FIRST, LAST, 10, "v1"], ["Ann", "Alpha", ...NEXT, 12, "v2"]);
    expect([hours(apart), told(apart)]).toEqual([[10, 12], []]);
    const tasks = read(
      "Task",
      ["Ann", "Alpha", FIRST, LAST, 10, "Design"],
      ["Ann", "Alpha", FIRST, LAST, 5, "Budget"],
      ["Ann", "Alpha", FIRST, LAST, 4, "Done"],
    );
    expect([hours(tasks), told(tasks)]).toEqual([[10, 5], ["HR-288 4 Done"]]);
  });
  test("a status of Done, and words that are no plan, change nothing", () => {
    const status = read(
      "Status",
      ["Ann", "Alpha", FIRST, LAST, 10, "Planned"],
      ["Bob", "Alpha", FIRST, LAST, 5, "Done"],
    );
    expect(hours(status)).toEqual([10, 5]);
    const kinds = read(
      "Type",
      ["Ann", "Alpha", FIRST, LAST, 10, "Billable"],
      ["Bob", "Alpha", FIRST, LAST, 5, "Internal"],
    );
    expect([hours(kinds), told(kinds)]).toEqual([[10, 5], []]);
  });
});
