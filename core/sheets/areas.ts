import type { Area } from "../host.ts";

export type Corner = Pick<Area, "row" | "column">;

export const sameArea = (a: Area, b: Area): boolean =>
  a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;

export const contains = (outer: Area, inner: Area): boolean =>
  outer.row <= inner.row &&
  outer.column <= inner.column &&
  inner.row + inner.rows <= outer.row + outer.rows &&
  inner.column + inner.columns <= outer.column + outer.columns;

export const overlap = (a: Area, b: Area): boolean =>
  a.row < b.row + b.rows &&
  b.row < a.row + a.rows &&
  a.column < b.column + b.columns &&
  b.column < a.column + a.columns;

export const hasCell = (area: Area, row: number, column: number): boolean =>
  row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;

export const moved = <T extends Corner>(area: T, by: Corner): T => ({
  ...area,
  row: area.row + by.row,
  column: area.column + by.column,
});

/** A rectangle of one value. */
export const filled = <T>({ rows, columns }: Pick<Area, "rows" | "columns">, value: T): T[][] =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => value));
