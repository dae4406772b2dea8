import type { Plan } from "../../plan/plan.ts";
import type { Hours } from "./hours.ts";
import type { MoneyTime } from "./money-time.ts";

/** Logs do not say which skill the work took; where all of the person's bookings on the engagement name one, it is that. */
export function workedHours(plan: Plan, time: MoneyTime): readonly Hours[] {
  const { actuals, people } = plan;
  const skills = bookedSkills(plan);
  const found = new Map<number, Hours>();
  for (let row = 0; row < actuals.length; row++) {
    const day = actuals.day[row]!;
    if (day > time.worked || day < time.from || day > time.to) continue;
    const engagement = actuals.engagement[row]!;
    const person = actuals.person[row]!;
    const key = 2 * (engagement * people.length + person) + actuals.billable[row]!;
    let hours = found.get(key);
    if (hours === undefined) {
      const billable = actuals.billable[row] === 1;
      const minutes = new Float64Array(time.periods.length);
      const skill = skills.get(engagement * people.length + person) ?? -1;
      hours = {
        engagement,
        person,
        skill,
        role: "",
        billable,
        source: "named",
        line: lineOf(engagement, person),
        minutes,
      };
      found.set(key, hours);
    }
    hours.minutes[time.periodOf[day - time.from]!]! += actuals.minutes[row]!;
  }
  return [...found.values()];
}

/** By engagement × people + person; -1 where bookings name different skills. */
export function bookedSkills({ allocations, people }: Plan): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (let row = 0; row < allocations.length; row++) {
    const person = allocations.person[row]!;
    if (person < 0) continue;
    const key = allocations.engagement[row]! * people.length + person;
    const skill = allocations.skill[row]!;
    found.set(key, (found.get(key) ?? skill) === skill ? skill : -1);
  }
  return found;
}

/** Days on which somebody logged anything: what else was planned for such a day was not done. */
export function loggedDays({ actuals }: Plan, last: number): ReadonlyMap<number, ReadonlySet<number>> {
  const days = new Map<number, Set<number>>();
  for (let row = 0; row < actuals.length; row++) {
    if (actuals.day[row]! > last) continue;
    const own = days.get(actuals.person[row]!);
    if (own === undefined) days.set(actuals.person[row]!, new Set([actuals.day[row]!]));
    else own.add(actuals.day[row]!);
  }
  return days;
}

/** A person on an engagement is one line of money, however the hours came about. */
export const lineOf = (engagement: number, person: number): string => `${engagement} ${person}`;
