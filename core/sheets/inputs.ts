import type { Area, Book } from "../host.ts";
import { type Cell, type CellRange, isBlankRow, widthOf } from "../plan/cells.ts";
import { headerOf } from "../plan/recognise.ts";
import type { Source } from "../plan/sources.ts";

/** Where a table of the plan was read, with the blank rows below it in which a planner goes on typing. */
export interface InputTable {
  /** Which table of the plan; null for a sheet in a team's own layout. */
  readonly table: string | null;
  readonly sheet: string;
  readonly at: Area;
  readonly cells: CellRange;
}

const LEAST_ROOM = 200;

/** The rectangles that a plan was read from: what a generated sheet compares with what stands there later. */
export const inputTables = (book: Book, sources: readonly Source[]): readonly InputTable[] =>
  sources.flatMap(({ sheet, row = 0, column = 0, cells }) => {
    const seen = book.find(({ name }) => name === sheet);
    const columns = widthOf(cells);
    if (seen === undefined || columns === 0) return [];
    const room = roomBelow(seen.cells, { row: row + cells.length, column, columns }, Math.ceil(cells.length / 2));
    const at: Area = { row, column, rows: cells.length + room, columns };
    const table = headerOf(cells, sheet)?.table.name ?? null;
    return [{ table, sheet: seen.name, at, cells: cells.map((line) => padded(line, columns)) }];
  });

/** Blank rows under a table; what stands below them is something else. */
function roomBelow(cells: CellRange, from: Omit<Area, "rows">, half: number): number {
  const most = Math.max(LEAST_ROOM, half);
  for (let room = 0; room < most && from.row + room < cells.length; room++) {
    if (!isBlankRow(cells[from.row + room]?.slice(from.column, from.column + from.columns))) return room;
  }
  return most;
}

const padded = (line: readonly Cell[], columns: number): readonly Cell[] =>
  Array.from({ length: columns }, (_, i) => line[i] ?? null);
