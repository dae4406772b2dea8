import { expect, test } from "vitest";
import { deliveryMetrics } from "../../core/sheets/delivery-metrics.ts";
import { given } from "../../core/sheets/given.ts";
import type { SheetModel } from "../../core/sheets/model.ts";
import { sheetPicture } from "../support/picture.ts";
import { iso, planIn } from "../support/plan.ts";

/** Weekdays one after another from a Monday. */
const weekdays = (monday: number, count: number) =>
  Array.from({ length: count }, (_, i) => monday + 7 * Math.floor(i / 5) + (i % 5));
const MONDAY = 46027;

/** Ana's January was logged, 7 hours a day; the plan has 6. February is to come, with Go work that nobody can do. */
const firm = (goHours: number, more = "") => `
  Setting       | Value
  Horizon from  | 2026-02-02
  Horizon weeks | 3

  Person | Weekly hours | From       | Utilization target | Skills
  Ana    | 40           | 2026-01-05 | 80%                | Java

  Engagement | Kind
  Portal     | time and materials

  Engagement | Skill | From       | To         | Hours a week
  Portal     | Go    | 2026-02-02 | 2026-02-27 | ${goHours}

  Person | Engagement | Skill | From       | To         | Hours a day
  Ana    | Portal     | Java  | 2026-01-05 | 2026-02-27 | 6

  Day        | Person | Engagement | Hours
${weekdays(MONDAY, 20)
  .map((day) => `  ${iso(day)} | Ana | Portal | 7`)
  .join("\n")}
${more}`;

const HISTORY = `
  Engagement | Milestone | Baseline   | Due        | Delivered  | Cancelled
  Portal     | One       | 2026-01-09 |            | 2026-01-09 |
  Portal     | Two       | 2026-01-16 | 2026-01-20 | 2026-01-20 |
  Portal     | Three     | 2026-01-23 |            | 2026-01-22 |
  Portal     | Four      | 2026-01-28 |            | 2026-01-23 |
  Portal     | Five      | 2026-01-12 |            |            | yes
  Portal     | Six       | 2026-02-13 |            |            |

  Taken on   | Week       | Engagement | Skill | Person | Hours
  2025-12-08 | 2026-01-05 |            |       |        | 40x4
  2025-12-08 | 2026-01-05 | Portal     | Java  | Ana    | 28x2; 42; 35
`;

const sheet = (picture: string, holdsMoney = false) => deliveryMetrics(given(planIn(picture)), holdsMoney);
const rows = (model: SheetModel, key: string) => {
  const block = model.blocks.find((one) => one.key === key);
  if (block?.kind !== "grid") throw new RangeError(key);
  return block.rows;
};

test("a worked month and a month to come: utilization, forecast error, load, gap and milestones, each with its sign", () => {
  const [january = [], february = [], ...others] = rows(sheet(firm(10, HISTORY)), "months");
  expect(others).toEqual([]);
  // January: 20 days of 7 hours are 140 of 160, 2.5 points beyond the 5 above the target of 80 %.
  // Forecasts of 28, 28, 42 and 35 hours against four times 35: 21 of 140 off, 7 too few in sum. Three of four milestones were kept.
  expect(january.slice(0, 3)).toEqual(["Jan 2026", 0.875, "▲ watch"]);
  expect(january[3]).toBeCloseTo(0.15, 12);
  expect(january[4]).toBeCloseTo(-0.05, 12);
  expect(january.slice(5)).toEqual(["✓ good", null, null, null, null, 0.75, "▲ watch"]);
  // February: 120 of 160 hours are planned, and 40 hours of Go: enough hours, of the wrong skill. Nothing is due yet.
  expect(february).toEqual(["Feb 2026", 0.75, "✓ good", null, null, null, 1, 0, 40, "▲ watch", null, null]);
});

test("the headline names what asks for action, and its month", () => {
  expect(sheetPicture(sheet(firm(10, HISTORY)))).toContain("A2 | ✓ No metric asks for action in these months.");
  const short = sheet(firm(20, HISTORY));
  expect(sheetPicture(short)).toContain("A2 | ✕ Act on capacity against demand in Feb 2026.");
  // 120 and 80 hours of 160.
  expect(rows(short, "months")[1]!.slice(6, 10)).toEqual([1.25, -40, 80, "✕ act"]);
});

