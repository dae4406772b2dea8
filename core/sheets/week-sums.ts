import type { Given } from "./given.ts";
import { sumRows, total } from "./sums.ts";

/** Minutes by week. */
export interface WeekSums {
  readonly confirmed: readonly number[];
  readonly tentative: readonly number[];
  readonly support: readonly number[];
  /** What is kept free for support beyond its expected hours; null where Settings ask for none. */
  readonly reserve: readonly number[] | null;
  readonly capacity: readonly number[];
  readonly target: readonly number[];
  readonly overload: readonly number[];
}

const [CONFIRMED, TENTATIVE, SUPPORT, RESERVE] = [0, 1, 2, 3] as const;

/** Demand by where it comes from: tentative engagements, rows of Support, everything else. */
export function weekSums({ plan, worked, weeks, supply, demand }: Given): WeekSums {
  const n = weeks.periods.length;
  const isTentative = (engagement: number) => plan.engagements[engagement]!.status === "tentative";
  const asked = sumRows(demand.asked, n, 4, (row) => {
    const { engagement, source, isReserve } = plan.needs[row]!;
    if (isReserve) return RESERVE;
    if (isTentative(engagement)) return TENTATIVE;
    return source === "Support" ? SUPPORT : CONFIRMED;
  });
  const own = sumRows(demand.own, n, 4, (row) =>
    isTentative(worked.allocations.engagement[row]!) ? TENTATIVE : CONFIRMED,
  );
  const both = asked.map((minutes, i) => minutes + own[i]!);
  const source = (group: number) => Array.from(both.subarray(group * n, (group + 1) * n));
  const all = (minutes: Float64Array) => Array.from(sumRows(minutes, n, 1, () => 0));
  return {
    confirmed: source(CONFIRMED),
    tentative: source(TENTATIVE),
    support: source(SUPPORT),
    reserve: plan.needs.some(({ isReserve }) => isReserve) ? source(RESERVE) : null,
    capacity: all(supply.capacity),
    target: all(supply.target),
    overload: all(supply.overload),
  };
}

export const totalDemand = (sums: WeekSums): number =>
  total(sums.confirmed) + total(sums.tentative) + total(sums.support) + total(sums.reserve ?? []);
