import { beforeAll, describe, expect, test } from "vitest";
import { FUNCTIONS } from "../../../core/functions/index.ts";
import { ask } from "../../../core/questions/index.ts";
import type { Model } from "../../../workbench/engine.ts";
import { work } from "../../../workbench/host.ts";
import { install } from "../../../workbench/workbook.ts";
import { PENCIL_FIRM } from "../../engine/money/pencil-firm.ts";
import { rangesIn } from "../../support/plan.ts";
import { workbook } from "../../support/workbench.ts";

const TABLES = ["Settings", "People", "Engagements", "Allocations", "Rates", "Costs", "Fees", "Exchange"];

describe("the firm that a pencil has worked out, on the sheets of money", () => {
  let model: Model;
  beforeAll(() => {
    install(FUNCTIONS);
    model = workbook(new Map(rangesIn(PENCIL_FIRM).map((range, i) => [TABLES[i]!, range])));
    work(model, ask("makeSheets", { sheets: "Margin; Margin bridge; Margin lines; Checks" }));
  });

  /** What the cells of a row show, the formulas computed. */
  function shownIn(sheet: string, row: number): readonly string[] {
    const sheetId = model.getters.getSheetIdByName(sheet)!;
    return Array.from({ length: 13 }, (_, col) => model.getters.getEvaluatedCell({ sheetId, row, col }).formattedValue);
  }
  /** The rows below the one that begins so, up to an empty one. */
  function below(sheet: string, title: string): readonly (readonly string[])[] {
    const rows = Array.from({ length: 200 }, (_, row) => shownIn(sheet, row));
    const from = rows.findIndex(([first]) => first === title) + 1;
    const found = rows.slice(from);
    return found.slice(
      0,
      found.findIndex(([first]) => first === ""),
    );
  }
  /** All months of each engagement, client and the portfolio. */
  const allMonths = (section: string) =>
    below("Margin", section)
      .slice(0, 6)
      .map((cells) => `${cells[0]} ${cells[4]}`);

  test("revenue, cost and margin come to the same cents, with clients and the portfolio", () => {
    expect(allMonths("Revenue, EUR")).toEqual([
      ...["Alpha 18,060.00", "Care 5,023.70", "Acme, all 23,083.70"],
      ...["Beta 6,600.00", "Tools 0.00", "Portfolio 29,683.70"],
    ]);
    expect(allMonths("Cost, EUR")).toEqual([
      ...["Alpha 8,899.99", "Care 12,320.00", "Acme, all 21,219.99"],
      ...["Beta 4,800.00", "Tools 5,280.00", "Portfolio 31,299.99"],
    ]);
    expect(allMonths("Margin, EUR")).toEqual([
      ...["Alpha 9,160.01", "Care (7,296.30)", "Acme, all 1,863.71"],
      ...["Beta 1,800.00", "Tools (5,280.00)", "Portfolio (1,616.29)"],
    ]);
  });

  test("so do shares of revenue and the effective rate of an hour", () => {
    expect(allMonths("Margin, % of revenue")).toEqual([
      ...["Alpha 50.7%", "Care ▼ -145.2%", "Acme, all ▼ 8.1%"],
      ...["Beta ▼ 27.3%", "Tools n/a", "Portfolio ▼ -5.4%"],
    ]);
    // 18,060 by 176 hours, 6,600 by 80, 29,683.70 by 608.
    expect(allMonths("Effective rate, EUR an hour").filter((one) => /^(Alpha|Beta|Portfolio)/.test(one))).toEqual([
      ...["Alpha 102.61", "Beta 82.50", "Portfolio 48.82"],
    ]);
  });

  test("so does the fixed price at completion, against its budget", () => {
    const beta = below("Margin", "Engagement").find(([first]) => first === "Beta");
    expect(beta?.slice(1, 12)).toEqual([
      ...["6,000.00", "4,800.00", "1,200.00", "6,600.00", "0.00", "4,800.00", "4,800.00", "1,800.00"],
      ...["▼ 27.3%", "600.00", "▼ below 30 %"],
    ]);
  });

  test("and the bridge, engagement by engagement and step by step", () => {
    const zeros = (count: number) => Array.from({ length: count }, () => "0.00");
    expect(below("Margin bridge", "Engagement").map(([first, , , ...amounts]) => [first, ...amounts])).toEqual([
      ["Alpha", "8,700.01", "0.00", "0.00", "960.00", ...zeros(3), "(500.00)", "9,160.01", "460.00"],
      ["Beta", "1,200.00", ...zeros(5), "600.00", "0.00", "1,800.00", "600.00"],
      ["Care", "(7,296.30)", ...zeros(7), "(7,296.30)", "0.00"],
      ["Tools", "(5,280.00)", ...zeros(7), "(5,280.00)", "0.00"],
      [
        "Portfolio",
        "(2,676.29)",
        "0.00",
        "0.00",
        "960.00",
        "0.00",
        "0.00",
        "600.00",
        "(500.00)",
        "(1,616.29)",
        "1,060.00",
      ],
    ]);
    expect(below("Margin bridge", "Step").map(([step, amount]) => `${step} ${amount}`)).toEqual([
      ...["Planned (2,676.29)", "Volume 0.00", "Mix 0.00", "Bill rate 960.00", "Cost rate 0.00"],
      ...["Untracked support 0.00", "Change orders 600.00", "Write-offs (500.00)", "Now (1,616.29)"],
    ]);
  });

  test("every check of money holds", () => {
    const checks = below("Checks", "Money, EUR").slice(1);
    expect(checks.length).toBeGreaterThan(9);
    expect(checks.filter(([result]) => result !== "✓ holds")).toEqual([]);
  });
});
