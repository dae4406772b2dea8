import { describe, expect, test } from "vitest";
import type { CellRange } from "../../core/plan/cells.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { moneyChecks } from "../../core/sheets/checks-money.ts";
import { given } from "../../core/sheets/given.ts";
import { marginSheet } from "../../core/sheets/margin.ts";
import { ask } from "../functions/ask.ts";
import { day, rangesIn } from "../support/plan.ts";
import { linesOf } from "./demo.ts";

/** Sue works 40 hours on Portal, 20 a week: 6,000 less 3,600. */
const FIRM = `
  Setting | Value
  Horizon from | 2026-01-05
  Horizon weeks | 3
  Currency | EUR
  Money shown | all

  Person | Role   | Weekly hours
  Sue    | Senior | 40

  Engagement | Client | Kind               | Status    | From       | To
  Portal     | Acme   | time and materials | confirmed | 2026-01-05 | 2026-01-23
  Care       | Acme   | managed service    | confirmed |            |

  Person | Engagement | Hours a week | From       | To
  Sue    | Portal     | 20           | 2026-01-05 | 2026-01-16

  Person | Cost rate | Currency
  Sue    | 90        | EUR
`;
const RATES = `
  Role   | Rate | Currency | From
  Senior | 150  | EUR      |
`;
const sheet = (...tables: readonly string[]) => {
  const plan = readPlan(rangesIn([FIRM, ...tables].join("\n\n")).map((cells) => ({ cells })));
  const lines = linesOf(marginSheet(given(plan)), "A").map((line) => line.replace(/ \| inputs.*$/, ""));
  const codes = [...new Set(plan.problems.map(({ code }) => code))];
  const cells = (label: string) => lines.filter((line) => line.replace(/^A\d+ \| /, "").startsWith(`${label} |`));
  const firm = given(plan);
  const checks = (name: string) => {
    const found = moneyChecks(firm).find((one) => one.name === name);
    return [found?.left, found?.right];
  };
  return { headline: lines[1]!, codes, missing: cells("Sue"), portal: cells("Portal"), all: lines, checks };
};

/** Ann has worked 16 hours of Build by 6 January, and 24 are planned; what Demand asks for in February is open. */
function fixedPrice(open: string) {
  const plan = readPlan(
    rangesIn(`
  Setting | Value
  Horizon from | 2026-01-05
  Horizon weeks | 8
  Currency | EUR
  Money shown | all

  Person | Role   | Weekly hours
  Ann    | Senior | 40

  Engagement | Client | Kind        | Status    | From       | To
  Build      | Acme   | fixed price | confirmed | 2026-01-05 | 2026-02-27

  Engagement | Role   | Total hours | From       | To
  Build      | Senior | 40          | 2026-01-05 | 2026-01-09
  Build      | Senior | ${open}     | 2026-02-02 | 2026-02-06

  Person | Engagement | Hours a day | From       | To
  Ann    | Build      | 8           | 2026-01-05 | 2026-01-09

  Day        | Person | Engagement | Hours
  2026-01-05 | Ann    | Build      | 8
  2026-01-06 | Ann    | Build      | 8

  Role   | Cost rate | Currency
  Senior | 50        | EUR

  Engagement | Kind      | Amount | Currency
  Build      | fixed fee | 8000   | EUR
`).map((cells) => ({ cells })),
  );
  return { text: linesOf(marginSheet(given(plan)), "A").join("\n") };
}

