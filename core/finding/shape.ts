import { without } from "../layouts/again.ts";
import { axisIn } from "../layouts/axis.ts";
import { type FoundTable, isRefused } from "../layouts/found.ts";
import { headerIn } from "../layouts/header.ts";
import { type Columns, type Line, linesIn } from "../layouts/lines.ts";
import { pairHeaderIn } from "../layouts/pair-header.ts";
import { filled, type Sheet, span } from "../layouts/sheet.ts";
import { acrossColumns } from "./across.ts";
import type { ShapeColumn } from "./columns.ts";
import { longColumns } from "./long.ts";
import { pairColumns } from "./pairs.ts";

/** Where a table stands in a range, and what its columns and rows are. Rows and columns are zero-based. */
export interface Shape {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** The last row of the block, totals included. */
  readonly last: number;
  readonly columns: readonly ShapeColumn[];
  readonly leftOut: readonly LeftOut[];
  readonly entries: readonly number[];
}

/** Rows that say nothing of their own. */
export interface LeftOut {
  readonly rows: readonly number[];
  readonly why: string;
}

/** What the columns and header rows of a table are, before its rows are cut. */
export interface Described {
  readonly top: number;
  readonly bottom: number;
  readonly roles: Columns;
  readonly columns: readonly ShapeColumn[];
  /** The columns of amounts. */
  readonly amounts: readonly number[];
  /** Rows below that head the columns once more. */
  readonly heads?: readonly number[];
}

/** The shape of the table that a layout found in a range; null when it has no header row. */
export function shapeOf(sheet: Sheet, found: readonly FoundTable[]): Shape | null {
  const described = describe(sheet, found);
  if (described === null) return null;
  const { top, bottom, roles, columns, amounts, heads = [] } = described;
  const plain = heads.length === 0 ? sheet : without(sheet, (row) => heads.includes(row));
  const lines = linesIn(plain, roles, bottom + 1, amounts).filter(({ row }) => !heads.includes(row));
  const inside = lines.filter(({ kind }) => kind !== "alone" && kind !== "blank");
  const used = new Set(found.flatMap(({ places }) => places.map(({ row }) => row)));
  const told = new Set(found.flatMap(({ problems }) => problems.map(({ row }) => row)));
  const isOurs = (line: Line) =>
    line.kind !== "entry" || used.has(line.row) || told.has(line.row) || isFull(sheet, line);
  const last = inside.filter(isOurs).reduce((most, { row }) => Math.max(most, row), bottom);
  const all = [...span(top, bottom), ...lines.filter(({ row }) => row <= last).map(({ row }) => row)];
  const known = columns.flatMap((one) => one.columns);
  const across = all.flatMap((row) => filled(sheet, row));
  const left = Math.min(...known, ...span(top, bottom).flatMap((row) => filled(sheet, row)));
  const right = Math.max(...known, ...across.filter((column) => column <= Math.max(...known) + 1));
  return {
    top,
    bottom,
    left,
    right,
    last,
    columns: widened(sheet, columns, right, top, last),
    leftOut: [
      ...leftOut(lines.filter(({ row }) => row <= last)),
      ...(heads.length === 0 ? [] : [{ rows: heads, why: "headings once more" }]),
    ],
    entries: lines.filter(({ row, kind }) => row <= last && kind === "entry").map(({ row }) => row),
  };
}

/** A note under a table has one or two cells; a row of the table reaches further. */
const isFull = (sheet: Sheet, { row }: Line): boolean => filled(sheet, row).length > 2;

function describe(sheet: Sheet, found: readonly FoundTable[]): Described | null {
  const axis = axisIn(sheet);
  if (axis !== null && !isRefused(axis)) return acrossColumns(sheet, axis, found);
  const pairs = pairHeaderIn(sheet);
  if (pairs !== null) return pairColumns(sheet, pairs);
  const header = headerIn(sheet);
  return header === null ? null : longColumns(sheet, header, found);
}

/** Merged cells leave a blank column beside their heading: it belongs to the column on its left. */
function widened(
  sheet: Sheet,
  columns: readonly ShapeColumn[],
  right: number,
  top: number,
  last: number,
): readonly ShapeColumn[] {
  const known = new Set(columns.flatMap((one) => one.columns));
  const isBlankColumn = (column: number) => span(top, last).every((row) => !filled(sheet, row).includes(column));
  return columns.map((one) => {
    if (one.columns.length !== 1) return one;
    const [first] = one.columns as readonly [number];
    const more = span(first + 1, right);
    const end = more.findIndex((column) => known.has(column) || !isBlankColumn(column));
    const extra = end < 0 ? [] : more.slice(0, end);
    return extra.length === 0 ? one : { ...one, columns: [first, ...extra] };
  });
}

const WHY = [
  ["total", "totals, which are compared with the rows they add up"],
  ["summary", "about the rows around them"],
  ["computed", "without a name, worked out from the rows around them"],
  ["held", "without a name and without work"],
  ["alone", "names of groups"],
  ["blank", "empty"],
] as const;

const leftOut = (lines: readonly Line[]): readonly LeftOut[] =>
  WHY.flatMap(([kind, why]) => {
    const rows = lines.filter((line) => line.kind === kind).map(({ row }) => row);
    return rows.length === 0 ? [] : [{ rows, why }];
  });
