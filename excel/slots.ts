import type { Slot, Step } from "../core/host.ts";
import { readFlag } from "../core/journal/flag.ts";
import { type CellRange, widthOf } from "../core/plan/cells.ts";
import { type Desk, knownOf, queue } from "./desk.ts";
import { type Known, lookOf, SLOTS, sheetOf, slotSheet } from "./known.ts";
import { fromA1, usedCells } from "./read.ts";
import { rangeOf } from "./sheet/range.ts";
import { makeSlots } from "./sheet/visibility.ts";

type Texts = CellRange | null;

/** The texts of one of the journal's hidden sheets. */
export async function stored(desk: Desk, { slot }: Extract<Step, { do: "stored" }>): Promise<Texts> {
  const early = desk.slots.get(slot);
  if (early !== undefined) return early;
  const seen = slotSheet(await knownOf(desk), slot);
  if (!seen) return null;
  const [cells = []] = await usedCells(desk, [seen.sheet]);
  return cells;
}

/**
 * The journal asks for its last entry right after the cells it wants to change, so both come in one round trip. The answer
 * is kept by the function this returns, once the round trip is over.
 */
export function askEarly({ slots }: Desk, known: Known): () => void {
  const last = readFlag(lookOf(known)).last;
  const seen = last === null || slots.has(last.slot) ? undefined : slotSheet(known, last.slot);
  if (last === null || !seen) return () => {};
  const range = seen.sheet.getUsedRangeOrNullObject(true);
  range.load("values,rowIndex,columnIndex");
  return () => {
    try {
      slots.set(last.slot, range.isNullObject ? [] : fromA1(range.rowIndex, range.columnIndex, range.values));
    } catch {
      slots.delete(last.slot); // the round trip was too large and was cut up; it is asked for again when wanted
    }
  };
}

/** Replace all of a hidden sheet by these texts. */
export async function store(desk: Desk, { slot, cells }: Extract<Step, { do: "store" }>): Promise<void> {
  const sheet = await slotOf(desk, slot);
  desk.slots.delete(slot);
  await queue(desk, OVERHEAD);
  sheet.getRange().clear("Contents");
  const columns = widthOf(cells);
  for (let row = 0; row < cells.length && columns > 0; row += MOST_ROWS) {
    const texts = cells
      .slice(row, row + MOST_ROWS)
      .map((line) => Array.from({ length: columns }, (_, i) => line[i] ?? ""));
    await queue(desk, JSON.stringify(texts).length + OVERHEAD);
    const range = rangeOf(sheet, { row, column: 0, rows: texts.length, columns });
    range.set({ numberFormat: AS_TEXT });
    range.values = texts;
  }
}

/** An entry's texts are long, so few of them fill a batch. */
const MOST_ROWS = 200;
const OVERHEAD = 600;
/** One format for each cell of a range: Excel takes it, its typings want a matrix. */
const AS_TEXT = "@" as unknown as string[][];

async function slotOf(desk: Desk, slot: Slot): Promise<Excel.Worksheet> {
  const known = await knownOf(desk);
  const missing = SLOTS.filter((name) => !sheetOf(known, name));
  if (missing.length > 0) {
    desk.wrote = true;
    await makeSlots(missing);
  }
  for (const name of missing) {
    const sheet = desk.context.workbook.worksheets.getItem(name);
    known.sheets.set(name.toLowerCase(), { name, sheet, visible: false, charts: new Set() });
  }
  return slotSheet(known, slot)!.sheet;
}
