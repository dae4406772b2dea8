import type { DayNumber } from "../../units.ts";
import type { Booking } from "./bookings.ts";
import { MARKET } from "./market.ts";
import type { Need } from "./needs.ts";
import type { Staff } from "./people.ts";
import type { Sold } from "./work.ts";

/** A skill of which more is sold than there are people for: they are booked to the last hour, and sometimes beyond. */
export const oversold = (skill: string): boolean => (MARKET.get(skill)?.load ?? 0) > 1;

/** Somebody who can be booked: hours a week that a planner fills, and what is left of them in the month at hand. */
export interface Seat {
  readonly who: Staff;
  readonly room: number;
  left: number;
}

/** Who can serve a need: people whose main skill it is, seniors last, then those who know it besides. */
export function candidatesAmong(seats: readonly Seat[]): (need: Need, place: number) => readonly Seat[] {
  const main = new Map<string, Seat[]>();
  const besides = new Map<string, Seat[]>();
  for (const seat of seats) {
    const { who } = seat;
    add(main, who.skill, seat);
    if (!oversold(who.skill)) for (const skill of who.besides.keys()) add(besides, skill, seat);
  }
  return (need, place) => {
    const { level, certified } = need;
    const fit = (main.get(need.skill) ?? []).filter(
      ({ who }) => who.level >= level && (who.certifiedTo !== null || !certified),
    );
    const start = Math.floor(place * fit.length);
    const inTurn = [...fit.slice(start), ...fit.slice(0, start)].sort((a, b) => a.who.level - b.who.level);
    const others = certified ? [] : (besides.get(need.skill) ?? []);
    return [...inTurn, ...others.filter(({ who }) => who.besides.get(need.skill)! >= level)];
  };
}

function add(lists: Map<string, Seat[]>, skill: string, seat: Seat): void {
  const list = lists.get(skill);
  if (list) list.push(seat);
  else lists.set(skill, [seat]);
}

/** A booking cut to the days on which somebody works here and is certified; null when none are left. */
export function within(
  who: Staff,
  need: { readonly sold: Sold; readonly skill: string | null; readonly certified: boolean },
  from: DayNumber,
  to: DayNumber,
  hoursAWeek: number,
): Booking | null {
  const first = who.from !== null && who.from > from ? who.from : from;
  const ends = [to, who.to ?? to, need.certified ? (who.certifiedTo ?? to) : to];
  const last = ends.reduce((a, b) => (a < b ? a : b));
  if (first > last) return null;
  return { who, sold: need.sold, skill: need.skill, from: first, to: last, hoursAWeek, note: null };
}
