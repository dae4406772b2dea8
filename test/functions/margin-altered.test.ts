import { describe, expect, test } from "vitest";
import { readPlan } from "../../core/plan/read-plan.ts";
import { headerOf } from "../../core/plan/recognise.ts";
import { rangeIn, rangesIn } from "../support/plan.ts";
import { ask } from "./ask.ts";

/** Monday 5 and Friday 9 January 2026. */
const [MONDAY, FRIDAY] = [46027, 46031];

/** Ana works five hours in the week, at a cost of 50 unless a test says otherwise. */
const FIRM = `
  Setting  | Value
  Currency | EUR

  Person | Role   | Weekly hours
  Ana    | Senior | 40

  Engagement | Client | Kind               | From       | To
  Portal     | Acme   | time and materials | 2026-01-05 | 2026-01-30
  Care       | Acme   | managed service    | 2026-01-05 | 2026-01-30

  Person | Engagement | Hours a day | From       | To
  Ana    | Portal     | 1           | 2026-01-05 | 2026-01-09
`;
const COSTS = "Person | Cost rate\nAna | 50";
const tables = (...more: readonly string[]) => rangesIn([FIRM, ...more].join("\n\n"));
const week = (measure: string, ...more: readonly string[]) =>
  ask("MARGIN", MONDAY, FRIDAY, "", "", `measure=${measure}`, ...tables(...more));
const codes = (...more: readonly string[]) => [
  ...new Set(readPlan(tables(...more).map((cells) => ({ cells }))).problems.map(({ code }) => code)),
];

describe("the last day of a rate", () => {
  test.each(["To", "Valid until", "Valid to", "Expires", "Gültig bis", "End date"])("%s is read", (heading) => {
    const rates = (until: string) =>
      `Role | Rate | Currency | Valid from | ${heading}\nSenior | 100 | EUR | 2025-01-01 | ${until}`;
    expect(week("revenue", rates("2026-01-09"), COSTS)).toEqual(500);
    expect(week("revenue", rates("2026-01-08"), COSTS)).toEqual(expect.any(String));
    expect(week("revenue", rates("2025-12-31"), COSTS)).toEqual(week("revenue", COSTS, "Role | Rate\nDev | 100"));
  });

  test("leaves the next row its days, whether there is one, a gap or an overlap", () => {
    const rates = (...rows: readonly string[]) => `Role | Rate | From | To\n${rows.join("\n")}`;
    const old = "Senior | 90 | 2025-01-01 | 2026-01-06";
    expect(week("revenue", rates(old, "Senior | 110 | 2026-01-07 | 2026-12-31"), COSTS)).toEqual(2 * 90 + 3 * 110);
    expect(week("revenue", rates(old, "Senior | 110 | 2026-01-06 |"), COSTS)).toEqual(90 + 4 * 110);
    expect(week("revenue", rates(old, "Senior | 110 | 2026-01-08 |"), COSTS)).toEqual(expect.any(String));
  });

  test("leaves a wider rate its days once the narrower one is over", () => {
    const rates = "Role | Person | Rate | From | To\nSenior | | 100 | |\n | Ana | 150 | | 2026-01-06";
    expect(week("revenue", rates, COSTS)).toEqual(2 * 150 + 3 * 100);
    const costs = "Person | Role | Cost rate | To\nAna | | 60 | 2026-01-05\n | Senior | 40 |";
    expect(week("cost", rates, costs)).toEqual(60 + 4 * 40);
  });

  test("holds for exchange rates too: after it nobody knows what the currency is worth", () => {
    const rates = "Role | Rate | Currency\nSenior | 100 | USD";
    const exchange = (...rows: readonly string[]) => `From currency | Rate | From | To\n${rows.join("\n")}`;
    expect(week("revenue", rates, COSTS, exchange("USD | 0.9 | 2025-01-01 | 2026-01-31"))).toEqual(450);
    expect(week("revenue", rates, COSTS, exchange("USD | 0.9 | 2025-01-01 | 2025-12-31"))).toEqual(expect.any(String));
    const both = exchange("USD | 0.9 | 2025-01-01 | 2026-01-06", "USD | 0.8 | 2026-01-07 |");
    expect(week("revenue", rates, COSTS, both)).toEqual(2 * 90 + 3 * 80);
  });
});

