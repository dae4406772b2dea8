import type { Argument } from "../core/functions/argument.ts";
import type { Cell, CellRange } from "../core/plan/cells.ts";

/**
 * The arguments of one call: the parameters, then one array of all the tables, then Excel's invocation object. What a planner
 * leaves out is null, whether Excel says null or nothing.
 */
export function fromExcel(args: readonly unknown[], params: number): Argument[] {
  const tables = args[params];
  return [...args.slice(0, params), ...(Array.isArray(tables) ? tables : [])].map(argument);
}

const argument = (value: unknown): Argument =>
  Array.isArray(value) ? value.map((row) => (Array.isArray(row) ? row.map(cell) : [cell(row)])) : cell(value);

/** Error cells are objects with a code, rich values objects with a plain one inside; everything else is a cell as it is. */
function cell(value: unknown): Cell {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value !== "object" || value === null) return null;
  if ("basicValue" in value) return cell(value.basicValue);
  return "code" in value ? String(value.code) : String(value);
}

/**
 * A result as Excel takes it. A number that is none would leave an empty cell without a word, so it is refused; a null
 * would show as 0, so a blank is empty text.
 */
export function toExcel(result: Cell | CellRange): ExcelCell | ExcelCell[][] {
  return Array.isArray(result) ? (result as CellRange).map((row) => row.map(shown)) : shown(result as Cell);
}

type ExcelCell = string | number | boolean;

function shown(value: Cell): ExcelCell {
  if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError("a result is not a finite number");
  return value ?? "";
}
