import { plain } from "../layouts/sheet.ts";
import { type Cell, type CellRange, isBlank } from "../plan/cells.ts";
import { AMOUNTS_KEY, isKey } from "./columns.ts";

/** What a planner accepted or refused of one table of a team's own. */
export interface TeamMap {
  readonly name: string;
  /** The sheet on which it stood when it was accepted. */
  readonly sheet: string;
  readonly feeds: string;
  readonly use: boolean;
  readonly columns: readonly MappedColumn[];
}
export interface MappedColumn {
  readonly heading: string;
  readonly means: string;
  /** Row of the table Tables, zero-based from its header row. */
  readonly row: number;
}

const NO = /^(no|n|false|0|nein|non|nej)$/i;

type Columns = ReadonlyMap<string, number>;

/** The maps of sheets that a range of the table Tables holds; rows that lack a name or a heading are none. */
export const mapsIn = (cells: CellRange, header: number, columns: Columns): readonly TeamMap[] =>
  allIn(cells, header, columns).filter(({ name }) => !OF_IMPORTS.test(name) && !OF_COLOURS.test(name));

/** What the same table keeps of files that are imported: what columns of unknown headings are. */
export const importMapsIn = (cells: CellRange, header: number, columns: Columns): readonly TeamMap[] =>
  allIn(cells, header, columns).filter(({ name }) => OF_IMPORTS.test(name));

/** What it keeps of plans whose weeks are only coloured: which colours mean nothing. */
export const colourMapsIn = (cells: CellRange, header: number, columns: Columns): readonly TeamMap[] =>
  allIn(cells, header, columns).filter(({ name }) => OF_COLOURS.test(name));

const OF_IMPORTS = /^Import: /;
const OF_COLOURS = /^Colours: /;

function allIn(cells: CellRange, header: number, columns: Columns): readonly TeamMap[] {
  const maps = new Map<string, { sheet: string; feeds: string; use: boolean; columns: MappedColumn[] }>();
  cells.slice(header + 1).forEach((line, i) => {
    const text = (key: string): string => textOf(line[columns.get(key) ?? -1]);
    const [name, heading] = [text("name"), text("heading")];
    if (name === "" || heading === "") return;
    let map = maps.get(name);
    if (map === undefined) {
      map = { sheet: text("sheet"), feeds: text("feeds"), use: true, columns: [] };
      maps.set(name, map);
    }
    if (NO.test(text("use"))) map.use = false;
    map.columns.push({ heading, means: text("means"), row: header + 1 + i });
  });
  return [...maps].map(([name, map]) => ({ name, ...map }));
}

const textOf = (cell: Cell | undefined): string =>
  cell === undefined || isBlank(cell) ? "" : String(cell).replace(/\s+/g, " ").trim();

/** How well a map fits a range: the share of its headings that stand there, and those that do not. */
export interface Fit {
  readonly score: number;
  readonly gone: readonly MappedColumn[];
}

const HEADER_ROWS = 60;
const NEAR = 3;

/** Headings stand in one row, or in the few rows of one header. */
export function fitOf(map: TeamMap, cells: CellRange): Fit {
  const wanted = map.columns.filter(({ heading }) => !isKey(heading));
  const rows = cells.slice(0, HEADER_ROWS).map((row) => new Set(row.map((cell) => plain(textOf(cell)))));
  const has = (row: ReadonlySet<string>) => wanted.filter(({ heading }) => row.has(plain(heading))).length;
  const counts = rows.map(has);
  const best = counts.indexOf(Math.max(0, ...counts));
  const near = new Set(rows.slice(Math.max(0, best - NEAR), best + NEAR + 1).flatMap((row) => [...row]));
  const gone = wanted.filter(({ heading }) => !near.has(plain(heading)));
  return { score: wanted.length === 0 ? 0 : (wanted.length - gone.length) / wanted.length, gone };
}

/** Of maps that stand for other sheets, most of the headings must be there; of a sheet's own, some. */
const MOST = 0.6;
const SOME = 0.3;

/** A range with a map that fits it. */
export interface Fitting {
  readonly map: TeamMap;
  readonly fit: Fit;
}

/** The map that fits a range best, when one does. */
export function bestMap(maps: readonly TeamMap[], cells: CellRange, sheet: string | undefined): Fitting | null {
  return candidates(maps, [{ name: sheet ?? "", cells }])[0] ?? null;
}

interface Sheet {
  readonly name: string;
  readonly cells: CellRange;
}

/** Each map on one sheet, each sheet with one map: a copy of a sheet inside the workbook must not count twice. */
export function assigned(maps: readonly TeamMap[], sheets: readonly Sheet[]): ReadonlyMap<string, Fitting> {
  const found = new Map<string, Fitting>();
  const taken = new Set<string>();
  for (const { sheet, map, fit } of candidates(maps, sheets)) {
    if (taken.has(map.name) || found.has(sheet)) continue;
    taken.add(map.name);
    found.set(sheet, { map, fit });
  }
  return found;
}

/** Every pair that fits, a sheet's own map first, then by how well it fits. */
function candidates(maps: readonly TeamMap[], sheets: readonly Sheet[]) {
  return sheets
    .flatMap(({ name, cells }) =>
      maps.map((map) => ({ sheet: name, map, fit: fitOf(map, cells), own: map.sheet === name && name !== "" })),
    )
    .filter(({ fit, own }) => fit.score >= (own ? SOME : MOST))
    .sort(
      (a, b) =>
        Number(b.own) - Number(a.own) || b.fit.score - a.fit.score || b.map.columns.length - a.map.columns.length,
    );
}

/** What the columns of time count, as a map says; "" when it does not. */
export const amountsOf = (map: TeamMap): string =>
  map.columns.find(({ heading }) => heading === AMOUNTS_KEY)?.means ?? "";
