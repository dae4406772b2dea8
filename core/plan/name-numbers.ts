import type { Cell } from "./cells.ts";
import { nameKey } from "./names.ts";
import { isOddName } from "./odd-rows.ts";

/**
 * The names of one namespace, numbered in the order in which they were first seen, however they are spelled. Cells are
 * looked up as they stand first, so that a name's spelling is looked into once.
 */
export interface NameNumbers {
  /** As first spelled. */
  readonly texts: string[];
  readonly byCell: Map<Cell, number>;
  readonly byKey: Map<string, number>;
}

export const noNames = (): NameNumbers => ({ texts: [], byCell: new Map(), byKey: new Map() });

/**
 * The number of a name cell, given a new one when it is new; -1 when only the schema can say whether it is a name, or,
 * where rows are told by their names, when the name could be that of a row of totals.
 */
export function numberOfCell(names: NameNumbers, cell: Cell, telling: boolean): number {
  const known = names.byCell.get(cell);
  if (known !== undefined) return known;
  if (typeof cell !== "string") return -1;
  const key = plainKey(cell);
  return key === "" || (telling && isOddName(key)) ? -1 : numberFor(names, cell, cell, key);
}

/** Keys of names seen before, from one plan to the next; "" for a name that needs tidying. */
const PLAIN = new Map<string, string>();
const MOST_PLAIN = 20_000;

function plainKey(name: string): string {
  const known = PLAIN.get(name);
  if (known !== undefined) return known;
  const key = isPlain(name) ? name.toLowerCase() : "";
  if (PLAIN.size >= MOST_PLAIN) PLAIN.clear();
  PLAIN.set(name, key);
  return key;
}

/** The number of a name that the schema read from a cell. */
export function numberOfName(names: NameNumbers, cell: Cell, name: string): number {
  const key = nameKey(name);
  if (isOddName(key)) return names.byKey.get(key) ?? added(names, name, key);
  return numberFor(names, cell, name, key);
}

function numberFor(names: NameNumbers, cell: Cell, name: string, key: string): number {
  const number = names.byKey.get(key) ?? added(names, name, key);
  names.byCell.set(cell, number);
  return number;
}

function added(names: NameNumbers, name: string, key: string): number {
  const number = names.texts.push(name) - 1;
  names.byKey.set(key, number);
  return number;
}

const LONGEST_PLAIN = 100;
const SPACE = 32;
const HASH = 35;

/** A name whose spelling needs no tidying: letters of western Europe, digits and signs, single spaces, no error value. */
function isPlain(text: string): boolean {
  const { length } = text;
  if (length === 0 || length > LONGEST_PLAIN || text === "Loading...") return false;
  let before = SPACE;
  for (let i = 0; i < length; i++) {
    const letter = text.charCodeAt(i);
    if (letter === SPACE ? before === SPACE : letter < SPACE || (letter > 126 && (letter < 192 || letter > 255)))
      return false;
    before = letter;
  }
  return before !== SPACE && text.charCodeAt(0) !== HASH;
}
