import type { SheetOp } from "../../core/sheets/ops.ts";
import { rangeOf, type Stage } from "./stage.ts";

/** A drop-down on each cell of a rectangle; none when the named range it chooses from is not there. */
export function choose({ book, sheet }: Stage, { at, from, strict }: Extract<SheetOp, { do: "choose" }>): void {
  const list = "name" in from ? book.getRangeByName(from.name) : from;
  if (list === null) return;
  const builder = SpreadsheetApp.newDataValidation();
  const rule = isWords(list) ? builder.requireValueInList([...list], true) : builder.requireValueInRange(list, true);
  rangeOf(sheet, at).setDataValidation(rule.setAllowInvalid(!strict).build());
}

const isWords = (list: readonly string[] | GoogleAppsScript.Spreadsheet.Range): list is readonly string[] =>
  Array.isArray(list);
