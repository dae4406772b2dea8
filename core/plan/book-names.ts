import { complain, type Findings, type Spot } from "./findings.ts";
import type { NameNumbers } from "./name-numbers.ts";
import { either, nameKey, nearest } from "./names.ts";
import { BLANK, EXCLUDED, type Rows } from "./rows.ts";

/** Names of the plan that tables of money and of hours worked refer to, by what they are called. */
export interface KnownNames {
  readonly numberOf: ReadonlyMap<string, number>;
  readonly names: readonly string[];
  /** The table that lists them, and its column; null when it was not given, so that nobody can say what is unknown. */
  readonly listed: { readonly rows: Rows; readonly key: string; readonly numbers: NameNumbers } | null;
}

/** Known names by their keys: equal names are one. */
export const knownNames = (names: readonly string[], listed: KnownNames["listed"]): KnownNames => ({
  numberOf: new Map(names.map((name, number) => [nameKey(name), number])),
  names,
  listed,
});

export const NOBODY = -2;

/** What each name of a table's own numbering is in the plan; NOBODY for one that the plan does not have. */
export const numbersIn = ({ numberOf }: KnownNames, { texts }: NameNumbers): Int32Array =>
  Int32Array.from(texts, (text) => numberOf.get(nameKey(text)) ?? NOBODY);

/** The number that a cell's name has in the plan; -1 for a blank cell. */
export const numberAt = (numbers: Int32Array, name: number): number => (name === BLANK ? -1 : numbers[name]!);

/** Note a name that the plan does not have; `count` rows say it. */
export function complainOfName(findings: Findings, known: KnownNames, spot: Spot, text: string, count = 1): void {
  const { listed, names } = known;
  if (listed === null) return;
  const rows = count > 1 ? ` (${count} rows)` : "";
  const table = listed.rows.table.name;
  const there = leftOutRow(listed, text);
  if (there >= 0) {
    const other = { rows: listed.rows, index: there, key: listed.key };
    const why = `is in ${table}, in a row that is left out${rows}`;
    complain(findings, spot, { code: "HR-124", why, hint: "Maybe mend that row first." }, other);
    return;
  }
  const like = nearest(text, names);
  const hint = `Maybe ${either(like) || `add it to ${table}`}.`;
  const [only] = like;
  const mend = like.length === 1 && count === 1 && only !== undefined ? { mend: only } : {};
  complain(findings, spot, { code: "HR-123", why: `is not in ${table}${rows}`, hint, ...mend });
}

function leftOutRow({ rows, key, numbers }: NonNullable<KnownNames["listed"]>, text: string): number {
  const number = numbers.texts.findIndex((one) => nameKey(one) === nameKey(text));
  const column = rows.columns[key];
  if (number < 0 || column === undefined) return -1;
  for (let i = 0; i < rows.length; i++) if (column[i] === number && rows.state[i] === EXCLUDED) return i;
  return -1;
}
