import type { Contract } from "../plan/plan.ts";
import { type Absences, countsInFull, fillCapacity, fillContracted, takeHolidays } from "./capacity-days.ts";
import { type Bases, bases, fillBases } from "./running.ts";
import { placesOf, type Window } from "./window.ts";

/** When a contract's person can work: running sums of time, which hold from day to day within each of the spans. */
export interface WorkTime {
  readonly on: Bases;
  /** Without days on leave: first day, last day, first day, last day … as places of the window, ascending. */
  readonly spans: readonly number[];
}

/** The work time of contracts, which most share: of all with the same week and location, it differs only by leave. */
export interface WorkTimes {
  readonly all: Absences;
  readonly window: Window;
  readonly shared: Map<Contract["weekdays"], Map<number, Bases>>;
  /** By contract, as far as they were asked for. */
  readonly known: (WorkTime | undefined)[];
  readonly own: Bases;
  readonly days: Int32Array;
}

export function workTimes(all: Absences, window: Window): WorkTimes {
  const places = placesOf(window);
  return { all, window, shared: new Map(), known: [], own: bases(places), days: new Int32Array(places) };
}

/** The places from..to on which a contract holds; null when it lies outside the window. */
export function spanOf({ from, to }: Contract, { start, first, last }: Window): readonly [number, number] | null {
  const begins = Math.max(from - start, first);
  const ends = Math.min(to - start, last);
  return begins > ends ? null : [begins, ends];
}

/** Read it before the next one is asked for: times that nobody shares are overwritten. */
export function workTime(times: WorkTimes, number: number, from: number, to: number): WorkTime {
  const known = times.known[number];
  if (known !== undefined) return known;
  const contract = times.all.plan.contracts[number]!;
  const spans = countsInFull(contract, times.all.counted) ? spansWithoutLeave(times, contract.person, from, to) : null;
  const on = spans === null ? null : sharedTime(times, contract);
  if (spans === null || on === null) return { on: ownTime(times, number, from, to), spans: [from, to] };
  const time = { on, spans };
  times.known[number] = time;
  return time;
}

/** Running sums of one contract alone, day by day and with everything that changes its days. */
export function ownTime({ all, window, own, days }: WorkTimes, number: number, from: number, to: number): Bases {
  const monday = fillCapacity(all, number, window.start, from, to, days);
  fillBases(own, all.plan.contracts[number]!.weekdays, days, monday, to);
  return own;
}

/** Weeks and locations are few; a plan in which everybody has another week shares nothing. */
const MOST_WEEKS = 100;

function sharedTime({ all, window, shared, days }: WorkTimes, { weekdays, location }: Contract): Bases | null {
  let byLocation = shared.get(weekdays);
  if (byLocation === undefined) {
    if (shared.size >= MOST_WEEKS) return null;
    byLocation = new Map();
    shared.set(weekdays, byLocation);
  }
  const known = byLocation.get(location);
  if (known !== undefined) return known;
  const { start, last } = window;
  const on = bases(placesOf(window));
  fillContracted(weekdays, 0, last, days);
  takeHolidays(all.plan.locations[location]?.holidays ?? [], start, 0, last, days);
  fillBases(on, weekdays, days, 0, last);
  byLocation.set(location, on);
  return on;
}

/** The days from..to less whole days of leave; null when some leave takes only hours. */
function spansWithoutLeave(
  { all, window }: WorkTimes,
  person: number,
  from: number,
  to: number,
): readonly number[] | null {
  const { plan, leaveOf } = all;
  const { leave } = plan;
  let spans: readonly number[] = [from, to];
  for (let at = leaveOf.first[person]!, end = leaveOf.first[person + 1]!; at < end; at++) {
    const row = leaveOf.order[at]!;
    const first = leave.from[row]! - window.start;
    const last = leave.to[row]! - window.start;
    if (last < from || first > to) continue;
    if (leave.minutes[row]! >= 0) return null;
    spans = without(spans, first, last);
  }
  return spans;
}

function without(spans: readonly number[], first: number, last: number): readonly number[] {
  const left: number[] = [];
  for (let i = 0; i < spans.length; i += 2) {
    const [from, to] = [spans[i]!, spans[i + 1]!];
    if (from < first) left.push(from, Math.min(to, first - 1));
    if (to > last) left.push(Math.max(from, last + 1), to);
  }
  return left;
}
