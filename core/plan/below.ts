import { isHeader } from "../layouts/blocks.ts";
import { isRefused, type Layouts } from "../layouts/found.ts";
import { type Known as Headings, knownRole } from "../layouts/headers.ts";
import type { Problem } from "../problems.ts";
import { columnLetters } from "./address.ts";
import { type Cell, type CellRange, isBlank, isBlankRow, shown } from "./cells.ts";
import { meaningsOf } from "./headings.ts";
import { isMapRow } from "./map-rows.ts";
import { type Header, headerAt, headerOf, isSure } from "./recognise.ts";
import type { Source } from "./sources.ts";
import { MAPS } from "./tables.ts";

/** Its headings are those of one of the plan's tables, and nothing else is known of it. */
export const isComplete = (header: Header | null, found: Layouts): boolean =>
  header !== null && header.missing.length === 0 && !(isRefused(found) && found.worked === true);

/** A range that goes on below a table is said where it cannot be read: what was read above it counts. */
export function unreadBelow({ cells, skipped = 0, under = "" }: Source, found: Layouts): Problem {
  const row = Math.max(
    0,
    cells.findIndex((line) => !isBlankRow(line)),
  );
  const column = Math.max(
    0,
    (cells[row] ?? []).findIndex((cell) => !isBlank(cell)),
  );
  const reason = isRefused(found) ? found.refused.replace(/\.$/, "").replace(/^./, (one) => one.toLowerCase()) : "";
  const because = reason === "" ? "its headings are none that say whose hours of which days the cells are" : reason;
  return {
    code: "HR-269",
    at: [{ table: under, row: skipped + row + 1, column: `column ${columnLetters(column)}` }],
    value: shown(cells[row]?.[column] ?? null),
    why: `starts something below the first table of its range that is not read: ${because}`,
    hint: "Maybe give each table a range of its own.",
  };
}

/** A range that a formula was given may go on, below one of the plan's tables, with another table: each is read as what it is. */
export function below(source: Source): readonly Source[] {
  const { cells, row, above, likely } = source;
  if (row !== undefined || above !== undefined) return [source];
  const header = headerOf(cells, source.sheet, likely);
  if (header === null || !isSure(header, cells[header.row]!)) return [source];
  const { skipped = 0 } = source;
  const team = teamTable(cells, header.row);
  if (team !== null) {
    const top = topOf(cells, header.row, team + 2);
    return [
      { ...source, cells: cells.slice(0, top) },
      ...below({ ...source, cells: cells.slice(top), skipped: skipped + top }),
    ];
  }
  const start = nextTable(cells, header);
  if (start === null) return [source];
  const rest = { ...source, cells: cells.slice(start), skipped: skipped + start, under: header.table.name };
  return [{ ...source, cells: cells.slice(0, start) }, ...below(rest)];
}

/** The row in which another table starts below one of the plan's own: its headings, or the titles right above them. */
function nextTable(cells: CellRange, header: Header): number | null {
  const known: Headings = new Map();
  for (let row = header.row + 2; row < cells.length; row++) {
    const line = cells[row]!;
    const first = line.find((cell) => !isBlank(cell));
    if (typeof first !== "string" || !startsTable(first, known)) continue;
    if (header.table === MAPS && isMapRow(cells, row, header.columns, 0, line.length - 1)) continue;
    const own = headerAt(line, row);
    const isOther = own !== null && own.missing.length === 0 && own.table !== header.table && isSure(own, line);
    const isSame = own !== null && own.table === header.table && own.missing.length <= header.missing.length;
    if (!isOther && (isSame || !isHeader(line, known))) continue;
    return topOf(cells, row, header.row + 1);
  }
  return null;
}

/** A team's own headings above one of the plan's tables, with rows of their own. */
function teamTable(cells: CellRange, before: number): number | null {
  const known: Headings = new Map();
  const row = cells.slice(0, before).findIndex((line) => isHeader(line, known));
  const has = (line: readonly Cell[]) => line.filter((cell) => !isBlank(cell)).length > 1;
  return row >= 0 && cells.slice(row + 1, before).some(has) ? row : null;
}

/** Titles right above a header belong to it. */
function topOf(cells: CellRange, row: number, least: number): number {
  let top = row;
  while (top > least && isTitle(cells[top - 1]!)) top -= 1;
  return top;
}

/** Does a text head a column of a plan, ours or a team's? */
const startsTable = (text: string, known: Headings): boolean =>
  meaningsOf(text).length > 0 || knownRole(text, known) !== null;

/** A text alone in its row, or nothing. */
const isTitle = (row: readonly Cell[]): boolean => {
  const filled = row.filter((cell) => !isBlank(cell));
  return filled.length === 0 || (filled.length === 1 && typeof filled[0] === "string");
};
