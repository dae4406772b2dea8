/**
 * The unmet minutes of a small net, thousands of times over: nothing is kept from one world to the next and nothing allocated. A greedy
 * start, scarcest need and least flexible people first, then E. A. Dinic's method ("Algorithm for solution of a problem of maximum flow
 * in a network with power estimation", Soviet Math. Doklady 11, 1970). Minutes stay far below 2^31.
 */
import type { FlowNet } from "../flow/index.ts";

export interface SmallFlow {
  (supply: ArrayLike<number>, demand: ArrayLike<number>): number;
  /** By need: at least 0 for those in the smallest minimum cut of the world solved last. */
  readonly reached: () => Int32Array;
}

/** Needs that ask for more than everybody who can serve any of them has: those of `able`, and the rest whose minutes never change. */
interface Cut {
  readonly inside: Int32Array;
  readonly able: Int32Array;
  readonly fixed: number;
}

/** `varying` are the suppliers whose minutes differ from world to world. */
export function smallFlow(net: FlowNet, varying: readonly number[]): SmallFlow {
  const { needs, suppliers, links, linkNeed, supplierStart, needStart, needLink, needSupplier, leastFlexible } = net;
  const flow = new Int32Array(links);
  const free = new Int32Array(suppliers);
  const short = new Int32Array(needs);
  const needLevel = new Int32Array(needs);
  const supplierLevel = new Int32Array(suppliers);
  const needNext = new Int32Array(needs);
  const supplierNext = new Int32Array(suppliers);
  const queue = new Int32Array(needs);
  const pathNeed = new Int32Array(needs + 1);
  const pathGain = new Int32Array(needs + 1);
  const pathTake = new Int32Array(needs + 1);

  /** Steps from the nearest short need; false when nobody free is within reach. */
  const findLevels = (): boolean => {
    needLevel.fill(-1);
    supplierLevel.fill(-1);
    let tail = 0;
    let nearest = FAR;
    for (let need = 0; need < needs; need++) {
      if (short[need]! === 0) continue;
      needLevel[need] = 0;
      queue[tail++] = need;
    }
    for (let head = 0; head < tail; head++) {
      const need = queue[head]!;
      const level = needLevel[need]! + 1;
      if (level > nearest) break;
      needNext[need] = needStart[need]!;
      for (let at = needStart[need]!, end = needStart[need + 1]!; at < end; at++) {
        const supplier = needSupplier[at]!;
        if (supplierLevel[supplier]! >= 0) continue;
        supplierLevel[supplier] = level;
        supplierNext[supplier] = supplierStart[supplier]!;
        if (free[supplier]! > 0) nearest = level;
        if (nearest < FAR) continue;
        for (let link = supplierStart[supplier]!, last = supplierStart[supplier + 1]!; link < last; link++) {
          const served = linkNeed[link]!;
          if (needLevel[served]! >= 0 || flow[link]! === 0) continue;
          needLevel[served] = level + 1;
          queue[tail++] = served;
        }
      }
    }
    return nearest < FAR;
  };

  /** Serves one short need along the levels as far as they go. */
  const serve = (source: number): void => {
    let depth = 0;
    pathNeed[0] = source;
    while (depth >= 0) {
      const need = pathNeed[depth]!;
      const at = needNext[need]!;
      if (at === needStart[need + 1]!) {
        depth--;
        if (depth >= 0) supplierNext[needSupplier[needNext[pathNeed[depth]!]!]!]! += 1;
        continue;
      }
      const supplier = needSupplier[at]!;
      const level = needLevel[need]! + 1;
      if (supplierLevel[supplier]! !== level) {
        needNext[need] = at + 1;
        continue;
      }
      pathGain[depth] = needLink[at]!;
      if (free[supplier]! > 0) {
        let minutes = Math.min(short[source]!, free[supplier]!);
        for (let i = 0; i < depth; i++) minutes = Math.min(minutes, flow[pathTake[i]!]!);
        let resume = depth;
        flow[pathGain[depth]!]! += minutes;
        for (let i = depth - 1; i >= 0; i--) {
          flow[pathGain[i]!]! += minutes;
          flow[pathTake[i]!]! -= minutes;
          if (flow[pathTake[i]!]! === 0) resume = i;
        }
        free[supplier]! -= minutes;
        short[source]! -= minutes;
        if (short[source]! === 0) return;
        depth = resume;
        continue;
      }
      const end = supplierStart[supplier + 1]!;
      let link = supplierNext[supplier]!;
      while (link < end && (flow[link]! === 0 || needLevel[linkNeed[link]!]! !== level + 1)) link++;
      supplierNext[supplier] = link;
      if (link === end) {
        needNext[need] = at + 1;
        continue;
      }
      pathTake[depth] = link;
      depth++;
      pathNeed[depth] = linkNeed[link]!;
    }
  };

  const cuts: Cut[] = [];
  const isVarying = new Uint8Array(suppliers);
  for (const supplier of varying) isVarying[supplier] = 1;
  /** The most that any cut met so far proves to be unmet: its demand, less all that anybody who can serve any of it has. */
  const proven = (supply: ArrayLike<number>, demand: ArrayLike<number>): number => {
    let most = 0;
    for (let i = 0; i < cuts.length; i++) {
      const { inside, able, fixed } = cuts[i]!;
      let lack = -fixed;
      for (let at = 0; at < inside.length; at++) lack += demand[inside[at]!]!;
      for (let at = 0; at < able.length; at++) lack -= supply[able[at]!]!;
      if (lack > most) most = lack;
    }
    return most;
  };
  const keepCut = (supply: ArrayLike<number>): void => {
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
  };
  const assignGreedily = (supply: ArrayLike<number>, demand: ArrayLike<number>): number => {
    let unmet = 0;
    for (let need = 0; need < needs; need++) {
      short[need] = demand[need]!;
      unmet += demand[need]!;
    }
    for (let i = 0; i < suppliers; i++) {
      const supplier = leastFlexible[i]!;
      const end = supplierStart[supplier + 1]!;
      let left = supply[supplier]! | 0;
      let link = supplierStart[supplier]!;
      for (; left > 0 && link < end; link++) {
        const minutes = Math.min(left, short[linkNeed[link]!]!);
        flow[link] = minutes;
        short[linkNeed[link]!]! -= minutes;
        unmet -= minutes;
        left -= minutes;
      }
      for (; link < end; link++) flow[link] = 0;
      free[supplier] = left;
    }
    return unmet;
  };

  const finish = (start: number, supply: ArrayLike<number>, demand: ArrayLike<number>): number => {
    let unmet = start;
    if (unmet === 0) return 0;
    const least = proven(supply, demand);
    while (unmet > least) {
      if (!findLevels()) {
        keepCut(supply);
        break;
      }
      unmet = 0;
      for (let need = 0; need < needs; need++) {
        if (short[need]! > 0) serve(need);
        unmet += short[need]!;
      }
    }
    return unmet;
  };

  const unmet = (supply: ArrayLike<number>, demand: ArrayLike<number>) =>
    finish(assignGreedily(supply, demand), supply, demand);
  const reached = () => {
    findLevels();
    return needLevel;
  };
  return Object.assign(unmet, { reached });
}

/** Cuts that are kept: few prove nearly every world. */
const MOST_CUTS = 8;
const FAR = 2 ** 30;
