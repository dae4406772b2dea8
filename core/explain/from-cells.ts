import { columnIndex } from "../sheets/grid-places.ts";
import type { Column, Content, Formula, Grid, Hole, Shown } from "../sheets/model.ts";
import { dayAndMonth, dayMonthYear } from "../sheets/words.ts";
import type { DayNumber } from "../units.ts";
import { amountOf, type Part, part, type Unit } from "./explanation.ts";

const NO_FIGURE: ReadonlySet<Shown> = new Set<Shown>(["date", "text", "state"]);
const PLAIN: ReadonlyMap<Shown, readonly [unit: Unit, perOne: number]> = new Map<Shown, readonly [Unit, number]>([
  ["hours", ["minutes", 60]],
  ["estimated hours", ["minutes", 60]],
  ["money", ["hundredths", 100]],
  ["fte", ["hundredths", 100]],
  ["count", ["count", 1]],
  ["count at least", ["count", 1]],
]);

/** What a cell's figure is counted in and how many of it make one; null where the cell shows no figure. */
export function unitAt(grid: Grid, row: number, column: number): readonly [unit: Unit, perOne: number] | null {
  const own = grid.shownAs?.find((one) => one.row === row && column >= one.column && column < one.column + one.columns);
  const shows = own?.shows ?? grid.columns[column]!.shows;
  if (NO_FIGURE.has(shows)) return null;
  const [, decimals] = /^(?:amount|estimate) (\d)$/.exec(shows) ?? [];
  if (decimals !== undefined) return ["minor units", 10 ** Number(decimals)];
  return PLAIN.get(shows) ?? ["millionths", 1_000_000];
}

/** A cell's figure in whole units; null where it shows none. */
export function amountIn(grid: Grid, row: number, column: number): number | null {
  const unit = unitAt(grid, row, column);
  const content = grid.rows[row]?.[column] ?? null;
  if (unit === null) return null;
  if (typeof content === "number") return Math.round(content * unit[1]);
  if (!isFormula(content)) return null;
  const made = madeOf(grid, row, content);
  if (made === null) return null;
  const [over, under] = made.map(({ parts }) => amountOf(parts)) as [number, number | undefined];
  return under === undefined ? over : Math.round((over / made[0]!.perOne / (under / made[1]!.perOne)) * unit[1]);
}

export const isFormula = (content: Content): content is Formula =>
  content !== null && typeof content === "object" && "holes" in content;

/** Cells that a formula adds up, in whole units. */
export interface Terms {
  readonly unit: Unit;
  readonly perOne: number;
  readonly parts: readonly Part[];
}

/**
 * A formula's cells: one list that it adds up, or two of which it takes the quotient; null for a formula that does something else.
 * Cells without a figure spoil a formula, and count as nothing where it only says what a value is made of.
 */
export function madeOf(grid: Grid, row: number, { parts, holes }: Formula, isValue = false): readonly Terms[] | null {
  const text = parts.map((words, i) => `${words}${i < holes.length ? `§${i};` : ""}`).join("");
  const sides = text.split("/").map((side) => side.replace(/^\((.*)\)$/, "$1"));
  const found = sides.map((side) => termsOf(grid, row, side, holes, isValue));
  return sides.length <= 2 && found.every((one) => one !== null) ? found : null;
}

const TERM = /([+-]?)(?:SUM\(§(\d+);(?::§(\d+);)?\)|§(\d+);)/g;

function termsOf(grid: Grid, row: number, text: string, holes: readonly Hole[], isValue: boolean): Terms | null {
  if (text.replace(TERM, "") !== "") return null;
  const cells = [...text.matchAll(TERM)].flatMap(([, sign, first, last, one]) =>
    cellsOf(grid, row, holes[Number(first ?? one)]!, last === undefined ? undefined : holes[Number(last)]).map(
      (place) => ({ ...place, sign: sign === "-" ? -1 : 1 }),
    ),
  );
  const known = cells.map((cell) => ({
    ...cell,
    amount: amountIn(grid, cell.row, cell.column) ?? (isValue ? 0 : null),
  }));
  const [unit, perOne] = (cells[0] && unitAt(grid, cells[0].row, cells[0].column)) ?? ["count", 1];
  if (known.some(({ amount }) => amount === null)) return null;
  const isOneRow = cells.every((cell) => cell.row === row);
  const isOneColumn = cells.every((cell) => cell.column === cells[0]!.column);
  const labelOf = (at: { readonly row: number; readonly column: number }) =>
    isOneRow
      ? headingOf(grid.columns[at.column]!)
      : isOneColumn
        ? rowName(grid, at.row)
        : `${rowName(grid, at.row)}, ${headingOf(grid.columns[at.column]!)}`;
  const all = known.map(({ sign, amount, ...at }) => part(labelOf(at), sign * amount!, { kind: "cell", ...at }));
  return { unit, perOne, parts: all.filter(({ amount }) => amount !== 0) };
}

interface At {
  readonly row: number;
  readonly column: number;
}

function cellsOf(grid: Grid, row: number, hole: Hole, until: Hole | undefined): readonly At[] {
  if ("sameRow" in hole) {
    const from = columnIndex(grid, hole.sameRow);
    const to = until !== undefined && "sameRow" in until ? columnIndex(grid, until.sameRow) : from;
    return Array.from({ length: to - from + 1 }, (_, i) => ({ row, column: from + i }));
  }
  if ("wholeColumn" in hole)
    return grid.rows.map((_, at) => ({ row: at, column: columnIndex(grid, hole.wholeColumn) }));
  const column = columnIndex(grid, hole.column);
  if ("row" in hole) return [{ row: hole.row, column }];
  return Array.from({ length: hole.to - hole.from + 1 }, (_, i) => ({ row: hole.from + i, column }));
}

/** A column's heading in words, its day where it is one. */
export const headingOf = ({ heading, headingDay }: Column): string =>
  headingDay === undefined ? heading : dayAndMonth(headingDay as DayNumber);

/** What the row is about: the first of its cells that says it in words. */
export function rowName({ columns, rows }: Grid, row: number): string {
  const words = (rows[row] ?? []).map((content, at): string => {
    const { shows } = columns[at]!;
    if (shows === "date") return typeof content === "number" ? dayMonthYear(content as DayNumber) : "";
    if (typeof content === "string") return content;
    return content !== null && typeof content === "object" && "text" in content ? content.text : "";
  });
  return words.find((one) => one !== "") ?? "";
}
