import { columnIndex } from "../sheets/grid-places.ts";
import type { Column, Content, Formula, Grid, Hole, Shown } from "../sheets/model.ts";
import { dayAndMonth } from "../sheets/words.ts";
import type { DayNumber } from "../units.ts";
import { amountOf, type Part, part, type Unit } from "./explanation.ts";

const UNITS: { readonly [S in Shown]?: readonly [unit: Unit, perOne: number] } = {
  hours: ["minutes", 60],
  percent: ["millionths", 1_000_000],
  money: ["hundredths", 100],
  fte: ["hundredths", 100],
  count: ["count", 1],
};

export const unitOf = ({ shows }: Column): Unit | null => UNITS[shows]?.[0] ?? null;

/** A cell's figure in whole units; null where it shows no figure. */
export function amountIn(grid: Grid, row: number, column: number): number | null {
  const { shows } = grid.columns[column]!;
  const [, perOne] = UNITS[shows] ?? [];
  const content = grid.rows[row]?.[column] ?? null;
  if (perOne === undefined) return null;
  if (isFormula(content)) {
    const terms = termsOf(grid, row, content);
    return terms === null ? null : amountOf(terms);
  }
  return typeof content === "number" ? Math.round(content * perOne) : null;
}

export const isFormula = (content: Content): content is Formula =>
  content !== null && typeof content === "object" && "holes" in content;

/** The cells of its row that a formula adds and takes off; null for a formula that does something else. */
export function termsOf(grid: Grid, row: number, { parts, holes }: Formula): readonly Part[] | null {
  const [first, second] = holes;
  if (parts.join("|") === "SUM(|:|)" && isSameRow(first) && isSameRow(second)) {
    const [from, to] = [columnIndex(grid, first.sameRow), columnIndex(grid, second.sameRow)];
    return terms(
      grid,
      row,
      Array.from({ length: to - from + 1 }, (_, i) => [from + i, 1]),
    );
  }
  const signs = parts.slice(0, -1).map((text) => SIGNS.get(text.trim()));
  if (parts.at(-1) !== "" || signs.includes(undefined) || !holes.every(isSameRow)) return null;
  return terms(
    grid,
    row,
    holes.map((hole, i) => [columnIndex(grid, (hole as { sameRow: string }).sameRow), signs[i]!]),
  );
}

const SIGNS = new Map([
  ["", 1],
  ["+", 1],
  ["-", -1],
]);
const isSameRow = (hole: Hole | undefined): hole is { readonly sameRow: string } =>
  hole !== undefined && "sameRow" in hole;

function terms(
  grid: Grid,
  row: number,
  of: readonly (readonly [column: number, sign: number])[],
): readonly Part[] | null {
  const found = of.map(([column, sign]): Part | null => {
    const amount = amountIn(grid, row, column);
    return amount === null
      ? null
      : part(headingOf(grid.columns[column]!), sign * amount, { kind: "cell", row, column });
  });
  return found.every((one) => one !== null) ? found.filter(({ amount }) => amount !== 0) : null;
}

/** A column's heading in words, its day where it is one. */
export const headingOf = ({ heading, headingDay }: Column): string =>
  headingDay === undefined ? heading : dayAndMonth(headingDay as DayNumber);
