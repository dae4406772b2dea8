import type { Cell } from "../plan/cells.ts";
import type { Located } from "../plan/locate.ts";
import { PPM, type Settings } from "../plan/plan.ts";
import { ENGAGEMENTS } from "../plan/tables.ts";
import { listed } from "../sheets/words.ts";
import type { RowWrite } from "./adopt-writes.ts";
import { formError } from "./allocations-table.ts";

/** The row as the columns of its table can say it: FTE where there are no hours, and nothing where an empty cell means the same. */
export function fitted(write: RowWrite, { columns }: Located, { fullTimeWeek }: Settings): RowWrite {
  const cells = new Map<string, Cell>(write.cells);
  for (const [key, cell] of write.cells) {
    if (columns.has(key)) continue;
    if (isUsual(write, key, cell)) cells.delete(key);
    if (!HOURS.has(key) || typeof cell !== "number" || !columns.has("fte")) continue;
    cells.delete(key);
    cells.set("fte", Math.round((cell * 60 * PPM) / fullTimeWeek) / PPM);
  }
  return { ...write, cells };
}

const HOURS: ReadonlySet<string> = new Set(["weeklyHours", "hoursAWeek"]);

/** An empty cell, one that goes on to inherit, or new work in a table without statuses, all of whose work is confirmed. */
const isUsual = ({ table, where, inherits }: RowWrite, key: string, cell: Cell): boolean =>
  cell === null || inherits === true || (table === ENGAGEMENTS && where === "new" && USUAL.get(key) === cell);
const USUAL: ReadonlyMap<string, Cell> = new Map([["status", "confirmed"]]);

/** Refuse rows that need columns which their tables do not have, all of them named at once. */
export function refuseMissing(all: readonly { readonly at: Located; readonly writes: readonly RowWrite[] }[]): void {
  const lacking = all.flatMap(({ at, writes }) => {
    const keys = new Set(writes.flatMap(({ cells }) => [...cells.keys()]).filter((key) => !at.columns.has(key)));
    return keys.size === 0 ? [] : [{ at, headings: [...keys].map((key) => at.table.columns[key]?.heading ?? key) }];
  });
  if (lacking.length === 0) return;
  const tables = lacking.map(({ at: { table, sheet }, headings }) => {
    const columns = headings.length === 1 ? "column" : "columns";
    return `the table ${table.name} on ${sheet} has no ${columns} ${listed(headings)}`;
  });
  const headings = lacking.flatMap((one) => one.headings);
  const why = listed(tables);
  throw formError(
    why.replace(/^t/, "T"),
    headings.length === 1 ? `Maybe add a column headed ${listed(headings)}.` : "Maybe add columns headed so.",
  );
}
