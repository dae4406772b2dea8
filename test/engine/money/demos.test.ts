import { describe, expect, test } from "vitest";
import { countedBy } from "../../../core/engine/counted.ts";
import { completions } from "../../../core/engine/money/completion.ts";
import { missingLogs } from "../../../core/engine/money/missing-logs.ts";
import { agreementMargin, agreementRates, efficiency, realization } from "../../../core/engine/money/ratios.ts";
import type { CellRange } from "../../../core/plan/cells.ts";
import { readPlan } from "../../../core/plan/read-plan.ts";
import { dayNumber } from "../../../core/units.ts";
import { ask } from "../../functions/ask.ts";
import { rangesIn } from "../../support/plan.ts";
import { BRIDGES, feePartDone, timeAndMaterials } from "./demo-bridges.ts";

/** Thursday 1 January to Tuesday 31 March 2026. */
const [FROM, TO] = [46023, 46112];

const bridge = (tables: readonly CellRange[]) =>
  (ask("MARGINBRIDGE", 46027, TO, "engagement", "", ...tables) as CellRange)[1];

describe("time and materials", () => {
  const figures = (extra: string) =>
    ["revenue", "cost", "margin", "percent"].map((measure) =>
      ask("MARGIN", FROM, TO, "", "", `measure=${measure}`, ...timeAndMaterials(extra)),
    );

  test("earns billable hours and costs all hours", () => {
    expect(figures("")).toEqual([51_000, 30_000, 21_000, 21 / 51]);
    expect(figures("Sue | Portal | 20 | no")).toEqual([51_000, 31_800, 19_200, 19.2 / 51]);
  });
});

test.each(BRIDGES)("a bridge: $name", ({ tables, steps }) => {
  expect(bridge(tables)).toEqual(["Portal", ...steps]);
});

describe("a fixed fee part done", () => {
  test("earns by effort at completion, and says what it comes to", () => {
    const tables = [
      ...rangesIn(`
      Setting | Value
      As of | 2026-01-31
    `),
      ...feePartDone(),
    ];
    const figure = (measure: string, to: number) => ask("MARGIN", FROM, to, "", "", `measure=${measure}`, ...tables);
    expect(figure("revenue", 46053)).toBe(20_571.43);
    expect(figure("margin", 46053)).toBe(6171.43);
    expect(figure("revenue", TO)).toBe(48_000);
    expect(figure("percent", TO)).toBe(0.3125);
    const plan = readPlan(tables.map((cells) => ({ cells })));
    expect(completions(plan, countedBy(plan.settings))).toEqual([
      { engagement: 0, done: 10_800, remaining: 14_400, costToDate: 1_440_000, costToCome: 1_860_000, fee: 4_800_000 },
    ]);
  });
});

describe("hours", () => {
  test("of past days are those logged, 0 among them; a day on which nothing was logged has its plan", () => {
    const tables = rangesIn(`
      Person | Role | Weekly hours
      Ana | Dev | 40

      Engagement | Kind | From | To
      Portal | time and materials | 2026-01-05 | 2026-01-08

      Person | Engagement | Hours a day
      Ana | Portal | 8

      Person | Cost rate
      Ana | 1

      Day | Person | Engagement | Hours
      2026-01-05 | Ana | Portal | 6
      2026-01-06 | Ana | Portal | 0
      2026-01-07 | Ana | Portal |

      Setting | Value
      As of | 2026-01-07
    `);
    // At a cost of 1 an hour: 6, 0, the plan of 8, and 8 of the day to come.
    expect(ask("MARGIN", 46027, 46030, "", "day", "measure=cost", ...tables)).toEqual([
      ["Total", 46027, 46028, 46029, 46030],
      ["Total", 6, 0, 8, 8],
    ]);
    const plan = readPlan(tables.map((cells) => ({ cells })));
    expect(missingLogs(plan, { from: dayNumber(46027), to: dayNumber(46030) }, countedBy(plan.settings))).toBe(1);
  });
});

describe("customary ratios", () => {
  test("of a retainer: three effective rates, and its margin with and without untracked work", () => {
    const agreement = { fee: 300_000, toolCost: 70_000, toolRetail: 100_000, minutes: 1200 };
    expect(agreementRates(agreement)).toEqual({ plain: 15_000, lessToolCost: 11_500, lessToolRetail: 10_000 });
    // 20 hours at 55, then six more.
    expect(agreementMargin(agreement, 110_000)).toBe(0.45);
    expect(agreementMargin(agreement, 143_000)).toBe(0.285);
    expect(agreementRates({ ...agreement, minutes: 0 }).plain).toBe(null);
  });

  test("of efficiency and realization", () => {
    expect(efficiency(100_000, 480, 10_000)).toBe(1.25);
    expect(realization({ minutes: 1620, value: 378_000 }, 1800, 15_000)).toEqual({ hours: 0.9, value: 0.84 });
    expect(realization({ minutes: 0, value: 0 }, 0, 15_000)).toEqual({ hours: null, value: null });
  });
});
