import { describe, expect, test } from "vitest";
import { readPlan } from "../../core/plan/read-plan.ts";
import { deliveryMetrics } from "../../core/sheets/delivery-metrics.ts";
import { given } from "../../core/sheets/given.ts";
import { marginSheet } from "../../core/sheets/margin.ts";
import { ask } from "../functions/ask.ts";
import { sheetPicture } from "../support/picture.ts";
import { day, rangesIn } from "../support/plan.ts";

/**
 * Sue works 40 hours at 100 on T and costs 50: 4,000 and 2,000. More than that is written off: 4,000 − 5,000 = −1,000, and a margin of
 * −3,000. Gain is as good without a write-off: 4,000, 2,000.
 */
const RANGES = (...more: readonly string[]) =>
  rangesIn(`
    Setting | Value
    Horizon from | 2026-01-05
    Horizon weeks | 3
    Currency | EUR
    Money shown | all

    Person | Role   | Weekly hours
    Sue    | Senior | 40
    Mel    | Senior | 40

    Engagement | Client | Kind               | Status    | From       | To
    T          | Acme   | time and materials | confirmed | 2026-01-05 | 2026-01-23
    ${more.length > 0 ? "Gain | Globex | time and materials | confirmed | 2026-01-05 | 2026-01-23" : ""}

    Person | Engagement | Hours a day | From       | To
    Sue    | T          | 8           | 2026-01-05 | 2026-01-09
    ${more.join("\n")}

    Role   | Rate | Currency
    Senior | 100  | EUR

    Role   | Cost rate | Currency
    Senior | 50        | EUR

    Engagement | Kind      | Amount | Currency | From
    T          | write-off | 5000   | EUR      | 2026-01-12
  `);
const JANUARY = day("2026-01-01");
const GAIN = "Mel | Gain | 8 | 2026-01-05 | 2026-01-09";
const from = (...more: readonly string[]) => given(readPlan(RANGES(...more).map((cells) => ({ cells }))));
const pictureOf = (...more: readonly string[]) => sheetPicture(marginSheet(from(...more))).split("\n");
const figures = (measure: string) =>
  ask("MARGIN", day("2026-01-01"), day("2026-01-31"), "engagement", "", `measure=${measure}`, ...RANGES(GAIN));

describe("more written off than came in", () => {
  test("is a loss of which no share of revenue can be taken", () => {
    expect(figures("margin")).toEqual([
      ["Engagement", JANUARY],
      ["T", -3000],
      ["Gain", 2000],
    ]);
    expect(figures("percent")).toEqual([
      ["Engagement", JANUARY],
      ["T", "n/a"],
      ["Gain", 0.5],
    ]);
  });

  test("is below the target on the sheet, in every line of it, and never reaches it", () => {
    const lines = pictureOf(GAIN);
    expect(lines).toContainEqual(expect.stringContaining("1 engagement below 30 %, lowest first: T."));
    const [ofT, ofGain] = ["T", "Gain"].map((name) =>
      lines.filter((line) => line.includes(` | ${name} | `) || new RegExp(`^A\\d+ \\| ${name} \\|`).test(line)),
    );
    expect(ofT!.filter((line) => line.endsWith("| ▼ below 30 %"))).toHaveLength(2);
    expect(ofT!.filter((line) => line.includes("✓"))).toEqual([]);
    expect(ofGain!.filter((line) => line.endsWith("| ✓ 30 % or more"))).toHaveLength(2);
    expect(lines.filter((line) => line.includes("looks loss")).length).toBeGreaterThan(1);
  });

  test("leaves no share in the sentence that finance reads", () => {
    const [, headline] = pictureOf();
    expect(pictureOf().filter((line) => line.includes("of revenue leave"))).toEqual([
      expect.stringContaining("−EUR 1,000.00 of revenue leave −EUR 3,000.00 after cost."),
    ]);
    expect(headline).not.toContain("%");
  });

  test("is a red light in the metrics of the month", () => {
    const table = deliveryMetrics(from(), "shown").blocks.find(
      (block) => block.kind === "grid" && block.columns.some(({ key }) => key === "marginLight"),
    );
    if (table?.kind !== "grid") throw new RangeError("no table of metrics");
    const at = (key: string) => table.columns.findIndex((column) => column.key === key);
    expect([table.rows[0]![at("margin")], table.rows[0]![at("marginLight")]]).toEqual(["n/a", "✕ act"]);
  });
});
