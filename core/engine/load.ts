import { EFFORT, PPM } from "../plan/plan.ts";
import type { Absences, Days } from "./capacity-days.ts";
import { engagementShares } from "./counted.ts";
import { type Grouped, grouped } from "./grouped.ts";
import { countsUntil } from "./past.ts";
import { type Bases, bases, fillBases, minutesBetween, type Running, runningOf } from "./running.ts";
import type { ContractSpan } from "./supply.ts";
import { placesOf, type Window } from "./window.ts";
import { eachStretch, unlogged } from "./worked/logged.ts";

/** Allocated minutes of one contract at a time, as differences: each place holds the change from the day before. */
export interface Load {
  readonly minutes: Days;
  readonly rowsOf: Grouped;
  /** What each engagement counts with. */
  readonly shares: Float64Array;
  /** The last day on which each engagement counts. */
  readonly until: Float64Array;
  readonly on: Bases;
  /** What was worked, by contract; null where all is plan. */
  readonly entriesOf: Grouped | null;
}

export function loadOf({ plan, counted }: Absences, window: Window): Load {
  const places = placesOf(window);
  return {
    minutes: new Int32Array(places),
    rowsOf: grouped(plan.allocations.person, plan.people.length),
    shares: engagementShares(plan, counted),
    until: countsUntil(plan),
    on: bases(places),
    entriesOf: plan.worked === undefined ? null : grouped(plan.worked.contract, plan.contracts.length),
  };
}

/** Puts the rows of a contract's person on its days; whoever adds them up leaves days without capacity out. */
export function pinRows(all: Absences, window: Window, span: ContractSpan, capacity: Days, load: Load): void {
  const { allocations: rows, contracts } = all.plan;
  const { person, weekdays } = contracts[span.number]!;
  const { rowsOf, shares, until, on, minutes } = load;
  const { worked } = all.plan;
  const past = worked === undefined ? null : unlogged(worked, person, span.from + window.start, span.to + window.start);
  let filled = false;
  for (let at = rowsOf.first[person]!, end = rowsOf.first[person + 1]!; at < end; at++) {
    const row = rowsOf.order[at]!;
    const first = Math.max(span.from, rows.from[row]! - window.start);
    const engagement = rows.engagement[row]!;
    const last = Math.min(span.to, Math.min(rows.to[row]!, until[engagement]!) - window.start);
    const share = shares[engagement]!;
    if (first > last || share === 0) continue;
    if (rows.per[row] === EFFORT.logged) continue;
    if (rows.per[row] === EFFORT.day && share === PPM) {
      if (past === null) pin(rows.amount[row]!, first, last, minutes);
      else eachStretch(past, window.start, first, last, (a, b) => pin(rows.amount[row]!, a, b, minutes));
      continue;
    }
    if (!filled) fillBases(on, weekdays, capacity, span.from - (span.from % 7), span.to);
    filled = true;
    const running = runningOf(all, row, on, weekdays, window.start, share);
    if (running === null) continue;
    if (past === null) pinDays(running, first, last, minutes);
    else eachStretch(past, window.start, first, last, (a, b) => pinDays(running, a, b, minutes));
  }
}

/**
 * Puts what was worked on its days: it loads a day with capacity as allocations do, and is too much, all of it, on any other.
 * `capacity` holds for the days of the span; null where no day of the contract is in the window.
 */
export function pinLogged(
  { plan }: Absences,
  window: Window,
  number: number,
  span: ContractSpan | null,
  capacity: Days,
  load: Load,
  overload: Float64Array,
): void {
  const { worked } = plan;
  const { entriesOf } = load;
  if (worked === undefined || entriesOf === null) return;
  for (let at = entriesOf.first[number]!, end = entriesOf.first[number + 1]!; at < end; at++) {
    const entry = entriesOf.order[at]!;
    const day = worked.day[entry]! - window.start;
    if (day < window.first || day > window.last) continue;
    const minutes = worked.minutes[entry]!;
    const works = span !== null && day >= span.from && day <= span.to && capacity[day]! > 0;
    if (works) pin(minutes, day, day, load.minutes);
    else overload[number * window.periods + window.periodOf[day]!]! += minutes;
  }
}

function pin(amount: number, first: number, last: number, into: Days): void {
  into[first]! += amount;
  into[last + 1]! -= amount;
}

function pinDays(running: Running, first: number, last: number, into: Days): void {
  for (let day = first; day <= last; day++) pin(minutesBetween(running, day, day), day, day, into);
}
