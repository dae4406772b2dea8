import type { Book } from "../host.ts";
import type { Block } from "../layouts/blocks.ts";
import type { Choice } from "../layouts/choices.ts";
import { type FoundTable, isRefused, layoutsIn } from "../layouts/index.ts";
import { type Sheet, sheetOf } from "../layouts/sheet.ts";
import { type CellRange, isBlankRow } from "../plan/cells.ts";
import { type Doubt, doubtOf, doubtText } from "../plan/doubts.ts";
import { headerOf } from "../plan/recognise.ts";
import { type OpenHeading, openHeadings } from "./headings.ts";
import type { Feed } from "./means.ts";
import type { Fitting, MappedColumn } from "./memory.ts";
import { knownFrom, type Remembered } from "./said.ts";
import { type SaidTable, saidTable, tableAs } from "./said-table.ts";
import { type Shape, shapeOf } from "./shape.ts";

/** A table of a team's own, as it would be read. */
export interface Proposal {
  readonly sheet: string;
  /** Rows of the sheet above the range that was read. */
  readonly row: number;
  readonly read: Sheet;
  readonly feeds: readonly Feed[];
  readonly tables: readonly FoundTable[];
  readonly shape: Shape;
}
/** Why a sheet holds no table that a plan can be read from; `asks` when an answer would change that. */
export interface NoTable {
  readonly sheet: string;
  readonly why: string;
  readonly asks: Asks | null;
  /** Where an answer is one of a few. */
  readonly choice?: Choice;
  /** Its headings, where a planner may say what they mean. */
  readonly headings: readonly OpenHeading[];
  /** It holds what another tool exported. */
  readonly isExport?: true;
  /** One of the plan's own tables, if somebody says so. */
  readonly perhaps?: Perhaps;
}
/** What has the headings of one of the plan's tables and may be something else. */
export interface Perhaps extends SaidTable {
  /** Rows of the sheet above its cells. */
  readonly row: number;
  readonly headings: CellRange[number];
  /** What speaks against it; null where what was said about its columns settles that. */
  readonly doubt: Doubt | null;
}
export type Asks = "year" | "period" | "amounts" | "choice";

/** Cells of one sheet beyond which nothing is looked for. */
const MOST_CELLS = 400_000;

/** What one sheet of a workbook holds, read with what a planner has said about it so far. */
export function proposeOn(
  book: Book,
  name: string,
  fitting: Pick<Fitting, "map"> | null,
  answers: readonly Omit<MappedColumn, "row">[],
  block: Block = {
    row: 0,
    column: 0,
    end: null,
    cells: book.find((sheet) => sheet.name === name)?.cells ?? [],
    above: [],
  },
): Proposal | NoTable {
  const { row, above } = block;
  const cells = trimmed(block.cells);
  const no = (why: string, asks: Asks | null = null, headings: readonly OpenHeading[] = []): NoTable => ({
    sheet: name,
    why,
    asks,
    headings,
  });
  if (cells.length === 0) return no("The sheet is empty.");
  const size = cells.reduce((sum, row) => sum + row.length, 0);
  if (size > MOST_CELLS)
    return no(
      `The sheet has ${size} cells, more than the ${MOST_CELLS} that are looked through: take it in by Import.`,
    );
  const columns = overlaid(fitting?.map.columns ?? [], answers);
  const own = saidTable(columns, cells, name);
  if (own !== null)
    return { ...no(unknownBecause(cells, name, above)), perhaps: perhapsOf(own, { cells, row, above }, name) };
  const known = knownOn(book, name, fitting, answers, { cells, above });
  const found = layoutsIn(cells, known);
  if (found === null || isRefused(found)) {
    const because = unknownBecause(cells, name, above);
    const perhaps = perhapsIn({ cells, row, above }, name, columns);
    const choice = found?.choice;
    const asks = choice !== undefined ? "choice" : found === null ? null : asksOf(found.refused);
    const open = asks === null || asks === "choice" ? openHeadings(cells) : [];
    if (choice === undefined && perhaps !== null) return { ...no(because, asks, open), perhaps };
    const none = no(found?.refused.replace(/^The range\b/, "The sheet") ?? because, asks, open);
    return choice === undefined ? none : { ...none, choice };
  }
  const read = sheetOf(cells, name, known.said, above);
  const shape = shapeOf(read, found);
  if (shape === null) return no("It has no header row.");
  const feeds = found.length === 0 ? (["Deliverables"] as const) : [...new Set(found.map(({ table }) => table))];
  return { sheet: name, row, read, feeds, tables: found, shape };
}

type Piece = Pick<Block, "cells" | "row" | "above">;

const perhapsOf = (own: SaidTable, { cells, row, above }: Piece, sheet: string): Perhaps => ({
  ...own,
  row,
  headings: cells[own.header.row] ?? [],
  doubt: doubtOf(own.header, own.cells, { sheet, titles: above }),
});

/** The plan's table whose headings it has, where something speaks against it. */
function perhapsIn(piece: Piece, sheet: string, columns: readonly MappedColumn[]): Perhaps | null {
  const { cells, above } = piece;
  const header = headerOf(cells, sheet);
  if (header === null || doubtOf(header, cells, { sheet, titles: above }) === null) return null;
  const own = tableAs(header.table.name, columns, cells, sheet);
  return own === null ? null : perhapsOf(own, piece, sheet);
}

/** Why no layout is known: it may be one of the plan's tables all the same. */
function unknownBecause(cells: CellRange, sheet: string, titles: readonly string[]): string {
  const header = headerOf(cells, sheet);
  const doubt = doubtOf(header, cells, { sheet, titles });
  if (header === null || doubt === null)
    return "Its headings are none that say whose hours of which days the cells are.";
  return `Maybe ${header.table.name}: ${doubtText(header, doubt).replace(/^./, (one) => one.toLowerCase())}. ${doubt.hint}`;
}

/** What reading a block of a sheet may know beside its cells: the other sheets, and what a planner has said. */
export function knownOn(
  book: Book,
  name: string,
  fitting: Pick<Fitting, "map"> | null,
  answers: readonly Omit<MappedColumn, "row">[],
  { cells, above }: Pick<Block, "cells" | "above">,
): Remembered {
  const beside = book.filter((sheet) => sheet.name !== name).map((other) => other.cells);
  const said = overlaid(fitting?.map.columns ?? [], answers);
  return knownFrom({ columns: said }, cells, { sheet: name, beside, above });
}

export const isProposal = (one: Proposal | NoTable): one is Proposal => "shape" in one;

/** Answers go before what was accepted earlier. */
export function overlaid(
  columns: readonly MappedColumn[],
  answers: readonly Omit<MappedColumn, "row">[],
): readonly MappedColumn[] {
  const said = new Map(answers.map((one) => [one.heading, one.means]));
  return [
    ...columns.filter(({ heading }) => !said.has(heading)),
    ...answers.map(({ heading, means }) => ({ heading, means, row: -1 })),
  ];
}

const ASKS: readonly (readonly [RegExp, Asks])[] = [
  [/no year/, "year"],
  [/by weekday and have no dates/, "period"],
  [/Nothing says what the numbers count/, "amounts"],
];
const asksOf = (why: string): Asks | null => ASKS.find(([pattern]) => pattern.test(why))?.[1] ?? null;

/** Formatted rows below the last cell that holds something are no rows. */
function trimmed(cells: CellRange): CellRange {
  let last = cells.length;
  while (last > 0 && isBlankRow(cells[last - 1])) last -= 1;
  return cells.slice(0, last);
}
