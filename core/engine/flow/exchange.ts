import type { FlowNet } from "./net.ts";
import type { FlowState } from "./state.ts";

/**
 * The assignment as needs see it, kept while it changes: which needs could take people from which, and where somebody is
 * free. Sets of needs are bits, 32 to a word, so that a search looks at needs only, never at every person and link.
 */
export interface Exchange {
  readonly words: number;
  /** [a * needs + b]: suppliers working for b who can serve a. */
  readonly lenders: Int32Array;
  /** [a * words + word]: the needs b with lenders for a. */
  readonly lends: Int32Array;
  /** Free suppliers who can serve each need, and the needs that have any. */
  readonly idle: Int32Array;
  readonly open: Int32Array;
  /** The needs the search has seen, and for which need it came to look at each. */
  readonly seen: Int32Array;
  readonly askedBy: Int32Array;
}

/** Pairs of needs take memory by the square of their number; a plan asks for a few hundred different things at most. */
const MOST_NEEDS = 512;

/** null where there are too many needs: then every period is solved from nothing. */
export function exchangeOf({ needs }: FlowNet, most = MOST_NEEDS): Exchange | null {
  if (needs > most) return null;
  const words = (needs + 31) >>> 5;
  return {
    words,
    lenders: new Int32Array(needs * needs),
    lends: new Int32Array(needs * words),
    idle: new Int32Array(needs),
    open: new Int32Array(words),
    seen: new Int32Array(words),
    askedBy: new Int32Array(needs),
  };
}

/** Reads the exchange off an assignment made without it. */
export function readExchange(state: FlowState, exchange: Exchange): void {
  const { net, flow, free } = state;
  for (const list of [exchange.lenders, exchange.lends, exchange.idle, exchange.open]) list.fill(0);
  for (let supplier = 0; supplier < net.suppliers; supplier++) {
    if (free[supplier]! > 0) countIdle(net, exchange, supplier, 1);
    for (let link = net.supplierStart[supplier]!, end = net.supplierStart[supplier + 1]!; link < end; link++) {
      if (flow[link]! > 0) countLender(net, exchange, link, 1);
    }
  }
}

/** Adds minutes to a link, or takes them away. */
export function addFlow({ net, flow }: FlowState, exchange: Exchange, link: number, minutes: number): void {
  const before = flow[link]!;
  const after = before + minutes;
  flow[link] = after;
  if (before === 0 && after > 0) countLender(net, exchange, link, 1);
  else if (before > 0 && after === 0) countLender(net, exchange, link, -1);
}

/** Adds free minutes to a supplier, or takes them away. */
export function addFree({ net, free }: FlowState, exchange: Exchange, supplier: number, minutes: number): void {
  const before = free[supplier]!;
  const after = before + minutes;
  free[supplier] = after;
  if (before === 0 && after > 0) countIdle(net, exchange, supplier, 1);
  else if (before > 0 && after === 0) countIdle(net, exchange, supplier, -1);
}

function countLender(
  { needs, linkNeed, linkSupplier, supplierStart }: FlowNet,
  all: Exchange,
  used: number,
  by: number,
) {
  const { lenders, lends, words } = all;
  const lent = linkNeed[used]!;
  const supplier = linkSupplier[used]!;
  const word = lent >>> 5;
  const bit = 1 << (lent & 31);
  for (let link = supplierStart[supplier]!, end = supplierStart[supplier + 1]!; link < end; link++) {
    const need = linkNeed[link]!;
    const pair = need * needs + lent;
    const count = lenders[pair]! + by;
    lenders[pair] = count;
    if (count === 0) lends[need * words + word]! &= ~bit;
    else if (count === by) lends[need * words + word]! |= bit;
  }
}

function countIdle({ linkNeed, supplierStart }: FlowNet, { idle, open }: Exchange, supplier: number, by: number): void {
  for (let link = supplierStart[supplier]!, end = supplierStart[supplier + 1]!; link < end; link++) {
    const need = linkNeed[link]!;
    const count = idle[need]! + by;
    idle[need] = count;
    if (count === 0) open[need >>> 5]! &= ~(1 << (need & 31));
    else if (count === by) open[need >>> 5]! |= 1 << (need & 31);
  }
}
