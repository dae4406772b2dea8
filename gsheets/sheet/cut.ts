import type { Area } from "../../core/host.ts";

/** What is left of a rectangle when another one is cut out of it; the same object when they do not touch. */
export function without(area: Area, hole: Area): readonly Area[] {
  const [bottom, right] = [area.row + area.rows, area.column + area.columns];
  const top = Math.max(area.row, hole.row);
  const left = Math.max(area.column, hole.column);
  const low = Math.min(bottom, hole.row + hole.rows);
  const far = Math.min(right, hole.column + hole.columns);
  if (top >= low || left >= far) return [area];
  const pieces: readonly Area[] = [
    { ...area, rows: top - area.row },
    { ...area, row: low, rows: bottom - low },
    { row: top, rows: low - top, column: area.column, columns: left - area.column },
    { row: top, rows: low - top, column: far, columns: right - far },
  ];
  return pieces.filter(({ rows, columns }) => rows > 0 && columns > 0);
}
