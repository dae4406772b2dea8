import { isBlankRow } from "../plan/cells.ts";
import type { Located } from "../plan/locate.ts";
import { nameKey } from "../plan/names.ts";
import { SCENARIOS } from "../plan/tables.ts";
import { flag, read } from "../schema.ts";
import { cellOf, formError, type RowPlace } from "./allocations-table.ts";
import type { Workbook } from "./workbook.ts";

/** Every table of scenarios. */
export const scenarioTables = ({ located }: Workbook): readonly Located[] =>
  located.filter((one) => one.table === SCENARIOS);

/** The rows of one scenario, wherever they stand. */
export function scenarioRows(workbook: Workbook, name: string): readonly RowPlace[] {
  const wanted = nameKey(name);
  return scenarioTables(workbook).flatMap((table) =>
    table.cells
      .slice(1)
      .map((_, i): RowPlace => ({ table, row: table.row + 1 + i, isNew: false }))
      .filter((place) => nameKey(String(cellOf(place, "scenario") ?? "")) === wanted),
  );
}

/** Whether a row counts; a blank cell, or one that says neither, does. */
export function isRowOn(place: RowPlace): boolean {
  const found = read(flag, cellOf(place, "on"));
  return "value" in found ? found.value : true;
}

/** Yes or no as the table's other rows have it: ticked boxes, or words. */
export function switchCell(table: Located, on: boolean): boolean | string {
  const at = (table.columns.get("on") ?? 0) - table.column;
  if (table.cells.some((row) => typeof row[at] === "boolean")) return on;
  return on ? "Yes" : "No";
}

/** Empty rows below a table. */
export function emptyRows({ book }: Workbook, table: Located, count: number): readonly RowPlace[] {
  const cells = book.find(({ name }) => name === table.sheet)?.cells ?? [];
  const width = table.cells[0]?.length ?? 0;
  return Array.from({ length: count }, (_, i) => {
    const row = table.lastRow + 1 + i;
    if (!isBlankRow((cells[row] ?? []).slice(table.column, table.column + width))) {
      const why = `There are only ${i} empty rows below ${table.table.name} on ${table.sheet}`;
      throw formError(why, `Maybe insert ${count - i} more above row ${row + 1}.`);
    }
    return { table, row, isNew: true };
  });
}
