import { type DayNumber, dayNumber } from "../units.ts";

/** Days that a silence parts from all others, so that they are hardly the days that were meant. */
export interface StrayDays {
  /** The first and the last of the other days. */
  readonly first: DayNumber;
  readonly last: DayNumber;
}

/** So long nothing pauses but a workbook that was given up: half a year. */
export const HALF_A_YEAR = 180;
/** A shorter pause is long where days follow each other closely, as days of timesheets do. */
const THREE_WEEKS = 21;
/** Of fewer days nobody knows how closely they follow each other. */
const FEWEST_DAYS = 5;
/** A pause is long beside the usual distance of two days when it is so many times as long. */
const TIMES_USUAL = 10;
const TIMES_LONGEST = 3;
/** Few entries lie beyond a pause by mistake: three, or a tenth of all beyond a long one, and a hundredth beyond a shorter one. */
const FEW = 3;
const MOST_SHARE = 0.1;
const FEW_SHARE = 0.01;

interface Evidence {
  /** Days up to this one have come for sure, so that none of them is late. */
  readonly proven?: number;
  /** Shorter pauses say nothing, of days that follow each other by chance. */
  readonly least?: number;
}

/**
 * Days before `first` and after `last` are strays: few entries, beyond a pause of half a year that is three times as long as any
 * other, or beyond three weeks, longer than any other pause and ten times the usual distance of two days. `entries` says how many
 * there are of each day.
 */
export function strayDays(
  entries: ReadonlyMap<number, number>,
  { proven = 0, least = THREE_WEEKS }: Evidence = {},
): StrayDays | null {
  const days = [...entries.keys()].sort((a, b) => a - b);
  if (days.length < 2) return null;
  const all = [...entries.values()].reduce((a, b) => a + b, 0);
  const end = days.length - 1;
  let [first, last] = [0, end];
  for (let [at, beyond] = [1, 0]; at <= end; at++) {
    beyond += entries.get(days[at - 1]!)!;
    const pause = days[at]! - days[at - 1]!;
    if (!areFew(beyond, all, HALF_A_YEAR)) break;
    if (pause >= least && areFew(beyond, all, pause) && isLong(pause, days.slice(at))) first = at;
  }
  for (let [at, beyond] = [end, 0]; at > first; at--) {
    beyond += entries.get(days[at]!)!;
    const pause = days[at]! - days[at - 1]!;
    if (!areFew(beyond, all, HALF_A_YEAR) || days[at]! <= proven) break;
    if (pause >= least && areFew(beyond, all, pause) && isLong(pause, days.slice(first, at).reverse())) last = at - 1;
  }
  return first === 0 && last === end ? null : { first: dayNumber(days[first]!), last: dayNumber(days[last]!) };
}

/** Whether a day so long after the last of some days stands alone: nothing has paused for so long before. */
export function isLongAfter(days: Iterable<number>, day: number): boolean {
  const others = [...new Set(days)].sort((a, b) => b - a);
  const pause = day - (others[0] ?? day);
  return pause >= THREE_WEEKS && isLong(pause, others);
}

/** Whether a pause is long beside those of the other days, given from the nearest on. The farthest may be strays themselves. */
function isLong(pause: number, others: readonly number[]): boolean {
  const near = others.length < FEWEST_DAYS ? others : others.slice(0, -Math.ceil(MOST_SHARE * others.length));
  const longest = near.reduce((most, day, at) => Math.max(most, at === 0 ? 0 : Math.abs(day - near[at - 1]!)), 0);
  if (pause >= HALF_A_YEAR && pause > TIMES_LONGEST * longest) return true;
  const usual = Math.abs(near[near.length - 1]! - near[0]!) / Math.max(1, near.length - 1);
  return others.length >= FEWEST_DAYS && pause > longest && pause >= TIMES_USUAL * usual;
}

/** What lies beyond is always less than half of the rest. */
function areFew(beyond: number, all: number, pause: number): boolean {
  const most = Math.max(FEW, (pause >= HALF_A_YEAR ? MOST_SHARE : FEW_SHARE) * all);
  return beyond <= most && 2 * beyond <= all - beyond;
}
