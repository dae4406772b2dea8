import type { Logged } from "../plan/money.ts";
import { EFFORT, PPM } from "../plan/plan.ts";
import { engagementShares } from "./counted.ts";
import { grouped } from "./grouped.ts";
import { countsUntil } from "./past.ts";
import { type Bases, runningOf } from "./running.ts";
import { addRunning, addWhole, type Window } from "./window.ts";
import { ownTime, spanOf, type WorkTime, type WorkTimes, workTime } from "./work-time.ts";
import { eachStretch, unlogged } from "./worked/logged.ts";

/** The row of a grid to which an allocation's minutes under a contract belong; below 0 for none. */
export type RowOf = (allocation: number, contract: number) => number;

/** Adds the pinned minutes of named people's allocations up by row and period. */
export function addPinned(times: WorkTimes, rowOf: RowOf, into: Float64Array): void {
  const { plan, counted } = times.all;
  const { window } = times;
  const { allocations, contracts, people, worked } = plan;
  const { person, engagement, from, to, per, amount } = allocations;
  const { start } = window;
  const shares = engagementShares(plan, counted);
  const until = countsUntil(plan);
  const rowsOf = grouped(person, people.length);
  contracts.forEach((contract, number) => {
    const span = spanOf(contract, window);
    const begin = rowsOf.first[contract.person]!;
    const end = rowsOf.first[contract.person + 1]!;
    if (span === null || begin === end) return;
    const [begins, ends] = span;
    const time = workTime(times, number, begins, ends);
    const past = worked === undefined ? null : unlogged(worked, contract.person, begins + start, ends + start);
    let own: Bases | null = null;
    for (let at = begin; at < end; at++) {
      const row = rowsOf.order[at]!;
      const first = Math.max(begins, from[row]! - start);
      const last = Math.min(ends, Math.min(to[row]!, until[engagement[row]!]!) - start);
      const share = shares[engagement[row]!]!;
      const place = rowOf(row, number);
      if (first > last || share === 0 || place < 0) continue;
      if (per[row] === EFFORT.logged) continue;
      if (per[row] === EFFORT.day && share === PPM) {
        if (past === null) addDaily(window, time, amount[row]!, first, last, place, into);
        else eachStretch(past, start, first, last, (a, b) => addDaily(window, time, amount[row]!, a, b, place, into));
        continue;
      }
      own ??= ownTime(times, number, begins, ends);
      const running = runningOf(times.all, row, own, contract.weekdays, start, share);
      if (running === null) continue;
      if (past === null) addRunning(window, running, first, last, place, into);
      else eachStretch(past, start, first, last, (a, b) => addRunning(window, running, a, b, place, into));
    }
  });
  if (worked !== undefined) addLogged(worked, window, rowOf, into);
}

/** Hours that were worked count wholly, on days without capacity too, and whatever became of the engagement. */
function addLogged(
  worked: Logged,
  { start, first, last, periods, periodOf }: Window,
  rowOf: RowOf,
  into: Float64Array,
) {
  for (let entry = 0; entry < worked.entries; entry++) {
    const at = worked.day[entry]! - start;
    if (at < first || at > last) continue;
    const row = rowOf(worked.row[entry]!, worked.contract[entry]!);
    if (row >= 0) into[row * periods + periodOf[at]!]! += worked.minutes[entry]!;
  }
}

/** Whole minutes on each day with capacity need no rounding, so that they are added span by span. */
function addDaily(
  window: Window,
  { on, spans }: WorkTime,
  minutes: number,
  first: number,
  last: number,
  row: number,
  into: Float64Array,
): void {
  for (let i = 0; i < spans.length && spans[i]! <= last; i += 2) {
    const from = Math.max(first, spans[i]!);
    const to = Math.min(last, spans[i + 1]!);
    if (from <= to) addWhole(window, on.days, minutes, from, to, row, into);
  }
}
