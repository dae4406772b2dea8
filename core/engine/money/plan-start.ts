import type { Period } from "../../plan/calendar.ts";
import { FIRST_DAY, LAST_DAY, type Plan } from "../../plan/plan.ts";
import { type DayNumber, dayNumber } from "../../units.ts";
import type { Hours } from "./hours.ts";
import { lastWorked, type MoneyTime } from "./money-time.ts";

/** Where the plan of each engagement begins, and which day's rates its planned hours have. */
export interface PlanStarts {
  /** Whether a piece of time, given by its first day, lies before all that is planned; without any plan none does. */
  readonly isEarlier: (engagement: number, day: number) => boolean;
  /**
   * The day whose rates price a day of the baseline: the engagement's first planned day within the asked days; hours logged before
   * its plan begins stand at the rates of their own day.
   */
  readonly pricedOn: (engagement: number, day: number) => number;
}

/** Of an engagement's own rows of work only: other engagements move neither its baseline nor its budget. */
export function planStarts(plan: Plan, asked: Period, time: MoneyTime): PlanStarts {
  const [starts, firsts] = [firstPlanned(plan, FIRST_DAY, LAST_DAY), firstPlanned(plan, asked.from, asked.to)];
  const isEarlier = (engagement: number, day: number) => {
    const start = starts[engagement]!;
    return day < start && start < Number.POSITIVE_INFINITY && time.periods[time.periodOf[day - time.from]!]!.to < start;
  };
  return {
    isEarlier,
    pricedOn: (engagement, day) =>
      isEarlier(engagement, day) || firsts[engagement] === Number.POSITIVE_INFINITY ? day : firsts[engagement]!,
  };
}

/** The first day from one day to another for which anything is planned, by engagement; Infinity where nothing is. */
function firstPlanned({ engagements, needs, allocations }: Plan, begin: number, end: number): Float64Array {
  const firsts = new Float64Array(engagements.length).fill(Number.POSITIVE_INFINITY);
  const reach = (engagement: number, from: number, to: number, effort: number) => {
    if (effort > 0 && from <= end && to >= begin)
      firsts[engagement] = Math.min(firsts[engagement]!, Math.max(from, begin));
  };
  for (const { engagement, from, to, effort, isReserve } of needs)
    if (isReserve !== true) reach(engagement, from, to, effort);
  for (let row = 0; row < allocations.length; row++)
    reach(allocations.engagement[row]!, allocations.from[row]!, allocations.to[row]!, allocations.amount[row]!);
  return firsts;
}

/** Minutes logged on an engagement before anything of it was planned. */
export interface Unplanned {
  readonly engagement: number;
  readonly minutes: number;
  /** The first day of its plan; null where nothing was ever planned. */
  readonly before: DayNumber | null;
}

/** Of some days up to the last worked one, in the order of the plan. */
export function loggedUnplanned(plan: Plan, { from, to }: Period): readonly Unplanned[] {
  const starts = firstPlanned(plan, FIRST_DAY, LAST_DAY);
  const last = Math.min(to, lastWorked(plan));
  const minutes = new Float64Array(plan.engagements.length);
  const { actuals } = plan;
  for (let row = 0; row < actuals.length; row++) {
    const [engagement, day] = [actuals.engagement[row]!, actuals.day[row]!];
    if (day >= from && day <= last && day < starts[engagement]!) minutes[engagement]! += actuals.minutes[row]!;
  }
  return [...minutes.keys()].flatMap((engagement): readonly Unplanned[] => {
    const start = starts[engagement]!;
    const before = start === Number.POSITIVE_INFINITY ? null : dayNumber(start);
    return minutes[engagement]! > 0 ? [{ engagement, minutes: minutes[engagement]!, before }] : [];
  });
}

/**
 * Hours logged before the plan of their engagement begins, and the others. Nobody knows what was planned for the earlier ones, so
 * that they stand in the baseline as they were worked and move nothing.
 */
export function byPlanStart(
  worked: readonly Hours[],
  starts: PlanStarts,
  { periods }: MoneyTime,
): { readonly earlier: readonly Hours[]; readonly since: readonly Hours[] } {
  const earlier: Hours[] = [];
  const since: Hours[] = [];
  for (const hours of worked) {
    const isEarlier = (at: number) => hours.minutes[at] !== 0 && starts.isEarlier(hours.engagement, periods[at]!.from);
    const isSplit = hours.source === "named" && periods.some((_, at) => isEarlier(at));
    if (!isSplit) since.push(hours);
    else {
      earlier.push({ ...hours, minutes: hours.minutes.map((minutes, at) => (isEarlier(at) ? minutes : 0)) });
      since.push({ ...hours, minutes: hours.minutes.map((minutes, at) => (isEarlier(at) ? 0 : minutes)) });
    }
  }
  return { earlier, since };
}
