import { type FlowNet, type FlowSolver, flowNet } from "../flow/index.ts";
import { type Bounds, boundsOf } from "./bounds.ts";
import type { ChanceGrain, ChanceModel } from "./model.ts";
import { type SmallFlow, smallFlow } from "./small-flow.ts";

/**
 * The part of a grain that some world can make short. All worlds lie between a mildest and a worst one, minimal cuts are nested in
 * between, and so a grain's unmet minutes are those of the needs that are short in every world, plus the shortfall of a small net
 * of the needs that are short in some, with whoever can serve none of the former. One flow proves a safe grain safe.
 */
export interface Kernel {
  /** By variant: its place in the small net, ALWAYS short, or NEVER. */
  readonly variantAt: Int32Array;
  /** By class: its place in the small net, ALWAYS: works for what is always short, or NEVER: nothing that counts. */
  readonly classAt: Int32Array;
  /** Whether something is short even in the mildest world. */
  readonly isAlwaysShort: boolean;
  /** null when no need is short in some worlds only. */
  readonly net: FlowNet | null;
  readonly flow: SmallFlow | null;
  readonly needs: number;
  readonly suppliers: number;
  /** The variant of each need of the small net. */
  readonly variants: readonly number[];
  readonly canServe: readonly (readonly number[])[];
}

export const ALWAYS = -1;
export const NEVER = -2;

/** With `whole`, needs that are always short stay in the small net: to share a shortage among skills, all of it is looked at. */
export function kernelOf(model: ChanceModel, solver: FlowSolver, grain: ChanceGrain, whole: boolean): Kernel {
  const { leastDemand, mostDemand, leastSupply, mostSupply }: Bounds = boundsOf(model, grain);
  const variantAt = new Int32Array(model.skillOf.length).fill(NEVER);
  const binding = (supply: Float64Array, demand: Float64Array) =>
    solver.bottlenecks(supply, demand).flatMap(({ needs }) => needs);
  const variants = binding(leastSupply, mostDemand);
  for (const variant of variants) variantAt[variant] = 0;
  const always = binding(mostSupply, leastDemand);
  if (!whole) for (const variant of always) variantAt[variant] = ALWAYS;
  const open = variants.filter((variant) => variantAt[variant] === 0).sort((a, b) => a - b);
  open.forEach((variant, at) => {
    variantAt[variant] = at;
  });
  const canServe: number[][] = [];
  const known = new Map<string, number>();
  const classAt = Int32Array.from(model.canServe, (list) => {
    const places = list.map((variant) => variantAt[variant]!);
    if (places.includes(ALWAYS)) return ALWAYS;
    const able = places.filter((place) => place >= 0);
    if (able.length === 0) return NEVER;
    const key = able.join();
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, canServe.length);
    return canServe.push(able) - 1;
  });
  const differ = [...grain.spares, ...grain.away].map(({ able }) => (able < 0 ? NEVER : classAt[able]!));
  const varying = [...new Set(differ.filter((place) => place >= 0))];
  const net = open.length === 0 ? null : flowNet(open.length, canServe);
  return {
    variantAt,
    classAt,
    isAlwaysShort: always.length > 0,
    net,
    flow: net === null ? null : smallFlow(net, varying),
    needs: open.length,
    suppliers: canServe.length,
    variants: open,
    canServe,
  };
}
