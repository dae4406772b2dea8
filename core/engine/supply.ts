import type { Plan } from "../plan/plan.ts";
import { type Absences, absences, fillCapacity } from "./capacity-days.ts";
import { addContracted } from "./contracted.ts";
import type { Counted } from "./counted.ts";
import { addDays, type DaySums, targetDays } from "./day-sums.ts";
import { loadOf, pinLogged, pinRows } from "./load.ts";
import { addPinned, type RowOf } from "./pinned.ts";
import type { Timeline } from "./timeline.ts";
import { addWhole, dayWindow, placesOf, type Window } from "./window.ts";
import { spanOf, type WorkTimes, workTime, workTimes } from "./work-time.ts";

/** Minutes by contract and period: entry [contract * periods + period] of each grid, computed when it is first read. */
export interface Supply extends DaySums {
  /** Before holidays and leave; planned hires as counted. */
  readonly contracted: Float64Array;
  readonly capacity: Float64Array;
  readonly pinned: Float64Array;
  /** The billable part of pinned. */
  readonly billable: Float64Array;
}

/** What people can work, are allocated, have free and have too much, day by day and added up. */
export function supply(plan: Plan, timeline: Timeline, counted: Counted): Supply {
  const window = dayWindow(timeline);
  const all = absences(plan, counted);
  const size = plan.contracts.length * window.periods;
  const times = workTimes(all, window);
  const pinned = (rowOf: RowOf) => {
    const into = new Float64Array(size);
    addPinned(times, rowOf, into);
    return into;
  };
  const { billable } = plan.allocations;
  const contracted = once(() => contractedMinutes(all, window, size));
  const capacity = once(() => capacityMinutes(times, size));
  const everything = once(() => pinned((_, contract) => contract));
  const billed = once(() => pinned((row, contract) => (billable[row] === 1 ? contract : -1)));
  const days = once(() => daySums(all, window, size));
  return {
    get contracted() {
      return contracted();
    },
    get capacity() {
      return capacity();
    },
    get pinned() {
      return everything();
    },
    get billable() {
      return billed();
    },
    get target() {
      return days().target;
    },
    get free() {
      return days().free;
    },
    get overload() {
      return days().overload;
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function contractedMinutes(all: Absences, window: Window, size: number): Float64Array {
  const into = new Float64Array(size);
  const spare = new Int32Array(placesOf(window));
  eachSpan(all, window, (span) => addContracted(all, window, span, spare, into));
  return into;
}

function capacityMinutes(times: WorkTimes, size: number): Float64Array {
  const into = new Float64Array(size);
  const { all, window } = times;
  eachSpan(all, window, ({ number, from, to }) => {
    const { on, spans } = workTime(times, number, from, to);
    for (let i = 0; i < spans.length; i += 2) addWhole(window, on.capacity, 1, spans[i]!, spans[i + 1]!, number, into);
  });
  return into;
}

/** What only each day by itself can tell: free and too much are never netted from day to day. */
function daySums(all: Absences, window: Window, size: number): DaySums {
  const into = { target: new Float64Array(size), free: new Float64Array(size), overload: new Float64Array(size) };
  const load = loadOf(all, window);
  const capacity = new Int32Array(placesOf(window));
  const spare = new Int32Array(placesOf(window));
  eachSpan(all, window, (span) => {
    const { number, from, to } = span;
    const contract = all.plan.contracts[number]!;
    fillCapacity(all, number, window.start, from, to, capacity);
    pinRows(all, window, span, capacity, load);
    pinLogged(all, window, number, span, capacity, load, into.overload);
    const limit = all.counted.plan === "target" ? targetDays(contract, span, capacity, spare) : capacity;
    addDays(contract, window, span, { capacity, limit, load: load.minutes }, into);
  });
  if (load.entriesOf !== null)
    all.plan.contracts.forEach((contract, number) => {
      if (spanOf(contract, window) === null) pinLogged(all, window, number, null, capacity, load, into.overload);
    });
  return into;
}

/** The days of a window on which a contract holds. */
export interface ContractSpan {
  readonly number: number;
  readonly from: number;
  readonly to: number;
}

function eachSpan({ plan }: Absences, window: Window, add: (span: ContractSpan) => void): void {
  plan.contracts.forEach((contract, number) => {
    const span = spanOf(contract, window);
    if (span !== null) add({ number, from: span[0], to: span[1] });
  });
}
