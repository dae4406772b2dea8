import type { Contract, Leave, Location, Person } from "./plan.ts";

/** When everybody works: what a plan says about people's own days. */
export interface WorkingTimes {
  readonly people: readonly Person[];
  readonly contracts: readonly Contract[];
  readonly locations: readonly Location[];
  readonly leave: Leave;
}

/** The same, made ready to be asked about many days. */
export interface Calendars extends WorkingTimes {
  readonly holidays: readonly ReadonlySet<number>[];
  readonly leaveOf: readonly (readonly number[])[];
}

export function calendarsOf({ people, contracts, locations, leave }: WorkingTimes): Calendars {
  const leaveOf = people.map((): number[] => []);
  for (let row = 0; row < leave.length; row++) leaveOf[leave.person[row]!]!.push(row);
  const holidays = locations.map((location) => new Set(location.holidays));
  return { people, contracts, locations, leave, holidays, leaveOf };
}

/** Whether somebody has time on a day, a day off, or no contract. */
export type Day = "at work" | "holiday or leave" | "no working day" | "no contract";

export function dayOfPerson({ people, contracts, holidays, leave, leaveOf }: Calendars, who: number, day: number): Day {
  const own = people[who]!.contracts;
  for (let i = 0; i < own.length; i++) {
    const { from, to, weekdays, location } = contracts[own[i]!]!;
    if (day < from || day > to) continue;
    const minutes = weekdays[(day + 5) % 7]!;
    if (minutes === 0) return "no working day";
    if (holidays[location]!.has(day)) return "holiday or leave";
    return minutes > awayOn(leave, leaveOf[who]!, day) ? "at work" : "holiday or leave";
  }
  return "no contract";
}

/** Minutes that somebody's leave takes from a day; Infinity for all of it. */
export const minutesAway = ({ leave, leaveOf }: Calendars, who: number, day: number): number =>
  awayOn(leave, leaveOf[who]!, day);

function awayOn({ from, to, minutes }: Leave, away: readonly number[], day: number): number {
  let sum = 0;
  for (let i = 0; i < away.length; i++) {
    const row = away[i]!;
    if (day < from[row]! || day > to[row]!) continue;
    sum += minutes[row]! < 0 ? Number.POSITIVE_INFINITY : minutes[row]!;
  }
  return sum;
}
