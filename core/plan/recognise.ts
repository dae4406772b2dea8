import { periodOfName } from "../layouts/stated.ts";
import { saysHowLong } from "../layouts/vocabulary.ts";
import { type Cell, type CellRange, isBlank } from "./cells.ts";
import { meaningsOf } from "./headings.ts";
import type { Table } from "./table.ts";
import { TABLES } from "./tables.ts";
import { mayBeWork } from "./work-like.ts";

/** A header row and the table that it belongs to. */
export interface Header {
  readonly table: Table;
  /** Zero-based place of the header row in its range. */
  readonly row: number;
  /** Where each column stands, by its key. */
  readonly columns: ReadonlyMap<string, number>;
  /** Columns of the range that mean the same, by key: never a guess which one counts. */
  readonly doubled: ReadonlyMap<string, readonly number[]>;
  /** What must be there and is not: columns' keys, or several keys of which one would do. */
  readonly missing: readonly (readonly string[])[];
  /** Headings explained, less what is missing. */
  readonly points: number;
}

/** Title rows above a header row are common; more than this many are not. */
const MOST_TITLE_ROWS = 20;
const FEWEST_HEADINGS = 2;

/**
 * The header row of a range: the first that is complete, otherwise the one that explains most; null when none does. Where
 * neither headings nor titles tell two tables apart, it is the likely one.
 */
export function headerOf(cells: CellRange, sheet?: string, likely?: string): Header | null {
  let best: Header | null = null;
  const rows = Math.min(cells.length, MOST_TITLE_ROWS);
  for (let row = 0; row < rows; row++) {
    const found = headerAt(cells[row]!, row, titlesOf(cells, row, sheet), likely);
    if (found && found.missing.length === 0) return found;
    if (found && (best === null || found.points > best.points)) best = found;
  }
  return best;
}

/** The table whose columns explain most of a row's cells, when they explain at least two; a title decides between equals. */
export function headerAt(
  cells: readonly Cell[],
  row: number,
  titles: readonly string[] = [],
  likely?: string,
): Header | null {
  const found = placesByTable(cells);
  let best: Header | null = null;
  for (const table of TABLES) {
    const places = found.get(table);
    if (places === undefined || places.size < FEWEST_HEADINGS) continue;
    const header = headerFor(table, row, places, () => isNamed(table, [...titles, ...cells]));
    if (header.points <= 0) continue;
    if (best === null || better(header, best, titles, likely)) best = header;
  }
  return best;
}

/** Nothing is missing, most of the headings are ours, nobody stands in two columns, and the rest do not speak of work: otherwise the range may be a team's own layout. */
export const isSure = (header: Header, headings: readonly Cell[]): boolean =>
  header.missing.length === 0 &&
  !(header.table.name === "Allocations" && header.doubled.has("person")) &&
  header.columns.size * 2 > headings.filter((heading) => !isBlank(heading)).length &&
  !isLasting(header, headings) &&
  !mayBeWork(header, headings);

/** Work that starts on a day and takes so many weeks would go on without end if only its first day counted. */
const isLasting = ({ table, columns }: Header, headings: readonly Cell[]): boolean =>
  table.name === "Allocations" &&
  columns.has("from") &&
  !columns.has("to") &&
  headings.some((heading) => typeof heading === "string" && saysHowLong(heading));

/** Who works how much on what, without days of its own, in a sheet whose name says when: to be read for that time, and not without end. */
export const isDatedByName = ({ table, columns }: Header, sheet: string | undefined): boolean =>
  table.name === "Allocations" && !columns.has("from") && !columns.has("to") && periodOfName(sheet ?? "") !== null;

type Places = ReadonlyMap<string, readonly number[]>;

function placesByTable(cells: readonly Cell[]): ReadonlyMap<Table, Places> {
  const found = new Map<Table, Map<string, number[]>>();
  for (let column = 0; column < cells.length; column++) {
    for (const { table, key } of meaningsOf(cells[column]!)) {
      let places = found.get(table);
      if (places === undefined) {
        places = new Map();
        found.set(table, places);
      }
      const at = places.get(key);
      if (at === undefined) places.set(key, [column]);
      else at.push(column);
    }
  }
  return found;
}

function headerFor(table: Table, row: number, places: Places, isNamed: () => boolean): Header {
  const columns = new Map<string, number>();
  const doubled = new Map<string, readonly number[]>();
  for (const [key, at] of places) {
    columns.set(key, at[0]!);
    if (at.length > 1) doubled.set(key, at);
  }
  const missing = missingOf(table, columns, isNamed);
  return { table, row, columns, doubled, missing, points: columns.size - missing.length };
}

function missingOf(
  table: Table,
  columns: ReadonlyMap<string, number>,
  isNamed: () => boolean,
): readonly (readonly string[])[] {
  const missing: (readonly string[])[] = [];
  for (const key in table.columns) if (table.columns[key]!.required && !columns.has(key)) missing.push([key]);
  for (const key of table.onlyWhenNamed) if (!columns.has(key) && !isNamed()) missing.push([key]);
  if (table.oneOf.length > 0 && !table.oneOf.some((key) => columns.has(key))) missing.push(table.oneOf);
  const efforts = table.effort;
  if (efforts.length > 0 && !efforts.some((keys) => keys.every((key) => columns.has(key)))) {
    missing.push(efforts.map((keys) => keys.find((key) => !columns.has(key))!));
  }
  return missing;
}

/** Hours worked by day, whatever rates and clients stand beside them. */
const isWorked = ({ table, missing, columns }: Header): boolean =>
  table.name === "Actuals" && missing.length === 0 && columns.has("hours");
const PRICED: ReadonlySet<string> = new Set(["Rates", "Costs", "Fees"]);

/** More points; then nothing missing; then the table that the sheet or a title row names; then the likely one. Equals stay in the plan's order. */
function better(a: Header, b: Header, titles: readonly string[], likely: string | undefined): boolean {
  if (isWorked(a) !== isWorked(b) && [a, b].every((one) => isWorked(one) || PRICED.has(one.table.name)))
    return isWorked(a);
  if (a.points !== b.points) return a.points > b.points;
  if (a.missing.length !== b.missing.length) return a.missing.length < b.missing.length;
  const [isA, isB] = [isNamed(a.table, titles), isNamed(b.table, titles)];
  return isA === isB ? a.table.name === likely : isA;
}

/** In the singular or plural. */
const isNamed = ({ name }: Table, words: readonly Cell[]): boolean => {
  const stem = name.toLowerCase().replace(/s$/, "");
  return words.some((word) => typeof word === "string" && word.toLowerCase().includes(stem));
};

function titlesOf(cells: CellRange, row: number, sheet: string | undefined): readonly string[] {
  const above =
    row === 0 ? [] : cells.slice(0, row).flatMap((line) => line.filter((cell) => !isBlank(cell)).map(String));
  return sheet === undefined ? above : [sheet, ...above];
}
