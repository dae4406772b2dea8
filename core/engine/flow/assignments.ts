import type { FlowNet } from "./net.ts";

/** Minutes of one supplier for one need. */
export interface Assignment {
  readonly supplier: number;
  readonly need: number;
  readonly minutes: number;
}

/** The links in use of a shortfall's flow: who does what, the witness behind "this much can be served". */
export function assignments(net: FlowNet, flow: ArrayLike<number>): readonly Assignment[] {
  const list: Assignment[] = [];
  for (let link = 0; link < net.links; link++) {
    const minutes = flow[link]!;
    if (minutes > 0) list.push({ supplier: net.linkSupplier[link]!, need: net.linkNeed[link]!, minutes });
  }
  return list;
}
