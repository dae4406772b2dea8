import { describe, expect, test } from "vitest";
import type { CellRange } from "../../core/plan/cells.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { holds } from "../../core/sheets/check-list.ts";
import { moneyChecks } from "../../core/sheets/checks-money.ts";
import { given } from "../../core/sheets/given.ts";
import { marginSheet } from "../../core/sheets/margin.ts";
import { marginBridgeSheet } from "../../core/sheets/margin-bridge.ts";
import type { Grid } from "../../core/sheets/model.ts";
import { ask } from "../functions/ask.ts";
import { day, rangesIn } from "../support/plan.ts";
import { linesOf } from "./demo.ts";

/** Sue works 4 hours a day on Portal from Monday 5 January to Friday 27 February: 40 working days, 160 hours. */
const FIRM = `
  Setting | Value
  Horizon from | 2026-01-05
  Horizon weeks | 8
  Currency | EUR
  Money shown | all

  Person | Role   | Weekly hours
  Sue    | Senior | 40

  Engagement | Client | Kind               | Status    | From       | To
  Portal     | Acme   | time and materials | confirmed | 2026-01-05 | 2026-02-27
  Shop       | Acme   | fixed price        | confirmed | 2026-01-05 | 2026-02-27

  Person | Engagement | Hours a week | From       | To
  Sue    | Portal     | 20           | 2026-01-05 | 2026-02-27
`;
const RATE = "Role | Rate | Currency | From\nSenior | 150 | USD |";
const COST = "Person | Cost rate | Currency\nSue | 90 | EUR";
const EXCHANGE = "Currency | Rate | From\nUSD | 0.9 | 2026-02-15";
const feeOf = (row: string) => `Engagement | Kind | Amount | Currency | From | To\n${row}`;

function seen(...tables: readonly string[]) {
  const ranges = rangesIn([FIRM, ...tables].join("\n\n"));
  const from = given(readPlan(ranges.map((cells) => ({ cells }))));
  const of = (lines: readonly string[]) => lines.map((line) => line.replace(/^A\d+ \| /, ""));
  const all = of(linesOf(marginSheet(from), "A").map((line) => line.replace(/ \| inputs.*$/, "")));
  const at = all.findIndex((line) => line.startsWith("Missing rates and fees"));
  const failing = moneyChecks(from).filter((one) => !holds(one));
  return {
    headline: all[1],
    missing: all.slice(
      at + 2,
      all.findIndex((line, i) => i > at && line.startsWith("Margin by month")),
    ),
    bridge: of(linesOf(marginBridgeSheet(from), "A"))[1],
    failing: failing.map(({ name, left }) => `${name}: ${left}`),
    problems: (ask("PLANCHECK", ...ranges) as CellRange).slice(1).map((row) => row.join(" | ")),
    margin: (first: string, last: string) => ask("MARGIN", day(first), day(last), ...ranges),
  };
}

