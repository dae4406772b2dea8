import type { Area } from "../../core/host.ts";
import type { Cell } from "../../core/plan/cells.ts";
import type { SheetOp, Written } from "../../core/sheets/ops.ts";
import type { Getters, UID } from "../engine.ts";
import { linkIn } from "./links.ts";
import { asRange } from "./spelling.ts";
import type { Stage } from "./stage.ts";
import { type Typed, typed } from "./text.ts";

interface Position {
  readonly sheetId: UID;
  readonly row: number;
  readonly col: number;
}

export const cellFormat = (getters: Getters, position: Position): string | undefined =>
  getters.getCell(position)?.format;

/** A format that cells are given in the same go as what they hold. */
export type Format = Extract<SheetOp, { do: "format" }>;

/** Put values and formulas into a rectangle of the sheet; of a large one also the formats of its columns. */
export function write(
  { send, getters, sheetId }: Stage,
  at: Area,
  cells: readonly (readonly Written[])[],
  formats: readonly Format[] = [], // each cell in one of them at most
): void {
  const given = (row: number, col: number) => formats.find((one) => isIn(one.at, row, col))?.pattern;
  const typedAt = (written: Written, row: number, col: number): Partial<Typed> | null => {
    const now = getters.getCell({ sheetId, row, col });
    const pattern = given(row, col);
    const format = pattern === undefined ? {} : { format: pattern === "General" ? "" : pattern };
    if (written === null && now === undefined) return pattern === undefined ? null : format;
    return { ...format, ...typed(written, (pattern ?? now?.format) === "@") };
  };
  const lines = cells.map((line, i) => line.map((written, j) => typedAt(written, at.row + i, at.column + j)));
  if (isMany(at)) {
    send("HEADROOM_CELLS" as never, { sheetId, row: at.row, col: at.column, cells: lines } as never);
    return;
  }
  lines.forEach((line, i) => {
    line.forEach((one, j) => {
      if (one !== null) send("UPDATE_CELL", { sheetId, row: at.row + i, col: at.column + j, ...one });
    });
  });
}

const isIn = (at: Area, row: number, col: number): boolean =>
  row >= at.row && row < at.row + at.rows && col >= at.column && col < at.column + at.columns;

/** Whether a rectangle is written as one command: the engine takes no command of very many parts, and is slow with many. */
export const isMany = ({ rows, columns }: Area): boolean => rows * columns >= 500;

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
