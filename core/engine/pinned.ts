import { EFFORT, PPM } from "../plan/plan.ts";
import { engagementShares } from "./counted.ts";
import { grouped } from "./grouped.ts";
import { type Bases, runningOf } from "./running.ts";
import { addRunning, addWhole, type Window } from "./window.ts";
import { ownTime, spanOf, type WorkTime, type WorkTimes, workTime } from "./work-time.ts";

/** The row of a grid to which an allocation's minutes under a contract belong; below 0 for none. */
export type RowOf = (allocation: number, contract: number) => number;

/** Adds the pinned minutes of named people's allocations up by row and period. */
export function addPinned(times: WorkTimes, rowOf: RowOf, into: Float64Array): void {
  const { plan, counted } = times.all;
  const { window } = times;
  const { allocations, contracts, people } = plan;
  const { person, engagement, from, to, per, amount } = allocations;
  const { start } = window;
  const shares = engagementShares(plan, counted);
  const rowsOf = grouped(person, people.length);
  contracts.forEach((contract, number) => {
    const span = spanOf(contract, window);
    const begin = rowsOf.first[contract.person]!;
    const end = rowsOf.first[contract.person + 1]!;
    if (span === null || begin === end) return;
    const [begins, ends] = span;
    const time = workTime(times, number, begins, ends);
    let own: Bases | null = null;
    for (let at = begin; at < end; at++) {
      const row = rowsOf.order[at]!;
      const first = Math.max(begins, from[row]! - start);
      const last = Math.min(ends, to[row]! - start);
      const share = shares[engagement[row]!]!;
      const place = rowOf(row, number);
      if (first > last || share === 0 || place < 0) continue;
      if (per[row] === EFFORT.day && share === PPM) {
        addDaily(window, time, amount[row]!, first, last, place, into);
        continue;
      }
      own ??= ownTime(times, number, begins, ends);
      const running = runningOf(times.all, row, own, contract.weekdays, start, share);
      if (running !== null) addRunning(window, running, first, last, place, into);
    }
  });
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
