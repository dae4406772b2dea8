import { type Reach, reachOf } from "../engine/accuracy/reach.ts";
import { isoDate } from "../plan/calendar.ts";
import type { Plan } from "../plan/plan.ts";
import { type DayNumber, dayNumber, plusDays } from "../units.ts";

/** What a score rests on, or what it still needs. */
export function historyText(
  plan: Plan,
  lead: number,
  weeks: number,
  dayText: (day: DayNumber) => string = isoDate,
): string {
  if (weeks > 0) return weeks === 1 ? "1 week" : `${weeks} weeks`;
  return needsText(reachOf(plan, lead), lead, dayText);
}

function needsText(reach: Reach, lead: number, dayText: (day: DayNumber) => string): string {
  const before = lead === 1 ? "a week" : `${lead} weeks`;
  switch (reach.lacks) {
    case "snapshots":
      return `needs a snapshot taken ${before} before a week with hours worked`;
    case "hours":
      return "needs hours worked of a whole week, Monday to Friday";
    case "weeks":
      return `needs hours worked until ${dayText(plusDays(dayNumber(reach.monday), 4))}: no snapshot is older`;
    case "nothing":
      return `no week in these days; the first is that of ${dayText(dayNumber(reach.monday))}`;
  }
}
