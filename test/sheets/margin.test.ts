import { describe, expect, test } from "vitest";
import type { CellRange } from "../../core/plan/cells.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { holds } from "../../core/sheets/check-list.ts";
import { moneyChecks } from "../../core/sheets/checks-money.ts";
import { given, inputsOf } from "../../core/sheets/given.ts";
import { SHEETS, sheetNames } from "../../core/sheets/index.ts";
import { marginSheet } from "../../core/sheets/margin.ts";
import { marginBridgeSheet } from "../../core/sheets/margin-bridge.ts";
import { marginLinesSheet } from "../../core/sheets/margin-lines.ts";
import { waterfallRow } from "../../core/sheets/waterfall.ts";
import { rangesIn } from "../support/plan.ts";
import { linesOf } from "./demo.ts";

/** January 2026, two people on an hourly engagement of 1,000 hours' worth of round figures, and a fee. */
const FIRM = `
  Setting | Value
  Horizon from | 2026-01-05
  Horizon weeks | 3
  Currency | EUR
  Money shown | all

  Person | Role   | Weekly hours | Skills
  Sue    | Senior | 40           | AWS 4
  Mel    | Mid    | 40           | AWS 3

  Engagement | Client | Kind               | Status    | From       | To
  Portal     | Acme   | time and materials | confirmed | 2026-01-05 | 2026-01-23
  Extras     | Acme   | time and materials | confirmed | 2026-01-05 | 2026-01-23
  Build      | Globex | fixed price        | confirmed | 2026-01-05 | 2026-01-23

  Person | Engagement | Hours a week | From       | To
  Sue    | Portal     | 20           | 2026-01-05 | 2026-01-16
  Mel    | Extras     | 10           | 2026-01-05 | 2026-01-09
  Mel    | Build      | 30           | 2026-01-05 | 2026-01-09
`;
const RATES = `
  Role   | Rate | Currency
  Senior | 150  | EUR
  Mid    | 120  | EUR
`;
const COSTS = `
  Role   | Cost rate | Currency
  Senior | 90        | EUR
  Mid    | 100       | EUR
`;
const FEES = `
  Engagement | Kind      | Amount | Currency
  Build      | fixed fee | 4000   | EUR
`;
const planOf = (...tables: readonly string[]) =>
  readPlan(rangesIn([FIRM, ...tables].join("\n\n")).map((cells: CellRange) => ({ cells })));
const short = (lines: readonly string[]) => lines.map((line) => line.replace(/ \| inputs.*$/, ""));

