import type { Area, Owned } from "../host.ts";
import { type Corner, hasCell } from "./areas.ts";
import type { Placed } from "./layout.ts";
import type { Written } from "./ops.ts";
import { absolute, relative } from "./relative.ts";

type Cells = readonly (readonly Written[])[];

/** How many columns to the right of a table count as beside its rows. */
const BESIDE = 4;
/** Title and headings have no key. */
const HEAD_ROWS = 2;

/** A table that stood there before, and the cells beside its rows, before and after. */
export interface Beside {
  readonly block: number;
  readonly sheet: string;
  readonly from: Area;
  readonly to: Area;
  readonly keys: Area;
}

/** What the planner typed beside the rows of our tables: where to look before the tables are written. */
export function besides(placed: readonly Placed[]): Beside[] {
  return placed.flatMap(({ sheet, from, to }, block): Beside[] => {
    if (!from || !to || from.columns !== to.at.columns || from.columns < 2 || from.column !== to.at.column) return [];
    if (from.rows <= HEAD_ROWS || to.at.rows <= HEAD_ROWS) return [];
    const right = (at: Area): Area => ({ ...bodyOf(at), column: at.column + at.columns, columns: BESIDE });
    return [{ block, sheet, from: right(from), to: right(to.at), keys: { ...bodyOf(from), columns: 1 } }];
  });
}

const bodyOf = (at: Area): Area => ({ ...at, row: at.row + HEAD_ROWS, rows: at.rows - HEAD_ROWS });

export const besideAreas = ({ sheet, from, to, keys }: Beside): Owned[] =>
  [from, to, keys].map((at) => ({ sheet, at }));

/** A cell beside a table that is to hold something else. */
export interface Shifted extends Corner {
  readonly block: number;
  readonly sheet: string;
  readonly before: Written;
  readonly after: Written;
}
export interface MovedNotes {
  readonly cells: readonly Shifted[];
  /** Notes whose row is gone: to be listed, because they cannot stay beside another row. */
  readonly lost: readonly (Corner & { readonly sheet: string; readonly cell: Written })[];
}

/** Notes follow the first cell of their row. When something else stands where one would have to go, its table's notes all stay. */
export function movedNotes(
  all: readonly Beside[],
  placed: readonly Placed[],
  read: readonly (readonly Cells[])[],
): MovedNotes {
  const cells: Shifted[] = [];
  const lost: MovedNotes["lost"][number][] = [];
  all.forEach((one, i) => {
    const [from = [], to = [], keys = []] = read[i]!;
    const drawn = placed[one.block]!.to!;
    const rows = rowsByKey(drawn.cells.slice(HEAD_ROWS).map((line) => line[0] ?? null));
    const targets = keysOf(keys.map((line) => line[0] ?? null)).map((key) => rows.get(key) ?? -1);
    const wanted = new Map<string, { readonly corner: Corner; cell: Written }>();
    const gone: MovedNotes["lost"][number][] = [];
    const put = (corner: Corner, cell: Written) => wanted.set(`${corner.row},${corner.column}`, { corner, cell });
    const notes = from.flatMap((line, r) =>
      line.flatMap((cell, c) =>
        isBlank(cell) ? [] : [{ row: one.from.row + r, column: one.from.column + c, cell, r }],
      ),
    );
    for (const { row, column } of notes) put({ row, column }, null);
    for (const { row, column, cell, r } of notes) {
      if (targets[r]! < 0) gone.push({ sheet: one.sheet, row, column, cell });
      else
        put(
          { row: one.to.row + targets[r]!, column },
          absolute(relative(cell, row, column), one.to.row + targets[r]!, column),
        );
    }
    const now = ({ row, column }: Corner): Written =>
      cellIn(one.from, from, row, column) ?? cellIn(one.to, to, row, column) ?? null;
    const sources = new Set(notes.map(({ row, column }) => `${row},${column}`));
    const changed = [...wanted].filter(([, { corner, cell }]) => !same(now(corner), cell));
    if (changed.some(([key, { corner }]) => !sources.has(key) && !isBlank(now(corner)))) return;
    lost.push(...gone);
    for (const [, { corner, cell }] of changed) {
      cells.push({ block: one.block, sheet: one.sheet, ...corner, before: now(corner), after: cell });
    }
  });
  return { cells, lost };
}

const isBlank = (cell: Written) => cell === null || cell === "";
const same = (a: Written, b: Written) => JSON.stringify(a) === JSON.stringify(b);

function cellIn(at: Area, cells: Cells, row: number, column: number): Written | undefined {
  return hasCell(at, row, column) ? cells[row - at.row]?.[column - at.column] : undefined;
}

/** Each row by its first cell; the second row of the same name is another one. */
function keysOf(names: readonly Written[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const text = JSON.stringify(name);
    const nth = seen.get(text) ?? 0;
    seen.set(text, nth + 1);
    return `${text} ${nth}`;
  });
}

const rowsByKey = (names: readonly Written[]) => new Map(keysOf(names).map((key, row) => [key, row]));
