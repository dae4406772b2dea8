import { describe, expect, test } from "vitest";
import { readPlan } from "../../core/plan/read-plan.ts";
import { rangesIn } from "../support/plan.ts";

/** All that a plan check says about some tables of money beside Sue and Portal. */
const said = (picture: string): string => {
  const firm =
    "Setting | Value\nCurrency | USD\n\nPerson | Role | Weekly hours\nSue | Senior | 40\n\nEngagement | Client\nPortal | Acme";
  const { problems } = readPlan(rangesIn(`${firm}\n\n${picture}`).map((cells) => ({ cells })));
  return JSON.stringify(problems.map(({ code, value, why, hint, mend }) => [code, value, why, hint, mend]));
};
const FIGURE = /98,?765/;

describe("an amount that was typed into the wrong column is not quoted", () => {
  test.each([
    ["Costs", "Currency", "Person | Cost rate | Currency\nSue | 90 | USD 98,765.43"],
    ["Costs", "Person", "Person | Cost rate\nUSD 98,765.43 | 90"],
    ["Costs", "Role", "Role | Cost rate\n98765.43 | 90"],
    ["Costs", "From", "Person | Cost rate | From\nSue | 90 | USD 98,765.43"],
    ["Costs", "From, as a number", "Person | Cost rate | From\nSue | 90 | 98765.43"],
    ["Rates", "From", "Person | Rate | From\nSue | 150 | USD 98,765.43"],
    ["Rates", "Currency", "Person | Rate | Currency\nSue | 150 | 98765.43"],
    ["Fees", "From", "Engagement | Kind | Amount | From\nPortal | expense | 1 | USD 98,765.43"],
    ["Fees", "Kind", "Engagement | Kind | Amount | From\nPortal | 98,765.43 | 1 | 2026-01-05"],
  ])("%s, %s", (_, __, picture) => {
    const all = said(picture);
    expect(all).toContain("(hidden)");
    expect(all).not.toMatch(FIGURE);
  });

  test("a mistyped name or day of Rates and Fees still is", () => {
    expect(said("Person | Rate\nSuse 2 | 150")).toContain('"Suse 2"');
    expect(said("Engagement | Kind | Amount | From\nPortal | expense | 1 | 2026/02/30")).toContain('"2026/02/30"');
  });
});
