import type { Slot } from "../core/host.ts";
import { type Cell, type CellRange, widthOf } from "../core/plan/cells.ts";
import type { Getters } from "./engine.ts";
import type { Send } from "./perform.ts";
import { apply } from "./sheet/apply.ts";
import { writtenAt } from "./sheet/cells.ts";
import { sheetIdOf } from "./sheet/places.ts";
import { openSheet } from "./sheet/stage.ts";

/** Headroom's own hidden sheets: two for the journal's texts, one for its flag. They go into the .xlsx with the rest. */
const SLOTS: readonly [string, string] = ["Headroom journal 1", "Headroom journal 2"];
const FLAG = "Headroom journal";
const OWN = new Set([...SLOTS, FLAG].map((name) => name.toLowerCase()));

export const isJournal = (sheet: string): boolean => OWN.has(sheet.toLowerCase());

/** The texts kept in a slot; null when it was never used. */
export function textsIn(getters: Getters, slot: Slot): CellRange | null {
  const sheetId = sheetIdOf(getters, SLOTS[slot]);
  if (sheetId === undefined) return null;
  const filled = getters.getCells(sheetId).filter((cell) => cell.isFormula || cell.content !== "");
  const places = filled.map((cell) => getters.getCellPosition(cell.id));
  const rows = places.reduce((most, { row }) => Math.max(most, row + 1), 0);
  const columns = places.reduce((most, { col }) => Math.max(most, col + 1), 0);
  if (rows === 0) return null;
  // A slot holds texts only: they were written as such, and the sheet is out of sight.
  return gridOf(rows, columns, (row, col) => writtenAt(getters, { sheetId, row, col }) as Cell);
}

/** Replace all of a slot. */
export function keep(send: Send, getters: Getters, slot: Slot, cells: CellRange): void {
  // Both at the first write: each new sheet makes the engine calculate everything.
  const [first, second] = [openSheet(send, getters, SLOTS[0], true), openSheet(send, getters, SLOTS[1], true)];
  const sheetId = slot === 0 ? first : second;
  send("DELETE_CONTENT", { sheetId, target: [getters.getSheetZone(sheetId)] });
  if (cells.length === 0) return;
  const columns = widthOf(cells);
  const at = { row: 0, column: 0, rows: cells.length, columns };
  apply(send, getters, [
    { do: "open", sheet: SLOTS[slot] },
    { do: "write", at, cells },
  ]);
}

/** The flag's text; null when nothing was ever written. */
export function flagIn(getters: Getters): string | null {
  const sheetId = sheetIdOf(getters, FLAG);
  const cell = sheetId === undefined ? null : writtenAt(getters, { sheetId, row: 0, col: 0 });
  return cell === null ? null : String(cell);
}

export function raise(send: Send, getters: Getters, flag: string): void {
  apply(send, getters, [
    { do: "open", sheet: FLAG, hidden: true },
    { do: "write", at: { row: 0, column: 0, rows: 1, columns: 1 }, cells: [[flag]] },
  ]);
}

export function gridOf<T>(rows: number, columns: number, at: (row: number, column: number) => T): T[][] {
  return Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => at(row, column)));
}
