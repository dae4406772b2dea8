import { plusDays } from "../units.ts";
import { mondayOf } from "./days.ts";
import type { DemoRow } from "./headings.ts";
import type { Draw } from "./random.ts";

/** A queue whose tickets are drawn: how many a week on average, week by week, and what they take. */
export interface TicketQueue {
  readonly engagement: string;
  readonly skill: string;
  /** The weeks before the horizon. */
  readonly weeks: number;
  /** Expected in a week; week 0 is the oldest. */
  readonly expected: (week: number) => number;
  /** Hours of a ticket, each as likely as it stands here. */
  readonly hours: readonly number[];
}

/** Tickets of the weeks before the horizon, in the order in which they came in. */
export function ticketsFrom(draw: Draw, queues: readonly TicketQueue[]): readonly DemoRow<"Tickets">[] {
  const rows = queues.flatMap((queue) =>
    Array.from({ length: queue.weeks }, (_, week) => week).flatMap((week) => weekOf(draw, queue, week)),
  );
  return rows.sort((a, b) => Number(a.Opened) - Number(b.Opened));
}

function weekOf(draw: Draw, { engagement, skill, weeks, expected, hours }: TicketQueue, week: number) {
  const monday = mondayOf(week - weeks);
  return Array.from({ length: arrivals(draw, expected(week)) }, (): DemoRow<"Tickets"> => {
    const opened = plusDays(monday, draw.chance(0.08) ? draw.whole(5, 6) : draw.whole(0, 4));
    const closed = plusDays(opened, draw.pick([0, 0, 0, 1, 1, 2, 4]));
    return {
      Opened: opened,
      Engagement: engagement,
      Skill: skill,
      Hours: draw.pick(hours),
      Closed: closed < mondayOf(0) ? closed : null,
      Billable: false,
    };
  });
}

/** Each of many times as many customers calls by chance; one week in twelve something breaks for half of them. */
function arrivals(draw: Draw, expected: number): number {
  const callers = Math.round(expected * (draw.chance(1 / 12) ? 6 : 4));
  let calls = 0;
  for (let i = 0; i < callers; i++) if (draw.chance(1 / 4)) calls += 1;
  return calls;
}
