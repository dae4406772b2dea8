import type { Compiled } from "./compiled.ts";

/**
 * The best plan of one role alone: a dynamic programme over week and person. Somebody always holds the role, if only with no minutes, so
 * that a week of leave is no hand-over; value(week, person) = max(value(week before, person), best(week before) - hand-over) + gain.
 */
export interface OneRole {
  /** Given the minutes still free, and what a minute costs. Returns the plan's worth less the price of its minutes. */
  readonly solve: (role: number, free: Float64Array, price: Float64Array | null) => number;
  /** The candidate of each week of the role that was solved last. */
  readonly plan: Int32Array;
}

export function oneRole({ weeks: allWeeks, roles, handOver, most }: Compiled): OneRole {
  const value = new Float64Array(most);
  const before = new Int32Array(most * allWeeks);
  const plan = new Int32Array(allWeeks);
  const solve = (number: number, free: Float64Array, price: Float64Array | null): number => {
    const { weeks, asked, places, worth } = roles[number]!;
    const count = places.length;
    let best = 0;
    let holder = 0;
    for (let week = 0; week < weeks; week++) {
      const least = best - handOver;
      const taken = holder;
      const minutes = asked[week]!;
      const row = week * count;
      best = -1;
      for (let candidate = 0; candidate < count; candidate++) {
        const at = places[candidate]! + week;
        const can = free[at]!;
        let sum = 0;
        if (can > 0) {
          const each = price === null ? worth[row + candidate]! : worth[row + candidate]! - price[at]!;
          if (each > 0) sum = each * (can < minutes ? can : minutes);
        }
        if (week > 0) {
          const stays = value[candidate]! >= least;
          sum += stays ? value[candidate]! : least;
          before[row + candidate] = stays ? candidate : taken;
        }
        value[candidate] = sum;
        if (sum > best) {
          best = sum;
          holder = candidate;
        }
      }
    }
    for (let week = weeks - 1, at = holder; week >= 0; week--) {
      plan[week] = at;
      if (week > 0) at = before[week * count + at]!;
    }
    return best;
  };
  return { solve, plan };
}
