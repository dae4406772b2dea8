import type { Area } from "../host.ts";
import type { Cell } from "../plan/cells.ts";
import { a1, a1Range } from "./a1.ts";
import { bodyOf, columnIndex } from "./grid-places.ts";
import type { Content, Formula, Grid, Hole } from "./model.ts";
import type { Written } from "./ops.ts";

/** A cell of a grid as it is written: formulas get the addresses of their columns. */
export function written(content: Content, grid: Grid, at: Area, row: number): Written {
  if (content === null || typeof content !== "object") return content satisfies Cell;
  if ("goTo" in content) return content.text;
  return { formula: `=${spell(content, grid, at, row)}` };
}

function spell({ parts, holes }: Formula, grid: Grid, at: Area, row: number): string {
  return parts.map((part, i) => part + (i < holes.length ? spellHole(holes[i]!, grid, at, row) : "")).join("");
}

function spellHole(hole: Hole, grid: Grid, at: Area, row: number): string {
  if ("sameRow" in hole) return a1({ row, column: at.column + columnIndex(grid, hole.sameRow) });
  if ("wholeColumn" in hole) return a1Range(bodyOf(grid, at, hole.wholeColumn));
  if ("row" in hole) return a1({ ...bodyOf(grid, at, hole.column), row: rowOf(grid, at, hole.row) });
  const { column, from, to } = hole;
  if (from < 0 || to < from || to >= grid.rows.length)
    throw new RangeError(`Grid "${grid.key}" has no rows ${from} to ${to}.`);
  return a1Range({ ...bodyOf(grid, at, column), row: at.row + 2 + from, rows: to - from + 1 });
}

function rowOf(grid: Grid, at: Area, row: number): number {
  if (row < 0 || row >= grid.rows.length) throw new RangeError(`Grid "${grid.key}" has no row ${row}.`);
  return at.row + 2 + row;
}
