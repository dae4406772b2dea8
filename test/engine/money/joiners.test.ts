import { describe, expect, test } from "vitest";
import type { CellRange } from "../../../core/plan/cells.ts";
import { readPlan } from "../../../core/plan/read-plan.ts";
import { holds } from "../../../core/sheets/check-list.ts";
import { moneyChecks } from "../../../core/sheets/checks-money.ts";
import { given } from "../../../core/sheets/given.ts";
import { ask } from "../../functions/ask.ts";
import { day, rangesIn } from "../../support/plan.ts";

const SETTINGS = `
  Setting | Value
  Horizon from | 2026-01-05
  Horizon weeks | 3
  Currency | EUR
  Money shown | all
`;

/**
 * Ann (40 hours a week) costs 90, Ben (20) costs 60: (2 × 90 + 60) ÷ 3 = 80. Ann works 5 hours in the first week: 450. Nobody is booked
 * for 40 hours in the second: 40 × 80 = 3,200.
 */
const firm = (cid = "", cost = "") => `${SETTINGS}
  Person | Role   | Weekly hours | Skills | From | To
  Ann    | Senior | 40           | AWS 4  |      |
  Ben    | Mid    | 20           | AWS 3  |      |
  ${cid}

  Engagement | Client | Kind               | Status    | From       | To
  T          | Acme   | time and materials | confirmed | 2026-01-01 | 2026-01-31

  Person | Engagement | Hours a day | From       | To         | Skill
  Ann    | T          | 1           | 2026-01-05 | 2026-01-09 | AWS
  TBD 1  | T          | 8           | 2026-01-12 | 2026-01-16 | AWS

  Engagement | Rate | Currency
  T          | 150  | EUR

  Person | Cost rate | Currency
  Ann    | 90        | EUR
  Ben    | 60        | EUR
  ${cost}
`;

/** What January costs in all, and by each kind of period. */
function costs(text: string) {
  const of = (periods: string) =>
    ask("MARGIN", day("2026-01-01"), day("2026-01-31"), "", periods, "measure=cost", ...rangesIn(text));
  const added = (periods: string) => {
    const cells = (of(periods) as CellRange).slice(1).flatMap((row) => row.slice(1));
    return cells.includes("n/a") ? "n/a" : cells.reduce((sum: number, cell) => sum + Number(cell), 0);
  };
  return [of(""), added("month"), added("week"), added("day")];
}
const failing = (text: string) =>
  moneyChecks(given(readPlan(rangesIn(text).map((cells) => ({ cells }))))).filter((one) => !holds(one));

describe("work that nobody is booked on costs what those cost who are there when it is to be done", () => {
  test("as everybody stays", () => {
    expect(costs(firm())).toEqual([3650, 3650, 3650, 3650]);
  });

  test("without somebody who left earlier in the month", () => {
    const text = firm("Cid | Mid | 40 | AWS 3 | | 2026-01-09", "Cid | 30 | EUR");
    expect(costs(text)).toEqual([3650, 3650, 3650, 3650]);
    expect(failing(text)).toEqual([]);
  });

  test("with somebody who joined earlier in the month: (2 × 90 + 60 + 2 × 30) ÷ 5 = 60, 450 + 40 × 60", () => {
    const text = firm("Cid | Mid | 40 | AWS 3 | 2026-01-12 |", "Cid | 30 | EUR");
    expect(costs(text)).toEqual([2850, 2850, 2850, 2850]);
    expect(failing(text)).toEqual([]);
  });

  test("and with somebody who joins in the midst of it: two days at 80, three at 60", () => {
    const text = firm("Cid | Mid | 40 | AWS 3 | 2026-01-14 |", "Cid | 30 | EUR");
    expect(costs(text)).toEqual([3170, 3170, 3170, 3170]);
  });

  test("whose cost rate nobody knows does not matter once they left, and does from when they join", () => {
    expect(costs(firm("Cid | Mid | 40 | AWS 3 | | 2026-01-09"))).toEqual([3650, 3650, 3650, 3650]);
    expect(costs(firm("Cid | Mid | 40 | AWS 3 | 2026-01-14 |"))).toEqual(["n/a", "n/a", "n/a", "n/a"]);
  });

  test("of a fixed price too: 40 hours at Ann's 50, not at the 75 of the days before Ben left", () => {
    const text = `${SETTINGS}
      Person | Role   | Weekly hours | Skills | To
      Ann    | Senior | 40           | AWS 4  |
      Ben    | Senior | 40           | AWS 4  | 2026-01-09

      Engagement | Client | Kind        | Status    | From       | To
      T          | Acme   | fixed price | confirmed | 2026-01-01 | 2026-01-31

      Engagement | Skill | Total hours | From       | To
      T          | AWS   | 40          | 2026-01-12 | 2026-01-16

      Engagement | Kind      | Amount | Currency
      T          | fixed fee | 10000  | EUR

      Person | Cost rate | Currency
      Ann    | 50        | EUR
      Ben    | 100       | EUR
    `;
    expect(costs(text)).toEqual([2000, 2000, 2000, 2000]);
    expect(failing(text)).toEqual([]);
  });
});
