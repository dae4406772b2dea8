import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countedBy } from "../../../core/engine/counted.ts";
import { atCompletion } from "../../../core/engine/money/at-completion.ts";
import type { CellRange } from "../../../core/plan/cells.ts";
import { readPlan } from "../../../core/plan/read-plan.ts";
import { given } from "../../../core/sheets/given.ts";
import { marginSheet } from "../../../core/sheets/margin.ts";
import { marginBridgeSheet } from "../../../core/sheets/margin-bridge.ts";
import { dayNumber } from "../../../core/units.ts";
import { ask } from "../../functions/ask.ts";
import { sheetPicture } from "../../support/picture.ts";
import { day, planIn, rangesIn } from "../../support/plan.ts";
import "../../support/seed.ts";
import { DECIMALS, FIRST, firmOf, tablesOf } from "./random-firm.ts";

const SETTINGS = `
  Setting | Value
  Horizon from | 2026-01-05
  Horizon weeks | 12
  Currency | EUR
  Money shown | all
`;

/** Budget, forecast and what the sheet notes of a firm; money in whole units. */
function seen(text: string) {
  const plan = planIn(text);
  const from = given(plan);
  const lines = (model: Parameters<typeof sheetPicture>[0]) => sheetPicture(model).split("\n");
  const units = (minor: number | null) => (minor === null ? null : minor / 100);
  const all = atCompletion(plan, countedBy(plan.settings), { from: day("2026-01-05"), to: day("2026-03-29") });
  return {
    budgets: new Map(
      all.map(({ engagement, budget: { revenue, cost } }) => [
        plan.engagements[engagement]!.name,
        [units(revenue), units(cost)],
      ]),
    ),
    notes: [marginSheet(from), marginBridgeSheet(from)].map((model) =>
      lines(model)
        .filter((line) => /planned for/.test(line) && /^A\d+ \|/.test(line))
        .map((line) => line.replace(/^A\d+ \| /, "")),
    ),
    bridge: (name: string, begin: string, end: string) =>
      (ask("MARGINBRIDGE", day(begin), day(end), "engagement", "", ...rangesIn(text)) as CellRange)
        .find((row) => row[0] === name)!
        .slice(1),
  };
}

describe("a budget has the rates of the first planned day of its own engagement", () => {
  const firm = (portal: string) => `
    ${SETTINGS}

    Person | Role | Weekly hours
    Kim | Developer | 40
    Lea | Developer | 40

    Engagement | Client | Kind | Status | From | To
    Shop | Acme | time and materials | confirmed | 2026-02-02 | 2026-02-27
    Portal | Bank | time and materials | confirmed | ${portal} | 2026-01-30

    Person | Engagement | Hours a day | From | To
    Kim | Shop | 5 | 2026-02-02 | 2026-02-27
    Lea | Portal | 5 | ${portal} | 2026-01-30

    Role | Rate | Currency | From
    Developer | 100 | USD | 2025-01-01
    Developer | 110 | USD | 2026-01-01

    Role | Cost rate | From
    Developer | 50 | 2025-01-01
    Developer | 56 | 2026-01-01

    Currency | Rate | From
    USD | 0.9 | 2025-01-01
    USD | 0.8 | 2026-01-01
  `;

  test("however early another one began, and so has the bridge over any days", () => {
    // 20 days of 5 h at 110 dollars of 0.80, and at 56.
    for (const portal of ["2026-01-05", "2025-06-02"]) {
      const { budgets, bridge } = seen(firm(portal));
      expect(budgets.get("Shop")).toEqual([8800, 5600]);
      expect(bridge("Shop", "2025-01-01", "2026-12-31")).toEqual([3200, 0, 0, 0, 0, 0, 0, 0, 3200]);
    }
    // Portal's 175 days of 5 h from 2 June 2025 on, at 100 dollars of 0.90 and at 50, though 22 of them cost more now.
    expect(seen(firm("2025-06-02")).budgets.get("Portal")).toEqual([78_750, 43_750]);
  });

  test("and one hour that somebody logged for something else last year moves nothing", () => {
    const logged = (when: string) => `
      ${firm("2026-01-05")
        .replace("Horizon weeks | 12", "Horizon weeks | 12\n  As of | 2026-01-04")
        .replace("Portal | Bank", "Admin | | internal | confirmed | |\n    Portal | Bank")}

      Day | Person | Engagement | Hours
      ${when} | Kim | Admin | 2
    `;
    for (const when of ["2026-01-02", "2025-12-31"])
      expect(seen(logged(when)).budgets.get("Shop")).toEqual([8800, 5600]);
  });

  test("a bridge of later days has the rates of the first of them on which anything is planned", () => {
    // Portal in January 2026 alone: 20 days of 5 h, at 110 dollars of 0.80 and 56 from its first day on.
    expect(seen(firm("2025-06-02")).bridge("Portal", "2026-01-05", "2026-01-31")).toEqual([
      3200, 0, 0, 0, 0, 0, 0, 0, 3200,
    ]);
    // With Monday 29 December the week is planned at last year's: 3 × 5 h and 22 × 5 h at 90 less 50; 110 h of those are at 88 less 56 now.
    expect(seen(firm("2025-06-02")).bridge("Portal", "2025-12-29", "2026-01-31")).toEqual([
      5000, 0, 0, -220, -660, 0, 0, 0, 4120,
    ]);
  });
});

