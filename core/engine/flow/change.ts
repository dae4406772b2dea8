import { addFlow, addFree, type Exchange } from "./exchange.ts";
import { type Minutes, takeMinutes } from "./load.ts";
import type { FlowState } from "./state.ts";

/**
 * Goes on from the assignment of the minutes solved before: whoever has fewer minutes gives up work, a need that asks for
 * less gives back people, and everything else stays. Who is free or short afterwards is left to `reassign`.
 */
export function change(state: FlowState, exchange: Exchange, supply: Minutes, demand: Minutes, period: number): void {
  takeMinutes(state, supply, demand, period, {
    offer: (supplier, minutes) => offer(state, exchange, supplier, minutes),
    ask: (need, minutes) => ask(state, exchange, need, minutes),
  });
}

function offer(state: FlowState, exchange: Exchange, supplier: number, minutes: number): void {
  const { net, supply, flow, free, short } = state;
  let over = supply[supplier]! - minutes - free[supplier]!;
  supply[supplier] = minutes;
  addFree(state, exchange, supplier, Math.max(-over, 0) - free[supplier]!);
  for (let link = net.supplierStart[supplier]!; over > 0; link++) {
    const taken = Math.min(over, flow[link]!);
    addFlow(state, exchange, link, -taken);
    short[net.linkNeed[link]!]! += taken;
    over -= taken;
  }
}

function ask(state: FlowState, exchange: Exchange, need: number, minutes: number): void {
  const { net, demand, flow, short } = state;
  let over = demand[need]! - minutes - short[need]!;
  demand[need] = minutes;
  short[need] = Math.max(-over, 0);
  for (let at = net.needStart[need + 1]! - 1; over > 0; at--) {
    const link = net.needLink[at]!;
    const taken = Math.min(over, flow[link]!);
    addFlow(state, exchange, link, -taken);
    addFree(state, exchange, net.needSupplier[at]!, taken);
    over -= taken;
  }
}
