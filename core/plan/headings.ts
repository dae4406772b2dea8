import type { Cell } from "./cells.ts";
import type { Column, Table } from "./table.ts";
import { TABLES } from "./tables.ts";

/** A column of one of our tables that a heading can mean. */
export interface Meaning {
  readonly table: Table;
  readonly key: string;
}

/** Every column of every table that a heading can mean. */
export function meaningsOf(heading: Cell): readonly Meaning[] {
  if (typeof heading !== "string" || heading.length > LONGEST_HEADING || isDigit(heading.charCodeAt(0))) return NONE;
  let found = known.get(heading);
  if (found === undefined) {
    found = find(heading);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(heading, found);
  }
  return found;
}

/** Whether a cell repeats a column's heading, or a synonym of it. */
export const isHeadingOf = (table: Table, key: string, cell: Cell): boolean =>
  meaningsOf(cell).some((meaning) => meaning.table === table && meaning.key === key);

const NONE: readonly Meaning[] = [];
const LONGEST_HEADING = 80;

/** Texts seen before: every row of a workbook is looked at, and its names come again and again. */
const known = new Map<string, readonly Meaning[]>();
const MOST_KNOWN = 20_000;

/** No heading of ours begins with one, but hours and days as text do, which tables have by the hundred thousand. */
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

function find(heading: string): readonly Meaning[] {
  for (const spelling of spellings(heading)) {
    const meanings = BY_SPELLING.get(spelling);
    if (meanings) return meanings;
  }
  return NONE;
}

/** The heading in full, then without what stands in brackets, as long as that is no unit of time or per cent. */
function spellings(heading: string): readonly string[] {
  const short = heading.replace(/\(([^)]*)\)/g, (whole, inside: string) => (IS_UNIT.test(inside) ? whole : " "));
  return [plainHeading(heading), plainHeading(short)];
}

const IS_UNIT = /day|week|month|year|minute|ticket|fte|%|^\s*[dwmy]\s*$/i;
const EMPTY_WORDS = new Set(["a", "an", "the", "per", "pro"]);
const SAME_WORDS = new Map([
  ["h", "hours"],
  ["hr", "hours"],
  ["hrs", "hours"],
  ["hour", "hours"],
  ["std", "hours"],
  ["stunden", "hours"],
  ["wk", "week"],
  ["d", "day"],
  ["minimum", "min"],
]);

/** "hoursPerDay", "Hours/day" and "h a day" are the same heading; "Hours per week" is another. */
export function plainHeading(heading: string): string {
  const words = heading
    .normalize("NFKC")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .replace(/\(\s*(h|hrs?|hours|std\.?)\s*\)/g, " ")
    .replace(/%/g, " % ")
    .replace(/[^\p{L}\p{N}%]+/gu, " ")
    .trim()
    .split(" ");
  return words
    .filter((word) => !EMPTY_WORDS.has(word))
    .map((word) => SAME_WORDS.get(word) ?? word)
    .join(" ");
}

const TAKES_PER_CENT: ReadonlySet<string> = new Set(["share", "odds", "target", "fte", "fteInAll"]);

const BY_SPELLING: ReadonlyMap<string, readonly Meaning[]> = everySpelling();

function everySpelling(): ReadonlyMap<string, readonly Meaning[]> {
  const all = new Map<string, Meaning[]>();
  for (const table of TABLES) {
    for (const [key, column] of Object.entries(table.columns)) {
      for (const spelling of spellingsOf(column)) {
        const meanings = all.get(spelling);
        if (meanings) meanings.push({ table, key });
        else all.set(spelling, [{ table, key }]);
      }
    }
  }
  return all;
}

/** A column's heading and synonyms in plain form; shares and FTE also with a per cent sign. */
export function spellingsOf({ heading, also, kind }: Column): ReadonlySet<string> {
  const plain = [heading, ...also].map(plainHeading);
  return new Set(TAKES_PER_CENT.has(kind) ? [...plain, ...plain.flatMap((one) => [`${one} %`, `% ${one}`])] : plain);
}
