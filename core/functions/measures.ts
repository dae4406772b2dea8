import { skillGap } from "../engine/gap.ts";
import { supply } from "../engine/supply.ts";
import { timeline } from "../engine/timeline.ts";
import { wholeOf } from "../engine/worked/denominator.ts";
import { decimalsOf } from "../plan/currencies.ts";
import { type Minutes, toHours } from "../units.ts";
import { byPeople } from "./by-people.ts";
import type { Asked } from "./define.ts";
import { demandSummands } from "./demand-summands.ts";
import { TOTAL } from "./matrix.ts";
import { COST, inUnits, isUnknown, moneyRows, REVENUE } from "./money-sums.ts";
import { type Parts, partsOf } from "./parts.ts";
import { scopeOf } from "./scope-of.ts";
import { type Summands, sums } from "./sums.ts";
import type { Words } from "./words.ts";

/** What plans may be compared by, and what else may be typed for it. */
export const MEASURES = {
  gap: ["skill gap", "skillgap", "short", "shortage"],
  demand: [],
  capacity: [],
  availability: ["free", "free hours", "available"],
  overload: ["overloaded"],
  utilization: ["utilisation"],
  margin: ["profit"],
} as const satisfies Words;
export type Measure = keyof typeof MEASURES;

/** A figure for each asked period: hours, or a ratio with "n/a" where there is nothing to take a share of. */
export const MEASURED: { readonly [M in Measure]: (asked: Asked) => readonly (number | string)[] } = {
  gap: (asked) => {
    const time = timeline(asked.from, asked.to, asked.periods);
    return hours(skillGap(asked.plan, time, asked.counted, scopeOf(asked)).unmet);
  },
  demand: (asked) => {
    const people = new Map([...asked.filters.people].filter(([key]) => key !== "skill" && key !== "kind"));
    const of = { ...asked, filters: { ...asked.filters, people } };
    const parts = partsOf(of);
    return hours(inAll(parts, demandSummands(of, parts)));
  },
  capacity: (asked) => ofPeople(asked, "capacity"),
  availability: (asked) => ofPeople(asked, "free"),
  overload: (asked) => ofPeople(asked, "overload"),
  utilization: (asked) => {
    const { plan, where, counted } = asked;
    const effort = minutesOf(asked, where.measure === "total" ? "pinned" : "billable");
    const parts = partsOf(asked);
    const whole = inAll(parts, byPeople(asked, parts, wholeOf(plan.settings.utilizationOf, plan, parts, counted)));
    return [...whole].map((minutes, period) => (minutes === 0 ? "n/a" : effort[period]! / minutes));
  },
  margin: (asked) => totalMargin(asked),
};

/** By period; n/a without tables of money, and where a condition asks for a skill, which earns nothing by itself. */
function totalMargin(asked: Asked): readonly (number | string)[] {
  const { plan, filters, from, to, periods } = asked;
  const isMoney = plan.money !== null && !filters.people.has("skill") && !filters.work.has("skill");
  const row = isMoney ? moneyRows({ ...asked, rows: "total" }).get(TOTAL) : undefined;
  const decimals = decimalsOf(plan.money?.currency ?? "");
  return timeline(from, to, periods).periods.map((_, period) =>
    row === undefined || isUnknown(row, period, REVENUE | COST)
      ? "n/a"
      : inUnits(row.revenue[period]! - row.cost[period]!, decimals),
  );
}

type Figure = "capacity" | "free" | "overload" | "billable" | "pinned";

const ofPeople = (asked: Asked, figure: Figure) => hours(minutesOf(asked, figure));

function minutesOf(asked: Asked, figure: Figure): Float64Array {
  const parts = partsOf(asked);
  return inAll(parts, byPeople(asked, parts, supply(asked.plan, parts, asked.counted)[figure]));
}

/** By period, of everything that counts. */
const inAll = ({ periodOfPart }: Parts, summands: Summands): Float64Array => sums(periodOfPart, summands).minutes;

const hours = (minutes: Float64Array) => Array.from(minutes, (one) => toHours(one as Minutes));
