import type { Line } from "../imports/found.ts";
import { type Cell, isBlank } from "../plan/cells.ts";
import { isOurs, type Located } from "../plan/locate.ts";
import { nameKey } from "../plan/names.ts";
import type { Table } from "../plan/table.ts";
import { TABLES } from "../plan/tables.ts";
import { formError } from "./allocations-table.ts";
import { KEY_HEADING, keyColumn } from "./import-known.ts";
import type { Workbook } from "./workbook.ts";

/** Where rows of one table go: a table that is there, perhaps with columns to be added, or a sheet to be made. */
export type Destination = Standing | Made;
export interface Standing {
  readonly table: Table;
  readonly sheet: string;
  readonly at: Located;
  /** Columns of the sheet, by the keys of the table's columns; those to be added among them. */
  readonly columns: ReadonlyMap<string, number>;
  readonly key: number;
  /** Headings to be written to the right of the table, from this column on. */
  readonly added: readonly string[];
  readonly addedFrom: number;
}
export interface Made {
  readonly table: Table;
  readonly sheet: string;
  readonly at: null;
  /** Whether its ranges may have the plan's own names. */
  readonly named: boolean;
}

/** Find each table's place. What stands there is never in the way, nor is a sheet in a layout of the team's own written to: without room a sheet is made. */
export function destinationOf(
  found: Pick<Workbook, "book" | "located">,
  sheets: readonly string[],
  name: string,
  lines: readonly Line[],
): Destination {
  const table = TABLES.find((one) => one.name === name);
  if (table === undefined) throw formError(`This plan has no table ${name} yet`, "");
  const standing = found.located.filter((one) => one.table === table && isWhole(one) && isOurs(one));
  const first = standing.find((one) => keyColumn(one) !== null) ?? standing[0];
  if (first !== undefined) {
    const place = standingAt(found, first, table, lines);
    if (place !== null) return place;
  }
  return { table, sheet: freeName(table.name, sheets), at: null, named: first === undefined };
}

const isWhole = ({ table, columns }: Located): boolean =>
  Object.entries(table.columns).every(([key, { required }]) => !required || columns.has(key));

function standingAt(
  { book }: Pick<Workbook, "book">,
  at: Located,
  table: Table,
  lines: readonly Line[],
): Standing | null {
  const wanted = new Set(
    lines.flatMap(({ cells }) => [...cells].filter(([, cell]) => cell !== null).map(([key]) => key)),
  );
  const missing = [...wanted].filter((key) => !at.columns.has(key));
  const own = keyColumn(at);
  const headings = [
    ...missing.map((key) => table.columns[key]?.heading ?? key),
    ...(own === null ? [KEY_HEADING] : []),
  ];
  const right = at.column + (at.cells[0]?.length ?? 0);
  const sheet = book.find(({ name }) => name === at.sheet)?.cells ?? [];
  const below = [...sheet.slice(at.lastRow + 1)].every((row) =>
    row.slice(at.column, right + headings.length).every(isBlank),
  );
  const beside = sheet.every((row, i) => {
    if (i < at.row || headings.length === 0) return true;
    // One column more stays free, so that the table does not grow into its neighbour.
    return row.slice(right, right + headings.length + (i === at.row ? 1 : 0)).every(isBlank);
  });
  if (!below || !beside) return null;
  const columns = new Map([...at.columns, ...missing.map((key, i) => [key, right + i] as const)]);
  const key = own ?? right + headings.length - 1;
  return { table, sheet: at.sheet, at, columns, key, added: headings, addedFrom: right };
}

function freeName(name: string, sheets: readonly string[]): string {
  const used = new Set(sheets.map(nameKey));
  const names = [name, ...Array.from({ length: 99 }, (_, i) => `${name} (import${i === 0 ? "" : ` ${i + 1}`})`)];
  const free = names.find((one) => !used.has(nameKey(one)));
  if (free === undefined) throw formError(`There is no free name for a sheet ${name}`, "Maybe delete one of them.");
  return free;
}

/** Cells that stand in a row of a destination's table. */
export const cellAt = ({ at }: Standing, row: number, column: number): Cell =>
  at.cells[row - at.row]?.[column - at.column] ?? null;
