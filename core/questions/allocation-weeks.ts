import type { Counted } from "../engine/counted.ts";
import { type Supply, supply } from "../engine/supply.ts";
import { type Timeline, timeline } from "../engine/timeline.ts";
import { type Period, weekday } from "../plan/calendar.ts";
import { nameKey } from "../plan/names.ts";
import { FIRST_DAY, LAST_DAY, type Plan } from "../plan/plan.ts";
import { type DayNumber, plusDays } from "../units.ts";

/** One week of the person who is allocated, in minutes, before and after. */
export interface PersonWeek {
  readonly from: DayNumber;
  readonly capacity: number;
  readonly before: WeekLoad;
  readonly after: WeekLoad;
}
export interface WeekLoad {
  readonly booked: number;
  readonly free: number;
  readonly overload: number;
}

const MOST_WEEKS = 26;

/** Whole weeks around an allocation's days; an open end stops at the plan's horizon, and a long one after half a year. */
export function weeksOf({ from, to }: Period, plan: Plan): Timeline {
  const { horizonFrom, horizonWeeks } = plan.settings;
  const start = from > FIRST_DAY ? from : (horizonFrom ?? to);
  const monday = plusDays(start, -weekday(start));
  const end = to < LAST_DAY ? to : plusDays(horizonFrom ?? monday, 7 * horizonWeeks - 1);
  const weeks = Math.min(MOST_WEEKS, Math.max(1, Math.ceil((end - monday + 1) / 7)));
  return timeline(monday, plusDays(monday, 7 * weeks - 1), "week");
}

export const personIn = ({ people }: Plan, name: string): number => {
  const key = nameKey(name);
  return people.findIndex((person) => nameKey(person.name) === key);
};

/** Free hours and overload of a person, week by week, before and after a change of the plan. */
export function personWeeks(
  name: string,
  before: Plan,
  after: Plan,
  weeks: Timeline,
  counted: Counted,
): readonly PersonWeek[] {
  const then = loadsOf(before, personIn(before, name), weeks, counted);
  const now = loadsOf(after, personIn(after, name), weeks, counted);
  return weeks.periods.map(({ from }, week) => ({
    from,
    capacity: now[week]!.capacity,
    before: then[week]!.load,
    after: now[week]!.load,
  }));
}

function loadsOf(plan: Plan, person: number, weeks: Timeline, counted: Counted) {
  const grid = supply(onlyPerson(plan, person), weeks, counted);
  const count = weeks.periods.length;
  const contracts = plan.people[person]?.contracts ?? [];
  return weeks.periods.map((_, week) => {
    const sum = (minutes: Supply[keyof Supply]) =>
      contracts.reduce((total, contract) => total + minutes[contract * count + week]!, 0);
    return {
      capacity: sum(grid.capacity),
      load: { booked: sum(grid.pinned), free: sum(grid.free), overload: sum(grid.overload) },
    };
  });
}

/** The plan with nobody else under contract, so that only one person's days are counted. */
function onlyPerson(plan: Plan, person: number): Plan {
  const mine = new Set(plan.people[person]?.contracts);
  return {
    ...plan,
    contracts: plan.contracts.map((contract, number) =>
      mine.has(number) ? contract : { ...contract, from: LAST_DAY, to: LAST_DAY },
    ),
  };
}
