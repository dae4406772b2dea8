import type { Line } from "../imports/found.ts";
import { layoutEnd, partsOf, withoutLayout } from "../imports/identity.ts";
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
  /** Rows in the days of the file that came from files of unknown tools with other headings: never gone. */
  readonly elsewhere: number;
  /** Of those that are gone, rows that stand on a day, person and engagement to which the file has new ones: they may be the same, changed. */
  readonly doubtful: number;
}

/** Compare the file's rows with those that earlier imports left, by their keys. */
export function changesOf(found: Import, place: Destination, lines: readonly Line[], mode: Mode): RowChanges {
  if (place.at === null)
    return { place, added: lines, changed: [], adjusted: [], same: 0, gone: [], elsewhere: 0, doubtful: 0 };
  const ours = rowsOf(found, place);
  const unmatched = new Map(ours);
  const added: Line[] = [];
  const both: { readonly line: Line; readonly row: number }[] = [];
  for (const line of lines) {
    const { bare, layout } = withoutLayout(partsOf(line.key).key);
    const there = unmatched.get(bare);
    if (there === undefined) added.push(line);
    else {
      // A row that two layouts have stays the first one's.
      const isSame = withoutLayout(there.key).layout === layout;
      both.push({ line: isSame ? line : { ...line, key: there.key }, row: there.row });
    }
    unmatched.delete(bare);
  }
  const isInPeriod = periodOf(found, place);
  const own = withoutLayout(`file x${layoutEnd(found.file)}`).layout;
  const left = [...unmatched.values()].filter(({ row }) => isInPeriod(row));
  const gone = left.filter((one) => withoutLayout(one.key).layout === own).map(({ row }) => row);
  const elsewhere = left.length - gone.length;
  const doubtful = besideNew(place, added, gone);
  if (lines.some(({ seconds }) => seconds !== undefined)) {
    const leaving = new Set(mode === "replace" ? gone : []);
    const others = [...unmatched.values()].map(({ key, row }) => [key, row] as const);
    const settled = settledWith(place, { added, both, others, leaving }, mode === "append");
    return { place, gone, elsewhere, doubtful, ...settled };
  }
  const changed = both
    .map(({ line, row }) => ({ line, row, columns: differing(place, row, line) }))
    .filter(({ columns }) => columns.length > 0);
  return { place, added, changed, adjusted: [], same: both.length - changed.length, gone, elsewhere, doubtful };
}

interface KeyedRow {
  readonly key: string;
  readonly row: number;
}

/** Rows of the file's own source by their key, whatever layout they came in; of two with one key the first. */
function rowsOf(found: Import, place: Standing): Map<string, KeyedRow> {
  const rows = new Map<string, KeyedRow>();
  const isOurs = ownerOf(found);
  for (let row = place.at.row + 1; row <= place.at.lastRow; row++) {
    const cell = cellAt(place, row, place.key);
    if (typeof cell !== "string" || cell === "" || !isOurs(cell)) continue;
    const { key } = partsOf(cell);
    const { bare } = withoutLayout(key);
    if (!rows.has(bare)) rows.set(bare, { key, row });
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
export function countsOf({ added, changed, adjusted, same, gone, elsewhere, doubtful }: RowChanges, mode: Mode) {
  return {
    added: added.length,
    changed: mode === "append" ? 0 : changed.length,
    left: mode === "append" ? changed.length : 0,
    same,
    gone: mode === "replace" ? gone.length : 0,
    stale: mode === "replace" ? 0 : gone.length,
    elsewhere,
    adjusted: adjusted.length,
    doubtful: mode === "replace" ? 0 : doubtful,
  };
}
