import type { FlowState } from "./state.ts";

/**
 * A first assignment: the least flexible supplier first, each on the scarcest need it can serve. It often is optimal
 * already; where it is not, `augment` repairs it.
 */
export function assignGreedily({ net, flow, free, short }: FlowState): void {
  const { leastFlexible, supplierStart, linkNeed } = net;
  for (let i = 0; i < leastFlexible.length; i++) {
    const supplier = leastFlexible[i]!;
    const end = supplierStart[supplier + 1]!;
    let left = free[supplier]!;
    for (let link = supplierStart[supplier]!; left > 0 && link < end; link++) {
      const need = linkNeed[link]!;
      const minutes = Math.min(left, short[need]!);
      flow[link]! += minutes;
      short[need]! -= minutes;
      left -= minutes;
    }
    free[supplier] = left;
  }
}
