import { describe, expect, test } from "vitest";
import type { CellRange } from "../../../core/plan/cells.ts";
import { readPlan } from "../../../core/plan/read-plan.ts";
import { holds } from "../../../core/sheets/check-list.ts";
import { moneyChecks } from "../../../core/sheets/checks-money.ts";
import { given } from "../../../core/sheets/given.ts";
import { marginSheet } from "../../../core/sheets/margin.ts";
import { marginBridgeSheet } from "../../../core/sheets/margin-bridge.ts";
import { marginLinesSheet } from "../../../core/sheets/margin-lines.ts";
import { ask } from "../../functions/ask.ts";
import { linesOf } from "../../sheets/demo.ts";
import { day, rangesIn } from "../../support/plan.ts";

/**
 * Nobody is booked on Portal: a placeholder for Python, 10 hours a day for two weeks, 100 hours. Sue (40 hours a week) and Tom (20)
 * know Python. Sue is charged 120 and costs 60; Tom is charged 150 and costs 90: (2 × 120 + 150) ÷ 3 = 130, (2 × 60 + 90) ÷ 3 = 70.
 */
const FIRM = `
  Setting | Value
  Horizon from | 2026-01-05
  Horizon weeks | 3
  Currency | EUR
  Money shown | all

  Person | Role   | Weekly hours | Skills
  Sue    | Senior | 40           | Python 4
  Tom    | Lead   | 20           | Python 5
  Zoe    | Clerk  | 40           | Filing 3

  Engagement | Client | Kind               | Status    | From       | To
  Portal     | Acme   | time and materials | confirmed | 2026-01-05 | 2026-01-16
  Desk       | Acme   | time and materials | confirmed | 2026-01-05 | 2026-01-16

  Person | Engagement | Skill  | Hours a day | From       | To
  TBD    | Portal     | Python | 10          | 2026-01-05 | 2026-01-16
  Sue    | Desk       | Python | 1           | 2026-01-05 | 2026-01-16
`;
const RATES = "Role | Rate | Currency\nSenior | 120 | EUR\nLead | 150 | EUR";
const COSTS = "Person | Role | Cost rate | Currency\nSue | | 60 | EUR\n | Lead | 90 | EUR";
const EXCHANGE = "Currency | Rate | From\nUSD | 0.9 | 2026-01-01";

function seen(...tables: readonly string[]) {
  const ranges = rangesIn([FIRM, ...tables].join("\n\n"));
  const from = given(readPlan(ranges.map((cells) => ({ cells }))));
  const of = (lines: readonly string[]) => lines.map((line) => line.replace(/^A\d+ \| /, ""));
  const all = of(linesOf(marginSheet(from), "A"));
  const margin = (measure: string) =>
    ask("MARGIN", day("2026-01-05"), day("2026-01-25"), "", "", `measure=${measure}; engagement=Portal`, ...ranges);
  return {
    revenue: margin("revenue"),
    cost: margin("cost"),
    margin: margin("margin"),
    whole: ask("MARGIN", day("2026-01-05"), day("2026-01-25"), "", "", "", ...ranges),
    bridge: (ask("MARGINBRIDGE", day("2026-01-05"), day("2026-01-25"), "", "engagement=Portal", ...ranges) as CellRange)
      .slice(1)
      .flatMap((row) => row.slice(1)),
    headline: all[1],
    bridgeHeadline: of(linesOf(marginBridgeSheet(from), "A"))[1],
    lines: of(linesOf(marginLinesSheet(from), "A")).filter((line) => line.includes("average")),
    missing: all.slice(
      all.findIndex((line) => line.startsWith("Missing rates and fees")) + 2,
      all.findIndex((line) => line.startsWith("Margin by month")),
    ),
    problems: (ask("PLANCHECK", ...ranges) as CellRange).slice(1).map((row) => row.slice(1).join(" | ")),
    failing: moneyChecks(from)
      .filter((one) => !holds(one))
      .map(({ name, left }) => `${name}: ${left}`),
  };
}

