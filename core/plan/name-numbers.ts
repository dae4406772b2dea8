import type { Cell } from "./cells.ts";
import { nameKey } from "./names.ts";
import { isOddName } from "./odd-rows.ts";

/** The names of one namespace, numbered in the order in which they were first seen, however they are spelled. */
export interface NameNumbers {
  /** As first spelled. */
  readonly texts: string[];
  readonly spellings: Spellings;
  /** By place of a spelling: one more than the number of the name, 0 for none. */
  ofSpelling: Int32Array;
  /** Cells that only the schema could read, with the numbers of their names. */
  readonly byCell: Map<Cell, number>;
}

/**
 * Spellings seen before, from one plan to the next, so that a plan's names are mostly found with one look: names that
 * mean the same have one place. A text that needs tidying, or could head a row of totals, has none and is -1.
 */
interface Spellings {
  readonly placeOf: Map<string, number>;
  readonly byKey: Map<string, number>;
}

const MOST_SPELLINGS = 20_000;
const newSpellings = (): Spellings => ({ placeOf: new Map(), byKey: new Map() });
let seen = newSpellings();

export function noNames(): NameNumbers {
  // A plan that is being read keeps its own, so that places stay what they are.
  if (seen.placeOf.size >= MOST_SPELLINGS || seen.byKey.size >= MOST_SPELLINGS) seen = newSpellings();
  return { texts: [], spellings: seen, ofSpelling: new Int32Array(0), byCell: new Map() };
}

/**
 * The number of a name cell, given a new one when it is new; -1 when only the schema can say whether it is a name, or,
 * where rows are told by their names, when the name could be that of a row of totals.
 */
export function numberOfCell(names: NameNumbers, cell: Cell, telling: boolean): number {
  if (typeof cell === "string") {
    const place = names.spellings.placeOf.get(cell) ?? placeOf(names.spellings, cell);
    if (place >= 0) return numberAt(names, place, cell);
  }
  const known = names.byCell.get(cell);
  if (known !== undefined) return known;
  return telling || typeof cell !== "string" || !isPlain(cell) ? -1 : numberFor(names, cell, cell, cell.toLowerCase());
}

/** The number of a name that the schema read from a cell. */
export function numberOfName(names: NameNumbers, cell: Cell, name: string): number {
  const key = nameKey(name);
  return isOddName(key) ? numberAt(names, placeOfKey(names.spellings, key), name) : numberFor(names, cell, name, key);
}

function numberFor(names: NameNumbers, cell: Cell, name: string, key: string): number {
  const number = numberAt(names, placeOfKey(names.spellings, key), name);
  names.byCell.set(cell, number);
  return number;
}

function numberAt(names: NameNumbers, place: number, name: string): number {
  const { ofSpelling, texts, spellings } = names;
  const known = place < ofSpelling.length ? ofSpelling[place]! - 1 : -1;
  if (known >= 0) return known;
  if (place >= ofSpelling.length) {
    names.ofSpelling = new Int32Array(Math.max(spellings.byKey.size, 2 * ofSpelling.length));
    names.ofSpelling.set(ofSpelling);
  }
  names.ofSpelling[place] = texts.push(name);
  return texts.length - 1;
}

function placeOf(spellings: Spellings, text: string): number {
  const key = isPlain(text) ? text.toLowerCase() : "";
  const place = key === "" || isOddName(key) ? -1 : placeOfKey(spellings, key);
  spellings.placeOf.set(text, place);
  return place;
}

function placeOfKey({ byKey }: Spellings, key: string): number {
  const known = byKey.get(key);
  if (known !== undefined) return known;
  const place = byKey.size;
  byKey.set(key, place);
  return place;
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
