import fc from "fast-check";
import { expect, test } from "vitest";
import type { CellRange } from "../../../core/plan/cells.ts";
import { ask } from "../../functions/ask.ts";
import { day, rangesIn } from "../../support/plan.ts";
import "../../support/seed.ts";
import { FIRST, firmOf, tablesOf } from "./random-firm.ts";
import { isWeekend } from "./slow-money.ts";

/** Eva leaves Alpha, which pays by the hour, for a week of Beta, whose fee is fixed: 20 hours. */
const FIRM = `
  Setting | Value
  Horizon from | 2026-01-05
  Horizon weeks | 12
  Currency | EUR

  Person | Role | Weekly hours | Skills
  Eva | Senior | 40 | Java 4
  Kim | Mid | 40 | Java 3

  Engagement | Client | Kind | Status | From | To
  Alpha | Bank | time and materials | confirmed | 2026-01-05 | 2026-03-27
  Beta | Shop | fixed price | confirmed | 2026-01-12 | 2026-02-27

  Person | Engagement | Hours a day | From | To
  Eva | Alpha | 4 | 2026-01-05 | 2026-03-27
  Kim | Beta | 6 | 2026-01-12 | 2026-02-27

  Role | Rate
  Senior | 140
  Mid | 100

  Role | Cost rate
  Senior | 60
  Mid | 45

  Engagement | Kind | Amount
  Beta | fixed fee | 40000

  Scenario | Change | Person | Engagement | To engagement | From | To
  Help Beta | move | Eva | Alpha | Beta | 2026-02-02 | 2026-02-06
`;

const marginsOf = (from: number, to: number, where: string, tables: readonly CellRange[]) =>
  new Map((ask("MARGIN", from, to, "engagement", "", where, ...tables) as CellRange).slice(1).map(([a, b]) => [a, b]));

test("who moves onto a fixed fee costs what their hours cost: the fee pays no more for them", () => {
  const tables = rangesIn(FIRM);
  const [monday, friday] = [day("2026-02-02"), day("2026-02-06")];
  const moved = ask("TRADEOFF", "Eva", "Alpha", "Beta", monday, friday, "", ...tables) as CellRange;
  // Alpha's 20 hours are open at the average of two: 120 less 52.50 instead of 140 less 60. Beta pays 20 × 60 and earns its fee as before.
  expect(moved.map((row) => [row[0], row[5]])).toEqual([
    ["Engagement", "Margin, all days"],
    ["Alpha", 20 * (67.5 - 80)],
    ["Beta", -20 * 60],
  ]);
  const [was, is] = ["", "scenario=Help Beta"].map((where) =>
    marginsOf(day("2026-01-01"), day("2026-03-31"), where, tables),
  );
  for (const [name, change] of [
    ["Alpha", -250],
    ["Beta", -1200],
  ] as const)
    expect(Number(is!.get(name)) - Number(was!.get(name))).toBe(change);
  expect(ask("COMPARE", day("2026-01-01"), day("2026-03-31"), "margin", "", "", ...tables)).toEqual([
    ["Scenario", "Margin"],
    ["Baseline", 49_750],
    ["Help Beta", 48_300],
  ]);
});

test("a retainer without a last day pays the same whoever works: the change is known", () => {
  const tables = rangesIn(
    FIRM.replace("Alpha | Bank | time and materials", "Alpha | Bank | managed service")
      .replace("Beta | fixed fee | 40000", "Beta | fixed fee | 40000\n  Alpha | monthly retainer | 9000")
      .replace("2026-03-27\n  Beta | Shop", "\n  Beta | Shop"),
  );
  const moved = ask(
    "TRADEOFF",
    "Eva",
    "Alpha",
    "Beta",
    day("2026-02-02"),
    day("2026-02-06"),
    "",
    ...tables,
  ) as CellRange;
  // 20 hours of Alpha at 52.50 on average instead of 60.
  expect(moved[1]![5]).toBe(20 * 7.5);
});

/** HEADROOM_ORACLE=full judges 4,000 firms. */
const numRuns = process.env.HEADROOM_ORACLE === "full" ? 4000 : 40;

test("any move changes margins as the same move in a scenario does, over all days of the firm", () => {
  let judged = 0;
  fc.assert(
    fc.property(fc.nat(2_000_000_000), fc.nat(1000), fc.nat(1000), (seed, which, other) => {
      const firm = firmOf(seed);
      const booked = firm.bookings.filter(
        ({ who, on }) => who !== null && firm.engagements.some(({ name }) => name !== on),
      );
      fc.pre(booked.length > 0 && firm.costs.length > 0);
      const { who, on, from: first, to: last } = booked[which % booked.length]!;
      const others = firm.engagements.filter(({ name, status }) => name !== on && status !== "lost");
      const leaving = firm.engagements.find(({ name }) => name === on)!;
      fc.pre(others.length > 0 && leaving.status !== "lost");
      const joining = others[other % others.length]!.name;
      const [from, to] = [first, Math.min(last, first + 9)];
      fc.pre(Array.from({ length: to - from + 1 }, (_, i) => from + i).some((one) => !isWeekend(one)));
      const scenario: CellRange = [
        ["Scenario", "Change", "Person", "Engagement", "To engagement", "From", "To"],
        ["S", "move", who, on, joining, from, to],
      ];
      const tables = [...tablesOf(firm), scenario];
      const moved = ask("TRADEOFF", who, on, joining, from, to, "", ...tables) as CellRange;
      const [was, is] = ["", "scenario=S"].map((where) => marginsOf(FIRST - 200, FIRST + 400, where, tables));
      for (const row of moved.slice(1)) {
        const [before, after] = [was!.get(row[0]!) ?? 0, is!.get(row[0]!) ?? 0];
        if (before === "n/a" || after === "n/a") continue;
        expect(row[5]).toBeCloseTo(Number(after) - Number(before), 6);
        judged++;
      }
    }),
    { numRuns },
  );
  expect(judged).toBeGreaterThan(numRuns / 2);
}, 600_000);
