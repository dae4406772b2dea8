import { describe, expect, test } from "vitest";
import type { CellRange } from "../../core/plan/cells.ts";
import { given } from "../../core/sheets/given.ts";
import { marginSheet } from "../../core/sheets/margin.ts";
import { ask } from "../functions/ask.ts";
import { linesOf } from "../sheets/demo.ts";
import { day, planIn, rangesIn, sentences } from "../support/plan.ts";

/** Three people, each 5 hours on 20 working days of an engagement of their own: 100 hours each. */
const firm = (setting = "", ops = "INR", exchange = "") => `
  Setting | Value
  Horizon from | 2026-01-05
  Horizon weeks | 4
  Money shown | all
  ${setting}

  Person | Role   | Weekly hours
  Kim    | Dev    | 40
  Lea    | Senior | 40
  Max    | Ops    | 40

  Engagement | Kind | From       | To
  A          | T&M  | 2026-01-05 | 2026-01-30
  B          | T&M  | 2026-01-05 | 2026-01-30
  C          | T&M  | 2026-01-05 | 2026-01-30

  Person | Engagement | Hours a day | From       | To
  Kim    | A          | 5           | 2026-01-05 | 2026-01-30
  Lea    | B          | 5           | 2026-01-05 | 2026-01-30
  Max    | C          | 5           | 2026-01-05 | 2026-01-30

  Role   | Rate | Currency
  Dev    | 100  | USD
  Senior | 150  | USD
  Ops    | 80   | USD

  Role   | Cost rate | Currency
  Dev    | 2000      | INR
  Senior | 3000      | INR
  Ops    | 1000      | ${ops}

  ${exchange}
`;
const EXCHANGE = "Currency | Rate\nINR | 0.012";
const column = (text: string, measure: string) =>
  (
    ask(
      "MARGIN",
      day("2026-01-01"),
      day("2026-01-31"),
      "engagement",
      "",
      `measure=${measure}`,
      ...rangesIn(text),
    ) as CellRange
  )
    .slice(1)
    .map((row) => row[1]);

describe("amounts in two currencies, and Settings do not say which one is the plan's", () => {
  test.each([
    ["INR in each", "INR"],
    ["one that names none", ""],
  ])("one hint, and one rule for all rows of costs: none of them is used (%s)", (_, ops) => {
    const text = firm("", ops);
    expect(sentences(planIn(text)).filter((one) => one.startsWith("HR-191"))).toEqual([
      'HR-191 Costs row 2, Currency: "INR" is another currency than USD, and Settings do not say which one the plan is in: all rows that do not name USD are left out. Maybe add the setting Currency (USD or INR), and the table Exchange.',
    ]);
    expect(column(text, "revenue")).toEqual([10000, 15000, 8000]);
    expect(column(text, "cost")).toEqual(["n/a", "n/a", "n/a"]);
    const sheet = linesOf(marginSheet(given(planIn(text))), "A").join("\n");
    expect(sheet).toContain("Incomplete: 3 rows are left out (Costs row 2 and 2 more)");
    const left = (ask("PLANCHECK", ...rangesIn(text)) as CellRange).filter((row) => row[4] === "HR-279");
    expect(left.map((row) => row[2])).toEqual([
      expect.stringMatching(
        /^is one of 3 rows that are left out \(Currency is another currency than USD.* 300 hours on A, B and 1 more/,
      ),
    ]);
  });

  test("the setting makes all of it known: 100 hours at 24, 36 and 12 dollars", () => {
    expect(column(firm("Currency | USD", "INR", EXCHANGE), "cost")).toEqual([2400, 3600, 1200]);
  });

  test("so does Exchange, which lists all currencies but the plan's own: each row is exchanged alike", () => {
    expect(column(firm("", "INR", EXCHANGE), "cost")).toEqual([2400, 3600, 1200]);
    expect(column(firm("", "", EXCHANGE), "cost")).toEqual([2400, 3600, 100000]);
    expect(sentences(planIn(firm("", "INR", EXCHANGE)))).toEqual([]);
    expect(sentences(planIn(firm("", "INR", `${EXCHANGE}\nUSD | 1`))).map((one) => one.slice(0, 19))).toEqual([
      "HR-191 Costs row 2,",
      "HR-191 Exchange row",
    ]);
  });

  test("a row whose currency is none has its own problem", () => {
    const said = sentences(planIn(firm("", "EUX")));
    expect(said.filter((one) => one.startsWith("HR-191"))).toEqual([
      expect.stringContaining("Costs row 2"),
      expect.stringContaining('Costs row 4, Currency: "EUX" is not a currency'),
    ]);
  });
});
