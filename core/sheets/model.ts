import type { Cell } from "../plan/cells.ts";
import type { Look } from "./looks.ts";
import type { Meaning } from "./meaning.ts";

/** A generated sheet, described once. It has no addresses and no host in it: `layout` gives it both. */
export interface SheetModel {
  readonly name: string;
  readonly blocks: readonly Block[];
  /** Rows and columns that stay in sight. */
  readonly freeze?: { readonly rows: number; readonly columns: number };
  /** For the printer: landscape, as wide as a page, down to the end of a block, with the headings of a grid on every page that it goes on to. */
  readonly print?: Print;
}
interface Print {
  readonly headingsOf: string;
  readonly upTo: string;
  /** Blocks that begin a page. */
  readonly pages?: readonly string[];
}
export type Block = Note | Grid;

/** Lines of text above the grids: what the sheet says, row accounting, how to read it. */
export interface Note {
  readonly kind: "note";
  readonly key: string;
  readonly lines: readonly Line[];
}
/** A line of text, maybe with a look, maybe a link to a cell of the plan. */
export interface Line {
  readonly text: string;
  /** A native formula in place of the text, without its "=", that gives a state: 0 is good. */
  readonly formula?: string;
  /** A hover note. */
  readonly about?: string;
  readonly look?: Look;
  /** A key to a colour of the sheet: the cell is filled with it. */
  readonly swatch?: true;
  readonly goTo?: { readonly sheet: string; readonly a1: string };
}

/** A titled table. The sheet owns its rectangle and nothing else: cells beside it belong to the planner. */
export interface Grid {
  readonly kind: "grid";
  readonly key: string;
  readonly title: string;
  /** What the numbers were computed from, so that a changed plan can be seen on the sheet. */
  readonly fingerprint: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Content[])[];
  /** Looks of whole rows by their number (a heading between groups, say). */
  readonly rowLooks?: ReadonlyMap<number, Look>;
  /** Cells that show otherwise than the rest of their column: an estimate, a share among amounts. */
  readonly shownAs?: readonly ShownAs[];
  /** Looks of some cells. */
  readonly cellLooks?: readonly CellLooks[];
  readonly rules: readonly Rule[];
  readonly charts: readonly Chart[];
  /** Charts stand beside their rows; a wide table has them below, where they are seen. */
  readonly chartsBelow?: true;
  /** What all figures of the grid, and those of each row, have in common: Explain reads it with that of their column. */
  readonly means?: Meaning;
  readonly rowMeans?: readonly (Meaning | null)[];
}

/** Some cells of one row, or of several from it on. */
export interface CellLooks extends Omit<ShownAs, "shows"> {
  readonly look: Look;
  readonly rows?: number;
}

export type Shown =
  | "hours"
  | "percent"
  | "money"
  | "fte"
  | "count"
  | "count at least"
  | "date"
  | "text"
  | "state"
  | "estimated hours"
  | AmountShown
  | PercentShown;

/** Finance's amounts, by the decimals of the currency's minor unit; what is estimated says so by a sign in front. */
export type AmountShown = `${"amount" | "estimate"} ${0 | 2 | 3}`;
/** A share that is estimated, below what it should be, or both, with a sign in front. */
export type PercentShown = "percent below" | "percent estimated" | "percent estimated below";

/** Neighbouring cells of a row, counted from the grid's first row and column. */
export interface ShownAs {
  readonly row: number;
  readonly column: number;
  readonly columns: number;
  readonly shows: Shown;
}

export interface Column {
  readonly key: string;
  readonly heading: string;
  readonly shows: Shown;
  /** Heading cells that hold a day show it as a date. */
  readonly headingDay?: number;
  /** Adds the column up in a last row. */
  readonly total?: true;
  /** About so many characters wide. */
  readonly width?: number;
  readonly note?: string;
  /** What stands in it in place of figures, and why: signs, words, empty cells. */
  readonly otherwise?: string;
  /** What its figures are, for Explain; without it, they are explained by the note and the cells that they are computed from. */
  readonly means?: Meaning;
}

export type Content = Cell | Formula | LinkTo;
/** A text that leads to a cell. */
export interface LinkTo {
  readonly text: string;
  readonly goTo: { readonly sheet: string; readonly a1: string };
}

/** Give cells a look by their own value. `columns` are keys; the rule covers all of them, in all rows or in some (both included). */
export interface Rule {
  readonly columns: readonly string[];
  readonly rows?: { readonly from: number; readonly to: number };
  readonly when: { readonly is: "below" | "above" | "between"; readonly value: number; readonly to?: number };
  readonly look: Look;
}

export interface Chart {
  readonly key: string;
  /** Columns on top of one another with one line over them, plain columns, or lines. */
  readonly kind: "stacked columns with line" | "columns" | "lines" | "waterfall";
  readonly title: string;
  /** What somebody who cannot see the chart is told. */
  readonly about: string;
  readonly categories: string;
  /** Column keys; with a line, the last one is the line; of a waterfall, the first one is not seen and the rest come as `waterfallRow` gives them. */
  readonly series: readonly string[];
}

/** A native formula whose cells are still columns, not addresses. */
export interface Formula {
  readonly parts: readonly string[];
  readonly holes: readonly Hole[];
}
export type Hole =
  | { readonly sameRow: string }
  | { readonly wholeColumn: string }
  /** Some rows of a column, counted from the grid's first row, both included. */
  | { readonly column: string; readonly from: number; readonly to: number }
  /** One cell, by its row from the grid's first one. */
  | { readonly column: string; readonly row: number };

/** Functions all three hosts have, and formulas need no argument separator. A generated sheet reads right without the add-in. */
const NATIVE = new Set(["SUM", "MIN", "MAX", "ABS"]);

export function formula(parts: TemplateStringsArray, ...holes: Hole[]): Formula {
  for (const [, name] of parts.join("").matchAll(/([A-Z][A-Z0-9_.]*)\(/g)) {
    if (!NATIVE.has(name!)) throw new RangeError(`A generated sheet may not use ${name}. Maybe write its value.`);
  }
  return { parts, holes };
}
export const sameRow = (column: string): Hole => ({ sameRow: column });
export const wholeColumn = (column: string): Hole => ({ wholeColumn: column });
export const cellOf = (column: string, row: number): Hole => ({ column, row });
export const rowsOfColumn = (column: string, from: number, to: number): Hole => ({ column, from, to });
