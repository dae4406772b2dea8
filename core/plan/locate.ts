import { assigned, type Fitting, mapsIn, type TeamMap } from "../finding/memory.ts";
import type { Book } from "../host.ts";
import { type Block, blocksIn } from "../layouts/blocks.ts";
import { type FoundTable, isRefused } from "../layouts/found.ts";
import { layoutsIn } from "../layouts/index.ts";
import { columnLetters } from "./address.ts";
import { type CellRange, isBlank } from "./cells.ts";
import { type Doubt, doubtOf } from "./doubts.ts";
import { everyOn, type Located } from "./on-sheet.ts";
import { headerOf, isDatedByName, isSure } from "./recognise.ts";
import type { Source } from "./sources.ts";
import { MAPS } from "./tables.ts";

export type { Located } from "./on-sheet.ts";

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
    if (isRefused(found)) return located.filter(({ table }) => found.headless || !LAID_OUT.has(table.name));
    if (found.some(({ table }) => table === "Actuals")) return [];
    return isPlain(located, found) ? [{ sheet: name, row: 0, column: 0, cells }] : [];
  });
}

/** Tables that teams lay out in their own ways: what is refused as a layout is not read as one of them. */
const LAID_OUT: ReadonlySet<string> = new Set(["People", "Allocations", "Leave", "Holidays", "Actuals"]);

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

/** What has all headings of a table and may be something else: it is no table before somebody says so. */
export interface Doubtful extends Located {
  readonly doubt: Doubt;
}

/** What is passed over in a workbook because its headings do not say surely enough what it is. */
export const doubtfulIn = (book: Book): readonly Doubtful[] =>
  book.flatMap(({ name, cells }) =>
    everyOn(name, cells).flatMap((one) => {
      const doubt = doubtAbout(one);
      return doubt === null ? [] : [{ ...one, doubt }];
    }),
  );

const doubtAbout = (one: Located): Doubt | null => doubtOf(headerOf(one.cells, one.sheet), one.cells, one);

const locateOn = (sheet: string, cells: CellRange): readonly Located[] =>
  everyOn(sheet, cells).filter((one) => doubtAbout(one) === null);
