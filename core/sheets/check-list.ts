import { demand } from "../engine/demand.ts";
import { supply } from "../engine/supply.ts";
import { type PeriodName, type Timeline, timeline } from "../engine/timeline.ts";
import type { DayNumber } from "../units.ts";
import type { Given } from "./given.ts";
import type { Term } from "./meaning.ts";
import { skillWeeks } from "./skills-by-week.ts";
import { sumRows, total } from "./sums.ts";
import { type WeekSums, weekSums } from "./week-sums.ts";
import { dayAndMonth, monthAndYear } from "./words.ts";

/** One thing that must hold, with both sides of it. */
export interface Check {
  readonly name: string;
  readonly says: string;
  readonly left: number;
  readonly right: number;
  /** What each side was added up from. */
  readonly leftOf?: readonly Term[];
  readonly rightOf?: readonly Term[];
  /** What the two sides must be to each other. */
  readonly must: "equal" | "at least";
  readonly unit: "minutes" | "count" | "money";
}

export const holds = ({ left, right, must }: Check): boolean => (must === "equal" ? left === right : left >= right);

export function checksOf(given: Given): readonly Check[] {
  return [...periodChecks(given), ...balanceChecks(given), ...gapChecks(given), ...rowChecks(given)];
}

/** A check of two sides by what each is added up from. */
const sides = (leftOf: readonly Term[], rightOf: readonly Term[]) => ({
  left: sumOf(leftOf),
  right: sumOf(rightOf),
  leftOf,
  rightOf,
});
const sumOf = (terms: readonly Term[]): number => total(terms.map(({ amount }) => amount));
const term = (label: string, minutes: Iterable<number>): Term => ({ label, amount: total(minutes) });

/** Minutes of all rows of a grid, period by period. */
function byPeriod({ periods }: Timeline, by: PeriodName, minutes: Float64Array): readonly Term[] {
  const sums = sumRows(minutes, periods.length, 1, () => 0);
  return periods.map(({ from }, at) => ({
    label: NAMES[by]?.(from) ?? `All from ${dayAndMonth(from)} on`,
    amount: sums[at]!,
  }));
}
const NAMES: { readonly [by: string]: ((from: DayNumber) => string) | undefined } = {
  day: dayAndMonth,
  week: (from) => `Week of ${dayAndMonth(from)}`,
  month: monthAndYear,
};