describe("Margin of a small firm", () => {
  const model = marginSheet(given(planOf(RATES, COSTS, FEES)));
  /**
   * Portal: 40 hours of Sue, 6,000 less 3,600. Extras: 10 hours of Mel, 1,200 less 1,000. Build: all of 4,000 less 30 hours at 100.
   * Together 11,200 less 7,600: 3,600, 32.1 %.
   */
  test("says in its first lines what there is to know", () => {
    expect(linesOf(model, "A1 |", "A2 |", "A3 |")).toEqual([
      "A1 | Margin, EUR, Jan 2026",
      "A2 | EUR 11,200.00 of revenue leave EUR 3,600.00 after cost, 32.1 %.",
      "A3 | 2 engagements below 30 %, lowest first: Extras and Build.",
    ]);
  });

  /** All of it within the month: what is budgeted is what comes of it, and nothing of it is done yet. */
  test("begins with what everything comes to, and how far it is", () => {
    expect(short(linesOf(model, ...Array.from({ length: 14 }, (_, i) => `A${12 + i} |`)))).toEqual([
      "A12 | Engagement | Budget revenue | Budget cost | Budget margin | Revenue | Cost to date | Cost to come | Cost | Margin | Margin, % | Against budget | Against target",
      "A13 | Portal | 6000.00 | 3600.00 | =B13-C13 | 6000.00 | 0.00 | 3600.00 | =F13+G13 | =E13-H13 | =I13/E13 | =I13-D13 | ✓ 30 % or more",
      "A14 | Extras | 1200.00 | 1000.00 | =B14-C14 | 1200.00 | 0.00 | 1000.00 | =F14+G14 | =E14-H14 | =I14/E14 | =I14-D14 | ▼ below 30 %",
      "A15 | Build | 4000.00 | 3000.00 | =B15-C15 | 4000.00 | 0.00 | 3000.00 | =F15+G15 | =E15-H15 | =I15/E15 | =I15-D15 | ▼ below 30 %",
      "A16 | All that ends | =SUM(B13:B15) | =SUM(C13:C15) | =SUM(D13:D15) | =SUM(E13:E15) | =SUM(F13:F15) | =SUM(G13:G15) | =SUM(H13:H15) | =SUM(I13:I15) | =I16/E16 | =SUM(K13:K15) | ✓ 30 % or more",
      expect.stringMatching(/^A20 \| Progress, all days of each engagement, EUR/),
      "A21 | Engagement | Hours done | Hours to come | Complete | Earned to date",
      "A22 | Portal | 0.0 | 40.0 | =B22/(B22+C22) | 0.00",
      "A23 | Extras | 0.0 | 10.0 | =B23/(B23+C23) | 0.00",
      "A24 | Build | 0.0 | 30.0 | =B24/(B24+C24) | 0.00",
      "A25 | All that ends | =SUM(B22:B24) | =SUM(C22:C24) | =B25/(B25+C25) | =SUM(E22:E24)",
    ]);
  });

  test("has every sum, difference and quotient as a formula over the cells that it shows", () => {
    expect(short(linesOf(model, ...Array.from({ length: 25 }, (_, i) => `A${36 + i} |`)))).toEqual([
      "A36 | Engagement | Client | Figure | Jan 2026 | All months | Against target",
      "A37 | Revenue, EUR |  |  |  |  |",
      "A38 | Portal | Acme | Revenue | 6000.00 | =SUM(D38:D38) |",
      "A39 | Extras | Acme | Revenue | 1200.00 | =SUM(D39:D39) |",
      "A40 | Acme, all | Acme | Revenue | =SUM(D38:D39) | =SUM(E38:E39) |",
      "A41 | Build | Globex | Revenue | 4000.00 | =SUM(D41:D41) |",
      "A42 | Portfolio |  | Revenue | =SUM(D38:D39)+SUM(D41:D41) | =SUM(E38:E39)+SUM(E41:E41) |",
      "A43 | Cost, EUR |  |  | Jan 2026 | All months |",
      "A44 | Portal | Acme | Cost | 3600.00 | =SUM(D44:D44) |",
      "A45 | Extras | Acme | Cost | 1000.00 | =SUM(D45:D45) |",
      "A46 | Acme, all | Acme | Cost | =SUM(D44:D45) | =SUM(E44:E45) |",
      "A47 | Build | Globex | Cost | 3000.00 | =SUM(D47:D47) |",
      "A48 | Portfolio |  | Cost | =SUM(D44:D45)+SUM(D47:D47) | =SUM(E44:E45)+SUM(E47:E47) |",
      "A49 | Margin, EUR |  |  | Jan 2026 | All months |",
      "A50 | Portal | Acme | Margin | =D38-D44 | =E38-E44 |",
      "A51 | Extras | Acme | Margin | =D39-D45 | =E39-E45 |",
      "A52 | Acme, all | Acme | Margin | =D40-D46 | =E40-E46 |",
      "A53 | Build | Globex | Margin | =D41-D47 | =E41-E47 |",
      "A54 | Portfolio |  | Margin | =D42-D48 | =E42-E48 |",
      "A55 | Margin, % of revenue |  |  | Jan 2026 | All months |",
      "A56 | Portal | Acme | Margin, % | =D50/D38 | =E50/E38 | ✓ 30 % or more",
      "A57 | Extras | Acme | Margin, % | =D51/D39 | =E51/E39 | ▼ below 30 %",
      "A58 | Acme, all | Acme | Margin, % | =D52/D40 | =E52/E40 | ✓ 30 % or more",
      "A59 | Build | Globex | Margin, % | =D53/D41 | =E53/E41 | ▼ below 30 %",
      "A60 | Portfolio |  | Margin, % | =D54/D42 | =E54/E42 | ✓ 30 % or more",
    ]);
  });

  test("colours only shares of revenue below the target", () => {
    const rules = linesOf(model, "D", "J").filter((line) => line.includes(" looks bad when below "));
    expect(rules).toEqual(["J13:J16 looks bad when below 0.2999995", "D56:E60 looks bad when below 0.2999995"]);
  });

  test("prints down to the last month's figure, with their headings on every page, which begin a page", () => {
    expect(linesOf(model, "prints")).toEqual(["prints A1:L72 with row 36 on every page after it, pages begin at 35"]);
  });

  test("without Mel's cost rate says who is missing and calls no margin of hers one", () => {
    const lacking = marginSheet(given(planOf(RATES, COSTS.replace(/Mid.*\n/, ""), FEES)));
    expect(linesOf(lacking, "A2 |", "A45 |", "A48 |", "A50 |", "A51 |", "A54 |", "A57 |")).toEqual([
      "A2 | Incomplete: 1 rate or fee is missing, for work on 2 engagements, so that no total margin is known.",
      "A45 | Extras | Acme | Cost | n/a | n/a |",
      "A48 | Portfolio |  | Cost | n/a | n/a |",
      "A50 | Portal | Acme | Margin | =D38-D44 | =E38-E44 |",
      "A51 | Extras | Acme | Margin | incomplete | incomplete |",
      "A54 | Portfolio |  | Margin | incomplete | incomplete |",
      "A57 | Extras | Acme | Margin, % | incomplete | incomplete | incomplete",
    ]);
    expect(linesOf(lacking, "A").filter((line) => line.includes("| no cost rate |"))).toEqual([
      expect.stringMatching(/^A\d+ \| Mel \| no cost rate \| 40\.0 \| 2 \| Extras and Build$/),
    ]);
  });

  test("is offered only where there is money", () => {
    expect(sheetNames(planOf(RATES, COSTS))).toContain("Margin bridge");
    expect(sheetNames(planOf()).filter((name) => name.startsWith("Margin"))).toEqual([]);
  });

  test("a rate that changes makes only sheets of money out of date", () => {
    const [one, other] = [planOf(RATES, COSTS, FEES), planOf(RATES, COSTS.replace("90", "91"), FEES)];
    expect(inputsOf(one)).toBe(inputsOf(other));
    expect(inputsOf(one)).toBe(inputsOf(planOf()));
    const stamp = (name: string, plan: typeof one) => {
      const made = SHEETS.get(name)!(given(plan));
      if (!("blocks" in made)) throw new TypeError("at once");
      return made.blocks.flatMap((block) => (block.kind === "grid" ? [block.fingerprint] : []))[0];
    };
    for (const name of ["Capacity vs demand", "Scenario comparison", "Exposure"])
      expect(stamp(name, one)).toBe(stamp(name, other));
    for (const name of ["Margin", "Margin bridge", "Margin lines", "Checks"])
      expect(stamp(name, one)).not.toBe(stamp(name, other));
  });
});

