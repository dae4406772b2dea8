import { type Plan, PPM } from "../../plan/plan.ts";
import type { Counted } from "../counted.ts";
import { supply } from "../supply.ts";
import { type Timeline, timeline } from "../timeline.ts";
import type { Away, Effect } from "./model.ts";
import type { Unfolded } from "./unfold.ts";
import type { Covered } from "./work.ts";

/**
 * Unplanned absence, by grain. Everybody is away on each working day with the same chance, by themselves. The days of people who fit the
 * same work are counted together, and each is taken as an average day of theirs: so much of their free time is gone, and so much of what
 * they are booked on is open.
 */
export function awayIn(
  { plan, dealOf, stateOf }: Unfolded,
  grains: Timeline,
  counted: Counted,
  ableOf: Int32Array,
  covered: readonly Covered[],
): readonly (readonly Away[])[] {
  const { absence } = plan.settings;
  const count = grains.periods.length;
  if (absence === 0) return grains.periods.map(() => []);
  const days = workingDays(plan, grains, counted);
  const slicesOf = slicesByDays(absence);
  const bookedBy = new Map<string, Covered[]>();
  for (const piece of covered) {
    const contract = contractIn(plan, grains, piece);
    const key = `${groupOf(ableOf, contract)} ${piece.grain}`;
    bookedBy.set(key, [...(bookedBy.get(key) ?? []), piece]);
  }
  const groups = new Map<number, number[]>();
  for (const contract of plan.contracts.keys()) {
    const group = groupOf(ableOf, contract);
    groups.set(group, [...(groups.get(group) ?? []), contract]);
  }
  return grains.periods.map((_, grain) =>
    [...groups].flatMap(([group, contracts]): Away[] => {
      const there = contracts.reduce((sum, contract) => sum + days[contract * count + grain]!, 0);
      const pieces = bookedBy.get(`${group} ${grain}`) ?? [];
      if (there === 0 || (group < 0 && pieces.length === 0)) return [];
      const booked = pieces.map(
        ({ engagement, variant, minutes }): Effect => ({
          thing: dealOf[engagement]!,
          state: stateOf[engagement]!,
          demand: [variant, minutes],
        }),
      );
      return [{ able: Math.max(-1, group), rank: contracts[0]!, slices: slicesOf(there), days: there, booked }];
    }),
  );
}

/** People of one class go together; whoever is no supply here is by themselves. */
const groupOf = (ableOf: Int32Array, contract: number): number =>
  ableOf[contract]! >= 0 ? ableOf[contract]! : -2 - contract;

/** The contract under which somebody works in a grain: the first that holds on one of its days. */
function contractIn({ people, contracts }: Plan, grains: Timeline, { person, grain }: Covered): number {
  const { from, to } = grains.periods[grain]!;
  const own = people[person]!.contracts;
  return own.find((number) => contracts[number]!.from <= to && contracts[number]!.to >= from) ?? own[0]!;
}

/** Days on which somebody can work, [contract * grains + grain]. */
function workingDays(plan: Plan, grains: Timeline, counted: Counted): Float64Array {
  const byDay = timeline(grains.from, grains.to, "day");
  const { capacity } = supply(plan, byDay, counted);
  const count = grains.periods.length;
  const days = new Float64Array(plan.contracts.length * count);
  for (let contract = 0; contract < plan.contracts.length; contract++) {
    for (let day = 0; day < byDay.days; day++) {
      if (capacity[contract * byDay.days + day]! > 0) days[contract * count + grains.periodOf[day]!]! += 1;
    }
  }
  return days;
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
