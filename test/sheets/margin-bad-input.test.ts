import { describe, expect, test } from "vitest";
import { readPlan } from "../../core/plan/read-plan.ts";
import { given } from "../../core/sheets/given.ts";
import { marginSheet } from "../../core/sheets/margin.ts";
import { rangesIn } from "../support/plan.ts";
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
  return { headline: lines[1]!, codes, missing: cells("Sue"), portal: cells("Portal"), all: lines };
};

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

  test("a negative fee leaves its row out, and its amount is not quoted", () => {
    const { codes, all } = fee("Portal | change order | -54321 | EUR | 2026-01-07 |");
    expect(codes).toContain("HR-103");
    expect(all.join("\n")).not.toMatch(/54,?321/);
  });

  test("a fee without dates has those of its engagement: all of it by the end", () => {
    expect(fee("Portal | change order | 1000 | EUR | 2026-01-07 |").headline).toContain("EUR 7,000.00 of revenue");
    expect(fee("Portal | fixed fee | 1000 | EUR | |").headline).toContain("EUR 7,000.00 of revenue");
  });

  test("a retainer without an end counts to the end of the horizon, and says so", () => {
    const { codes, headline } = fee("Care | monthly retainer | 3100 | EUR | 2026-01-01 |");
    expect(codes).toContain("HR-193");
    expect(headline).toMatch(/of revenue leave/);
  });
});
