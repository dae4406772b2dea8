import type { Plan } from "../../plan/plan.ts";
import { dayNumber } from "../../units.ts";
import type { Counted } from "../counted.ts";
import { allocationEffort } from "../effort.ts";
import { timeline } from "../timeline.ts";
import { engagementOf, personOf, type WorkedWeeks } from "./worked-weeks.ts";

/** People by engagement. */
export type PeopleOn = ReadonlyMap<number, ReadonlySet<number>>;

/** Of each week, by engagement, who was planned for it or logged on it although nobody knows what they worked in that week. */
export function awaited(plan: Plan, { mondays, worked, open, known }: WorkedWeeks, counted: Counted): PeopleOn[] {
  const { people, allocations } = plan;
  const isKnown = (week: number, person: number) => known[week * people.length + person] === 1;
  const found = mondays.map((_, week) => {
    const on = new Map<number, Set<number>>();
    for (const key of worked[week]!.keys())
      if (!isKnown(week, personOf(plan, key))) addTo(on, engagementOf(plan, key), personOf(plan, key));
    for (const key of open[week]!) addTo(on, engagementOf(plan, key), personOf(plan, key));
    return on;
  });
  const [first] = mondays;
  if (first === undefined || known.every((one) => one === 1)) return found;
  const time = timeline(dayNumber(first), dayNumber(mondays.at(-1)! + 6), "week");
  const effort = allocationEffort(plan, time, counted);
  for (let row = 0; row < allocations.length; row++) {
    const person = allocations.person[row]!;
    if (person < 0) continue;
    for (let week = 0; week < mondays.length; week++)
      if (effort[row * mondays.length + week]! > 0 && !isKnown(week, person))
        addTo(found[week]!, allocations.engagement[row]!, person);
  }
  return found;
}

/** Adds somebody to the people of an engagement. */
export function addTo(on: Map<number, Set<number>>, engagement: number, person: number): void {
  const people = on.get(engagement);
  if (people === undefined) on.set(engagement, new Set([person]));
  else people.add(person);
}
