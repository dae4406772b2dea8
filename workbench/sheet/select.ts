import { helpers, type Model, type UID, type Zone } from "../engine.ts";

/** Show a sheet and select a rectangle of it, its first cell in sight. */
export function select(model: Model, sheetId: UID, zone: Zone): void {
  const sheetIdFrom = model.getters.getActiveSheetId();
  if (sheetIdFrom !== sheetId) model.dispatch("ACTIVATE_SHEET", { sheetIdFrom, sheetIdTo: sheetId });
  if (model.getters.getActiveSheetId() !== sheetId) return; // a hidden sheet cannot be shown
  const cell = { col: zone.left, row: zone.top };
  model.selection.selectZone({ cell, zone }, { scrollIntoView: true });
}

/** The same for an address such as B5. */
export function goTo(model: Model, sheetId: UID, a1: string): void {
  if (model.getters.tryGetSheet(sheetId)) select(model, sheetId, helpers.toZone(a1));
}
