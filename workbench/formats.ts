import type { Shown, Shows } from "../core/functions/shows.ts";
import type { CellRange } from "../core/plan/cells.ts";

/** 1 January 2000 to the end of 2099, as day numbers: no plan has so many hours in a heading. */
const FIRST_DAY = 36526;
const LAST_DAY = 73050;

/** How the cells of a result look: this engine lets a function say so, so that shares and days do not show as plain numbers. */
export function formatsOf(shown: Shown, rows: CellRange): (row: number, column: number) => string | undefined {
  const isMatrix = rows.length > 1 || (rows[0]?.length ?? 0) > 1;
  const headings = isMatrix ? rows[0]! : [];
  const body = isMatrix ? rows.slice(1) : rows;
  // Columns of periods are of one measure, and amounts of one currency: they look alike.
  const alike = shown === "money" || headings.some((heading) => typeof heading === "number");
  const formats = (rows[0] ?? []).map((_, column) => {
    const shows = typeof shown === "string" ? shown : (shown[String(headings[column])] ?? "number");
    return FORMATS[shows](alike ? body.flat() : body.map((row) => row[column]));
  });
  const days = headings.map((heading) => DAY_HEADING.test(String(heading)));
  return (row, column) => {
    const value = rows[row]?.[column];
    if (typeof value !== "number") return undefined;
    if (isMatrix && row === 0) return isDay(value) ? "d mmm yyyy" : undefined;
    return days[column] && isDay(value) ? "yyyy-mm-dd" : formats[column];
  };
}

const FORMATS: { readonly [S in Shows]: (values: readonly unknown[]) => string | undefined } = {
  share: () => "0.0%",
  money: moneyFormat,
  number: (values) => (values.some(hasPart) ? "#,##0.0" : undefined),
};

const DAY_HEADING = /\b(from|to|day|week|month|period|first|last|until|earliest|date)\b/i;

const isDay = (value: unknown): boolean =>
  typeof value === "number" && Number.isInteger(value) && value >= FIRST_DAY && value <= LAST_DAY;

const hasPart = (value: unknown): boolean => typeof value === "number" && !Number.isInteger(value);

/**
 * Amounts with the decimals of their minor unit, which has three at most: a dinar's where there is a third, a cent's where there are
 * fewer, none in whole yen.
 */
function moneyFormat(values: readonly unknown[]): string | undefined {
  const numbers = values.filter((value) => typeof value === "number");
  const hasMore = (decimals: number) =>
    numbers.some((value) => Math.abs(value - Math.round(value * 10 ** decimals) / 10 ** decimals) > 1e-9);
  if (hasMore(3)) return "#,##0.00";
  if (hasMore(2)) return "#,##0.000";
  return hasMore(0) ? "#,##0.00" : "#,##0";
}
