import type { Look, Owned, Slot } from "../core/host.ts";
import { referredBy } from "./address.ts";

/** Headroom's own hidden sheets, for the journal's texts, and the setting that holds its flag. */
export const SLOTS: readonly [string, string] = ["Headroom journal 1", "Headroom journal 2"];
export const FLAG = "Headroom journal";
const OWN = new Set(SLOTS.map((name) => name.toLowerCase()));

/** A sheet as far as operations need to know it. */
export interface SheetSeen {
  readonly name: string;
  readonly sheet: Excel.Worksheet;
  visible: boolean;
  readonly charts: Set<string>;
}

/** What stands in the workbook, all of it asked in one go, so that no operation has to ask. */
export interface Known {
  /** By name in small letters: Excel tells no more apart. */
  readonly sheets: Map<string, SheetSeen>;
  readonly names: Map<string, Excel.NamedItem>;
  /** Where names stand that mean one rectangle. */
  readonly named: ReadonlyMap<string, Owned>;
  readonly flag: string | null;
}

export async function learn(context: Excel.RequestContext): Promise<Known> {
  const { worksheets, names, settings } = context.workbook;
  worksheets.load({ name: true, visibility: true, charts: { name: true } });
  names.load({ name: true, formula: true });
  const flag = settings.getItemOrNullObject(FLAG);
  flag.load({ value: true });
  await context.sync();
  return {
    sheets: new Map(worksheets.items.map((sheet) => [sheet.name.toLowerCase(), seen(sheet)])),
    names: new Map(names.items.map((item) => [item.name, item])),
    named: new Map(names.items.flatMap(standing)),
    flag: flag.isNullObject ? null : String(flag.value),
  };
}

const seen = (sheet: Excel.Worksheet): SheetSeen => ({
  name: sheet.name,
  sheet,
  visible: sheet.visibility === "Visible",
  charts: new Set(sheet.charts.items.map(({ name }) => name)),
});

function standing({ name, formula }: Excel.NamedItem): [string, Owned][] {
  const at = referredBy(String(formula));
  return at ? [[name, at]] : [];
}

export function lookOf({ sheets, names, named, flag }: Known): Look {
  const there = [...named].filter(([, { sheet }]) => sheets.has(sheet.toLowerCase()));
  return {
    owned: new Map(there.filter(([name]) => name.startsWith("Headroom_"))),
    flag,
    sheets: [...sheets.values()].map(({ name }) => name).filter((name) => !isOwn(name)),
    names: [...names.keys()],
    named: new Map(there),
  };
}

export const isOwn = (name: string): boolean => OWN.has(name.toLowerCase());

export const sheetOf = ({ sheets }: Known, name: string): SheetSeen | undefined => sheets.get(name.toLowerCase());

export const slotSheet = (known: Known, slot: Slot): SheetSeen | undefined => sheetOf(known, SLOTS[slot]);
