import { expect, test } from "vitest";
import type { CellRange } from "../../core/plan/cells.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { given } from "../../core/sheets/given.ts";
import { marginSheet } from "../../core/sheets/margin.ts";
import { linesOf } from "../sheets/demo.ts";
import { day, rangesIn } from "../support/plan.ts";
import { ask } from "./ask.ts";

/** A retainer of 9,000 for January 2026, and rates of its own of 120 an hour; Sue works 2 h on each of 20 days. */
const FIRM = `
  Setting       | Value
  Horizon from  | 2026-01-05
  Horizon weeks | 4
  Currency      | EUR
  Money shown   | all

  Person | Role   | Weekly hours | Skills
  Sue    | Senior | 40           | AWS 2

  Engagement | Client | Kind            | Status    | From       | To
  Care       | Acme   | managed service | confirmed | 2026-01-01 | 2026-01-31

  Role   | Cost rate | Currency
  Senior | 50        | EUR

  Engagement | Kind             | Amount | Currency
  Care       | monthly retainer | 9000   | EUR

  Person | Engagement | Skill | Hours a day | From       | To         | Billable
  Sue    | Care       | AWS   | 2           | 2026-01-05 | 2026-01-30 | yes
`;
const RATES = "Engagement | Rate | Currency\nCare | 120 | EUR";

function seen(firm: string, ...tables: readonly string[]) {
  const ranges = rangesIn([firm, ...tables].join("\n\n"));
  const plan = readPlan(ranges.map((cells) => ({ cells })));
  const lines = linesOf(marginSheet(given(plan)), "A").map((line) => line.replace(/^A\d+ \| /, ""));
  return {
    revenue: ask("MARGIN", day("2026-01-01"), day("2026-01-31"), "", "", "measure=revenue", ...ranges),
    problems: (ask("PLANCHECK", ...ranges) as CellRange)
      .filter((row) => row[4] === "HR-310")
      .map((row) => row.join(" | ")),
    line: lines.find((line) => line.includes("on top of its retainer")),
  };
}

test("rates of its own charge every billable hour on top of a retainer, and that is said once", () => {
  const { revenue, problems, line } = seen(FIRM, RATES);
  // 9,000 and 40 h of 120.
  expect(revenue).toBe(9000 + 40 * 120);
  expect(problems).toEqual([
    "Rates row 2, Engagement | Care | has a retainer and rates of its own: every billable hour is charged at them on top of the retainer, from the first one on | Maybe say in Fees, column Included hours, how many hours a month the retainer covers (0: none); or delete these rates where it covers all. | HR-310",
  ]);
  expect(line).toBe("Every billable hour of Care is charged at rates of its own, on top of its retainer.");
});

test.each([
  ["hours that the retainer covers are not billable", FIRM.replace("| yes", "| no"), RATES],
  ["a rate card holds for other work", FIRM, "Role | Rate | Currency\nSenior | 120 | EUR"],
  ["the work is lost", FIRM.replace("confirmed", "lost"), RATES],
])("nothing is said where %s", (_, firm, rates) => {
  const { revenue, problems, line } = seen(firm, rates);
  expect(revenue).toBe(firm.includes("lost") ? 0 : 9000);
  expect(problems).toEqual([]);
  expect(line).toBeUndefined();
});
