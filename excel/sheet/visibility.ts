import type { Desk } from "../desk.ts";
import { isOwn, type SheetSeen, SLOTS } from "../known.ts";

/**
 * Hiding or showing a sheet has no undo in Excel and is refused inside a merged undo step, so it is done beside it: showing at
 * once, hiding when all else is done.
 */
export async function show({ hide }: Desk, seen: SheetSeen, visible: boolean): Promise<void> {
  if (!visible) {
    hide.add(seen.name);
    return;
  }
  hide.delete(seen.name);
  if (!seen.visible) await setVisibility([seen.name], true);
  seen.visible = true;
}

/** The journal's own sheets are hidden from the list of hidden sheets, too. */
export async function setVisibility(names: readonly string[], visible: boolean): Promise<void> {
  await Excel.run({ delayForCellEdit: true }, async (context) => {
    for (const name of names) {
      const sheet = context.workbook.worksheets.getItem(name);
      sheet.visibility = visible ? "Visible" : isOwn(name) ? "VeryHidden" : "Hidden";
    }
    await context.sync();
  });
}

/** The journal's two sheets, made once in a workbook; nobody sees them, not even in the list of hidden sheets. */
export async function makeSlots(missing: readonly string[]): Promise<void> {
  await Excel.run({ delayForCellEdit: true }, async (context) => {
    for (const name of SLOTS.filter((one) => missing.includes(one))) {
      context.workbook.worksheets.add(name).visibility = "VeryHidden";
    }
    await context.sync();
  });
}
