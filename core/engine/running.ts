import { EFFORT, PPM } from "../plan/plan.ts";
import { type Absences, type Days, fillCapacity } from "./capacity-days.ts";
import { countsWith, type Fraction, fraction, roundedPart } from "./exact.ts";

/**
 * A row's effort as running sums: `before[shift + day]` is what it is spread over, added up before that day, and
 * `part` the minutes for each unit of it. The sums restart every Monday, or run on from the row's first day.
 */
export interface Running {
  readonly before: Float64Array;
  readonly shift: number;
  readonly restarts: boolean;
  readonly part: Fraction;
}

/** Minutes from day `first` to `last`; where sums restart on Mondays, both lie in one week. Cuts never change a sum. */
export function minutesBetween({ before, shift, restarts, part }: Running, first: number, last: number): number {
  const origin = restarts ? before[shift + first - (first % 7)]! : 0;
  const { numerator, denominator } = part;
  const until = roundedPart(before[shift + last + 1]! - origin, numerator, denominator);
  return until - roundedPart(before[shift + first]! - origin, numerator, denominator);
}

/** What rows are spread over on the days of one contract: days with capacity, contract minutes on them, capacity. */
export interface Bases {
  readonly days: Float64Array;
  readonly contracted: Float64Array;
  readonly capacity: Float64Array;
}

export const bases = (days: number): Bases => ({
  days: new Float64Array(days),
  contracted: new Float64Array(days),
  capacity: new Float64Array(days),
});

export function fillBases(
  { days, contracted, capacity }: Bases,
  weekdays: readonly number[],
  minutes: Days,
  first: number,
  last: number,
) {
  days[first] = contracted[first] = capacity[first] = 0;
  for (let day = first; day <= last; day++) {
    const works = minutes[day]! > 0;
    days[day + 1] = days[day]! + (works ? 1 : 0);
    contracted[day + 1] = contracted[day]! + (works ? weekdays[day % 7]! : 0);
    capacity[day + 1] = capacity[day]! + minutes[day]!;
  }
}

/** Running sums that restart every Monday. */
export const weekly = (before: Float64Array, part: Fraction): Running => ({ before, shift: 0, restarts: true, part });

/** How an allocation of a named person is spread within one contract; `share` is what its engagement counts with. */
export function runningOf(
  all: Absences,
  row: number,
  on: Bases,
  weekdays: readonly number[],
  start: number,
  share: number,
): Running | null {
  const { per, amount } = all.plan.allocations;
  if (per[row] === EFFORT.total) return runningTotal(all, row, start, share);
  const counts = countsWith(share);
  if (per[row] === EFFORT.day) return weekly(on.days, fraction(amount[row]!, 1, counts));
  if (per[row] === EFFORT.share) return weekly(on.capacity, fraction(amount[row]!, PPM, counts));
  const week = Math.max(
    1,
    weekdays.reduce((sum, minutes) => sum + minutes, 0),
  );
  return weekly(on.contracted, fraction(amount[row]!, week, counts));
}

/**
 * Total hours: spread over all days with capacity of the row, in proportion to capacity, whatever the contract and
 * however far outside the question they lie. null when there is no such day.
 */
function runningTotal(all: Absences, row: number, start: number, share: number): Running | null {
  const { plan } = all;
  const { person, from, to, amount } = plan.allocations;
  const contracts = plan.people[person[row]!]!.contracts.map((number) => ({ number, ...plan.contracts[number]! }));
  const first = Math.max(from[row]!, Math.min(...contracts.map((contract) => contract.from)));
  const last = Math.min(to[row]!, Math.max(...contracts.map((contract) => contract.to)));
  if (first > last) return null;
  const monday = first - ((first + 5) % 7);
  const capacity = new Int32Array(last - monday + 8);
  const before = new Float64Array(last - monday + 2);
  for (const { number, from: begins, to: ends } of contracts) {
    const [low, high] = [Math.max(first, begins), Math.min(last, ends)];
    if (low > high) continue;
    fillCapacity(all, number, monday, low - monday, high - monday, capacity);
    for (let day = low - monday; day <= high - monday; day++) before[day + 1] = capacity[day]!;
  }
  for (let day = 1; day < before.length; day++) before[day]! += before[day - 1]!;
  const sum = before[before.length - 1]!;
  if (sum === 0) return null;
  return { before, shift: start - monday, restarts: false, part: fraction(amount[row]!, sum, countsWith(share)) };
}