describe("bad input on the sheet Margin", () => {
  test("as it should be, the margin is 2,400", () => {
    expect(sheet(RATES).headline).toContain("EUR 6,000.00 of revenue leave EUR 2,400.00");
  });

  test("a missing rate is listed with its hours and engagements, and the margin is incomplete, not a profit", () => {
    const { headline, missing, portal } = sheet(RATES.replace("Senior | 150", "Junior | 150"));
    expect(headline).toMatch(/Incomplete: 1 rate or fee is missing, for work on 1 engagement/);
    expect(missing).toEqual([expect.stringMatching(/Sue \| no (?:bill )?rate \| 40\.0 \| 1 \| Portal$/)]);
    expect(portal.join()).toContain("n/a");
    expect(portal.join()).toContain("incomplete");
  });

  test("a rate in an unknown currency is a problem, and the same", () => {
    const { headline, codes } = sheet(RATES.replace("EUR", "EUX"));
    expect(codes).toContain("HR-191");
    expect(headline).toMatch(/Incomplete/);
  });

  test("a rate in a currency without an exchange rate is never taken one to one", () => {
    const { headline, codes } = sheet(RATES.replace("EUR", "USD"));
    expect(codes).toContain("HR-192");
    expect(headline).toMatch(/Incomplete/);
  });

  test("two rates for one day tie: a problem, and neither is used", () => {
    const { headline, codes } = sheet(`${RATES}  Senior | 160  | EUR      |\n`);
    expect(codes).toContain("HR-121");
    expect(headline).toMatch(/Incomplete/);
  });

  const fee = (row: string) => sheet(RATES, `\n  Engagement | Kind | Amount | Currency | From | To\n  ${row}\n`);

  test("a negative fee leaves its row out, its margin is incomplete, and its amount is not quoted", () => {
    const { codes, all, headline, portal } = fee("Portal | change order | -54321 | EUR | 2026-01-07 |");
    expect(codes).toContain("HR-103");
    expect(all.join("\n")).not.toMatch(/54,?321/);
    expect(headline).toContain("Incomplete: 1 row is left out (Fees row 2)");
    expect(portal.join()).toContain("incomplete");
  });

  test.each([
    ["an expense in no currency", "Portal | expense | 500 | EUX | 2026-01-07 |"],
    ["an expense that is negative", "Portal | expense | -500 | EUR | 2026-01-07 |"],
    ["a write-off that is negative", "Portal | write-off | -500 | EUR | 2026-01-07 |"],
    ["an expense without an amount", "Portal | expense | | EUR | 2026-01-07 |"],
    ["an expense whose amount is a word", "Portal | expense | much | EUR | 2026-01-07 |"],
    ["an expense finer than a cent", "Portal | expense | 500.005 | EUR | 2026-01-07 |"],
    ["a fee of another kind", "Portal | rebate | 500 | EUR | 2026-01-07 |"],
    ["an expense whose day is a word", "Portal | expense | 500 | EUR | soon |"],
    ["a retainer that ends before it starts", "Portal | monthly retainer | 500 | EUR | 2026-01-20 | 2026-01-07"],
    ["a change order without a day", "Care | change order | 500 | EUR | |"],
    ["an expense without a day", "Care | expense | 500 | EUR | |"],
    ["a write-off without a day", "Care | write-off | 500 | EUR | |"],
  ])("%s: the row is listed with its reason, and no total margin is known", (_, row) => {
    const { headline, all, checks } = fee(row);
    const engagement = row.slice(0, row.indexOf(" "));
    expect(headline).toContain("Incomplete: 1 row is left out (Fees row 2)");
    expect(all.filter((line) => line.includes("| Fees row 2 | row left out |"))).toEqual([
      expect.stringContaining(`: ${engagement}`),
    ]);
    expect(checks("Rows left out that belong to a margin")).toEqual([1, 0]);
    expect(checks("Engagements whose margin is incomplete")).toEqual([1, 0]);
  });

  test("a row of an engagement that nobody knows leaves Portal's margin, but no total", () => {
    const { headline, portal, all } = fee("Portl | expense | 500 | EUR | 2026-01-07 |");
    expect(headline).toContain("Incomplete: 1 row is left out (Fees row 2)");
    expect(portal.join("\n")).toContain("✓ 30 % or more");
    expect(all.filter((line) => line.includes("Portfolio | ") && line.includes("Margin")).join()).toContain(
      "incomplete",
    );
    expect(all.join("\n")).toContain("its engagement is not known");
  });

  test("a faulty row of a month that is not shown spoils nothing, when its day is known", () => {
    expect(fee("Portal | expense | -500 | EUR | 2026-03-07 |").headline).toContain("EUR 2,400.00");
  });

  const spoilt = (from: string, to: string) => {
    const plan = readPlan(rangesIn(`${FIRM.replace(from, to)}\n\n${RATES}`).map((cells) => ({ cells })));
    return linesOf(marginSheet(given(plan)), "A").join("\n");
  };

  test("hours of an allocation that are no number, or empty, are not taken for none", () => {
    for (const hours of ["eight", ""])
      expect(
        spoilt("2026-01-16\n", `2026-01-16\n  Sue    | Portal     | ${hours} | 2026-01-19 | 2026-01-23\n`),
      ).toMatch(/Incomplete: 1 row is left out \(Allocations row 3\)/);
  });

  test("a cost rate of a person that cannot be read is not replaced by the role's", () => {
    const costs = "  Person | Role | Cost rate | Currency\n  | Senior | 50 | EUR\n  Sue | | -90 | EUR\n";
    const text = spoilt("  Person | Cost rate | Currency\n  Sue    | 90        | EUR\n", costs);
    expect(text).toMatch(/Incomplete: 1 row is left out \(Costs row 3\)/);
    expect(text).toMatch(/Costs row 3 \| row left out \| 40\.0 \| 1 \|.*Portal/);
  });

  test("a cost rate of somebody whom the plan does not have spoils nothing", () => {
    const more = "  Sue    | 90        | EUR\n  Wilhelmina Achterberg | 70 | EUR\n";
    expect(spoilt("  Sue    | 90        | EUR\n", more)).toContain("EUR 2,400.00");
  });

  test("a fixed price whose remaining effort is empty is not complete, and nobody knows what it earned", () => {
    const { text } = fixedPrice("");
    expect(text).toMatch(/Incomplete: 1 row is left out \(Demand row 3\)/);
    expect(text).toMatch(/Build \| 16\.0 \| 24\.0 \| n\/a \| n\/a/);
    // 16 hours done of 16 + 24 + 40: 20 %; of the 8,000 that are 1,600.
    expect(fixedPrice("40").text).toMatch(/Build \| 16\.0 \| 64\.0 \| =\S+ \| 1600\.00/);
  });

  test("a fee without dates has those of its engagement: all of it by the end", () => {
    expect(fee("Portal | change order | 1000 | EUR | 2026-01-07 |").headline).toContain("EUR 7,000.00 of revenue");
    expect(fee("Portal | fixed fee | 1000 | EUR | |").headline).toContain("EUR 7,000.00 of revenue");
  });

  // 3,100 for all of January, of which the horizon has 25 days, and Portal's 6,000.
  test("a retainer without an end counts in whole months of the horizon, and says so", () => {
    const { codes, headline, checks } = fee("Care | monthly retainer | 3100 | EUR | 2026-01-01 |");
    expect(codes).toContain("HR-193");
    expect(headline).toContain("EUR 9,100.00 of revenue leave EUR 5,500.00 after cost");
    expect(checks("Retainers without a last day")).toEqual([1, 0]);
  });

  test("at completion nobody knows what a retainer without an end pays, nor what all of it comes to", () => {
    const { all } = fee("Care | monthly retainer | 3100 | EUR | 2026-01-01 |");
    const rows = all.map((line) => line.replace(/^A\d+ \| /, ""));
    expect(rows).toContainEqual(
      expect.stringMatching(/^Care \| n\/a \| 0\.00 \| incomplete \| n\/a \| 0\.00 \| 0\.00/),
    );
    expect(rows).toContainEqual(expect.stringMatching(/^All that ends \| incomplete \| =SUM.* \| incomplete \|/));
  });
});

