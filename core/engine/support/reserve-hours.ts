import type { Plan } from "../../plan/plan.ts";
import { type Counted, engagementShares } from "../counted.ts";
import { needEffort } from "../effort.ts";
import { commonPieces, periodOfParts, type Timeline, timeline } from "../timeline.ts";
import { byOdds } from "./by-odds.ts";
import { allTogether, certain, type Distribution, quantile, times } from "./distribution.ts";
import { loadOf } from "./load.ts";
import { pooled } from "./pooled.ts";

/** Support's hours in some periods, for groups of needs that are taken together. */
export interface PeriodLoads {
  /** How the minutes of a group vary in a period, its queues pooled and its weeks independent. */
  readonly of: (group: number, period: number) => Distribution;
}

/**
 * Support's minutes by group and period; `groupOf` is the group of each need, or -1. In a cut week as many fewer tickets come
 * in; hours without tickets are as they are stated. What an engagement may ask for in a period it asks for by its odds.
 */
export function periodLoads(plan: Plan, over: Timeline, counted: Counted, groupOf: Int32Array): PeriodLoads {
  const pieces = commonPieces(timeline(over.from, over.to, "week"), over);
  const periodOf = periodOfParts(over, pieces);
  const asked = needEffort(plan, pieces, { ...counted, pipeline: "all" });
  const odds = engagementShares(plan, counted);
  const count = pieces.periods.length;
  const members = membersOf(groupOf);
  const loadIn = (needs: readonly number[], period: number): Distribution => {
    const alike = new Map<string, { readonly load: Distribution; count: number }>();
    let stated = 0;
    for (let piece = 0; piece < count; piece++) {
      if (periodOf[piece] !== period) continue;
      const shares = new Map<number, number>();
      for (const need of needs) {
        const minutes = asked[need * count + piece]!;
        if (minutes > 0 && loadOf(plan.needs[need]!)) shares.set(need, shareOfWeek(minutes, plan.needs[need]!.effort));
        else stated += minutes;
      }
      const key = [...shares].join(" ");
      const same = alike.get(key);
      if (same) same.count += 1;
      else alike.set(key, { load: weekOf(plan, shares), count: 1 });
    }
    return allTogether([certain(stated), ...Array.from(alike.values(), (one) => times(one.load, one.count))]);
  };
  return {
    of: (group, period) =>
      byOdds(
        members.get(group) ?? [],
        (need) => plan.needs[need]!.engagement,
        odds,
        (needs) => loadIn(needs, period),
      ),
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
  pooled(Array.from(shares, ([need, share]) => loadOf(needs[need]!, share)!));

/** Work of so much a week is spread over Monday to Friday: a part of a week is some fifths of it. */
const shareOfWeek = (minutes: number, week: number): number => Math.round((5 * minutes) / week) / 5;

function membersOf(groupOf: Int32Array): ReadonlyMap<number, readonly number[]> {
  const members = new Map<number, number[]>();
  groupOf.forEach((group, need) => {
    const own = members.get(group);
    if (own) own.push(need);
    else members.set(group, [need]);
  });
  return members;
}
