import type { FlowState } from "./state.ts";

/**
 * Proves the finished assignment from the minutes given. Feasible: every minute of a supplier is used once or free, and
 * every minute of a need is served or short. Optimal: what is served equals the cut, that is the demand outside the
 * reached needs plus all minutes of whoever can serve one of them. No assignment can serve more than a cut, so equality
 * proves both (L. Ford and D. Fulkerson, "Maximal flow through a network", 1956). Returns the unmet minutes; throws when
 * the proof fails, because then the engine is wrong and no figure may be shown.
 */
export function certifiedUnmet(state: FlowState): number {
  const { net, supply, demand, flow, free, short, served, needLevel } = state;
  served.fill(0);
  let feasible = true;
  let cut = 0;
  for (let supplier = 0; supplier < net.suppliers; supplier++) {
    let accounted = free[supplier]!;
    let inCut = false;
    if (accounted < 0) feasible = false;
    for (let link = net.supplierStart[supplier]!, end = net.supplierStart[supplier + 1]!; link < end; link++) {
      const need = net.linkNeed[link]!;
      const minutes = flow[link]!;
      if (minutes < 0) feasible = false;
      accounted += minutes;
      served[need]! += minutes;
      if (needLevel[need]! >= 0) inCut = true;
    }
    if (accounted !== supply[supplier]) feasible = false;
    if (inCut) cut += supply[supplier]!;
  }
  let total = 0;
  let unmet = 0;
  for (let need = 0; need < net.needs; need++) {
    if (short[need]! < 0 || served[need]! + short[need]! !== demand[need]) feasible = false;
    if (needLevel[need]! < 0) cut += demand[need]!;
    total += served[need]!;
    unmet += short[need]!;
  }
  if (feasible && total === cut) return unmet;
  const figures = `served ${total}, cut ${cut}, unmet ${unmet}${feasible ? "" : ", minutes lost or counted twice"}`;
  throw new RangeError(`The shortfall of a period failed its own proof: ${figures}.`);
}
