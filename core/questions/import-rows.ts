import type { Line } from "../imports/found.ts";
import type { Import } from "../imports/read.ts";
import { type Cell, isBlank } from "../plan/cells.ts";
import { cellAt, type Destination, type Standing } from "./import-place.ts";
import type { Mode } from "./import-request.ts";

/** What an import makes of the rows of one table. */
export interface RowChanges {
  readonly place: Destination;
  readonly added: readonly Line[];
  readonly changed: readonly { readonly line: Line; readonly row: number; readonly columns: readonly number[] }[];
  readonly same: number;
  /** Rows that this source once gave and now does not, within the days of the file. */
  readonly gone: readonly number[];
}

/** Compare the file's rows with those that earlier imports left, by their keys. */
export function changesOf(found: Import, place: Destination, lines: readonly Line[]): RowChanges {
  if (place.at === null) return { place, added: lines, changed: [], same: 0, gone: [] };
  const rows = keysIn(place);
  const added: Line[] = [];
  const changed: { line: Line; row: number; columns: readonly number[] }[] = [];
  let same = 0;
  for (const line of lines) {
    const row = rows.get(line.key);
    if (row === undefined) {
      added.push(line);
      continue;
    }
    rows.delete(line.key);
    const columns = differing(place, row, line);
    if (columns.length === 0) same += 1;
    else changed.push({ line, row, columns });
  }
  const gone = [...rows]
    .filter(([key, row]) => isOurs(found, key) && isInPeriod(found, place, row))
    .map(([, row]) => row);
  return { place, added, changed, same, gone };
}

/** Rows by their key; of two with one key the first. */
function keysIn(place: Standing): Map<string, number> {
  const rows = new Map<string, number>();
  for (let row = place.at.row + 1; row <= place.at.lastRow; row++) {
    const key = cellAt(place, row, place.key);
    if (typeof key === "string" && key !== "" && !rows.has(key)) rows.set(key, row);
  }
  return rows;
}

function differing(place: Standing, row: number, { cells }: Line): readonly number[] {
  const columns: number[] = [];
  for (const [key, cell] of cells) {
    const column = place.columns.get(key);
    if (column !== undefined && !isSame(cellAt(place, row, column), cell)) columns.push(column);
  }
  return columns;
}

const SLIP = 1e-9;

function isSame(there: Cell, cell: Cell): boolean {
  if (typeof there === "number" && typeof cell === "number") return Math.abs(there - cell) < SLIP;
  if (isBlank(there) || isBlank(cell)) return isBlank(there) && isBlank(cell);
  const text = String(cell);
  // Some hosts show the apostrophe that keeps such text from being a formula.
  return String(there) === text || (/^[=＝]/.test(text) && String(there) === `'${text}`);
}

const isOurs = ({ lines, source }: Import, key: string): boolean => {
  const first = lines[0]?.key ?? `${source} `;
  const words = / (person|project) /.test(first) ? 2 : 1;
  return key.split(" ").slice(0, words).join(" ") === first.split(" ").slice(0, words).join(" ");
};

const DAYS = ["day", "from", "opened"] as const;
/** Tables that a file holds for some days only; of the others it holds everything. */
const BY_PERIOD = new Set(["Actuals", "Leave", "Tickets", "Allocations"]);

function isInPeriod({ lines }: Import, place: Standing, row: number): boolean {
  if (!BY_PERIOD.has(place.table.name)) return true;
  const column = DAYS.map((key) => place.columns.get(key)).find((at) => at !== undefined);
  const day = column === undefined ? null : cellAt(place, row, column);
  if (typeof day !== "number") return false;
  let [first, last] = [Infinity, -Infinity];
  for (const line of lines) {
    if (line.day === null) continue;
    first = Math.min(first, line.day);
    last = Math.max(last, line.day);
  }
  return day >= first && day <= last;
}

/** How many rows a mode writes, takes away and leaves. */
export function countsOf({ added, changed, same, gone }: RowChanges, mode: Mode) {
  return {
    added: added.length,
    changed: mode === "append" ? 0 : changed.length,
    left: mode === "append" ? changed.length : 0,
    same,
    gone: mode === "replace" ? gone.length : 0,
    stale: mode === "replace" ? 0 : gone.length,
  };
}
