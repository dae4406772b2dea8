import { describe, expect, test } from "vitest";
import type { CellRange } from "../../core/plan/cells.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { holds } from "../../core/sheets/check-list.ts";
import { moneyChecks } from "../../core/sheets/checks-money.ts";
import { given } from "../../core/sheets/given.ts";
import { marginSheet } from "../../core/sheets/margin.ts";
import { marginBridgeSheet } from "../../core/sheets/margin-bridge.ts";
import type { Grid, SheetModel } from "../../core/sheets/model.ts";
import { logged, planned, rates } from "../engine/money/demo-tables.ts";
import { shown } from "../explain/figures.ts";
import { rangesIn } from "../support/plan.ts";

const SETTINGS = (more = "") =>
  rangesIn(`
    Setting       | Value
    Horizon from  | 2026-01-05
    Horizon weeks | 12
    Currency      | EUR
    Money shown   | all
    ${more}
  `);
const givenOf = (tables: readonly CellRange[], more = "") =>
  given(readPlan([...SETTINGS(more), ...tables].map((cells) => ({ cells }))));
const gridOf = ({ blocks }: SheetModel, key: string): Grid => {
  const found = blocks.find((block) => block.kind === "grid" && block.key === key);
  if (found?.kind !== "grid") throw new Error(`no block ${key}`);
  return found;
};

/** What stands in the column All months for each figure of a row, in cents and millionths; formulas as a spreadsheet computes them. */
function allMonths(tables: readonly CellRange[], more = "", label = "Portfolio"): ReadonlyMap<string, number | null> {
  const months = gridOf(marginSheet(givenOf(tables, more)), "months");
  const column = months.columns.findIndex(({ key }) => key === "all");
  return new Map(
    months.rows.flatMap((row, i) => (row[0] === label ? [[String(row[2]), shown(months, i, column)] as const] : [])),
  );
}

/** The rows of Margin bridge by their names: planned, volume, mix, bill rate, cost rate, support, change orders, write-offs, now, in euros. */
function bridge(tables: readonly CellRange[]): ReadonlyMap<string, readonly number[]> {
  const parts = gridOf(marginBridgeSheet(givenOf(tables)), "parts");
  expect(parts.columns.slice(3, 12).map(({ key }) => key)).toEqual([
    ...["baseline", "volume", "mix", "billRate", "costRate", "support", "scope", "writeOffs", "now"],
  ]);
  return new Map(
    parts.rows.map((row, i) => [
      String(row[0]),
      parts.columns.slice(3, 12).map((_, j) => shown(parts, i, 3 + j)! / 100),
    ]),
  );
}
/** What the waterfall of the portfolio says, and the one of Portal has to be the same since there is nothing else. */
function waterfall(tables: readonly CellRange[]): readonly number[] {
  const grid = gridOf(marginBridgeSheet(givenOf(tables)), "waterfall");
  return grid.rows.map((_, i) => shown(grid, i, 1)! / 100);
}

describe("time and materials on the sheet Margin", () => {
  const tables = (extra: string) =>
    rangesIn(`
      Person | Role   | Weekly hours
      Sue    | Senior | 40
      Mia    | Mid    | 40

      Engagement | Kind               | From       | To
      Portal     | time and materials | 2026-01-05 | 2026-03-27

      Person | Engagement | Total hours | Billable
      Sue    | Portal     | 100         |
      Mia    | Portal     | 300         |
      ${extra}

      Role   | Rate | Currency
      Senior | 150  | EUR
      Mid    | 120  | EUR

      Role   | Cost rate | Currency
      Senior | 90        | EUR
      Mid    | 70        | EUR
    `);

  test("100 h at 150 less 90 and 300 h at 120 less 70 leave 21,000, 41.2 %", () => {
    expect([...allMonths(tables(""))]).toEqual([
      ["Revenue", 5_100_000],
      ["Cost", 3_000_000],
      ["Margin", 2_100_000],
      ["Margin, %", 411_765],
      ["Hours", 24_000],
      ["Rate an hour", 12_750],
    ]);
  });

  test("20 more hours that nobody pays for leave 19,200, 37.6 %", () => {
    const all = allMonths(tables("Sue | Portal | 20 | no"));
    expect([all.get("Cost"), all.get("Margin"), all.get("Margin, %")]).toEqual([3_180_000, 1_920_000, 376_471]);
  });
});

