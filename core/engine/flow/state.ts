import type { Exchange } from "./exchange.ts";
import type { FlowNet } from "./net.ts";

/** The work arrays of one solver, filled anew by every solve: what the period offers and asks, and who serves whom so far. */
export interface FlowState {
  readonly net: FlowNet;
  /** The minutes given for the period, as the certificate needs them. */
  readonly supply: Float64Array;
  readonly demand: Float64Array;
  /** Minutes on each link. */
  readonly flow: Float64Array;
  /** Minutes of each supplier not used yet. */
  readonly free: Float64Array;
  /** Minutes each need still asks for. */
  readonly short: Float64Array;
  /** Steps from the nearest short need in the last search; -1 where it did not get. */
  readonly needLevel: Int32Array;
  readonly supplierLevel: Int32Array;
  /** The links not tried yet, of each need (a place in needLink) and of each supplier (a link). */
  readonly needNext: Int32Array;
  readonly supplierNext: Int32Array;
  /** Whom the last search reached, in order. */
  readonly reachedNeeds: Int32Array;
  readonly reachedSuppliers: Int32Array;
  reachedNeedCount: number;
  reachedSupplierCount: number;
  /** The path of re-assignments being walked: its needs, the link each would gain on and the link its minutes come from. */
  readonly pathNeed: Int32Array;
  readonly pathGain: Int32Array;
  readonly pathTake: Int32Array;
  /** Who can serve a need of the cut, for the certificate. */
  readonly able: Uint8Array;
  /** The assignment as needs see it, from the first solve that keeps it; `kept` is true while it follows `flow`. */
  exchange: Exchange | null;
  kept: boolean;
}

export function flowState(net: FlowNet): FlowState {
  const { needs, suppliers, links } = net;
  return {
    net,
    supply: new Float64Array(suppliers),
    demand: new Float64Array(needs),
    flow: new Float64Array(links),
    free: new Float64Array(suppliers),
    short: new Float64Array(needs),
    needLevel: new Int32Array(needs).fill(-1),
    supplierLevel: new Int32Array(suppliers).fill(-1),
    needNext: new Int32Array(needs),
    supplierNext: new Int32Array(suppliers),
    reachedNeeds: new Int32Array(needs),
    reachedSuppliers: new Int32Array(suppliers),
    reachedNeedCount: 0,
    reachedSupplierCount: 0,
    pathNeed: new Int32Array(needs),
    pathGain: new Int32Array(needs + 1),
    pathTake: new Int32Array(needs),
    able: new Uint8Array(suppliers),
    exchange: null,
    kept: false,
  };
}
