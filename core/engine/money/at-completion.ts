import type { Period } from "../../plan/calendar.ts";
import { FIRST_DAY, LAST_DAY, type Plan } from "../../plan/plan.ts";
import { dayNumber } from "../../units.ts";
import type { Counted } from "../counted.ts";
import { timeline } from "../timeline.ts";
import { beforeAfter } from "./bridge.ts";
import { withoutEffort } from "./left-out.ts";
import { COST, REVENUE } from "./lines.ts";
import { lastWorked, type MoneyTime } from "./money-time.ts";
import { unplannedDays } from "./unplanned.ts";

/** Money in minor units; null where a rate, a fee or an exchange rate is not known. */
export interface Sides {
  readonly revenue: number | null;
  readonly cost: number | null;
}

export const NO_SIDES: Sides = { revenue: null, cost: null };

/** An engagement over all of its days: what was planned, what was done of it, and what it comes to. */
export interface AtCompletion {
  readonly engagement: number;
  /** Minutes of work by the last worked day, and after it; percent complete is done / (done + remaining). */
  readonly done: number;
  readonly remaining: number;
  /** The plan at the rates of the engagement's first planned day, with the fees agreed first; hours logged before it as worked. */
  readonly budget: Sides;
  readonly toDate: Sides;
  readonly toCome: Sides;
  /** Hours of it are nobody's yet, or support that nobody tracked. */
  readonly isEstimate: boolean;
  /** And some of such hours are paid for by the hour: a fee is exact, whoever earns it. */
  readonly isRevenueEstimate: boolean;
  /** Nobody knows how far it is: a row that says its work cannot be used, work is late and has no day left, or a retainer's is not planned yet. */
  readonly lacksEffort: boolean;
}

/** Budget and forecast at completion of every engagement whose work begins and ends; without an end nothing completes. */
export function atCompletion(plan: Plan, counted: Counted, horizon: Period): readonly AtCompletion[] {
  const all = wholeWork(plan, counted, horizon);
  if (all === null) return [];
  const { time, before, after, feesBefore, feesAfter } = all;
  const unknown = withoutEffort(plan);
  const endless = withoutEnd(plan);
  const unplanned = unplannedDays(plan, counted);
  const late = new Set(all.sights.worked.flatMap(({ engagement, undone = 0 }) => (undone > 0 ? [engagement] : [])));
  return all.engagements.map((engagement): AtCompletion => {
    const own = <T extends { readonly engagement: number }>(all: readonly T[]) =>
      all.filter((one) => one.engagement === engagement);
    const [planned, now] = [
      [...own(before), ...own(feesBefore)],
      [...own(after), ...own(feesAfter)],
    ];
    const isPast = (at: number) => time.periods[time.first + at]!.from <= time.worked;
    const tracked = own(after).filter(({ hours }) => hours[0]!.source !== "untracked");
    const minutes = (when: (at: number) => boolean) =>
      tracked.reduce((sum, line) => sum + line.minutes.reduce((all, one, at) => all + (when(at) ? one : 0), 0), 0);
    const known = ({ revenue, cost }: Sides): Sides => ({
      revenue: endless.has(engagement) ? null : revenue,
      cost: unplanned.has(engagement) ? null : cost,
    });
    return {
      engagement,
      done: minutes(isPast),
      remaining: minutes((at) => !isPast(at)),
      budget: known(sidesOf(planned, time, () => true)),
      toDate: sidesOf(now, time, isPast),
      toCome: late.has(engagement) ? NO_SIDES : known(sidesOf(now, time, (at) => !isPast(at))),
      isEstimate: own(after).some(({ person }) => person < 0),
      isRevenueEstimate: own(after).some(({ person, revenue }) => person < 0 && revenue.some((one) => one !== 0)),
      lacksEffort: unknown.has(engagement) || late.has(engagement) || unplanned.has(engagement),
    };
  });
}

/** Engagements with a retainer that nothing ends: nobody knows what they are paid at completion. */
export const withoutEnd = ({ money }: Plan): ReadonlySet<number> =>
  new Set((money?.fees ?? []).flatMap(({ isEndless, engagement }) => (isEndless === true ? [engagement] : [])));

/** Engagements that begin and end, and the money of all their days; null where there is none. */
export function wholeWork(
  plan: Plan,
  counted: Counted,
  horizon: Period,
): (ReturnType<typeof beforeAfter> & { readonly engagements: readonly number[] }) | null {
  const closed = [...spansOf(plan)].filter(([, span]) => isClosed(span));
  if (plan.money === null || closed.length === 0) return null;
  const from = Math.min(horizon.from, ...closed.map(([, span]) => span.from));
  const to = Math.max(horizon.to, ...closed.map(([, span]) => span.to));
  const all = beforeAfter(plan, timeline(dayNumber(from), dayNumber(to), "total"), counted);
  return { ...all, engagements: closed.map(([engagement]) => engagement) };
}

interface Flow {
  readonly revenue: Float64Array;
  readonly cost: Float64Array;
  readonly unknown: Uint16Array;
}

function sidesOf(all: readonly Flow[], time: MoneyTime, when: (at: number) => boolean): Sides {
  let [revenue, cost, unknown] = [0, 0, 0];
  for (const flow of all)
    for (let at = 0; at < flow.revenue.length; at++) {
      if (time.askedOf[time.first + at]! < 0 || !when(at)) continue;
      revenue += flow.revenue[at]!;
      cost += flow.cost[at]!;
      unknown |= flow.unknown[at]!;
    }
  return {
    revenue: (unknown & REVENUE) === 0 ? revenue : null,
    cost: (unknown & COST) === 0 ? cost : null,
  };
}

interface Span {
  from: number;
  to: number;
}
const isClosed = ({ from, to }: Span): boolean => from > FIRST_DAY && to < LAST_DAY;

/** Engagements that begin and end, in the order of the plan. */
export const workThatEnds = (plan: Plan): readonly number[] =>
  [...spansOf(plan)].flatMap(([engagement, span]) => (isClosed(span) ? [engagement] : []));

/** The days on which anything of an engagement happens; of a retainer that nothing ends those that are past. */
function spansOf(plan: Plan): ReadonlyMap<number, Span> {
  const { needs, allocations, actuals, money } = plan;
  const spans = new Map<number, Span>();
  const reach = (engagement: number, from: number, to: number) => {
    const span = spans.get(engagement);
    if (span === undefined) spans.set(engagement, { from, to });
    else {
      span.from = Math.min(span.from, from);
      span.to = Math.max(span.to, to);
    }
  };
  for (const { engagement, from, to } of needs) reach(engagement, from, to);
  for (let row = 0; row < allocations.length; row++)
    reach(allocations.engagement[row]!, allocations.from[row]!, allocations.to[row]!);
  for (let row = 0; row < actuals.length; row++) reach(actuals.engagement[row]!, actuals.day[row]!, actuals.day[row]!);
  for (const { engagement, kind, from, to, isEndless } of money?.fees ?? [])
    if (isEndless === true) reach(engagement, from, Math.max(from, Math.min(to, lastWorked(plan))));
    else reach(engagement, from, kind === "fixed fee" || kind === "monthly retainer" ? to : from);
  return new Map([...spans].sort(([a], [b]) => a - b));
}
