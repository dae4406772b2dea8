import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { smallDemoInUse } from "../../core/demo/small.ts";
import { type Explanation, explainCell, explainTotal, type Part } from "../../core/explain/index.ts";
import type { Plan } from "../../core/plan/plan.ts";
import { CAPACITY_VS_DEMAND } from "../../core/sheets/capacity-vs-demand.ts";
import { EXPOSURE } from "../../core/sheets/exposure.ts";
import { given } from "../../core/sheets/given.ts";
import { SHEETS } from "../../core/sheets/index.ts";
import { MARGIN_LINES_SHEET } from "../../core/sheets/margin-lines.ts";
import type { Grid, SheetModel } from "../../core/sheets/model.ts";
import { SCENARIO_COMPARISON } from "../../core/sheets/scenario-comparison.ts";
import { SKILL_GAPS } from "../../core/sheets/skill-gaps.ts";
import { SNAPSHOT_HISTORY } from "../../core/sheets/snapshot-history.ts";
import { UTILIZATION_AND_OVERLOAD } from "../../core/sheets/utilization.ts";
import { planSpec } from "../engine/random-plan.ts";
import { planOf as planOfTables } from "../sheets/demo.ts";
import { MONDAY, planOf } from "../support/engine-plan.ts";
import { expectAddsUp } from "./adds-up.ts";

/** HEADROOM_ORACLE=full explains 1,000 cells of each sheet. */
const CELLS = process.env.HEADROOM_ORACLE === "full" ? 1000 : 60;

const demoPlan = () => planOfTables(smallDemoInUse());
/** Random plans hold neither the snapshots nor the rates that these sheets are made of. */
const OF_OTHER_TABLES: readonly string[] = [SNAPSHOT_HISTORY, MARGIN_LINES_SHEET];

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

/** How many whole units one of what a cell shows has; none for words, days and states. */
function perUnit(grid: Grid, row: number, column: number): number {
  const own = grid.shownAs?.find((one) => one.row === row && column >= one.column && column < one.column + one.columns);
  const shows = own?.shows ?? grid.columns[column]!.shows;
  if (["date", "text", "state"].includes(shows)) return 0;
  if (shows.endsWith("hours")) return 60;
  if (shows === "count") return 1;
  if (shows.startsWith("percent")) return 1e6;
  return shows === "money" || shows === "fte" ? 100 : 10 ** Number(shows.split(" ")[1]);
}

/** What stands in a cell, in units of its kind; formulas are computed as a spreadsheet computes them, from what stands in their cells. */
function value(grid: Grid, row: number, column: number): number | null {
  const content = grid.rows[row]![column]!;
  if (typeof content === "number") return content;
  if (content === null || typeof content !== "object" || !("holes" in content)) return null;
  const at = (key: string) => grid.columns.findIndex((one) => one.key === key);
  const name = (r: number, c: number) => `cell(${r},${c})`;
  const text = content.parts
    .map((words, i) => {
      const hole = content.holes[i];
      if (hole === undefined) return words;
      if ("sameRow" in hole) return `${words}${name(row, at(hole.sameRow))}`;
      if ("wholeColumn" in hole)
        return `${words}${name(0, at(hole.wholeColumn))}:${name(grid.rows.length - 1, at(hole.wholeColumn))}`;
      if ("row" in hole) return `${words}${name(hole.row, at(hole.column))}`;
      return `${words}${name(hole.from, at(hole.column))}:${name(hole.to, at(hole.column))}`;
    })
    .join("");
  const sum = (r1: number, c1: number, r2: number, c2: number) => {
    let all = 0;
    for (let r = r1; r <= r2; r++) for (let c = c1; c <= c2; c++) all += value(grid, r, c) ?? 0;
    return all;
  };
  const code = text.replace(
    /SUM\(cell\((\d+),(\d+)\)(?::cell\((\d+),(\d+)\))?\)/g,
    (_, a, b, c, d) => `sum(${a},${b},${c ?? a},${d ?? b})`,
  );
  return new Function("sum", "cell", `return ${code}`)(sum, (r: number, c: number) => value(grid, r, c) ?? 0);
}

function shown(grid: Grid, row: number, column: number): number | null {
  const each = perUnit(grid, row, column);
  const found = each === 0 ? null : value(grid, row, column);
  return found === null ? null : Math.round(found * each);
}

const figure = ({ is, sums: [first, second] }: Explanation): number => {
  if (is === "sum") return first!.amount;
  return Math.round((first!.amount / second!.amount) * (is === "ratio" ? 1e6 : 60));
};

/** Sheets whose figures all have parts of their own: rows, cells, or summands by their names. */
const WITH_PARTS: ReadonlySet<string> = new Set([
  CAPACITY_VS_DEMAND,
  SKILL_GAPS,
  UTILIZATION_AND_OVERLOAD,
  SCENARIO_COMPARISON,
  EXPOSURE,
]);

/** What stands in for parts where a block says nothing of its figures. */
const UNEXPLAINED = /as computed from the plan$/;

const labels = (parts: readonly Part[]): readonly string[] => parts.flatMap((one) => [one.label, ...labels(one.parts)]);

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
    if (WITH_PARTS.has(name)) {
      const said = one!.sums.flatMap(({ parts }) => labels(parts)).filter((label) => UNEXPLAINED.test(label));
      expect([...where, said]).toEqual([...where, []]);
    }
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
