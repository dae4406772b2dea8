import { type Cell, type CellRange, isBlank, shown } from "../plan/cells.ts";
import type { Problem } from "../problems.ts";

/** What a host may hand over for one argument. Left out is undefined, null or ""; Excel, Sheets and the workbench differ. */
export type Argument = Cell | CellRange | undefined;

/** Something a planner typed that a function cannot use. */
export const unusable = (value: string, why: string, hint = ""): Problem => ({
  code: "HR-181",
  at: [],
  value: shown(value),
  why,
  hint,
});

/** The arguments before the first table, and the tables: what a planner leaves out in between needs no commas. */
export interface Split {
  readonly options: readonly Cell[];
  readonly tables: readonly CellRange[];
  readonly problems: readonly Problem[];
}

/** The first argument of more than one cell starts the tables. */
export function splitArguments(name: string, params: readonly string[], args: readonly Argument[]): Split {
  const given = args.map(oneCell);
  const first = given.findIndex(isTable);
  const start = first < 0 ? Math.min(given.length, params.length) : first;
  const front = given.slice(0, start).map((one) => (isTable(one) ? null : one));
  const back = given.slice(start);
  return {
    options: front.slice(0, params.length),
    tables: back.filter(isTable).filter((table) => !isEmpty(table)),
    problems: [
      ...front.slice(params.length).flatMap((one) => tooMany(name, params, one)),
      ...back.flatMap((one) => (isTable(one) ? [] : noTable(params, one))),
    ],
  };
}

/** A range in front of the options, for functions whose first parameter takes one. */
export function rangeInFront(
  param: string,
  [given, ...rest]: readonly Argument[],
): { readonly range: CellRange; readonly rest: readonly Argument[]; readonly problems: readonly Problem[] } {
  const range = oneCell(given);
  if (isTable(range)) return { range, rest, problems: [] };
  const why = `is not a range, and ${param} must be one`;
  return { range: [], rest, problems: [unusable(shown(range), why, "Maybe the range with a header row is missing.")] };
}

const isTable = (argument: Cell | CellRange): argument is CellRange => Array.isArray(argument);
const isEmpty = (table: CellRange): boolean => table.every((row) => row.every(isBlank));

/** A range of one cell is that cell: Excel hands every option over like that. */
function oneCell(argument: Argument): Cell | CellRange {
  if (!Array.isArray(argument)) return isBlank(argument) ? null : (argument as Cell);
  const range = argument as CellRange;
  const [row = []] = range;
  if (range.length > 1 || row.length > 1) return range;
  return isBlank(row[0]) ? null : (row[0] ?? null);
}

function tooMany(name: string, params: readonly string[], cell: Cell): Problem[] {
  if (cell === null) return [];
  const takes = params.length === 0 ? "only tables" : `${params.join(", ")} before its tables`;
  return [unusable(shown(cell), `is one argument too many: ${name} takes ${takes}`, "Maybe a comma is one too many.")];
}

function noTable(params: readonly string[], cell: Cell): Problem[] {
  if (cell === null) return [];
  const option = params.length > 2 && typeof cell === "string" ? "Maybe it belongs before the first table." : "";
  return [
    unusable(shown(cell), "is not a table", option || "Maybe it is one cell where a range with a header row belongs."),
  ];
}
