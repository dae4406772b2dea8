import { dayOf, isoDate } from "../plan/calendar.ts";
import type { Cell, CellRange } from "../plan/cells.ts";
import { dayNumber } from "../units.ts";

/** A table in markdown: a heading row and rows of texts. */
export function markdownTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(" | ")} |`;
  return [line(headings), line(headings.map(() => "---")), ...rows.map(line)].join("\n");
}

/** What an example gives, as a planner sees it: one value on a line, or a table whose day numbers are shown as dates. */
export function shownResult(gives: Cell | CellRange): string {
  if (!Array.isArray(gives)) return `→ **${text(gives as Cell)}**`;
  const [headings = [], ...rows] = gives as CellRange;
  const days = new Set(headings.flatMap((cell, i) => (DAY_COLUMNS.has(String(cell)) ? [i] : [])));
  return markdownTable(
    headings.map((cell, i) => (i > 0 && isDay(cell) ? date(cell) : text(cell))),
    rows.map((row) => row.map((cell, i) => (days.has(i) && typeof cell === "number" ? date(cell) : text(cell)))),
  );
}

/** Columns that hold days; every other number below a heading is a quantity. */
const DAY_COLUMNS: ReadonlySet<string> = new Set(["Period", "From", "To", "First hit"]);

/** Since 2000: a heading may also say how many weeks ahead. */
const isDay = (cell: Cell): cell is number => typeof cell === "number" && cell >= dayOf(2000, 1, 1);
const date = (cell: number) => isoDate(dayNumber(cell));
const text = (cell: Cell) => String(cell ?? "");
const escaped = (cell: string) => cell.replace(/\|/g, "\\|").replace(/\s*\n\s*/g, " ");
