import type { FlowNet } from "../flow/index.ts";

/** Needs that ask for more than everybody who can serve any of them has: those of `able`, and the rest whose minutes never change. */
interface Cut {
  readonly inside: Int32Array;
  readonly able: Int32Array;
  readonly fixed: number;
}

/** Cuts met in earlier worlds of a net: most worlds are proved by one of a few, and need no last search. */
export interface KnownCuts {
  /** The most that any of them proves to be unmet: its demand, less all that anybody who can serve any of it has. `enough` is as much as is unmet. */
  readonly proven: (supply: ArrayLike<number>, demand: ArrayLike<number>, enough: number) => number;
  /** Keeps the cut of a world: its needs are those with a level of at least 0. */
  readonly keep: (needLevel: Int32Array, supply: ArrayLike<number>) => void;
}

export function knownCuts(
  { needs, needStart, needSupplier, suppliers }: FlowNet,
  varying: readonly number[],
): KnownCuts {
  const cuts: Cut[] = [];
  const isVarying = new Uint8Array(suppliers);
  for (const supplier of varying) isVarying[supplier] = 1;
  return {
    proven(supply, demand, enough) {
      let most = 0;
      for (let i = 0; i < cuts.length && most < enough; i++) {
        const { inside, able, fixed } = cuts[i]!;
        let lack = -fixed;
        for (let at = 0; at < inside.length; at++) lack += demand[inside[at]!]!;
        for (let at = 0; at < able.length && lack > most; at++) lack -= supply[able[at]!]!;
        if (lack > most) most = lack;
      }
      return most;
    },
    keep(needLevel, supply) {
      const inside: number[] = [];
      const reached = new Set<number>();
      for (let need = 0; need < needs; need++) {
        if (needLevel[need]! < 0) continue;
        inside.push(need);
        for (let at = needStart[need]!, end = needStart[need + 1]!; at < end; at++) reached.add(needSupplier[at]!);
      }
      let fixed = 0;
      for (const supplier of reached) if (isVarying[supplier] === 0) fixed += supply[supplier]!;
      const able = varying.filter((supplier) => reached.has(supplier));
      if (cuts.length === MOST_CUTS) cuts.shift();
      cuts.push({ inside: Int32Array.from(inside), able: Int32Array.from(able), fixed });
    },
  };
}

/** Few prove nearly every world. */
const MOST_CUTS = 8;
