import { nameKey } from "./names.ts";

/** Two names, by their places in the list, that may be one: the later first. */
export type Pair = readonly [later: number, earlier: number];

/**
 * Names that differ only by look-alike letters or accents ("José", "Jose"), or, in names of some length, by one letter
 * ("Samuel Ferreira", "Samuel Fereira"). Numbers tell names apart: "Engineer 1" and "Engineer 2" are two.
 */
export function lookAlikes(names: readonly string[]): readonly Pair[] {
  if (names.length !== before.names.length || names.some((name, i) => name !== before.names[i])) {
    before = { names, pairs: pairsAmong(names) };
  }
  return before.pairs;
}

/** The names asked about last: from one call to the next a plan's people are mostly the same. */
let before: { readonly names: readonly string[]; readonly pairs: readonly Pair[] } = { names: [], pairs: [] };

function pairsAmong(names: readonly string[]): readonly Pair[] {
  const keys = names.map((name) => (isAscii(name) ? name.toLowerCase() : nameKey(name)));
  const pairs = [...bySkeleton(keys), ...byOneLetter(keys)];
  const seen = new Set<number>();
  return pairs.filter(([later]) => !seen.has(later) && seen.add(later));
}

/** Cyrillic and Greek letters, and the Latin ones that they look like. */
const FOREIGN = "аеорсхуіѕјкмтвнοανρτικ";
const LIKE = "aeopcxyisjkmtbhoavptik";
const LATIN = new Map(Array.from(FOREIGN, (letter, i) => [letter, LIKE[i]!] as const));

function bySkeleton(keys: readonly string[]): readonly Pair[] {
  if (keys.every(isAscii)) return [];
  const pairs: Pair[] = [];
  const first = new Map<string, number>();
  keys.forEach((key, i) => {
    const skeleton = isAscii(key) ? key : skeletonOf(key);
    const known = first.get(skeleton);
    if (known === undefined) first.set(skeleton, i);
    else if (keys[known] !== key) pairs.push([i, known]);
  });
  return pairs;
}

const skeletonOf = (key: string): string =>
  Array.from(key.normalize("NFD").replace(/\p{M}/gu, ""), (letter) => LATIN.get(letter) ?? letter).join("");

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 126) return false;
  return true;
}

/** Shorter names differ by a letter too often to say so: Wei Li, Wei Lu. */
const SHORTEST = 8;

/**
 * Two names differ by one letter when both are the same without some letter of each, or one is the other without a letter:
 * so each name is entered in a table with each of its letters left out, and only names that meet there are compared.
 */
function byOneLetter(keys: readonly string[]): readonly Pair[] {
  const long = keys.filter((key) => key.length >= SHORTEST);
  const table = meetingPlace(long.reduce((count, key) => count + key.length + 1, 0));
  const pairs: Pair[] = [];
  keys.forEach((key, i) => {
    if (key.length < SHORTEST) return;
    for (const hash of hashesOf(key)) {
      table.enter(hash, i, (other) => {
        if (other !== i && isOneLetterApart(key, keys[other]!)) pairs.push([i, other]);
      });
    }
  });
  return pairs;
}

/** Who was entered under a number before. */
function meetingPlace(entries: number) {
  let size = 16;
  while (size < 2 * entries) size *= 2;
  const hashes = new Int32Array(size);
  const names = new Int32Array(size);
  return {
    enter(hash: number, name: number, meet: (other: number) => void): void {
      let at = (Math.imul(hash, 0x9e3779b1) >>> 0) & (size - 1);
      for (; names[at] !== 0; at = (at + 1) & (size - 1)) if (hashes[at] === hash) meet(names[at]! - 1);
      hashes[at] = hash;
      names[at] = name + 1;
    },
  };
}

const BASE = 0x01000193;
/** A number for the whole name, and one for it without each letter that is no digit. */
function hashesOf(key: string): readonly number[] {
  const { length } = key;
  const hashes: number[] = [];
  const tails = new Int32Array(length + 1);
  for (let i = length - 1; i >= 0; i--) tails[i] = (key.charCodeAt(i) + Math.imul(BASE, tails[i + 1]!)) | 0;
  hashes.push(tails[0]!);
  let head = 0;
  let power = 1;
  for (let i = 0; i < length; i++) {
    const letter = key.charCodeAt(i);
    if (!isDigit(letter)) hashes.push((head + Math.imul(power, tails[i + 1]!)) | 0);
    head = (head + Math.imul(power, letter)) | 0;
    power = Math.imul(power, BASE);
  }
  return hashes;
}

const isDigit = (letter: number): boolean => letter >= 48 && letter <= 57;

const isLetter = (letter: string | undefined): boolean => letter !== undefined && /\p{L}/u.test(letter);

/** A first or last letter of a word makes another name (Ong, Wong; Maria, Marie); one inside is more likely a slip. */
function isOneLetterApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  const longer = a.length >= b.length ? a : b;
  if (!isLetter(longer[same - 1]) || !isLetter(longer[same]) || !isLetter(longer[same + 1])) return false;
  const [restA, restB] = [a.slice(same), b.slice(same)];
  if (a.length === b.length) return restA.slice(1) === restB.slice(1);
  return a.length > b.length ? restA.slice(1) === restB : restA === restB.slice(1);
}
