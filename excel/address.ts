import type { Area, Owned } from "../core/host.ts";
import { columnLetters } from "../core/sheets/a1.ts";

/** ='Capacity vs demand'!$A$1:$F$20, as a name refers to it: absolute, or it would move with the active cell. */
export const referenceTo = ({ sheet, at }: Owned): string => `=${quoted(sheet)}!${absolute(at)}`;

/** Where a name points; null when that is no single rectangle, or when its cells were deleted. */
export function referredBy(formula: string): Owned | null {
  const found = REFERENCE.exec(formula);
  if (!found) return null;
  const [, inQuotes, plain, column, row, lastColumn = column, lastRow = row] = found;
  const at = { row: Number(row) - 1, column: columnNumber(column!) };
  return {
    sheet: inQuotes === undefined ? plain! : inQuotes.replace(/''/g, "'"),
    at: { ...at, rows: Number(lastRow) - at.row, columns: columnNumber(lastColumn!) - at.column + 1 },
  };
}

const REFERENCE =
  /^=(?:'((?:[^']|'')+)'|([^'!,()[\]]+))!\$?([A-Z]{1,3})\$?([1-9]\d*)(?::\$?([A-Z]{1,3})\$?([1-9]\d*))?$/;

/** Always in quotes: a name such as R1 or TRUE would be read as something else without them. */
export const quoted = (sheet: string): string => `'${sheet.replace(/'/g, "''")}'`;

function absolute({ row, column, rows, columns }: Area): string {
  const cell = (r: number, c: number) => `$${columnLetters(c)}$${r + 1}`;
  return `${cell(row, column)}:${cell(row + rows - 1, column + columns - 1)}`;
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
