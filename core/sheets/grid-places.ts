import type { Area } from "../host.ts";
import type { Grid } from "./model.ts";

export const hasTotals = ({ columns, rows }: Grid): boolean =>
  rows.length > 0 && columns.some((column) => column.total);

/** The cells of a column, without title, heading and total. */
export const bodyOf = (grid: Grid, at: Area, key: string): Area => ({
  row: at.row + 2,
  column: at.column + columnIndex(grid, key),
  rows: grid.rows.length,
  columns: 1,
});

/** The bodies of some columns, neighbours together; of some rows only, where a rule says so. */
export const areasOf = (
  grid: Grid,
  at: Area,
  keys: readonly string[],
  { from: top, to: bottom } = { from: 0, to: grid.rows.length - 1 },
): Area[] => {
  const wanted = new Set(keys.map((key) => columnIndex(grid, key)));
  return runsOf(grid.columns.map((_, i) => wanted.has(i)))
    .filter(({ value }) => value)
    .map(({ from: first, length }) => ({
      row: at.row + 2 + top,
      column: at.column + first,
      rows: bottom - top + 1,
      columns: length,
    }));
};

export function columnIndex({ key, columns }: Grid, column: string): number {
  const index = columns.findIndex((one) => one.key === column);
  if (index < 0) throw new RangeError(`Grid "${key}" has no column "${column}".`);
  return index;
}

/** Equal neighbours together. */
export function runsOf<T>(values: readonly T[]): { from: number; length: number; value: T }[] {
  const runs: { from: number; length: number; value: T }[] = [];
  values.forEach((value, from) => {
    const last = runs[runs.length - 1];
    if (last && last.value === value) last.length += 1;
    else runs.push({ from, length: 1, value });
  });
  return runs;
}
