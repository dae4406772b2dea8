import { type Plan, PPM } from "../../plan/plan.ts";
import type { Counted } from "../counted.ts";
import { supply } from "../supply.ts";
import { type Timeline, timeline } from "../timeline.ts";
import type { FreeTime } from "./free-time.ts";
import type { Away, Effect } from "./model.ts";
import type { Unfolded } from "./unfold.ts";
import type { Covered } from "./work.ts";

/**
 * Unplanned absence, by grain. Everybody is away on each working day with the same chance, by themselves. Only people for whom a day away
 * means the same are counted together: who fit the same work, work and have free as many hours a day, and are booked on the same.
 * Whoever's free time depends on a deal or a hire is by themselves. A day of somebody is an average day of theirs.
 */
export function awayIn(
  { plan, dealOf, stateOf }: Unfolded,
  grains: Timeline,
  counted: Counted,
  ableOf: Int32Array,
  covered: readonly Covered[],
  { free, spares }: FreeTime,
): readonly (readonly Away[])[] {
  const { absence } = plan.settings;
  const count = grains.periods.length;
  if (absence === 0) return grains.periods.map(() => []);
  const { days, minutes } = workingDays(plan, grains, counted);
  const slicesOf = slicesByDays(absence);
  const bookedBy = new Map<number, Covered[]>();
  for (const piece of covered) {
    const cell = contractIn(plan, grains, piece) * count + piece.grain;
    bookedBy.set(cell, [...(bookedBy.get(cell) ?? []), piece]);
  }
  const sparesBy = new Map<number, number[]>();
  const sparesIn = new Int32Array(count);
  for (const { contract, grain } of spares) {
    if (ableOf[contract]! < 0) continue;
    const cell = contract * count + grain;
    sparesBy.set(cell, [...(sparesBy.get(cell) ?? []), sparesIn[grain]!]);
    sparesIn[grain]! += 1;
  }
  const keyOf = (contract: number, cell: number): string => {
    if (ableOf[contract]! < 0 || sparesBy.has(cell)) return `alone ${contract}`;
    const aDay = (sum: Float64Array) => Math.round(sum[cell]! / days[cell]!);
    const on = (bookedBy.get(cell) ?? []).map(({ engagement, variant }) => `${engagement}:${variant}`).sort();
    return [ableOf[contract]!, aDay(minutes), aDay(free), ...on].join();
  };
  return grains.periods.map((_, grain) => {
    const groups = new Map<string, number[]>();
    for (const contract of plan.contracts.keys()) {
      const cell = contract * count + grain;
      if (days[cell]! === 0 || (ableOf[contract]! < 0 && !bookedBy.has(cell))) continue;
      const key = keyOf(contract, cell);
      groups.set(key, [...(groups.get(key) ?? []), contract]);
    }
    return [...groups.values()].map((contracts): Away => {
      const cells = contracts.map((contract) => contract * count + grain);
      const there = cells.reduce((sum, cell) => sum + days[cell]!, 0);
      const able = ableOf[contracts[0]!]!;
      return {
        able,
        rank: contracts[0]!,
        slices: slicesOf(there),
        days: there,
        free: able < 0 ? 0 : cells.reduce((sum, cell) => sum + free[cell]!, 0),
        spares: cells.flatMap((cell) => sparesBy.get(cell) ?? []),
        booked: cells.flatMap((cell) =>
          (bookedBy.get(cell) ?? []).map(
            ({ engagement, variant, minutes: open }): Effect => ({
              thing: dealOf[engagement]!,
              state: stateOf[engagement]!,
              demand: [variant, open],
            }),
          ),
        ),
      };
    });
  });
}

/** The contract under which somebody works in a grain: the first that holds on one of its days. */
function contractIn({ people, contracts }: Plan, grains: Timeline, { person, grain }: Covered): number {
  const { from, to } = grains.periods[grain]!;
  const own = people[person]!.contracts;
  return own.find((number) => contracts[number]!.from <= to && contracts[number]!.to >= from) ?? own[0]!;
}

/** Days on which somebody can work, and their minutes, [contract * grains + grain]. */
function workingDays(plan: Plan, grains: Timeline, counted: Counted) {
  const byDay = timeline(grains.from, grains.to, "day");
  const { capacity } = supply(plan, byDay, counted);
  const count = grains.periods.length;
  const days = new Float64Array(plan.contracts.length * count);
  const minutes = new Float64Array(plan.contracts.length * count);
  for (let contract = 0; contract < plan.contracts.length; contract++) {
    for (let day = 0; day < byDay.days; day++) {
      const on = capacity[contract * byDay.days + day]!;
      if (on === 0) continue;
      const cell = contract * count + grains.periodOf[day]!;
      days[cell]! += 1;
      minutes[cell]! += on;
    }
  }
  return { days, minutes };
}

const SLICES = 1024;

/** Days away of so many, at the midpoints of equal slices of probability: a binomial table, outwards from its mode by ratios only. */
export function slicesByDays(absence: number): (days: number) => readonly number[] {
  const odds = absence / (PPM - absence);
  const known = new Map<number, readonly number[]>();
  const listOf = (days: number): readonly number[] => {
    if (absence >= PPM) return new Array<number>(SLICES).fill(days);
    const mode = Math.min(days, Math.floor(((days + 1) * absence) / PPM));
    const weights = new Float64Array(days + 1);
    weights[mode] = 1;
    for (let k = mode; k < days; k++) weights[k + 1] = ((weights[k]! * (days - k)) / (k + 1)) * odds;
    for (let k = mode; k > 0; k--) weights[k - 1] = (weights[k]! * k) / ((days - k + 1) * odds);
    const sum = weights.reduce((all, one) => all + one, 0);
    const list: number[] = [];
    let away = 0;
    let below = weights[0]! / sum;
    for (let slice = 0; slice < SLICES; slice++) {
      while (away < days && below < (slice + 0.5) / SLICES) below += weights[++away]! / sum;
      list.push(away);
    }
    return list;
  };
  return (days) => {
    const list = known.get(days) ?? listOf(days);
    known.set(days, list);
    return list;
  };
}
