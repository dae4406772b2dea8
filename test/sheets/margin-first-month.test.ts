import { describe, expect, test } from "vitest";
import type { CellRange } from "../../core/plan/cells.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { given } from "../../core/sheets/given.ts";
import { marginSheet } from "../../core/sheets/margin.ts";
import { bridgeRows, marginBridgeSheet } from "../../core/sheets/margin-bridge.ts";
import { moneyTable } from "../../core/sheets/money-rows.ts";
import { ask } from "../functions/ask.ts";
import { sheetPicture } from "../support/picture.ts";
import { day, rangesIn } from "../support/plan.ts";

/** Sue works 40 hours in a week that costs 50 an hour; an hour is worth 100, and 110 from 1 February. */
const RANGES = (horizonFrom: string, work: string) =>
  rangesIn(`
    Setting | Value
    Horizon from | ${horizonFrom}
    Horizon weeks | 4
    Currency | EUR
    Money shown | all

    Person | Role   | Weekly hours
    Sue    | Senior | 40

    Engagement | Client | Kind               | Status    | From       | To
    T          | Acme   | time and materials | confirmed | 2026-01-01 | 2026-02-28

    Person | Engagement | Hours a day | From | To
    Sue    | T          | 8           | ${work}

    Role   | Rate | Currency | From
    Senior | 100  | EUR      | 2025-01-01
    Senior | 110  | EUR      | 2026-02-01

    Role   | Cost rate | Currency
    Senior | 50        | EUR
  `);
const from = (ranges: ReturnType<typeof RANGES>) => given(readPlan(ranges.map((cells) => ({ cells }))));

describe("the months of money begin with that of the horizon's own first day", () => {
  test("a rate that changes on Sunday 1 February, where the horizon begins, is no step: on the sheet as in the function", () => {
    const ranges = RANGES("2026-02-01", "2026-02-02 | 2026-02-06");
    const made = from(ranges);
    const table = moneyTable(made);
    expect([table.months.from, table.months.to]).toEqual([day("2026-02-01"), day("2026-02-28")]);
    // 40 h × 110 = 4,400, less 40 h × 50 = 2,000.
    expect(bridgeRows(made, table).map(({ bridge }) => [bridge.baseline, bridge.billRate, bridge.now])).toEqual([
      [240000, 0, 240000],
    ]);
    const told = ask("MARGINBRIDGE", day("2026-02-01"), day("2026-02-28"), "total", "", ...ranges) as CellRange;
    const of = (step: string) => told.find(([name]) => name === step)?.[1] ?? told[1]![told[0]!.indexOf(step)];
    expect([of("Baseline"), of("Bill rate"), of("Now")]).toEqual([2400, 0, 2400]);
    expect(sheetPicture(marginBridgeSheet(made))).not.toContain("Jan 2026");
  });

  test("1 January 2026 is a Thursday: nothing is told of the December in which its week begins", () => {
    const made = from(RANGES("2026-01-01", "2026-01-05 | 2026-01-09"));
    const picture = sheetPicture(marginSheet(made));
    expect(made.weeks.from).toBe(day("2025-12-29"));
    expect(moneyTable(made).months.periods.map((month) => month.from)).toEqual([day("2026-01-01")]);
    expect(picture).toContain("Jan 2026");
    expect(picture).not.toContain("Dec 2025");
  });
});
