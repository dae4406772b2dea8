import type { Plan } from "../plan/plan.ts";
import type { Counted } from "./counted.ts";
import { allocationEffort } from "./effort.ts";
import type { OpenWork } from "./open-work.ts";
import { shareOut } from "./parts.ts";
import { supply } from "./supply.ts";
import { periodOfParts, type Timeline, timeline } from "./timeline.ts";

/** Free minutes, [contract * grains + grain]; with restaff, as if the released part of every allocation were gone. */
export function freeMinutes(plan: Plan, grains: Timeline, counted: Counted, work: OpenWork): Float64Array {
  if (!counted.restaff) return supply(plan, grains, counted).free;
  const days = timeline(grains.from, grains.to, "day");
  const grainOf = periodOfParts(grains, days);
  const { capacity, target, pinned } = supply(plan, days, counted);
  const gone = goneByDay(plan, days, grainOf, counted, work);
  const limit = counted.plan === "target" ? target : capacity;
  const count = grains.periods.length;
  const free = new Float64Array(plan.contracts.length * count);
  for (let number = 0; number < plan.contracts.length; number++) {
    for (let day = 0; day < days.days; day++) {
      const cell = number * days.days + day;
      free[number * count + grainOf[day]!]! += Math.max(0, limit[cell]! - pinned[cell]! + gone[cell]!);
    }
  }
  return free;
}

/** Released minutes by contract and day: what stays of an allocation is shared out over the days it had in the grain. */
function goneByDay(plan: Plan, days: Timeline, grainOf: Int32Array, counted: Counted, work: OpenWork): Float64Array {
  const effort = allocationEffort(plan, days, counted);
  const stays = work.allocated.map((minutes, cell) => minutes - work.released[cell]!);
  const staying = shareOut(stays, effort, work.allocated, grainOf);
  const gone = new Float64Array(plan.contracts.length * days.days);
  plan.allocations.person.forEach((person, row) => {
    if (person < 0) return;
    for (const number of plan.people[person]!.contracts) {
      const { from, to } = plan.contracts[number]!;
      const last = Math.min(to, days.to) - days.from;
      for (let day = Math.max(from, days.from) - days.from; day <= last; day++) {
        const cell = row * days.days + day;
        gone[number * days.days + day]! += effort[cell]! - staying[cell]!;
      }
    }
  });
  return gone;
}
