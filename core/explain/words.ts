import { weekday } from "../plan/calendar.ts";
import { EFFORT, type Plan, PPM } from "../plan/plan.ts";
import { counted, dayAndMonth, hoursText } from "../sheets/words.ts";
import type { DayNumber } from "../units.ts";

/** 350,000 as "35 %" */
export const percentText = (ppm: number): string => `${Math.round(ppm / (PPM / 1000)) / 10} %`;

/** "5 Jan", "5 to 9 Jan", "28 Jan to 3 Feb" */
export function daysText(from: DayNumber, to: DayNumber): string {
  if (from === to) return dayAndMonth(from);
  const [first, last] = [dayAndMonth(from), dayAndMonth(to)];
  const [date, month] = first.split(" ");
  return last.endsWith(` ${month}`) ? `${date} to ${last}` : `${first} to ${last}`;
}

/** "Mon 5 Jan" */
export const dayText = (day: DayNumber): string => `${WEEKDAYS[weekday(day)]} ${dayAndMonth(day)}`;
const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

/** "8 h a day", "30 h a week", "50 % of the day", "120 h in all" */
export function effortText({ allocations: { per, amount } }: Plan, row: number): string {
  const given = amount[row]!;
  if (per[row] === EFFORT.logged) return "hours logged";
  if (per[row] === EFFORT.share) return `${percentText(given)} of the day`;
  return `${hoursText(given)} ${per[row] === EFFORT.day ? "a day" : per[row] === EFFORT.week ? "a week" : "in all"}`;
}

/** "Ana on Cobalt platform (AWS), 8 h a day" */
export function allocationText(plan: Plan, row: number): string {
  const { person, engagement, skill } = plan.allocations;
  const who = plan.people[person[row]!]?.name ?? "Nobody yet";
  const what = plan.skills[skill[row]!];
  return `${who} on ${plan.engagements[engagement[row]!]!.name}${what === undefined ? "" : ` (${what})`}, ${effortText(plan, row)}`;
}

/** ", half of which counts" for tentative work: what its share is of. */
export const shareText = (share: number): string => (share === PPM ? "" : ` × ${percentText(share)} odds`);

export { counted, hoursText };
