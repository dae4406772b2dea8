import { weekday } from "../../plan/calendar.ts";
import type { Plan } from "../../plan/plan.ts";
import type { Tickets } from "../../plan/tickets.ts";
import { type DayNumber, dayNumber } from "../../units.ts";

/** Tickets of one queue, week by week. */
export interface History {
  readonly engagement: number;
  /** -1: anybody's. */
  readonly skill: number;
  /** Monday of the first week. */
  readonly from: DayNumber;
  /** Tickets that came in each complete week; none when the table covers no complete week. */
  readonly weeks: Int32Array;
  /** What the tickets of each of these weeks took, as far as they say so. */
  readonly sizes: readonly (readonly number[])[];
  /** How many of the tickets took so many minutes; tickets without hours are not among them. */
  readonly minutes: ReadonlyMap<number, number>;
  /** The same of the last 13 weeks only. */
  readonly recent: ReadonlyMap<number, number>;
  /** Tickets in the history, and how many of them say what they took. */
  readonly tickets: number;
  readonly timed: number;
}

/** Older weeks say nothing about the next ones. */
const MOST_WEEKS = 260;
const RECENT_DAYS = 13 * 7;
const FRIDAY = 4;

/** The complete weeks that the table covers: Monday of the first, and how many. A week is complete from its Friday on. */
export function weeksCovered({ covers }: Tickets): { readonly from: DayNumber; readonly count: number } {
  if (covers === null) return { from: dayNumber(0), count: 0 };
  const first = mondayFrom(covers.from);
  const last = covers.to - weekday(covers.to) - (weekday(covers.to) >= FRIDAY ? 0 : 7);
  const count = Math.max(0, (last - first) / 7 + 1);
  const kept = Math.min(count, MOST_WEEKS);
  return { from: dayNumber(first + 7 * (count - kept)), count: kept };
}

const mondayFrom = (day: number): number => day + ((7 - weekday(dayNumber(day))) % 7);

/**
 * The history of every queue, by engagement and skill, in the order of their first tickets. `queueOf` says to which skill's
 * queue a ticket belongs. A queue begins with the table, or with its engagement where that starts later; a week without
 * tickets in between had none.
 */
export function histories(
  { tickets, engagements, skills }: Plan,
  queueOf: (engagement: number, skill: number) => number,
): readonly History[] {
  const { from, count } = weeksCovered(tickets);
  const { opened, engagement, skill, minutes } = tickets;
  const queues = new Map<number, Growing>();
  const end = from + 7 * count;
  for (let i = 0; i < tickets.length; i++) {
    const key = engagement[i]! * (skills.length + 1) + skill[i]! + 1;
    let queue = queues.get(key);
    if (queue === undefined) {
      const own = queueOf(engagement[i]!, skill[i]!);
      const place = engagement[i]! * (skills.length + 1) + own + 1;
      queue = queues.get(place) ?? fresh(engagement[i]!, own, count);
      queues.set(place, queue);
      queues.set(key, queue);
    }
    const day = opened[i]!;
    if (day < from || day >= end) continue;
    const week = Math.floor((day - from) / 7);
    queue.weeks[week]! += 1;
    if (minutes[i]! < 0) continue;
    const sizes = queue.sizes[week] ?? [];
    sizes.push(minutes[i]!);
    queue.sizes[week] = sizes;
    addTo(queue.minutes, minutes[i]!);
    if (day >= end - RECENT_DAYS) addTo(queue.recent, minutes[i]!);
  }
  return [...new Set(queues.values())].map((queue) => cut(queue, from, engagements[queue.engagement]!));
}

const addTo = (sizes: Map<number, number>, minutes: number) => sizes.set(minutes, (sizes.get(minutes) ?? 0) + 1);

interface Growing {
  readonly engagement: number;
  readonly skill: number;
  readonly weeks: Int32Array;
  /** Sparse: only weeks with tickets that say what they took. */
  readonly sizes: number[][];
  readonly minutes: Map<number, number>;
  readonly recent: Map<number, number>;
}

const fresh = (engagement: number, skill: number, count: number): Growing => ({
  engagement,
  skill,
  weeks: new Int32Array(count),
  sizes: [],
  minutes: new Map(),
  recent: new Map(),
});

/** Only the weeks in which the engagement runs, and any with tickets. */
function cut(
  { engagement, skill, weeks, sizes: sparse, minutes, recent }: Growing,
  from: DayNumber,
  days: { readonly from: DayNumber; readonly to: DayNumber },
): History {
  const busy = (count: number) => count > 0;
  const first = weeks.findIndex(busy);
  let last = weeks.length - 1;
  while (last >= 0 && weeks[last] === 0) last -= 1;
  const before = Math.ceil((days.from - from) / 7);
  const skipped = Math.max(0, Math.min(before, first < 0 ? weeks.length : first));
  const until = Math.min(weeks.length, Math.max(Math.floor((days.to - from + 3) / 7), last + 1, skipped));
  const own = weeks.subarray(skipped, until);
  const sum = (counts: Iterable<number>) => Array.from(counts).reduce((all, one) => all + one, 0);
  const sizes = Array.from(own, (_, i) => sparse[skipped + i] ?? []);
  const [tickets, timed] = [sum(own), sum(minutes.values())];
  return { engagement, skill, from: dayNumber(from + 7 * skipped), weeks: own, sizes, minutes, recent, tickets, timed };
}
