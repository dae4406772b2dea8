import type { Edit } from "../journal/index.ts";
import { type Cell, isBlank } from "../plan/cells.ts";
import type { KindName } from "../plan/kinds.ts";
import type { Located } from "../plan/locate.ts";
import { dayMonthYear } from "../sheets/words.ts";
import { dayNumber } from "../units.ts";
import { cellOf, type RowPlace } from "./allocations-table.ts";
import type { Workbook } from "./workbook.ts";

/** A row of a table, and what edits make of its cells. */
export interface WrittenRow {
  readonly place: RowPlace;
  readonly cells: readonly { readonly key: string; readonly heading: string; readonly was: Cell; readonly is: Cell }[];
}

/** The edits of each row of a table, in the order in which they are written. */
export function rowsOf({ located }: Workbook, edits: readonly Edit[]): readonly WrittenRow[] {
  const found = new Map<string, WrittenRow>();
  for (const edit of edits) {
    const table = tableAt(located, edit);
    if (table === undefined) continue;
    const { row } = edit.at;
    const place: RowPlace = { table, row, isNew: row > table.lastRow };
    const name = `${table.sheet}!${table.row} ${row}`;
    const cells = [...(found.get(name)?.cells ?? []), ...cellsOf(place, edit)];
    found.set(name, { place, cells });
  }
  return [...found.values()];
}

/** The table that a cell lies in, or below: the lowest that begins above it. */
const tableAt = (located: readonly Located[], { sheet, at }: Edit): Located | undefined =>
  located
    .filter((one) => one.sheet === sheet && one.row < at.row && [...one.columns.values()].includes(at.column))
    .sort((a, b) => a.row - b.row)
    .at(-1);

function cellsOf(place: RowPlace, { at, cells }: Edit): WrittenRow["cells"] {
  const { table } = place;
  return [...table.columns].flatMap(([key, column]) => {
    const is = cells[0]?.[column - at.column];
    // What adopting writes are values, never formulas.
    if (is === undefined || (typeof is === "object" && is !== null)) return [];
    const heading = String(table.cells[0]?.[column - table.column] ?? key);
    return [{ key, heading, was: cellOf(place, key), is }];
  });
}

/** "Allocations, row 14 (Ana, Portal): Hours a day 6 → 4." */
export function lineOf({ place, cells }: WrittenRow): string {
  const { table, row, isNew } = place;
  const kindOf = (key: string): KindName => table.table.columns[key]?.kind ?? "raw";
  const where = `${table.sheet}, row ${row + 1}`;
  const filled = cells.filter(({ is }) => !isBlank(is));
  if (isNew)
    return `${where}, new: ${filled.map(({ key, heading, is }) => `${heading} ${text(kindOf(key), is)}`).join(", ")}.`;
  const name = NAMED_BY.map((key) => cellOf(place, key)).filter((cell) => !isBlank(cell));
  const changes = cells.map(
    ({ key, heading, was, is }) => `${heading} ${text(kindOf(key), was)} → ${text(kindOf(key), is)}`,
  );
  return `${where} (${name.join(", ")}): ${changes.join(", ")}.`;
}

/** What tells a planner which row it is. */
const NAMED_BY = ["person", "engagement", "skill"];

const SHARES: ReadonlySet<KindName> = new Set(["share", "odds", "target"]);

function text(kind: KindName, cell: Cell): string {
  if (isBlank(cell)) return "empty";
  if (typeof cell === "boolean") return cell ? "yes" : "no";
  if (typeof cell !== "number") return String(cell);
  if (kind === "day") return dayMonthYear(dayNumber(Math.floor(cell)));
  return SHARES.has(kind) ? `${Math.round(cell * 10_000) / 100} %` : String(Math.round(cell * 1000) / 1000);
}
