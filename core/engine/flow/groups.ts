import type { FlowNet } from "./net.ts";
import { bindingNeeds } from "./solve.ts";
import type { FlowState } from "./state.ts";

/** "These needs ask for more than everyone who can do any of them has": the smallest proof of one part of a shortfall. */
export interface Bottleneck {
  readonly needs: readonly number[];
  /** Everyone who can serve any of these needs: those with minutes first, then those with 0; each part in order. */
  readonly suppliers: readonly number[];
  readonly demand: number;
  readonly supply: number;
  /** demand - supply, always above 0; the deficits of a period add up to its unmet minutes. */
  readonly deficit: number;
}

/**
 * The solved period's smallest minimum cut, split where no supplier with minutes connects it; largest deficit first.
 * Someone with 0 minutes connects nothing and may be listed in several groups.
 */
export function bottleneckGroups(state: FlowState): readonly Bottleneck[] {
  const grouped = new Set<number>();
  const groups: Bottleneck[] = [];
  for (const need of bindingNeeds(state)) {
    if (grouped.has(need)) continue;
    const group = groupAround(state, need);
    for (const member of group.needs) grouped.add(member);
    groups.push(group);
  }
  return groups.sort((a, b) => b.deficit - a.deficit || a.needs[0]! - b.needs[0]!);
}

function groupAround({ net, supply, demand, needLevel }: FlowState, first: number): Bottleneck {
  const needs = new Set([first]);
  const busy = new Set<number>();
  const idle = new Set<number>();
  let asked = 0;
  let offered = 0;
  for (const need of needs) {
    asked += demand[need]!;
    for (let at = net.needStart[need]!; at < net.needStart[need + 1]!; at++) {
      const supplier = net.needSupplier[at]!;
      if (supply[supplier] === 0) idle.add(supplier);
      else if (!busy.has(supplier)) {
        busy.add(supplier);
        offered += supply[supplier]!;
        addServed(net, supplier, needLevel, needs);
      }
    }
  }
  return {
    needs: inOrder(needs),
    suppliers: [...inOrder(busy), ...inOrder(idle)],
    demand: asked,
    supply: offered,
    deficit: asked - offered,
  };
}

/** Adds the binding needs this supplier can serve; a set being walked also visits what is added to it. */
function addServed(net: FlowNet, supplier: number, needLevel: Int32Array, needs: Set<number>): void {
  for (let link = net.supplierStart[supplier]!; link < net.supplierStart[supplier + 1]!; link++) {
    const need = net.linkNeed[link]!;
    if (needLevel[need]! >= 0) needs.add(need);
  }
}

const inOrder = (members: ReadonlySet<number>): readonly number[] => Array.from(Int32Array.from(members).sort());
