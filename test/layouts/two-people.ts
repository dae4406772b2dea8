import { isRefused, layoutsIn } from "../../core/layouts/index.ts";
import type { Cell, CellRange } from "../../core/plan/cells.ts";
import { addressAt } from "../support/xlsx-cells.ts";
import { dayNamed } from "./expected.ts";

/** A sheet of two people and four weeks, to which rows are added that may be more than work. */
export const WEEKS = ["2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26"].map(dayNamed);
export const ANN: readonly Cell[] = ["Ann Lee", "Alpha", 20, 20, 30, 30];
export const BOB: readonly Cell[] = ["Bob Ray", "Alpha", 10, 10, 10, 10];

export const plan = (...rows: CellRange): CellRange => [["Hours"], ["Person", "Project", ...WEEKS], ...rows];

/** What is read: hours in all, and what is told, as `cell kind severity`. */
export function read(range: CellRange): { readonly hours: number; readonly told: readonly string[] } {
  const found = layoutsIn(range);
  if (found === null || isRefused(found)) throw new Error(found?.refused ?? "not known");
  const hours = found.flatMap(({ table, cells: [headings = [], ...rows] }) =>
    table === "Allocations" ? rows.map((row) => Number(row[headings.indexOf("Total hours")] ?? 0)) : [],
  );
  const told = found.flatMap(({ problems }) =>
    problems.map(({ row, column, kind, severity }) => `${addressAt(row, column)} ${kind} ${severity}`),
  );
  return { hours: hours.reduce((sum, one) => sum + one, 0), told };
}
