import type { CellRange } from "../core/plan/cells.ts";

/** Functions whose numbers are shares, unless the planner asked for another measure. */
const SHARES = new Set(["UTILIZATION", "ONTIME", "SHORTFALLODDS", "FORECASTACCURACY"]);

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
  const days = headings.map((heading) => DAY_HEADING.test(String(heading)));
  return (row, column) => {
    const value = rows[row]?.[column];
    if (typeof value !== "number") return undefined;
    if (isMatrix && row === 0) return isDay(value) ? "d mmm yyyy" : undefined;
    if (days[column] && isDay(value)) return "yyyy-mm-dd";
    if (share) return "0.0%";
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