describe("Margin lines", () => {
  test("names the hours, the rates and the rows behind each figure", () => {
    const euro = [RATES, COSTS.replace("100       | EUR", "50 | USD"), FEES, "  Currency | Rate\n  USD | 0.9"];
    const lines = linesOf(marginLinesSheet(given(planOf(...euro))), "A");
    // 10 hours of Mel at 50 dollars of 0.9 euros are 450.
    expect(lines.filter((line) => line.includes("| Mel |"))).toEqual([
      expect.stringContaining(
        "Extras | Jan 2026 | Mel | 10.0 | 10.0 | 120.00 | EUR | 1200.00 | 50.00 | USD | 450.00 | Rates: role Mid | Costs: role Mid; 1 USD = 0.9 EUR",
      ),
      expect.stringContaining(
        "Build | Jan 2026 | Mel | 30.0 | 30.0 |  |  | 0.00 | 50.00 | USD | 1350.00 | paid by its fee | Costs: role Mid; 1 USD = 0.9 EUR",
      ),
    ]);
    expect(lines.filter((line) => line.includes("| fixed fee |"))).toEqual([
      expect.stringContaining(
        "Build | Jan 2026 | fixed fee | 0.0 | 0.0 |  |  | 4000.00 |  |  | 0.00 | Fees row 2: EUR 4,000.00, by effort done",
      ),
    ]);
  });
});

