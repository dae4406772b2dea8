import type { Cell } from "../../core/plan/cells.ts";
import type { Getters, UID } from "../engine.ts";
import { evaluationsOf } from "../evaluation.ts";
import { valueAt } from "./cells.ts";

interface Read {
  readonly evaluations: number;
  readonly cells: readonly (readonly Cell[])[];
}

const read = new WeakMap<Getters, Map<UID, Read>>();

/** Every cell from A1 to the last one that holds something; read anew only when a cell of the sheet was calculated since. */
export function usedCells(getters: Getters, sheetId: UID): Read["cells"] {
  const sheets = read.get(getters) ?? new Map<UID, Read>();
  read.set(getters, sheets);
  const evaluations = evaluationsOf(getters, sheetId);
  const known = sheets.get(sheetId);
  if (known?.evaluations === evaluations) return known.cells;
  const cells = cellsOf(getters, sheetId);
  sheets.set(sheetId, { evaluations, cells });
  return cells;
}

function cellsOf(getters: Getters, sheetId: UID): Cell[][] {
  const zone = getters.getSheetZone(sheetId);
  let columns = 0;
  const cells: Cell[][] = [];
  for (let row = zone.top; row <= zone.bottom; row++) {
    for (let col = zone.left; col <= zone.right; col++) {
      const value = valueAt(getters, { sheetId, row, col });
      if (value === null) continue;
      while (cells.length <= row) cells.push([]);
      const line = cells[row]!;
      while (line.length < col) line.push(null);
      line.push(value);
      columns = Math.max(columns, col + 1);
    }
  }
  for (const line of cells) while (line.length < columns) line.push(null);
  return cells;
}
