import type { Area } from "../host.ts";
import type { Written } from "../sheets/ops.ts";

/** Small checks for what is read back from the journal: it lies in the workbook, so anything may stand there. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const isList = <T>(value: unknown, is: (one: unknown) => one is T): value is readonly T[] =>
  Array.isArray(value) && value.every(is);

export const isText = (value: unknown): value is string => typeof value === "string";
export const isTextList = (value: unknown): value is readonly string[] => isList(value, isText);
export const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

const MOST_ROWS = 10_000_000;
const MOST_COLUMNS = 20_000;

export function isArea(value: unknown): value is Area {
  if (!isRecord(value)) return false;
  const { row, column, rows, columns } = value;
  if (!isWhole(row) || !isWhole(column) || !isWhole(rows) || !isWhole(columns)) return false;
  return rows > 0 && columns > 0 && row + rows <= MOST_ROWS && column + columns <= MOST_COLUMNS;
}

export function isWritten(value: unknown): value is Written {
  if (value === null || typeof value === "string" || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  return isRecord(value) && typeof value.formula === "string" && Object.keys(value).length === 1;
}

export const isGrid = (value: unknown, { rows, columns }: Area): value is readonly (readonly Written[])[] =>
  Array.isArray(value) &&
  value.length === rows &&
  value.every((row) => Array.isArray(row) && row.length === columns && row.every(isWritten));
