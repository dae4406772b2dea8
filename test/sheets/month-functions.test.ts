import fc from "fast-check";
import { expect, test } from "vitest";
import { demoFirm } from "../../core/demo/firm.ts";
import { smallDemo } from "../../core/demo/small.ts";
import type { Argument } from "../../core/functions/argument.ts";
import type { Cell, CellRange } from "../../core/plan/cells.ts";
import { PlanError } from "../../core/problems.ts";
import { given } from "../../core/sheets/given.ts";
import { SHEETS } from "../../core/sheets/index.ts";
import type { Meaning } from "../../core/sheets/meaning.ts";
import type { Content, Grid, SheetModel } from "../../core/sheets/model.ts";
import { randomWorkbook } from "../explain/random-tables.ts";
import { ask } from "../functions/ask.ts";
import { planOf } from "./demo.ts";

/** Mondays from which weeks reach into other months: 5 January, 26 January and 30 March 2026. */
const BEGINS = [46027, 46048, 46111] as const;

const asNumber = (content: Content): number | null => (typeof content === "number" ? content : null);

/** The figures of a row, and what the functions say of the same days. */
function pairs(grid: Grid, row: number, tables: readonly CellRange[], showsMargin: boolean) {
  const { from, to, of: ofCell } = grid.rowMeans![row]!;
  const month = ofCell!.get("onTime")!;
  const of = (key: string) => asNumber(grid.rows[row]![grid.columns.findIndex((one) => one.key === key)]!);
  const inDays = (days: Pick<Meaning, "from" | "to">, name: string, ...args: readonly Argument[]) => {
    try {
      const found = ask(name, days.from!, days.to!, "total", ...args, ...tables) as Cell;
      return typeof found === "number" ? found : null;
    } catch (error) {
      // A table that it needs has not one row that can be used: it says nothing.
      if (error instanceof PlanError) return undefined;
      throw error;
    }
  };
  const says = (name: string, ...args: readonly Argument[]) => inDays({ from: from!, to: to! }, name, ...args);
  const [needs, has] = [says("DEMAND", "total", ""), says("CAPACITY", "total", "")];
  const sheet = ["utilization", "variance", "gap", "onTime", "load", "wape", "bias", "margin"].map(of);
  const functions = [
    says("UTILIZATION", "total", ""),
    says("VARIANCE", "total", ""),
    says("SKILLGAP", "total", ""),
    inDays(month, "ONTIME", "total", "measure=baseline"),
    needs === undefined ? undefined : has === 0 ? null : needs! / has!,
    says("FORECASTACCURACY", "measure=wape; lead=4"),
    says("FORECASTACCURACY", "measure=bias; lead=4"),
    showsMargin ? says("MARGIN", "total", "measure=percent") : null,
  ];
  return { where: `${grid.rows[row]![0]}`, sheet, functions };
}

const monthsOf = (model: SheetModel): Grid =>
  model.blocks.find((block): block is Grid => block.kind === "grid" && block.key === "months")!;

const made = (from: ReturnType<typeof given>) => monthsOf(SHEETS.get("Delivery metrics")!(from) as SheetModel);

function expectSame(grid: Grid, tables: readonly CellRange[], showsMargin: boolean) {
  grid.rows.forEach((_, row) => {
    const { where, sheet, functions } = pairs(grid, row, tables, showsMargin);
    const rounded = (one: number | null) => (one === null ? null : Math.round(one * 1e9) / 1e9);
    // A month without a day logged or planned here has milestones only.
    const isOfMilestones = sheet[1] === null;
    const told = functions.map((one, i) => (one === undefined ? sheet[i]! : isOfMilestones && i !== 3 ? null : one));
    expect([where, ...sheet.map(rounded)]).toEqual([where, ...told.map(rounded)]);
  });
}

test("of random plans, every month's figure is what the function gives for the same days", () => {
  let months = 0;
  fc.assert(
    fc.property(
      randomWorkbook,
      fc.constantFrom(...BEGINS),
      fc.integer({ min: 1, max: 9 }),
      ({ tables, plan }, from, weeks) => {
        const grid = made(given(plan, { from: from as never, weeks }));
        months += grid.rows.length;
        expectSame(grid, tables, plan.settings.moneyShown === "all");
      },
    ),
    { numRuns: process.env.HEADROOM_ORACLE === "full" ? 200 : 3 },
  );
  expect(months).toBeGreaterThan(3);
});

test("a demo's last month counts the days of the horizon only, as UTILIZATION, VARIANCE and SKILLGAP of these days do", () => {
  const last = (demo: ReturnType<typeof smallDemo>) => {
    const row = made(given(planOf(demo))).rows.at(-1)!;
    return [row[0], Math.round(1000 * Number(row[1])), row[2], ...row.slice(7, 9)];
  };
  expect(last(smallDemo())).toEqual(["Mar 2026 (to 29 Mar)", 438, "▲ watch", 456, 21.6]);
  expect(last(demoFirm())).toEqual(["Jul 2026 (to 5 Jul)", 754, "✓ good", 227.6, 188.05]);
});
