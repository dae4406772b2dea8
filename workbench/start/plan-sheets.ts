import type { Area } from "../../core/host.ts";
import type { Edit } from "../../core/journal/change.ts";
import type { Pattern, SheetOp, Written } from "../../core/sheets/ops.ts";
import { helpers } from "../engine.ts";
import { xc } from "../sheet/places.ts";
import { typed } from "../sheet/text.ts";
import type { SheetData } from "../workbook.ts";

/** Rows below a table's last one that are ready to be typed into. */
const SPARE_ROWS = 120;

/** Number formats by the number the engine's data uses for them. */
export const FORMATS: Readonly<Record<number, Pattern>> = { 1: "yyyy-mm-dd", 2: "0.0%", 3: "#,##0.0", 4: "@" };
const FORMAT_OF = new Map(Object.entries(FORMATS).map(([id, pattern]) => [pattern, Number(id)]));

/**
 * An input sheet as data. Cell by cell, as commands do it, the five thousand rows of the large demo would take half a minute;
 * the engine reads them at once in a second.
 */
export function dataOf({ sheet, at, cells, dress = [] }: Edit): SheetData {
  const ready = cells.length + SPARE_ROWS;
  const formats = dress.flatMap((op): [string, number][] => {
    const id = op.do === "format" ? FORMAT_OF.get(op.pattern) : undefined;
    if (op.do !== "format" || id === undefined) return [];
    // Text among the rows guards itself where it must; the rows to come need the format.
    const area = op.pattern === "@" ? below(op.at, cells.length) : op.at;
    const rows = Math.min(area.rows, ready - area.row);
    return rows > 0 ? [[xc({ ...area, rows }), id]] : [];
  });
  return {
    id: sheet.toLowerCase(),
    name: sheet,
    rowNumber: at.row + cells.length + 1000,
    cells: contentsOf(cells),
    formats: Object.fromEntries(formats),
  };
}

const below = (area: Area, row: number): Area =>
  area.row >= row ? area : { ...area, row, rows: area.rows - (row - area.row) };

/** What each cell is given, by its address. */
export function contentsOf(cells: readonly (readonly Written[])[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    cells.flatMap((row, r) =>
      row.flatMap((cell, c) => (cell === null ? [] : [[helpers.toXC(c, r), typed(cell, false).content] as const])),
    ),
  );
}

/** The names that formulas and drop-downs use. */
export const namesOf = (edits: readonly Edit[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    edits.flatMap(({ sheet, dress = [] }) =>
      dress.flatMap((op) => (op.do === "own" && op.at ? [[op.name, `${sheet}!${xc(op.at)}`] as const] : [])),
    ),
  );

/** What data does not say: looks, rules, drop-downs, notes and widths. */
export const opsOf = (edits: readonly Edit[]): readonly SheetOp[] =>
  edits.flatMap(({ sheet, dress = [] }): SheetOp[] => [
    { do: "open", sheet },
    ...dress.filter((op) => op.do !== "own" && op.do !== "format"),
  ]);
