import { describe, expect, test } from "vitest";
import { run } from "../../core/host.ts";
import type { CellRange } from "../../core/plan/cells.ts";
import { numberIn } from "../../core/plan/numbers.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { ask } from "../../core/questions/index.ts";
import type { PlanCheckReply } from "../../core/questions/plan-check.ts";
import { memoryBook, memoryHost } from "../support/memory-host.ts";
import { rangeIn } from "../support/plan.ts";

const says = (headings: string, row: string) =>
  readPlan([{ cells: rangeIn(`${headings}\n${row}`) }]).problems.map(({ code, hint }) => `${code} ${hint}`);

describe("rates that are not for an hour", () => {
  test.each([
    ["Role | Day rate | Currency", "Day rate", "the hours of a day", "Rate"],
    ["Role | Client | Rate per day", "Rate per day", "the hours of a day", "Rate"],
    ["Role | Client | Rate (per day)", "Rate (per day)", "the hours of a day", "Rate"],
    ["Role | Client | Tagessatz", "Tagessatz", "the hours of a day", "Rate"],
    ["Role | Client | Monthly rate", "Monthly rate", "the hours that are worked in a month", "Rate"],
    ["Role | Annual salary | Currency", "Annual salary", "the hours that are worked in a year", "Cost rate"],
  ])("%s: are to be divided, never only renamed", (headings, heading, by, to) => {
    const [, middle] = headings.split(" | ");
    const row = middle === "Client" ? "Dev | Acme | 800" : "Dev | 800 | EUR";
    expect(says(headings, row)).toEqual([
      `HR-135 Maybe divide what stands in "${heading}" by ${by}, and head it ${to}: rates are for an hour.`,
    ]);
  });

  test("others may only need another heading", () => {
    expect(says("Role | Client | Rate USD an hour", "Dev | Acme | 100")).toEqual([
      'HR-135 Maybe "Rate USD an hour" should be headed Rate.',
    ]);
  });
});

describe("a sheet that is called like a table of money and is not read", () => {
  const check = (sheets: Readonly<Record<string, CellRange>>) => {
    const plan = { People: rangeIn("Person | Weekly hours\nAna | 40"), ...sheets };
    return (run(ask("planCheck", {}), memoryHost(memoryBook(plan)).host) as PlanCheckReply).problems
      .filter(({ code }) => code === "HR-291" || code === "HR-135")
      .map(({ where, says: words }) => `${where} ${words}`);
  };

  test("is a problem that says what to do", () => {
    expect(check({ Rates: rangeIn("Role | Day rate | Currency\nDev | 800 | EUR") })).toEqual([
      'Rates!A1 nothing of this sheet is read: its headings are not those of Rates, which lack Rate. Maybe divide what stands in "Day rate" by the hours of a day, and head it Rate: rates are for an hour.',
    ]);
    expect(check({ Costs: rangeIn("Person | Annual salary\nAna | 90000") })).toEqual([
      'Costs!A1 nothing of this sheet is read: its headings are not those of Costs, which lack Cost rate. Maybe divide what stands in "Annual salary" by the hours that are worked in a year, and head it Cost rate: rates are for an hour.',
    ]);
    expect(check({ Fees: rangeIn("Vertrag | Summe\nPortal | 90000") })[0]).toContain(
      "Maybe add a column headed Amount.",
    );
    expect(check({ Exchange: rangeIn("Paar | Wert\nUSD | 0.9") })[0]).toContain("which lack Rate");
  });

  test("is none where it is read, empty, or no table at all", () => {
    expect(check({ Rates: rangeIn("Role | Rate\nDev | 100") })).toEqual([]);
    expect(check({ Rates: rangeIn("Role | Day rate | Currency") })).toEqual([]);
    expect(check({ Rates: [] })).toEqual([]);
    expect(check({ "Rates 2019": rangeIn("Role | Day rate | Currency\nDev | 800 | EUR") })).toEqual([]);
  });
});

test.each([
  ["100,-", 100],
  ["100.–", 100],
  ["1.200,-", 1200],
  ["1'200.--", 1200],
])("%s is a whole amount", (text, value) => {
  expect(numberIn(text, "none")).toEqual({ value, percent: false });
});
