import { type Cell, type CellRange, isBlank } from "../plan/cells.ts";
import { axisIn } from "./axis.ts";
import { headingsOf, rolesOf } from "./columns.ts";
import { HEADINGS } from "./entries.ts";
import { type FoundTable, isRefused, type Place, type Refused } from "./found.ts";
import { type Known, layoutsIn } from "./index.ts";
import { linesIn } from "./lines.ts";
import { at, isEmptyRow, type Sheet, sheetOf } from "./sheet.ts";
import { plannedColumns } from "./units-across.ts";
import { whoIn } from "./who.ts";

/** The cells in the columns of time of a plan that holds no amount, only marks ("x") at most: their colours may say who is busy. */
export interface EmptyWeeks {
  /** Rows in which somebody or something is named. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** Where colours may stand for amounts; null where an amount is written, or no header has time across. */
export function emptyWeeks(range: CellRange, known: Known): EmptyWeeks | null {
  const read = frameOf(sheetIn(range, known));
  if (read === null) return null;
  const { sheet, columns, lines } = read;
  const open = lines.filter(({ kind }) => kind === "entry" || kind === "alone");
  const isFree = open.every(({ row }) => columns.every(({ column }) => isMark(at(sheet, row, column))));
  const rows = open.map(({ row }) => row).filter((row) => !isEmptyRow(sheet, row));
  return rows.length === 0 || !isFree ? null : { rows, columns: columns.map(({ column }) => column) };
}

/** Blank, or a text that no reader takes for an amount. */
const isMark = (cell: Cell): boolean => isBlank(cell) || (typeof cell === "string" && !/\d/.test(cell));

/** A cell, and the part of their time that somebody works in its period. */
export interface Shaded extends Place {
  readonly share: number;
}

/** The rows that coloured cells stand for, read as if the shares were written into them; a sentence where they cannot be. */
export function shadedTables(
  range: CellRange,
  known: Known,
  cells: readonly Shaded[],
): readonly FoundTable[] | Refused {
  if (cells.length === 0) return [];
  const said = { headings: new Map<string, string>(), ...known.said, amounts: "Share" };
  const found = layoutsIn(written(range, cells), { ...known, said });
  return found ?? { refused: "Its headings do not say whose time of which work its cells are." };
}

/** A day off in each of these cells: whole days, from the first to the last of its period. */
export function shadedLeave(range: CellRange, known: Known, cells: readonly Place[]): FoundTable | null {
  const marked = written(
    range,
    cells.map((place) => ({ ...place, share: 1 })),
  );
  const read = cells.length === 0 ? null : frameOf(sheetIn(marked, known));
  if (read === null) return null;
  const { sheet, columns, lines } = read;
  const who = whoIn(sheet, lines);
  const wanted = new Set(cells.map(({ row, column }) => `${row},${column}`));
  const rows = lines
    .filter(({ kind }) => kind === "entry")
    .flatMap((line) => {
      const { people } = who(line);
      return columns
        .filter(({ column }) => wanted.has(`${line.row},${column}`))
        .flatMap(({ column, period }) =>
          people.map((person) => ({
            place: { row: line.row, column },
            cells: [person, period.from, period.to, null, "Day off"] as const,
          })),
        );
    });
  return {
    table: "Leave",
    cells: [HEADINGS.Leave, ...rows.map((one) => one.cells)],
    places: rows.map(({ place }) => place),
    problems: [],
    account: { read: sheet.height, used: rows.length, excluded: 0, blank: 0 },
  };
}

const sheetIn = (range: CellRange, { sheet, said, above }: Known): Sheet => sheetOf(range, sheet, said, above);

function frameOf(sheet: Sheet) {
  const axis = axisIn(sheet);
  if (axis === null || isRefused(axis)) return null;
  const columns = plannedColumns(axis.columns);
  if (isRefused(columns)) return null;
  const timed = new Set(axis.columns.map(({ column }) => column));
  const headings = new Map([...headingsOf(sheet, axis.top, axis.bottom)].filter(([column]) => !timed.has(column)));
  const amounts = columns.map(({ column }) => column);
  return { sheet, columns, lines: linesIn(sheet, rolesOf(headings), axis.bottom + 1, amounts) };
}

function written(range: CellRange, cells: readonly Shaded[]): CellRange {
  const rows: Cell[][] = range.map((row) => row.slice());
  for (const { row, column, share } of cells) {
    const line = rows[row]!;
    while (line.length <= column) line.push(null);
    line[column] = share;
  }
  return rows;
}
