import { type Part, type Tier, tiersOf } from "./nested.ts";
import type { FlowNet } from "./net.ts";
import type { GrowingDemand } from "./parametric.ts";
import { bindingNeeds, solveAfresh } from "./solve.ts";
import { type FlowState, flowState } from "./state.ts";

/** When each need becomes short while demand grows. Needs in neither list never do. */
export interface GrowthTiers {
  /** Short before anything grows. */
  readonly short: readonly number[];
  /** Smallest growth first. One more minute than base + at × growth of a tier's needs, or any tier's before it, is unmet. */
  readonly tiers: readonly Tier[];
}

/**
 * Whether and when each need becomes short as every need n asks for base[n] + x × growth[n], x from 0 without end. What is
 * short in the end is found without a largest x: growing needs ask for more than there is whatever their people do, so their
 * people are gone for all others, and those that then lack people join them. Between the first cut and this last one, tiers.
 */
export function growthTiers(net: FlowNet): (growing: GrowingDemand) => GrowthTiers {
  const state = flowState(net);
  return (growing) => {
    const short = cutOf(state, growing.supply, growing.base);
    const taken = suppliersOf(net, short);
    const isShort = mask(net.needs, short);
    const grows = Array.from(growing.growth, (minutes, need) =>
      minutes > 0 && isShort[need] === 0 ? need : -1,
    ).filter((need) => need >= 0);
    if (grows.length === 0) return { short, tiers: [] };
    const gone = mask(net.needs, [...short, ...grows]);
    const busy = suppliersOf(net, [...short, ...grows]);
    const base = Float64Array.from(growing.base, (minutes, need) => (gone[need] === 1 ? 0 : minutes));
    const supply = Float64Array.from(growing.supply, (minutes, supplier) => (busy[supplier] === 1 ? 0 : minutes));
    const needs = [...grows, ...cutOf(state, supply, base)].sort((a, b) => a - b);
    const part = partOf(net, needs, taken, growing.supply);
    return { short, tiers: tiersOf(state, growing, [part]).flatMap((tier) => connectedIn(net, tier)) };
  };
}

function cutOf(state: FlowState, supply: ArrayLike<number>, demand: ArrayLike<number>): readonly number[] {
  return solveAfresh(state, supply, demand, 0) === 0 ? [] : bindingNeeds(state);
}

function partOf(net: FlowNet, needs: readonly number[], taken: Uint8Array, supply: ArrayLike<number>): Part {
  const able = suppliersOf(net, needs);
  const suppliers = [...able.keys()].filter((one) => able[one] === 1 && taken[one] === 0 && supply[one]! > 0);
  return { needs, suppliers };
}

/** A tier cut where no supplier of it connects the needs: those become short at the same x by chance. */
function connectedIn(net: FlowNet, { needs, suppliers, at }: Tier): readonly Tier[] {
  const open = new Set(needs);
  const tiers: Tier[] = [];
  for (const first of needs) {
    if (!open.delete(first)) continue;
    const part = new Set([first]);
    const people = new Set<number>();
    for (const need of part) {
      for (const one of suppliers) {
        if (people.has(one) || !serves(net, one, need)) continue;
        people.add(one);
        for (const other of servedBy(net, one)) if (open.delete(other)) part.add(other);
      }
    }
    tiers.push({ at, needs: inOrder(part), suppliers: inOrder(people) });
  }
  return tiers;
}

const servedBy = ({ supplierStart, linkNeed }: FlowNet, one: number): Int32Array =>
  linkNeed.subarray(supplierStart[one]!, supplierStart[one + 1]!);
const serves = (net: FlowNet, one: number, need: number): boolean => servedBy(net, one).includes(need);
const inOrder = (members: ReadonlySet<number>): readonly number[] => [...members].sort((a, b) => a - b);

/** 1 for everyone who can serve any of these needs. */
function suppliersOf({ suppliers, needStart, needSupplier }: FlowNet, needs: readonly number[]): Uint8Array {
  const able = new Uint8Array(suppliers);
  for (const need of needs) {
    for (let at = needStart[need]!, end = needStart[need + 1]!; at < end; at++) able[needSupplier[at]!] = 1;
  }
  return able;
}

function mask(length: number, members: readonly number[]): Uint8Array {
  const marks = new Uint8Array(length);
  for (const member of members) marks[member] = 1;
  return marks;
}
