import { changeFree, changeLink, changeServed, lastServed, type RankedState } from "./ranked-state.ts";

/** Minutes that go away from one supplier, or come on top of one ask. */
export interface Shift {
  readonly at: number;
  readonly minutes: number;
}

/**
 * Takes minutes away from suppliers: free ones first, then those of whoever they serve that comes last in the order of
 * service. Returns the minutes that each ask is to get back from somebody else.
 */
export function capacityTaken(state: RankedState, capacity: readonly Shift[]): Map<number, number> {
  const missing = new Map<number, number>();
  for (const { at: supplier, minutes } of capacity) {
    const free = Math.min(minutes, state.flow.free[supplier]!);
    if (free > 0) changeFree(state, supplier, -free);
    for (let rest = minutes - free; rest > 0; ) {
      const { link, ask } = lastUser(state, supplier);
      const taken = Math.min(rest, state.flow.flow[link]!, state.served[ask]!);
      changeLink(state, link, -taken);
      changeServed(state, ask, -taken);
      missing.set(ask, (missing.get(ask) ?? 0) + taken);
      rest -= taken;
    }
  }
  return missing;
}

/** The link of a supplier in use whose work comes last in the order of service, and whose it is. */
function lastUser(state: RankedState, supplier: number): { readonly link: number; readonly ask: number } {
  const { net, flow } = state;
  let [link, ask] = [-1, -1];
  for (let at = net.supplierStart[supplier]!; at < net.supplierStart[supplier + 1]!; at++) {
    const last = flow.flow[at]! > 0 ? lastServed(state, net.linkNeed[at]!) : -1;
    if (last > ask) [link, ask] = [at, last];
  }
  if (link < 0) throw new RangeError(`Supplier ${supplier} has fewer minutes than are to be taken away.`);
  return { link, ask };
}
