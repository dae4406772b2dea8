import { type Contract, PPM } from "../plan/plan.ts";
import type { Days } from "./capacity-days.ts";
import { roundedPart } from "./exact.ts";
import type { ContractSpan } from "./supply.ts";
import type { Window } from "./window.ts";

/** Minutes by contract and period that take a look at every day. */
export interface DaySums {
  /** Capacity times the utilization target. */
  readonly target: Float64Array;
  readonly free: Float64Array;
  readonly overload: Float64Array;
}

/** The days of one contract: what its person can work, may be filled up to, and is allocated (as differences). */
export interface ContractDays {
  readonly capacity: Days;
  readonly limit: Days;
  readonly load: Days;
}

/** Adds the days of one contract up by period and empties its load. Days without capacity carry no effort. */
export function addDays(
  contract: Contract,
  window: Window,
  span: ContractSpan,
  days: ContractDays,
  into: DaySums,
): void {
  const { pieceFrom, pieceTo, piecePeriod, pieceOf } = window;
  const { capacity, limit, load } = days;
  const { number, from, to } = span;
  let week = 0;
  for (let day = from - (from % 7); day < from; day++) week += capacity[day]!;
  let before = targetOf(contract, week);
  let known = 0;
  let knownTarget = 0;
  let loaded = 0;
  for (let piece = pieceOf[from]!, end = pieceOf[to]!; piece <= end; piece++) {
    const first = Math.max(from, pieceFrom[piece]!);
    const last = Math.min(to, pieceTo[piece]!);
    const start = loaded;
    let able = 0;
    let pinned = 0;
    let over = 0;
    for (let day = first; day <= last; day++) {
      loaded += load[day]!;
      const can = capacity[day]!;
      if (can === 0) continue;
      able += can;
      pinned += loaded;
      if (loaded > can) over += loaded - can;
    }
    const cell = number * window.periods + piecePeriod[piece]!;
    into.free[cell]! += limit === capacity ? able - pinned + over : freeBelow(days, start, first, last);
    into.overload[cell]! += over;
    if (first % 7 === 0) week = before = 0;
    week += able;
    if (week !== known) knownTarget = targetOf(contract, week);
    known = week;
    into.target[cell]! += knownTarget - before;
    before = knownTarget;
  }
  load.fill(0, from, to + 2);
}

/** What is free up to a limit below capacity; `loaded` is the load of the day before the first. */
function freeBelow({ limit, capacity, load }: ContractDays, loaded: number, first: number, last: number): number {
  let now = loaded;
  let free = 0;
  for (let day = first; day <= last; day++) {
    now += load[day]!;
    if (capacity[day]! > 0) free += Math.max(0, limit[day]! - now);
  }
  return free;
}

const targetOf = ({ target }: Contract, capacity: number) =>
  target === PPM ? capacity : roundedPart(capacity, target, PPM);

/** The target of each day, in running sums from Monday. */
export function targetDays(contract: Contract, { from, to }: ContractSpan, capacity: Days, out: Days): Days {
  let week = 0;
  let before = 0;
  for (let day = from - (from % 7); day <= to; day++) {
    if (day % 7 === 0) week = before = 0;
    week += capacity[day]!;
    const now = targetOf(contract, week);
    out[day] = now - before;
    before = now;
  }
  return out;
}