describe("Margin bridge", () => {
  const PEOPLE = [
    ["Sue", "Senior", 6000],
    ["Mia", "Mid", 18_000],
  ] as const;
  const WORKED = logged([
    ["Sue", 9600],
    ["Mia", 15_600],
  ]);
  const BILL = rates("Rate", [
    ["Senior", 150, 150],
    ["Mid", 120, 115],
  ]);
  const COST = rates("Cost rate", [
    ["Senior", 90, 95],
    ["Mid", 70, 70],
  ]);
  const HEADS = ["Engagement", "Kind", "Amount", "Currency", "From"];
  const FEE = ["Portal", "fixed fee", 48_000, "EUR", null];
  const JANUARY = rangesIn(`
    Engagement | Kind               | From       | To
    Portal     | time and materials | 2026-01-05 | 2026-01-30
  `);
  const expectBridge = (tables: readonly CellRange[], steps: readonly number[]) => {
    expect(Object.fromEntries(bridge(tables))).toEqual({ Portal: steps, Portfolio: steps });
    expect(waterfall(tables)).toEqual(steps);
    expect(moneyChecks(givenOf(tables)).filter((one) => !holds(one))).toEqual([]);
  };

  test("of time and materials: +1,050 +550 −1,300 −800", () => {
    const tables = [...planned("time and materials", PEOPLE), WORKED, BILL, COST];
    expectBridge(tables, [21_000, 1050, 550, -1300, -800, 0, 0, 0, 20_500]);
  });

  test("of a fixed fee: the same hours lose 1,500 and 1,100", () => {
    const tables = [...planned("fixed price", PEOPLE), WORKED, BILL, COST, [HEADS, FEE]];
    expectBridge(tables, [18_000, -1500, -1100, 0, -800, 0, 0, 0, 14_600]);
    expect(allMonths(tables).get("Margin, %")).toBe(304_167);
  });

  test("of a fixed fee with a change order of 5,000 and a write-off of 1,200", () => {
    const changes = [
      ["Portal", "change order", 5000, "EUR", 46054],
      ["Portal", "write-off", 1200, "EUR", 46082],
    ];
    const tables = [...planned("fixed price", PEOPLE), WORKED, BILL, COST, [HEADS, FEE, ...changes]];
    expectBridge(tables, [18_000, -1500, -1100, 0, -800, 0, 5000, -1200, 18_400]);
  });

  test("of a role that nobody planned: mix, not rate", () => {
    const [who, , booked] = planned("time and materials", [
      ["Mia", "Mid", 6000],
      ["Art", "Architect", 0],
    ]);
    const worked = logged([
      ["Mia", 6000],
      ["Art", 600],
    ]);
    const bill = rates("Rate", [
      ["Mid", 120, 120],
      ["Architect", 180, 200],
    ]);
    const cost = rates("Cost rate", [
      ["Mid", 70, 70],
      ["Architect", 100, 110],
    ]);
    expectBridge([who!, ...JANUARY, booked!, worked, bill, cost], [5000, 500, 400, 0, 0, 0, 0, 0, 5900]);
  });

  test("of hours that were not planned at all: volume", () => {
    const [people, work] = planned("time and materials", [["Mia", "Mid", 0]]);
    const [bill, cost] = [rates("Rate", [["Mid", null, 120]]), rates("Cost rate", [["Mid", null, 70]])];
    expectBridge([people!, work!, logged([["Mia", 600]]), bill, cost], [0, 500, 0, 0, 0, 0, 0, 0, 500]);
  });

  test("whose every step has a fraction of a cent adds up to the cent", () => {
    const [who, , booked] = planned("time and materials", [
      ["Sue", "Senior", 1001],
      ["Mia", "Mid", 703],
    ]);
    const worked = logged([
      ["Sue", 1457],
      ["Mia", 611],
    ]);
    const bill = rates("Rate", [
      ["Senior", 125.5, 123.33],
      ["Mid", 99.5, 97.77],
    ]);
    const cost = rates("Cost rate", [
      ["Senior", 61.33, 62],
      ["Mid", 49.99, 51.11],
    ]);
    const steps = [1650.66, 352.6, 59.17, -70.31, -27.68, 0, 0, 0, 1964.44];
    expectBridge([who!, ...JANUARY, booked!, worked, bill, cost], steps);
  });
});

