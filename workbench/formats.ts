import type { CellRange } from "../core/plan/cells.ts";

/** Functions whose numbers are shares, unless the planner asked for another measure. */
const SHARES = new Set(["UTILIZATION", "ONTIME", "SHORTFALLODDS", "FORECASTACCURACY"]);

/** Functions whose numbers are money, and the heading under which others have some. */
const MONEY = new Set(["MARGIN", "MARGINBRIDGE"]);
const MONEY_HEADING = /^margin$/i;

/** 1 January 2000 to the end of 2099, as day numbers: no plan has so many hours in a heading. */
const FIRST_DAY = 36526;
const LAST_DAY = 73050;

/** How the cells of a result look: this engine lets a function say so, so that days do not show as numbers. */
export function formatsOf(name: string, rows: CellRange): (row: number, column: number) => string | undefined {
  const isMatrix = rows.length > 1;
  const headings = isMatrix ? rows[0]! : [];
  const body = isMatrix ? rows.slice(1) : rows;
  const share = SHARES.has(name) && body.flat().every(isShare);
  const byPeriod = headings.some(isDay);
  const parts = byPeriod
    ? [body.some(hasParts)]
    : (body[0] ?? []).map((_, column) => body.some((row) => hasParts([row[column]])));
  const money = MONEY.has(name) ? moneyFormat(body.flat()) : undefined;
  const moneyOf = headings.map((heading, column) =>
    MONEY_HEADING.test(String(heading)) ? moneyFormat(body.map((row) => row[column])) : money,
  );
  const days = headings.map((heading) => DAY_HEADING.test(String(heading)));
  return (row, column) => {
    const value = rows[row]?.[column];
    if (typeof value !== "number") return undefined;
    if (isMatrix && row === 0) return isDay(value) ? "d mmm yyyy" : undefined;
    if (days[column] && isDay(value)) return "yyyy-mm-dd";
    if (share) return "0.0%";
    const amounts = isMatrix ? moneyOf[column] : money;
    if (amounts !== undefined) return amounts;
    return parts[byPeriod ? 0 : column] ? "#,##0.0" : undefined;
  };
}

const DAY_HEADING = /\b(from|to|day|week|month|period|first|last|until|earliest|date)\b/i;

const isDay = (value: unknown): boolean =>
  typeof value === "number" && Number.isInteger(value) && value >= FIRST_DAY && value <= LAST_DAY;

/** Columns of hours beside the shares would not stay so small. */
const isShare = (value: unknown): boolean => typeof value !== "number" || Math.abs(value) <= 10;

const hasParts = (row: readonly unknown[]): boolean =>
  row.some((value) => typeof value === "number" && !Number.isInteger(value));

/**
 * Amounts with the decimals of their minor unit, which has three at most: a dinar's where there is a third, a cent's where there are
 * fewer, none in whole yen. What has more than three everywhere small is a share.
 */
function moneyFormat(values: readonly unknown[]): string | undefined {
  const numbers = values.filter((value) => typeof value === "number");
  const hasMore = (decimals: number) =>
    numbers.some((value) => Math.abs(value - Math.round(value * 10 ** decimals) / 10 ** decimals) > 1e-9);
  if (hasMore(3)) return numbers.every(isShare) ? "0.0%" : "#,##0.00";
  if (hasMore(2)) return "#,##0.000";
  return hasMore(0) ? "#,##0.00" : "#,##0";
}
