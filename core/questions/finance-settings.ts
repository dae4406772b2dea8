import type { SheetCells } from "../host.ts";
import { type CellRange, isBlank } from "../plan/cells.ts";
import { locate } from "../plan/locate.ts";
import { nameKey } from "../plan/names.ts";
import { SETTING_LIST } from "../plan/setting-list.ts";

/** Finance's settings: those of the plan as they are now, and all money shown, since nobody else opens this workbook. */
export function financeSettings(
  known: readonly (readonly [setting: string, value: CellRange[number][number]])[],
): CellRange {
  const values = new Map(known.map(([setting, value]) => [nameKey(setting), value]));
  const rows = Object.values(SETTING_LIST).map(({ name, also, about }) => {
    const same = [name, ...also].map(nameKey).find((one) => values.has(one));
    const value = name === SETTING_LIST.moneyShown.name ? "all" : same === undefined ? null : values.get(same)!;
    return [name, value, about];
  });
  return [["Setting", "Value", "Note"], ...rows];
}

/** Whether these settings name a currency. */
export function hasCurrency(known: readonly (readonly [setting: string, value: unknown])[]): boolean {
  const { name, also } = SETTING_LIST.currency;
  const keys = new Set([name, ...also].map(nameKey));
  return known.some(([setting]) => keys.has(nameKey(setting)));
}

/** What its tables of settings say. */
export function settingsOf(sheet: SheetCells): readonly (readonly [string, CellRange[number][number]])[] {
  return locate([sheet])
    .filter(({ table }) => table.name === "Settings")
    .flatMap(({ cells, columns, column }) => {
      const [setting, value] = [columns.get("setting"), columns.get("value")];
      if (setting === undefined || value === undefined) return [];
      return cells.slice(1).flatMap((line) => {
        const [name, worth] = [line[setting - column] ?? null, line[value - column] ?? null];
        return typeof name === "string" && !isBlank(worth) ? [[name, worth] as const] : [];
      });
    });
}
