import { describe, expect, test } from "vitest";
import { locate } from "../../core/plan/locate.ts";
import { isRateHeading, isSalaryHeading } from "../../core/plan/salary-headings.ts";
import { TABLES } from "../../core/plan/tables.ts";
import { salaryColumns } from "../../core/questions/finance-mixed.ts";

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
    ...["CTC", "Day rate cost", "Burden", "Total comp", "Fully loaded rate", "Pay rate"],
    ...[
      "Gehalt",
      "Bezüge",
      "Bruttogehalt",
      "Gehaltskosten",
      "Entgelt",
      "Stundenkosten",
      "Kostensatz",
      "Kosten pro Tag",
    ],
    ...["Salaire", "Rémunération brute", "Coût journalier", "Coût salarial", "Taux de coût", "Paie"],
    ...["Salario", "Sueldo bruto", "Nómina", "Coste por hora", "Coste salarial", "Retribución"],
    ...["Lön", "Månadslön", "Timlön (SEK)", "Lönekostnad", "Kostnad per timme", "Timkostnad"],
    ...["Løn", "Månedsløn", "Timeløn", "Lønomkostning", "Kostpris", "Lønn", "Timelønn", "Årslønn"],
    ...["Monthly gross", "Monthly gross (EUR)", "Annual package", "LPA", "CTC (LPA)", "Bonus"],
    ...["Take-home", "Take-home pay", "Unit cost", "Loaded", "Loaded (USD)", "Variable pay"],
    ...["Mzda", "Hrubá mzda", "Plat", "Měsíční plat", "Náklady na hodinu", "Mzdové náklady"],
  ])("%s", (heading) => {
    expect(isSalaryHeading(heading)).toBe(true);
  });

  test.each([
    ...["Cost centre", "Cost code", "Travel cost", "Project cost", "Pay grade", "Salary band", "Salary review date"],
    ...[
      "Lon",
      "Lat",
      "Lon/lat",
      "Platform",
      "Company",
      "Component",
      "Kostenstelle",
      "Projektkosten",
      "Nákladové středisko",
    ],
    ...[
      "Centre de coût",
      "Centro de coste",
      "Kostnadsställe",
      "Omkostningssted",
      "Loaded hours",
      "Plan",
      "Time",
      "Mes",
    ],
    ...[
      "Gross",
      "Package",
      "Work package",
      "Gross hours",
      "Gross margin",
      "Bonus days",
      "Package name",
      "Take",
      "Unit",
      "Bill rate per hour",
    ],
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

describe("an amount by the hour or day is paid or billed: the table says which", () => {
  test.each(["Day rate", "Hourly rate", "€/h", "$/hr", "EUR/h", "EUR per hour", "Day rate (EUR)"])("%s", (heading) => {
    expect([isRateHeading(heading), isSalaryHeading(heading)]).toEqual([true, false]);
  });

  test.each(["Rate", "Hours/day", "h/day", "Success rate", "Utilization"])("not: %s", (heading) => {
    expect(isRateHeading(heading)).toBe(false);
  });

  test("beside People it is what they are paid; in Rates it is what clients pay", () => {
    const people = {
      name: "People",
      cells: [
        ["Person", "Role", "Weekly hours", "Day rate"],
        ["Ann", "Dev", 40, 400],
      ],
    };
    const rates = {
      name: "Rates",
      cells: [
        ["Role", "Hourly rate", "Currency"],
        ["Dev", 100, "EUR"],
      ],
    };
    const book = [people, rates];
    expect(salaryColumns(book, locate(book)).map(({ sheet, a1 }) => [sheet, a1])).toEqual([["People", "D1"]]);
  });
});
