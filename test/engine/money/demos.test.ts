import { describe, expect, test } from "vitest";
import { countedBy } from "../../../core/engine/counted.ts";
import { completions } from "../../../core/engine/money/completion.ts";
import { missingLogs } from "../../../core/engine/money/missing-logs.ts";
import { agreementMargin, agreementRates, efficiency, realization } from "../../../core/engine/money/ratios.ts";
import type { Cell, CellRange } from "../../../core/plan/cells.ts";
import { readPlan } from "../../../core/plan/read-plan.ts";
import { dayNumber } from "../../../core/units.ts";
import { ask } from "../../functions/ask.ts";
import { rangesIn } from "../../support/plan.ts";
import { logged, planned, rates } from "./demo-tables.ts";

/** Thursday 1 January to Tuesday 31 March 2026. */
const [FROM, TO] = [46023, 46112];

const bridge = (tables: readonly CellRange[]) =>
  (ask("MARGINBRIDGE", 46027, TO, "engagement", "", ...tables) as CellRange)[1];

describe("time and materials", () => {
  const tables = (extra: string) =>
    rangesIn(`
      Person | Role | Weekly hours
      Sue | Senior | 40
      Mia | Mid | 40

      Engagement | Kind | From | To
      Portal | time and materials | 2026-01-05 | 2026-03-27

      Person | Engagement | Total hours | Billable
      Sue | Portal | 100 |
      Mia | Portal | 300 |
      ${extra}

      Role | Rate | Currency
      Senior | 150 | EUR
      Mid | 120 | EUR

      Role | Cost rate | Currency
      Senior | 90 | EUR
      Mid | 70 | EUR
    `);
  const figures = (extra: string) =>
    ["revenue", "cost", "margin", "percent"].map((measure) =>
      ask("MARGIN", FROM, TO, "", "", `measure=${measure}`, ...tables(extra)),
    );

  test("earns billable hours and costs all hours", () => {
    expect(figures("")).toEqual([51_000, 30_000, 21_000, 21 / 51]);
    expect(figures("Sue | Portal | 20 | no")).toEqual([51_000, 31_800, 19_200, 19.2 / 51]);
  });
});

describe("a bridge", () => {
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
  const fees = (...rows: readonly (readonly Cell[])[]): CellRange => [
    ["Engagement", "Kind", "Amount", "Currency", "From"],
    ...rows,
  ];
  const JANUARY = rangesIn(`
    Engagement | Kind | From | To
    Portal | time and materials | 2026-01-05 | 2026-01-30
  `);
  const FEE = ["Portal", "fixed fee", 48_000, "EUR", null];

  test("of time and materials has volume, mix and both rates", () => {
    expect(bridge([...planned("time and materials", PEOPLE), WORKED, BILL, COST])).toEqual([
      "Portal",
      21_000,
      1050,
      550,
      -1300,
      -800,
      0,
      0,
      0,
      20_500,
    ]);
  });

  test("of a fixed fee has the overrun and the dearer mix at cost: late seniors lose what they earn by the hour", () => {
    expect(bridge([...planned("fixed price", PEOPLE), WORKED, BILL, COST, fees(FEE)])).toEqual([
      "Portal",
      18_000,
      -1500,
      -1100,
      0,
      -800,
      0,
      0,
      0,
      14_600,
    ]);
  });

  test("has change orders and write-offs as parts of their own", () => {
    const changes = [
      ["Portal", "change order", 5000, "EUR", 46054],
      ["Portal", "write-off", 1200, "EUR", 46082],
    ];
    expect(bridge([...planned("fixed price", PEOPLE), WORKED, BILL, COST, fees(FEE, ...changes)])).toEqual([
      "Portal",
      18_000,
      -1500,
      -1100,
      0,
      -800,
      0,
      5000,
      -1200,
      18_400,
    ]);
  });

  test("shows a role that nobody planned as mix, not as rate", () => {
    // 100 hours in three months would be rounded three times.
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
    expect(bridge([who!, ...JANUARY, booked!, worked, bill, cost])).toEqual([
      "Portal",
      5000,
      500,
      400,
      0,
      0,
      0,
      0,
      0,
      5900,
    ]);
  });

  test("is all volume where nothing was planned", () => {
    const [people, work] = planned("time and materials", [["Mia", "Mid", 0]]);
    const worked = logged([["Mia", 600]]);
    const bill = rates("Rate", [["Mid", null, 120]]);
    const cost = rates("Cost rate", [["Mid", null, 70]]);
    expect(bridge([people!, work!, worked, bill, cost])).toEqual(["Portal", 0, 500, 0, 0, 0, 0, 0, 0, 500]);
  });

  test("adds up to the cent where every part has a fraction of one", () => {
    // In one month, so that each person's revenue and cost is rounded once: 1,650.66 before, 1,964.44 after.
    const people = [
      ["Sue", "Senior", 1001],
      ["Mia", "Mid", 703],
    ] as const;
    const [who, , booked] = planned("time and materials", people);
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
    expect(bridge([who!, ...JANUARY, booked!, worked, bill, cost])).toEqual([
      "Portal",
      1650.66,
      352.6,
      59.17,
      -70.31,
      -27.68,
      0,
      0,
      0,
      1964.44,
    ]);
  });
});

describe("a fixed fee part done", () => {
  test("earns by effort at completion, and says what it comes to", () => {
    // 180 hours done at 80, 240 to come at 77.5: six of them a day from 2 February on, eight weeks.
    const tables = rangesIn(`
      Person | Role | Weekly hours
      Sue | Senior | 40
      Mia | Mid | 40

      Engagement | Kind | From | To
      Portal | fixed price | 2026-01-05 | 2026-03-27

      Person | Engagement | From | To | Hours a day
      Mia | Portal | 2026-02-02 | 2026-03-27 | 6

      Person | Cost rate | Currency
      Sue | 80 | EUR
      Mia | 77.50 | EUR

      Engagement | Kind | Amount
      Portal | fixed fee | 48000

      Setting | Value
      As of | 2026-01-31
    `);
    const worked: CellRange = [
      ["Day", "Person", "Engagement", "Hours"],
      ...Array.from({ length: 18 }, (_, i) => [46027 + i, "Sue", "Portal", 10]),
    ];
    const figure = (measure: string, to: number) =>
      ask("MARGIN", FROM, to, "", "", `measure=${measure}`, ...tables, worked);
    expect(figure("revenue", 46053)).toBe(20_571.43);
    expect(figure("margin", 46053)).toBe(6171.43);
    expect(figure("revenue", TO)).toBe(48_000);
    expect(figure("percent", TO)).toBe(0.3125);
    const plan = readPlan([...tables, worked].map((cells) => ({ cells })));
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