describe("the first day of a rate", () => {
  test.each(["Valid from", "Effective from", "Since", "Date", "Gültig ab", "Effective"])("%s is read", (heading) => {
    const rates = (day: string) => `Role | Rate | Currency | ${heading}\nSenior | 100 | EUR | ${day}`;
    expect(week("revenue", rates("2026-01-05"), COSTS)).toEqual(500);
    expect(week("revenue", rates("2027-01-01"), COSTS)).toEqual(expect.any(String));
  });

  test("makes no rates of hours worked that name a rate and a currency", () => {
    const sheet = rangeIn(
      "Date | Person | Engagement | Hours | Rate | Currency\n2026-01-05 | Ana | Portal | 8 | 100 | EUR",
    );
    expect(headerOf(sheet)!.table.name).toBe("Actuals");
  });
});

describe("a column that changes what an amount means", () => {
  const RATES = "Role | Rate\nSenior | 100";
  test.each([
    ["Rates", "Role | Rate | Unit\nSenior | 800 | day", COSTS],
    ["Rates", "Role | Rate | Per\nSenior | 800 | day", COSTS],
    ["Rates", "Role | Rate | Billing frequency\nSenior | 800 | monthly", COSTS],
    ["Rates", "Role | Rate | Discount\nSenior | 100 | 10%", COSTS],
    ["Costs", RATES, "Role | Cost | Period\nSenior | 90000 | year"],
    ["Costs", RATES, "Person | Cost rate | Factor\nAna | 50 | 1.3"],
    ["Exchange", "Role | Rate | Currency\nSenior | 100 | USD", COSTS, "Currency | To currency | Rate\nUSD | INR | 83"],
    ["Exchange", "Role | Rate | Currency\nSenior | 100 | USD", COSTS, "Currency | Base | Rate\nUSD | EUR | 1.1"],
    ["Exchange", "Role | Rate | Currency\nSenior | 100 | JPY", COSTS, "Currency | Units | Rate\nJPY | 100 | 0.6"],
    ["Fees", RATES, COSTS, "Engagement | Kind | Amount | Frequency\nCare | monthly retainer | 9000 | quarterly"],
  ])("leaves the row of %s out, so that no margin is known: %s", (table, ...more) => {
    const { problems } = readPlan(tables(...more).map((cells) => ({ cells })));
    expect(problems.filter(({ code }) => code === "HR-296").map(({ at }) => at[0]!.table)).toEqual([table]);
    expect(typeof week("margin", ...more)).toBe("string");
  });

  test.each([
    ["Role | Rate | Unit\nSenior | 100 | per hour", COSTS],
    ["Role | Rate | Unit\nSenior | 100 | EUR/h", COSTS],
    ["Role | Rate | Per\nSenior | 100 | Std.", COSTS],
    ["Role | Rate | Factor | Discount\nSenior | 100 | 1 | 0%", COSTS],
    ["Role | Rate | Note | ID | Comment\nSenior | 100 | per day it was 800 | 17 | x", COSTS],
    ["Role | Rate | Currency\nSenior | 125 | USD", COSTS, "Currency | To currency | Rate\nUSD | EUR | 0.8"],
    [
      "Role | Rate | Currency\nSenior | 125 | USD",
      COSTS,
      "Currency | Base currency | Quote | Units | Rate\nUSD | USD | eur | 1 | 0.8",
    ],
  ])("is nothing to speak of where it says what is read anyway: %s", (...more) => {
    expect(codes(...more).filter((code) => code === "HR-296")).toEqual([]);
    expect(week("margin", ...more)).toEqual(250);
  });
});
