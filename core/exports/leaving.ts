import type { Cell, CellRange } from "../plan/cells.ts";
import { widthOf } from "../plan/cells.ts";
import type { KindName } from "../plan/kinds.ts";
import type { Located } from "../plan/locate.ts";
import type { Part } from "../plan/sources.ts";

/** A table of the plan as it may leave the workbook, its header row first. */
export interface Leaving {
  readonly sheet: string;
  /** Zero-based place of its first cell there. */
  readonly row: number;
  readonly column: number;
  readonly table: string;
  readonly cells: CellRange;
  /** What each column holds; null for one that is not the plan's. */
  readonly kinds: readonly (KindName | null)[];
}

/** A table in the plan's own words, with the columns that a team has beside them. */
export function located({ sheet, row, column, table, columns, cells }: Located): Leaving {
  const kindAt = new Map([...columns].map(([key, at]) => [at - column, table.columns[key]!.kind]));
  const kinds = Array.from({ length: widthOf(cells) }, (_, i) => kindAt.get(i) ?? null);
  return { sheet, row, column, table: table.name, cells, kinds };
}

/** What was read from a sheet that somebody accepted: the same rows under the plan's headings. */
export function mapped({ source, table, cells: all, header, length, columns }: Part): Leaving {
  const kindAt = new Map([...columns].map(([key, at]) => [at, table.columns[key]!.kind]));
  const { sheet = "", row = 0, column = 0 } = source;
  const cells = all.slice(header, header + 1 + length);
  const kinds = Array.from({ length: widthOf(cells) }, (_, i) => kindAt.get(i) ?? null);
  return { sheet, row, column, table: table.name, cells, kinds };
}

/** The table without the columns whose heading is not for everybody. */
export function without(one: Leaving, isHidden: (heading: Cell) => boolean): Leaving {
  const kept = one.kinds.flatMap((_, i) => (isHidden(one.cells[0]?.[i] ?? null) ? [] : [i]));
  if (kept.length === one.kinds.length) return one;
  const cells = one.cells.map((row) => kept.map((i) => row[i] ?? null));
  return { ...one, cells, kinds: kept.map((i) => one.kinds[i]!) };
}

/** A name of its own for each: the table's, with its sheet's where several hold the same. No program refuses one as a file or a sheet. */
export function namesOf(all: readonly Leaving[]): readonly string[] {
  const used = new Set<string>();
  return all.map(({ table, sheet }) => {
    const alone = all.filter((other) => other.table === table).length === 1;
    const plain = (alone ? table : `${table} (${sheet})`).replace(/[\\/:*?"<>|[\]]/g, " ").trim();
    for (let n = 1; ; n++) {
      const end = n === 1 ? "" : ` ${n}`;
      const name = `${plain.slice(0, LONGEST_NAME - end.length).trim()}${end}`;
      if (used.has(name.toLowerCase())) continue;
      used.add(name.toLowerCase());
      return name;
    }
  });
}

/** Of a sheet in Excel. */
const LONGEST_NAME = 31;
