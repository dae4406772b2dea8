import { FUNCTIONS } from "../../../core/functions/index.ts";
import type { Cell, CellRange } from "../../../core/plan/cells.ts";
import { a1, a1Range } from "../../../core/sheets/a1.ts";
import { associateFunctions } from "../../../excel/functions.ts";
import type { Model } from "../../../workbench/engine.ts";
import { install as installWorkbench, workbookOf } from "../../../workbench/workbook.ts";
import { seen, type, values } from "../../support/workbench.ts";
import { ERRORS } from "../excel/office/functions.ts";
import { install as installOffice, loadOffice } from "../excel/office/load.ts";
import { asArgument, opened } from "../gsheets/addon.ts";
import { dateIn } from "../gsheets/fake/days.ts";
import { newBook } from "../gsheets/fake/state.ts";

/** One argument as a planner gives it: left out, a value, a table by its name, or all the rows of its sheet. */
export type Given = undefined | Cell | { readonly table: string; readonly whole?: true };

/** What stands in the cells then, or the error and the sentence with it. Google's error has no code of its own. */
export type Result = { readonly cells: CellRange } | { readonly says: string; readonly code: string | null };
export type Call = (name: string, args: readonly Given[]) => Promise<Result>;

type Tables = ReadonlyMap<string, CellRange>;
const isTable = (one: Given): one is Exclude<Given, Cell | undefined> => typeof one === "object" && one !== null;
const ERROR = /^#[A-Z/0-9]+[!?]?$/;
const BLANK_ROWS = 300;

/** Blank is blank, however a host says it; what is blank at the ends does not show. */
function shown(result: unknown): Result {
  const rows = (Array.isArray(result) ? (result as CellRange) : [[result as Cell]]).map((row) =>
    row.map((cell) => (cell === "" ? null : cell)),
  );
  const width = Math.max(0, ...rows.map((row) => lengthOf(row, (cell) => cell !== null)));
  const height = lengthOf(rows, (row) => row.some((cell) => cell !== null));
  return { cells: rows.slice(0, height).map((row) => row.slice(0, width)) };
}

const lengthOf = <T>(all: readonly T[], says: (one: T) => boolean): number =>
  all.reduce((length, one, i) => (says(one) ? i + 1 : length), 0);

/** Excel: days are numbers, options matrices of one cell, what is left out null, error cells objects, tables at the end one array. */
export function excelFormulas(tables: Tables): Call {
  const office = loadOffice();
  installOffice(office);
  associateFunctions();
  const { Error: CellError } = CustomFunctions;
  const matrix = ({ table, whole }: Exclude<Given, Cell | undefined>): unknown[][] => {
    const range = tables.get(table)!;
    const rows = range.map((row) =>
      row.map((cell) => (ERROR.test(String(cell)) ? new CellError(String(cell) as CustomFunctions.ErrorCode) : cell)),
    );
    return whole ? [...rows, ...Array.from({ length: BLANK_ROWS }, () => range[0]!.map(() => null))] : rows;
  };
  return async (name, args) => {
    const { params } = FUNCTIONS.find((one) => one.name === name)!;
    const front = params.map(({ optional }, i) => {
      const one = args[i];
      if (isTable(one)) return matrix(one);
      return one === undefined ? null : optional ? [[one]] : one;
    });
    const rest = args.slice(params.length).map((one) => (isTable(one) ? matrix(one) : [[one ?? null]]));
    const result = await office.host.invoke(name, ...front, rest.length > 0 ? rest : null);
    if (result.ok) return shown(result.value);
    return { says: String(result.value), code: CODES.get(result.errorCode) ?? String(result.errorCode) };
  };
}

const CODES = new Map<number, string>([
  [ERRORS.invalidValue, "#VALUE!"],
  [ERRORS.notAvailable, "#N/A"],
]);

/** Google Sheets: days are Dates in the spreadsheet's zone, what is left out "" or undefined, blank cells "", errors their text. */
export function sheetsFormulas(tables: Tables, zone: string): Call {
  const { script } = opened(newBook(zone));
  const argument = (one: Given, i: number): unknown => {
    if (one === undefined) return i % 2 === 0 ? "" : undefined;
    if (!isTable(one)) return typeof one === "number" && i < 2 ? dateIn(one, zone) : one;
    const range = tables.get(one.table)!;
    const rows = asArgument(range, zone);
    return one.whole ? [...rows, ...Array.from({ length: BLANK_ROWS }, () => range[0]!.map(() => ""))] : rows;
  };
  return async (name, args) => {
    try {
      return shown(script.formula(name, ...args.map(argument)));
    } catch (error) {
      return { says: (error as Error).message, code: null };
    }
  };
}

const ROWS = 60;
const COLUMNS = 30;

/** The workbench: a formula typed into a cell over sheets with the tables, and what its engine shows. */
export function workbenchFormulas(tables: Tables): Call {
  installWorkbench(FUNCTIONS);
  // A name may be no longer than the sheet that is looked at.
  const rowNumber = BLANK_ROWS + Math.max(...Array.from(tables.values(), ({ length }) => length));
  const sheets = [...tables].map(([name, range], i) => ({ id: `sheet-${i}`, name, rowNumber, cells: contents(range) }));
  const model: Model = workbookOf({ sheets: [...sheets, { id: "here", name: "Here" }] });
  [...tables.values()].forEach((range, i) => {
    const at = a1Range({ row: 0, column: 0, rows: range.length, columns: range[0]!.length });
    const ranges = [model.getters.getRangeDataFromXc(`sheet-${i}`, at)];
    model.dispatch("CREATE_NAMED_RANGE", { name: `Table_${i}`, ranges });
  });
  const spelled = (one: Given): string => {
    if (one === undefined) return "";
    if (isTable(one)) return one.whole ? `${one.table}!A:Z` : `Table_${[...tables.keys()].indexOf(one.table)}`;
    return typeof one === "string" ? `"${one.replaceAll('"', '""')}"` : String(one);
  };
  return async (name, args) => {
    type(model, "Here", "A1", `=${name}(${args.map(spelled).join(", ")})`);
    const { value, message } = seen(model, "Here", "A1");
    return message ? { says: message, code: String(value) } : shown(values(model, "Here", ROWS, COLUMNS));
  };
}

const FORMULAS = new Map([
  ["#DIV/0!", "=1/0"],
  ["#N/A", "=NA()"],
]);

/** Text that the engine would read as something else gets the apostrophe that a planner would type. */
const contents = (range: CellRange): Readonly<Record<string, string>> =>
  Object.fromEntries(
    range.flatMap((row, r) =>
      row.flatMap((cell, c) => {
        if (cell === null) return [];
        const text =
          FORMULAS.get(String(cell)) ??
          (typeof cell === "string" && /^[='\d.+-]/.test(cell) ? `'${cell}` : String(cell));
        return [[a1({ row: r, column: c }), text] as const];
      }),
    ),
  );
