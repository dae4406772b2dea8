import type { Area } from "../../core/host.ts";

export type Book = GoogleAppsScript.Spreadsheet.Spreadsheet;
export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
export type Range = GoogleAppsScript.Spreadsheet.Range;

/** The open spreadsheet during one piece of work. */
export interface Desk {
  readonly book: Book;
  /** By name in lower case, as Google Sheets tells names apart. */
  readonly sheets: Map<string, Sheet>;
  readonly dayOf: (date: Date) => number;
}
export type Warnings = Map<string, GoogleAppsScript.Spreadsheet.Protection>;

/** Where operations act. */
export interface Stage extends Desk {
  readonly warned: () => Warnings;
  readonly sheet: Sheet;
}

/** The sheet of this name in any case; undefined when there is none. */
export const sheetNamed = ({ sheets }: Desk, name: string): Sheet | undefined => sheets.get(name.toLowerCase());

/** The sheet of this name, made at the end when missing; the planner stays where they are. */
export function openSheet(desk: Desk, name: string, hidden = false): Sheet {
  const found = sheetNamed(desk, name);
  if (found) return found;
  const { book, sheets } = desk;
  const here = book.getActiveSheet();
  const sheet = book.insertSheet(name, sheets.size);
  book.setActiveSheet(here);
  if (hidden) sheet.hideSheet();
  sheets.set(name.toLowerCase(), sheet);
  return sheet;
}

/** A rectangle of a sheet, which grows when it is too small for it. */
export function rangeOf(sheet: Sheet, { row, column, rows, columns }: Area): Range {
  const missingRows = row + rows - sheet.getMaxRows();
  if (missingRows > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missingRows);
  const missingColumns = column + columns - sheet.getMaxColumns();
  if (missingColumns > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missingColumns);
  return sheet.getRange(row + 1, column + 1, rows, columns);
}

/** The part of a rectangle that lies on the sheet; null when there is none. */
export function onSheet(sheet: Sheet, at: Area): Area | null {
  const rows = Math.min(at.rows, sheet.getMaxRows() - at.row);
  const columns = Math.min(at.columns, sheet.getMaxColumns() - at.column);
  return rows > 0 && columns > 0 ? { ...at, rows, columns } : null;
}

export const areaOf = (range: Range): Area => ({
  row: range.getRow() - 1,
  column: range.getColumn() - 1,
  rows: range.getNumRows(),
  columns: range.getNumColumns(),
});
