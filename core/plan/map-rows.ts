import { yesOrNo } from "../layouts/vocabulary.ts";
import { type CellRange, isBlankRow } from "./cells.ts";

/**
 * Does a row below the headings of Tables say what a column of some table means, and starts no other table? It does where it
 * goes on with the row above, and where it says Yes or No under Use, whatever headings it names.
 */
export function isMapRow(
  cells: CellRange,
  row: number,
  columns: ReadonlyMap<string, number>,
  left: number,
  right: number,
): boolean {
  const goesOn = !isBlankRow(cells[row - 1]?.slice(left, right + 1));
  return goesOn || yesOrNo(cells[row]?.[columns.get("use") ?? -1] ?? null) !== null;
}
