import { changed, type Instance, sum } from "./instances.ts";

/** A set of needs as bits: the slow, clear twin of the engine looks at every one of them. */
export type NeedSet = number;

export const everySet = ({ needs }: Instance): NeedSet[] => Array.from({ length: 1 << needs }, (_, set) => set);
export const has = (set: NeedSet, need: number): boolean => ((set >> need) & 1) === 1;
export const setOf = (needs: Iterable<number>): NeedSet => {
  let set = 0;
  for (const need of needs) set |= 1 << need;
  return set;
};
export const members = (set: NeedSet): number[] => [...Array(31).keys()].filter((need) => has(set, need));

export const minutesOf = (set: NeedSet, perNeed: ArrayLike<number>): number =>
  sum(members(set).map((need) => perNeed[need]!));

/** Minutes of everyone who can serve any of these needs: c(N(S)). */
export const minutesFor = ({ canServe, supply }: Instance, set: NeedSet): number =>
  sum(supply.filter((_, supplier) => canServe[supplier]!.some((need) => has(set, need))));

const lack = (period: Instance, set: NeedSet): number => minutesOf(set, period.demand) - minutesFor(period, set);

/** Hall's condition, counted: the largest lack of any set of needs, among those inside `within`. */
export const unmetWithin = (period: Instance, within: NeedSet): number =>
  Math.max(
    ...everySet(period)
      .filter((set) => (set & ~within) === 0)
      .map((set) => lack(period, set)),
  );

export const unmetOf = (period: Instance): number => unmetWithin(period, (1 << period.needs) - 1);

/** The needs that are in every set of largest lack. */
export function bindingOf(period: Instance): number[] {
  const worst = unmetOf(period);
  const worstSets = everySet(period).filter((set) => lack(period, set) === worst);
  return members(worstSets.reduce((common, set) => common & set));
}

/** Whether these minutes can all be served at once: no set of needs may get more than everyone who can serve it has. */
export const canBeServed = (period: Instance, minutes: ArrayLike<number>): boolean =>
  everySet(period).every((set) => minutesOf(set, minutes) <= minutesFor(period, set));

export interface Fill {
  readonly p: number;
  readonly q: number;
}

/** Fairest fill ratios from the definition: the worst-off set first, then the worst-off of the rest, and so on. */
export function fillsOf(period: Instance): Fill[] {
  const fills: Fill[] = period.demand.map(() => ({ p: 1, q: 1 }));
  let done: NeedSet = 0;
  for (;;) {
    let worst: { readonly fill: Fill; readonly set: NeedSet } | undefined;
    for (const set of everySet(period)) {
      const q = minutesOf(set & ~done, period.demand);
      const p = minutesFor(period, set | done) - minutesFor(period, done);
      const order = worst === undefined ? p - q : p * worst.fill.q - worst.fill.p * q;
      if (q === 0 || p >= q || order > 0) continue;
      worst = { fill: { p, q }, set: order === 0 && worst !== undefined ? worst.set | set : set };
    }
    if (worst === undefined) return fills;
    const { fill, set } = worst;
    for (const need of members(set & ~done)) if (period.demand[need]! > 0) fills[need] = fill;
    done |= set;
  }
}

/** Whole minutes of the fairest split: floors, then single minutes to the largest remainders while they can be served. */
export function fairMinutes(period: Instance): number[] {
  const exact = fillsOf(period).map(({ p, q }, need) => ({ need, product: period.demand[need]! * p, q }));
  const served = exact.map(({ product, q }) => Math.floor(product / q));
  const rest = exact.map(({ need, product, q }) => ({ need, p: product % q, q }));
  for (const { need, p } of rest.sort((a, b) => b.p * a.q - a.p * b.q || a.need - b.need)) {
    const more = changed(served, need, served[need]! + 1);
    if (p > 0 && canBeServed(period, more)) served[need]! += 1;
  }
  return served;
}
