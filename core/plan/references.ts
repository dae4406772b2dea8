import type { Complaint } from "./complaint.ts";
import { complain, type Findings, type Spot } from "./findings.ts";
import type { NameNumbers } from "./name-numbers.ts";
import { either, nearest } from "./names.ts";
import { EXCLUDED, type Rows } from "./rows.ts";

/** Somebody still to be named. */
export const PLACEHOLDER = -1;
export const UNKNOWN = -2;

/** Who or what a name of one namespace stands for, once the table that lists them is read. */
export interface Directory {
  readonly names: NameNumbers;
  /** The number in the plan of each name's person or engagement, PLACEHOLDER or UNKNOWN. */
  readonly of: Int32Array;
  /** The table that lists them; null when it was not given and names count as they are used. */
  readonly listed: Rows | null;
  /** The names the plan has, to offer in hints. */
  readonly known: readonly string[];
  /** Hints made before, by name. */
  readonly hints: Map<number, Hint>;
}

/** What may be meant by a name, and the one name that is, when there is one. */
type Hint = Pick<Complaint, "hint" | "mend">;

/** Comparing a name with all others takes time: after so many unknown names the hint is a general one. */
const MOST_COMPARED = 40;

/** Say what else is wrong with a row that is left out already: a name that nothing is known of. */
export function checkReference(findings: Findings, directory: Directory, spot: Spot): void {
  const name = spot.rows.columns[spot.key]![spot.index]!;
  if (name < 0 || directory.listed === null || directory.of[name] !== UNKNOWN) return;
  complainOfUnknown(findings, directory, spot, name);
}

/** Note that a name stands for nothing that the plan has: an unknown one, or one whose own row is left out. */
export function complainOfUnknown(findings: Findings, directory: Directory, spot: Spot, name: number, count = 1): void {
  const { listed } = directory;
  const rows = count > 1 ? ` (${count} rows)` : "";
  const table = listed?.table.name ?? "";
  const there = listed === null ? -1 : rowOf(listed, spot.key, name);
  if (listed !== null && there >= 0) {
    const why = `is in ${table}, in a row that is left out${rows}`;
    const other = { rows: listed, index: there, key: spot.key };
    complain(findings, spot, { code: "HR-124", why, hint: "Maybe mend that row first." }, other);
    return;
  }
  const hint = directory.hints.get(name) ?? hintFor(directory, name);
  directory.hints.set(name, hint);
  const { mend, ...said } = hint;
  const only = mend === undefined || count > 1 ? {} : { mend };
  complain(findings, spot, { code: "HR-123", why: `is not in ${table}${rows}`, ...said, ...only });
}

function hintFor({ names, known, hints, listed }: Directory, name: number): Hint {
  const like = hints.size < MOST_COMPARED ? nearest(names.texts[name]!, known) : [];
  const [only, other] = like;
  const hint = `Maybe ${either(like) || `add it to ${listed?.table.name}`}.`;
  return only !== undefined && other === undefined ? { hint, mend: only } : { hint };
}

function rowOf(listed: Rows, key: string, name: number): number {
  const column = listed.columns[key]!;
  for (let i = 0; i < listed.length; i++) if (column[i] === name && listed.state[i] === EXCLUDED) return i;
  return -1;
}

/** The numbers in the plan of names that count as soon as they are used: skills and locations. */
export interface Used {
  readonly texts: string[];
  readonly of: number[];
  readonly names: NameNumbers;
}

export const noneUsed = (names: NameNumbers): Used => ({ texts: [], of: names.texts.map(() => -1), names });

/** The number of a name in the plan; -1 for a blank cell. */
export function use(used: Used, name: number): number {
  if (name < 0) return -1;
  const known = used.of[name] ?? -1;
  if (known >= 0) return known;
  const number = used.texts.push(used.names.texts[name]!) - 1;
  used.of[name] = number;
  return number;
}
