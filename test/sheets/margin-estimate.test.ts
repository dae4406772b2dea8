import { expect, test } from "vitest";
import { given } from "../../core/sheets/given.ts";
import { marginSheet } from "../../core/sheets/margin.ts";
import type { Grid } from "../../core/sheets/model.ts";
import { planIn } from "../support/plan.ts";

/** What each engagement is marked with ≈ at completion, where 40 hours of each are nobody's yet. */
function marked(kind: string, fee: string): readonly string[] {
  const plan = planIn(`
    Setting | Value
    Horizon from | 2026-01-05
    Horizon weeks | 4
    Currency | EUR
    Money shown | all

    Person | Role | Weekly hours | Skills
    Kim | Mid | 40 | AWS 3

    Engagement | Kind | From | To
    Care | ${kind} | 2026-01-05 | 2026-01-30

    Engagement | Skill | Total hours | From | To
    Care | AWS | 40 | 2026-01-05 | 2026-01-30

    Role | Rate
    Mid | 100

    Role | Cost rate
    Mid | 50

    Engagement | Kind | Amount | From | To
    ${fee}
  `);
  const grid = marginSheet(given(plan)).blocks.find((one): one is Grid => "key" in one && one.key === "completion")!;
  const own = (grid.shownAs ?? []).filter(({ row, shows }) => row === 0 && shows.startsWith("estimate"));
  return own.map(({ column }) => grid.columns[column]!.key);
}

test("a fee or a retainer is exact, though who does the work and what it costs is not known yet", () => {
  expect(marked("managed service", "Care | monthly retainer | 3000 | 2026-01-01 | 2026-01-31")).toEqual([
    "cost",
    "margin",
  ]);
  expect(marked("fixed price", "Care | fixed fee | 3000 | 2026-01-05 | 2026-01-30")).toEqual(["cost", "margin"]);
});

test("what is paid by the hour for nobody's work yet is an estimate", () => {
  expect(marked("time and materials", "Care | expense | 10 | 2026-01-05 |")).toEqual(["revenue", "cost", "margin"]);
});
