import type { KnownNames } from "./book-names.ts";
import { isBlank } from "./cells.ts";
import { cellAt } from "./findings.ts";
import { distance, nameKey } from "./names.ts";
import { FIRST_DAY } from "./plan.ts";
import type { Numbering } from "./reader.ts";
import { BLANK, EXCLUDED, type Rows } from "./rows.ts";

export type NameColumn = "engagement" | "client" | "role" | "person" | "skill";
type Named = readonly (readonly [key: NameColumn, known: KnownNames])[];

/** A row of rates that cannot be used. `from` is null where its day cannot be read. */
export interface FaultyRow {
  readonly index: number;
  readonly from: number | null;
  /** It cannot be read whose rate it is, though it may well be somebody's of the plan. */
  readonly isAnybodys: boolean;
}

/** Rows of rates that are left out though they may be about the plan: not those of names that nothing in it is like. */
export function faultyRows(rows: Rows, books: Numbering, named: Named): readonly FaultyRow[] {
  const likeness = new Map<string, boolean>();
  const isLike = (key: NameColumn, known: KnownNames, text: string) => {
    const found = likeness.get(`${key} ${nameKey(text)}`);
    if (found !== undefined) return found;
    const like =
      likeness.size >= MOST_COMPARED || known.names.some((name) => distance(nameKey(name), nameKey(text), 1) <= 1);
    likeness.set(`${key} ${nameKey(text)}`, like);
    return like;
  };
  return [...rows.state.keys()].flatMap((index): readonly FaultyRow[] => {
    if (rows.state[index] !== EXCLUDED) return [];
    const cells = named.map(([key, known]) => ({ key, known, name: rows.columns[key]![index]! }));
    const textOf = ({ key, name }: (typeof cells)[number]) => books.names[key].texts[name]!;
    const strangers = cells.filter((one) => one.name !== BLANK && !one.known.numberOf.has(nameKey(textOf(one))));
    if (strangers.some((one) => !isLike(one.key, one.known, textOf(one)))) return [];
    const isOpen = cells.some(({ key, name }) => name === BLANK && !isBlank(cellAt({ rows, index, key })));
    const isNobodys = cells.every(({ name }) => name === BLANK);
    const day = rows.columns.from![index]!;
    const isDayOpen = day === BLANK && !isBlank(cellAt({ rows, index, key: "from" }));
    const from = isDayOpen ? null : day === BLANK ? FIRST_DAY : day;
    return [{ index, from, isAnybodys: strangers.length > 0 || isOpen || isNobodys }];
  });
}

const MOST_COMPARED = 200;

/** Rates, and beside them those that nobody can read: whoever would have one of these has none that is known. */
export function withFaulty<R extends { readonly from: number; readonly minor: number | null }>(
  sound: readonly R[],
  faulty: readonly { readonly rate: R; readonly isDated: boolean }[],
  keyOf: (rate: R) => string,
): readonly R[] {
  if (faulty.length === 0) return sound;
  const undated = new Map(faulty.flatMap(({ rate, isDated }) => (isDated ? [] : [[keyOf(rate), rate] as const])));
  // Nobody knows from which day on an undated row would count instead of these.
  const dated = sound.map((rate) => {
    const other = undated.get(keyOf(rate));
    return other === undefined ? rate : { ...other, from: rate.from };
  });
  return [...dated, ...faulty.map(({ rate }) => rate)];
}
