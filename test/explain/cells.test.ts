import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Explanation, explainCell, explainTotal } from "../../core/explain/index.ts";
import type { Plan } from "../../core/plan/plan.ts";
import { given } from "../../core/sheets/given.ts";
import { SHEETS } from "../../core/sheets/index.ts";
import type { Grid, SheetModel } from "../../core/sheets/model.ts";
import { planSpec } from "../engine/random-plan.ts";
import { planOf as demoPlan } from "../sheets/demo.ts";
import { MONDAY, planOf } from "../support/engine-plan.ts";
import { expectAddsUp } from "./adds-up.ts";

/** HEADROOM_ORACLE=full explains 1,000 cells of each sheet. */
const CELLS = process.env.HEADROOM_ORACLE === "full" ? 1000 : 60;

function made(
  name: string,
  plan: Plan,
  weeks: number,
): { readonly model: SheetModel; readonly from: ReturnType<typeof given> } {
  const from = given(plan, { from: MONDAY, weeks });
  const work = SHEETS.get(name)!(from);
  if (!("next" in work)) return { model: work, from };
  for (let next = work.next(); ; next = work.next()) if (next.done) return { model: next.value, from };
}

const grids = ({ blocks }: SheetModel): readonly Grid[] => blocks.filter((block) => block.kind === "grid");

const PER_UNIT = { hours: 60, percent: 1e6, money: 100, fte: 100, count: 1, date: 0, text: 0, state: 0 } as const;

/** What stands in a cell, as a planner reads it, in whole units; formulas by the rules of arithmetic that every host has. */
function shown(grid: Grid, row: number, column: number): number | null {
  const perUnit = PER_UNIT[grid.columns[column]!.shows];
  const content = grid.rows[row]![column]!;
  if (perUnit === 0) return null;
  if (typeof content === "number") return Math.round(content * perUnit);
  if (content === null || typeof content !== "object" || !("holes" in content)) return null;
  const at = (key: string) => grid.columns.findIndex((one) => one.key === key);
  const keys = content.holes.map((hole) => ("sameRow" in hole ? at(hole.sameRow) : Number.NaN));
  if (content.parts[0]!.startsWith("SUM(")) {
    return Array.from({ length: keys[1]! - keys[0]! + 1 }, (_, i) => shown(grid, row, keys[0]! + i)!).reduce(
      (a, b) => a + b,
      0,
    );
  }
  return keys.reduce((sum, key, i) => sum + (content.parts[i] === "-" ? -1 : 1) * shown(grid, row, key)!, 0);
}

const figure = ({ is, sums: [first, second] }: Explanation): number =>
  is === "sum" ? first!.amount : Math.round((first!.amount / second!.amount) * 1e6);

/** Every cell with a figure is explained, by parts that add up to what stands in it. */
function expectExplained(name: string, plan: Plan, weeks: number, pick: (cells: number) => readonly number[]): number {
  const { model, from } = made(name, plan, weeks);
  const cells = grids(model).flatMap((grid) =>
    grid.rows.flatMap((_, row) => grid.columns.map((__, column) => ({ grid, row, column }))),
  );
  const figures = cells.filter(({ grid, row, column }) => shown(grid, row, column) !== null);
  const picked = pick(figures.length).map((at) => figures[at]!);
  for (const { grid, row, column } of picked) {
    const one = explainCell(from, grid, row, column);
    const where = [name, grid.key, grid.columns[column]!.key, row, one?.title];
    expect([...where, one && figure(one)]).toEqual([...where, shown(grid, row, column)]);
    expectAddsUp(one!);
  }
  for (const { grid, row, column } of cells) {
    if (shown(grid, row, column) === null) expect(explainCell(from, grid, row, column)).toBeNull();
  }
  return picked.length;
}

describe.each([...SHEETS.keys()])("%s", (name) => {
  test("every figure of the small demo is explained by parts that add up to it", () => {
    const all = expectExplained(name, demoPlan(), 12, (count) => [...Array(count).keys()]);
    expect(all).toBeGreaterThan(0);
  });

  test("so are random cells of random plans", () => {
    let explained = 0;
    fc.assert(
      fc.property(planSpec, fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), (spec, seeds) => {
        explained += expectExplained(name, planOf(spec), 3, (count) =>
          count === 0 ? [] : seeds.map((one) => one % count),
        );
      }),
      { numRuns: CELLS / 12 },
    );
    expect(explained).toBeGreaterThan(0);
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
