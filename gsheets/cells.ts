import type { Argument } from "../core/functions/argument.ts";
import { type Cell, type CellRange, isBlankRow, widthOf } from "../core/plan/cells.ts";
import { dayReader } from "./days.ts";

type DayOf = (date: Date) => number;

/** What Google Sheets hands a custom function, as core wants it: one reader for all arguments of a call. */
export function argumentReader(): (argument: unknown) => Argument {
  const dayOf = dayReader();
  return (argument) => {
    if (argument === undefined) return undefined;
    return Array.isArray(argument) ? rangeFrom(argument, dayOf) : cellFrom(argument, dayOf);
  };
}

/** `People!A:H` brings every row of the sheet; the blank ones at its end say nothing. */
function rangeFrom(rows: readonly unknown[], dayOf: DayOf): CellRange {
  const range = rows.map((row) => (Array.isArray(row) ? row : [row]).map((cell) => cellFrom(cell, dayOf)));
  let used = range.length;
  while (used > 1 && isBlankRow(range[used - 1])) used -= 1;
  return range.slice(0, used);
}

/** A cell's value as core wants it: blank is null, a date its day number, an error the text it shows. */
export function cellFrom(value: unknown, dayOf: DayOf): Cell {
  if (value === "" || value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : "#NUM!";
  return isDate(value) ? dayOf(value) : errorText(value);
}

// The tag, not instanceof: values come from another script context.
const tagOf = (value: unknown): string => Object.prototype.toString.call(value);
const isDate = (value: unknown): value is Date => tagOf(value) === "[object Date]";
const errorText = (value: unknown): string => (tagOf(value) === "[object Error]" ? "#ERROR!" : String(value));

/** What a custom function gives back: one value or a full rectangle, and "" where a cell is blank. */
export function toSheets(result: Cell | CellRange): string | number | boolean | (string | number | boolean)[][] {
  if (!Array.isArray(result)) return (result as Cell) ?? "";
  const rows = result as CellRange;
  const width = Math.max(1, widthOf(rows));
  return rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ""));
}