describe("hours logged before the plan begins", () => {
  const workdays = (from: string, to: string) =>
    Array.from({ length: day(to) - day(from) + 1 }, (_, i) => day(from) + i).filter((one) => (one + 5) % 7 < 5);
  const logs = (engagement: string, hours: number, from: string, to: string) =>
    workdays(from, to)
      .map((one) => `${one} | Kim | ${engagement} | ${hours}`)
      .join("\n");
  const firm = (kind: string, more = "", asOf = "2026-01-02") => `
    ${SETTINGS.replace("Currency |", `As of | ${asOf}\n  Currency |`)}

    Person | Role | Weekly hours
    Kim | Developer | 40

    Engagement | Client | Kind | Status | From | To
    Shop | Acme | ${kind} | confirmed | 2025-10-01 | 2026-03-27
    Admin | | internal | confirmed | | 

    Person | Engagement | Hours a day | From | To
    Kim | Shop | 5 | 2026-01-05 | 2026-03-27

    Role | Rate
    Developer | 100

    Role | Cost rate | From
    Developer | 50 | 2025-01-01
    Developer | 60 | 2026-01-01

    ${kind === "fixed price" ? "Engagement | Kind | Amount\nShop | fixed fee | 60000" : ""}

    Day | Person | Engagement | Hours
    ${logs("Shop", 8, "2025-10-01", "2025-12-31")}
    ${more}
  `;
  const NOTES = [
    "Hours logged before the plan of an engagement begins stand in its budget as they were worked, since nobody knows what was planned for them: Shop (528 h before 5 Jan 2026).",
    "Hours logged before the plan of an engagement begins stand on both sides as they were worked, since nobody knows what was planned for them: Shop (528 h before 5 Jan 2026).",
  ];

  test("are no overrun of a fixed fee, and are said", () => {
    // 66 days of 8 h at 50, and 60 days of 5 h at 60, for a fee of 60,000.
    const { budgets, notes, bridge } = seen(firm("fixed price"));
    expect(budgets.get("Shop")).toEqual([60_000, 26_400 + 18_000]);
    expect(notes[0]).toEqual([NOTES[0]]);
    expect(bridge("Shop", "2025-10-01", "2026-04-30")).toEqual([15_600, 0, 0, 0, 0, 0, 0, 0, 15_600]);
  });

  test("nor more volume of what is paid by the hour, at the rates of their own days", () => {
    const { budgets, bridge } = seen(firm("time and materials"));
    expect(budgets.get("Shop")).toEqual([82_800, 44_400]);
    expect(bridge("Shop", "2025-10-01", "2026-04-30")).toEqual([38_400, 0, 0, 0, 0, 0, 0, 0, 38_400]);
    expect(bridge("Shop", "2025-10-01", "2025-12-31")).toEqual([26_400, 0, 0, 0, 0, 0, 0, 0, 26_400]);
  });

  test("leave what differs from the plan since it began as it is, by the plan's own hours", () => {
    // On 5 January 8 h instead of 5: 3 h more at 60, whatever the 528 h before it cost.
    const later = firm("fixed price", "2026-01-05 | Kim | Shop | 8", "2026-01-05");
    expect(seen(later).bridge("Shop", "2025-10-01", "2026-04-30")).toEqual([15_600, -180, 0, 0, 0, 0, 0, 0, 15_420]);
  });

  test("where nothing is ever planned, all is volume, and the sheets say so", () => {
    const { budgets, notes, bridge } = seen(firm("fixed price", "2026-01-02 | Kim | Admin | 2"));
    expect(budgets.get("Admin")).toEqual([0, 0]);
    expect(bridge("Admin", "2025-10-01", "2026-04-30")).toEqual([0, -120, 0, 0, 0, 0, 0, 0, -120]);
    expect(notes).toEqual([
      [NOTES[0], "Nothing is planned for Admin (2 h): what was logged stands against a budget of no hours."],
      ["Nothing is planned for Admin (2 h): all of it is volume."],
    ]);
  });
});

/** HEADROOM_ORACLE=full judges 4,000 firms. */
const numRuns = process.env.HEADROOM_ORACLE === "full" ? 4000 : 40;

test("the budget at completion is where a bridge over all days starts", () => {
  let judged = 0;
  fc.assert(
    fc.property(fc.nat(2_000_000_000), (seed) => {
      const firm = firmOf(seed);
      fc.pre(firm.costs.length > 0 && firm.bookings.length + firm.needs.length + firm.actuals.length > 0);
      const tables = tablesOf(firm);
      const plan = readPlan(tables.map((cells) => ({ cells })));
      const days = { from: dayNumber(FIRST), to: dayNumber(FIRST + 83) };
      const rows = ask("MARGINBRIDGE", FIRST - 200, FIRST + 400, "engagement", "", ...tables) as CellRange;
      const baselines = new Map(rows.slice(1).map(([name, baseline]) => [name, baseline]));
      for (const { engagement, budget } of atCompletion(plan, countedBy(plan.settings), days)) {
        const baseline = baselines.get(plan.engagements[engagement]!.name) ?? 0;
        if (baseline === "n/a" || budget.revenue === null || budget.cost === null) continue;
        expect(Math.round(Number(baseline) * 10 ** DECIMALS[firm.currency]!)).toBe(budget.revenue - budget.cost);
        judged++;
      }
    }),
    { numRuns },
  );
  expect(judged).toBeGreaterThan(numRuns);
}, 600_000);
