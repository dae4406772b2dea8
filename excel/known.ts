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
  readonly owned: ReadonlyMap<string, Owned>;
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
    owned: new Map(names.items.flatMap(ownedBy)),
    flag: flag.isNullObject ? null : String(flag.value),
  };
}

const seen = (sheet: Excel.Worksheet): SheetSeen => ({
  name: sheet.name,
  sheet,
  visible: sheet.visibility === "Visible",
  charts: new Set(sheet.charts.items.map(({ name }) => name)),
});

function ownedBy({ name, formula }: Excel.NamedItem): [string, Owned][] {
  const owned = name.startsWith("Headroom_") ? referredBy(String(formula)) : null;
  return owned ? [[name, owned]] : [];
}

export const lookOf = ({ sheets, names, owned, flag }: Known): Look => ({
  owned: new Map([...owned].filter(([, { sheet }]) => sheets.has(sheet.toLowerCase()))),
  flag,
  sheets: [...sheets.values()].map(({ name }) => name).filter((name) => !isOwn(name)),
  names: [...names.keys()],
});

export const isOwn = (name: string): boolean => OWN.has(name.toLowerCase());

export const sheetOf = ({ sheets }: Known, name: string): SheetSeen | undefined => sheets.get(name.toLowerCase());

export const slotSheet = (known: Known, slot: Slot): SheetSeen | undefined => sheetOf(known, SLOTS[slot]);