test("errors by lead time: the snapshot of 8 December is exactly four weeks before the first week, and too young for eight", () => {
  const [one = [], two = [], four = [], eight = [], twelve = []] = rows(sheet(firm(10, HISTORY)), "leads");
  for (const [row, lead] of [
    [one, 1],
    [two, 2],
    [four, 4],
  ] as const) {
    expect(row[0]).toBe(lead);
    expect(row[1]).toBeCloseTo(21 / 140, 12);
    expect(row[2]).toBeCloseTo(-7 / 140, 12);
    // The larger of each pair: 35 + 35 + 42 + 35.
    expect(row[3]).toBeCloseTo(1 - 21 / 147, 12);
    expect(row.slice(4)).toEqual([133, 140, 0, "4 weeks"]);
  }
  expect(eight).toEqual([8, null, null, null, 0, 0, 0, "needs hours worked until 6 Feb 2026: no snapshot is older"]);
  expect(twelve[7]).toBe("needs hours worked until 6 Mar 2026: no snapshot is older");
});

test("demand corrected by what past forecasts missed: 40 hours × 140 ÷ 133, without a band from four weeks", () => {
  expect(rows(sheet(firm(10, HISTORY)), "band")).toEqual([
    // 2,400 minutes become 2,526.3, of which whole minutes are shown.
    [46055, 40, expect.closeTo(42.1, 6), null, null, "4 weeks at a lead time of 1"],
    [46062, 40, expect.closeTo(42.1, 6), null, null, "4 weeks at a lead time of 2"],
    [46069, 40, expect.closeTo(42.1, 6), null, null, "4 weeks at a lead time of 4"],
  ]);
});

test("from ten weeks on the band leaves the lowest week and the highest week out", () => {
  // Forecasts of ten weeks; 35 hours were worked in each: 35 ÷ 70 = 0.5 is the lowest, 35 ÷ 20 = 1.75 the highest.
  // Smallest ratios that one and nine of ten are within: 0.5 and 1.4 (35 ÷ 25).
  const forecasts = [70, 35, 35, 35, 35, 35, 35, 25, 20, 35];
  const picture = `
    Setting       | Value
    Horizon from  | 2026-03-16
    Horizon weeks | 1

    Person | Weekly hours
    Ana    | 40

    Engagement | Kind
    Portal     | time and materials

    Person | Engagement | From       | To         | Hours a day
    Ana    | Portal     | 2026-01-05 | 2026-03-20 | 6

    Day        | Person | Engagement | Hours
${weekdays(MONDAY, 50)
  .map((day) => `    ${iso(day)} | Ana | Portal | 7`)
  .join("\n")}

    Taken on   | Week       | Engagement | Person | Hours
    2025-12-29 | 2026-01-05 |            |        | 40x10
    2025-12-29 | 2026-01-05 | Portal     | Ana    | ${forecasts.join("; ")}
  `;
  // 30 hours are planned; 350 hours were worked and 360 forecast.
  expect(rows(sheet(picture), "band")).toEqual([
    [46097, 30, expect.closeTo((30 * 350) / 360, 6), 15, 42, "10 weeks at a lead time of 1"],
  ]);
});

test("an empty plan says what each metric waits for", () => {
  const text = sheetPicture(sheet("Person | Weekly hours\nAna | 40"));
  // Nobody has billable work: 0 % is below half of any target, in the seven months of 26 weeks.
  expect(text).toContain("A2 | ✕ Act on utilization in Jan 2026, Feb 2026 and 5 others.");
  expect(text).toContain("No hours worked yet: utilization is of the plan.");
  expect(text).toContain("No snapshots yet: forecast accuracy begins a month after the first one.");
  expect(text).toContain("No milestone was due yet");
  expect(text).toContain("needs 4 weeks of history, 8 for a band");
});

test("a young snapshot is not no snapshot", () => {
  const young = `
    Taken on   | Week       | Engagement | Person | Hours
    2026-01-26 | 2026-01-26 | Portal     | Ana    | 30
  `;
  const text = sheetPicture(sheet(firm(10, young)));
  expect(text).toContain("No week is old enough yet to be held against its forecast: see how much is needed below.");
  expect(text).not.toContain("No snapshots yet");
});

test("the margin's sheet is named where there is one, else finance's workbook", () => {
  expect(sheetPicture(sheet(firm(10)))).toContain("Margin | Finance's workbook");
  expect(sheetPicture(sheet(firm(10), true))).toContain("This workbook shows it in the sheet Margin.");
});
