import { addFlow, addFree, type Exchange, exchangeOf } from "../flow/exchange.ts";
import type { FlowNet } from "../flow/index.ts";
import { type FlowState, flowState } from "../flow/state.ts";
import { grouped } from "../grouped.ts";

/** The assignment of one grain, with every change to it written down, so that all of them can be taken back. */
export interface RankedState {
  readonly net: FlowNet;
  readonly flow: FlowState;
  readonly exchange: Exchange;
  readonly asks: number;
  readonly variantOf: ArrayLike<number>;
  readonly rankOf: ArrayLike<number>;
  /** The asks of each variant, in the order of service. */
  readonly askStart: Int32Array;
  readonly askList: Int32Array;
  /** The place of each ask in that list, and for each variant the last place that may have minutes. */
  readonly placeOf: Int32Array;
  readonly lastPlace: Int32Array;
  /** Minutes that each ask gets. */
  readonly served: Float64Array;
  /** Places changed since the grain was served, and by how many minutes: links, then suppliers, then asks. */
  changes: number;
  changedAt: Int32Array;
  changedBy: Float64Array;
  /** Variants for which everybody who could serve them, also by exchange, is used up for good, as bits. */
  readonly closed: Int32Array;
  /** Steps of the chain that was picked last. */
  steps: number;
}

/** null where there are too many variants to keep pairs of them. */
export function rankedState(
  net: FlowNet,
  variantOf: ArrayLike<number>,
  rankOf: ArrayLike<number>,
  most: number,
): RankedState | null {
  const exchange = exchangeOf(net, most);
  if (exchange === null) return null;
  const { first, order } = grouped(variantOf, net.needs);
  const asks = variantOf.length;
  const placeOf = new Int32Array(asks);
  order.forEach((ask, place) => {
    placeOf[ask] = place;
  });
  return {
    net,
    flow: flowState(net),
    exchange,
    asks,
    variantOf,
    rankOf,
    askStart: first,
    askList: order,
    placeOf,
    lastPlace: new Int32Array(net.needs),
    served: new Float64Array(asks),
    changes: 0,
    changedAt: new Int32Array(256),
    changedBy: new Float64Array(256),
    closed: new Int32Array(exchange.words),
    steps: 0,
  };
}

export const changeLink = (state: RankedState, link: number, by: number) => change(state, link, by);
export const changeFree = (state: RankedState, supplier: number, by: number) =>
  change(state, state.net.links + supplier, by);
export const changeServed = (state: RankedState, ask: number, by: number) =>
  change(state, state.net.links + state.net.suppliers + ask, by);

function change(state: RankedState, at: number, by: number): void {
  const { changes } = state;
  if (changes === state.changedAt.length) {
    state.changedAt = longer(state.changedAt, new Int32Array(2 * changes));
    state.changedBy = longer(state.changedBy, new Float64Array(2 * changes));
  }
  state.changedAt[changes] = at;
  state.changedBy[changes] = by;
  state.changes = changes + 1;
  apply(state, at, by);
}

function longer<T extends Int32Array | Float64Array>(list: T, into: T): T {
  into.set(list);
  return into;
}

function apply(state: RankedState, at: number, by: number): void {
  const { net, flow, exchange, variantOf, placeOf, lastPlace } = state;
  const supplier = at - net.links;
  if (supplier < 0) addFlow(flow, exchange, at, by);
  else if (supplier < net.suppliers) addFree(flow, exchange, supplier, by);
  else {
    const ask = supplier - net.suppliers;
    const variant = variantOf[ask]!;
    state.served[ask]! += by;
    if (lastPlace[variant]! < placeOf[ask]!) lastPlace[variant] = placeOf[ask]!;
  }
}

/** Takes every change back, the last one first, and reports the minutes that asks got less. */
export function takeBack(state: RankedState, lost: (ask: number, minutes: number) => void): void {
  const { net, changedAt, changedBy } = state;
  for (let i = state.changes - 1; i >= 0; i--) {
    const at = changedAt[i]!;
    const by = changedBy[i]!;
    apply(state, at, -by);
    const ask = at - net.links - net.suppliers;
    if (ask >= 0) lost(ask, -by);
  }
  state.changes = 0;
}

/** The last ask in the order of service that a variant's minutes go to; -1 for none. */
export function lastServed({ askStart, askList, lastPlace, served }: RankedState, variant: number): number {
  for (let at = lastPlace[variant]!, first = askStart[variant]!; at >= first; at--) {
    if (served[askList[at]!]! > 0) return askList[at]!;
  }
  return -1;
}
