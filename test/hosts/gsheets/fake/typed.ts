import { typedDay } from "./days.ts";
import type { CellState } from "./state.ts";

/**
 * What becomes of a value that a script puts into a cell: texts are taken as if typed, unless the cell has the text format. A text that
 * starts with "=" is a formula in any cell here, which is the worst that may happen.
 */
export function enter(cell: CellState, value: unknown): void {
  delete cell.value;
  delete cell.formula;
  delete cell.link;
  if (value === "" || value === null || value === undefined) return;
  if (typeof value === "number" || typeof value === "boolean") cell.value = value;
  else if (typeof value === "string") enterText(cell, value);
  else throw new Error(`A script put ${Object.prototype.toString.call(value)} into a cell.`);
}

function enterText(cell: CellState, text: string): void {
  if (text.length > 50_000)
    throw new Error("Your input contains more than the maximum of 50000 characters in a single cell.");
  if (/^[=＝]/.test(text)) cell.formula = text;
  else if (cell.format === "@") cell.value = text;
  else if (text.startsWith("'")) cell.value = text.slice(1);
  else if (/^[+-][A-Za-z(]/.test(text)) cell.formula = `=${text}`;
  else if (/^(true|false)$/i.test(text)) cell.value = /^true$/i.test(text);
  else if (/^\s*[+-]?[\d.,]+%?\s*$/.test(text) && /\d/.test(text)) cell.value = numberIn(text);
  else if (typedDay(text) !== null) Object.assign(cell, { value: typedDay(text), format: "yyyy-mm-dd" });
  else cell.value = text;
}

const numberIn = (text: string): number => Number(text.replace(/[,%\s]/g, "")) / (text.includes("%") ? 100 : 1);
