import type { FlowState } from "./state.ts";

/**
 * Proves the finished assignment from the minutes given. Feasible: every minute of a supplier is used once or free, and
 * every minute of a need is served or short. Optimal: what is served equals the cut, that is the demand outside the
 * reached needs plus all minutes of whoever can serve one of them. No assignment can serve more than a cut, so equality
 * proves both (L. Ford and D. Fulkerson, "Maximal flow through a network", 1956). Returns the unmet minutes; throws when
 * the proof fails, because then the engine is wrong and no figure may be shown.
 */
export function certifiedUnmet(state: FlowState): number {
  const { net, demand, short, needLevel } = state;
  let lost = minutesLost(state);
  let cut = minutesForCut(state);
  let total = 0;
  let unmet = 0;
  for (let need = 0; need < net.needs; need++) {
    const served = servedMinutes(state, need);
    if (short[need]! < 0 || served + short[need]! !== demand[need]) lost = true;
    if (needLevel[need]! < 0) cut += demand[need]!;
    total += served;
    unmet += short[need]!;
  }
  if (!lost && total === cut) return unmet;
  const figures = `served ${total}, cut ${cut}, unmet ${unmet}${lost ? ", minutes lost or counted twice" : ""}`;
  throw new RangeError(`The shortfall of a period failed its own proof: ${figures}.`);
}

/** Whether some supplier's minutes are not free or used exactly once, or some link has less than nothing. */
function minutesLost({ net, supply, flow, free }: FlowState): boolean {
  const { leastFlexible, supplierStart } = net; // that order makes loops of equal length follow each other
  let lost = false;
  for (let i = 0; i < leastFlexible.length; i++) {
    const supplier = leastFlexible[i]!;
    let left = supply[supplier]! - free[supplier]!;
    let least = free[supplier]!;
    for (let link = supplierStart[supplier]!, end = supplierStart[supplier + 1]!; link < end; link++) {
      const minutes = flow[link]!;
      left -= minutes;
      if (minutes < least) least = minutes;
    }
    if (left !== 0 || least < 0) lost = true;
  }
  return lost;
}

function servedMinutes({ net, flow }: FlowState, need: number): number {
  const { needStart, needLink } = net;
  let served = 0;
  for (let at = needStart[need]!, end = needStart[need + 1]!; at < end; at++) served += flow[needLink[at]!]!;
  return served;
}

/** All minutes of whoever can serve a need of the cut, everybody counted once. */
function minutesForCut({ net, supply, needLevel, able }: FlowState): number {
  const { needStart, needSupplier } = net;
  let binds = false;
  able.fill(0);
  for (let need = 0; need < net.needs; need++) {
    if (needLevel[need]! < 0) continue;
    binds = true;
    for (let at = needStart[need]!, end = needStart[need + 1]!; at < end; at++) able[needSupplier[at]!] = 1;
  }
  let sum = 0;
  for (let supplier = 0; binds && supplier < net.suppliers; supplier++) sum += able[supplier]! * supply[supplier]!;
  return sum;
}
