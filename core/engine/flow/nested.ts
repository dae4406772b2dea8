import { type GrowingDemand, solveAt } from "./parametric.ts";
import { compareRatios, lowestTerms, type Ratio } from "./ratio.ts";
import type { FlowState } from "./state.ts";

/** Needs, and whoever can serve them and has minutes that the parts before them do not use up. */
export interface Part {
  readonly needs: readonly number[];
  readonly suppliers: readonly number[];
}

/** Needs that become short together, at one x. */
export interface Tier extends Part {
  readonly at: Ratio;
}

/**
 * The x at which each need of some parts becomes short when need n asks for base[n] + x × growth[n], smallest first. A part is
 * tried at the x at which all of it uses up its people, (supply - base) ÷ growth. Where that is too much for some needs, the
 * minimum cut at that x separates those that become short earlier from the rest, and both are tried on their own: the cuts
 * are nested (G. Gallo, M. Grigoriadis and R. Tarjan, "A fast parametric maximum flow algorithm and applications", SIAM
 * Journal on Computing 18, 1989). Every need of a part must become short at some x. Fewer flows than twice the needs.
 */
export function tiersOf(state: FlowState, growing: GrowingDemand, parts: readonly Part[]): readonly Tier[] {
  const open = [...parts];
  const tiers: Tier[] = [];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const at = usedUpAt(part, growing);
    if (part.needs.length === 1 || solveAt(state, only(part, growing), at) === 0) tiers.push({ ...part, at });
    else open.push(...splitByCut(part, state));
  }
  return tiers.sort((a, b) => compareRatios(a.at, b.at) || a.needs[0]! - b.needs[0]!);
}

function usedUpAt({ needs, suppliers }: Part, { supply, base, growth }: GrowingDemand): Ratio {
  return lowestTerms(total(suppliers, supply) - total(needs, base), total(needs, growth));
}

function only({ needs, suppliers }: Part, { supply, base, growth }: GrowingDemand): GrowingDemand {
  return { supply: onlyOf(suppliers, supply), base: onlyOf(needs, base), growth: onlyOf(needs, growth) };
}

function splitByCut({ needs, suppliers }: Part, { needLevel, supplierLevel }: FlowState): readonly Part[] {
  const part = (inCut: boolean): Part => ({
    needs: needs.filter((need) => needLevel[need]! >= 0 === inCut),
    suppliers: suppliers.filter((supplier) => supplierLevel[supplier]! >= 0 === inCut),
  });
  return [part(true), part(false)];
}

function onlyOf(members: readonly number[], minutes: ArrayLike<number>): Float64Array {
  const kept = new Float64Array(minutes.length);
  for (const member of members) kept[member] = minutes[member]!;
  return kept;
}

function total(members: readonly number[], minutes: ArrayLike<number>): number {
  return members.reduce((sum, member) => sum + minutes[member]!, 0);
}