describe("an exchange rate that is missing on days on which money is needed", () => {
  // Six weeks of 20 hours before Sunday 15 February, two after it.
  const said = "from 2026-01-05 to 2026-02-13";

  test("is a problem with its days and what is at stake, in every place that says what is missing", () => {
    const { headline, missing, bridge, failing, problems, margin } = seen(RATE, COST, EXCHANGE);
    expect(problems).toEqual([
      `Rates row 2, Currency | USD | has no exchange rate into EUR ${said}, so that the margin of 120 hours on Portal is not known | Maybe add a row to Exchange: USD, its rate, From 2026-01-05 or earlier; mend a row of it that is left out; of two rows for one day, delete one. | HR-292`,
    ]);
    expect(missing[0]).toMatch(new RegExp(`^USD \\| no exchange rate \\| 120\\.0 \\| 1 \\| into EUR ${said}: Portal`));
    expect(headline).toBe(
      `Incomplete: USD has no exchange rate into EUR ${said}, for 1 engagement, so that no total margin is known.`,
    );
    expect(bridge).toBe(
      `Incomplete: USD has no exchange rate into EUR ${said}, for 1 engagement; 1 engagement of 1 cannot be bridged.`,
    );
    expect(failing).toEqual(["Engagements whose margin is incomplete: 1", "Currencies without an exchange rate: 1"]);
    // The rest computes: 40 hours of 150 dollars of 0.9 euros, less 40 of 90 euros.
    expect(margin("2026-02-16", "2026-02-27")).toBe(40 * 135 - 40 * 90);
    expect(margin("2026-01-05", "2026-02-27")).toBe("n/a");
  });

  test("counts hours once that are charged and cost in the same currency", () => {
    const { missing, problems } = seen(RATE, COST.replace("EUR", "USD"), EXCHANGE);
    expect(problems).toEqual([expect.stringMatching(/^Rates row 2, Currency; Costs row 2, Currency \| USD/)]);
    expect(missing[0]).toMatch(/^USD \| no exchange rate \| 120\.0 \| 1 \|/);
    expect(missing.filter((line) => line.startsWith("USD"))).toHaveLength(1);
  });

  test("is found for a fee, which has days and no hours", () => {
    const retainer = feeOf("Portal | monthly retainer | 2800 | USD | 2026-01-05 | 2026-02-27");
    const { problems, failing } = seen(RATE.replace("USD", "EUR"), COST, retainer, EXCHANGE);
    expect(problems[0]).toMatch(/^Fees row 2, Currency \| USD/);
    expect(problems).toEqual([
      expect.stringContaining(
        "USD | has no exchange rate into EUR from 2026-01-05 to 2026-02-14, so that the margin of the fees of Portal is not known",
      ),
      expect.stringMatching(/HR-303$/),
    ]);
    expect(failing).toContain("Currencies without an exchange rate: 1");
  });

  test("leads to the column that names the currency, also without one of its own", () => {
    const [euros, late] = [RATE.replace("USD", "EUR"), EXCHANGE];
    const places = (...tables: readonly string[]) =>
      seen(...tables).problems.flatMap((line) => (line.endsWith("HR-292") ? [line.split(" | ")[0]] : []));
    expect(places("Role | Rate (USD)\nSenior | 150", COST, late)).toEqual(["Rates row 2, Rate (USD)"]);
    expect(places("Role | Rate\nSenior | $ 150", "Person | Cost rate\nSue | USD 90", late)).toEqual([
      "Costs row 2, Cost rate",
    ]);
    expect(places("Role | Rate | Ccy\nSenior | 150 | USD", COST, late)).toEqual(["Rates row 2, Ccy"]);
    const retainer =
      "Engagement | Kind | Amount (USD) | From | To\nPortal | monthly retainer | 2800 | 2026-01-05 | 2026-02-27";
    expect(places(euros, COST, retainer, late)).toEqual(["Fees row 2, Amount (USD)"]);
  });

  test("and so where Exchange lacks the currency altogether, without a figure", () => {
    expect(seen("Role | Rate (USD)\nSenior | 150", COST, EXCHANGE.replace("USD", "SGD")).problems).toEqual([
      "Rates row 2, Rate (USD) | (hidden) | is in USD, which has no exchange rate into EUR, so that its amounts are not known | Maybe add USD to the table Exchange. | HR-192",
    ]);
  });

  test("is as unknown where two rows stand for one day", () => {
    const { problems, missing, failing } = seen(RATE, COST, `${EXCHANGE}\nUSD | 0.8 | 2026-02-15\nUSD | 0.85 |`);
    expect(problems.map((line) => line.slice(-6))).toEqual(["HR-121", "HR-121", "HR-292"]);
    expect(missing[0]).toMatch(
      /^USD \| no exchange rate \| 40\.0 \| 1 \| into EUR from 2026-02-16 to 2026-02-27: Portal/,
    );
    expect(failing).toContain("Currencies without an exchange rate: 1");
  });

  // The rate before it no longer holds: nobody knows what a dollar is worth in the last two weeks.
  test.each([
    ["whose rate is a word", "USD | soon | 2026-02-16", "HR-101", 40],
    ["whose rate is below 0", "USD | -0.8 | 2026-02-16", "HR-103", 40],
    ["without a rate", "USD | | 2026-02-16", "HR-101", 40],
    ["whose currency is none", "EUX | 0.8 | 2026-02-16", "HR-191", 40],
    ["without a currency", " | 0.8 | 2026-02-16", "HR-191", 40],
    ["whose day is a word, so that it may hold on any day", "USD | 0.8 | soon", "HR-111", 160],
  ])("is as unknown from the day of a row %s", (_, row, code, hours) => {
    const { problems, missing, margin } = seen(RATE, COST, `Currency | Rate | From\nUSD | 0.9 |\n${row}`);
    expect(problems.map((line) => line.slice(-6))).toEqual(expect.arrayContaining([code, "HR-292"]));
    expect(missing[0]).toMatch(new RegExp(`^USD \\| no exchange rate \\| ${hours}\\.0 \\| 1 `));
    expect(margin("2026-02-16", "2026-02-27")).toBe("n/a");
    // 40 hours of 150 dollars of 0.9 euros, less 40 of 90 euros.
    expect(margin("2026-01-05", "2026-01-16")).toBe(hours === 160 ? "n/a" : 40 * 135 - 40 * 90);
  });

  test("but not where the row that is left out is of another currency, or of the plan's own", () => {
    for (const row of ["SGD | soon | 2026-02-16", "EUR | 2 | 2026-02-16"])
      expect(seen(RATE, COST, `Currency | Rate | From\nUSD | 0.9 |\n${row}`).margin("2026-02-16", "2026-02-27")).toBe(
        40 * 135 - 40 * 90,
      );
  });

  test("and without the table Exchange the sheet lists it with all hours, beside the problem at its cell", () => {
    const { problems, missing, headline, failing } = seen(RATE, COST);
    expect(problems.map((line) => line.slice(-6))).toEqual(["HR-192"]);
    expect(missing[0]).toMatch(
      /^USD \| no exchange rate \| 160\.0 \| 1 \| into EUR from 2026-01-05 to 2026-02-27: Portal/,
    );
    expect(headline).toContain("USD has no exchange rate into EUR");
    expect(failing).toContain("Currencies without an exchange rate: 1");
  });
});

