import type { Desk } from "../desk.ts";
import { type Known, type SheetSeen, sheetOf } from "../known.ts";

/** Where operations act: a sheet of the workbook inside one piece of work. */
export interface Stage {
  readonly desk: Desk;
  readonly known: Known;
  readonly seen: SheetSeen;
}

/**
 * The sheet of this name, made when missing. A new one is in sight at once, because hiding and showing sheets would cost
 * the planner everything they could have undone.
 */
export function openSheet({ context }: Desk, known: Known, name: string): SheetSeen {
  const found = sheetOf(known, name);
  if (found) return found;
  const made: SheetSeen = { name, sheet: context.workbook.worksheets.add(name), visible: true, charts: new Set() };
  known.sheets.set(name.toLowerCase(), made);
  return made;
}