describe("Checks of money", () => {
  test("hold for the firm, in amounts that a pencil gives", () => {
    const checks = moneyChecks(given(planOf(RATES, COSTS, FEES)));
    expect(checks.filter((one) => !holds(one))).toEqual([]);
    const left = new Map(checks.map(({ name, left }) => [name, left]));
    expect(left.get("Revenue: months = days")).toBe(1_120_000);
    expect(left.get("Cost: months = all at once")).toBe(760_000);
    expect(left.get("Portfolio = sum of engagements")).toBe(360_000);
    expect(left.get("Clients = sum of their engagements")).toBe(260_000);
    expect(left.get("Margin bridge ends at Margin")).toBe(360_000);
    expect(left.get("Revenue of all periods = fees")).toBe(400_000);
  });

  test("fail for a missing rate, a missing exchange rate and a retainer without an end", () => {
    const bad = planOf(
      RATES,
      COSTS.replace(/Mid.*\n/, "Mid | 50 | USD\n"),
      `${FEES}  Build | monthly retainer | 10 | EUR\n`,
      "  Currency | Rate | From\n  SGD | 0.9 |",
    );
    expect(
      moneyChecks(given(bad))
        .filter((one) => !holds(one))
        .map(({ name, left }) => [name, left]),
    ).toEqual([
      ["Engagements whose margin is incomplete", 2],
      ["Currencies without an exchange rate", 1],
    ]);
  });
});

describe("a waterfall's columns", () => {
  test.each([
    ["up, above 0", 10, 15, [10, null, 5, null, null, null]],
    ["down, above 0", 15, 10, [10, null, null, null, 5, null]],
    ["down through 0", 4, -3, [null, null, null, null, 4, -3]],
    ["up through 0", -3, 4, [null, null, 4, -3, null, null]],
    ["down, below 0", -3, -8, [-3, null, null, null, null, -5]],
    ["up, below 0", -8, -3, [-3, null, null, -5, null, null]],
    ["up to 0", -8, 0, [null, null, null, -8, null, null]],
    ["nothing", 5, 5, [5, null, null, null, null, null]],
  ])("%s", (_, from, to, row) => {
    expect(waterfallRow(from, to, false)).toEqual(row);
  });

  test("a level stands on 0", () => {
    expect(waterfallRow(0, -7, true)).toEqual([null, -7, null, null, null, null]);
  });
});

/** The two demos of the bridge: 100 and 300 hours planned, 160 and 260 worked, at changed rates from the second day on. */
describe("Margin bridge", () => {
  test("has a total only while every engagement's is known, and says which are left out of the chart", () => {
    const lacking = marginBridgeSheet(given(planOf(RATES, COSTS.replace(/Mid.*\n/, ""), FEES)));
    const lines = linesOf(lacking, "A");
    expect(lines).toContain(
      "A2 | Incomplete: 1 rate or fee is missing, for work on 2 engagements; 2 engagements of 3 cannot be bridged.",
    );
    expect(short(lines).filter((line) => line.includes("Step by step"))).toEqual([
      expect.stringContaining("Step by step: 1 of 3 engagements, EUR"),
    ]);
    expect(lines.filter((line) => /^A\d+ \| Portfolio/.test(line))[0]).toContain("| incomplete | incomplete");
  });
});
