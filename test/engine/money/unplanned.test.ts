import { expect, test } from "vitest";
import { countedBy } from "../../../core/engine/counted.ts";
import { atCompletion } from "../../../core/engine/money/at-completion.ts";
import type { CellRange } from "../../../core/plan/cells.ts";
import { readPlan } from "../../../core/plan/read-plan.ts";
import { given } from "../../../core/sheets/given.ts";
import { marginSheet } from "../../../core/sheets/margin.ts";
import { ask } from "../../functions/ask.ts";
import { linesOf } from "../../sheets/demo.ts";
import { day, rangesIn } from "../../support/plan.ts";

/** A retainer of 9,000 a month in 2026; Sue costs 80 an hour. */
const FIRM = `
  Setting       | Value
  Horizon from  | 2026-01-05
  Horizon weeks | 12
  Currency      | EUR
  Money shown   | all

  Person | Role   | Weekly hours
  Sue    | Senior | 40

  Engagement | Client | Kind            | Status    | From       | To
  Care       | Acme   | managed service | confirmed | 2026-01-01 | 2026-12-31

  Role   | Cost rate | Currency
  Senior | 80        | EUR

  Engagement | Kind             | Amount | Currency
  Care       | monthly retainer | 9000   | EUR
`;
const until = (to: string): string =>
  `Person | Engagement | Hours a day | From | To\nSue | Care | 6 | 2026-01-01 | ${to}`;

function seen(asOf: string, ...tables: readonly string[]) {
  const ranges = rangesIn([FIRM.replace("  Currency ", `  As of | ${asOf}\n  Currency `), ...tables].join("\n\n"));
  const plan = readPlan(ranges.map((cells) => ({ cells })));
  const all = atCompletion(plan, countedBy(plan.settings), { from: day("2026-01-05"), to: day("2026-03-29") });
  return {
    ...all[0]!,
    problems: (ask("PLANCHECK", ...ranges) as CellRange).filter((row) => row[4] === "HR-309").map((row) => row[2]),
    quarter: ask("MARGIN", day("2026-01-01"), day("2026-03-31"), "", "", "measure=cost", ...ranges),
    sheet: () => linesOf(marginSheet(given(plan)), "A").map((line) => line.replace(/^A\d+ \| /, "")),
  };
}

test("months that a retainer pays after the last planned work cost nobody knows what: at completion is not known", () => {
  const { problems, sheet, ...care } = seen("2026-01-31", until("2026-03-31"));
  // 21, 20 and 22 working days of 6 h (New Year's Day counts: no holidays are given), at 80.
  expect(care.quarter).toBe((22 + 20 + 22) * 6 * 80);
  expect(care.budget).toEqual({ revenue: 12 * 900000, cost: null });
  expect(care.toDate).toEqual({ revenue: 900000, cost: 22 * 6 * 8000 });
  expect(care.toCome).toEqual({ revenue: 11 * 900000, cost: null });
  expect(care.lacksEffort).toBe(true);
  expect(problems).toEqual([
    "no work is planned from 2026-04-01 to 2026-12-31, though its retainer is paid then: what it costs, and what it comes to, at completion is not known",
  ]);
  const lines = sheet();
  expect(lines.find((line) => line.includes("no work planned"))).toMatch(
    /^Care \| no work planned \| 0\.0 \| 1 \| its retainer at completion: no work is planned from 2026-04-01 to 2026-12-31/,
  );
  expect(lines.find((line) => line.startsWith("All that ends"))).toContain("incomplete");
  // Its months are as planned.
  expect(lines[1]).toMatch(/^EUR .* of revenue leave /);
});

test.each([
  ["work is planned in its last month", "2026-01-31", [until("2026-12-01")]],
  ["these months are past: nobody worked in them", "2026-12-31", [until("2026-03-31")]],
  [
    "no work is planned at all",
    "2026-01-31",
    ["Engagement | From | To | Hours a week\nCare | 2026-01-01 | 2026-12-31 | 0"],
  ],
  [
    "hours are asked for up to its end",
    "2026-01-31",
    ["Engagement | From | To | Hours a week\nCare | 2026-01-01 | 2026-12-31 | 10", until("2026-03-31")],
  ],
])("it is known where %s", (_, asOf, tables) => {
  const care = seen(asOf, ...tables);
  expect(care.toCome.cost).not.toBeNull();
  expect(care.budget.cost).not.toBeNull();
  expect(care.lacksEffort).toBe(false);
  expect(care.problems).toEqual([]);
});
