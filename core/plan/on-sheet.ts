import { type Cell, type CellRange, isBlank, isBlankRow } from "./cells.ts";
import { meaningsOf } from "./headings.ts";
import { isMapRow } from "./map-rows.ts";
import { type Header, headerAt } from "./recognise.ts";
import type { Source } from "./sources.ts";
import type { Table } from "./table.ts";
import { MAPS } from "./tables.ts";

/** One of the plan's tables on a sheet. Places are zero-based and count from the sheet's first cell. */
export interface Located extends Source {
  readonly sheet: string;
  /** Top left cell: the header row's. */
  readonly row: number;
  readonly column: number;
  readonly table: Table;
  /** The columns of the sheet that hold the table's columns, by key; of two that mean the same, the first. */
  readonly columns: ReadonlyMap<string, number>;
  /** The last row with anything in it; the header row's, when there is none below. */
  readonly lastRow: number;
}

/** A heading row in the sheet: the columns it spans, both included. */
interface Start {
  readonly header: Header;
  readonly left: number;
  readonly right: number;
}

const MOST_TABLES_BESIDE = 12;

/** Every table on a sheet, told by its headings alone. */
export function everyOn(sheet: string, cells: CellRange): readonly Located[] {
  const starts: Start[] = [];
  cells.forEach((whole, at) => {
    if (!whole.some((cell) => meaningsOf(cell).length > 0)) return;
    const row = withoutMaps(cells, at, starts);
    for (const start of startsIn(row, at, sheet)) if (!repeats(start, starts)) starts.push(start);
  });
  return starts.map((start) => located(sheet, cells, start, starts));
}

/** The rows of Tables hold the headings of other tables: what it says of a column is no header row of one. */
function withoutMaps(cells: CellRange, at: number, starts: readonly Start[]): readonly Cell[] {
  const row = cells[at]!;
  const maps = starts.filter(
    (one, i) => one.header.table === MAPS && !starts.slice(i + 1).some((other) => meets(one, other)),
  );
  const own = maps.filter(({ header, left, right }) => isMapRow(cells, at, header.columns, left, right));
  if (own.length === 0) return row;
  return row.map((cell, column) => (own.some(({ left, right }) => column >= left && column <= right) ? null : cell));
}

const meets = (one: Start, other: Start): boolean => other.left <= one.right && one.left <= other.right;

/** A header row that repeats the one above it is a row of that table, and reported there. */
const repeats = ({ header, left, right }: Start, starts: readonly Start[]): boolean => {
  const above = starts.filter((start) => start.left <= right && left <= start.right).at(-1);
  return above?.header.table === header.table && above.left === left;
};

/** The tables whose headings stand in one row: side by side with blank columns between, or one. */
function startsIn(row: readonly Cell[], at: number, sheet: string): readonly Start[] {
  const pieces = piecesOf(row);
  if (pieces.length > 1 && pieces.length <= MOST_TABLES_BESIDE) {
    const beside = pieces
      .map(([left, right]) => startIn(row, at, sheet, left, right))
      .filter((start) => start !== null);
    if (beside.length > 1 && beside.every(isComplete)) return beside;
  }
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (first === undefined || last === undefined) return [];
  const whole = startIn(row, at, sheet, first[0], last[1]);
  if (whole && (isComplete(whole) || pieces.length === 1)) return [whole];
  const alone = pieces.map(([left, right]) => startIn(row, at, sheet, left, right)).filter((start) => start !== null);
  const complete = alone.filter(isComplete);
  return complete.length > 0 ? complete : whole ? [whole] : [];
}

/** Runs of cells that are not blank. */
function piecesOf(row: readonly Cell[]): readonly (readonly [left: number, right: number])[] {
  const pieces: [number, number][] = [];
  row.forEach((cell, column) => {
    if (isBlank(cell)) return;
    const last = pieces.at(-1);
    if (last && last[1] === column - 1) last[1] = column;
    else pieces.push([column, column]);
  });
  return pieces;
}

/** A row with fewer of our headings than this, and one missing, is more likely something else. */
const FEWEST_OF_INCOMPLETE = 3;

function startIn(row: readonly Cell[], at: number, sheet: string, left: number, right: number): Start | null {
  const inside = row.map((cell, column) => (column >= left && column <= right ? cell : null));
  const header = headerAt(inside, at, [sheet]);
  if (header === null) return null;
  if (header.missing.length > 0 && header.columns.size < FEWEST_OF_INCOMPLETE) return null;
  return { header, left, right };
}

const isComplete = ({ header }: Start): boolean => header.missing.length === 0 && header.doubled.size === 0;

function located(sheet: string, cells: CellRange, start: Start, starts: readonly Start[]): Located {
  const { header, left, right } = start;
  const below = starts.filter((one) => one.header.row > header.row && meets(one, start));
  const end = Math.min(cells.length, ...below.map((one) => one.header.row));
  const block = cells.slice(header.row, end).map((row) => row.slice(left, right + 1));
  let last = block.length - 1;
  while (last > 0 && isBlankRow(block[last])) last -= 1;
  const { table, row, columns } = header;
  const titles = titlesAbove(cells, start, starts);
  return { sheet, titles, table, row, column: left, columns, lastRow: row + last, cells: block.slice(0, last + 1) };
}

const MOST_TITLE_ROWS = 20;

/** Texts that stand almost alone in their rows above a table, and below the table before it. */
function titlesAbove(cells: CellRange, { header: { row }, left, right }: Start, starts: readonly Start[]) {
  const before = starts.filter((one) => one.header.row < row).map((one) => one.header.row + 1);
  return cells.slice(Math.max(0, row - MOST_TITLE_ROWS, ...before), row).flatMap((line) => {
    const texts = line.slice(left, right + 1).filter((cell) => !isBlank(cell));
    return texts.length > 2 ? [] : texts.filter((cell) => typeof cell === "string");
  });
}
