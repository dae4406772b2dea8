import { isDeepStrictEqual } from "node:util";
import type { SheetSnapshot, Snapshot } from "../../support/snapshot.ts";

const MOST = 12;

/** Where two workbooks differ, place by place; nothing when they are the same, whatever the order of their names. */
export function differences(one: Snapshot, other: Snapshot): readonly string[] {
  const found: string[] = [];
  const compare = (where: string, a: unknown, b: unknown) => {
    const [left, right] = [textOf(a), textOf(b)];
    if (left !== right && found.length < MOST) found.push(`${where}: ${left} | ${right}`);
  };
  const sheets = ({ sheets }: Snapshot) => sheets.map(({ name, visible }) => ({ name, visible }));
  compare("sheets", sheets(one), sheets(other));
  compareMaps("name ", one.names, other.names, compare);
  for (const sheet of one.sheets) {
    const twin = other.sheets.find(({ name }) => name === sheet.name);
    if (twin) compareSheets(sheet, twin, compare);
  }
  return found;
}

type Compare = (where: string, a: unknown, b: unknown) => void;

function compareSheets(a: SheetSnapshot, b: SheetSnapshot, compare: Compare): void {
  compareMaps(`${a.name}!`, a.cells, b.cells, compare);
  for (const part of ["rules", "charts", "frozen"] as const) compare(`${a.name} ${part}`, a[part], b[part]);
}

function compareMaps<T>(where: string, a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>, compare: Compare): void {
  for (const key of new Set([...a.keys(), ...b.keys()])) {
    const [one, other] = [a.get(key), b.get(key)];
    if (!isDeepStrictEqual(one, other)) compare(where + key, one, other);
  }
}

/** The same text for the same thing, in whatever order its parts were said. */
const textOf = (value: unknown): string => JSON.stringify(value, sorted) ?? "nothing";

const sorted = (_: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
