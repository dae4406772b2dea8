import type { Area } from "../../core/host.ts";
import { fillOf } from "../../core/sheets/fill.ts";
import type { Written } from "../../core/sheets/ops.ts";
import { cellFrom } from "../cells.ts";
import { type Desk, onSheet, rangeOf, type Sheet } from "./stage.ts";
import { unguarded } from "./text.ts";

/** What the cells of a rectangle hold, formulas as formulas; nothing where there is no sheet or no cell. */
export function readArea({ dayOf }: Desk, sheet: Sheet | undefined, at: Area): Written[][] {
  const area = sheet ? onSheet(sheet, at) : null;
  const range = sheet && area ? rangeOf(sheet, area) : null;
  const values = range?.getValues() ?? [];
  const formulas = range?.getFormulas() ?? [];
  return Array.from({ length: at.rows }, (_, row) =>
    Array.from({ length: at.columns }, (_, column): Written => {
      const formula = formulas[row]?.[column] ?? "";
      if (formula !== "") return { formula };
      const cell = cellFrom(values[row]?.[column], dayOf);
      return typeof cell === "string" ? unguarded(cell) : cell;
    }),
  );
}

/** The colours that were given to the cells of a rectangle; none where there is no sheet or no cell. */
export function fillsIn(sheet: Sheet | undefined, at: Area): (string | null)[][] {
  const area = sheet ? onSheet(sheet, at) : null;
  const colours = sheet && area ? rangeOf(sheet, area).getBackgrounds() : [];
  return Array.from({ length: at.rows }, (_, row) =>
    Array.from({ length: at.columns }, (_, column) => fillOf(colours[row]?.[column])),
  );
}
