import type { Period } from "../../plan/calendar.ts";
import type { Plan } from "../../plan/plan.ts";
import { dayNumber } from "../../units.ts";
import type { Counted } from "../counted.ts";
import { allocationEffort } from "../effort.ts";
import { timeline } from "../timeline.ts";
import { lastWorked } from "./money-time.ts";
import { loggedDays } from "./worked-hours.ts";

/** Days of a period, up to the last worked day, on which people were planned to work and logged nothing: their plan counts, of done work too. */
export function missingLogs(plan: Plan, { from, to }: Period, counted: Counted): number {
  const last = Math.min(to, lastWorked(plan));
  if (last < from) return 0;
  const days = timeline(from, dayNumber(last), "day");
  const effort = allocationEffort(plan, days, counted);
  const logged = loggedDays(plan, last);
  const missing = new Set<string>();
  for (const [row, person] of plan.allocations.person.entries()) {
    if (person < 0) continue;
    for (let at = 0; at < days.days; at++) {
      const isPlanned = effort[row * days.days + at]! > 0;
      if (isPlanned && logged.get(person)?.has(from + at) !== true) missing.add(`${person} ${at}`);
    }
  }
  return missing.size;
}
