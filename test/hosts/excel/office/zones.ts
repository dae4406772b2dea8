import type { Area } from "../../../../core/host.ts";
import { columnLetters } from "../../../../core/sheets/a1.ts";

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

const columnIndex = (letters: string) =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

export interface Address {
  readonly sheet: string | null;
  readonly area: Area;
}

/** `A1`, `A1:B2` or `A:C`, with or without a sheet and dollar signs; null when it is no address. */
export function parseAddress(text: string): Address | null {
  const plain = text.replace(/^=/, "").replace(/\$/g, "");
  const bang = plain.lastIndexOf("!");
  const sheet = bang < 0 ? null : plain.slice(0, bang).replace(/^'|'$/g, "").replace(/''/g, "'");
  const rest = plain.slice(bang + 1);
  const cells = /^([A-Z]{1,3})(\d+)(?::([A-Z]{1,3})(\d+))?$/i.exec(rest);
  if (cells) {
    const [, c1, r1, c2 = c1, r2 = r1] = cells;
    const [row, column] = [Number(r1) - 1, columnIndex(c1!)];
    return { sheet, area: { row, column, rows: Number(r2) - row, columns: columnIndex(c2!) - column + 1 } };
  }
  const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/i.exec(rest);
  if (!columns) return null;
  const column = columnIndex(columns[1]!);
  return { sheet, area: { row: 0, column, rows: MAX_ROWS, columns: columnIndex(columns[2]!) - column + 1 } };
}

export const a1Of = ({ row, column, rows, columns }: Area): string => {
  const first = `${columnLetters(column)}${row + 1}`;
  return rows * columns === 1 ? first : `${first}:${columnLetters(column + columns - 1)}${row + rows}`;
};

/** With dollar signs and the sheet, as a name's formula says it. */
export const referenceOf = (sheet: string, area: Area): string =>
  `${quoted(sheet)}!${a1Of(area).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2")}`;

export const addressOf = (sheet: string, area: Area): string => `${quoted(sheet)}!${a1Of(area)}`;

const quoted = (name: string) => (/^[A-Za-z_][\w.]*$/.test(name) ? name : `'${name.replace(/'/g, "''")}'`);

export const overlap = (a: Area, b: Area): boolean =>
  a.row < b.row + b.rows &&
  b.row < a.row + a.rows &&
  a.column < b.column + b.columns &&
  b.column < a.column + a.columns;

/** What is left of a rectangle when another is cut out of it. */
export function without(area: Area, hole: Area): Area[] {
  if (!overlap(area, hole)) return [area];
  const [bottom, right] = [area.row + area.rows, area.column + area.columns];
  const top = Math.max(area.row, hole.row);
  const end = Math.min(bottom, hole.row + hole.rows);
  const holeRight = hole.column + hole.columns;
  return [
    { ...area, rows: top - area.row },
    { ...area, row: end, rows: bottom - end },
    { ...area, row: top, rows: end - top, columns: hole.column - area.column },
    { row: top, rows: end - top, column: holeRight, columns: right - holeRight },
  ].filter(({ rows, columns }) => rows > 0 && columns > 0);
}
