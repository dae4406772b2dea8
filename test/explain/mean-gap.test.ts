import { expect, test } from "vitest";
import { explainCell } from "../../core/explain/index.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { rangesIn } from "../support/plan.ts";
import { linesOf } from "./adds-up.ts";
import { cellsOf, expectExplained, isFigure, made } from "./figures.ts";

test("the gap on average is that of the outcomes beside it: a deal at each of its starts, and no reserve", () => {
  const plan = readPlan(
    rangesIn(`
      Setting | Value
      Horizon from | 2026-01-05
      Horizon weeks | 2
      Support reserve | 95%
      Start slip | 1 week 50%

      Person | Weekly hours | Skills
      Ana | 40 | Linux 4

      Engagement | Status | Odds
      Desk | confirmed |
      One | tentative | 80%

      Engagement | Skill | Tickets a week | Hours a ticket
      Desk | Linux | 10 | 2

      Engagement | Skill | From | To | Hours a week
      One | Linux | 2026-01-05 | 2026-01-11 | 60
    `).map((cells) => ({ cells })),
  );
  const sheet = made("Pipeline risk", plan, 2);
  const cells = cellsOf(sheet).filter(({ grid }) => grid.key === "weeks");
  for (const cell of cells) if (isFigure(cell)) expectExplained(sheet, cell);
  const [first, second] = cells.filter(({ grid, column }) => grid.columns[column]!.key === "mean");
  // By hand: 20 h of tickets and 40 % of 60 h in either week, 44 of 40 h.
  const told = [first, second].map((cell) => explainCell(sheet.from, cell!.grid, cell!.row, cell!.column)!);
  expect(told.map(({ title, sums }) => [title, sums[0]!.amount])).toEqual([
    ["Skill gap on average, week of 5 Jan 2026", 240],
    ["Skill gap on average, week of 12 Jan 2026", 240],
  ]);
  expect(told[0]!.rule).toContain("no reserve is part of it");
  const lines = told.map(({ sums }) => linesOf(sums[0]!.parts).join("\n"));
  expect(lines[0]).toContain("One: Linux, 60 h a week × 40 % odds 1440");
  expect(lines[1]).toContain("One, 1 week late: Linux, 60 h a week × 40 % odds 1440");
  expect(lines.join()).not.toContain("Support reserve");
});
