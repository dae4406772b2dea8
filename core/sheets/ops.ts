import type { Area } from "../host.ts";
import type { Cell } from "../plan/cells.ts";
import type { Look } from "./looks.ts";
import type { Chart, Rule } from "./model.ts";

/** What a host must be able to do to a sheet. A renderer is a table with one entry for each verb. */
export type SheetOp =
  /** Go on with this sheet; made when missing (hidden first, when so asked), never renamed, moved or deleted. */
  | { readonly do: "open"; readonly sheet: string; readonly hidden?: boolean }
  /** Let the planner see the open sheet, or hide it again. */
  | { readonly do: "show"; readonly visible: boolean }
  /** Empty a block's old rectangle: values, formats, looks, links, notes, drop-downs and rules. Cells beside it stay. */
  | { readonly do: "clear"; readonly at: Area }
  | { readonly do: "format"; readonly at: Area; readonly pattern: Pattern }
  | { readonly do: "write"; readonly at: Area; readonly cells: readonly (readonly Written[])[] }
  /** Name a rectangle, so that the next run finds it wherever the planner has moved it; null takes the name away. */
  | {
      readonly do: "own";
      readonly name: string;
      readonly at: Area | null;
      /** As far as the sheet goes: no row or column is added for a name. */
      readonly within?: boolean;
    }
  | { readonly do: "paint"; readonly at: Area; readonly look: Look }
  | { readonly do: "rule"; readonly at: readonly Area[]; readonly when: Rule["when"]; readonly look: Look }
  /** A text cell that leads to another cell; its text is written before. */
  | { readonly do: "link"; readonly at: Area; readonly sheet: string; readonly a1: string }
  /** A hover note on one cell. */
  | { readonly do: "note"; readonly at: Area; readonly text: string }
  /** A drop-down: these words, or the cells of a named range. `strict` refuses anything else. */
  | {
      readonly do: "choose";
      readonly at: Area;
      readonly from: readonly string[] | { readonly name: string };
      readonly strict: boolean;
    }
  | {
      readonly do: "chart";
      readonly name: string;
      readonly kind: Chart["kind"];
      readonly title: string;
      readonly about: string;
      readonly categories: Area;
      /** Heading cell included as the first row of each. */
      readonly series: readonly Area[];
      /** Top left corner. */
      readonly at: Pick<Area, "row" | "column">;
    }
  | { readonly do: "unchart"; readonly name: string }
  | { readonly do: "freeze"; readonly rows: number; readonly columns: number }
  /** How the open sheet prints: these cells, landscape, as wide as a page, one row of them again on every page after its own; `breaks` are rows that begin a page. */
  | { readonly do: "page"; readonly at: Area; readonly headingRow: number; readonly breaks: readonly number[] }
  /** Column widths, in characters, from the area's first column on. */
  | { readonly do: "width"; readonly column: number; readonly characters: readonly number[] };

/** The number formats we use, spelled so that every host understands them. */
export type Pattern =
  | "#,##0.0"
  | "0.0%"
  | "#,##0.00"
  | "#,##0"
  | '#,##0"+"'
  | "0.0"
  | "yyyy-mm-dd"
  | "d mmm"
  | "@"
  | "General"
  | typeof STATE
  | Amount<"#,##0">
  | Amount<"#,##0.00">
  | Amount<"#,##0.000">
  | Marked<"≈", "#,##0.0">
  | Marked<"▼" | "≈" | "≈ ▼", "0.0%">;

/** Negative amounts in brackets, as finance reads them; estimated ones with a sign in front. */
type Amount<N extends string> = `${N};(${N})` | `"≈ "${N};"≈ "(${N})`;
/** A sign in front of a number. */
type Marked<M extends string, N extends string> = `"${M} "${N};"${M} "-${N}`;

/** A state as words: 0 is up to date, and so is nothing else; below 0 is a sheet that is not there. */
export const STATE = '"✗ Out of date";"– Not made";"✓ Up to date"';

/** A value, or a formula that says so: text can then never turn into one. */
export type Written = Cell | { readonly formula: string };

/** A cell as hosts take it in one grid of values: only a Formula may start with "=". */
export function hostCell(cell: Written): string | number | boolean {
  if (cell === null) return "";
  if (typeof cell === "object") return cell.formula;
  return typeof cell === "string" && /^[=+\-@\t\r\n'＝＋－＠]/.test(cell) ? `'${cell}` : cell;
}
