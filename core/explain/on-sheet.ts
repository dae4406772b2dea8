import type { Area } from "../host.ts";
import { contentHash, draw } from "../sheets/block.ts";
import { hasTotals } from "../sheets/grid-places.ts";
import type { Grid } from "../sheets/model.ts";
import type { Written } from "../sheets/ops.ts";
import { unplaced } from "../sheets/relative.ts";

type Cells = readonly (readonly Written[])[];

/** What stands where the planner looks, inside a generated grid. */
export type OnGrid =
  | { readonly is: "title" | "elsewhere" | "not of today" }
  | { readonly is: "heading" | "total"; readonly column: number }
  | {
      readonly is: "cell";
      readonly row: number;
      readonly column: number;
      /** The cell holds what a refresh of the plan as it is would write. */
      readonly asWritten: boolean;
    };

/** How a grid that stands in the workbook meets the same grid as it would be written now. */
export interface Standing {
  readonly grid: Grid;
  readonly at: Area;
  /** What stands there. */
  readonly cells: Cells;
  /** What a refresh would write there. */
  readonly drawn: Cells;
  /** Where a row and a column of the grid stand now; null when they are not there. */
  readonly placeOf: (row: number, column: number) => { readonly row: number; readonly column: number } | null;
  /** Its inputs are not those that it would be made from now. */
  readonly isStale: boolean;
  /** Its cells are not those that were written. */
  readonly isChanged: boolean;
}

const HEAD = 2;

/** Rows are found by their first cell and columns by their heading, so that a table that somebody sorted is read right. */
export function standing(grid: Grid, at: Area, cells: Cells, name: string): Standing {
  const drawn = draw(grid, at, name).cells;
  const rows = matched(
    cells.slice(HEAD).map((line, i) => keyOf(line[0] ?? null, at.row + HEAD + i, at.column)),
    drawn.slice(HEAD).map((line, i) => keyOf(line[0] ?? null, at.row + HEAD + i, at.column)),
  );
  const columns = matched((cells[1] ?? []).map(textOf), (drawn[1] ?? []).map(textOf));
  const [, inputs, content] = STAMP.exec(String(cells[0]?.at(-1) ?? "")) ?? [];
  const title = cells[0]?.[0] ?? null;
  return {
    grid,
    at,
    cells,
    drawn,
    placeOf: (row, column) => {
      const [r, c] = [rows.indexOf(row), columns.indexOf(column)];
      return r < 0 || c < 0 ? null : { row: at.row + HEAD + r, column: at.column + c };
    },
    isStale: inputs !== undefined && inputs !== grid.fingerprint,
    isChanged: content !== undefined && content !== contentHash(title, cells.slice(1), at),
  };
}

const STAMP = /^inputs ([0-9a-f]{16}) cells ([0-9a-f]{16})$/;

/** What the planner looks at, by its place on the sheet. */
export function onGrid(one: Standing, place: { readonly row: number; readonly column: number }): OnGrid {
  const { grid, at, cells, drawn } = one;
  const [r, c] = [place.row - at.row, place.column - at.column];
  if (r === 0) return { is: "title" };
  const column = matched((cells[1] ?? []).map(textOf), (drawn[1] ?? []).map(textOf))[c] ?? -1;
  if (column < 0) return { is: "not of today" };
  if (r === 1) return { is: "heading", column };
  const keys = (all: Cells) => all.slice(HEAD).map((line, i) => keyOf(line[0] ?? null, at.row + HEAD + i, at.column));
  const row = matched(keys(cells), keys(drawn))[r - HEAD] ?? -1;
  if (row < 0) return { is: "not of today" };
  if (hasTotals(grid) && row === grid.rows.length) return { is: "total", column };
  const now = unplaced(cells[r]?.[c] ?? null, place.row, place.column);
  const then = unplaced(drawn[row + HEAD]?.[column] ?? null, at.row + row + HEAD, at.column + column);
  return { is: "cell", row, column, asWritten: same(now, then) };
}

/** For each of these, which of those it is: the first of its name to the first, the second to the second. */
function matched(these: readonly string[], those: readonly string[]): readonly number[] {
  const places = new Map<string, number[]>();
  those.forEach((key, at) => {
    const own = places.get(key);
    if (own === undefined) places.set(key, [at]);
    else own.push(at);
  });
  return these.map((key) => places.get(key)?.shift() ?? -1);
}

const keyOf = (cell: Written, row: number, column: number): string => textOf(unplaced(cell, row, column));
const textOf = (cell: Written): string => JSON.stringify(cell === "" ? null : cell);

/** Hosts keep fifteen digits of a number. */
const same = (a: Written, b: Written): boolean =>
  typeof a === "number" && typeof b === "number"
    ? Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
    : textOf(a) === textOf(b);
