import type { Line } from "../imports/found.ts";
import { partsOf } from "../imports/identity.ts";
import type { Import } from "../imports/read.ts";
import { differing, type RowChange } from "./import-differ.ts";
import { cellAt, type Destination, type Standing } from "./import-place.ts";
import type { Mode } from "./import-request.ts";
import { besideNew, settledWith } from "./import-worked.ts";

/** What an import makes of the rows of one table. */
export interface RowChanges {
  readonly place: Destination;
  readonly added: readonly Line[];
  readonly changed: readonly RowChange[];
  /** Rows of earlier imports whose minutes follow from the new rows: what is rounded with them, or corrected by them. */
  readonly adjusted: readonly RowChange[];
  readonly same: number;
  /** Rows that this source once gave and now does not, within the days of the file. */
  readonly gone: readonly number[];
  /** Of these, rows that stand on a day, person and engagement to which the file has new ones: they may be the same, changed. */
  readonly doubtful: number;
}

/** Compare the file's rows with those that earlier imports left, by their keys. */
export function changesOf(found: Import, place: Destination, lines: readonly Line[], mode: Mode): RowChanges {
  if (place.at === null) return { place, added: lines, changed: [], adjusted: [], same: 0, gone: [], doubtful: 0 };
  const ours = rowsOf(found, place);
  const unmatched = new Map(ours);
  const added: Line[] = [];
  const both: { readonly line: Line; readonly row: number }[] = [];
  for (const line of lines) {
    const { key } = partsOf(line.key);
    const row = unmatched.get(key);
    if (row === undefined) added.push(line);
    else both.push({ line, row });
    unmatched.delete(key);
  }
  const isInPeriod = periodOf(found, place);
  const gone = [...unmatched.values()].filter(isInPeriod);
  const doubtful = besideNew(place, added, gone);
  if (lines.some(({ seconds }) => seconds !== undefined)) {
    const leaving = new Set(mode === "replace" ? gone : []);
    const settled = settledWith(place, { added, both, others: [...unmatched], leaving }, mode === "append");
    return { place, gone, doubtful, ...settled };
  }
  const changed = both
    .map(({ line, row }) => ({ line, row, columns: differing(place, row, line) }))
    .filter(({ columns }) => columns.length > 0);
  return { place, added, changed, adjusted: [], same: both.length - changed.length, gone, doubtful };
}

/** Rows of the file's own source by their key; of two with one key the first. */
function rowsOf(found: Import, place: Standing): Map<string, number> {
  const rows = new Map<string, number>();
  const isOurs = ownerOf(found);
  for (let row = place.at.row + 1; row <= place.at.lastRow; row++) {
    const cell = cellAt(place, row, place.key);
    if (typeof cell !== "string" || cell === "" || !isOurs(cell)) continue;
    const { key } = partsOf(cell);
    if (!rows.has(key)) rows.set(key, row);
  }
  return rows;
}

function ownerOf({ lines, source }: Import): (key: string) => boolean {
  const first = lines[0]?.key ?? `${source} `;
  const words = / (person|project) /.test(first) ? 2 : 1;
  const start = `${first.split(" ").slice(0, words).join(" ")} `;
  return (key) => key.startsWith(start);
}

const DAYS = ["day", "from", "opened"] as const;
/** Tables that a file holds for some days only; of the others it holds everything. */
const BY_PERIOD = new Set(["Actuals", "Leave", "Tickets", "Allocations"]);

function periodOf({ lines }: Import, place: Standing): (row: number) => boolean {
  if (!BY_PERIOD.has(place.table.name)) return () => true;
  const column = DAYS.map((key) => place.columns.get(key)).find((at) => at !== undefined);
  let [first, last] = [Infinity, -Infinity];
  for (const line of lines) {
    if (line.day === null) continue;
    first = Math.min(first, line.day);
    last = Math.max(last, line.day);
  }
  return (row) => {
    const day = column === undefined ? null : cellAt(place, row, column);
    return typeof day === "number" && day >= first && day <= last;
  };
}

/** How many rows a mode writes, takes away and leaves. */
export function countsOf({ added, changed, adjusted, same, gone, doubtful }: RowChanges, mode: Mode) {
  return {
    added: added.length,
    changed: mode === "append" ? 0 : changed.length,
    left: mode === "append" ? changed.length : 0,
    same,
    gone: mode === "replace" ? gone.length : 0,
    stale: mode === "replace" ? 0 : gone.length,
    adjusted: adjusted.length,
    doubtful: mode === "replace" ? 0 : doubtful,
  };
}
