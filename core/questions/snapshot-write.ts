import { step, type Work } from "../host.ts";
import { type Edit, sheetsInUse } from "../journal/index.ts";
import { type Cell, isBlank, isBlankRow } from "../plan/cells.ts";
import type { Located } from "../plan/locate.ts";
import { SNAPSHOTS } from "../plan/snapshot-table.ts";
import { day as dayCell, read } from "../schema.ts";
import type { SheetOp } from "../sheets/ops.ts";
import { isFreeSheet, tableSheet } from "../sheets/template.ts";
import { formError } from "./allocations-table.ts";
import type { Workbook } from "./workbook.ts";

type Line = readonly Cell[];
type Row = ReadonlyMap<string, Cell>;

/** The table that snapshots are written to: the first, when a sheet was copied. */
export const snapshotTable = ({ located }: Workbook): Located | undefined =>
  located.find(({ table }) => table === SNAPSHOTS);

/** The day on which a row of the table was taken; null where it says none. */
export function takenOn(table: Located, line: Line): number | null {
  const column = table.columns.get("taken");
  const found = column === undefined ? null : read(dayCell, line[column - table.column] ?? null);
  return found !== null && "value" in found ? found.value : null;
}

/** Keep the rows of some days, and add others below them; the sheet is made when there is none. */
export function* snapshotEdits(
  found: Workbook,
  keeps: (day: number | null) => boolean,
  added: readonly Row[],
): Work<readonly Edit[]> {
  const table = snapshotTable(found);
  if (table === undefined) return yield* newSheet(added);
  const [headings = [], ...old] = table.cells;
  const missing = Object.entries(SNAPSHOTS.columns).filter(([key]) => !table.columns.has(key));
  if (missing.length > 0) {
    const heading = missing[0]![1].heading;
    throw formError(`The table ${SNAPSHOTS.name} has no column ${heading}`, `Maybe add a column headed ${heading}.`);
  }
  const width = headings.length;
  const fresh = added.map((row): Line => lineOf(table, width, row));
  const lines = [...old.filter((line) => keeps(takenOn(table, line))).map((line) => padded(line, width)), ...fresh];
  const same = lines.findIndex((line, i) => i >= old.length || !isSame(line, padded(old[i]!, width)));
  const first = same < 0 ? Math.min(lines.length, old.length) : same;
  if (first < old.length) refuseOwnColumns(table, old.slice(first));
  refuseWhatStandsBelow(found, table, lines.length - old.length);
  return editsOf(table, width, old.length, first, lines);
}

function editsOf(
  table: Located,
  width: number,
  before: number,
  first: number,
  lines: readonly Line[],
): readonly Edit[] {
  const { sheet, row, column } = table;
  const at = (from: number, to: number) => ({ row: row + 1 + from, column, rows: to - from, columns: width });
  const blank: Line = Array.from({ length: width }, () => null);
  const inside = Array.from({ length: Math.max(0, before - first) }, (_, i) => lines[first + i] ?? blank);
  const below = lines.slice(before);
  return [
    ...(inside.length === 0 ? [] : [{ sheet, at: at(first, before), cells: inside }]),
    ...(below.length === 0
      ? []
      : [{ sheet, at: at(before, lines.length), cells: below, dress: daysIn(table, at(before, lines.length)) }]),
  ];
}

const daysIn = (table: Located, at: Edit["at"]): readonly SheetOp[] =>
  ["taken", "week"].map((key) => ({
    do: "format",
    at: { ...at, column: table.columns.get(key)!, columns: 1 },
    pattern: "yyyy-mm-dd",
  }));

const padded = (line: Line, width: number): Line => Array.from({ length: width }, (_, i) => line[i] ?? null);

function lineOf(table: Located, width: number, row: Row): Line {
  const line: Cell[] = Array.from({ length: width }, () => null);
  for (const [key, cell] of row) line[table.columns.get(key)! - table.column] = cell;
  return line;
}

const isSame = (a: Line, b: Line): boolean =>
  a.every((cell, i) => cell === b[i] || (isBlank(cell) && isBlank(b[i] ?? null)));

/** Rows that move must not leave what stands beside them behind. */
function refuseOwnColumns(table: Located, lines: readonly Line[]): void {
  const ours = new Set([...table.columns.values()].map((column) => column - table.column));
  const other = table.cells[0]!.findIndex((_, i) => !ours.has(i) && lines.some((line) => !isBlank(line[i] ?? null)));
  if (other < 0) return;
  const heading = String(table.cells[0]![other] ?? "");
  throw formError(
    `${table.sheet} has a column of your own, ${heading}, whose cells would come to stand beside other rows`,
    "Maybe move that column to another sheet first.",
  );
}

function refuseWhatStandsBelow({ book }: Workbook, table: Located, more: number): void {
  const cells = book.find(({ name }) => name === table.sheet)?.cells ?? [];
  const { column, lastRow } = table;
  const width = table.cells[0]!.length;
  for (let row = lastRow + 1; row <= lastRow + more && row < cells.length; row++) {
    if (isBlankRow(cells[row]!.slice(column, column + width))) continue;
    throw formError(
      `Something stands in row ${row + 1} of ${table.sheet}, where the snapshot would go`,
      "Maybe move it to another sheet.",
    );
  }
}

/** A name over the rows would end where they end today, and formulas that use it would miss later ones: there is none. */
function* newSheet(added: readonly Row[]): Work<readonly Edit[]> {
  const look = yield* step({ do: "look" });
  const book = yield* step({ do: "book" });
  const columns = Object.entries(SNAPSHOTS.columns);
  const lines = added.map((row) => columns.map(([key]) => row.get(key) ?? null));
  const rows = [columns.map(([, { heading }]) => heading), ...lines];
  if (!isFreeSheet(SNAPSHOTS.name, book, sheetsInUse(look))) {
    const hint = "Maybe rename that sheet, or head its columns Taken on, Week, Engagement, Skill, Person and Hours.";
    throw formError(`The sheet ${SNAPSHOTS.name} holds something else`, hint);
  }
  const made = tableSheet(SNAPSHOTS, rows);
  return [{ ...made, dress: (made.dress ?? []).filter((op) => op.do !== "own") }];
}
