import type { Book, BookNeed, BookRow } from "./model.ts";

/** Lets rows take from needs, turn by turn: what is left of both stays in the arrays. */
export function cover(turns: ArrayLike<number>, minutes: Float64Array, left: Float64Array): void {
  for (let i = 0; i < turns.length; i += 2) {
    const row = turns[i]!;
    const need = turns[i + 1]!;
    const taken = Math.min(minutes[row]!, left[need]!);
    minutes[row]! -= taken;
    left[need]! -= taken;
  }
}

/** A book cut into parts that share no need and no row, so that only the parts that differ from world to world are replayed. */
export function partsOfBook(book: Book): readonly Book[] {
  const { needs, rows } = book;
  const turns = [...book.turns, ...book.later];
  const part = Int32Array.from({ length: needs.length + rows.length }, (_, i) => i);
  const root = (one: number): number => {
    let at = one;
    while (part[at] !== at) at = part[at]!;
    return at;
  };
  for (let i = 0; i < turns.length; i += 2) part[root(needs.length + turns[i]!)] = root(turns[i + 1]!);
  const members = new Map<number, { needs: number[]; rows: number[] }>();
  const joined = (one: number) => {
    const key = root(one);
    const found = members.get(key) ?? { needs: [], rows: [] };
    members.set(key, found);
    return found;
  };
  for (const need of needs.keys()) joined(need).needs.push(need);
  for (const row of rows.keys()) joined(needs.length + row).rows.push(row);
  return [...members.values()].map((one) => onlyOf(book, one.needs, one.rows));
}

function onlyOf(book: Book, needs: readonly number[], rows: readonly number[]): Book {
  const needAt = new Map(needs.map((need, at) => [need, at]));
  const rowAt = new Map(rows.map((row, at) => [row, at]));
  const among = (list: readonly number[]) => {
    const own: number[] = [];
    for (let i = 0; i < list.length; i += 2) {
      const need = needAt.get(list[i + 1]!);
      if (need !== undefined) own.push(rowAt.get(list[i]!)!, need);
    }
    return own;
  };
  return {
    ...book,
    needs: needs.map((one) => book.needs[one]!),
    rows: rows.map((one) => book.rows[one]!),
    turns: among(book.turns),
    later: among(book.later),
  };
}

/** Whether a part of a book is the same in every world in which it is there at all. */
export const isSettled = ({ needs, rows }: Book): boolean =>
  needs.every(({ queue }) => queue < 0) && rows.every(({ thing }) => thing < 0);

/** One queue that is there in every world, and named people who are. */
export const isPlain = ({ thing, needs, rows }: Book): boolean =>
  thing < 0 && needs.length === 1 && needs[0]!.queue >= 0 && rows.every((row) => row.thing < 0 && row.variant < 0);

/** What named people do of such a queue. */
export const namedIn = ({ rows }: Book): number => rows.reduce((sum, { minutes }) => sum + minutes[0]!, 0);

/** What is open of a book when each need asks for, and each row has, so many minutes. */
export function openOf(
  { needs, rows, turns, later }: Book,
  asks: (need: BookNeed) => number,
  has: (row: BookRow) => number,
  open: (variant: number, minutes: number) => void,
): void {
  const left = Float64Array.from(needs, asks);
  const minutes = Float64Array.from(rows, has);
  cover(turns, minutes, left);
  needs.forEach(({ variant }, need) => {
    if (variant >= 0 && left[need]! > 0) open(variant, left[need]!);
  });
  cover(later, minutes, left);
  rows.forEach(({ variant }, row) => {
    if (variant >= 0 && minutes[row]! > 0) open(variant, minutes[row]!);
  });
}