/** Sums of days, weeks and months; they meet in whole minutes. */
function periodChecks({ worked: plan, weeks, counted: how }: Given): Check[] {
  const over = (by: PeriodName) => timeline(weeks.from, weeks.to, by);
  const capacity = (by: PeriodName) => byPeriod(over(by), by, supply(plan, over(by), how).capacity);
  const asked = (by: PeriodName) => {
    const { asked: needs, own } = demand(plan, over(by), how);
    const more = byPeriod(over(by), by, own);
    return byPeriod(over(by), by, needs).map(({ label, amount }, at) => ({ label, amount: amount + more[at]!.amount }));
  };
  const equal = (name: string, left: readonly Term[], right: readonly Term[], says: string): Check => ({
    name,
    says,
    ...sides(left, right),
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
  const room = (limit: Float64Array) => limit.map((minutes, day) => Math.max(0, minutes - days.pinned[day]!));
  const dayRoom = (limit: Float64Array) => byPeriod(timeline(weeks.from, weeks.to, "day"), "day", room(limit));
  const sums = weekSums(given);
  const { asked, own } = demand(plan, whole, how);
  const minus = (minutes: Iterable<number>) => [0 - total(minutes)];
  const all = { must: "equal", unit: "minutes" } as const;
  return [
    {
      ...all,
      name: "Capacity = allocated + left − overload",
      says: "Every hour of everybody is allocated, left, or allocated twice; none is lost.",
      ...sides(
        [term("Capacity of all weeks at once", there.capacity)],
        [
          term("Allocated", people.pinned),
          term("Left, day by day", room(days.capacity)),
          term("Overload", minus(people.overload)),
        ],
      ),
    },
    {
      ...all,
      name: "Free = what each day leaves",
      says: "Free hours are counted day by day and person by person: one's overload takes nothing from another.",
      ...sides(byPeriod(weeks, "week", people.free), dayRoom(how.plan === "target" ? days.target : days.capacity)),
    },
    {
      ...all,
      name: "Allocated = covers needs + work of its own",
      says: "What named people are allocated to is the same seen from people and from work.",
      ...sides(byPeriod(weeks, "week", people.pinned), [
        term("Asked for", work.asked),
        term("Of it open", minus(work.open)),
        term("Allocated beyond what is asked for", work.own),
        term("Of it to nobody yet", minus(work.ownOpen)),
      ]),
    },
    {
      ...all,
      name: "Demand on the sheet = DEMAND in all",
      says: "Confirmed, tentative and support of every week add up to the demand of the whole time.",
      ...sides(sourcesOf(sums), [term("Asked for", asked), term("Allocated beyond what is asked for", own)]),
    },
    {
      ...all,
      name: "Capacity on the sheet = CAPACITY in all",
      says: "The weeks of the sheet add up to the capacity of the whole time.",
      ...sides(
        weeks.periods.map(({ from }, week) => term(`Week of ${dayAndMonth(from)}`, [sums.capacity[week]!])),
        [term("Capacity of all weeks at once", there.capacity)],
      ),
    },
  ];
}

const sourcesOf = ({ confirmed, tentative, support, reserve }: WeekSums): readonly Term[] => [
  term("Confirmed", confirmed),
  term("Tentative", tentative),
  term("Support", support),
  term("Reserve", reserve ?? []),
];

function gapChecks(given: Given): Check[] {
  const { gap, weeks, plan } = given;
  const n = weeks.periods.length;
  const groups = gap.bottlenecks();
  const proof = weeks.periods.map((_, week) =>
    total(groups.flatMap(({ period, demand: asked, supply: free }) => (period === week ? [asked - free] : []))),
  );
  const byWeek = (minutes: ArrayLike<number>) =>
    weeks.periods.map(({ from }, week) => term(`Week of ${dayAndMonth(from)}`, [minutes[week]!]));
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
  const closest = byWeek(gap.unmet)[week];
  const meets = proof.every((minutes, i) => minutes === gap.unmet[i]);
  const bySkill = gap.bySkill();
  return [
    {
      name: "Skill gap = its proof, every week",
      says: "What the assignment leaves open is what the bottlenecks are short of: no other assignment covers more.",
      ...sides(byWeek(gap.unmet), meets ? byWeek(proof) : [term("The proofs do not meet the gap", [-1])]),
      must: "equal",
      unit: "minutes",
    },
    {
      name: "Skill gap ≥ each skill by itself, and all together",
      says: "Counting everybody once can only find more: the closest week.",
      ...sides(
        closest === undefined ? [] : [closest],
        closest === undefined ? [] : [{ ...closest, amount: naive[week]! }],
      ),
      must: "at least",
      unit: "minutes",
    },
    {
      name: "Gaps by skill add up to the gap",
      says: "The shares of all skills are the whole shortage.",
      ...sides(
        [...plan.skills, "No skill named"].map((name, skill) =>
          term(name, bySkill.subarray(skill * n, (skill + 1) * n)),
        ),
        byWeek(gap.unmet),
      ),
      must: "equal",
      unit: "minutes",
    },
  ];
}

function rowChecks({ plan }: Given): Check[] {
  return plan.accounts.map(({ table, read, used, excluded, blank }) => ({
    name: `${table}: rows read`,
    says: "Read = used + left out + blank: nothing is dropped silently.",
    ...sides(
      [term("Rows below the headings", [read])],
      [term("Used", [used]), term("Left out", [excluded]), term("Blank", [blank])],
    ),
    must: "equal",
    unit: "count",
  }));
}
