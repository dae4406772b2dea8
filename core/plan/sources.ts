import { FIRST_KEY } from "../finding/columns.ts";
import { mapProblems, saidProblems } from "../finding/fits.ts";
import { bestMap, type Fitting, fitOf, mapsIn, type TeamMap } from "../finding/memory.ts";
import { knownFrom } from "../finding/said.ts";
import { saidTable } from "../finding/said-table.ts";
import { type Block, blocksIn, isHeader } from "../layouts/blocks.ts";
import { type FoundTable, isRefused, type Layouts } from "../layouts/found.ts";
import { type Known as Asked, layoutsIn } from "../layouts/index.ts";
import { PlanError, type Problem } from "../problems.ts";
import { below, isComplete, unreadBelow } from "./below.ts";
import type { Period } from "./calendar.ts";
import { type CellRange, isBlank, isBlankRow, shown } from "./cells.ts";
import { type Doubt, doubtOf, doubtText } from "./doubts.ts";
import { type Header, headerOf, isDatedByName, isSure } from "./recognise.ts";
import type { Table } from "./table.ts";
import { MAPS, TABLES } from "./tables.ts";

/** A range a planner gave, or a host found: with its sheet and top left cell when they are known, so that problems can name cells. */
export interface Source {
  readonly cells: CellRange;
  readonly sheet?: string;
  /** Zero-based place of the top left cell. */
  readonly row?: number;
  readonly column?: number;
  /** The map of Tables by which a planner accepted it. */
  readonly map?: string;
  /** Of one of several tables below each other: the sheet's titles, and the rows of the given range above it. */
  readonly above?: readonly string[];
  readonly skipped?: number;
  /** Of a table that was found on a sheet: the titles above it. */
  readonly titles?: readonly string[];
  /** The table that it is where its headings fit several alike. */
  readonly likely?: string;
  /** The table of the plan below which it goes on, in a range that was given as one. */
  readonly under?: string;
}

/** What is known beside the ranges: the period that a formula asks about, for absences by weekday and dates without a year. */
export interface Known {
  readonly period?: Period;
}

/** A range, or a table found in one, whose columns are known. */
export interface Part {
  readonly source: Source;
  readonly table: Table;
  readonly cells: CellRange;
  /** Zero-based place of the header row in the cells. */
  readonly header: number;
  readonly columns: ReadonlyMap<string, number>;
  readonly doubled: ReadonlyMap<string, readonly number[]>;
  readonly missing: readonly (readonly string[])[];
  /** Rows below the header row, up to the last that is not blank. */
  readonly length: number;
  /** Blank rows after that. */
  readonly trailing: number;
  /** Where the cells come from, when a team's own layout was turned into this table. */
  readonly layout?: FoundTable;
  /** Why a range that lacks columns is no plan: it fits none of the layouts that teams have either. */
  readonly refused?: Problem;
}

/** What some ranges hold, and where a team's own table is no longer what was accepted. */
export interface Parts {
  readonly parts: readonly Part[];
  readonly problems: readonly Problem[];
}

/** The tables in some ranges, in the order of the ranges. Ranges that hold none are refused, all together. */
export function partsOf(given: readonly Source[], { period }: Known = {}): Parts {
  const parts: Part[] = [];
  const refused: Problem[] = [];
  const problems: Problem[] = [];
  const cut = given.flatMap(below);
  const sources = cut.flatMap(blocksOf);
  const headers = sources.map(({ cells, sheet, likely }) => headerOf(cells, sheet, likely));
  const maps = sources.flatMap((source, i) => mapsOf(source, headers[i]!)).filter(({ use }) => use);
  sources.forEach((source, i) => {
    const { cells, sheet } = source;
    const header = headers[i]!;
    const { above = [], titles = [] } = source;
    const doubt = doubtOf(header, cells, { sheet, titles: [...above, ...titles] });
    if (header && doubt === null && isSure(header, cells[header.row]!) && !isDated(header, source, maps)) {
      parts.push(partOf(source, header));
      return;
    }
    const fitting = fittingMap(source, maps);
    const own = fitting === null ? null : saidTable(fitting.map.columns, cells, sheet);
    if (fitting !== null && own !== null) {
      problems.push(...saidProblems(source, fitting, own));
      parts.push(partOf({ ...source, cells: own.cells }, own.header));
      return;
    }
    const beside = sources.filter((_, j) => j !== i).map((other) => other.cells);
    const known = { ...(sheet !== undefined && { sheet }), ...(period && { period }), beside, above };
    const found = fitting === null ? layoutsIn(cells, known) : mapped(source, fitting, known, problems);
    if (found !== null && !isRefused(found)) for (const layout of found) parts.push(partOfLayout(source, layout));
    else if (fitting !== null) return;
    else if (source.under !== undefined && !isComplete(header, found)) problems.push(unreadBelow(source, found));
    else if (header === null) refused.push(noTable(source, found?.refused));
    else if (doubt !== null) parts.push({ ...partOf(source, header), refused: doubted(source, header, doubt, found) });
    else if (found === null || found.headless || (header.missing.length === 0 && !found.worked))
      parts.push(partOf(source, header));
    else parts.push({ ...partOf(source, header), refused: noTable(source, found.refused) });
  });
  const [first, ...rest] = refused;
  if (first) throw new PlanError([first, ...rest]);
  return { parts, problems };
}

