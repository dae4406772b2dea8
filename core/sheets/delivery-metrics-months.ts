import { eachCell, LEADS } from "../engine/accuracy/cells.ts";
import { addPair, noSums, scoreOf } from "../engine/accuracy/scores.ts";
import { weeksLogged } from "../engine/accuracy/worked-weeks.ts";
import { demand } from "../engine/demand.ts";
import { skillGap } from "../engine/gap.ts";
import { asOfDay, delivery, wanted } from "../engine/on-time.ts";
import { everything } from "../engine/scope.ts";
import { supply } from "../engine/supply.ts";
import { type Timeline, timeline } from "../engine/timeline.ts";
import { asWorked } from "../engine/worked/as-worked.ts";
import { wholeOf } from "../engine/worked/denominator.ts";
import { dateOf, dayOf } from "../plan/calendar.ts";
import { PPM } from "../plan/plan.ts";
import { type DayNumber, dayNumber } from "../units.ts";
import { marginByMonth, NO_MARGIN } from "./delivery-metrics-margin.ts";
import type { Given } from "./given.ts";
import { sumRows } from "./sums.ts";

/** One month's figures; null where nothing is known. Hours in minutes. */
export interface MonthMetrics {
  readonly from: DayNumber;
  readonly to: DayNumber;
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
  /** Utilization that is aimed at, and that of all hours that people have: shares of what utilization is a share of. */
  readonly target: number;
  readonly full: number;
}

const MOST_PAST = 6;
const FOUR_WEEKS = LEADS.indexOf(4);

/** The months with hours worked, half a year of them at most, and those of the horizon. */
export function monthMetrics(given: Given, showsMargin: boolean): readonly MonthMetrics[] {
  const months = monthsOf(given);
  const { plan, counted, weeks } = given;
  const worked = asWorked(plan, months);
  const people = supply(worked, months, counted);
  const { capacity, billable, target } = people;
  const n = months.periods.length;
  const all = (minutes: Float64Array) => sumRows(minutes, n, 1, () => 0);
  const [able, paid, aim] = [all(capacity), all(billable), all(target)];
  const whole = all(wholeOf(plan.settings.utilizationOf, worked, months, counted, people));
  const { asked, own } = demand(worked, months, counted);
  const [needed, more] = [all(asked), all(own)];
  const { unmet } = skillGap(worked, months, counted, everything(worked));
  const scores = accuracyByMonth(given, months);
  const money = showsMargin ? marginByMonth(given, months) : months.periods.map(() => NO_MARGIN);
  return months.periods.map(({ from, to }, month) => {
    const [has, asks] = [able[month]!, needed[month]! + more[month]!];
    const inHorizon = to >= weeks.from;
    return {
      from,
      to,
      utilization: isEmpty(plan) ? null : share(paid[month]!, whole[month]!),
      ...scores[month]!,
      load: inHorizon ? share(asks, has) : null,
      variance: inHorizon ? has - asks : null,
      gap: inHorizon ? unmet[month]! : null,
      onTime: onTimeIn(given, from, to),
      ...money[month]!,
      target: share(aim[month]!, whole[month]!) ?? plan.settings.target / PPM,
      full: share(has, whole[month]!) ?? 1,
    };
  });
}

/** A plan without any work yet is not one that leaves people idle. */
export const isEmpty = ({ allocations, needs, actuals }: Given["plan"]): boolean =>
  allocations.length + needs.length + actuals.length === 0;

/** Of the milestones due against their baseline. */
function onTimeIn({ plan }: Given, from: number, to: number): number | null {
  const { due, onTime } = delivery(wanted(plan), from, to, "baseline", asOfDay(plan));
  return share(onTime, due);
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

function monthsOf(given: Given): Timeline {
  const begin = monthOf(given.weeks.from);
  const first = firstLogged(given.plan);
  const logged = first === null ? begin : Math.max(begin - MOST_PAST, monthOf(first));
  return timeline(startOf(Math.min(begin, logged)), endOfMonths(given), "month");
}

/** The first day with hours worked; null without a complete week of them. */
function firstLogged(plan: Given["plan"]): DayNumber | null {
  const weeks = weeksLogged(plan);
  if (weeks.last < weeks.first) return null;
  let first = weeks.last + 6;
  for (let row = 0; row < plan.actuals.length; row++) first = Math.min(first, plan.actuals.day[row]!);
  return dayNumber(first);
}

/** The last day of the months that are shown. */
export const endOfMonths = ({ weeks }: Given): DayNumber => dayNumber(startOf(monthOf(weeks.to) + 1) - 1);

const monthOf = (day: DayNumber): number => {
  const [year, month] = dateOf(day);
  return 12 * year + month - 1;
};
const startOf = (month: number): DayNumber => dayOf(Math.floor(month / 12), (month % 12) + 1, 1);

/** A week belongs to the month in which it begins. */
function accuracyByMonth({ plan, counted }: Given, months: Timeline) {
  const sums = months.periods.map(noSums);
  const options = { of: "person", skills: false, only: FOUR_WEEKS } as const;
  eachCell(plan, months, counted, options, ({ monday, forecast, worked }) => {
    addPair(sums[months.periodOf[monday - months.from]!]!, forecast, worked);
  });
  return sums.map((one) => {
    const { wape, bias } = scoreOf(one);
    return { wape, bias };
  });
}
