import { eachCell, LEADS } from "../engine/accuracy/cells.ts";
import { addPair, noSums, scoreOf } from "../engine/accuracy/scores.ts";
import { demand } from "../engine/demand.ts";
import { skillGap } from "../engine/gap.ts";
import { asOfDay, delivery, wanted } from "../engine/on-time.ts";
import { everything } from "../engine/scope.ts";
import { supply } from "../engine/supply.ts";
import { timeline } from "../engine/timeline.ts";
import { asWorked } from "../engine/worked/as-worked.ts";
import { wholeOf } from "../engine/worked/denominator.ts";
import type { Period } from "../plan/calendar.ts";
import { PPM } from "../plan/plan.ts";
import { marginByMonth, NO_MARGIN } from "./delivery-metrics-margin.ts";
import type { Given } from "./given.ts";
import { type MonthShown, monthsShown, wholeMonth } from "./months-shown.ts";

/** A month's figures, of the days of it that count, and of its milestones all of it; null where nothing is known. Hours in minutes. */
export interface MonthMetrics extends MonthShown {
  readonly utilization: number | null;
  /** Of forecasts made four weeks before. */
  readonly wape: number | null;
  readonly bias: number | null;
  /** Demand ÷ capacity. */
  readonly load: number | null;
  readonly variance: number | null;
  readonly gap: number | null;
  readonly onTime: number | null;
  /** Of revenue; null too where it is not to be shown. */
  readonly margin: number | null;
  /** There is revenue or cost of which something is not known. */
  readonly isIncomplete: boolean;
  /** More was written off than came in. */
  readonly isLoss: boolean;
  /** Utilization that is aimed at, and that of all hours that people have: shares of what utilization is a share of. */
  readonly target: number;
  readonly full: number;
}

const FOUR_WEEKS = LEADS.indexOf(4);

/** The months with hours worked or milestones due, half a year of them at most, and those of the horizon: each figure is what its function gives for the same days. */
export function monthMetrics(given: Given, showsMargin: boolean): readonly MonthMetrics[] {
  const months = monthsShown(given);
  const { plan, counted } = given;
  const withDays = months.filter(({ hasDays }) => hasDays);
  const worked = asWorked(plan, { from: withDays[0]!.from, to: withDays.at(-1)!.to });
  const scores = accuracyByMonth(given, withDays);
  const money = showsMargin ? marginByMonth(given, withDays) : withDays.map(() => NO_MARGIN);
  const ofHours = ({ from, to }: MonthShown): Omit<MonthMetrics, keyof MonthShown | "onTime"> => {
    const month = withDays.findIndex((one) => one.from === from);
    if (month < 0) return { ...NO_HOURS, target: plan.settings.target / PPM };
    const time = timeline(from, to, "total");
    const people = supply(worked, time, counted);
    const { asked, own } = demand(worked, time, counted);
    const [has, asks] = [sum(people.capacity), sum(asked) + sum(own)];
    const whole = sum(wholeOf(plan.settings.utilizationOf, worked, time, counted, people));
    return {
      utilization: isEmpty(plan) ? null : share(sum(people.billable), whole),
      ...scores[month]!,
      load: share(asks, has),
      variance: has - asks,
      gap: sum(skillGap(worked, time, counted, everything(worked)).unmet),
      ...money[month]!,
      target: share(sum(people.target), whole) ?? plan.settings.target / PPM,
      full: share(has, whole) ?? 1,
    };
  };
  return months.map((month) => ({ ...month, ...ofHours(month), onTime: onTimeIn(given, wholeMonth(month)) }));
}

const NO_HOURS = {
  ...NO_MARGIN,
  utilization: null,
  wape: null,
  bias: null,
  load: null,
  variance: null,
  gap: null,
  full: 1,
} as const;

const sum = (minutes: Float64Array): number => minutes.reduce((all, one) => all + one, 0);

/** A plan without any work yet is not one that leaves people idle. */
export const isEmpty = ({ allocations, needs, actuals }: Given["plan"]): boolean =>
  allocations.length + needs.length + actuals.length === 0;

/** Of the milestones due against their baseline. */
function onTimeIn({ plan }: Given, { from, to }: Period): number | null {
  const { due, onTime } = delivery(wanted(plan), from, to, "baseline", asOfDay(plan));
  return share(onTime, due);
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** A week belongs to the month in which it begins. */
function accuracyByMonth({ plan, counted }: Given, months: readonly Period[]) {
  const sums = months.map(noSums);
  const options = { of: "named", skills: false, only: FOUR_WEEKS } as const;
  const all = { from: months[0]!.from, to: months.at(-1)!.to };
  eachCell(plan, all, counted, options, ({ monday, forecast, worked }) => {
    const month = months.findIndex(({ from, to }) => from <= monday && monday <= to);
    if (month >= 0) addPair(sums[month]!, forecast, worked);
  });
  return sums.map((one) => {
    const { wape, bias } = scoreOf(one);
    return { wape, bias };
  });
}
