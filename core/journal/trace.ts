import type { Corner } from "../sheets/areas.ts";
import { HASH_LENGTH, shortHash } from "../sheets/fingerprint.ts";
import type { Written } from "../sheets/ops.ts";
import { unplaced } from "../sheets/relative.ts";

type Cells = readonly (readonly Written[])[];

/** A cell as one text: a letter for its kind, then its content, so that 8, "8" and =8 stay apart. */
export function packed(cell: Written): string {
  if (cell === null || cell === "") return "e";
  if (typeof cell === "object") return `f${cell.formula}`;
  if (typeof cell === "string") return `t${cell}`;
  return typeof cell === "number" ? `n${cell}` : cell ? "b1" : "b0";
}

export const sameCell = (a: Written, b: Written): boolean => packed(a) === packed(b);

/** What a cell holds, in five letters; the same for a formula that moved with its block. */
export const hashOf = (cell: Written, row: number, column: number): string =>
  shortHash(packed(unplaced(cell, row, column)));

/** Five letters for each cell of a block, row by row: enough to see later which ones were changed. */
export const traceOf = (cells: Cells, { row, column }: Corner): string =>
  cells.map((line, i) => line.map((cell, j) => hashOf(cell, row + i, column + j)).join("")).join("");

/** The letters of cell number `index`. */
export const hashAt = (trace: string, index: number): string =>
  trace.slice(index * HASH_LENGTH, (index + 1) * HASH_LENGTH);
