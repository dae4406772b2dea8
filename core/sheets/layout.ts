import type { Area, Owned } from "../host.ts";
import { type Corner, moved, overlap } from "./areas.ts";
import { type Drawn, draw, sizeOf } from "./block.ts";
import { blockName } from "./block-name.ts";
import { CHART_ROWS } from "./grid-dress.ts";
import type { Block, SheetModel } from "./model.ts";
import type { SheetOp } from "./ops.ts";

export { blockName };

/** A block where it is to stand, and where an earlier run's block of that name stands now. */
export interface Placed {
  readonly name: string;
  readonly sheet: string;
  /** Null: there was none. */
  readonly from: Area | null;
  /** Null: the sheet has no such block any more. */
  readonly to: Drawn | null;
}

const GAP = 1;

/**
 * Where a sheet's blocks go. A block stays where the planner has moved it and is pushed down only when another of our own blocks
 * has grown into it; new ones go below the lowest.
 */
export function layout(model: SheetModel, owned: ReadonlyMap<string, Owned>): Placed[] {
  const mine = [...owned].filter(([name]) => name.startsWith(blockName(model.name, "")));
  const known = new Set(model.blocks.map(({ key }) => blockName(model.name, key)));
  if (known.size < model.blocks.length) throw new RangeError(`Two blocks of "${model.name}" have one name.`);
  const sheet = mine.find(([name]) => known.has(name))?.[1].sheet ?? model.name;
  const corners = cornersOf(model, owned, sheet);
  const placed = model.blocks.map((block, i): Placed => {
    const name = blockName(model.name, block.key);
    const drawn = draw(block, corners[i]!, name);
    const dress = i === 0 ? [...drawn.dress, ...sheetDress(model, corners)] : drawn.dress;
    return { name, sheet, from: areaOn(owned.get(name), sheet), to: { ...drawn, dress } };
  });
  const gone = mine
    .filter(([name, { sheet: stands }]) => !known.has(name) && stands === sheet)
    .map(([name, { at }]): Placed => ({ name, sheet, from: at, to: null }));
  return [...gone, ...placed];
}

/** A block that was moved to another sheet alone is left there; a new one is made at home. */
const areaOn = (one: Owned | undefined, sheet: string): Area | null => (one && one.sheet === sheet ? one.at : null);

function cornersOf(model: SheetModel, owned: ReadonlyMap<string, Owned>, sheet: string): Corner[] {
  const taken: Area[] = [];
  let free = 0;
  return model.blocks.map((block) => {
    const size = { ...sizeOf(block), rows: rowsTaken(block) };
    const before = areaOn(owned.get(blockName(model.name, block.key)), sheet);
    let at: Area = before ? { ...before, ...size } : { row: free, column: 0, ...size };
    for (let hit = taken.find((one) => overlap(one, at)); hit; hit = taken.find((one) => overlap(one, at))) {
      at = { ...at, row: hit.row + hit.rows + GAP };
    }
    taken.push(at);
    free = Math.max(free, at.row + Math.max(at.rows + roomBelow(block), chartRows(block)) + GAP);
    return { row: at.row, column: at.column };
  });
}

/** A grid may grow by some rows before the ones below it have to move. */
const roomBelow = (block: Block): number => (block.kind === "grid" ? 1 + Math.ceil(block.rows.length / 8) : 0);

/** Charts stand beside their rows, and the next grid's charts below them. */
const chartRows = (block: Block): number =>
  block.kind === "grid" && block.rows.length > 0 ? CHART_ROWS * block.charts.length : 0;

/** A block with the charts that stand below it. */
function rowsTaken(block: Block): number {
  const { rows } = sizeOf(block);
  const charts = block.kind === "grid" && block.chartsBelow ? chartRows(block) : 0;
  return charts === 0 ? rows : rows + 1 + charts;
}

/** What belongs to the sheet as a whole: its title, frozen panes, and columns wide enough for all grids that start at the left edge. */
function sheetDress(model: SheetModel, corners: readonly Corner[]): SheetOp[] {
  const widths: number[] = [];
  model.blocks.forEach((block, i) => {
    if (block.kind !== "grid" || corners[i]!.column !== 0) return;
    block.columns.forEach(({ width = 10 }, j) => {
      widths[j] = Math.max(widths[j] ?? 0, width);
    });
  });
  const [first] = model.blocks;
  const isTitled = first?.kind === "note" && first.lines[0]?.look === "title";
  return [
    ...(isTitled ? [{ do: "paint", at: { ...corners[0]!, rows: 1, columns: 1 }, look: "sheet" } as const] : []),
    ...(widths.length > 0 ? [{ do: "width", column: 0, characters: widths } as const] : []),
    ...(model.freeze ? [{ do: "freeze", ...model.freeze } as const] : []),
    ...(model.print ? [pageOf(model, model.print, corners)] : []),
  ];
}

/** What is printed: everything from the first cell to the end of a block; what stands further down is for the screen. */
function pageOf(
  { name, blocks }: SheetModel,
  { headingsOf, upTo, pages = [] }: NonNullable<SheetModel["print"]>,
  corners: readonly Corner[],
): SheetOp {
  const numberOf = (wanted: string): number => {
    const found = blocks.findIndex(({ key }) => key === wanted);
    if (found < 0) throw new RangeError(`"${name}" has no block "${wanted}".`);
    return found;
  };
  const last = numberOf(upTo);
  const ends = blocks.slice(0, last + 1).map((block, i) => {
    const { rows, columns } = sizeOf(block);
    const isBeside = block.kind === "grid" && block.charts.length > 0 && !block.chartsBelow;
    const chart = isBeside ? CHART : { rows: 0, columns: 0 };
    return {
      row: corners[i]!.row + Math.max(rows, rowsTaken(block), chart.rows),
      column: corners[i]!.column + columns + chart.columns,
    };
  });
  const rows = Math.max(...ends.map(({ row }) => row));
  const columns = Math.max(...ends.map(({ column }) => column));
  const rowOf = (key: string): number => corners[numberOf(key)]!.row;
  const breaks = pages.map(rowOf).filter((row) => row > 0 && row < rows);
  return { do: "page", at: { row: 0, column: 0, rows, columns }, headingRow: rowOf(headingsOf) + 1, breaks };
}

/** Cells that a chart beside its grid takes, also where columns are as narrow as those of weeks, with the gap before it. */
const CHART = { rows: 18, columns: 14 };

/** The same operations some rows and columns further on. */
export function movedOps(ops: readonly SheetOp[], by: Corner): SheetOp[] {
  if (by.row === 0 && by.column === 0) return [...ops];
  return ops.map((op): SheetOp => {
    switch (op.do) {
      case "clear":
      case "format":
      case "write":
      case "paint":
      case "link":
      case "note":
      case "choose":
        return { ...op, at: moved(op.at, by) };
      case "own":
        return { ...op, at: op.at && moved(op.at, by) };
      case "rule":
        return { ...op, at: op.at.map((at) => moved(at, by)) };
      case "chart": {
        const { categories, series, at } = op;
        return {
          ...op,
          categories: moved(categories, by),
          series: series.map((one) => moved(one, by)),
          at: moved(at, by),
        };
      }
      default:
        return op;
    }
  });
}