describe("a fixed fee part done, at completion", () => {
  // 180 hours done at 80, 240 to come at 77.5, six a day for eight weeks.
  const tables = rangesIn(`
    Person | Role   | Weekly hours
    Sue    | Senior | 40
    Mia    | Mid    | 40

    Engagement | Kind        | From       | To
    Portal     | fixed price | 2026-01-05 | 2026-03-27

    Person | Engagement | From       | To         | Hours a day
    Mia    | Portal     | 2026-02-02 | 2026-03-27 | 6

    Person | Cost rate | Currency
    Sue    | 80        | EUR
    Mia    | 77.50     | EUR

    Engagement | Kind      | Amount
    Portal     | fixed fee | 48000
  `);
  const worked: CellRange = [
    ["Day", "Person", "Engagement", "Hours"],
    ...Array.from({ length: 18 }, (_, i) => [46027 + i, "Sue", "Portal", 10]),
  ];

  test("is 42.9 % complete, has earned 20,571.43, and comes to a margin of 15,000, 31.3 %", () => {
    const model = marginSheet(givenOf([...tables, worked], "As of | 2026-01-31"));
    const of = (key: string) => {
      const grid = gridOf(model, key);
      return Object.fromEntries(grid.columns.map((column, i) => [column.key, shown(grid, 0, i)]));
    };
    expect(of("progress")).toMatchObject({ done: 10_800, remaining: 14_400, complete: 428_571, earned: 2_057_143 });
    expect(of("completion")).toMatchObject({
      spent: 1_440_000,
      coming: 1_860_000,
      revenue: 4_800_000,
      cost: 3_300_000,
      margin: 1_500_000,
      percent: 312_500,
    });
  });

  test("earns by month what adds up to the fee: 20,571.43 in January, of which 6,171.43 stay", () => {
    const months = gridOf(marginSheet(givenOf([...tables, worked], "As of | 2026-01-31")), "months");
    const january = new Map(months.rows.map((row, i) => [`${row[2]} of ${row[0]}`, shown(months, i, 3)]));
    expect(january.get("Revenue of Portal")).toBe(2_057_143);
    expect(january.get("Margin of Portal")).toBe(617_143);
    expect(allMonths([...tables, worked], "As of | 2026-01-31").get("Revenue")).toBe(4_800_000);
  });
});

describe("a retainer of 2,000 beside what its products are sold for", () => {
  const tables = (tickets: number) =>
    rangesIn(`
      Person | Role | Weekly hours | Skills
      Tia    | Ops  | 40           | Linux 3

      Engagement | Kind            | From       | To
      Care       | managed service | 2026-01-05 | 2026-01-30

      Day        | Person | Engagement | Hours
      2026-01-12 | Tia    | Care       | 10
      2026-01-13 | Tia    | Care       | 10

      Opened     | Engagement | Skill | Hours
      2026-01-12 | Care       | Linux | 8
      2026-01-13 | Care       | Linux | ${tickets - 8}

      Person | Cost rate | Currency
      Tia    | 55        | EUR

      Engagement | Kind             | Amount | Currency | From       | To
      Care       | monthly retainer | 2000   | EUR      | 2026-01-01 | 2026-01-31
    `);

  test("leaves 45.0 % after 20 h at 55, and 28.5 % with 6 h of untracked reactive work", () => {
    expect(allMonths(tables(20), "As of | 2026-01-31").get("Margin, %")).toBe(450_000);
    expect(allMonths(tables(26), "As of | 2026-01-31").get("Margin, %")).toBe(285_000);
  });
});
