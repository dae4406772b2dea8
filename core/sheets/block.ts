import type { Area } from "../host.ts";
import { a1Range } from "./a1.ts";
import type { Corner } from "./areas.ts";
import { fingerprint } from "./fingerprint.ts";
import { dressOf } from "./grid-dress.ts";
import { bodyOf, hasTotals } from "./grid-places.ts";
import { written } from "./grid-spell.ts";
import type { Look } from "./looks.ts";
import type { Block, Grid, Line, Note } from "./model.ts";
import { type SheetOp, STATE, type Written } from "./ops.ts";
import { unplaced } from "./relative.ts";

/** A block with its addresses: what stands in its rectangle, and how that looks. */
export interface Drawn {
  readonly at: Area;
  readonly cells: readonly (readonly Written[])[];
  /** Everything but the cells and the name; formats first. */
  readonly dress: readonly SheetOp[];
}

/** Rows and columns a block takes. */
export function sizeOf(block: Block): Pick<Area, "rows" | "columns"> {
  if (block.kind === "note") return { rows: Math.max(1, block.lines.length), columns: 1 };
  return { rows: 2 + block.rows.length + (hasTotals(block) ? 1 : 0), columns: block.columns.length };
}

/** Give a block its addresses. Title and fingerprint, headings, rows, totals: one rectangle, so that they are never out of step. */
export const draw = (block: Block, corner: Corner, name: string): Drawn =>
  block.kind === "note" ? drawNote(block, corner) : drawGrid(block, corner, name);

function drawNote({ lines }: Note, corner: Corner): Drawn {
  const at = { ...corner, rows: Math.max(1, lines.length), columns: 1 };
  const line = (i: number): Area => ({ row: at.row + i, column: at.column, rows: 1, columns: 1 });
  return {
    at,
    cells:
      lines.length === 0
        ? [[null]]
        : lines.map(({ text, formula }) => [formula === undefined ? text : { formula: `=${formula}` }]),
    dress: [
      { do: "format", at, pattern: "@" },
      ...lines.flatMap(({ formula }, i): SheetOp[] =>
        formula === undefined ? [] : [{ do: "format", at: line(i), pattern: STATE }],
      ),
      ...lines.map((one, i): SheetOp => ({ do: "paint", at: line(i), look: lookOf(one) })),
      ...lines.flatMap(({ goTo }, i): SheetOp[] => (goTo ? [{ do: "link", at: line(i), ...goTo }] : [])),
      ...lines.flatMap(({ about }, i): SheetOp[] => (about ? [{ do: "note", at: line(i), text: about }] : [])),
      ...lines.flatMap(({ formula }, i): SheetOp[] =>
        formula === undefined ? [] : [{ do: "rule", at: [line(i)], when: { is: "above", value: 0 }, look: "bad" }],
      ),
    ],
  };
}

/** A sentence is longer than its cell, so that only its letters are coloured; a swatch fills its own. */
function lookOf({ look, swatch }: Line): Look {
  if (look === undefined || swatch) return look ?? "note";
  return SPOKEN.get(look) ?? look;
}
const SPOKEN: ReadonlyMap<Look, Look> = new Map([
  ["good", "says good"],
  ["tight", "says tight"],
  ["bad", "says bad"],
]);

function drawGrid(grid: Grid, corner: Corner, name: string): Drawn {
  if (grid.columns.length < 2) throw new RangeError(`Grid "${grid.key}" needs two columns or more.`);
  const at: Area = { ...corner, ...sizeOf(grid) };
  const cells = cellsOf(grid, at);
  return { at, cells, dress: dressOf(grid, at, name) };
}

function cellsOf(grid: Grid, at: Area): Written[][] {
  const { title, columns, rows } = grid;
  const headings: Written[] = columns.map(({ heading, headingDay }) => headingDay ?? heading);
  const body = rows.map((contents, i) => {
    if (contents.length !== columns.length)
      throw new RangeError(`Row ${i} of grid "${grid.key}" has ${contents.length} cells.`);
    return contents.map((content) => written(content, grid, at, at.row + 2 + i));
  });
  const totals = columns.map(({ key, total }, i): Written => {
    if (total) return { formula: `=SUM(${a1Range(bodyOf(grid, at, key))})` };
    return i === 0 ? "Total" : null;
  });
  const below = [headings, ...body, ...(hasTotals(grid) ? [totals] : [])];
  const stamp = stampOf(grid.fingerprint, title, below, at);
  return [columns.map((_, i) => (i === 0 ? title : i === columns.length - 1 ? stamp : null)), ...below];
}

/** What the numbers were computed from, and what the block's own cells are: a copied file shows by itself what was changed. */
const stampOf = (inputs: string, title: string, cells: readonly (readonly Written[])[], at: Corner): string =>
  `inputs ${inputs} cells ${contentHash(title, cells, at)}`;

export const contentHash = (title: Written, cells: readonly (readonly Written[])[], at: Corner): string =>
  fingerprint([
    title,
    cells.map((row, i) => row.map((cell, j) => (cell === "" ? null : unplaced(cell, at.row + 1 + i, at.column + j)))),
  ]);
