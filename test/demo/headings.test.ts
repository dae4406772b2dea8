import { describe, expect, test } from "vitest";
import { demoFirm } from "../../core/demo/firm.ts";
import { smallDemo } from "../../core/demo/small.ts";
import type { Cell } from "../../core/plan/cells.ts";

/** The product's tables, written out once more: a heading that changes here breaks every example. */
const HEADINGS: readonly (readonly [table: string, headings: string])[] = [
  ["Settings", "Setting | Value | Note"],
  [
    "People",
    "Person | Team | Role | Location | Weekly hours | Working days | From | To | Skills | Utilization target | Kind | Odds | Ramp-up weeks",
  ],
  ["Skills", "Person | Skill | Level | Certificate | Valid from | Valid to"],
  ["Engagements", "Engagement | Client | Kind | Status | Odds | From | To | Priority | Owner"],
  ["Demand", "Engagement | Skill | Min level | Certificate | From | To | Hours a week | FTE | Total hours | Spread"],
  ["Allocations", "Person | Engagement | Skill | From | To | Hours a day | Hours a week | Share | Billable | Note"],
  ["Support", "Engagement | Skill | Min level | From | To | Hours a week | Tickets a week | Hours a ticket"],
  ["Tickets", "Opened | Engagement | Skill | Hours | Closed | Billable"],
  ["Leave", "Person | From | To | Hours a day | Kind"],
  ["Holidays", "Location | Day | Name"],
  [
    "Scenarios",
    "Scenario | Change | On | Person | Engagement | To engagement | Skill | Level | Certificate | Location | From | To | Hours a week | Percent | Weeks | Note",
  ],
  ["Actuals", "Day | Person | Engagement | Hours | Billable"],
  ["Milestones", "Engagement | Milestone | Baseline | Due | Delivered"],
];

describe.each([
  ["the small demo", smallDemo],
  ["the demo firm", demoFirm],
])("%s", (_, make) => {
  const plan = make();

  test("has its tables in order, each with its headings", () => {
    expect([...plan].map(([table, [headings]]) => [table, headings?.join(" | ")])).toEqual(HEADINGS);
  });

  test("has a cell under every heading of every row, and nothing that a host could not show", () => {
    const shows = (cell: Cell) => cell === null || (cell !== "" && /^(string|number|boolean)$/.test(typeof cell));
    for (const [table, [headings = [], ...rows]] of plan) {
      expect(
        rows.filter((row) => row.length !== headings.length || !row.every(shows)),
        table,
      ).toEqual([]);
    }
  });

  test("begins on Monday 5 January 2026 and says how it is to be read", () => {
    const settings = new Map(plan.get("Settings")?.map(([setting, value]) => [setting, value]));
    expect(settings.get("Horizon from")).toBe(46027);
    expect(settings.get("Grain")).toBe("week");
    expect(settings.get("Plan")).toBe("capacity");
    expect(settings.get("Utilization target")).toBe(0.85);
    expect(settings.get("Full-time hours")).toBe(40);
    expect(settings.get("Pipeline")).toBe("odds");
    expect(settings.get("Hires")).toBe("odds");
    expect(settings.get("Utilization denominator")).toBe("effective");
  });

  test("is the same in every run", () => {
    expect(make()).toEqual(plan);
  });
});
