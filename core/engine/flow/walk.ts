import type { Exchange } from "./exchange.ts";
import type { FlowState } from "./state.ts";

/**
 * Walks breadth first from the first `count` reached needs to those they could take people from that are not seen yet, up to
 * the nearest with somebody free; -1 when there is none, and then every need it came to is among the reached ones.
 */
export function walkOn(state: FlowState, exchange: Exchange, count: number): number {
  const { reachedNeeds } = state;
  const { words, lends, open, seen, askedBy } = exchange;
  let reached = count;
  for (let head = 0; head < reached; head++) {
    const asking = reachedNeeds[head]!;
    for (let word = 0; word < words; word++) {
      let fresh = lends[asking * words + word]! & ~seen[word]!;
      if (fresh === 0) continue;
      seen[word]! |= fresh;
      const hit = fresh & open[word]!;
      if (hit !== 0) fresh = hit;
      while (fresh !== 0) {
        const need = 32 * word + 31 - Math.clz32(fresh & -fresh);
        fresh &= fresh - 1;
        askedBy[need] = asking;
        if (hit !== 0) return need;
        reachedNeeds[reached++] = need;
      }
    }
  }
  state.reachedNeedCount = reached;
  return -1;
}