describe("work that nobody is booked on", () => {
  test("is charged and costs the average of those who know its skill, by contract hours", () => {
    const { revenue, cost, margin, failing } = seen(RATES, COSTS);
    expect([revenue, cost, margin]).toEqual([13_000, 7000, 6000]);
    expect(failing).toEqual([]);
  });

  test("has no known cost as long as one of them costs an amount in a currency without exchange rate", () => {
    const one = seen(RATES, COSTS.replace("90 | EUR", "90 | USD"), EXCHANGE.replace("2026-01-01", "2026-01-12"));
    expect([one.revenue, one.cost, one.margin, one.whole]).toEqual([13_000, "n/a", "n/a", "n/a"]);
    expect(new Set(one.bridge)).toEqual(new Set(["n/a"]));
    expect(one.missing[0]).toMatch(
      /^USD \| no exchange rate \| 50\.0 \| 1 \| into EUR from 2026-01-05 to 2026-01-09: Portal/,
    );
    expect(one.headline).toBe(
      "Incomplete: USD has no exchange rate into EUR from 2026-01-05 to 2026-01-09, for 1 engagement, so that no total margin is known.",
    );
    expect(one.bridgeHeadline).toMatch(/^Incomplete: USD has no exchange rate/);
    expect(one.problems).toEqual([expect.stringContaining("the margin of 50 hours on Portal is not known")]);
    expect(one.failing).toEqual([
      "Engagements whose margin is incomplete: 1",
      "Currencies without an exchange rate: 1",
    ]);
  });

  test("counts hours once where charge and cost of several people lack the same exchange rate", () => {
    const { missing } = seen(
      RATES.replaceAll("EUR", "USD"),
      COSTS.replaceAll("EUR", "USD"),
      EXCHANGE.replace("2026-01-01", "2026-01-12"),
    );
    // 50 hours of Portal, 5 of Sue on the desk.
    expect(missing[0]).toMatch(/^USD \| no exchange rate \| 55\.0 \| 2 \|/);
  });

  test("has no known cost as long as one of them has no cost rate: the role that lacks it is named", () => {
    const one = seen(RATES, COSTS.replace("Lead", "Clerk"));
    expect([one.revenue, one.cost, one.margin]).toEqual([13_000, "n/a", "n/a"]);
    expect(one.missing[0]).toMatch(/^Lead \| no cost rate \| 100\.0 \| 1 \| Portal/);
    expect(one.headline).toMatch(/^Incomplete: 1 rate or fee is missing, for work on 1 engagement/);
    expect(one.problems).toEqual([
      expect.stringMatching(
        /^Lead \| has no cost rate, so that the margin of 100 hours on Portal is not known \| Maybe add a row for Lead\./,
      ),
    ]);
    expect(one.lines.join()).toContain("≈ average of people with Python, not known: role Lead: a cost rate is missing");
  });

  test("nor a known revenue as long as one of them has no rate, or two for one day", () => {
    const none = seen(RATES.replace("Lead", "Clerk"), COSTS);
    expect([none.revenue, none.cost]).toEqual(["n/a", 7000]);
    expect(none.missing[0]).toMatch(/^Lead \| no rate \| 100\.0 \| 1 \| Portal/);
    const two = seen(`${RATES}\nLead | 160 | EUR`, COSTS);
    expect([two.revenue, two.cost]).toEqual(["n/a", 7000]);
    expect(two.missing[0]).toMatch(/^Lead \| two rates for one day \| 100\.0 \| 1 \| Portal/);
    expect(two.headline).toMatch(/^Incomplete: two rates stand for one day of Lead/);
  });

  test("is known whatever people lack who do not know its skill, or have no hours", () => {
    const more = "Person | Role | Weekly hours | Skills\nAda | Guest | 0 | Python 3";
    const { margin } = seen(RATES, COSTS, more);
    expect(margin).toBe(6000);
  });
});

test("work that names no skill is charged as those are who are charged at all, and costs what everybody costs", () => {
  const any = FIRM.replace("TBD    | Portal     | Python", "TBD    | Portal     |       ");
  const margin = (costs: string, measure: string) =>
    ask(
      "MARGIN",
      day("2026-01-05"),
      day("2026-01-25"),
      "",
      "",
      `measure=${measure}; engagement=Portal`,
      ...rangesIn([any, RATES, costs].join("\n\n")),
    );
  // Zoe is charged to nobody; she costs 40: (2 × 60 + 90 + 2 × 40) ÷ 5 = 58.
  expect(margin(`${COSTS}\nZoe | | 40 | EUR`, "revenue")).toBe(13_000);
  expect(margin(`${COSTS}\nZoe | | 40 | EUR`, "cost")).toBe(5800);
  expect(margin(COSTS, "cost")).toBe("n/a");
});

describe("what a decision does to the margin", () => {
  const changes = `Scenario | Change | Engagement | Person     | Skill  | Level | Hours a week | From
                   More     | win    | Portal     |            |        |       |              |
                   More     | hire   |            | Somebody   | Python | 3     | 40           | 2026-01-05`;
  const tables = (costs: string) =>
    rangesIn(
      [
        FIRM.replace(
          "materials | confirmed | 2026-01-05 | 2026-01-16\n  Desk",
          "materials | tentative | 2026-01-05 | 2026-01-16\n  Desk",
        ),
        RATES,
        costs,
        changes,
      ].join("\n\n"),
    );
  const compared = (costs: string) =>
    ask("COMPARE", day("2026-01-05"), day("2026-01-25"), "margin", "", "pipeline=all", ...tables(costs)) as CellRange;

  test("COMPARE counts a scenario's hire in no average, since no table can price it", () => {
    // Ten hours of Sue on the desk: 1,200 less 600.
    expect(compared(COSTS)).toEqual([
      ["Scenario", "Margin"],
      ["Baseline", 6600],
      ["More", 6600],
    ]);
  });

  test("and says n/a where the average is not known", () => {
    expect(compared(COSTS.replace("Lead", "Clerk"))).toEqual([
      ["Scenario", "Margin"],
      ["Baseline", "n/a"],
      ["More", "n/a"],
    ]);
  });

  test("TRADEOFF says n/a for an engagement whose open hours cost an unknown average", () => {
    const moved = (costs: string) =>
      (
        ask(
          "TRADEOFF",
          "Sue",
          "Desk",
          "Portal",
          day("2026-01-05"),
          day("2026-01-25"),
          ...rangesIn([FIRM, RATES, costs].join("\n\n")),
        ) as CellRange
      ).map((row) => row.at(-1));
    // Ten hours of Sue, 1,200 less 600; without her at the average, 1,300 less 700. What she adds to Portal is 600.
    expect(moved(COSTS)).toEqual(["Margin, all days", 0, 600]);
    expect(moved(COSTS.replace("Lead", "Clerk"))).toEqual(["Margin, all days", "n/a", "n/a"]);
  });
});
