import type { FlowState } from "./state.ts";

/**
 * Searches breadth first from every short need: whoever can serve it, the needs those suppliers serve now, whoever else
 * can serve those, and so on, as far as the nearest suppliers with free minutes. True when there are any. Otherwise no
 * re-assignment helps, and the needs reached are the smallest minimum cut.
 */
export function findLevels(state: FlowState): boolean {
  const { net, flow, free, short, needLevel, supplierLevel, supplierNext, reachedNeeds, reachedSuppliers } = state;
  const { needs, linkNeed, supplierStart, needStart, needSupplier } = net;
  markReached(state, -1);
  for (let need = 0; need < needs; need++) if (short[need]! > 0) reachNeed(state, need, 0);

  let nearest = Number.POSITIVE_INFINITY;
  for (let head = 0; head < state.reachedNeedCount; head++) {
    const need = reachedNeeds[head]!;
    const level = needLevel[need]! + 1;
    if (level > nearest) break;
    for (let at = needStart[need]!, end = needStart[need + 1]!; at < end; at++) {
      const supplier = needSupplier[at]!;
      if (supplierLevel[supplier]! >= 0) continue;
      supplierLevel[supplier] = level;
      supplierNext[supplier] = supplierStart[supplier]!;
      reachedSuppliers[state.reachedSupplierCount++] = supplier;
      if (free[supplier]! > 0) nearest = level;
      if (level === nearest) continue;
      for (let link = supplierStart[supplier]!, last = supplierStart[supplier + 1]!; link < last; link++) {
        const served = linkNeed[link]!;
        if (needLevel[served]! < 0 && flow[link]! > 0) reachNeed(state, served, level + 1);
      }
    }
  }
  return nearest < Number.POSITIVE_INFINITY;
}

/** The level of whom no later search needs to visit. */
const EXHAUSTED = 2 ** 30;

/**
 * After a search in vain: whoever it reached works in full for needs it reached, and no re-assignment elsewhere can ever
 * change that. Later searches leave them out, so all searches in vain together cost one look at every link.
 */
export function retireReached(state: FlowState): void {
  markReached(state, EXHAUSTED);
}

/** Lets searches visit everybody again. */
export function recallAll(state: FlowState): void {
  state.reachedNeedCount = 0;
  state.reachedSupplierCount = 0;
  state.needLevel.fill(-1);
  state.supplierLevel.fill(-1);
}

function reachNeed(state: FlowState, need: number, level: number): void {
  state.needLevel[need] = level;
  state.needNext[need] = state.net.needStart[need]!;
  state.reachedNeeds[state.reachedNeedCount++] = need;
}

/** Gives whom the last search reached another level and forgets the search. */
function markReached(state: FlowState, level: number): void {
  const { needLevel, supplierLevel, reachedNeeds, reachedSuppliers } = state;
  for (let i = 0; i < state.reachedNeedCount; i++) needLevel[reachedNeeds[i]!] = level;
  for (let i = 0; i < state.reachedSupplierCount; i++) supplierLevel[reachedSuppliers[i]!] = level;
  state.reachedNeedCount = 0;
  state.reachedSupplierCount = 0;
}
