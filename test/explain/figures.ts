import { expect } from "vitest";
import { type Explanation, explainCell, type Part } from "../../core/explain/index.ts";
import type { Plan } from "../../core/plan/plan.ts";
import { given } from "../../core/sheets/given.ts";
import { SHEETS } from "../../core/sheets/index.ts";
import type { Grid, SheetModel } from "../../core/sheets/model.ts";
import { MONDAY } from "../support/engine-plan.ts";
import { expectAddsUp } from "./adds-up.ts";

/** A generated sheet and what it was made from. */
export interface MadeSheet {
  readonly name: string;
  readonly model: SheetModel;
  readonly from: ReturnType<typeof given>;
}

export function made(name: string, plan: Plan, weeks: number, from = given(plan, { from: MONDAY, weeks })): MadeSheet {
  const work = SHEETS.get(name)!(from);
  if (!("next" in work)) return { name, model: work, from };
  for (let next = work.next(); ; next = work.next()) if (next.done) return { name, model: next.value, from };
}

export const grids = ({ blocks }: SheetModel): readonly Grid[] => blocks.filter((block) => block.kind === "grid");

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

export function shown(grid: Grid, row: number, column: number): number | null {
  const each = perUnit(grid, row, column);
  const found = each === 0 ? null : value(grid, row, column);
  return found === null ? null : Math.round(found * each);
}

export const figure = ({ is, sums: [first, second] }: Explanation): number => {
  if (is === "sum") return first!.amount;
  return Math.round((first!.amount / second!.amount) * (is === "ratio" ? 1e6 : 60));
};

/** Figures that have no parts of their own, and why. */
const WITHOUT_PARTS: ReadonlyMap<string, string> = new Map(
  ["waterfall", "mover1", "mover2", "mover3", "mover4", "mover5"].flatMap((grid) =>
    ["base", "gain", "gainBelow", "loss", "lossBelow"].map((column): [string, string] => [
      `Margin bridge/${grid}/${column}`,
      "where the chart draws a step: the amount beside it is explained",
    ]),
  ),
);

/** What stands in for parts where a block says nothing of its figures. */
const UNEXPLAINED = /as computed from the plan$/;

const labels = (parts: readonly Part[]): readonly string[] => parts.flatMap((one) => [one.label, ...labels(one.parts)]);

/** A cell of a generated sheet that shows a figure. */
export interface Place {
  readonly grid: Grid;
  readonly row: number;
  readonly column: number;
}

export const cellsOf = ({ model }: MadeSheet): readonly Place[] =>
  grids(model).flatMap((grid) =>
    grid.rows.flatMap((_, row) => grid.columns.map((__, column) => ({ grid, row, column }))),
  );

export const isFigure = ({ grid, row, column }: Place): boolean => shown(grid, row, column) !== null;

/** Its parts add up, exactly and at every level, to what stands in the cell, and they are parts: rows, cells, or summands by their names. */
export function expectExplained({ name, from }: MadeSheet, { grid, row, column }: Place): void {
  const one = explainCell(from, grid, row, column);
  const { key } = grid.columns[column]!;
  const where = [name, grid.key, key, row, one?.title];
  expect([...where, one && figure(one)]).toEqual([...where, shown(grid, row, column)]);
  expectAddsUp(one!);
  if (WITHOUT_PARTS.has(`${name}/${grid.key}/${key}`)) return;
  const said = one!.sums.flatMap(({ parts }) => labels(parts)).filter((label) => UNEXPLAINED.test(label));
  expect([...where, said]).toEqual([...where, []]);
}
