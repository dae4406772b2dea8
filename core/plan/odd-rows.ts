import { type Cell, isBlank } from "./cells.ts";
import { isHeadingOf } from "./headings.ts";
import { nameKey } from "./names.ts";
import type { Table } from "./table.ts";
import { TABLES } from "./tables.ts";

const TOTALS: ReadonlySet<string> = new Set([
  ...["total", "totals", "grand total", "sub total", "subtotal", "sub-total", "sum", "overall", "all"],
  ...["summe", "gesamt", "gesamtsumme", "zwischensumme", "total général", "suma"],
]);
const STARTS_LIKE_TOTALS = /^(grand |sub-? ?)?(totals?|sum|summe|gesamt)\b/;

const HEADINGS: ReadonlySet<string> = new Set(
  TABLES.flatMap((table) => Object.values(table.columns).flatMap(({ heading, also }) => [heading, ...also])).map(
    nameKey,
  ),
);

/** Whether a name key is a word that rows of totals or repeated headings start with, so that its row needs a second look. */
export const isOddName = (key: string): boolean => HEADINGS.has(key) || TOTALS.has(withoutColon(key));

/** The position of the cell that makes a row look like a row of totals, or -1: its first cell says so. */
export function totalsAt(row: readonly Cell[], lacksName: boolean): number {
  const at = row.findIndex((cell) => !isBlank(cell));
  const first = row[at];
  if (typeof first !== "string") return -1;
  const key = withoutColon(nameKey(first));
  return TOTALS.has(key) || (lacksName && STARTS_LIKE_TOTALS.test(key)) ? at : -1;
}

/** Whether a row holds the headings again, as lists that were pasted together do. */
export function repeatsHeadings(table: Table, columns: ReadonlyMap<string, number>, row: readonly Cell[]): boolean {
  let repeated = 0;
  for (const [key, at] of columns) if (isHeadingOf(table, key, row[at] ?? null)) repeated += 1;
  return repeated >= 2;
}

const withoutColon = (key: string): string => (key.endsWith(":") ? key.slice(0, -1).trimEnd() : key);
