import type { Shown } from "../core/functions/shows.ts";
import type { Cell, CellRange } from "../core/plan/cells.ts";
import { lasting } from "../core/plan/lasting.ts";
import { PlanError } from "../core/problems.ts";
import { addFunction, EvaluationError, registries } from "./engine.ts";
import { formatsOf } from "./formats.ts";

/** What this host needs to know of a spreadsheet function; the definitions know more. */
export interface SheetFunction {
  readonly name: string;
  readonly summary: string;
  readonly params: readonly { readonly name: string; readonly about: string; readonly optional: boolean }[];
  readonly call: (args: readonly (Cell | CellRange | undefined)[]) => Cell | CellRange;
  /** What the numbers of such a call are. */
  readonly shows: (args: readonly (Cell | CellRange | undefined)[]) => Shown;
}

/** As many tables as Google Sheets takes, so that a formula that works here works there. */
const MOST_TABLES = 18;

/** Excel's spelling of a function; the plain name is Google's. */
export const prefixed = (name: string) => `HEADROOM.${name}`;

/** Teach the workbench's engine our functions, under Google's spelling and Excel's. Call before a Model is made. */
export function registerFunctions(functions: readonly SheetFunction[]): void {
  for (const code of ["#VALUE!", "#N/A"]) registries.errorTypes.add(code);
  for (const definition of functions) {
    for (const name of [definition.name, prefixed(definition.name)]) {
      if (registries.functionRegistry.contains(name)) continue;
      addFunction(name, {
        description: definition.summary,
        category: "Headroom",
        isExported: true,
        args: argumentsOf(definition),
        compute: (...args: unknown[]) => compute(definition, args),
      });
    }
  }
}

/**
 * The engine refuses optional arguments in front of one that repeats, so each table has a name of its own, as in Google
 * Sheets. Any argument may be the first table, so each may be a range; without `acceptMatrix` the engine would call us once
 * per cell of it.
 */
function argumentsOf({ params }: SheetFunction) {
  const firstOptional = params.findIndex(({ optional }) => optional);
  const one = (name: string, description: string, optional: boolean) => ({
    name,
    description,
    type: ["ANY" as const],
    acceptMatrix: true,
    ...(optional ? { optional } : {}),
  });
  return [
    ...params.map(({ name, about }, i) => one(name, about, firstOptional >= 0 && i >= firstOptional)),
    ...Array.from({ length: MOST_TABLES }, (_, i) => one(`table${i + 1}`, TABLE, true)),
  ];
}

const TABLE =
  "A table of the plan with its heading row, such as People or Allocations!A:J. Tables may come in any order.";

/** Never let a throw reach the engine: its own text sends the planner to the engine maker's support. */
function compute({ name, call, shows }: SheetFunction, args: readonly unknown[]) {
  try {
    const given = args.map(fromEngine);
    return toEngine(call(given), shows(given));
  } catch (error) {
    if (error instanceof PlanError) {
      return new EvaluationError(error.message, error.kind === "invalid" ? "#VALUE!" : "#N/A");
    }
    return new EvaluationError(`${name} failed because of a mistake in Headroom: ${String(error)}`, "#VALUE!");
  }
}

/** One table goes into many formulas; the engine hands out the same columns for it until something changes. */
const seen = new WeakMap<object, CellRange>();

/** The engine's matrices are columns of rows; ours are rows of columns. */
function fromEngine(value: unknown): Cell | CellRange | undefined {
  if (!Array.isArray(value)) return value === undefined ? undefined : cell(value);
  const known = seen.get(value);
  if (known) return known;
  const columns = value as unknown[][];
  const rows = (columns[0] ?? []).map((_, row) => columns.map((column) => cell(column[row])));
  const range = lasting(withoutBlankRows(rows));
  seen.set(value, range);
  return range;
}

/** `People!A:H` brings every row of the sheet; the blank ones at its end say nothing. */
function withoutBlankRows(rows: readonly (readonly Cell[])[]): CellRange {
  let used = rows.length;
  while (used > 1 && rows[used - 1]!.every((one) => one === null || one === "")) used -= 1;
  return rows.slice(0, used);
}

const cell = (value: unknown): Cell =>
  typeof value === "object" && value !== null && "value" in value ? (value.value as Cell) : ((value ?? null) as Cell);

/** The engine shows a null as 0, so a blank is empty text. */
function toEngine(result: Cell | CellRange, shows: Shown) {
  const rows: CellRange = Array.isArray(result) ? (result as CellRange) : [[result as Cell]];
  const formatOf = formatsOf(shows, rows);
  const shown = (value: Cell | undefined, row: number, column: number) => {
    const format = formatOf(row, column);
    return { value: value ?? "", ...(format === undefined ? {} : { format }) };
  };
  if (!Array.isArray(result)) return shown(result as Cell, 0, 0);
  return rows[0]!.map((_, column) => rows.map((row, i) => shown(row[column], i, column)));
}
