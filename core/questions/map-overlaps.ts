import { isProposal } from "../finding/propose.ts";
import type { FoundTable } from "../layouts/index.ts";
import { a1 } from "../sheets/a1.ts";
import { counted } from "../sheets/words.ts";
import type { Candidate } from "./map-found.ts";

/** Fewer rows alike than this may be alike by accident. */
const FEWEST = 2;
const KEYS = ["Person", "Engagement", "From", "To", "Day"];

/** What is said of tables that hold the same people, work and days as another one: together they would count twice. */
export function overlapsIn(all: readonly Candidate[]): ReadonlyMap<string, readonly Overlap[]> {
  const tables = all.flatMap(({ id, found, fitting }) =>
    isProposal(found) && fitting?.map.use !== false
      ? found.tables.map((table) => ({ id, table, row: found.row, keys: keysOf(table) }))
      : [],
  );
  const said = new Map<string, Overlap[]>();
  for (const one of tables) {
    for (const other of tables) {
      if (other.id === one.id || other.table.table !== one.table.table) continue;
      const alike = one.keys.findIndex((key) => other.keys.includes(key));
      const others = new Set(other.keys);
      const count = one.keys.filter((key) => others.has(key)).length;
      if (count < FEWEST || count * 2 < Math.min(one.keys.length, other.keys.length)) continue;
      const { row, column } = one.table.places[alike]!;
      const says = `and ${counted(count - 1, "row")} more hold the same people, work and days as ${other.id}: with both accepted they count twice. Maybe leave one of them out.`;
      said.set(one.id, [
        ...(said.get(one.id) ?? []),
        { a1: a1({ row: one.row + row, column }), severity: "warning", says },
      ]);
    }
  }
  return said;
}
export interface Overlap {
  readonly a1: string;
  readonly severity: "warning";
  readonly says: string;
}

/** Rows of a table by who does what when. */
function keysOf({ table, cells }: FoundTable): readonly string[] {
  if (table !== "Allocations" && table !== "Actuals") return [];
  const [headings = [], ...rows] = cells;
  const columns = KEYS.map((heading) => headings.indexOf(heading)).filter((column) => column >= 0);
  return rows.map((row) => JSON.stringify(columns.map((column) => row[column] ?? null)));
}
