import { describe, expect, test } from "vitest";
import { isSalaryHeading } from "../../core/plan/salary-headings.ts";
import { TABLES } from "../../core/plan/tables.ts";

describe("a heading that says what people cost", () => {
  test.each([
    ...["Salary", "Annual salary (USD)", "Salary (EUR)", "Salary 2026", "SALARY, €", "annualSalary", "salary_usd"],
    ...["Base pay", "Pay", "Wage p.a.", "CTC (INR)", "Vergütung", "Jahresgehalt brutto", "Gehalt 2026", "Stundenlohn"],
    ...[
      "Cost",
      "Cost rate",
      "Cost rate (USD)",
      "Hourly cost",
      "Cost per day",
      "Cost/h",
      "Fully loaded cost",
      "Kosten/Std",
    ],
    ...["Cost to business (per hour)", "Employee cost", "Internal rate", "Burden rate (EUR)", "Coût horaire"],
  ])("%s", (heading) => {
    expect(isSalaryHeading(heading)).toBe(true);
  });

  test.each([
    ...["Cost centre", "Cost code", "Travel cost", "Project cost", "Pay grade", "Salary band", "Salary review date"],
    ...["Payroll migration", "Compensation days", "Bill rate", "Rate", "Amount", "Inhalt", "Hours", "EUR", "2026", ""],
    "Salaries are kept in a workbook that only finance opens",
  ])("not: %s", (heading) => {
    expect(isSalaryHeading(heading)).toBe(false);
  });

  test("of the plan's own columns it is the cost rate by all of its names, and no other", () => {
    const said = TABLES.flatMap((table) =>
      Object.entries(table.columns).flatMap(([key, { heading, also }]) =>
        [heading, ...also].map((name) => ({ of: `${table.name} ${key}`, is: isSalaryHeading(name) })),
      ),
    );
    expect(said.filter(({ of, is }) => is !== (of === "Costs rate"))).toEqual([]);
  });
});
