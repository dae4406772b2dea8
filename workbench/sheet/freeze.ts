import type { SheetOp } from "../../core/sheets/ops.ts";
import { writtenAt } from "./cells.ts";
import type { Stage } from "./stage.ts";

/** Keep the first rows and columns in sight. */
export function freeze(stage: Stage, { rows, columns }: Extract<SheetOp, { do: "freeze" }>): void {
  const { send, sheetId } = stage;
  if (rows > 0) send("FREEZE_ROWS", { sheetId, quantity: rows });
  else send("UNFREEZE_ROWS", { sheetId });
  if (columns > 0 && !runsOver(stage, columns)) send("FREEZE_COLUMNS", { sheetId, quantity: columns });
  else send("UNFREEZE_COLUMNS", { sheetId });
}

const PIXELS_A_CHARACTER = 6;

/** The engine cuts text off where the frozen columns end; a sentence that nobody can read is worse than a column that moves. */
function runsOver(stage: Stage, columns: number): boolean {
  for (let row = 0; row < FIRST_ROWS; row++) if (isCut(stage, row, columns)) return true;
  return false;
}

/** Whether the last text among the frozen columns of a row is longer than they are, and nothing stands behind it. */
function isCut({ getters, sheetId }: Stage, row: number, columns: number): boolean {
  if (writtenAt(getters, { sheetId, row, col: columns }) !== null) return false;
  let width = 0;
  for (let col = columns - 1; col >= 0; col--) {
    width += getters.getColSize(sheetId, col);
    const text = writtenAt(getters, { sheetId, row, col });
    if (text !== null) return typeof text === "string" && text.length * PIXELS_A_CHARACTER > width;
  }
  return false;
}

const FIRST_ROWS = 60;
