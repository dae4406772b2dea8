import { expect, test } from "vitest";
import { FUNCTIONS } from "../../core/functions/index.ts";
import { deliveryMetrics } from "../../core/sheets/delivery-metrics.ts";
import { milestoneGrids } from "../../core/sheets/delivery-metrics-milestones.ts";
import { given } from "../../core/sheets/given.ts";
import { planIn, rangesIn } from "../support/plan.ts";

const FIRM = `
  Setting      | Value
  Horizon from | 2026-03-02
  As of        | 2026-02-27

  Person | Weekly hours
  Ana    | 40

  Engagement | Client
  Portal     | Bank
`;
const LIST = `
  Engagement | Milestone | Baseline   | Due        | Status
  Portal     | Design    | 2026-02-10 |            | Done
  Portal     | Launch    | 2026-02-11 | 2026-02-20 | Done
`;
const ONTIME = FUNCTIONS.find(({ name }) => name === "ONTIME")!;
const asked = (list: string) => ONTIME.call([46054, 46081, ...rangesIn(FIRM + list)] as never);

test("milestones without a column Delivered are not late: on time is not known, and the function says what is missing", () => {
  expect(() => asked(LIST)).toThrow(/Delivered is missing/);
  expect(asked(LIST.replace("Status", "Delivered").replaceAll("Done", "2026-02-10"))).toBe(1);
});

test("the sheet counts nothing as due, and its first step asks for the days", () => {
  const { blocks } = deliveryMetrics(given(planIn(FIRM + LIST)), "no tables");
  const [sums, each] = milestoneGrids(given(planIn(FIRM + LIST)), { from: 46054, to: 46081 });
  expect(sums!.rows.map((row) => row.slice(1, 6))).toEqual([
    [0, 0, 0, 0, "n/a"],
    [0, 0, 0, 0, "n/a"],
  ]);
  expect(each!.rows.map((row) => row[4])).toEqual(["not known", "not known"]);
  const lines = blocks.flatMap((one) => (one.kind === "note" ? one.lines.map(({ text }) => text) : []));
  expect(lines.join(" ")).toContain("Say when milestones were delivered");
  expect(lines.join(" ")).not.toContain("Act on on-time");
});
