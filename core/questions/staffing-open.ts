import { changed } from "../plan/changed.ts";
import { EFFORT, FIRST_DAY, type Need, type Plan, PPM } from "../plan/plan.ts";
import { type Booked, bookedAt } from "../scenario/booked.ts";
import { dayNumber, minutes } from "../units.ts";

/** A plan in which work that only a placeholder's row asks for is a need, so that people can be found for it like for any other. */
export interface Asking {
  readonly plan: Plan;
  /** By need: the allocation of the placeholder that asks for it. */
  readonly placeholderOf: ReadonlyMap<number, number>;
}

export function asking(plan: Plan): Asking {
  const placeholderOf = new Map<number, number>();
  const needs = [...plan.needs];
  for (const row of placeholderRows(plan)) {
    const booked = bookedAt(plan.allocations, row);
    if (booked.skill < 0 || plan.needs.some((need) => isFor(booked, need) && touches(booked, need))) continue;
    placeholderOf.set(needs.length, row);
    needs.push(needOf(plan, booked));
  }
  return { plan: placeholderOf.size === 0 ? plan : changed(plan, { needs }), placeholderOf };
}

/** The allocations that name nobody yet. */
export const placeholderRows = ({ allocations: { person } }: Plan): readonly number[] =>
  [...person.keys()].filter((row) => person[row]! < 0);

/** Whether a placeholder's row stands for work of a need: of one engagement, and of its skill where it names one. */
export const isFor = (row: Booked, need: Need): boolean =>
  row.engagement === need.engagement && (row.skill < 0 || row.skill === need.skill);

export const touches = (a: { readonly from: number; readonly to: number }, b: typeof a): boolean =>
  a.from <= b.to && a.to >= b.from;

/** Minutes a week that one unit of a placeholder's amount is; it works Monday to Friday. */
export function weekOfOne({ settings }: Plan, { per }: Booked, days: number): number {
  if (per === EFFORT.day) return 5;
  if (per === EFFORT.share) return settings.fullTimeWeek / PPM;
  return per === EFFORT.total ? 5 / Math.max(1, days) : 1;
}

function needOf(plan: Plan, row: Booked): Need {
  const isTotal = row.per === EFFORT.total;
  const effort = isTotal ? row.amount : row.amount * weekOfOne(plan, row, 0);
  return {
    source: "Demand",
    engagement: row.engagement,
    skill: row.skill,
    role: "",
    level: 1,
    certificate: null,
    location: -1,
    from: dayNumber(Math.max(row.from, FIRST_DAY)),
    to: dayNumber(row.to),
    per: isTotal ? EFFORT.total : EFFORT.week,
    effort: minutes(Math.round(effort)),
    spread: "even",
    row: 0,
  };
}
