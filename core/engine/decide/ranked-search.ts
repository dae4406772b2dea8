import { walkOn } from "../flow/walk.ts";
import { changeFree, changeLink, changeServed, lastServed, type RankedState } from "./ranked-state.ts";

/**
 * Gives an ask up to `minutes` of those it lacks: from whoever is free and can serve it, also by exchanges along a chain;
 * then, if it may displace, from the last in the order of service that chains reach. False when it gets no more.
 */
export function raise(state: RankedState, ask: number, minutes: number, displace: boolean): boolean {
  let wanted = minutes;
  while (wanted > 0) {
    const open = search(state, state.variantOf[ask]!);
    if (open >= 0) wanted -= fromFree(state, ask, open, wanted);
    else if (!displace) return false;
    else {
      const got = fromLast(state, ask, wanted);
      if (got === 0) return false;
      wanted -= got;
    }
  }
  return true;
}

/** After a search in vain: whoever it reached works in full for what it reached, and later searches can leave them out. */
export function closeReached({ closed, exchange }: RankedState): void {
  for (let word = 0; word < closed.length; word++) closed[word]! |= exchange.seen[word]!;
}

/** Walks from a variant to those it could take people from, and on, up to the nearest with somebody free; -1 for none. */
function search(state: RankedState, start: number): number {
  const { exchange, closed, flow } = state;
  const { open, seen, askedBy } = exchange;
  seen.set(closed);
  seen[start >>> 5]! |= 1 << (start & 31);
  askedBy[start] = -1;
  if ((open[start >>> 5]! >>> (start & 31)) & 1) return start;
  flow.reachedNeeds[0] = start;
  return walkOn(flow, exchange, 1);
}

/** Passes free minutes of somebody who can serve `last` on along the chain that the search came by. */
function fromFree(state: RankedState, ask: number, last: number, wanted: number): number {
  const { net, flow } = state;
  for (let at = net.needStart[last]!; at < net.needStart[last + 1]!; at++) {
    const supplier = net.needSupplier[at]!;
    const free = flow.free[supplier]!;
    if (free === 0) continue;
    const minutes = chain(state, last, Math.min(wanted, free));
    changeFree(state, supplier, -minutes);
    changeLink(state, net.needLink[at]!, minutes);
    passOn(state, minutes);
    changeServed(state, ask, minutes);
    return minutes;
  }
  throw new RangeError(`Nobody is free for variant ${last}.`);
}

/**
 * Takes minutes from the last in the order of service among all that the search reached, then from the next to last, as
 * long as the chains it came by hold. 0 when whoever it reached comes before this ask.
 */
function fromLast(state: RankedState, ask: number, wanted: number): number {
  const { variantOf, served } = state;
  let got = 0;
  while (got < wanted) {
    const victim = lastReached(state, ask);
    if (victim < 0) break;
    const minutes = chain(state, variantOf[victim]!, Math.min(wanted - got, served[victim]!));
    if (minutes === 0) break;
    changeServed(state, victim, -minutes);
    passOn(state, minutes);
    changeServed(state, ask, minutes);
    got += minutes;
  }
  return got;
}

function lastReached(state: RankedState, ask: number): number {
  const { rankOf, flow } = state;
  let [victim, rank] = [-1, rankOf[ask]!];
  for (let i = 0; i < flow.reachedNeedCount; i++) {
    const last = lastServed(state, flow.reachedNeeds[i]!);
    if (last >= 0 && rankOf[last]! > rank) [victim, rank] = [last, rankOf[last]!];
  }
  return victim;
}

/**
 * Picks, step by step from a variant back to where the search began, somebody who works for the one and can serve the
 * other; returns how many of the minutes all of them can pass on, 0 when a step has nobody left.
 */
function chain(state: RankedState, last: number, minutes: number): number {
  const { exchange, flow } = state;
  let least = minutes;
  let lending = last;
  state.steps = 0;
  for (let asking = exchange.askedBy[last]!; asking >= 0; asking = exchange.askedBy[asking]!) {
    if (!lender(state, asking, lending)) return 0;
    least = Math.min(least, flow.flow[flow.pathTake[state.steps++]!]!);
    lending = asking;
  }
  return least;
}

function lender(state: RankedState, asking: number, lending: number): boolean {
  const { net, flow, steps } = state;
  for (let at = net.needStart[lending]!, end = net.needStart[lending + 1]!; at < end; at++) {
    const taken = net.needLink[at]!;
    if (flow.flow[taken] === 0) continue;
    const supplier = net.needSupplier[at]!;
    for (let link = net.supplierStart[supplier]!, stop = net.supplierStart[supplier + 1]!; link < stop; link++) {
      if (net.linkNeed[link] !== asking) continue;
      flow.pathTake[steps] = taken;
      flow.pathGain[steps] = link;
      return true;
    }
  }
  return false;
}

/** Everybody on the picked chain leaves the work they lend for the work that asks. */
function passOn(state: RankedState, minutes: number): void {
  const { flow, steps } = state;
  for (let step = 0; step < steps; step++) {
    changeLink(state, flow.pathTake[step]!, -minutes);
    changeLink(state, flow.pathGain[step]!, minutes);
  }
}
