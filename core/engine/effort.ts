import { EFFORT, type Plan } from "../plan/plan.ts";
import { absences } from "./capacity-days.ts";
import { type Counted, engagementShares } from "./counted.ts";
import { countsUntil } from "./past.ts";
import { addPinned } from "./pinned.ts";
import type { Timeline } from "./timeline.ts";
import { addRunning, dayWindow, type Window } from "./window.ts";
import { workTimes } from "./work-time.ts";
import { runningWork, workingDays } from "./working-days.ts";

/** Pinned minutes by allocation and period: entry [allocation * periods + period]. A placeholder works Monday to Friday. */
export function allocationEffort(plan: Plan, timeline: Timeline, counted: Counted): Float64Array {
  const window = dayWindow(timeline);
  const shares = engagementShares(plan, counted);
  const into = new Float64Array(plan.allocations.length * window.periods);
  addPinned(workTimes(absences(plan, counted), window), (row) => row, into);
  addPlaceholders(plan, window, shares, into);
  return into;
}

/** Minutes asked for by need and period: entry [need * periods + period]. */
export function needEffort(plan: Plan, timeline: Timeline, counted: Counted): Float64Array {
  const window = dayWindow(timeline);
  const shares = engagementShares(plan, counted);
  const into = new Float64Array(plan.needs.length * window.periods);
  const until = countsUntil(plan);
  const everywhere = workingDays(window, undefined);
  const days = plan.locations.map((location) => workingDays(window, location));
  plan.needs.forEach((need, number) => {
    const first = Math.max(need.from - window.start, window.first);
    const last = Math.min(Math.min(need.to, until[need.engagement]!) - window.start, window.last);
    const share = shares[need.engagement]!;
    if (first > last || share === 0) return;
    const running = runningWork(days[need.location] ?? everywhere, need, share, first, last);
    if (running !== null) addRunning(window, running, first, last, number, into);
  });
  return into;
}

function addPlaceholders(plan: Plan, window: Window, shares: Float64Array, into: Float64Array): void {
  const { allocations: rows, settings } = plan;
  const days = workingDays(window, undefined);
  const until = countsUntil(plan);
  for (let row = 0; row < rows.length; row++) {
    const first = Math.max(rows.from[row]! - window.start, window.first);
    const last = Math.min(Math.min(rows.to[row]!, until[rows.engagement[row]!]!) - window.start, window.last);
    const share = shares[rows.engagement[row]!]!;
    if (rows.person[row]! >= 0 || first > last || share === 0) continue;
    const whole = rows.per[row] === EFFORT.share ? settings.fullTimeWeek : 1;
    const work = {
      from: rows.from[row]!,
      to: rows.to[row]!,
      per: rows.per[row]!,
      effort: rows.amount[row]! * whole,
      spread: "even",
    } as const;
    const running = runningWork(days, work, share, first, last);
    if (running !== null) addRunning(window, running, first, last, row, into);
  }
}
