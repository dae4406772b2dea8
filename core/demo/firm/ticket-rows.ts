import type { DemoRow } from "../headings.ts";
import { drawFrom } from "../random.ts";
import { ticketsFrom } from "../tickets.ts";

const SEED = 40;
const QUEUES = 3;
const WEEKS = 40;

/** Forty weeks of tickets of a few queues that Support knows by their tickets; some are busier than planned, others quieter. */
export function ticketRows(support: readonly DemoRow<"Support">[]): readonly DemoRow<"Tickets">[] {
  const draw = drawFrom(SEED);
  const known = support.filter((row) => {
    const weekly = Number(row["Tickets a week"] ?? 0);
    return weekly >= 4 && weekly <= 40;
  });
  const queues = known.slice(0, QUEUES).map((row, i) => {
    const [weekly, each] = [Number(row["Tickets a week"]), Number(row["Hours a ticket"])];
    const grown = 0.85 + 0.2 * i;
    return {
      engagement: String(row.Engagement),
      skill: String(row.Skill),
      weeks: WEEKS,
      expected: (week: number) => weekly * (1 + ((grown - 1) * week) / WEEKS),
      hours: [0.25, 0.5, 0.5, 0.75, 1, 1, 1.5, 2.5].map((size) => Math.max(0.25, Math.round(4 * size * each) / 4)),
    };
  });
  return ticketsFrom(draw, queues);
}
