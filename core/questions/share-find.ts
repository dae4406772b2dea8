import type { Area, Book, Look, Owned } from "../host.ts";
import { CHANGED_BY_HAND } from "../journal/index.ts";
import { isBlankRow, widthOf } from "../plan/cells.ts";
import type { Located } from "../plan/locate.ts";
import { a1, a1Range, quotedSheet } from "../sheets/a1.ts";
import { contains, hasCell } from "../sheets/areas.ts";
import type { Written } from "../sheets/ops.ts";
import { isMoneyTable } from "../sheets/without-money.ts";
import { costColumns, salaryColumns } from "./finance-mixed.ts";

/** Cells of a planner's own sheet that reveal money, and why. */
export interface Revealing extends Owned {
  readonly why: string;
}

/** Tables of money, columns of salaries, the record of what was told, and what was changed by hand: each as the cells to empty. */
export function revealingCells(book: Book, located: readonly Located[], told: string): readonly Revealing[] {
  const sizes = new Map(book.map(({ name, cells }) => [name, sizeOf(cells)]));
  const whole = (sheet: string): Area => ({ row: 0, column: 0, ...sizes.get(sheet)! });
  const money = located.filter(({ table }) => isMoneyTable(table.name));
  const tables = money.flatMap((table): readonly Revealing[] => {
    const { sheet, row, column, lastRow, cells } = table;
    const why = `table ${table.table.name}`;
    const isAlone = located.every((one) => one.sheet !== sheet || isMoneyTable(one.table.name));
    const all = whole(sheet);
    const width = Math.max(1, widthOf(cells));
    if (!isAlone) return [{ sheet, at: { row: row + 1, column, rows: lastRow - row, columns: width }, why }];
    const above = { ...all, rows: row };
    const below = { ...all, row: row + 1, rows: all.rows - row - 1 };
    return [above, below].map((at) => ({ sheet, at, why }));
  });
  const columns = [...costColumns(located), ...salaryColumns(book, located)].flatMap(
    ({ sheet = "", a1: place = "", column }): readonly Revealing[] => {
      const [, letters = "", digits = "1"] = /^([A-Z]+)(\d+)$/.exec(place) ?? [];
      const at = { row: Number(digits), column: columnOf(letters), columns: 1 };
      return [{ sheet, at: { ...at, rows: whole(sheet).rows - at.row }, why: `column ${column}` }];
    },
  );
  const records = [told, CHANGED_BY_HAND].flatMap((sheet): readonly Revealing[] =>
    sizes.has(sheet) ? [{ sheet, at: whole(sheet), why: sheet === told ? "what was told" : "cells kept" }] : [],
  );
  const filled = [...records, ...tables, ...columns].filter(({ sheet, at }) => hasAny(book, sheet, at));
  return filled.filter(
    ({ sheet, at }, i) =>
      !filled.some(
        (one, j) => i !== j && one.sheet === sheet && contains(one.at, at) && (j < i || !contains(at, one.at)),
      ),
  );
}

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1;

const sizeOf = (cells: Book[number]["cells"]) => ({
  rows: cells.length,
  columns: Math.max(1, widthOf(cells)),
});

const hasAny = (book: Book, sheet: string, { row, column, rows, columns }: Area): boolean =>
  book
    .find(({ name }) => name === sheet)!
    .cells.slice(row, row + rows)
    .some((line) => !isBlankRow(line.slice(column, column + columns)));

/** Every cell of every sheet in sight, to be read with its formulas. */
export const wholeSheets = (book: Book): readonly Owned[] =>
  book.flatMap(({ name, cells }) =>
    cells.length === 0 ? [] : [{ sheet: name, at: { row: 0, column: 0, ...sizeOf(cells) } }],
  );

/** Formulas that compute money or look at it, outside Headroom's own blocks and the cells that are emptied anyway. */
export function revealingFormulas(
  read: readonly Owned[],
  cells: readonly (readonly (readonly Written[])[])[],
  look: Look,
  emptied: readonly Owned[],
  sheets: ReadonlySet<string>,
): readonly Revealing[] {
  const looksAt = mentions(sheets);
  const blocks = [...look.owned].flatMap(([name, owned]) => (name.startsWith("Headroom_") ? [owned] : []));
  return read.flatMap(({ sheet }, i) =>
    (cells[i] ?? []).flatMap((line, row) =>
      line.flatMap((cell, column): readonly Revealing[] => {
        if (typeof cell !== "object" || cell === null) return [];
        const isIn = ({ sheet: other, at }: Owned) => other === sheet && hasCell(at, row, column);
        if (!(MONEY_FUNCTION.test(cell.formula) || looksAt(cell.formula))) return [];
        if (blocks.some(isIn) || emptied.some(isIn)) return [];
        return [{ sheet, at: { row, column, rows: 1, columns: 1 }, why: "formula with money" }];
      }),
    ),
  );
}

const MONEY_FUNCTION = /\bMARGIN(?:BRIDGE)?\s*\(/i;
/** Named ranges that the template gives its tables. */
const TABLE_NAMES = /\b(?:Rates|Costs|Fees|Exchange)\b(?!\s*\()/;

function mentions(sheets: ReadonlySet<string>): (formula: string) => boolean {
  const names = [...sheets].flatMap((name) => [`${name}!`, `${quotedSheet(name)}!`]);
  return (formula) => TABLE_NAMES.test(formula) || names.some((name) => formula.includes(name));
}

/** "Costs!A2:E13: table Costs" */
export const placeText = ({ sheet, at, why }: Revealing): string =>
  `${sheet}!${at.rows * at.columns === 1 ? a1(at) : a1Range(at)}: ${why}`;
