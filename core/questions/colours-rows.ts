import type { Line } from "../imports/found.ts";
import { type Shaded, shadedLeave, shadedTables } from "../layouts/coloured.ts";
import { type FoundTable, isRefused, type LayoutProblem, type Place } from "../layouts/found.ts";
import type { Cell } from "../plan/cells.ts";
import { TABLES } from "../plan/tables.ts";
import { a1 } from "../sheets/a1.ts";
import { dayNumber } from "../units.ts";
import type { Coloured } from "./colours.ts";

/** What a colour can mean, and the part of their time that somebody then works. */
const SHARES: ReadonlyMap<string, number> = new Map([
  ["All of their time", 1],
  ["Half of their time", 0.5],
  ["A day a week", 0.2],
]);
export const OFF = "Day off";
export const NOTHING = "Nothing";

/** What a sheet's colours can mean: work only where it can be told which. */
export const meaningsFor = (isWork: boolean): readonly string[] => [...(isWork ? SHARES.keys() : []), OFF, NOTHING];

/** Why none of a sheet's cells can be work; "" where they can. */
export function noWork({ cells, known, colours }: Coloured): string {
  const all = colours.flatMap(([, places]) => places.map((place) => ({ ...place, share: 1 })));
  const found = shadedTables(cells, known, all);
  return isRefused(found) ? found.refused : "";
}

/** The rows of the plan that a sheet's colours stand for. */
export interface Taken {
  readonly lines: readonly Line[];
  /** Cells with a meaning that cannot be read, and why the first cannot. */
  readonly left: number;
  readonly why: string;
}

export function takenFrom(coloured: Coloured, means: ReadonlyMap<string, string>): Taken {
  const { cells, known, colours } = coloured;
  const work: Shaded[] = [];
  const off: Place[] = [];
  for (const [colour, places] of colours) {
    const word = means.get(colour) ?? NOTHING;
    const share = SHARES.get(word);
    if (share !== undefined) work.push(...places.map((place) => ({ ...place, share })));
    if (word === OFF) off.push(...places);
  }
  const found = shadedTables(cells, known, work);
  const leave = shadedLeave(cells, known, off);
  const tables = [...(isRefused(found) ? [] : found), ...(leave === null ? [] : [leave])].filter(
    ({ table }) => table === "Allocations" || table === "Leave",
  );
  const lines = tables.flatMap((table) => linesOf(coloured, table));
  const used = new Set(tables.flatMap(({ places }) => places.map(({ row, column }) => `${row},${column}`)));
  const unread = [...work, ...off].filter(({ row, column }) => !used.has(`${row},${column}`));
  const problems = tables.flatMap((table) => table.problems).filter(({ severity }) => severity === "error");
  return { lines, left: unread.length, why: isRefused(found) ? found.refused : whyOf(coloured, problems[0]) };
}

const whyOf = ({ above }: Coloured, problem: LayoutProblem | undefined): string =>
  problem === undefined ? "" : `${a1({ row: above + problem.row, column: problem.column })} ${problem.why}`;

/** Each cell is a row; of several people in it each has one. */
function linesOf({ id, above, colours }: Coloured, { table, cells, places }: FoundTable): readonly Line[] {
  const columns = Object.entries(TABLES.find(({ name }) => name === table)!.columns);
  const keys = (cells[0] ?? []).map((heading) => columns.find(([, column]) => column.heading === heading)?.[0] ?? "");
  const colourAt = new Map(
    colours.flatMap(([colour, own]) => own.map((place) => [`${place.row},${place.column}`, colour] as const)),
  );
  const seen = new Map<string, number>();
  return places.map(({ row, column }, i) => {
    const line = cells[i + 1]!;
    const held = keys
      .map((key, at): readonly [string, Cell] => [key, line[at] ?? null])
      .filter(([key, cell]) => cell !== null || (table === "Leave" && key === "hoursADay"));
    const cell = a1({ row: above + row, column });
    const nth = (seen.get(cell) ?? 0) + 1;
    seen.set(cell, nth);
    const key = `colours ${id}!${cell}${nth === 1 ? "" : ` ${nth}`} ${colourAt.get(`${row},${column}`)!}`;
    const from = line[keys.indexOf("from")];
    const day = typeof from === "number" ? dayNumber(from) : null;
    return { table, key, cells: new Map(held), minutes: null, day };
  });
}

const KEY = /^colours (.*)!([A-Z]+\d+(?: \d+)?) (#[0-9a-f]{6})$/;

/** The table, cell and colour that a row was taken from; null for any other row. Of several rows of one cell, the cell has a number behind it. */
export function cellOfKey(key: Cell): { readonly id: string; readonly cell: string; readonly colour: string } | null {
  const [, id, cell, colour] = (typeof key === "string" && KEY.exec(key)) || [];
  return id === undefined || cell === undefined || colour === undefined ? null : { id, cell, colour };
}

/** What a row that was taken in says its cell's colour means. */
export function wordOf(table: string, share: Cell): string | null {
  if (table === "Leave") return OFF;
  return [...SHARES].find(([, one]) => one === share)?.[0] ?? null;
}
