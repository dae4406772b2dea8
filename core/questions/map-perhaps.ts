import type { ShapeColumn } from "../finding/columns.ts";
import { TABLE_KEY } from "../finding/columns.ts";
import { type Feed, NOT_USED } from "../finding/means.ts";
import type { Perhaps } from "../finding/propose.ts";
import { usualWord } from "../finding/said-table.ts";
import { sheetOf } from "../layouts/sheet.ts";
import { type Cell, isBlankRow } from "../plan/cells.ts";
import { a1Range } from "../sheets/a1.ts";
import type { MapAnswer } from "./map-request.ts";
import { examplesOf, type Rows, summaryOf } from "./map-summary.ts";
import { columnView } from "./map-view.ts";

/** What has the headings of one of the plan's tables and may be something else, as its panel shows it. */
export function perhapsView(perhaps: Perhaps, answers: readonly MapAnswer[]) {
  const { row: above, header, doubt } = perhaps;
  const rows = rowsOf(perhaps);
  const read = sheetOf(perhaps.cells);
  const feed = FEEDS.find((one) => one === header.table.name);
  const columns = columnsOf(perhaps).map((one) => {
    const view = columnView(
      read,
      one,
      rows.places.map(({ row }) => row),
      feed === undefined ? [] : [feed],
      answers,
    );
    return one.columns[0] === doubt?.column ? { ...view, options: WHEN } : view;
  });
  const at = columns.length === 0 ? 0 : Math.min(...columnsOf(perhaps).map((one) => one.columns[0]!));
  const last = Math.max(header.row, ...rows.places.map(({ row }) => row));
  const area = { row: above + header.row, column: at, rows: last - header.row + 1, columns: columns.length };
  return {
    table: header.table.name,
    range: a1Range(area),
    headerRows: `row ${above + header.row + 1}`,
    columns,
    open: columns.filter(({ open }) => open).length,
    summary: summaryOf([rows]),
    examples: examplesOf(rows, above),
  };
}

const FEEDS: readonly Feed[] = ["Leave", "Allocations"];
/** What a column can hold that may say when work is. */
const WHEN: readonly string[] = ["First day", "Last day", NOT_USED];

/** Every headed column, with what it means in that table. */
export function columnsOf({ header, headings, cells, doubt }: Perhaps): readonly ShapeColumn[] {
  const own = new Set(header.columns.values());
  return headings.flatMap((cell, column): readonly ShapeColumn[] => {
    if (typeof cell !== "string" || cell.trim() === "") return [];
    const heading = cell.replace(/\s+/g, " ").trim();
    const as = cells[header.row]![column];
    const means = usualWord(String(as), header.table);
    const confidence =
      column === doubt?.column ? "unsure" : as !== cell ? "yours" : own.has(column) ? "sure" : "likely";
    return [{ columns: [column], heading, key: heading, means, confidence }];
  });
}

/** The rows under the plan's own headings. */
function rowsOf({ header, cells }: Perhaps): Rows {
  const columns = [...header.columns];
  const first = Math.min(...header.columns.values());
  const rows = cells.flatMap((line, row) => (row > header.row && !isBlankRow(line) ? [{ line, row }] : []));
  const line = (row: readonly Cell[]) => columns.map(([, column]) => row[column] ?? null);
  return {
    table: header.table.name,
    cells: [columns.map(([key]) => header.table.columns[key]!.heading), ...rows.map((one) => line(one.line))],
    places: rows.map(({ row }) => ({ row, column: first })),
  };
}

/** What Tables keeps of it: what every column means, and which table it is. */
export const perhapsColumns = (perhaps: Perhaps): ReadonlyMap<string, string> =>
  new Map([
    ...columnsOf(perhaps).map(({ key, means }) => [key, means] as const),
    [TABLE_KEY, perhaps.header.table.name],
  ]);
