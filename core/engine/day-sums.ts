import { type Contract, PPM } from "../plan/plan.ts";
import type { Days } from "./capacity-days.ts";
import { roundedPart } from "./exact.ts";
import type { Load } from "./load.ts";
import type { ContractSpan, Supply } from "./supply.ts";
import type { Window } from "./window.ts";

/** The days of one contract: what its person can work, may be filled up to, and is allocated. */
export interface ContractDays {
  readonly capacity: Days;
  readonly limit: Days;
  readonly load: Load;
}

/** Adds the days of one contract up by period and empties its load. Days without capacity carry no effort. */
export function addDays(
  contract: Contract,
  window: Window,
  span: ContractSpan,
  days: ContractDays,
  into: Supply,
): void {
  const { pieceFrom, pieceTo, piecePeriod, pieceOf } = window;
  const { capacity, limit, load } = days;
  const { minutes } = load;
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
      loaded += minutes[day]!;
      const can = capacity[day]!;
      if (can === 0) continue;
      able += can;
      pinned += loaded;
      if (loaded > can) over += loaded - can;
    }
    const cell = number * window.periods + piecePeriod[piece]!;
    into.capacity[cell]! += able;
    into.pinned[cell]! += pinned;
    into.billable[cell]! += pinned;
    into.free[cell]! +=
      limit === capacity ? able - pinned + over : freeBelow(limit, capacity, minutes, start, first, last);
    into.overload[cell]! += over;
    if (first % 7 === 0) week = before = 0;
    week += able;
    if (week !== known) knownTarget = targetOf(contract, week);
    known = week;
    into.target[cell]! += knownTarget - before;
    before = knownTarget;
  }
  minutes.fill(0, from, to + 2);
  if (load.unbilled.some) takeUnbilled(window, span, capacity, load, into.billable);
}

/** What is free up to a limit below capacity; `loaded` is the load of the day before the first. */
function freeBelow(limit: Days, capacity: Days, minutes: Days, loaded: number, first: number, last: number): number {
  let load = loaded;
  let free = 0;
  for (let day = first; day <= last; day++) {
    load += minutes[day]!;
    if (capacity[day]! > 0) free += Math.max(0, limit[day]! - load);
  }
  return free;
}

function takeUnbilled(
  window: Window,
  { number, from, to }: ContractSpan,
  capacity: Days,
  { unbilled }: Load,
  into: Float64Array,
) {
  const { pieceFrom, pieceTo, piecePeriod, pieceOf } = window;
  let loaded = 0;
  for (let piece = pieceOf[from]!, end = pieceOf[to]!; piece <= end; piece++) {
    const last = Math.min(to, pieceTo[piece]!);
    let minutes = 0;
    for (let day = Math.max(from, pieceFrom[piece]!); day <= last; day++) {
      loaded += unbilled.minutes[day]!;
      if (capacity[day]! > 0) minutes += loaded;
    }
    into[number * window.periods + piecePeriod[piece]!]! -= minutes;
  }
  unbilled.minutes.fill(0, from, to + 2);
  unbilled.some = false;
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
