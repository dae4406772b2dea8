import type { Plan } from "../../plan/plan.ts";
import type { Counted } from "../counted.ts";
import { needEffort } from "../effort.ts";
import { commonPieces, periodOfParts, type Timeline, timeline } from "../timeline.ts";
import { allTogether, certain, type Distribution, quantile, scaled, times } from "./distribution.ts";
import { loadOf } from "./load.ts";
import { pooled } from "./pooled.ts";

/** Support's hours in some periods, for groups of needs that are taken together. */
export interface PeriodLoads {
  /** How the minutes of a group vary in a period, its queues pooled and its weeks independent. */
  readonly of: (group: number, period: number) => Distribution;
}

/**
 * Support's minutes by group and period; `groupOf` is the group of each need, or -1. A cut week has the part of a full
 * week's minutes that its expected hours have; hours without tickets are as they are stated.
 */
export function periodLoads(plan: Plan, over: Timeline, counted: Counted, groupOf: Int32Array): PeriodLoads {
  const pieces = commonPieces(timeline(over.from, over.to, "week"), over);
  const periodOf = periodOfParts(over, pieces);
  const asked = needEffort(plan, pieces, counted);
  const count = pieces.periods.length;
  const members = membersOf(groupOf);
  return {
    of: (group, period) => {
      const needs = members.get(group) ?? [];
      const alike = new Map<string, { readonly load: Distribution; count: number }>();
      let stated = 0;
      for (let piece = 0; piece < count; piece++) {
        if (periodOf[piece] !== period) continue;
        const shares = new Map<number, number>();
        for (const need of needs) {
          const minutes = asked[need * count + piece]!;
          const { effort } = plan.needs[need]!;
          if (minutes > 0 && effort > 0 && loadOf(plan.needs[need]!)) shares.set(need, minutes / effort);
          else stated += minutes;
        }
        const key = [...shares].join(" ");
        const same = alike.get(key);
        if (same) same.count += 1;
        else alike.set(key, { load: weekOf(plan, shares), count: 1 });
      }
      return allTogether([certain(stated), ...Array.from(alike.values(), (one) => times(one.load, one.count))]);
    },
  };
}

/** The hours that a group's load stays within at a confidence, [group * periods + period]. */
export function reserveMinutes(loads: PeriodLoads, groups: number, periods: number, confidence: number): Float64Array {
  const minutes = new Float64Array(groups * periods);
  for (let cell = 0; cell < minutes.length; cell++) {
    minutes[cell] = Math.round(quantile(loads.of(Math.floor(cell / periods), cell % periods), confidence));
  }
  return minutes;
}

const weekOf = ({ needs }: Plan, shares: ReadonlyMap<number, number>): Distribution =>
  pooled(Array.from(shares, ([need, share]) => scaled(loadOf(needs[need]!)!, share)));

function membersOf(groupOf: Int32Array): ReadonlyMap<number, readonly number[]> {
  const members = new Map<number, number[]>();
  groupOf.forEach((group, need) => {
    const own = members.get(group);
    if (own) own.push(need);
    else members.set(group, [need]);
  });
  return members;
}
