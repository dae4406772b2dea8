import type { Edit } from "../journal/index.ts";
import { type Cell, isBlank } from "../plan/cells.ts";
import type { Located } from "../plan/locate.ts";
import type { Table } from "../plan/table.ts";
import { PEOPLE } from "../plan/tables.ts";
import { listed } from "../sheets/words.ts";
import { fitted, refuseMissing } from "./adopt-columns.ts";
import { type RowWrite, sameName } from "./adopt-writes.ts";
import { editsOf } from "./allocation-draft.ts";
import { cellOf, formError, type RowPlace } from "./allocations-table.ts";
import { emptyRows } from "./scenarios-table.ts";
import type { Workbook } from "./workbook.ts";

/** The cells that rows to be written change, in the workbook as it stands. */
export function adoptEdits(found: Workbook, writes: readonly RowWrite[]): readonly Edit[] {
  const tables = [...new Set(writes.map(({ table }) => table))].map((table) => {
    const at = tableFor(found, table);
    const own = writes.filter((write) => write.table === table);
    return { at, writes: own.map((write) => fitted(write, at, found.plan.settings)) };
  });
  refuseMissing(tables);
  return tables.flatMap(({ at, writes: own }) => {
    const changed = own.filter(({ where }) => where !== "new");
    const added = own.filter(({ where }) => where === "new");
    const places = emptyRows(found, at, added.length);
    return [
      ...changed.flatMap((write) => edited(rowOf(at, write.where), write, write.inherits ?? false)),
      ...added.flatMap((write, i) => edited(places[i]!, { ...write, cells: newCells(at, write) }, false)),
    ];
  });
}

/** The one table of its kind that rows can be written to. */
export function tableFor({ located, plan }: Workbook, table: Table): Located {
  const [first, second] = located.filter((one) => one.table === table);
  if (first === undefined) {
    throw plan.given.has(table.name)
      ? formError(`${table.name} stand in a layout of your own here, which Headroom reads but does not write`, HAND)
      : formError(
          `This workbook has no table ${table.name}`,
          `Maybe add a sheet with the headings ${headings(table)}.`,
        );
  }
  if (second === undefined) return first;
  throw formError(
    `${table.name} stand in two places, on ${first.sheet} and on ${second.sheet}, so that it is not clear where to write`,
    "Maybe move the rows of one below those of the other.",
  );
}

const HAND = "Maybe write the change there by hand and switch the scenario off.";

const headings = ({ columns }: Table): string =>
  listed(Object.values(columns).flatMap(({ heading, required }) => (required ? [heading] : [])));

/** The rows of a table, its heading row left out. */
export const rowsIn = (table: Located): readonly RowPlace[] =>
  table.cells.slice(1).map((_, i) => ({ table, row: table.row + 1 + i, isNew: false }));

function rowOf(table: Located, where: RowWrite["where"]): RowPlace {
  if (where === "new") throw new TypeError("A new row has no place yet.");
  if ("row" in where) return { table, row: table.row + where.row - 1, isNew: false };
  if ("person" in where) return contractRow(table, where);
  const found = rowsIn(table).find((place) => sameName(cellOf(place, where.key), where.name));
  if (found) return found;
  throw formError(`${where.name} has no row in ${table.table.name}`, "Maybe add it first.");
}

function contractRow(table: Located, { person, nth }: { readonly person: string; readonly nth: number }): RowPlace {
  const rows = rowsIn(table).filter((place) => sameName(cellOf(place, "person"), person));
  const found = rows[nth];
  if (found) return found;
  throw formError(`${person} has no row in ${PEOPLE.name}`, "Maybe mend the rows of People first.");
}

function newCells(table: Located, { like, cells }: RowWrite): ReadonlyMap<string, Cell> {
  if (like === undefined) return cells;
  const place = contractRow(table, like);
  const copied = [...table.columns.keys()].map((key): [string, Cell] => [key, cellOf(place, key)]);
  return new Map([...copied, ...cells]);
}

function edited(place: RowPlace, { cells }: RowWrite, inherits: boolean): readonly Edit[] {
  const own = new Map<string, Cell>();
  for (const [key, cell] of cells) {
    if (!inherits || !isBlank(cellOf(place, key))) own.set(key, cell);
  }
  return editsOf(place, { cells: own, problems: [] });
}
