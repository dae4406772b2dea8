import type { Line } from "../imports/found.ts";
import { type Cell, isBlank } from "../plan/cells.ts";
import { cellAt, type Standing } from "./import-place.ts";

/** A row that is there, and the columns of it that an import would write. */
export interface RowChange {
  readonly line: Line;
  readonly row: number;
  readonly columns: readonly number[];
}

/** Columns of a row that say something else than a line does; one of them may be no matter. */
export function differing(place: Standing, row: number, { cells }: Line, besides = ""): readonly number[] {
  const columns: number[] = [];
  for (const [key, cell] of cells) {
    const column = key === besides ? undefined : place.columns.get(key);
    if (column !== undefined && !isSame(cellAt(place, row, column), cell)) columns.push(column);
  }
  return columns;
}

const SLIP = 1e-9;

function isSame(there: Cell, cell: Cell): boolean {
  if (typeof there === "number" && typeof cell === "number") return Math.abs(there - cell) < SLIP;
  if (isBlank(there) || isBlank(cell)) return isBlank(there) && isBlank(cell);
  const text = String(cell);
  // Some hosts show the apostrophe that keeps such text from being a formula.
  return String(there) === text || (/^[=＝]/.test(text) && String(there) === `'${text}`);
}