describe("a fee of a fixed price whose engagement has no effort yet", () => {
  const { headline, missing, bridge, failing, problems } = seen(
    RATE.replace("USD", "EUR"),
    COST,
    feeOf("Shop | fixed fee | 48000 | EUR | |"),
  );

  test("is named as what it is, everywhere, and no exchange rate is said to be missing", () => {
    expect(headline).toBe(
      "Incomplete: Shop has a fee of a fixed price and no effort, so that no total margin is known.",
    );
    expect(bridge).toBe(
      "Incomplete: Shop has a fee of a fixed price and no effort; 1 engagement of 2 cannot be bridged.",
    );
    expect(missing[0]).toMatch(/^Shop \| no effort \| 0\.0 \| 1 \| its fee of a fixed price is earned by effort/);
    expect(failing).toEqual(["Engagements whose margin is incomplete: 1", "Fixed fees without effort: 1"]);
    expect(problems).toEqual([
      "Fees row 2, Amount | Shop | has a fee of a fixed price and no effort, so that % complete, and what it has earned, is not known | Maybe plan its effort in Demand or Allocations, or make it lost where it will not come. | HR-293",
    ]);
  });
});

test("two rates for one day are said to be two, not none", () => {
  const { headline, missing, problems } = seen(`${RATE.replace("USD", "EUR")}\nSenior | 160 | EUR |`, COST);
  expect(headline).toBe("Incomplete: two rates stand for one day of Sue, so that no total margin is known.");
  expect(missing[0]).toMatch(/^Sue \| two rates for one day \| 160\.0 \| 1 \| Portal/);
  expect(problems.map((line) => line.slice(-6))).toEqual(["HR-121", "HR-121", "HR-194"]);
});

test("work planned for somebody without a cost rate, and done by another, has its reason in the bridge alone", () => {
  const { headline, bridge } = seen(
    RATE.replace("USD", "EUR"),
    "Person | Cost rate\nBen | 80",
    "Person | Role | Weekly hours\nBen | Senior | 40",
    "Day | Person | Engagement | Hours\n2026-02-27 | Ben | Portal | 8",
    ...["Setting | Value\nAs of | 2026-02-27", loggedByBen()],
  );
  expect(headline).toMatch(/of revenue leave/);
  expect(bridge).toBe(
    "Incomplete: 1 rate or fee is missing, for work on 1 engagement; 1 engagement of 1 cannot be bridged.",
  );
});

/** Sue logged nothing on each of her days, 0. */
function loggedByBen(): string {
  const days = Array.from({ length: 40 }, (_, i) => day("2026-01-05") + 7 * Math.floor(i / 5) + (i % 5));
  return ["Day | Person | Engagement | Hours", ...days.map((one) => `${one} | Sue | Portal | 0`)].join("\n");
}

describe("a total is incomplete only where one of its own parts is", () => {
  /** Sue is charged in dollars that nobody can exchange, and costs 90 euros: 160 hours, 14,400. */
  const from = given(readPlan(rangesIn([FIRM, RATE, COST].join("\n\n")).map((cells) => ({ cells }))));
  const grid = (key: string) => marginSheet(from).blocks.find((block) => block.key === key) as Grid;
  const { columns, rows, cellLooks = [] } = grid("completion");
  const at = (key: string) => columns.findIndex((column) => column.key === key);

  test("revenue that is not known leaves the totals of cost as they are", () => {
    const total = rows.at(-1)!;
    const words = columns.flatMap(({ key }, i) => (total[i] === "incomplete" ? [key] : []));
    expect(words).toEqual(["budgetRevenue", "budget", "revenue", "margin", "percent", "change", "target"]);
  });

  test("words in place of amounts stand at the right, in rows of sums too; words among words do not", () => {
    const looks = (row: number, key: string) =>
      cellLooks
        .filter((one) => one.row <= row && row < one.row + (one.rows ?? 1))
        .filter((one) => one.column <= at(key) && at(key) < one.column + one.columns)
        .map(({ look }) => look);
    expect(looks(0, "budgetRevenue")).toEqual(["no number"]);
    expect(looks(rows.length - 1, "budgetRevenue")).toEqual(["no total"]);
    expect(looks(rows.length - 1, "budgetCost")).toEqual([]);
    expect(looks(rows.length - 1, "target")).toEqual([]);
    const portfolio = grid("months").cellLooks?.some(({ look }) => look === "no total");
    expect(portfolio).toBe(true);
    const parts = marginBridgeSheet(from).blocks.find((block) => block.key === "parts") as Grid;
    expect(parts.cellLooks?.map(({ row, column, columns: many, look }) => [row, column, many, look])).toEqual([
      [0, 3, 10, "no number"],
      [1, 3, 10, "no total"],
    ]);
  });
});
