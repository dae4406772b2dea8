import { type Cell, isBlankRow } from "../plan/cells.ts";
import type { Located } from "../plan/locate.ts";
import { ALLOCATIONS } from "../plan/tables.ts";
import { PlanError } from "../problems.ts";
import { day, flag, read } from "../schema.ts";
import { a1 } from "../sheets/a1.ts";
import { fingerprint } from "../sheets/fingerprint.ts";
import type { DayNumber } from "../units.ts";
import type { Workbook } from "./workbook.ts";

/** A row of Allocations on its sheet: an existing one, or the empty one below the table. */
export interface RowPlace {
  readonly table: Located;
  /** Zero-based, on the sheet. */
  readonly row: number;
  readonly isNew: boolean;
}

/** Ways to give effort, as the form names them, and the columns that hold them. */
export const EFFORT_COLUMNS = [
  { word: "hours a week", key: "hoursAWeek" },
  { word: "hours a day", key: "hoursADay" },
  { word: "share", key: "share" },
  { word: "fte", key: "fte" },
  { word: "total hours", key: "totalHours" },
] as const;
export type EffortColumn = (typeof EFFORT_COLUMNS)[number];

export const effortColumnsOf = ({ columns }: Located): readonly EffortColumn[] =>
  EFFORT_COLUMNS.filter(({ key }) => columns.has(key));

/** Every table of allocations that rows can be written to. */
export const allocationTables = ({ located }: Workbook): readonly Located[] =>
  located.filter(
    (one) =>
      one.table === ALLOCATIONS &&
      one.columns.has("person") &&
      one.columns.has("engagement") &&
      effortColumnsOf(one).length > 0,
  );

/** Why no allocation can be written; null when one can. */
export function whyNoTable(workbook: Workbook): string | null {
  if (allocationTables(workbook).length > 0) return null;
  if (workbook.plan.given.has(ALLOCATIONS.name)) {
    return "Allocations stand in a layout of your own here, which Headroom reads but does not write. Maybe add a sheet with the headings Person, Engagement, From, To and Hours a week.";
  }
  return "This workbook has no Allocations table yet. Maybe make the input sheets in the panel Sheets, or add the headings Person, Engagement, From, To and Hours a week to a sheet.";
}

/** The empty row below the first table of allocations. */
export function newRow(workbook: Workbook): RowPlace {
  const why = whyNoTable(workbook);
  const [table] = allocationTables(workbook);
  if (table === undefined) throw formError((why ?? "").replace(/\.$/, ""), "");
  const row = table.lastRow + 1;
  const cells = workbook.book.find(({ name }) => name === table.sheet)?.cells[row] ?? [];
  const { column, cells: own } = table;
  if (!isBlankRow(cells.slice(column, column + (own[0]?.length ?? 0)))) {
    throw formError(
      `There is no empty row below the allocations on ${table.sheet}`,
      `Maybe insert rows above row ${row + 1}.`,
    );
  }
  return { table, row, isNew: true };
}

/** How a request names an existing row: "Allocations!A17". */
export const rowName = ({ sheet, column }: Located, row: number): string => `${sheet}!${a1({ row, column })}`;

/** The row that a request names, as long as it holds what it held when it was picked. */
export function pickedRow(workbook: Workbook, name: string, was: string): RowPlace {
  for (const table of allocationTables(workbook)) {
    for (let row = table.row + 1; row <= table.lastRow; row++) {
      if (tidy(rowName(table, row)) !== tidy(name)) continue;
      const place = { table, row, isNew: false };
      if (fingerprintOf(place) === was) return place;
      throw formError(`Row ${row + 1} of ${table.sheet} changed since you picked it`, "Maybe pick it again.");
    }
  }
  throw formError(`${name} is no row of Allocations any more`, "Maybe pick the row again.");
}

const tidy = (name: string): string => name.trim().replace(/\s+/g, " ");

/** A row's cells, those outside the range that was read as null. */
export const cellsOf = ({ table, row }: RowPlace): readonly Cell[] => table.cells[row - table.row] ?? [];

/** What stands in one of the table's columns. */
export const cellOf = (place: RowPlace, key: string): Cell => {
  const column = place.table.columns.get(key);
  return column === undefined ? null : (cellsOf(place)[column - place.table.column] ?? null);
};

/** The day in a cell of the row; null where the cell is empty or holds no date. */
export function dayOf(place: RowPlace, key: string): DayNumber | null {
  const found = read(day, cellOf(place, key));
  return "value" in found ? found.value : null;
}

/** What the row says about being billed, if anything. */
export function billableOf(place: RowPlace): "yes" | "no" | null {
  const found = read(flag, cellOf(place, "billable"));
  return "value" in found ? (found.value ? "yes" : "no") : null;
}

export const fingerprintOf = (place: RowPlace): string => fingerprint(cellsOf(place));

export const formError = (why: string, hint: string): PlanError =>
  new PlanError([{ code: "HR-183", at: [], value: "", why, hint }]);
