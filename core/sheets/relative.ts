import { a1 } from "./a1.ts";
import type { Written } from "./ops.ts";

/** Texts, addresses on other sheets, table columns and words of a formula; only a plain address is all letters, then digits. */
const WORDS =
  /"(?:[^"]|"")*"|(?:'(?:[^']|'')*'|[\p{L}\p{N}_.]+)!\$?\w+\$?\w*(?::\$?\w+\$?\w*)?|\[[^\]]*\]|[$\p{L}\p{N}_.\\]+\(?/gu;
const PLAIN_ADDRESS = /^([A-Z]{1,3})([1-9]\d{0,6})$/;

/**
 * A formula whose addresses say how far away a cell is, not where, so that it stays the same formula when a planner inserts rows
 * above its block. Everything but plain addresses stays as it is.
 */
export function relative(cell: Written, row: number, column: number): Written {
  if (cell === null || typeof cell !== "object") return cell;
  const formula = cell.formula.replace(WORDS, (word) => {
    const [, letters, digits] = PLAIN_ADDRESS.exec(word) ?? [];
    if (letters === undefined) return word;
    return `\uE000${Number(digits) - 1 - row},${columnOf(letters) - column}\uE001`;
  });
  return { formula };
}

/** The formula again, for the cell it is written to. */
export function absolute(cell: Written, row: number, column: number): Written {
  if (cell === null || typeof cell !== "object") return cell;
  const formula = cell.formula.replace(MARKED, (_, down: string, right: string) => {
    const at = { row: row + Number(down), column: column + Number(right) };
    return at.row < 0 || at.column < 0 ? "#REF!" : a1(at);
  });
  return { formula };
}

const MARKED = /\uE000(-?\d+),(-?\d+)\uE001/g;

const columnOf = (letters: string): number =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/**
 * A formula by what it does, wherever its cells stand: also addresses on other sheets are left out, because hosts change them when a
 * planner inserts a row there, and nobody has touched the formula.
 */
export function unplaced(cell: Written, row: number, column: number): Written {
  const near = relative(cell, row, column);
  if (near === null || typeof near !== "object") return near;
  return { formula: near.formula.replace(WORDS, (word) => (OTHER_SHEET.test(word) ? "!" : word)) };
}

const OTHER_SHEET = /^(?:'(?:[^']|'')*'|[^"'[]+)!/;
