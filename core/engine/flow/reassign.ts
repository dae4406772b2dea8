import { addFlow, addFree, type Exchange } from "./exchange.ts";
import type { FlowState } from "./state.ts";
import { walkOn } from "./walk.ts";

/**
 * Serves what is short by shortest chains of re-assignments until none is left (J. Edmonds and R. Karp, "Theoretical
 * improvements in algorithmic efficiency for network flow problems", Journal of the ACM 19, 1972), for an assignment that
 * lacks little. Afterwards the reached needs are the smallest minimum cut, none when nothing is short.
 */
export function reassign(state: FlowState, exchange: Exchange): void {
  for (let need = nearestOpen(state, exchange); need >= 0; need = nearestOpen(state, exchange)) {
    while (takeFreeMinutes(state, exchange, need));
  }
}

/** Searches breadth first from the short needs over those they could take people from; -1 when nobody is free for any. */
function nearestOpen(state: FlowState, exchange: Exchange): number {
  const { open, seen, askedBy } = exchange;
  const { net, short, reachedNeeds, needLevel } = state;
  let count = 0;
  seen.fill(0);
  for (let need = 0; need < net.needs; need++) {
    if (short[need] === 0) continue;
    seen[need >>> 5]! |= 1 << (need & 31);
    askedBy[need] = -1;
    if ((open[need >>> 5]! >>> (need & 31)) & 1) return need;
    reachedNeeds[count++] = need;
  }
  const found = walkOn(state, exchange, count);
  if (found >= 0) return found;
  needLevel.fill(-1);
  for (let i = 0; i < state.reachedNeedCount; i++) needLevel[reachedNeeds[i]!] = 0;
  return -1;
}

/** Passes free minutes at the end of a chain on to the need at its start; false when the chain gives no more. */
function takeFreeMinutes(state: FlowState, exchange: Exchange, last: number): boolean {
  const { net, flow, free, short, pathGain, pathTake } = state;
  const { askedBy } = exchange;
  let minutes = 0;
  for (let at = net.needStart[last]!, end = net.needStart[last + 1]!; at < end && minutes === 0; at++) {
    minutes = free[net.needSupplier[at]!]!;
    pathGain[0] = net.needLink[at]!;
  }
  if (minutes === 0) return false;
  let source = last;
  let steps = 0;
  for (let asking = askedBy[last]!; asking >= 0; asking = askedBy[asking]!) {
    if (!findLender(state, steps, asking, source)) return false;
    minutes = Math.min(minutes, flow[pathTake[steps++]!]!);
    source = asking;
  }
  minutes = Math.min(minutes, short[source]!);
  if (minutes === 0) return false;
  for (let step = 0; step < steps; step++) {
    addFlow(state, exchange, pathGain[step]!, minutes);
    addFlow(state, exchange, pathTake[step]!, -minutes);
  }
  addFlow(state, exchange, pathGain[steps]!, minutes);
  addFree(state, exchange, net.linkSupplier[pathGain[0]!]!, -minutes);
  short[source]! -= minutes;
  return true;
}

/** Finds somebody who works for one need and can serve the other: the link to take minutes from and the one to add them to. */
function findLender(
  { net, flow, pathGain, pathTake }: FlowState,
  step: number,
  asking: number,
  lending: number,
): boolean {
  const { needStart, needLink, needSupplier, supplierStart, linkNeed } = net;
  for (let at = needStart[lending]!, last = needStart[lending + 1]!; at < last; at++) {
    const taken = needLink[at]!;
    if (flow[taken] === 0) continue;
    const supplier = needSupplier[at]!;
    for (let link = supplierStart[supplier]!, end = supplierStart[supplier + 1]!; link < end; link++) {
      if (linkNeed[link] !== asking) continue;
      pathTake[step] = taken;
      pathGain[step + 1] = link;
      return true;
    }
  }
  return false;
}
