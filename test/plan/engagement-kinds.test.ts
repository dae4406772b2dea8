import { expect, test } from "vitest";
import { planIn, sentences } from "../support/plan.ts";

const planOf = (kind: string, feeKind = "fixed fee") =>
  planIn(`
    Engagement | Kind    | From       | To
    Shop       | ${kind} | 2026-01-05 | 2026-03-27

    Engagement | Kind       | Amount | From       | To
    Shop       | ${feeKind} | 24000  | 2026-01-05 | 2026-03-27
  `);

test.each([
  ["Monthly retainer", "managed service"],
  ["Managed-service", "managed service"],
  ["Subscription", "managed service"],
  ["Fixed-price", "fixed price"],
  ["Fixed - fee", "fixed price"],
  ["Milestone", "fixed price"],
  ["Milestone-based", "fixed price"],
  ["Fixed bid", "fixed price"],
  ["Lump sum", "fixed price"],
  ["Hourly", "time and materials"],
  ["Time-and-materials", "time and materials"],
  ["Non-billable", "internal"],
])("the kind %s of an engagement is %s", (typed, kind) => {
  const plan = planOf(typed);
  expect(sentences(plan).filter((one) => one.includes("HR-106"))).toEqual([]);
  expect(plan.engagements.map((one) => one.kind)).toEqual([kind]);
});

test.each([
  ["Monthly-retainer", "monthly retainer"],
  ["Fixed-price", "fixed fee"],
  ["Fixed bid", "fixed fee"],
  ["Write-off", "write-off"],
  ["write off", "write-off"],
  ["Change-order", "change order"],
])("the kind %s of a fee is %s", (typed, kind) => {
  expect(planOf("fixed price", typed).money?.fees.map((one) => one.kind)).toEqual([kind]);
});

test("a cap on hours is a word of nobody: it is refused, not read as uncapped", () => {
  expect(sentences(planOf("Capped T&M"))[0]).toMatch(/^HR-106 Engagements row 2, Kind: "Capped T&M" is not one/);
});
