import { findLevels } from "./levels.ts";
import type { FlowState } from "./state.ts";

/**
 * Raises the assignment to one that serves the most minutes, by re-assignments that never lower what any need gets.
 * Dinic's method (E. A. Dinic, Soviet Math. Doklady 11, 1970) on whole minutes: levels, then a blocking flow.
 * Afterwards the reached needs are the smallest minimum cut, empty when nothing is short.
 */
export function augment(state: FlowState): void {
  const { needs } = state.net;
  while (findLevels(state)) {
    for (let need = 0; need < needs; need++) if (state.short[need]! > 0) serveAlongLevels(state, need);
  }
}

/** Walks down the levels with an explicit path, as long as the plan's longest chain of re-assignments, so no recursion. */
function serveAlongLevels(state: FlowState, source: number): void {
  const { net, free, short, needLevel, supplierLevel, needNext, pathNeed, pathGain } = state;
  let depth = 0;
  pathNeed[0] = source;
  while (depth >= 0) {
    const need = pathNeed[depth]!;
    const at = needNext[need]!;
    if (at === net.needStart[need + 1]!) {
      depth--; // nobody left to ask: the need before it tries another source
      if (depth >= 0) state.supplierNext[net.needSupplier[needNext[pathNeed[depth]!]!]!]! += 1;
      continue;
    }
    const supplier = net.needSupplier[at]!;
    if (supplierLevel[supplier] !== needLevel[need]! + 1) {
      needNext[need] = at + 1;
      continue;
    }
    pathGain[depth] = net.needLink[at]!;
    if (free[supplier]! > 0) {
      depth = moveMinutes(state, depth, supplier);
      if (short[source] === 0) return;
    } else if (descend(state, depth, supplier)) depth++;
    else needNext[need] = at + 1;
  }
}

/** Extends the path to the next need the supplier could take minutes back from; false when there is none. */
function descend(state: FlowState, depth: number, supplier: number): boolean {
  const { net, flow, needLevel, supplierLevel, supplierNext, pathNeed, pathTake } = state;
  const end = net.supplierStart[supplier + 1]!;
  const level = supplierLevel[supplier]! + 1;
  let link = supplierNext[supplier]!;
  while (link < end && !(flow[link]! > 0 && needLevel[net.linkNeed[link]!] === level)) link++;
  supplierNext[supplier] = link;
  if (link === end) return false;
  pathTake[depth] = link;
  pathNeed[depth + 1] = net.linkNeed[link]!;
  return true;
}

/** Shifts as many minutes as the whole path allows; returns the depth from which the walk goes on. */
function moveMinutes(state: FlowState, depth: number, supplier: number): number {
  const { flow, free, short, pathNeed, pathGain, pathTake } = state;
  const source = pathNeed[0]!;
  let minutes = Math.min(short[source]!, free[supplier]!);
  for (let i = 0; i < depth; i++) minutes = Math.min(minutes, flow[pathTake[i]!]!);
  let resume = depth;
  for (let i = depth; i >= 0; i--) {
    flow[pathGain[i]!]! += minutes;
    if (i === depth) continue;
    flow[pathTake[i]!]! -= minutes;
    if (flow[pathTake[i]!] === 0) resume = i;
  }
  free[supplier]! -= minutes;
  short[source]! -= minutes;
  return resume;
}
