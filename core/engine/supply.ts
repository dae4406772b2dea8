import type { Plan } from "../plan/plan.ts";
import { absences, fillCapacity } from "./capacity-days.ts";
import { addContracted } from "./contracted.ts";
import type { Counted } from "./counted.ts";
import { addDays, targetDays } from "./day-sums.ts";
import { loadOf, pinRows } from "./load.ts";
import type { Timeline } from "./timeline.ts";
import { dayWindow, placesOf } from "./window.ts";

/** Minutes by contract and period: entry [contract * periods + period] of each grid. */
export interface Supply {
  /** Before holidays and leave; planned hires as counted. */
  readonly contracted: Float64Array;
  readonly capacity: Float64Array;
  /** Capacity times the utilization target. */
  readonly target: Float64Array;
  readonly pinned: Float64Array;
  /** The billable part of pinned. */
  readonly billable: Float64Array;
  readonly free: Float64Array;
  readonly overload: Float64Array;
}

/** What people can work, are allocated, have free and have too much, day by day and added up. */
export function supply(plan: Plan, timeline: Timeline, counted: Counted): Supply {
  const window = dayWindow(timeline);
  const all = absences(plan, counted);
  const load = loadOf(all, window);
  const capacity = new Int32Array(placesOf(window));
  const spare = new Int32Array(placesOf(window));
  const into = emptySupply(plan.contracts.length * window.periods);
  plan.contracts.forEach((contract, number) => {
    const from = Math.max(contract.from - window.start, window.first);
    const to = Math.min(contract.to - window.start, window.last);
    if (from > to) return;
    const span = { number, from, to };
    addContracted(all, window, span, spare, into.contracted);
    fillCapacity(all, number, window.start, from, to, capacity);
    pinRows(all, window, span, capacity, load);
    const limit = counted.plan === "target" ? targetDays(contract, span, capacity, spare) : capacity;
    addDays(contract, window, span, { capacity, limit, load }, into);
  });
  return into;
}

function emptySupply(cells: number): Supply {
  const grid = () => new Float64Array(cells);
  return {
    contracted: grid(),
    capacity: grid(),
    target: grid(),
    pinned: grid(),
    billable: grid(),
    free: grid(),
    overload: grid(),
  };
}

/** The days of a window on which a contract holds. */
export interface ContractSpan {
  readonly number: number;
  readonly from: number;
  readonly to: number;
}
