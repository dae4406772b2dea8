import type { Area } from "../../core/host.ts";
import type { Cell } from "../../core/plan/cells.ts";
import type { Written } from "../../core/sheets/ops.ts";
import type { Getters, UID } from "../engine.ts";
import { linkIn } from "./links.ts";
import { asRange } from "./spelling.ts";
import type { Stage } from "./stage.ts";
import { typed } from "./text.ts";

interface Position {
  readonly sheetId: UID;
  readonly row: number;
  readonly col: number;
}

export const cellFormat = (getters: Getters, position: Position): string | undefined =>
  getters.getCell(position)?.format;

/** Put values and formulas into a rectangle of the sheet. */
export function write({ send, getters, sheetId }: Stage, at: Area, cells: readonly (readonly Written[])[]): void {
  cells.forEach((line, i) => {
    line.forEach((written, j) => {
      const position = { sheetId, row: at.row + i, col: at.column + j };
      const now = getters.getCell(position);
      if (written === null && now === undefined) return;
      send("UPDATE_CELL", { ...position, ...typed(written, now?.format === "@") });
    });
  });
}

/** What a cell holds as it was written: a formula as a formula, text without its guard or link. */
export function writtenAt(getters: Getters, position: Position): Written {
  const cell = getters.getCell(position);
  if (cell === undefined) return null;
  if (cell.isFormula) return { formula: asRange(getters.getCellText(position, { showFormula: true })) };
  if (cell.content === "") return null;
  if (cell.format === "@") return linkIn(cell.content)?.label ?? cell.content;
  const value = cell.parsedValue;
  return typeof value === "string" ? (linkIn(value)?.label ?? value) : (value ?? null);
}

/** What a cell shows as a value; an error as its code. */
export function valueAt(getters: Getters, position: Position): Cell {
  const { value, link } = getters.getEvaluatedCell(position);
  // The engine shows only the label of anything that looks like a link; a planner's text is more than that.
  if (link?.isExternal) return writtenAt(getters, position) as Cell | { formula: string } as Cell;
  return value === "" ? null : (value as Cell);
}
