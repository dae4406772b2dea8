import type { Line } from "../imports/found.ts";
import { sheetsInUse } from "../journal/index.ts";
import type { Located } from "../plan/locate.ts";
import { formError } from "./allocations-table.ts";
import { cellOfKey, wordOf } from "./colours-rows.ts";
import { differing } from "./import-differ.ts";
import { keyColumn } from "./import-known.ts";
import { destinationOf } from "./import-place.ts";
import type { RowChanges } from "./import-rows.ts";
import type { Workbook } from "./workbook.ts";

const TABLES_OF = ["Allocations", "Leave"] as const;

/** A row that was taken in from a coloured cell earlier. */
export interface Earlier {
  readonly table: string;
  readonly at: Located;
  readonly row: number;
  readonly key: string;
  readonly id: string;
  readonly cell: string;
  readonly colour: string;
  /** What it says its colour means. */
  readonly means: string | null;
}

/** Every row of the plan that was taken in from colours. */
export const earlierIn = ({ located }: Pick<Workbook, "located">): readonly Earlier[] =>
  located.flatMap((at) => {
    const column = keyColumn(at);
    const share = at.columns.get("share");
    if (column === null || !TABLES_OF.some((name) => name === at.table.name)) return [];
    return at.cells.slice(1).flatMap((cells, i): Earlier[] => {
      const key = cells[column - at.column] ?? null;
      const from = cellOfKey(key);
      if (from === null) return [];
      const means = wordOf(at.table.name, share === undefined ? null : (cells[share - at.column] ?? null));
      return [{ table: at.table.name, at, row: at.row + 1 + i, key: String(key), ...from, means }];
    });
  });

/** What taking in makes of the rows of each table: new, changed and gone ones of this one team table, no others. */
export const colourChanges = (found: Workbook, id: string, lines: readonly Line[]): readonly RowChanges[] => {
  return TABLES_OF.map((table) => {
    const own = earlierIn(found).filter((one) => one.id === id && one.table === table);
    const wanted = lines.filter((line) => line.table === table);
    const place = destinationOf(found, sheetsInUse(found.look), table, wanted);
    const none = { place, changed: [], adjusted: [], same: 0, gone: [], elsewhere: 0, doubtful: 0 };
    const elsewhere = own.find(({ at }) => at !== place.at);
    if (elsewhere !== undefined)
      throw formError(
        `Rows taken in earlier stand in ${elsewhere.at.sheet}, where there is no room for more`,
        "Maybe clear the cells below and beside that table.",
      );
    if (place.at === null) return { ...none, added: wanted };
    const rows = new Map(own.map((one) => [one.cell, one]));
    const there = (line: Line) => rows.get(cellOfKey(line.key)?.cell ?? "");
    const both = wanted.flatMap((line) => {
      const one = there(line);
      if (one === undefined) return [];
      const columns = [...differing(place, one.row, line), ...(one.key === line.key ? [] : [place.key])];
      return [{ line, row: one.row, columns }];
    });
    const changed = both.filter(({ columns }) => columns.length > 0);
    const kept = new Set(both.map(({ row }) => row));
    return {
      ...none,
      added: wanted.filter((line) => there(line) === undefined),
      changed,
      same: both.length - changed.length,
      gone: own.map(({ row }) => row).filter((row) => !kept.has(row)),
    };
  });
};
