import { type FlowSolver, flowNet, flowSolver } from "../flow/index.ts";
import type { GapModel } from "../gap-model.ts";

/** All grains of a model in one net, with slots for work that may move between them. */
export interface Expanded {
  readonly solver: FlowSolver;
  /** Minutes without the new work. */
  readonly supply: Float64Array;
  readonly demand: Float64Array;
  readonly needOf: (grain: number, variant: number) => number;
  readonly slotOf: (slot: Slot) => number;
  /** The supplier that stands for what the slots of a new need do not have to do. */
  readonly idleOf: (need: number) => number;
  /** Grain and class of a supplier; null for an idle one. */
  readonly placeOf: (supplier: number) => { readonly grain: number; readonly able: number } | null;
  readonly grainOfNeed: (need: number) => number;
  readonly variantOfNeed: (need: number) => number;
}

/** Where a new need may be worked on. */
export interface Slot {
  readonly need: number;
  readonly grain: number;
  readonly variant: number;
}

/** Suppliers grain by grain, then the idle ones; needs grain by grain, then the slots. */
export function expanded(model: GapModel, slots: readonly Slot[], work: number): Expanded {
  const { grains, variants, classes, supply, demand } = model;
  const [count, able] = [variants.length, classes.canServe.length];
  const firstSlot = grains.periods.length * count;
  const firstIdle = grains.periods.length * able;
  const numbers = new Map<string, number>();
  const list: Slot[] = [];
  for (const slot of slots) {
    const key = keyOf(slot);
    if (numbers.has(key)) continue;
    numbers.set(key, firstSlot + list.length);
    list.push(slot);
  }
  const slotsAt = grains.periods.map(() => new Map<number, number[]>());
  list.forEach(({ grain, variant }, i) => {
    const at = slotsAt[grain]!;
    at.set(variant, [...(at.get(variant) ?? []), firstSlot + i]);
  });
  const canServe = grains.periods.flatMap((_, grain) =>
    classes.canServe.map((own) =>
      own.flatMap((variant) => [grain * count + variant, ...(slotsAt[grain]!.get(variant) ?? [])]),
    ),
  );
  const idle = Array.from({ length: work }, (_, need) =>
    list.flatMap((slot, i) => (slot.need === need ? [firstSlot + i] : [])),
  );
  const solver = flowSolver(flowNet(firstSlot + list.length, [...canServe, ...idle]));
  return {
    solver,
    supply: padded(supply, work),
    demand: padded(demand, list.length),
    needOf: (grain, variant) => grain * count + variant,
    slotOf: (slot) => numbers.get(keyOf(slot))!,
    idleOf: (need) => firstIdle + need,
    placeOf: (one) => (one < firstIdle ? { grain: Math.floor(one / able), able: one % able } : null),
    grainOfNeed: (need) => (need < firstSlot ? Math.floor(need / count) : list[need - firstSlot]!.grain),
    variantOfNeed: (need) => (need < firstSlot ? need % count : list[need - firstSlot]!.variant),
  };
}

const keyOf = ({ need, grain, variant }: Slot) => `${need} ${grain} ${variant}`;

function padded(minutes: Float64Array, more: number): Float64Array {
  const all = new Float64Array(minutes.length + more);
  all.set(minutes);
  return all;
}
