import { weekday } from "../../plan/calendar.ts";
import type { Contract, Plan } from "../../plan/plan.ts";
import type { Counted } from "../counted.ts";
import { supply } from "../supply.ts";
import { type Timeline, timeline } from "../timeline.ts";
import { WHOLE } from "./problem.ts";

/** What people can promise: so many minutes a week, spread over the days they work as an allocation in hours a week is. */
export interface Promises {
  /** Minutes a week that overload no day, in whole steps, [person * weeks + week]. */
  readonly free: number[];
  /** By person: minutes a week in such steps come out whole on every day. */
  readonly steps: number[];
  /** The part of a promised week that is worked on each day, in millionths, [person * days + day]; 0 on days off. */
  readonly part: Float64Array;
}

/** Promises are made in quarters of an hour where days allow it. */
const QUARTER = 15;
/** Where a contract's days differ, each of a few promises may be rounded up by a minute. */
const SPARE = 3;

export function promises(plan: Plan, weeks: Timeline, counted: Counted): Promises {
  const days = timeline(weeks.from, weeks.to, "day");
  const { free: minutes, capacity } = supply(plan, days, counted);
  const count = weeks.periods.length;
  const free = new Array<number>(plan.people.length * count).fill(Number.POSITIVE_INFINITY);
  const part = new Float64Array(plan.people.length * days.days);
  const steps = plan.people.map(({ contracts }) =>
    contracts.reduce((step, number) => leastCommon(step, workDaysOf(plan.contracts[number]!)), QUARTER),
  );
  plan.contracts.forEach((contract, number) => {
    const { person, weekdays } = contract;
    const week = weekdays.reduce((sum, one) => sum + one, 0);
    const spare = isEven(contract) ? 0 : SPARE;
    const [first, last] = [Math.max(contract.from, days.from), Math.min(contract.to, days.to)];
    for (let day = first - days.from; day <= last - days.from; day++) {
      const cell = number * days.days + day;
      const share = weekdays[weekday(days.periods[day]!.from)]!;
      if (capacity[cell]! === 0 || share === 0) continue;
      const at = person * count + weeks.periodOf[day]!;
      const most = Math.max(0, minutes[cell]! - spare) * (week / share);
      free[at] = Math.min(free[at]!, most);
      part[person * days.days + day] = Math.round((share * WHOLE) / week);
    }
  });
  const whole = free.map((most, at) => {
    const step = steps[Math.floor(at / count)]!;
    return Number.isFinite(most) ? Math.floor((most + 1e-6) / step) * step : 0;
  });
  return { free: whole, steps, part };
}

const workDaysOf = ({ weekdays }: Contract): number => weekdays.filter((minutes) => minutes > 0).length;

const isEven = ({ weekdays }: Contract): boolean => new Set(weekdays.filter((minutes) => minutes > 0)).size <= 1;

function leastCommon(a: number, b: number): number {
  let [x, y] = [a, Math.max(1, b)];
  const product = x * y;
  while (y > 0) [x, y] = [y, x % y];
  return product / x;
}
