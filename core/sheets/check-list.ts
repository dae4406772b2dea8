import { demand } from "../engine/demand.ts";
import { supply } from "../engine/supply.ts";
import { type PeriodName, timeline } from "../engine/timeline.ts";
import type { Given } from "./given.ts";
import { skillWeeks } from "./skills-by-week.ts";
import { total } from "./sums.ts";
import { totalDemand, weekSums } from "./week-sums.ts";

/** One thing that must hold, with both sides of it. */
export interface Check {
  readonly name: string;
  readonly says: string;
  readonly left: number;
  readonly right: number;
  /** What the two sides must be to each other. */
  readonly must: "equal" | "at least";
  readonly unit: "minutes" | "count" | "money";
}

export const holds = ({ left, right, must }: Check): boolean => (must === "equal" ? left === right : left >= right);

export function checksOf(given: Given): readonly Check[] {
  return [...periodChecks(given), ...balanceChecks(given), ...gapChecks(given), ...rowChecks(given)];
}

/** Sums of days, weeks and months; they meet in whole minutes. */
function periodChecks({ worked: plan, weeks, counted: how }: Given): Check[] {
  const over = (by: PeriodName) => timeline(weeks.from, weeks.to, by);
  const capacity = (by: PeriodName) => total(supply(plan, over(by), how).capacity);
  const asked = (by: PeriodName) => {
    const { asked: needs, own } = demand(plan, over(by), how);
    return total(needs) + total(own);
  };
  const equal = (name: string, left: number, right: number, says: string): Check => ({
    name,
    says,
    left,
    right,
    must: "equal",
    unit: "minutes",
  });
  return [
    equal("Capacity: days = weeks", capacity("day"), capacity("week"), "The days of every week add up to the week."),
    equal(
      "Capacity: months = weeks",
      capacity("month"),
      capacity("week"),
      "Months and weeks add up to the same hours.",
    ),
    equal("Demand: days = weeks", asked("day"), asked("week"), "The days of every week add up to the week."),
    equal("Demand: months = weeks", asked("month"), asked("week"), "Months and weeks add up to the same hours."),
  ];
}

function balanceChecks(given: Given): Check[] {
  const { worked: plan, weeks, counted: how, supply: people, demand: work } = given;
  const whole = timeline(weeks.from, weeks.to, "total");
  const there = supply(plan, whole, how);
  const days = supply(plan, timeline(weeks.from, weeks.to, "day"), how);
  const room = (limit: Float64Array) => total(limit.map((minutes, day) => Math.max(0, minutes - days.pinned[day]!)));
  const needsCovered = total(work.asked) - total(work.open);
  const ownNamed = total(work.own) - total(work.ownOpen);
  const sums = weekSums(given);
  const { asked, own } = demand(plan, whole, how);
  const all = { must: "equal", unit: "minutes" } as const;
  return [
    {
      ...all,
      name: "Capacity = allocated + left − overload",
      says: "Every hour of everybody is allocated, left, or allocated twice; none is lost.",
      left: total(there.capacity),
      right: total(people.pinned) + room(days.capacity) - total(people.overload),
    },
    {
      ...all,
      name: "Free = what each day leaves",
      says: "Free hours are counted day by day and person by person: one's overload takes nothing from another.",
      left: total(people.free),
      right: room(how.plan === "target" ? days.target : days.capacity),
    },
    {
      ...all,
      name: "Allocated = covers needs + work of its own",
      says: "What named people are allocated to is the same seen from people and from work.",
      left: total(people.pinned),
      right: needsCovered + ownNamed,
    },
    {
      ...all,
      name: "Demand on the sheet = DEMAND in all",
      says: "Confirmed, tentative and support of every week add up to the demand of the whole time.",
      left: totalDemand(sums),
      right: total(asked) + total(own),
    },
    {
      ...all,
      name: "Capacity on the sheet = CAPACITY in all",
      says: "The weeks of the sheet add up to the capacity of the whole time.",
      left: total(sums.capacity),
      right: total(there.capacity),
    },
  ];
}

function gapChecks(given: Given): Check[] {
  const { gap, weeks, plan } = given;
  const n = weeks.periods.length;
  const groups = gap.bottlenecks();
  const proof = weeks.periods.map((_, week) =>
    total(groups.flatMap(({ period, demand: asked, supply: free }) => (period === week ? [asked - free] : []))),
  );
  const { open, free } = skillWeeks(given);
  const naive = weeks.periods.map((_, week) =>
    Math.max(
      0,
      gap.open[week]! - gap.free[week]!,
      ...plan.skills.map((__, skill) => open[skill * n + week]! - free[skill * n + week]!),
    ),
  );
  const worst = (bound: readonly number[]) =>
    bound.reduce((a, _, week) => (gap.unmet[week]! - bound[week]! < gap.unmet[a]! - bound[a]! ? week : a), 0);
  const week = worst(naive);
  return [
    {
      name: "Skill gap = its proof, every week",
      says: "What the assignment leaves open is what the bottlenecks are short of: no other assignment covers more.",
      left: total(gap.unmet),
      right: proof.every((minutes, i) => minutes === gap.unmet[i]) ? total(proof) : -1,
      must: "equal",
      unit: "minutes",
    },
    {
      name: "Skill gap ≥ each skill by itself, and all together",
      says: "Counting everybody once can only find more: the closest week.",
      left: gap.unmet[week] ?? 0,
      right: naive[week] ?? 0,
      must: "at least",
      unit: "minutes",
    },
    {
      name: "Gaps by skill add up to the gap",
      says: "The shares of all skills are the whole shortage.",
      left: total(gap.bySkill()),
      right: total(gap.unmet),
      must: "equal",
      unit: "minutes",
    },
  ];
}

function rowChecks({ plan }: Given): Check[] {
  return plan.accounts.map(({ table, read, used, excluded, blank }) => ({
    name: `${table}: rows read`,
    says: "Read = used + left out + blank: nothing is dropped silently.",
    left: read,
    right: used + excluded + blank,
    must: "equal",
    unit: "count",
  }));
}
