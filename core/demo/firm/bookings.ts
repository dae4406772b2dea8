import type { DayNumber } from "../../units.ts";
import { fridayOf, mondayOf } from "../days.ts";
import type { Draw } from "../random.ts";
import { candidatesAmong, oversold, type Seat, within } from "./candidates.ts";
import type { Need } from "./needs.ts";
import type { Staff } from "./people.ts";
import { type Sold, WEEKS } from "./work.ts";

/** Somebody booked on a need, or on internal work, which needs no skill. */
export interface Booking {
  readonly who: Staff;
  readonly sold: Sold;
  readonly skill: string | null;
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly hoursAWeek: number;
  readonly note: string | null;
}

/** Planners book month by month: first and last week of the months of the horizon. */
const MONTHS = [
  [0, 3],
  [4, 7],
  [8, 12],
  [13, 16],
  [17, 20],
  [21, 25],
] as const;
const CHUNKS = [10, 10, 15, 20, 20, 25, 30, 40];

/** Who serves which skill of an engagement in a month: nobody is booked for the same work twice. */
type Serving = Map<string, Set<Seat>>;

/** Bookings month by month: the hardest needs first, then by priority, then internal work in what is left. */
export function bookingsFrom(
  draw: Draw,
  needs: readonly Need[],
  staff: readonly Staff[],
  internal: readonly Sold[],
): readonly Booking[] {
  const seats = staff.filter(({ kind }) => kind !== "planned hire").map((who) => seatOf(draw, who));
  const candidates = candidatesAmong(seats);
  const inTurn = needs
    .filter(({ sold }) => sold.status === "confirmed")
    .sort((a, b) => b.level - a.level || a.sold.priority - b.sold.priority)
    .map((need) => ({ need, some: candidates(need, draw.share()) }));
  return MONTHS.flatMap((weeks) => {
    const serving: Serving = new Map();
    for (const seat of seats) seat.left = seat.room;
    const work = inTurn.flatMap(({ need, some }) => bookNeed(draw, need, some, weeks, serving));
    return [...work, ...seats.flatMap((seat) => bookInternal(draw, seat, draw.pick(internal), weeks))];
  });
}

/** A planner fills all hours where a skill is oversold, else leaves room for the unforeseen. */
function seatOf(draw: Draw, who: Staff): Seat {
  const share = draw.pick([0.8, 0.9, 0.9, 1]);
  const room = 5 * Math.floor((who.weeklyHours * (oversold(who.skill) ? 1 : share)) / 5);
  return { who, room, left: room };
}

function bookNeed(
  draw: Draw,
  need: Need,
  some: readonly Seat[],
  [monthFirst, monthLast]: readonly [number, number],
  all: Serving,
): readonly Booking[] {
  const [first, last] = [Math.max(monthFirst, need.first), Math.min(monthLast, need.last, WEEKS - 1)];
  if (first > last) return [];
  const [from, to] = [mondayOf(first), fridayOf(last)];
  const booked: Booking[] = [];
  const serving = servingOf(all, need);
  let open = 5 * Math.floor(need.hours / 5);
  for (const seat of some) {
    if (open < 5) break;
    if (seat.left < 5 || serving.has(seat)) continue;
    const hours = Math.min(open, seat.left, draw.pick(CHUNKS));
    const booking = within(seat.who, need, from, to, hours);
    if (booking === null) continue;
    serving.add(seat);
    open -= hours;
    seat.left -= hours;
    booked.push(booking);
  }
  const rescue = open >= 10 && oversold(need.skill) && draw.chance(0.6) ? booked[0] : undefined;
  return rescue ? [...booked, { ...rescue, hoursAWeek: 10, note: "Urgent, on top" }] : booked;
}

function servingOf(all: Serving, { sold, skill }: Need): Set<Seat> {
  const key = `${sold.name}, ${skill}`;
  const serving = all.get(key) ?? new Set();
  all.set(key, serving);
  return serving;
}

function bookInternal(draw: Draw, { who, left }: Seat, sold: Sold, weeks: readonly [number, number]) {
  if (!draw.chance(0.45) || left < 5) return [];
  const work = { sold, skill: null, certified: false };
  const booking = within(who, work, mondayOf(weeks[0]), fridayOf(weeks[1]), draw.pick([2, 4, 5, 8]));
  return booking === null ? [] : [booking];
}
