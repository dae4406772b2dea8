import type { Area } from "../host.ts";

export function columnLetters(column: number): string {
  let letters = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  }
  return letters;
}

export const a1 = ({ row, column }: Pick<Area, "row" | "column">): string => `${columnLetters(column)}${row + 1}`;

export const a1Range = ({ row, column, rows, columns }: Area): string =>
  `${a1({ row, column })}:${a1({ row: row + rows - 1, column: column + columns - 1 })}`;

/** A sheet's name as formulas and addresses spell it: O'Brien & Co becomes 'O''Brien & Co'. */
export const quotedSheet = (sheet: string): string =>
  /^[A-Za-z_][A-Za-z0-9_]*$/.test(sheet) && !/^[A-Za-z]{1,3}\d+$/.test(sheet)
    ? sheet
    : `'${sheet.replace(/'/g, "''")}'`;

/** 'Capacity vs demand'!C4 */
export const address = (sheet: string, at: Pick<Area, "row" | "column">): string => `${quotedSheet(sheet)}!${a1(at)}`;

/** The cell or rectangle that an address without a sheet names; null when it names none. */
export function areaOf(text: string): Area | null {
  const [, c1, r1, c2, r2] =
    /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})(?::\$?([A-Z]{1,3})\$?([1-9]\d{0,6}))?$/.exec(text) ?? [];
  if (c1 === undefined) return null;
  const [left, top] = [columnNumber(c1), Number(r1) - 1];
  const [right, bottom] = c2 === undefined ? [left, top] : [columnNumber(c2), Number(r2) - 1];
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
