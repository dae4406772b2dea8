import type { Line } from "../imports/found.ts";
import type { Edit } from "../journal/index.ts";
import type { Cell } from "../plan/cells.ts";
import type { SheetOp } from "../sheets/ops.ts";
import { patternOf, tableSheet } from "../sheets/template.ts";
import { KEY_HEADING } from "./import-known.ts";
import type { Made, Standing } from "./import-place.ts";
import type { Mode } from "./import-request.ts";
import type { RowChanges } from "./import-rows.ts";

/** The cells that an import writes. Rows without a key, and rows of other tools, are not among them. */
export function editsFor(changes: RowChanges, mode: Mode): readonly Edit[] {
  const { place, added, changed, gone } = changes;
  if (place.at === null) return added.length === 0 ? [] : [newSheet(place, added)];
  const freed = mode === "replace" ? gone : [];
  const rows = [...changes.adjusted, ...(mode === "append" ? [] : changed)];
  const reused = added.slice(0, freed.length);
  const below = added.slice(freed.length);
  return [
    ...headings(place, added.length + rows.length > 0),
    ...rows.flatMap(({ line, row, columns }) => rowEdits(place, row, line, columns)),
    ...freed.flatMap((row, i) => rowEdits(place, row, reused[i] ?? null, allColumns(place))),
    ...belowEdits(place, below),
  ];
}

const allColumns = ({ columns, key }: Standing): readonly number[] => [...new Set([...columns.values(), key])];

function headings({ sheet, at, added, addedFrom }: Standing, writes: boolean): readonly Edit[] {
  if (added.length === 0 || !writes) return [];
  const area = { row: at.row, column: addedFrom, rows: 1, columns: added.length };
  return [
    {
      sheet,
      at: area,
      cells: [added],
      dress: [
        { do: "format", at: area, pattern: "@" },
        { do: "paint", at: area, look: "heading" },
      ],
    },
  ];
}

/** Some columns of a row, neighbours together; without a line they are emptied. */
function rowEdits(place: Standing, row: number, line: Line | null, columns: readonly number[]): readonly Edit[] {
  const cells = line === null ? new Map<number, Cell>() : cellsByColumn(place, line);
  const runs: { from: number; cells: Cell[] }[] = [];
  for (const column of [...columns].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last.from + last.cells.length === column) last.cells.push(cells.get(column) ?? null);
    else runs.push({ from: column, cells: [cells.get(column) ?? null] });
  }
  return runs.map((run) => ({
    sheet: place.sheet,
    at: { row, column: run.from, rows: 1, columns: run.cells.length },
    cells: [run.cells],
  }));
}

function cellsByColumn({ columns, key }: Standing, line: Line): Map<number, Cell> {
  const cells = new Map<number, Cell>([[key, line.key]]);
  for (const [name, cell] of line.cells) {
    const column = columns.get(name);
    if (column !== undefined) cells.set(column, cell);
  }
  return cells;
}

/** How many rows of a sheet that Headroom set up have their formats already. */
const DRESSED_ROWS = 1000;

/** New rows in one block below the table, from its first to its last column; where nothing is known, nothing is written. */
function belowEdits(place: Standing, lines: readonly Line[]): readonly Edit[] {
  if (lines.length === 0) return [];
  const { at, sheet } = place;
  const left = at.column;
  const right = Math.max(left + (at.cells[0]?.length ?? 0) - 1, ...allColumns(place));
  const rows = lines.map((line) => {
    const cells = cellsByColumn(place, line);
    return Array.from({ length: right - left + 1 }, (_, i) => cells.get(left + i) ?? null);
  });
  const first = at.lastRow + 1;
  const split = isTemplate(place) ? Math.max(0, Math.min(rows.length, DRESSED_ROWS - first)) : 0;
  return [
    { from: first, rows: rows.slice(0, split), bare: false },
    { from: first + split, rows: rows.slice(split), bare: true },
  ].flatMap(({ from, rows: cells, bare }): Edit[] => {
    if (cells.length === 0) return [];
    const area = { row: from, column: left, rows: cells.length, columns: right - left + 1 };
    return [{ sheet, at: area, cells, ...(bare ? { dress: formats(place, area) } : {}) }];
  });
}

/** Text stays text, and days look like days. */
function formats({ table, columns, key }: Standing, area: Edit["at"]): readonly SheetOp[] {
  const of = (column: number, pattern: ReturnType<typeof patternOf>): SheetOp => ({
    do: "format",
    at: { ...area, column, columns: 1 },
    pattern,
  });
  return [...[...columns].map(([name, column]) => of(column, patternOf(table, name))), of(key, "@")];
}

const isTemplate = ({ at }: Standing): boolean =>
  Object.values(at.table.columns).every(({ heading }, i) => at.cells[0]?.[i] === heading);

/** A sheet of its own, dressed as the template's, with the keys behind its columns. */
function newSheet({ table, sheet, named }: Made, lines: readonly Line[]): Edit {
  const keys = Object.keys(table.columns);
  const rows = [
    Object.values(table.columns).map(({ heading }) => heading),
    ...lines.map(({ cells }) => keys.map((key) => cells.get(key) ?? null)),
  ];
  const made = tableSheet(table, rows);
  const column = keys.length;
  const head = { row: 0, column, rows: 1, columns: 1 };
  const dress = (made.dress ?? []).filter((op) => op.do !== "own" || (named && op.name === table.name));
  return {
    ...made,
    sheet,
    at: { ...made.at, columns: column + 1 },
    cells: made.cells.map((row, i) => [...row, i === 0 ? KEY_HEADING : lines[i - 1]!.key]),
    dress: [
      ...dress.filter((op) => op.do !== "choose" || !("name" in op.from)),
      { do: "format", at: { ...head, rows: rows.length }, pattern: "@" },
      { do: "paint", at: head, look: "heading" },
      { do: "note", at: head, text: "Which row of the export this is. An import of the same export finds it by this." },
      { do: "width", column, characters: [28] },
    ],
  };
}
