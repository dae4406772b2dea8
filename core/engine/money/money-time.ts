import { dateOf, dayOf, type Period, weekday } from "../../plan/calendar.ts";
import type { Money } from "../../plan/money.ts";
import { FIRST_DAY, LAST_DAY, type Plan } from "../../plan/plan.ts";
import { type DayNumber, dayNumber } from "../../units.ts";
import type { Timeline } from "../timeline.ts";

/**
 * The days that money looks at, cut so that in each piece every rate stays the same. Whole weeks and months around what was
 * asked, because hours are covered by the week and amounts are rounded by the month; with fixed fees, all days of their work.
 */
export interface MoneyTime extends Timeline {
  /** The first and the last piece that is priced: from the start of the first asked month to the last asked day. */
  readonly first: number;
  readonly last: number;
  readonly monthOf: Int32Array;
  /** The asked period of each piece, or -1. */
  readonly askedOf: Int32Array;
  /** Hours worked count up to this day; 0 when all is plan. */
  readonly worked: number;
}

export function moneyTime(plan: Plan, money: Money, asked: Timeline): MoneyTime {
  const worked = lastWorked(plan);
  const begin = monthStart(asked.from);
  const hull = hullOf(plan, money, { from: begin, to: monthEnd(asked.to) });
  const from = dayNumber(hull.from - weekday(hull.from));
  const to = dayNumber(hull.to + 6 - weekday(hull.to));
  const starts = [
    ...months(begin, asked.to),
    ...asked.periods.map((period) => period.from),
    asked.to + 1,
    ...[...money.rates, ...money.costs].map((rate) => rate.from).filter((day) => day >= begin && day <= asked.to),
    ...money.exchange.map((rate) => rate.from),
    ...contractDays(plan).filter((day) => day >= begin && day <= asked.to),
    ...workedDays(plan, worked, from),
  ];
  const cut = cutAt({ from, to }, starts);
  const first = cut.periodOf[begin - from]!;
  const last = cut.periodOf[asked.to - from]!;
  const askedOf = Int32Array.from(cut.periods, (piece) =>
    piece.from < asked.from || piece.from > asked.to ? -1 : asked.periodOf[piece.from - asked.from]!,
  );
  return {
    ...cut,
    first,
    last,
    monthOf: Int32Array.from(cut.periods, (piece) => monthNumber(piece.from)),
    askedOf,
    worked,
  };
}

/** The last day on which hours worked count instead of the plan. */
export function lastWorked({ settings, actuals }: Plan): number {
  if (settings.asOf !== null) return settings.asOf;
  let last = 0;
  for (let i = 0; i < actuals.length; i++) last = Math.max(last, actuals.day[i]!);
  return last;
}

/** Of past days, only those since the first hours worked need to be told apart. */
function workedDays({ actuals }: Plan, worked: number, from: number): readonly number[] {
  let first = worked + 1;
  for (let i = 0; i < actuals.length; i++) first = Math.min(first, actuals.day[i]!);
  const days: number[] = [];
  for (let day = Math.max(first, from); day <= worked + 1; day++) days.push(day);
  return days;
}

/** Whoever joins, leaves or changes hours or role moves the average of those who could do the work. */
const contractDays = ({ contracts }: Plan): readonly number[] =>
  contracts.flatMap(({ from, to }) => [from, ...(to < LAST_DAY ? [to + 1] : [])]);

/** With all days on which something of a fixed fee's engagement happens. */
function hullOf(plan: Plan, { fees }: Money, { from, to }: Period): Period {
  const fixed = new Set(fees.filter(({ kind }) => kind === "fixed fee").map(({ engagement }) => engagement));
  let [first, last]: [number, number] = [from, to];
  const reach = (begin: number, end: number) => {
    if (begin > FIRST_DAY) first = Math.min(first, begin);
    if (end < LAST_DAY) last = Math.max(last, end);
  };
  for (const fee of fees) if (fixed.has(fee.engagement)) reach(fee.from, fee.kind === "fixed fee" ? fee.to : fee.from);
  for (const need of plan.needs) if (fixed.has(need.engagement)) reach(need.from, need.to);
  const { allocations, actuals } = plan;
  for (let row = 0; row < allocations.length; row++)
    if (fixed.has(allocations.engagement[row]!)) reach(allocations.from[row]!, allocations.to[row]!);
  for (let row = 0; row < actuals.length; row++)
    if (fixed.has(actuals.engagement[row]!)) reach(actuals.day[row]!, actuals.day[row]!);
  return { from: dayNumber(first), to: dayNumber(last) };
}

const monthNumber = (day: DayNumber): number => {
  const [year, month] = dateOf(day);
  return 12 * year + month - 1;
};
const startOfMonth = (number: number): DayNumber => dayOf(Math.floor(number / 12), (number % 12) + 1, 1);
/** The first day of a day's month. */
export const monthStart = (day: DayNumber): DayNumber => startOfMonth(monthNumber(day));
/** The last day of a day's month. */
export const monthEnd = (day: DayNumber): DayNumber => dayNumber(startOfMonth(monthNumber(day) + 1) - 1);

/** First and last day of the month of a number. */
export const monthPeriod = (number: number): Period => ({
  from: startOfMonth(number),
  to: dayNumber(startOfMonth(number + 1) - 1),
});

function months(from: DayNumber, to: DayNumber): readonly number[] {
  const starts: number[] = [];
  for (let number = monthNumber(from); number <= monthNumber(to) + 1; number++) starts.push(startOfMonth(number));
  return starts;
}

function cutAt({ from, to }: Period, starts: readonly number[]): Timeline {
  const inside = starts.filter((day) => day > from && day <= to);
  const firsts = [...new Set([from, ...inside])].sort((a, b) => a - b).map(dayNumber);
  const periods = firsts.map((first, i) => ({ from: first, to: dayNumber((firsts[i + 1] ?? to + 1) - 1) }));
  const periodOf = new Int32Array(to - from + 1);
  periods.forEach((period, i) => {
    periodOf.fill(i, period.from - from, period.to - from + 1);
  });
  return { from, to, days: to - from + 1, periods, periodOf, daily: false };
}