/** The name of its sheet says when, or what a planner accepted does. */
function isDated(header: Header, source: Source, maps: readonly TeamMap[]): boolean {
  if (isDatedByName(header, source.sheet)) return true;
  if (header.table.name !== "Allocations" || maps.length === 0) return false;
  if (header.columns.has("from") || header.columns.has("to")) return false;
  return fittingMap(source, maps)?.map.columns.some(({ heading }) => heading === FIRST_KEY) === true;
}

/** Tables that stand below each other in a range of a team's own are read one by one. */
function blocksOf(source: Source): readonly Source[] {
  const { cells, sheet, row, likely, above } = source;
  if (above !== undefined) return [source];
  const blocks = blocksIn(cells);
  const header = blocks.length < 2 ? null : headerOf(cells, sheet, likely);
  if (blocks.length < 2 || (header && isSure(header, cells[header.row]!) && !isAcross(cells, header, blocks)))
    return [source];
  return blocks.map((block) => ({
    ...source,
    ...(row === undefined ? { skipped: (source.skipped ?? 0) + block.row } : { row: row + block.row }),
    cells: block.cells,
    above: block.above,
  }));
}

/** Headings of a table, beside those of another that start in a row above, make no one table with them. */
const isAcross = (cells: CellRange, { row, columns }: Header, blocks: readonly Block[]): boolean =>
  blocks.some(({ column }) => [...columns.values()].some((one) => one < column) && lastOf(columns) >= column) &&
  cells.slice(0, row).some((above) => isHeader(above, new Map()));

const lastOf = (columns: Header["columns"]): number => Math.max(...columns.values());

/** The maps in a range that holds the table Tables. */
const mapsOf = ({ cells }: Source, header: Header | null): readonly TeamMap[] =>
  header?.table === MAPS && isSure(header, cells[header.row]!) ? mapsIn(cells, header.row, header.columns) : [];

function fittingMap({ cells, sheet, map: name }: Source, maps: readonly TeamMap[]): Fitting | null {
  const own = maps.find((map) => map.name === name);
  return own === undefined ? bestMap(maps, cells, sheet) : { map: own, fit: fitOf(own, cells) };
}

/** Read a range as it was accepted. What does not fit any more is said, and nothing is read where it would be guessed. */
function mapped(source: Source, fitting: Fitting, known: Asked, problems: Problem[]): Layouts {
  const remembered = knownFrom(fitting.map, source.cells, known);
  const found = layoutsIn(source.cells, remembered);
  const { wrong, usable } = mapProblems(source, fitting, found, remembered);
  problems.push(...wrong);
  return usable ? found : null;
}

function partOf(source: Source, { table, row, columns, doubled, missing }: Header): Part {
  const { cells } = source;
  return { source, table, cells, header: row, columns, doubled, missing, ...lengthOf(cells, row) };
}

function lengthOf(cells: CellRange, header: number): { readonly length: number; readonly trailing: number } {
  let last = cells.length - 1;
  while (last > header && isBlankRow(cells[last])) last -= 1;
  return { length: last - header, trailing: cells.length - 1 - last };
}

function partOfLayout(source: Source, layout: FoundTable): Part {
  const header = headerOf(layout.cells);
  const table = TABLES.find(({ name }) => name === layout.table);
  if (!header || header.table !== table)
    throw new TypeError(`A layout's ${layout.table} has other headings than the table.`);
  const { columns, doubled, missing } = header;
  const length = layout.cells.length - 1;
  return { source, table, cells: layout.cells, header: 0, columns, doubled, missing, length, trailing: 0, layout };
}

/** One sentence: why the range is no plan where a layout can tell, otherwise what may have gone wrong. */
function noTable({ cells, sheet }: Source, because = ""): Problem {
  const first = cells.find((row) => !isBlankRow(row))?.filter((cell) => !isBlank(cell)) ?? [];
  const starts = `that starts with ${first.slice(0, 4).map(shown).join(", ") || "nothing"}`;
  const problem = { code: "HR-137", at: [], value: "" } as const;
  if (because === "")
    return {
      ...problem,
      why: `${sheet ?? "A range"} ${starts} is no table of a plan`,
      hint: "Maybe the range leaves out its header row, such as Person, Team, Weekly hours.",
    };
  const name = sheet === undefined ? `range ${starts}` : `sheet ${sheet}`;
  const reason = because.replace(/\.$/, "");
  const why = reason.startsWith(RANGE) ? `The ${name}${reason.slice(RANGE.length)}` : `${reason} (in the ${name})`;
  return { ...problem, why, hint: "" };
}

/** A range that is perhaps not what its headings say is not read, and said. */
const doubted = (source: Source, header: Header, doubt: Doubt, found: Layouts): Problem =>
  isRefused(found) && found.headless !== true
    ? noTable(source, found.refused)
    : { ...noTable(source, doubtText(header, doubt)), hint: doubt.hint };

const RANGE = "The range";
