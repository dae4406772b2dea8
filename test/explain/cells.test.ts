import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { smallDemoInUse } from "../../core/demo/small.ts";
import { smallMoneyDemo } from "../../core/demo/small-money.ts";
import { explainCell, explainTotal } from "../../core/explain/index.ts";
import { SHEETS } from "../../core/sheets/index.ts";
import { MARGIN_LINES_SHEET } from "../../core/sheets/margin-lines.ts";
import { SNAPSHOT_HISTORY } from "../../core/sheets/snapshot-history.ts";
import { planSpec } from "../engine/random-plan.ts";
import { planOf as planOfTables } from "../sheets/demo.ts";
import { planOf } from "../support/engine-plan.ts";
import { expectAddsUp } from "./adds-up.ts";
import { cellsOf, expectExplained, figure, grids, isFigure, type MadeSheet, made, shown } from "./figures.ts";

/** HEADROOM_ORACLE=full explains 1,000 cells of each sheet. */
const CELLS = process.env.HEADROOM_ORACLE === "full" ? 1000 : 60;

const demoPlan = () => planOfTables(smallDemoInUse());
const moneyPlan = () => planOfTables(new Map([...smallDemoInUse(), ...smallMoneyDemo()]));
/** Random plans hold neither the snapshots nor the rates that these sheets are made of. */
const OF_OTHER_TABLES: readonly string[] = [SNAPSHOT_HISTORY, MARGIN_LINES_SHEET];

/** What is no figure is explained only where it is words or a sign that has rows behind it, and then as exactly. */
function expectWords({ from }: MadeSheet, { grid, row, column }: ReturnType<typeof cellsOf>[number]): void {
  const said = explainCell(from, grid, row, column);
  if (said === null) return;
  expect([said.title, grid.rows[row]![column]]).toEqual([said.title, expect.stringMatching(/./)]);
  expectAddsUp(said);
}

describe.each([...SHEETS.keys()])("%s", (name) => {
  test.each([
    ["small demo", demoPlan],
    ["small demo with money", moneyPlan],
  ])("every figure of the %s is explained by parts that add up to it", (_, planOfDemo) => {
    const sheet = made(name, planOfDemo(), 12);
    const cells = cellsOf(sheet);
    expect(cells.some(isFigure)).toBe(true);
    for (const cell of cells) {
      if (isFigure(cell)) expectExplained(sheet, cell);
      else expectWords(sheet, cell);
    }
  });

  test("so are random cells of random plans", () => {
    let explained = 0;
    fc.assert(
      fc.property(planSpec, fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), (spec, seeds) => {
        const sheet = made(name, planOf(spec), 3);
        const figures = cellsOf(sheet).filter(isFigure);
        for (const seed of figures.length === 0 ? [] : seeds) {
          expectExplained(sheet, figures[seed % figures.length]!);
          explained += 1;
        }
      }),
      { numRuns: CELLS / 12 },
    );
    expect(explained > 0).toBe(!OF_OTHER_TABLES.includes(name));
  });

  test("a total is the sum of its rows", () => {
    for (const grid of grids(made(name, demoPlan(), 12).model)) {
      for (const [column, { total }] of grid.columns.entries()) {
        const one = explainTotal(grid, column);
        const sum = () => grid.rows.reduce((all, _, row) => all + shown(grid, row, column)!, 0);
        expect(one && figure(one)).toBe(total ? sum() : null);
        if (one !== null) expectAddsUp(one);
      }
    }
  });
});
