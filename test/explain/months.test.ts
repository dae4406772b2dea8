import fc from "fast-check";
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

describe("of a week that crosses the end of a month each month counts its own days, in the sheet as in Explain", () => {
  test("what is booked beyond what its days ask for is demand, as VARIANCE of the month has it", () => {
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
    // 22 working days: capacity 2 × 22 × 8 = 352 h, asked for 22 × 4 = 88 h; of the 20 h booked on the last two days 8 h are asked for.
    const variance = explainedIn(sheet, "Mar 2026 (from 2 Mar)", "variance");
    expect(figure(variance)).toBe(252 * 60);
    expect(figure(explainedIn(sheet, "Mar 2026 (from 2 Mar)", "load"))).toBe(284_091);
    expect(linesOf(variance.sums[0]!.parts)).toContain("Allocated beyond what is asked for -720");
    expectAllExplained(sheet);
  });

  test("a gap of its days is found with the free hours of its days", () => {
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
    // 6 h a day: of the first two days' 12 h nobody can do any, the three days of April have 24 h for 18.
    const gap = explainedIn(sheet, "Mar 2026 (from 2 Mar)", "gap");
    expect(figure(gap)).toBe(12 * 60);
    expect(linesOf(gap.sums[0]!.parts).some((line) => line.includes("Free hours"))).toBe(false);
    expect(figure(explainedIn(sheet, "Apr 2026 (to 26 Apr)", "gap"))).toBe(0);
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
    // On 1 and 2 January 28 h are worked and 8 h asked for: 20 h go beyond.
    // 352 − 88 asked for − 4 × 10 booked beyond it from 5 January on − 20 = 204 h.
    expect(figure(explainedIn(sheet, "Jan 2026", "variance"))).toBe(204 * 60);
    expectAllExplained(sheet);
  });

  test("of random uneven work around the ends of two months, every figure of the months adds up", () => {
    const MONDAYS = [46020, 46111] as const; // 29 December 2025 and 30 March 2026
    const week = fc.record({
      monday: fc.constantFrom(...MONDAYS),
      asked: fc.constantFrom(0, 15, 20, 30, 60),
      booked: fc.array(fc.constantFrom(0, 3, 6, 10, 14), { minLength: 5, maxLength: 5 }),
      logged: fc.array(fc.constantFrom(null, 0, 2, 7, 14), { minLength: 5, maxLength: 5 }),
      away: fc.constantFrom(-1, 0, 1, 2, 3, 4),
    });
    const weeks = fc.array(week, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(weeks, fc.constantFrom(46027, 46083), fc.constantFrom("week", "day"), (some, begins, grain) => {
        const lines = (of: (one: (typeof some)[number]) => readonly string[]) => some.flatMap(of).join("\n");
        const sheet = metricsOf(`
Setting       | Value
Horizon from  | ${begins}
Horizon weeks | 8
Grain         | ${grain}

Person | Weekly hours | Skills
Ana    | 40           | Java
Ben    | 30           | Java

Engagement | Status
Portal     | confirmed

Engagement | Skill | From | To | Hours a week
Portal | Java | 45992 | 46172 | 10
${lines(({ monday, asked }) => [`Portal | Java | ${monday} | ${monday + 4} | ${asked}`])}

Person | Engagement | Skill | From | To | Hours a day
${lines(({ monday, booked }) => booked.map((hours, i) => `Ana | Portal | Java | ${monday + i} | ${monday + i} | ${hours}`))}

Person | From | To
Ben | 46090 | 46090
${lines(({ monday, away }) => (away < 0 ? [] : [`Ana | ${monday + away} | ${monday + away}`]))}

Person | Engagement | Day | Hours
Ben | Portal | 46013 | 1
${lines(({ monday, logged }) => logged.flatMap((hours, i) => (hours === null ? [] : [`Ana | Portal | ${monday + i} | ${hours}`])))}
        `);
        expectAllExplained(sheet);
      }),
      { numRuns: process.env.HEADROOM_ORACLE === "full" ? 300 : 15 },
    );
  });
});

test("on time of a month is explained by all milestones of the calendar month, also those after its last logged day", () => {
  const sheet = metricsOf(`
    Setting       | Value
    Horizon from  | 2026-01-05
    Horizon weeks | 2

    Person | Weekly hours
    Ana    | 40

    Engagement | Kind
    Portal     | internal

    Engagement | Milestone | Baseline   | Delivered
    Portal     | One       | 2025-12-16 | 2025-12-16
    Portal     | Two       | 2025-12-31 | 2026-01-02

    Day        | Person | Engagement | Hours
    2025-12-15 | Ana    | Portal     | 8
    2025-12-19 | Ana    | Portal     | 8
  `);
  const found = explainedIn(sheet, "Dec 2025 (15 to 21 Dec)", "onTime");
  expect(figure(found)).toBe(500_000);
  expect(found.sums.map(({ parts }) => parts.length)).toEqual([1, 2]);
  expectAllExplained(sheet);
});
