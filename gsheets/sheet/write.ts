import type { Area } from "../../core/host.ts";
import type { Written } from "../../core/sheets/ops.ts";
import { rangeOf, type Sheet } from "./stage.ts";
import { guarded } from "./text.ts";

const TEXT = "@";

/** Put values, texts and formulas into a rectangle in one call; a text stays a text, whatever it looks like. */
export function write(sheet: Sheet, at: Area, cells: readonly (readonly Written[])[]): void {
  const range = rangeOf(sheet, at);
  const values = cells.map((row) => row.map(valueIn));
  if (!cells.some((row) => row.some(isText))) {
    range.setValues(values);
    return;
  }
  const formats = range.getNumberFormats();
  const asText = formats.map((row, i) => row.map((format, j) => (isText(cells[i]![j]!) ? TEXT : format)));
  const differs = asText.some((row, i) => row.some((format, j) => format !== formats[i]![j]));
  if (differs) range.setNumberFormats(asText);
  range.setValues(values);
  if (differs) range.setNumberFormats(formats);
}

const isText = (cell: Written): cell is string => typeof cell === "string" && cell !== "";

function valueIn(cell: Written): string | number | boolean {
  if (cell === null) return "";
  if (typeof cell === "object") return cell.formula;
  return typeof cell === "string" ? guarded(cell) : cell;
}
