import type { Area } from "../../core/host.ts";
import { clearRules } from "./rules.ts";
import { onSheet, rangeOf, type Sheet } from "./stage.ts";

/** Empty a rectangle of everything Headroom puts there. Clearing formats leaves number formats, so they are reset by name. */
export function clear(sheet: Sheet, at: Area): void {
  const area = onSheet(sheet, at);
  if (area === null) return;
  rangeOf(sheet, area).clearContent().clearFormat().clearNote().clearDataValidations().setNumberFormat("General");
  clearRules(sheet, area);
}
