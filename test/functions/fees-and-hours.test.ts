import { describe, expect, test } from "vitest";
import type { CellRange } from "../../core/plan/cells.ts";
import { holds } from "../../core/sheets/check-list.ts";
import { moneyChecks } from "../../core/sheets/checks-money.ts";
import { given } from "../../core/sheets/given.ts";
import { marginSheet } from "../../core/sheets/margin.ts";
import { marginLinesSheet } from "../../core/sheets/margin-lines.ts";
import { linesOf } from "../sheets/demo.ts";
import { day, planIn, rangesIn } from "../support/plan.ts";
import { ask } from "./ask.ts";

/** Kim works 5 hours on each of the 60 working days from 5 January to 27 March: 300 hours, worth 30,000 by the hour, at a cost of 15,000. */
const firm = (engagements: string, fees: string, billable = "yes") => `
  Setting | Value
  Horizon from | 2026-01-05
  Horizon weeks | 12
  Currency | EUR
  Money shown | all

  Person | Role | Weekly hours
  Kim | Developer | 40

  ${engagements}

  Person | Engagement | Hours a day | From | To | Billable
  Kim | Shop | 5 | 2026-01-05 | 2026-03-27 | ${billable}

  Role | Rate
  Developer | 100

  Role | Cost rate
  Developer | 50

  Engagement | Kind | Amount | From | To
  ${fees}
`;
const NO_COLUMN = "Engagement | From | To\nShop | 2026-01-05 | 2026-03-27";
const kindIs = (kind: string) => `Engagement | Kind | From | To\nShop | ${kind} | 2026-01-05 | 2026-03-27`;
const FEE = "Shop | fixed fee | 24000 | |";

function seen(text: string) {
  const [tables, from] = [rangesIn(text), given(planIn(text))];
  const margin = (measure: string) =>
    ask("MARGIN", day("2026-01-01"), day("2026-03-31"), "", "", `measure=${measure}`, ...tables);
  const sheet = linesOf(marginSheet(from), "A").map((line) => line.replace(/^A\d+ \| /, ""));
  return {
    revenue: margin("revenue"),
    cost: margin("cost"),
    margin: margin("margin"),
    headline: sheet[1],
    sheet,
    lines: linesOf(marginLinesSheet(from), "A"),
    failing: moneyChecks(from).flatMap((one) => (holds(one) ? [] : [one.name])),
    problems: (ask("PLANCHECK", ...tables) as CellRange)
      .slice(1)
      .flatMap((row) => (row[4] === "" ? [] : [row.join(" | ")])),
  };
}

describe("an engagement with a fee, and nobody says what kind it is", () => {
  test.each([
    ["no column Kind", NO_COLUMN],
    ["an empty Kind", kindIs("")],
    ["an empty Kind in Fees too", kindIs(""), FEE.replace("fixed fee", "")],
  ])("%s: neither 54,000 nor 24,000 is guessed", (_, engagements, fee = FEE) => {
    const found = seen(firm(engagements, fee));
    expect(found).toMatchObject({
      revenue: "n/a",
      cost: 15000,
      margin: "n/a",
      headline: "Incomplete: Shop has a fee and no Kind (fill it in Engagements), so that no total margin is known.",
      failing: ["Engagements whose margin is incomplete", "Fees of engagements without a kind"],
    });
    expect(found.problems).toEqual([
      "Fees row 2, Engagement | Shop | has a fixed fee and no Kind: nobody says whether hours are charged on top of it, so that the margin of 300 hours is not known | Maybe set its Kind in Engagements to fixed price; or to time and materials, where hours are charged on top. | HR-302",
    ]);
    expect(found.sheet).toContain(
      "Shop | no kind | 300.0 | 1 | a fee, and no Kind in Engagements: fill it, to say whether hours are charged on top",
    );
    expect(found.lines.filter((line) => line.includes("its Kind is empty"))).toHaveLength(3);
  });

  test("a retainer is as open, and its hint names a managed service", () => {
    const found = seen(firm(kindIs(""), "Shop | monthly retainer | 3000 | 2026-01-01 | 2026-03-31"));
    expect(found.revenue).toBe("n/a");
    expect(found.problems.filter((line) => line.endsWith("HR-302"))).toEqual([
      expect.stringContaining("has a monthly retainer and no Kind"),
    ]);
    expect(found.problems.join()).toContain("Maybe set its Kind in Engagements to managed service; or");
  });

  test("hours that are not billable are charged in no case, so that nothing is open", () => {
    expect(seen(firm(kindIs(""), FEE, "no"))).toMatchObject({ revenue: 24000, margin: 9000, problems: [] });
  });

  test.each([
    ["change order", 30000 + 24000, 15000],
    ["write-off", 30000 - 24000, 15000],
    ["expense", 30000, 15000 + 24000],
  ])("beside a row of kind %s alone it is paid by the hour, as ever", (kind, revenue, cost) => {
    const found = seen(firm(kindIs(""), `Shop | ${kind} | 24000 | 2026-01-05 |`));
    expect(found).toMatchObject({ revenue, cost, problems: [], failing: [] });
  });

  test("its bridge is not known, and a kind that is filled makes all of it known", () => {
    const tables = rangesIn(firm(kindIs(""), FEE));
    const bridge = ask("MARGINBRIDGE", day("2026-01-01"), day("2026-03-31"), "engagement", ...tables) as CellRange;
    expect(bridge[1]!.slice(0, 2)).toEqual(["Shop", "n/a"]);
    expect(seen(firm(kindIs("fixed price"), FEE))).toMatchObject({
      revenue: 24000,
      margin: 9000,
      problems: [],
      failing: [],
    });
  });
});

describe("time and materials, written out, beside a fee", () => {
  test("both are charged, and Plan check and Margin say so", () => {
    const found = seen(firm(kindIs("T&M"), FEE));
    expect(found).toMatchObject({ revenue: 54000, margin: 39000, failing: [] });
    expect(found.problems).toEqual([
      "Fees row 2, Engagement | Shop | has a fixed fee and the Kind time and materials: every billable hour is charged on top of it | Maybe set its Kind in Engagements to fixed price, or Billable to no for hours that it pays for; or leave it, where both are agreed. | HR-303",
    ]);
    expect(found.sheet).toContain(
      "Of Shop (a fixed fee), time and materials, every billable hour is charged on top of the fee.",
    );
  });

  test.each([
    ["no billable hours", firm(kindIs("T&M"), FEE, "no")],
    ["a change order alone", firm(kindIs("T&M"), "Shop | change order | 24000 | 2026-01-05 |")],
    ["a fixed price", firm(kindIs("fixed price"), FEE)],
  ])("nothing is said of %s", (_, text) => expect(seen(text).problems).toEqual([]));
});
