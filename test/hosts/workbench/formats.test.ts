import { beforeAll, describe, expect, test } from "vitest";
import { smallDemoInUse } from "../../../core/demo/small.ts";
import { smallMoney } from "../../../core/demo/small-money.ts";
import { FUNCTIONS } from "../../../core/functions/index.ts";
import { formatsOf } from "../../../workbench/formats.ts";
import { registerFunctions } from "../../../workbench/functions.ts";
import { type, workbook } from "../../support/workbench.ts";

let book: ReturnType<typeof workbook>;

beforeAll(() => {
  registerFunctions(FUNCTIONS);
  book = workbook(new Map([...smallDemoInUse(), ...smallMoney()]));
});

/** The first row and the second as they are shown. */
function shown(formula: string): string[][] {
  type(book, "Here", "A1", formula);
  const sheetId = book.getters.getSheetIdByName("Here")!;
  const rows = [0, 1].map((row) =>
    Array.from({ length: 9 }, (_, col) => book.getters.getEvaluatedCell({ sheetId, row, col }).formattedValue),
  );
  return rows.map((row) => row.filter((text) => text !== ""));
}

describe("numbers look like what they are, whatever their size", () => {
  const milestones = (measure: string) =>
    shown(
      `=ONTIME(DATE(2025,10,1),DATE(2025,12,31),"total","total","measure=${measure}",Milestones,Engagements,Actuals,People)`,
    )[0]![0];

  test("of milestones a share is in percent; counts and days are plain", () => {
    expect(["baseline", "due", "late", "slip"].map(milestones)).toEqual(["60.0%", "5", "1", "-0.5"]);
  });

  test("a table of forecasts has percent in its columns of shares, and hours and counts beside them", () => {
    const [headings, first] = shown(
      '=FORECASTACCURACY(DATE(2025,12,1),DATE(2025,12,28),"person","person=Daniel Koh; lead=4",People,Engagements,Snapshots,Actuals)',
    );
    expect(headings!.slice(1, 7)).toEqual(["Weeks ahead", "WAPE", "Bias", "Accuracy", "Forecast", "Worked"]);
    // 144 hours forecast, 153.5 worked: 9.5 too few.
    expect([first![1], first![3], first![5], first![6]]).toEqual(["4", "-6.2%", "144", "153.5"]);
    expect(first![2]).toMatch(/^\d+\.\d%$/);
    expect(first![4]).toMatch(/^\d+\.\d%$/);
    expect(first![8]).toBe("0");
  });

  test("one ratio of forecasts is in percent under plain weeks ahead", () => {
    expect(
      shown(
        '=FORECASTACCURACY(DATE(2025,12,1),DATE(2025,12,28),"person","person=Daniel Koh; measure=bias",People,Engagements,Snapshots,Actuals)',
      ),
    ).toEqual([
      ["Person, weeks ahead", "1", "2", "4", "8", "12"],
      ["Daniel Koh", "4.2%", "4.2%", "-6.2%", "-21.8%", "-21.8%"],
    ]);
  });

  test("of a shortfall the chance is in percent, the hours are hours", () => {
    const [, first] = shown(
      '=SHORTFALLODDS(DATE(2026,3,9),DATE(2026,3,13),"total","week","skill=Python; measure=all",People,Engagements,Demand,Allocations)',
    );
    expect(first).toEqual(["Total", "2026-03-09", "50.0%", "0.0%", "5", "10", "10", "exact"]);
    expect(
      shown(
        '=SHORTFALLODDS(DATE(2026,3,9),DATE(2026,3,13),"total","total","skill=Python; measure=expected",People,Engagements,Demand,Allocations)',
      ),
    ).toEqual([["5"], []]);
  });

  test("weeks of overload are counts; small amounts of money stay money, and their share is in percent", () => {
    expect(shownAs("UTILIZATION", "measure=total")).toBe("share");
    expect(shownAs("OVERLOAD", "measure=run")).toBe("number");
    expect(shownAs("MARGIN", "measure=revenue")).toBe("money");
    expect(shownAs("MARGIN", "measure=percent")).toBe("share");
    expect(formatsOf("money", [[0.25]])(0, 0)).toBe("#,##0.00");
    expect(formatsOf("number", [["Person, weeks ahead", 1, 2]])(0, 1)).toBeUndefined();
  });

  const shownAs = (name: string, where: string) =>
    FUNCTIONS.find((one) => one.name === name)!.shows([46027, 46033, "", "", where]);
});
