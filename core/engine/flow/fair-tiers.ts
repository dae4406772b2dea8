import { bottleneckGroups } from "./groups.ts";
import { type GrowingDemand, solveAt } from "./parametric.ts";
import { compareRatios, lowestTerms, type Ratio } from "./ratio.ts";
import { solve } from "./solve.ts";
import type { FlowState } from "./state.ts";

/**
 * Needs that get the same share of what they ask for, because they compete for the same people. Together with all tiers
 * of a lower fill they use up everyone who can serve any of them, so none can get more unless a worse-off need gets less.
 */
export interface FairTier extends Part {
  readonly fill: Ratio;
}

interface Part {
  readonly needs: readonly number[];
  /** Whoever can serve these needs and has minutes that worse-off tiers do not use up. */
  readonly suppliers: readonly number[];
}

/**
 * The lexicographically fairest fill ratios of one period, worst tier first; needs in no tier are served in full.
 * Each bottleneck is tried at the ratio its people could give everybody, supply ÷ demand. Where that is too much for some
 * needs, the minimum cut at that ratio separates the worse-off from the rest, and both parts are tried on their own:
 * S. Fujishige, "Lexicographically optimal base of a polymatroid with respect to a weight vector" (Mathematics of
 * Operations Research 5, 1980), on the nested cuts of G. Gallo, M. Grigoriadis and R. Tarjan, "A fast parametric maximum
 * flow algorithm and applications" (SIAM Journal on Computing 18, 1989). Fewer flows than short needs.
 */
export function tiersOfFill(
  state: FlowState,
  supply: ArrayLike<number>,
  demand: ArrayLike<number>,
  period: number,
): readonly FairTier[] {
  solve(state, supply, demand, period);
  const minutes = { supply: state.supply.slice(), demand: state.demand.slice() };
  const open: Part[] = bottleneckGroups(state).map(({ needs, suppliers }) => ({
    needs,
    suppliers: suppliers.filter((supplier) => minutes.supply[supplier]! > 0),
  }));
  const tiers: FairTier[] = [];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const fill = lowestTerms(total(part.suppliers, minutes.supply), total(part.needs, minutes.demand));
    const alone = part.needs.length === 1;
    if (alone || solveAt(state, demandOf(part, minutes), fill) === 0) tiers.push({ ...part, fill });
    else open.push(...splitByCut(part, state));
  }
  return tiers.sort((a, b) => compareRatios(a.fill, b.fill) || a.needs[0]! - b.needs[0]!);
}

function demandOf(part: Part, minutes: Pick<FlowState, "supply" | "demand">): GrowingDemand {
  return {
    supply: onlyOf(part.suppliers, minutes.supply),
    base: new Float64Array(minutes.demand.length),
    growth: onlyOf(part.needs, minutes.demand),
  };
}

function splitByCut({ needs, suppliers }: Part, { needLevel, supplierLevel }: FlowState): readonly Part[] {
  const part = (inCut: boolean): Part => ({
    needs: needs.filter((need) => needLevel[need]! >= 0 === inCut),
    suppliers: suppliers.filter((supplier) => supplierLevel[supplier]! >= 0 === inCut),
  });
  return [part(true), part(false)];
}

function onlyOf(members: readonly number[], minutes: Float64Array): Float64Array {
  const kept = new Float64Array(minutes.length);
  for (const member of members) kept[member] = minutes[member]!;
  return kept;
}

function total(members: readonly number[], minutes: Float64Array): number {
  return members.reduce((sum, member) => sum + minutes[member]!, 0);
}
