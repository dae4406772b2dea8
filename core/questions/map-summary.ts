import { NO_AMOUNTS } from "../layouts/units-across.ts";
import { type Cell, type CellRange, isBlank, shown } from "../plan/cells.ts";
import { a1 } from "../sheets/a1.ts";
import { counted, dayMonthYear } from "../sheets/words.ts";
import { dayNumber } from "../units.ts";

/** Rows of one of the plan's tables under its own headings, and where each stands. */
export interface Rows {
  readonly table: string;
  readonly cells: CellRange;
  readonly places: readonly { readonly row: number; readonly column: number }[];
}

/** "37 allocations of 4 people to 5 engagements, 5 Jan 2026 to 15 Feb 2026, 412 h in all" */
export function summaryOf(tables: readonly Rows[]): readonly string[] {
  return tables.map(({ table, cells }) => {
    const [headings = [], ...rows] = cells;
    const get = (row: readonly Cell[], heading: string) => row[headings.indexOf(heading)] ?? null;
    const names = (heading: string) => new Set(rows.map((row) => get(row, heading)).filter((cell) => !isBlank(cell)));
    const days = rows.flatMap((row) => ["From", "To", "Day"].map((heading) => get(row, heading))).filter(isNumber);
    const total = rows.map((row) => get(row, table === "Actuals" ? "Hours" : "Total hours")).filter(isNumber);
    const [one, many] = ROW_OF[table] ?? ["row", "rows"];
    if (rows.length === 0 && table === "Allocations") return `No allocations. ${NO_AMOUNTS}`;
    return [
      `${counted(rows.length, one, many)}`,
      ...(names("Person").size > 0 ? [` of ${counted(names("Person").size, "person", "people")}`] : []),
      ...(names("Engagement").size > 0 ? [` to ${counted(names("Engagement").size, "engagement")}`] : []),
      ...(days.length > 0
        ? [`, ${dayMonthYear(dayNumber(least(days)))} to ${dayMonthYear(dayNumber(most(days)))}`]
        : []),
      ...(total.length > 0 ? [`, ${Math.round(total.reduce((sum, n) => sum + n, 0) * 100) / 100} h in all`] : []),
    ].join("");
  });
}

const ROW_OF: Readonly<Record<string, readonly [string, string]>> = {
  People: ["contract", "contracts"],
  Allocations: ["allocation", "allocations"],
  Leave: ["leave", "leaves"],
  Holidays: ["holiday", "holidays"],
  Actuals: ["day of work", "days of work"],
  Fees: ["fee", "fees"],
};

const isNumber = (cell: Cell): cell is number => typeof cell === "number";
const least = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.min(a, b));
const most = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b));

/** "E5: Dana Kim, Harbour portal, 5 Jan 2026 to 11 Jan 2026, Total hours 16": a cell, and the row that it makes. */
export function examplesOf({ cells, places }: Rows, above: number): readonly string[] {
  const [headings = [], ...rows] = cells;
  return rows.slice(0, 2).map((row, i) => {
    const parts = headings.flatMap((heading, column) => {
      const cell = row[column] ?? null;
      if (isBlank(cell)) return [];
      const name = String(heading);
      if (name === "From" || name === "Day") return [dayText(cell)];
      if (name === "To") return [`to ${dayText(cell)}`];
      if (name === "Billable") return [cell === true ? "billable" : "not billable"];
      if (name === "Share") return [`${Math.round(Number(cell) * 1e4) / 100} %`];
      if (name === "Hours") return [`${Math.round(Number(cell) * 100) / 100} h`];
      return [NAMED.has(name) ? `${name} ${shown(rounded(cell))}` : shown(cell)];
    });
    return `${a1({ row: above + places[i]!.row, column: places[i]!.column })}: ${parts.join(", ")}`;
  });
}

/** Numbers and words that would not be understood without their heading. */
const NAMED: ReadonlySet<string> = new Set([
  "Hours a day",
  "Hours a week",
  "Weekly hours",
  "FTE",
  "Total hours",
  "Note",
]);

const dayText = (cell: Cell): string => (isNumber(cell) ? dayMonthYear(dayNumber(Math.floor(cell))) : shown(cell));

const rounded = (cell: Cell): Cell => (isNumber(cell) ? Math.round(cell * 1e4) / 1e4 : cell);
