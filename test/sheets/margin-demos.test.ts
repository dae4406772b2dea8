import { describe, expect, test } from "vitest";
import type { CellRange } from "../../core/plan/cells.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { holds } from "../../core/sheets/check-list.ts";
import { moneyChecks } from "../../core/sheets/checks-money.ts";
import { given } from "../../core/sheets/given.ts";
import { marginSheet } from "../../core/sheets/margin.ts";
import { marginBridgeSheet } from "../../core/sheets/margin-bridge.ts";
import type { Grid, SheetModel } from "../../core/sheets/model.ts";
import { BRIDGES, feePartDone, timeAndMaterials } from "../engine/money/demo-bridges.ts";
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
  test("100 h at 150 less 90 and 300 h at 120 less 70 leave 21,000, 41.2 %", () => {
    expect([...allMonths(timeAndMaterials())]).toEqual([
      ["Revenue", 5_100_000],
      ["Cost", 3_000_000],
      ["Margin", 2_100_000],
      ["Margin, %", 411_765],
      ["Hours", 24_000],
      ["Rate an hour", 12_750],
    ]);
  });

  test("20 more hours that nobody pays for leave 19,200, 37.6 %", () => {
    const all = allMonths(timeAndMaterials("Sue | Portal | 20 | no"));
    expect([all.get("Cost"), all.get("Margin"), all.get("Margin, %")]).toEqual([3_180_000, 1_920_000, 376_471]);
  });
});

describe("Margin bridge", () => {
  test.each(BRIDGES)("$name", ({ tables, steps }) => {
    expect(Object.fromEntries(bridge(tables))).toEqual({ Portal: steps, Portfolio: steps });
    expect(waterfall(tables)).toEqual(steps);
    expect(moneyChecks(givenOf(tables)).filter((one) => !holds(one))).toEqual([]);
  });

  test("of a fixed fee of 48,000 with a late senior leaves 30.4 %", () => {
    const { tables } = BRIDGES.find(({ steps }) => steps.at(-1) === 14_600)!;
    expect(allMonths(tables).get("Margin, %")).toBe(304_167);
  });
});

describe("a fixed fee part done, at completion", () => {
  test("is 42.9 % complete, has earned 20,571.43, and comes to a margin of 15,000, 31.3 %", () => {
    const model = marginSheet(givenOf(feePartDone(), "As of | 2026-01-31"));
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
    const months = gridOf(marginSheet(givenOf(feePartDone(), "As of | 2026-01-31")), "months");
    const january = new Map(months.rows.map((row, i) => [`${row[2]} of ${row[0]}`, shown(months, i, 3)]));
    expect(january.get("Revenue of Portal")).toBe(2_057_143);
    expect(january.get("Margin of Portal")).toBe(617_143);
    expect(allMonths(feePartDone(), "As of | 2026-01-31").get("Revenue")).toBe(4_800_000);
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
