import type { Area, Book } from "../host.ts";
import type { Edit } from "../journal/index.ts";
import { type Cell, widthOf } from "../plan/cells.ts";
import { locateBySheet, sourcesIn } from "../plan/locate.ts";
import { headerOf } from "../plan/recognise.ts";
import type { Source } from "../plan/sources.ts";
import { a1Range, areaOf } from "../sheets/a1.ts";
import type { SheetOp } from "../sheets/ops.ts";
import { LISTS, patternOfKind } from "../sheets/template.ts";
import type { Registered } from "./finance-register.ts";

/** A sheet of the planning file, with what of it is no money: its tables where they stand there, as values. */
export interface Copied extends Registered {
  readonly edit: Edit;
  /** Named lists that its tables bring. */
  readonly lists: readonly string[];
}

/**
 * The planning tables of a file, sheet by sheet, as cells to write. What stands there already from an earlier copy and is not in the
 * file any more is emptied; what the planning file holds of `never` (money, settings) stays there.
 */
export function copiesOf(file: Book, never: ReadonlySet<string>, before: readonly Registered[]): readonly Copied[] {
  const sources = sourcesIn(file, locateBySheet(file)).filter(
    ({ cells, sheet }) => !never.has(headerOf(cells, sheet)?.table.name ?? ""),
  );
  return file.flatMap(({ name }): readonly Copied[] => {
    const own = sources.filter(({ sheet }) => sheet === name);
    if (own.length === 0) return [];
    const areas = own.map(areaOfSource);
    const known = before.find(({ sheet }) => sheet === name);
    const rows = Math.max(...areas.map(({ row, rows }) => row + rows));
    const columns = Math.max(...areas.map(({ column, columns }) => column + columns));
    const old = areaOf(known?.reads ?? "");
    const at = {
      row: 0,
      column: 0,
      rows: Math.max(rows, old?.rows ?? 0),
      columns: Math.max(columns, old?.columns ?? 0),
    };
    const edit = { sheet: name, at, cells: cellsOf(own, at), ...(known === undefined && { dress: dressOf(own) }) };
    return [{ sheet: name, reads: a1Range({ row: 0, column: 0, rows, columns }), edit, lists: listsOf(own) }];
  });
}

const areaOfSource = ({ row = 0, column = 0, cells }: Source): Area => ({
  row,
  column,
  rows: cells.length,
  columns: Math.max(1, widthOf(cells)),
});

function cellsOf(sources: readonly Source[], { rows, columns }: Area): readonly (readonly Cell[])[] {
  const cells = Array.from({ length: rows }, () => Array.from({ length: columns }, (): Cell => null));
  for (const { row = 0, column = 0, cells: from } of sources)
    from.forEach((line, i) => {
      line.forEach((cell, j) => {
        cells[row + i]![column + j] = cell;
      });
    });
  return cells;
}

/** Rows below a table that get its formats, for the next refresh. */
const ROOM = 1000;

/** Formats by what a column means, and the lists that finance's own tables choose from. */
function dressOf(sources: readonly Source[]): readonly SheetOp[] {
  return sources.flatMap((source): readonly SheetOp[] => {
    const { row = 0, column = 0, cells, sheet } = source;
    const header = headerOf(cells, sheet);
    if (header === null || header.missing.length > 0) return [];
    const top = row + header.row;
    const at = (place: number) => ({ row: top + 1, column: column + place, rows: cells.length + ROOM, columns: 1 });
    const list = LISTS.get(header.table.name);
    const places = [...header.columns].map(([key, place]) => ({ kind: header.table.columns[key]!.kind, place }));
    return [
      ...places.map(({ kind, place }) => ({ do: "format", at: at(place), pattern: patternOfKind(kind) }) as const),
      ...places.flatMap(({ kind, place }) =>
        kind === list?.kind ? [{ do: "own", name: list.name, at: at(place) } as const] : [],
      ),
      {
        do: "own",
        name: header.table.name,
        at: { row: top, column, rows: cells.length + ROOM, columns: areaOfSource(source).columns },
      },
      { do: "paint", at: { row: top, column, rows: 1, columns: areaOfSource(source).columns }, look: "heading" },
      { do: "freeze", rows: top + 1, columns: 1 },
    ];
  });
}

const listsOf = (sources: readonly Source[]): readonly string[] =>
  dressOf(sources).flatMap((op) => (op.do === "own" ? [op.name] : []));