describe("bad input in PLANCHECK and MARGIN", () => {
  const fee = (row: string) => `\n  Engagement | Kind | Amount | Currency | From | To\n  ${row}\n`;
  const missing =
    "Rates row 1, Rate | Sue | has no rate, so that the margin of 40 hours on Portal is not known | Maybe add a row for Sue or the role Senior. | HR-194";
  const spoilt = (row: string, of: string) =>
    `${row} |  | is left out (${of} from 2026-01-05 to 2026-01-25 is not known | Maybe mend it, or delete it where it is not about this plan. | HR-279`;
  const hidden =
    "(hidden) | is outside what is possible: it is negative | Maybe look at this cell: it must be an amount of 0 or more, as a number only.";

  // Sue's 40 hours at 150 less 90: 2,400. A retainer of 3,100 for 19 days of January: 1,900 more.
  test.each([
    [
      "a missing rate",
      [RATES.replace("Senior | 150", "Junior | 150")],
      "n/a",
      ["Rates row 2, Role | Junior | is not in People | Maybe Senior. | HR-123", missing],
    ],
    [
      "a rate in an unknown currency",
      [RATES.replace("EUR", "EUX")],
      "n/a",
      [
        "Rates row 2, Currency | EUX | is not a currency | Maybe EUR. | HR-191",
        spoilt("Rates row 2", "Currency is not a currency), so that the margin of 40 hours on Portal"),
      ],
    ],
    [
      "a negative fee",
      [RATES, fee("Portal | change order | -54321 | EUR | 2026-01-07 |")],
      "n/a",
      [
        `Fees row 2, Amount | ${hidden} | HR-103`,
        spoilt("Fees row 2", "Amount is outside what is possible: it is negative), so that the margin of Portal"),
      ],
    ],
    [
      "a fee without dates, whose engagement has none",
      [RATES, fee("Care | fixed fee | 3100 | EUR | |")],
      "n/a",
      [
        "Fees row 2, From |  | a fixed fee needs a first and a last day | Maybe fill From and To here, or in Engagements. | HR-116",
        spoilt("Fees row 2", "From a fixed fee needs a first and a last day), so that the margin of Care"),
      ],
    ],
    [
      "a retainer without an end",
      [RATES, fee("Care | monthly retainer | 3100 | EUR | 2026-01-01 |")],
      4300,
      [
        "Fees row 2, To |  | a retainer without a last day counts up to 2026-01-31, with the months of the horizon; what it pays after that, and so at completion, is not known | Maybe fill To here, or in Engagements. | HR-193",
      ],
    ],
  ] as const)("%s", (_, tables, margin, problems) => {
    const ranges = rangesIn([FIRM, ...tables].join("\n\n"));
    expect((ask("PLANCHECK", ...ranges) as CellRange).slice(1).map((row) => row.join(" | "))).toEqual(problems);
    expect(ask("MARGIN", day("2026-01-05"), day("2026-01-23"), ...ranges)).toBe(margin);
  });

  describe("a retainer without an end, after the months of the horizon", () => {
    const ranges = rangesIn([FIRM, RATES, fee("Care | monthly retainer | 3100 | EUR | 2026-01-01 |")].join("\n\n"));
    const margin = (from: string, to: string, where = "") =>
      ask("MARGIN", day(from), day(to), "", "", where, ...ranges);

    test("its months of the horizon are known, also beyond the horizon's last day", () => {
      expect(margin("2026-01-01", "2026-01-31", "engagement=Care")).toBe(3100);
    });

    test("nobody knows what it pays after them, so that no margin counts it as nothing", () => {
      expect(margin("2026-01-01", "2026-02-01")).toBe("n/a");
      expect(margin("2026-03-01", "2026-03-31", "engagement=Care; measure=revenue")).toBe("n/a");
      expect(margin("2026-03-01", "2026-03-31", "engagement=Care; measure=cost")).toBe(0);
      expect(margin("2026-01-01", "2026-03-31", "engagement=Portal")).toBe(2400);
      expect((ask("MARGINBRIDGE", day("2026-01-01"), day("2026-02-28"), ...ranges) as CellRange)[1]).toContain("n/a");
    });
  });

  test("a retainer beyond its engagement counts in full, and says so", () => {
    const care = FIRM.replace("confirmed |            |", "confirmed | 2026-01-05 | 2026-01-18");
    const ranges = rangesIn(
      [care, RATES, fee("Care | monthly retainer | 3100 | EUR | 2026-01-01 | 2026-02-28")].join("\n\n"),
    );
    const problems = (ask("PLANCHECK", ...ranges) as CellRange).slice(1).map((row) => row.join(" | "));
    expect(problems).toEqual([
      "Fees row 2, From | 2026-01-01 | begins before 2026-01-05, when its engagement begins, and counts in full all the same | Maybe change the day here, or in Engagements. | HR-278",
      "Fees row 2, To | 2026-02-28 | goes on after 2026-01-18, when its engagement ends, and counts in full all the same | Maybe change the day here, or in Engagements. | HR-278",
    ]);
    const revenue = "engagement=Care; measure=revenue";
    expect(ask("MARGIN", day("2026-01-01"), day("2026-02-28"), "", "", revenue, ...ranges)).toBe(6200);
  });

  test("two rates for one day: both rows, what is at stake, and no margin", () => {
    const ranges = rangesIn([FIRM, `${RATES}  Senior | 160  | EUR      |\n`].join("\n\n"));
    const [one, other, stake] = (ask("PLANCHECK", ...ranges) as CellRange).slice(1).map((row) => row.join(" | "));
    expect(one).toMatch(/^Rates row 2, Rate; Rates row 3, Rate \| \(hidden\) .* neither counts/);
    expect(other).toMatch(/^Rates row 3, Rate; Rates row 2, Rate/);
    expect(stake).toMatch(
      /^Rates row 1, Rate \| Sue \| has two rates for one day, so that the margin of 40 hours on Portal/,
    );
    expect(ask("MARGIN", day("2026-01-05"), day("2026-01-23"), ...ranges)).toBe("n/a");
  });
});
