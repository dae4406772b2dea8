import { assigned, type Fitting, mapsIn, type TeamMap } from "../finding/memory.ts";
import type { Book } from "../host.ts";
import { type Block, blocksIn } from "../layouts/blocks.ts";
import { type FoundTable, isRefused } from "../layouts/found.ts";
import { layoutsIn } from "../layouts/index.ts";
import { columnLetters } from "./address.ts";
import { type Cell, type CellRange, isBlank, isBlankRow } from "./cells.ts";
import { meaningsOf } from "./headings.ts";
import { isMapRow } from "./map-rows.ts";
import { type Header, headerAt, headerOf, isDatedByName, isSure } from "./recognise.ts";
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

/** The plan's tables in a workbook: every block of cells that starts with a known header row. Other sheets are no tables, and no problem. */
export const locate = (book: Book): readonly Located[] => locateBySheet(book).flat();

/** The same, sheet by sheet. */
export const locateBySheet = (book: Book): readonly (readonly Located[])[] =>
  book.map(({ name, cells }) => locateOn(name, cells));

/** Everything in a workbook that a plan can be read from: its tables, and sheets laid out in a team's own way that somebody accepted. */
export function sourcesIn(book: Book, tables = locateBySheet(book)): readonly Source[] {
  const blocks = teamBlocks(book, tables);
  const fitting = assigned(mapsOf(tables.flat()), blocks);
  return book.flatMap(({ name, cells }, i): readonly Source[] => {
    const located = tables[i]!;
    const own = blocks.filter(({ sheet }) => sheet === name);
    const taken = own.flatMap((block) => accepted(block, fitting));
    if (located.some(isOurs))
      return [
        ...located.filter((one) => !own.some((block) => fitting.has(block.name) && overlaps(block, one))),
        ...taken,
      ];
    if (own.some((block) => fitting.has(block.name))) return taken;
    if (own.some(({ column }) => column > 0)) return located;
    const beside = book.filter((_, j) => j !== i).map((other) => other.cells);
    const found = layoutsIn(cells, { sheet: name, beside });
    if (found === null) return located;
    if (isRefused(found)) return found.worked ? [] : located;
    if (found.some(({ table }) => table === "Actuals")) return [];
    return isPlain(located, found) ? [{ sheet: name, row: 0, column: 0, cells }] : [];
  });
}

function accepted(block: TeamBlock, fitting: ReadonlyMap<string, Fitting>): readonly Source[] {
  const map = fitting.get(block.name)?.map;
  if (map?.use !== true) return [];
  const { sheet, row, cells, above } = block;
  return [{ sheet, row, column: 0, cells, above, map: map.name }];
}

/** A table of a team's own, or the whole sheet where it stands alone; its name says which. */
export interface TeamBlock extends Block {
  readonly sheet: string;
  readonly name: string;
  /** No other table stands below it. */
  readonly isLast: boolean;
}

/** Where a team's own layout may be found: in sheets that hold no table in the plan's own words, and beside or below those that do. */
export const teamBlocks = (book: Book, tables: readonly (readonly Located[])[]): readonly TeamBlock[] =>
  book.flatMap(({ name, cells }, i) => {
    const ours = tables[i]!.filter(isOurs);
    if (ours.length > 0 && !mayHoldMore(cells, ours)) return [];
    const blocks = blocksIn(cells, new Set(ours.map(({ row }) => row)));
    if (ours.length > 0 && blocks.length < 2) return [];
    return blocks
      .map((block) => ({
        ...block,
        sheet: name,
        name: nameOf(name, block),
        isLast: !blocks.some(({ row }) => row >= block.row + block.cells.length),
      }))
      .filter((block) => !ours.some((one) => overlaps(block, one)));
  });

/** Does anything stand outside our tables that could be a row of another one? */
const mayHoldMore = (cells: CellRange, ours: readonly Located[]): boolean =>
  cells.some((row, at) => {
    let outside = 0;
    for (let column = 0; column < row.length && outside < 2; column++) {
      const inside = ours.find((one) => at >= one.row && at <= one.lastRow && isAcross(one, column));
      if (inside !== undefined) column = inside.column + (inside.cells[0]?.length ?? 1) - 1;
      else if (!isBlank(row[column]!)) outside += 1;
    }
    return outside > 1;
  });

const isAcross = ({ column, cells }: Located, at: number): boolean =>
  at >= column && at < column + (cells[0]?.length ?? 0);

/** "Plan", "Plan, row 12", "Plan, column G": the sheet, and where on it a table stands that is not its first. */
const nameOf = (sheet: string, { row, column }: Block): string =>
  [sheet, ...(row > 0 ? [`row ${row + 1}`] : []), ...(column > 0 ? [`column ${columnLetters(column)}`] : [])].join(
    ", ",
  );

/** Does a table in the plan's own words start within a block? */
const overlaps = ({ row, column, cells }: Block, one: Located): boolean =>
  one.row >= row &&
  one.row < row + cells.length &&
  !isBlank(cells[one.row - row]?.[one.column] ?? null) &&
  one.column >= column;

/** What a planner accepted and refused so far. */
export const mapsOf = (located: readonly Located[]): readonly TeamMap[] =>
  located.filter(({ table }) => table === MAPS).flatMap((one) => mapsIn(one.cells, 0, relative(one)));

const relative = ({ columns, column }: Located): ReadonlyMap<string, number> =>
  new Map([...columns].map(([key, at]) => [key, at - column]));

/** All of a table's own headings beside many others, or rows that only give days to another sheet: nothing has to be accepted. */
const isPlain = (located: readonly Located[], found: readonly FoundTable[]): boolean =>
  found.length === 0 ||
  located.some(({ cells, sheet, table }) => {
    const header = headerOf(cells, sheet);
    const missing = header?.missing.length;
    if (header !== null && isDatedByName(header, sheet)) return false;
    return missing === 0 && found.some((one) => one.table === table.name);
  });

/** Does it stand under the plan's own headings, and is no layout of a team's own that has some of them? */
export function isOurs({ cells, sheet }: Located): boolean {
  const header = headerOf(cells, sheet);
  return header !== null && isSure(header, cells[header.row]!) && !isDatedByName(header, sheet);
}

/** A heading row in the sheet: the columns it spans, both included. */
interface Start {
  readonly header: Header;
  readonly left: number;
  readonly right: number;
}

const MOST_TABLES_BESIDE = 12;

function locateOn(sheet: string, cells: CellRange): readonly Located[] {
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

function located(sheet: string, cells: CellRange, { header, left, right }: Start, starts: readonly Start[]): Located {
  const below = starts.filter((start) => start.header.row > header.row && start.left <= right && left <= start.right);
  const end = Math.min(cells.length, ...below.map((start) => start.header.row));
  const block = cells.slice(header.row, end).map((row) => row.slice(left, right + 1));
  let last = block.length - 1;
  while (last > 0 && isBlankRow(block[last])) last -= 1;
  const { table, row, columns } = header;
  return { sheet, table, row, column: left, columns, lastRow: row + last, cells: block.slice(0, last + 1) };
}
