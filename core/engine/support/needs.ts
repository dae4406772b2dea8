import { EFFORT, type Need, type Plan } from "../../plan/plan.ts";
import { dayNumber, minutes } from "../../units.ts";
import { meanMinutes } from "./compound.ts";
import { covers, type Queue, queuesOf, statedSupport } from "./queues.ts";

/** The plan's needs with the expected hours of every queue that counts by its tickets, in place of its rows where it has some. */
export function withTickets(plan: Plan): readonly Need[] {
  if (plan.tickets.length === 0) return plan.needs;
  const rows = statedSupport(plan);
  const byTickets = plan.settings.supportCounts === "tickets";
  const derived = queuesOf(plan).flatMap((queue): readonly Derived[] => {
    const instead = rows.filter((row) => covers(row, queue));
    if (instead.length > 0 && !byTickets) return [];
    const need = needOf(plan, queue, instead);
    return need === null ? [] : [{ need, instead }];
  });
  if (derived.length === 0) return plan.needs;
  const firstOf = new Map(derived.flatMap(({ need, instead }) => (instead[0] ? [[instead[0], need] as const] : [])));
  const dropped = new Set(derived.flatMap(({ instead }) => instead));
  return [
    ...plan.needs.flatMap((need) => firstOf.get(need) ?? (dropped.has(need) ? [] : [need])),
    ...derived.flatMap(({ need, instead }) => (instead.length === 0 ? [need] : [])),
  ];
}

interface Derived {
  readonly need: Need;
  readonly instead: readonly Need[];
}

/** A queue's expected hours, on the days of its rows or, without any, of its engagement. */
function needOf(plan: Plan, { engagement, skill, arrivals }: Queue, instead: readonly Need[]): Need | null {
  const effort = arrivals === null ? 0 : minutes(meanMinutes(arrivals));
  if (arrivals === null || effort === 0) return null;
  const days = instead.length > 0 ? instead : [plan.engagements[engagement]!];
  return {
    source: "Support",
    engagement,
    skill,
    role: "",
    level: instead.reduce((lowest, { level }) => Math.min(lowest, level), instead[0]?.level ?? 1),
    certificate: null,
    location: -1,
    from: dayNumber(Math.min(...days.map(({ from }) => from))),
    to: dayNumber(Math.max(...days.map(({ to }) => to))),
    per: EFFORT.week,
    effort,
    spread: "even",
    row: instead[0]?.row ?? 0,
    arrivals,
    insteadOf: instead,
  };
}
