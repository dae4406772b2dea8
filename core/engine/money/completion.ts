import { FIRST_DAY, LAST_DAY, type Plan } from "../../plan/plan.ts";
import { dayNumber } from "../../units.ts";
import type { Counted } from "../counted.ts";
import { timeline } from "../timeline.ts";
import { withoutEnd } from "./at-completion.ts";
import { NO_DAYS } from "./lacks.ts";
import { COST, REVENUE } from "./lines.ts";
import { margins } from "./margins.ts";
import { moneyTime } from "./money-time.ts";

/** How far an engagement with a fixed fee has come by the last worked day, and what it comes to. Money in minor units. */
export interface Completion {
  readonly engagement: number;
  /** Minutes of work. Percent complete is done / (done + remaining). */
  readonly done: number;
  readonly remaining: number;
  /** null where a rate is not known. */
  readonly costToDate: number | null;
  readonly costToCome: number | null;
  /** Fees and change orders less write-offs, in the plan's currency. */
  readonly fee: number | null;
}

/** Forecasts at completion, for every engagement with a fixed fee: all of its days, whatever period is asked for. */
export function completions(plan: Plan, counted: Counted): readonly Completion[] {
  const { money } = plan;
  const fixed = (money?.fees ?? []).filter(({ kind }) => kind === "fixed fee");
  if (money === null || fixed.length === 0) return [];
  const day = fixed[0]!.from;
  // The days that fixed fees reach are those of their money's time.
  const { from, to } = moneyTime(plan, money, timeline(day, day, "total"));
  const endless = withoutEnd(plan);
  const { time, lines, flows } = margins(plan, timeline(bounded(from), bounded(to), "total"), counted);
  return [...new Set(fixed.map(({ engagement }) => engagement))].map((engagement) => {
    const sums = { done: 0, remaining: 0, spent: 0, coming: 0, fee: 0 };
    let unknown = 0;
    let unpaid = endless.has(engagement) ? 1 : 0;
    for (const line of lines) {
      if (line.engagement !== engagement) continue;
      const isProgress = line.hours[0]!.source !== "untracked";
      line.minutes.forEach((minutes, at) => {
        const isPast = time.periods[time.first + at]!.from <= time.worked;
        if (isProgress) sums[isPast ? "done" : "remaining"] += minutes;
        sums[isPast ? "spent" : "coming"] += line.cost[at]!;
        if ((line.unknown[at]! & COST) !== 0) unknown |= isPast ? PAST : LATER;
      });
    }
    for (const flow of flows) {
      if (flow.engagement !== engagement) continue;
      flow.cost.forEach((cost, at) => {
        sums[time.periods[time.first + at]!.from <= time.worked ? "spent" : "coming"] += cost;
      });
      for (const revenue of flow.revenue) sums.fee += revenue;
      if (flow.unknown.some((bits) => (bits & REVENUE) !== 0)) unpaid = 1;
      flow.unknown.forEach((bits, at) => {
        if ((bits & NO_DAYS) !== 0) unknown |= LATER;
        if ((bits & COST) !== 0) unknown |= time.periods[time.first + at]!.from <= time.worked ? PAST : LATER;
      });
    }
    return {
      engagement,
      done: sums.done,
      remaining: sums.remaining,
      costToDate: (unknown & PAST) === 0 ? sums.spent : null,
      costToCome: (unknown & LATER) === 0 ? sums.coming : null,
      fee: unpaid === 0 ? sums.fee : null,
    };
  });
}

const PAST = 1;
const LATER = 2;
const bounded = (day: number) => dayNumber(Math.min(Math.max(day, FIRST_DAY), LAST_DAY));
