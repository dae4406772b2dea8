import { isPlain, namedIn, openOf } from "./book.ts";
import type { Book, ChanceGrain, ChanceModel, Spare } from "./model.ts";

/** Minutes between which those of every world of a grain lie: demand by variant, supply by class. */
export interface Bounds {
  readonly leastDemand: Float64Array;
  readonly mostDemand: Float64Array;
  readonly leastSupply: Float64Array;
  readonly mostSupply: Float64Array;
}

/** From the tables that worlds are made of, never from worlds drawn: no world may lie outside. */
export function boundsOf({ things, loads, canServe, skillOf }: ChanceModel, grain: ChanceGrain): Bounds {
  const leastDemand = dense(skillOf.length, grain.demand);
  const mostDemand = leastDemand.slice();
  for (const [thing, { chances }] of things.entries()) {
    const states = grain.effects.filter((effect) => effect.thing === thing);
    if (states.length === 0) continue;
    const asked = chances.map((_, state) => {
      const effect = states.find((one) => one.state === state);
      return dense(skillOf.length, effect?.demand ?? []);
    });
    for (let variant = 0; variant < skillOf.length; variant++) {
      const minutes = asked.map((one) => one[variant]!);
      leastDemand[variant]! += Math.min(...minutes);
      mostDemand[variant]! += Math.max(...minutes);
    }
  }
  for (const book of grain.books) {
    if (isPlain(book)) {
      const { variant, load } = book.needs[0]!;
      const named = namedIn(book);
      leastDemand[variant]! += Math.max(0, loads[load]![0]! - named);
      mostDemand[variant]! += Math.max(0, loads[load]!.at(-1)! - named);
      continue;
    }
    const [least, most] = boundsOfBook(book, loads);
    if (book.thing < 0) for (const [variant, minutes] of least) leastDemand[variant]! += minutes;
    for (const [variant, minutes] of most) mostDemand[variant]! += minutes;
  }
  const leastSupply = dense(canServe.length, grain.supply);
  const mostSupply = leastSupply.slice();
  for (const spare of grain.spares) {
    if (spare.thing < 0) leastSupply[spare.able]! += spareLeast(spare);
    mostSupply[spare.able]! += spareMost(spare);
  }
  for (const { able, slices, days, free, spares, booked } of grain.away) {
    const most = slices.at(-1)!;
    const there = spares.reduce((sum, number) => {
      const spare = grain.spares[number]!;
      return spare.thing < 0 ? sum + spareLeast(spare) : sum;
    }, free);
    if (able >= 0) leastSupply[able]! -= Math.ceil((there * most) / days);
    for (const { demand } of booked) {
      for (let i = 0; i < demand.length; i += 2) mostDemand[demand[i]!]! += Math.ceil((demand[i + 1]! * most) / days);
    }
  }
  return { leastDemand, mostDemand, leastSupply, mostSupply };
}

/** Flat pairs as a row of minutes. */
export function dense(length: number, pairs: readonly number[]): Float64Array {
  const row = new Float64Array(length);
  for (let i = 0; i < pairs.length; i += 2) row[pairs[i]!]! += pairs[i + 1]!;
  return row;
}

/**
 * More to do and fewer people leave more of every need open, and less of every row over: each is a bound at one of two corners.
 */
function boundsOfBook(book: Book, loads: ChanceModel["loads"]): readonly [Map<number, number>, Map<number, number>] {
  const least = new Map<number, number>();
  const most = new Map<number, number>();
  const add = (into: Map<number, number>, variant: number, minutes: number) =>
    into.set(variant, (into.get(variant) ?? 0) + minutes);
  const needsOnly = { ...book, rows: book.rows.map((row) => ({ ...row, variant: -1 })) };
  const rowsOnly = { ...book, needs: book.needs.map((need) => ({ ...need, variant: -1 })) };
  for (const [needsInto, rowsInto, end] of [
    [least, most, 0],
    [most, least, -1],
  ] as const) {
    const asks = ({ load, minutes }: Book["needs"][number]) => (load < 0 ? minutes : loads[load]!.at(end)!);
    const has = ({ minutes }: Book["rows"][number]) => (end === 0 ? Math.max(...minutes) : Math.min(...minutes));
    openOf(needsOnly, asks, has, (variant, minutes) => add(needsInto, variant, minutes));
    openOf(rowsOnly, asks, has, (variant, minutes) => add(rowsInto, variant, minutes));
  }
  return [least, most];
}

/** Free minutes when every thing takes as much, and as little, as it can on each day. */
const spareLeast = (spare: Spare) => spareAt(spare, Math.max);
const spareMost = (spare: Spare) => spareAt(spare, Math.min);

function spareAt({ left, booked }: Spare, pick: (...minutes: number[]) => number): number {
  return left.reduce((sum, minutes, day) => {
    const taken = booked.reduce((all, states) => all + pick(...states.map((days) => days[day]!)), 0);
    return sum + Math.max(0, minutes - taken);
  }, 0);
}
