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
function runsOver({ getters, sheetId }: Stage, columns: number): boolean {
  const col = columns - 1;
  const width = getters.getColSize(sheetId, col);
  for (let row = 0; row < FIRST_ROWS; row++) {
    const text = writtenAt(getters, { sheetId, row, col });
    const isLong = typeof text === "string" && text.length * PIXELS_A_CHARACTER > width;
    if (isLong && writtenAt(getters, { sheetId, row, col: columns }) === null) return true;
  }
  return false;
}

const FIRST_ROWS = 60;
