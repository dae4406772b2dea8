import { ALWAYS } from "./kernel.ts";
import type { Ahead, Minutes, World } from "./world.ts";

/**
 * What differs from world to world whatever deals and hires do: queues that stand by themselves, and people who are away from what
 * is there in every world. Most worlds consist of little else, so that it is added up for all worlds of a shift at once.
 */
export interface Steady {
  readonly queues: readonly SteadyQueue[];
  readonly absences: readonly SteadyAbsence[];
}
export interface SteadyQueue {
  readonly slot: number;
  /** Its place among the needs of the small net, or ALWAYS. */
  readonly at: number;
  /** What is open at each slice. */
  readonly open: Float64Array;
}
export interface SteadyAbsence {
  readonly slot: number;
  /** Days away at each slice, ascending. */
  readonly slices: readonly number[];
  /** Days away, one of them at the least: the first slice with any. */
  readonly from: number;
  readonly gone: readonly Gone[];
}
/** Minutes by days away: fewer of a class, more of a need, or more unmet where neither is in the small net. */
export interface Gone {
  readonly of: "supply" | "demand" | "outside";
  readonly at: number;
  readonly minutes: Float64Array;
}

/** 2^20 of 2^30 parts: 1,024 equal slices of probability, as in every table. */
export const IN_A_SLICE = 20;

/** `at`, by slot and point, in 2^30ths. */
export function addedAhead(
  { queues, absences }: Steady,
  { needs, suppliers }: { readonly needs: number; readonly suppliers: number },
  points: number,
  at: readonly Int32Array[],
): Ahead {
  const demand = new Float64Array(points * needs);
  const gone = new Float64Array(absences.length > 0 ? points * suppliers : 0);
  const outside = new Float64Array(points);
  for (const { slot, at: need, open } of queues) {
    const own = at[slot]!;
    const sums = need === ALWAYS ? outside : demand.subarray(need * points, (need + 1) * points);
    for (let point = 0; point < points; point++) sums[point]! += open[own[point]! >> IN_A_SLICE]!;
  }
  const where = new Int32Array(points);
  const away = new Int32Array(points);
  for (const { slot, slices, from, gone: parts } of absences) {
    const own = at[slot]!;
    let count = 0;
    for (let point = 0; point < points; point++) {
      const slice = own[point]! >> IN_A_SLICE;
      if (slice < from) continue;
      where[count] = point;
      away[count++] = slices[slice]!;
    }
    for (const { of, at: place, minutes } of parts) {
      if (of === "supply") {
        for (let i = 0; i < count; i++) gone[where[i]! * suppliers + place]! += minutes[away[i]!]!;
        continue;
      }
      const sums = of === "outside" ? outside : demand.subarray(place * points, (place + 1) * points);
      for (let i = 0; i < count; i++) sums[where[i]!]! += minutes[away[i]!]!;
    }
  }
  return { demand, gone, outside };
}

/** The steady part of the world as it stands: added up before, or now. */
export function addSteady({ queues, absences }: Steady, { ahead, point, slices: at }: World, into: Minutes): void {
  const { supply, demand } = into;
  if (ahead !== null) {
    const points = ahead.outside.length;
    for (let need = 0, i = point; need < demand.length; need++, i += points) demand[need]! += ahead.demand[i]!;
    into.outside += ahead.outside[point]!;
    if (ahead.gone.length === 0) return;
    for (let able = 0, i = point * supply.length; able < supply.length; able++, i++) supply[able]! -= ahead.gone[i]!;
    return;
  }
  for (const { slot, at: need, open } of queues) {
    const minutes = open[at[slot]!]!;
    if (need === ALWAYS) into.outside += minutes;
    else demand[need]! += minutes;
  }
  for (const { slot, slices, gone } of absences) {
    const days = slices[at[slot]!]!;
    for (const { of, at: place, minutes } of gone) {
      if (of === "supply") supply[place]! -= minutes[days]!;
      else if (of === "demand") demand[place]! += minutes[days]!;
      else into.outside += minutes[days]!;
    }
  }
}
