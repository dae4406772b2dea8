import { describe, expect, test } from "vitest";
import { explainCell } from "../../core/explain/index.ts";
import { given } from "../../core/sheets/given.ts";
import { planIn } from "../support/plan.ts";
import { linesOf } from "./adds-up.ts";
import { cellsOf, expectExplained, figure, grids, isFigure, made } from "./figures.ts";

const metricsOf = (tables: string) => {
  const plan = planIn(tables);
  return made("Delivery metrics", plan, 8, given(plan));
};

/** What Explain says of a month's figure. */
function explainedIn(sheet: ReturnType<typeof metricsOf>, month: string, column: string) {
  const grid = grids(sheet.model).find(({ key }) => key === "months")!;
  const row = grid.rows.findIndex(([name]) => name === month);
  const at = grid.columns.findIndex(({ key }) => key === column);
  return explainCell(sheet.from, grid, row, at)!;
}

const expectAllExplained = (sheet: ReturnType<typeof metricsOf>) => {
  for (const cell of cellsOf(sheet).filter(isFigure)) expectExplained(sheet, cell);
};

describe("a week that crosses the end of a month is shared by both months, in the sheet as in Explain", () => {
  test("uneven allocations inside what the week asks for are nothing beyond it", () => {
    const sheet = metricsOf(`
      Setting       | Value
      Horizon from  | 2026-03-02
      Horizon weeks | 8

      Person | Weekly hours | Skills
      Ana    | 40           | Java
      Ben    | 40           | Java

      Engagement | Status
      Portal     | confirmed

      Engagement | Skill | From       | To         | Hours a week
      Portal     | Java  | 2025-12-01 | 2026-04-30 | 20

      Person | Engagement | Skill | From       | To         | Hours a day
      Ana    | Portal     | Java  | 2026-03-30 | 2026-03-31 | 10
    `);
    // 22 working days: capacity 2 × 22 × 8 = 352 h, asked for 22 × 4 = 88 h; the 20 h booked are 20 h that the week asks for.
    const variance = explainedIn(sheet, "Mar 2026", "variance");
    expect(figure(variance)).toBe(264 * 60);
    expect(figure(explainedIn(sheet, "Mar 2026", "load"))).toBe(250_000);
    expect(linesOf(variance.sums[0]!.parts).some((line) => line.includes("beyond"))).toBe(false);
    expectAllExplained(sheet);
  });

  test("a gap of the week is found with the whole week's free hours", () => {
    const sheet = metricsOf(`
      Setting       | Value
      Horizon from  | 2026-03-02
      Horizon weeks | 8

      Person | Weekly hours | Skills
      Ana    | 40           | Java

      Engagement | Status
      Portal     | confirmed

      Engagement | Skill | From       | To         | Hours a week
      Portal     | Java  | 2026-03-30 | 2026-04-03 | 30

      Person | From       | To
      Ana    | 2026-03-30 | 2026-03-31
    `);
    // Three days of 8 h are free for 30 h; the week begins in March.
    const gap = explainedIn(sheet, "Mar 2026", "gap");
    expect(figure(gap)).toBe(6 * 60);
    expect(linesOf(gap.sums[0]!.parts)).toContain("  Free hours of everyone who can -1440");
    expect(figure(explainedIn(sheet, "Apr 2026", "gap"))).toBe(0);
    expectAllExplained(sheet);
  });

  test("so is what was logged unevenly over the turn of the year", () => {
    const logged = [2, 2, 2, 14, 14].map((hours, i) => `Ana | Portal | ${46020 + i} | ${hours}`);
    const sheet = metricsOf(`
      Setting       | Value
      Horizon from  | 2026-01-05
      Horizon weeks | 8

      Person | Weekly hours | Skills
      Ana    | 40           | Java
      Ben    | 40           | Java

      Engagement | Status
      Portal     | confirmed

      Engagement | Skill | From       | To         | Hours a week
      Portal     | Java  | 2025-12-01 | 2026-04-30 | 20

      Person | Engagement | Skill | From       | To         | Hours a day
      Ana    | Portal     | Java  | 2025-12-01 | 2026-01-30 | 6

      Person | Engagement | Day | Hours
      ${logged.join("\n      ")}
    `);
    // The week is worked 34 h and asks for 20, so that 14 h go beyond: 28/34 of them, 11.53 h, in January.
    // 352 − 88 asked for − 4 × 10 booked beyond it from 5 January on − 11 h 32 min = 212 h 28 min.
    expect(figure(explainedIn(sheet, "Jan 2026", "variance"))).toBe(12_748);
    expectAllExplained(sheet);
  });
});
