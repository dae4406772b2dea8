import { describe, expect, test } from "vitest";
import { overlappingFees } from "../../../core/engine/money/overlapping-fees.ts";
import type { CellRange } from "../../../core/plan/cells.ts";
import { given } from "../../../core/sheets/given.ts";
import { marginSheet } from "../../../core/sheets/margin.ts";
import { ask } from "../../functions/ask.ts";
import { linesOf } from "../../sheets/demo.ts";
import { day, planIn, rangesIn } from "../../support/plan.ts";

const firm = (fees: readonly string[], { kind = "managed service", shown = "all", status = "confirmed" } = {}) => `
  Setting | Value
  Horizon from | 2026-01-05
  Horizon weeks | 24
  Currency | EUR
  Money shown | ${shown}

  Person | Role | Weekly hours
  Kim | Mid | 40

  Engagement | Kind | Status | From | To
  Care | ${kind} | ${status} | 2026-01-01 | 2026-06-30
  Other | ${kind} | ${status} | 2026-01-01 | 2026-06-30

  Person | Engagement | Hours a day | From | To
  Kim | Care | 2 | 2026-01-01 | 2026-06-30

  Role | Cost rate
  Mid | 50

  Engagement | Kind | Amount | Currency | From | To
  ${fees.join("\n")}

  Currency | Rate
  USD | 0.9
`;
const said = (text: string) =>
  (ask("PLANCHECK", ...rangesIn(text)) as CellRange).flatMap((row) => (row[4] === "HR-304" ? [row.slice(0, 4)] : []));
const noticed = (text: string) =>
  linesOf(marginSheet(given(planIn(text))), "A").flatMap((line) =>
    line.includes("for the same days") ? [line.replace(/^A\d+ \| /, "")] : [],
  );
const OLD = "Care | monthly retainer | 3000 | EUR | 2026-01-01 |";
const RAISED = "Care | monthly retainer | 3300 | EUR | 2026-04-01 |";

describe("a retainer that is raised in a row of its own, and the old row without a To", () => {
  test("adds to the old one, 6,300 a month, and is named with both rows, their days and their sum", () => {
    const text = firm([OLD, RAISED]);
    const months = ask(
      "MARGIN",
      day("2026-03-01"),
      day("2026-04-30"),
      "",
      "month",
      "measure=revenue",
      ...rangesIn(text),
    );
    expect((months as CellRange)[1]!.slice(-2)).toEqual([3000, 6300]);
    expect(said(text)).toEqual([
      [
        "Fees row 2, Engagement; Fees row 3, Engagement",
        "Care",
        "has 2 monthly retainers for the same days, from 2026-04-01 to 2026-06-30: all of them are paid, and add up",
        "Maybe type 2026-03-31 into To of the earlier row, if the later one replaces it; choose the kind change order for what was agreed once; or leave it, where all are paid.",
      ],
    ]);
    expect(noticed(text)).toEqual([
      "2 monthly retainers of Care are paid for the same days from 1 Apr 2026 to 30 Jun 2026 (Fees rows 2 and 3): EUR 6,300.00 a month together.",
    ]);
  });

  test("as its hint says, a To mends it", () => {
    const text = firm([`${OLD} 2026-03-31`, RAISED]);
    expect([said(text), noticed(text)]).toEqual([[], []]);
    const months = ask(
      "MARGIN",
      day("2026-03-01"),
      day("2026-04-30"),
      "",
      "month",
      "measure=revenue",
      ...rangesIn(text),
    );
    expect((months as CellRange)[1]!.slice(-2)).toEqual([3000, 3300]);
  });

  test("raised twice: three rows, the most that one month pays", () => {
    const [overlap] = overlappingFees(
      planIn(firm([OLD, RAISED, "Care | monthly retainer | 3500 | EUR | 2026-06-01 |"])),
    );
    expect(overlap).toMatchObject({
      from: day("2026-04-01"),
      to: day("2026-06-30"),
      together: 980000,
      isEndless: false,
    });
    expect(overlap!.fees.map(({ row }) => row)).toEqual([2, 3, 4]);
  });

  test("amounts are said where all money is shown, and in one currency only", () => {
    const USD = RAISED.replace("EUR", "USD");
    expect(noticed(firm([OLD, USD]))).toEqual([
      "2 monthly retainers of Care are paid for the same days from 1 Apr 2026 to 30 Jun 2026 (Fees rows 2 and 3).",
    ]);
    expect(noticed(firm([OLD, RAISED], { shown: "all but salaries" })).join()).not.toMatch(/6,300/);
  });

  test.each([
    ["of two engagements", [OLD, RAISED.replace("Care", "Other")], {}],
    ["of 0 a month", [OLD, RAISED.replace("3300", "0")], {}],
    ["of lost work", [OLD, RAISED], { status: "lost" }],
    ["beside a change order", [OLD, "Care | change order | 300 | EUR | 2026-04-01 |"], {}],
    ["beside a fixed fee, which is another thing", [OLD, "Care | fixed fee | 300 | EUR | 2026-04-01 |"], {}],
  ])("%s nothing is said", (_, fees, firmOf) => expect(said(firm(fees, firmOf))).toEqual([]));
});

describe("several fixed fees", () => {
  const PRICE = { kind: "fixed price" };
  test("without days all have the engagement's: they add up, and are named", () => {
    const text = firm(["Care | fixed fee | 30000 | EUR | |", "Care | fixed fee | 33000 | EUR | 2026-02-01 |"], PRICE);
    expect(ask("MARGIN", day("2026-01-01"), day("2026-06-30"), "", "", "measure=revenue", ...rangesIn(text))).toBe(
      63000,
    );
    expect(said(text).map((row) => row[2])).toEqual([
      "has 2 fixed fees for the same days, from 2026-02-01 to 2026-06-30: all of them are earned, and add up",
    ]);
    expect(noticed(text)).toEqual([
      "2 fixed fees of Care are earned for the same days from 1 Feb 2026 to 30 Jun 2026 (Fees rows 2 and 3): EUR 63,000.00 together.",
    ]);
  });

  test("on days of their own, one after the other, are milestones", () => {
    const fees = ["2026-01-30 | 2026-01-30", "2026-03-31 | 2026-03-31"].map(
      (days) => `Care | fixed fee | 9 | EUR | ${days}`,
    );
    expect(said(firm(fees, PRICE))).toEqual([]);
  });
});
