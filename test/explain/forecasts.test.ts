import { describe, expect, test } from "vitest";
import { countedBy } from "../../core/engine/counted.ts";
import type { Ask } from "../../core/explain/ask.ts";
import { atOnce, explainCell, MEASURES, NOTHING_PICKED } from "../../core/explain/index.ts";
import { figureText } from "../../core/explain/text.ts";
import { given } from "../../core/sheets/given.ts";
import { day, iso, planIn } from "../support/plan.ts";
import { expectAddsUp } from "./adds-up.ts";
import { grids, made } from "./figures.ts";

const logs = (days: number, rest: string) =>
  Array.from({ length: days }, (_, i) => `  ${iso(day("2026-01-05") + i)} | ${rest}`).join("\n");

/**
 * A week before, 80 hours of Portal named nobody, Ana had 10 of Desk and 5 of Shop, Ben 20 of Shop, and Zed, who left, 8 of it. Ana logs
 * her week; Ben, who is booked on Portal and Shop, four days of it.
 */
const plan = planIn(`
  Setting       | Value
  As of         | 2026-01-11
  Horizon from  | 2026-01-05
  Horizon weeks | 4

  Taken on   | Week       | Engagement | Skill | Person | Hours
  2025-12-29 | 2026-01-05 |            |       |        | 80x4
  2025-12-29 | 2026-01-05 | Portal     | Java  |        | 80
  2025-12-29 | 2026-01-05 | Desk       | Java  | Ana    | 10
  2025-12-29 | 2026-01-05 | Shop       | Java  | Ana    | 5
  2025-12-29 | 2026-01-05 | Shop       | Java  | Ben    | 20
  2025-12-29 | 2026-01-05 | Shop       | Java  | Zed    | 8

  Day        | Person | Engagement | Hours
${logs(5, "Ana | Desk | 3")}
${logs(5, "Ana | Shop | 5")}
${logs(4, "Ben | Shop | 8")}

  Person | Weekly hours | Skills
  Ana    | 40           | Java
  Ben    | 40           | Java

  Engagement | Client
  Desk       | Acme
  Shop       | Bolt
  Portal     | Acme

  Person | Engagement | From       | To         | Hours a day
  Ana    | Desk       | 2026-01-05 | 2026-01-09 | 8
  Ben    | Portal     | 2026-01-05 | 2026-01-08 | 8
  Ben    | Shop       | 2026-01-09 | 2026-01-09 | 8
`);

const about = { plan, counted: countedBy(plan.settings), from: day("2026-01-05"), to: day("2026-01-11") };
const said = (measure: string, rows: Ask["rows"], name: string) => {
  const { explain } = MEASURES.get(measure)!;
  const found = atOnce(explain({ ...about, rows, name }, "1 week before", NOTHING_PICKED));
  expectAddsUp(found);
  return {
    figure: figureText(found),
    groups: found.sums[0]!.parts.map(({ label, amount }) => [label, amount / 60]),
    leftOut: found.leftOut.map(({ label, why }) => `${label}: ${why}`),
    places: found.leftOut.map(({ at }) => at),
  };
};

const BEN = "nobody knows what was worked: the timesheet is missing, or has rows without hours";
const NOBODY = "Forecasts that name nobody: 80 h: they are no single person's";

describe("what forecasts leave out", () => {
  test("by person: their own weeks without a timesheet, and hours that name nobody, each with its row", () => {
    const ana = said("forecast error of", "person", "Ana");
    expect([ana.figure, ana.leftOut]).toEqual(["62.5 %", [NOBODY]]);
    const ben = said("forecast error of", "person", "Ben");
    expect([ben.figure, ben.groups, ben.leftOut]).toEqual(["n/a", [], [`Ben: 1 forecast: ${BEN}`, NOBODY]]);
    expect(ben.places).toEqual([{ kind: "row", table: "Snapshots", row: 6 }, null]);
  });

  test("of everything: the whole engagement says for whom it waits", () => {
    const all = said("forecast error of", "total", "Total");
    // Desk: 10 forecast, 15 worked; Shop: 5 and 25. 25 off of 40 worked; the largest part stands first.
    expect([all.figure, all.groups]).toEqual(["62.5 %", [["Shop", 20], ["Desk", 5]]]); // biome-ignore format: a table
    expect(all.leftOut).toEqual([
      "Portal: 1 forecast: nobody knows what was worked: the timesheet of Ben is missing, or has rows without hours",
      `Ben: 1 forecast: ${BEN}`,
      "People whom the plan has no more: 1 forecast: nobody knows what was worked: they are not among the people any more",
    ]);
    expect(all.places[0]).toEqual({ kind: "row", table: "Snapshots", row: 3 });
    expect(said("forecast bias of", "engagement", "Portal").leftOut).toEqual([all.leftOut[0]]);
  });

  test("the count of the sheet is made of the same", () => {
    const sheet = made("Delivery metrics", plan, 4, given(plan));
    const leads = grids(sheet.model).find(({ key }) => key === "leads")!;
    const column = leads.columns.findIndex(({ key }) => key === "missing");
    expect(leads.rows[0]![column]).toBe(3);
    const found = explainCell(sheet.from, leads, 0, column)!;
    expectAddsUp(found);
    expect(found.sums[0]!.parts.map(({ label }) => label)).toEqual([
      "Everybody on Portal, week of 5 Jan: 80 h forecast, waits for Ben",
      "Ben on Shop, week of 5 Jan: 20 h forecast",
      "Somebody whom the plan has no more on Shop, week of 5 Jan: 8 h forecast",
    ]);
  });
});
