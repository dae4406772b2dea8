import { isoDate } from "../plan/calendar.ts";
import type { Cell, CellRange } from "../plan/cells.ts";
import type { KindName } from "../plan/kinds.ts";
import { type DayNumber, dayNumber } from "../units.ts";

/** Starts of text that a spreadsheet would take for a formula when it opens the file. */
const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/;
const DAYS: ReadonlySet<KindName> = new Set<KindName>(["day", "moment"]);
const LAST_DAY = 2_958_465;

/** Rows as CSV (RFC 4180): days as 2026-03-02, numbers with a point, and text that stays text wherever the file is opened. */
export const csvOf = (cells: CellRange, kinds: readonly (KindName | null)[]): string =>
  cells.map((row) => kinds.map((kind, column) => fieldOf(row[column] ?? null, kind)).join(",")).join("\r\n");

function fieldOf(cell: Cell, kind: KindName | null): string {
  if (cell === null) return "";
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  if (typeof cell === "number") return isDay(cell, kind) ? isoDate(dayNumber(Math.floor(cell))) : plain(cell);
  return quoted(FORMULA.test(cell) ? `'${cell}` : cell);
}

export const isDayKind = (kind: KindName | null): boolean => kind !== null && DAYS.has(kind);

const isDay = (cell: number, kind: KindName | null): cell is DayNumber =>
  isDayKind(kind) && cell >= 1 && cell <= LAST_DAY;

/** No exponent, which a spreadsheet might show as it is. */
const plain = (value: number): string =>
  Number.isFinite(value) ? (/e/.test(String(value)) ? value.toFixed(12).replace(/0+$/, "") : String(value)) : "";

const quoted = (text: string): string => (/[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
