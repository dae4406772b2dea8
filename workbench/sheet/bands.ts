import type { Area } from "../../core/host.ts";
import type { SheetOp } from "../../core/sheets/ops.ts";
import { type Format, isMany } from "./cells.ts";
import { inside, zoneOf } from "./places.ts";

/** A large rectangle, and the formats that its cells are given in the same go. */
export interface Large {
  readonly formats: readonly Format[];
  readonly write: Extract<SheetOp, { do: "write" }>;
}

/** Operations one by one; what writes a large rectangle together with the formats of its cells that stand before it. */
export function together(ops: readonly SheetOp[]): readonly (SheetOp | Large)[] {
  const out: (SheetOp | Large)[] = [];
  let formats: Format[] = [];
  for (const op of ops) {
    if (op.do === "format") {
      formats.push(op);
      continue;
    }
    if (op.do === "write" && isMany(op.at) && areColumnsOf(op.at, formats)) out.push({ formats, write: op });
    else out.push(...formats, op);
    formats = [];
  }
  return [...out, ...formats];
}

/** The same operations in pieces that are each written in a moment. The last rows come first: they make room for the others. */
export function bandsOf(ops: readonly SheetOp[]): readonly (readonly SheetOp[])[] {
  const pieces: SheetOp[][] = [[]];
  let open: SheetOp | undefined;
  for (const one of together(ops)) {
    if ("do" in one && one.do === "open") open = one;
    const bands = "do" in one ? [[one]] : cut(one);
    pieces[pieces.length - 1]!.push(...bands[0]!);
    for (const band of bands.slice(1)) pieces.push([...(open === undefined ? [] : [open]), ...band]);
  }
  return pieces;
}

const MOST_CELLS = 15_000;

function cut({ formats, write }: Large): readonly (readonly SheetOp[])[] {
  const { row, rows, columns } = write.at;
  const most = Math.max(1, Math.floor(MOST_CELLS / columns));
  const bands: SheetOp[][] = [];
  for (let from = row; from < row + rows; from += most) {
    const to = Math.min(from + most, row + rows);
    const own = formats.flatMap((one): SheetOp[] => {
      const at = between(one.at, from, to);
      return at.rows > 0 ? [{ ...one, at }] : [];
    });
    bands.unshift([
      ...own,
      { ...write, at: between(write.at, from, to), cells: write.cells.slice(from - row, to - row) },
    ]);
  }
  return bands;
}

function between(at: Area, from: number, to: number): Area {
  const row = Math.max(at.row, from);
  return { ...at, row, rows: Math.max(0, Math.min(at.row + at.rows, to) - row) };
}

/** Whether formats lie on a rectangle, each on columns of its own. */
const areColumnsOf = (at: Area, formats: readonly Format[]): boolean =>
  formats.every(
    (one, i) =>
      inside(zoneOf(one.at), zoneOf(at)) &&
      formats.every(
        (other, j) =>
          i === j ||
          one.at.column + one.at.columns <= other.at.column ||
          other.at.column + other.at.columns <= one.at.column,
      ),
  );
