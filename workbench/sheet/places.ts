import type { Area } from "../../core/host.ts";
import { type Getters, helpers, type Zone } from "../engine.ts";

/** Sheets never grow for a result that spills, so every sheet is at least this large. */
export const LEAST_ROWS = 1000;
export const LEAST_COLUMNS = 60;

export const zoneOf = ({ row, column, rows, columns }: Area): Zone => ({
  top: row,
  left: column,
  bottom: row + rows - 1,
  right: column + columns - 1,
});

export const areaOf = ({ top, left, bottom, right }: Zone): Area => ({
  row: top,
  column: left,
  rows: bottom - top + 1,
  columns: right - left + 1,
});

/** "B2:C5", as the engine spells it. */
export const xc = ({ row, column, rows, columns }: Area): string =>
  rows === 1 && columns === 1
    ? helpers.toXC(column, row)
    : `${helpers.toXC(column, row)}:${helpers.toXC(column + columns - 1, row + rows - 1)}`;

export const inside = (inner: Zone, outer: Zone): boolean =>
  inner.top >= outer.top && inner.bottom <= outer.bottom && inner.left >= outer.left && inner.right <= outer.right;

/** The sheet with this name in any case; undefined when there is none. */
export const sheetIdOf = (getters: Getters, name: string): string | undefined =>
  getters.getSheetIds().find((id) => getters.getSheetName(id).toLowerCase() === name.toLowerCase());
