import type { Area } from "../core/host.ts";
import type { Cell, CellRange } from "../core/plan/cells.ts";
import type { Written } from "../core/sheets/ops.ts";
import { type Desk, send } from "./desk.ts";
import { codeOf } from "./refusal.ts";
import { rangeOf } from "./sheet/range.ts";

export interface Wanted {
  readonly sheet: Excel.Worksheet;
  readonly at: Area;
}
type Raw = readonly (readonly unknown[])[];
interface Piece extends Wanted {
  readonly of: number;
}

/** So many cells with their formulas stay well below the 5 MB that Excel on the web answers at once. */
const MOST_CELLS = 40_000;

/** Cells of some rectangles as they were written, in one round trip unless they are very many. */
export async function writtenIn(desk: Desk, wanted: readonly Wanted[]): Promise<Written[][][]> {
  const rows = await rowsOf(desk, wanted, true);
  return rows.map((lines) => lines.map(([values, formulas]) => values.map((value, i) => written(value, formulas[i]))));
}

/** Every cell from A1 to the last one that holds something; null for a sheet without any. */
export async function usedCells(desk: Desk, sheets: readonly Excel.Worksheet[]): Promise<CellRange[]> {
  if (sheets.length === 0) return [];
  const ask = (fields: string) =>
    sheets.map((sheet) => {
      const range = sheet.getUsedRangeOrNullObject(true);
      range.load(fields);
      return range;
    });
  const whole = ask("values,rowIndex,columnIndex");
  try {
    await send(desk);
    return whole.map((range) => (range.isNullObject ? [] : fromA1(range.rowIndex, range.columnIndex, range.values)));
  } catch (error) {
    if (!isTooMuch(error)) throw error;
  }
  const sizes = ask("rowIndex,columnIndex,rowCount,columnCount");
  await send(desk);
  const wanted = sizes.map((range, i): Wanted[] => {
    if (range.isNullObject) return [];
    const at = { row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount };
    return [{ sheet: sheets[i]!, at }];
  });
  const rows = await rowsOf(desk, wanted.flat(), false);
  return wanted.map(([one]) =>
    one
      ? fromA1(
          one.at.row,
          one.at.column,
          rows.shift()!.map(([values]) => values),
        )
      : [],
  );
}

/** A range's values with what lies above and to the left of it. */
export function fromA1(row: number, column: number, values: Raw): CellRange {
  if (values.length === 1 && values[0]!.every((value) => value === "")) return [];
  const left = Array.from({ length: column }, () => null);
  const width = column + (values[0]?.length ?? 0);
  const above = Array.from({ length: row }, () => Array.from({ length: width }, () => null));
  return [...above, ...values.map((line) => [...left, ...line.map(cellOf)])];
}

/** A formula answers with its text, and so does text that begins like one; only the first has another value. */
function written(value: unknown, formula: unknown): Written {
  if (typeof formula === "string" && formula.startsWith("=") && formula !== value) return { formula };
  return cellOf(value);
}

const cellOf = (value: unknown): Cell =>
  typeof value === "number" || typeof value === "boolean" || (typeof value === "string" && value !== "") ? value : null;

type Line = readonly [values: readonly unknown[], formulas: readonly unknown[]];

async function rowsOf(desk: Desk, wanted: readonly Wanted[], formulas: boolean): Promise<Line[][]> {
  const found: Line[][] = wanted.map(() => []);
  for (const pieces of batches(wanted.flatMap((one, of) => split(one).map((piece) => ({ ...piece, of }))))) {
    for (const [of, lines] of await fetched(desk, pieces, formulas)) for (const line of lines) found[of]!.push(line);
  }
  return found;
}

/** One batch; in halves when its answer is too large. */
async function fetched(desk: Desk, pieces: readonly Piece[], formulas: boolean): Promise<[number, Line[]][]> {
  const asked = pieces.map(({ sheet, at }) => {
    const range = rangeOf(sheet, at);
    range.load(formulas ? "values,formulas" : "values");
    return range;
  });
  try {
    await send(desk);
  } catch (error) {
    const halves = isTooMuch(error) ? halved(pieces) : [];
    if (halves.length < 2) throw error;
    const [first = [], second = []] = halves;
    return [...(await fetched(desk, first, formulas)), ...(await fetched(desk, second, formulas))];
  }
  return asked.map((range, i) => {
    const values: Raw = range.values;
    const texts: Raw = formulas ? range.formulas : values;
    return [pieces[i]!.of, values.map((line, row): Line => [line, texts[row]!])];
  });
}

function halved(pieces: readonly Piece[]): Piece[][] {
  const [only] = pieces;
  if (pieces.length > 1) return [pieces.slice(0, pieces.length >> 1), pieces.slice(pieces.length >> 1)];
  if (!only || only.at.rows < 2) return [];
  return cut(only, only.at.rows >> 1).map((piece) => [{ ...piece, of: only.of }]);
}

const split = (one: Wanted): Wanted[] => {
  const rows = Math.max(1, Math.floor(MOST_CELLS / one.at.columns));
  const [first, rest] = cut(one, rows);
  return rest ? [first!, ...split(rest)] : [one];
};

/** The first rows of a rectangle, and the others if there are any. */
function cut(one: Wanted, rows: number): Wanted[] {
  const { at } = one;
  if (at.rows <= rows) return [one];
  const first = { ...one, at: { ...at, rows } };
  return [first, { ...one, at: { ...at, row: at.row + rows, rows: at.rows - rows } }];
}

function batches(pieces: readonly Piece[]): Piece[][] {
  const all: Piece[][] = [];
  let cells = 0;
  for (const piece of pieces) {
    const size = piece.at.rows * piece.at.columns;
    if (all.length === 0 || cells + size > MOST_CELLS) {
      all.push([]);
      cells = 0;
    }
    all[all.length - 1]!.push(piece);
    cells += size;
  }
  return all;
}

const isTooMuch = (error: unknown): boolean => codeOf(error) === "ResponsePayloadSizeLimitExceeded";
