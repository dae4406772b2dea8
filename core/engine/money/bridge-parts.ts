import type { Amount } from "../../plan/money.ts";
import type { Plan } from "../../plan/plan.ts";
import type { Exchange, ExchangeFor } from "./exchange.ts";
import {
  addProduct,
  type Exact,
  type ExactSum,
  isZero,
  minus,
  negative,
  newSum,
  times,
  total,
  whole,
} from "./fractions.ts";
import type { Hours } from "./hours.ts";
import type { MoneyTime } from "./money-time.ts";
import type { Overage, OverageOf } from "./overage.ts";
import type { Rates } from "./rates-of.ts";

/** Hours as planned and as they are since the plan begins, with the rates and exchange rates of its first day (`then`) and of each day, and what of each is charged. */
export interface TwoSights {
  readonly planned: readonly Hours[];
  readonly worked: readonly Hours[];
  readonly rates: Rates;
  readonly then: Rates;
  readonly exchange: Exchange;
  readonly exchangeThen: ExchangeFor;
  /** Hours logged before the plan begins: they stand on both sides, but a month may charge more of them than was planned. */
  readonly earlier: readonly Hours[];
  readonly overage: OverageOf;
  readonly overageThen: OverageOf;
  readonly time: MoneyTime;
}

/** Volume, mix, bill rate and cost rate of an engagement, exact. */
export type HourParts = readonly [volume: Exact, mix: Exact, billRate: Exact, costRate: Exact];

/** What an engagement's hours add up to. Money is in minor units, exact. */
interface Sums {
  /** Minutes planned, by role: H0. */
  readonly planned: Map<string, number>;
  /** Minutes as they are: H1. */
  worked: number;
  /** Of these, where a retainer includes hours, those beyond them. */
  readonly beyondPlanned: ExactSum;
  readonly beyond: ExactSum;
  /** What planned hours earn and cost: M0, as its two sides. */
  readonly earned: ExactSum;
  readonly spent: ExactSum;
  /** The same of the hours as they are, at the rates of the first planned day. */
  readonly earnedAtPlan: ExactSum;
  readonly spentAtPlan: ExactSum;
  readonly bill: ExactSum;
  readonly cost: ExactSum;
}

/**
 * The bridge of hours, by engagement. With H0, M0 the planned hours and their margin, H1 the hours as they are, P their margin at the
 * rates of the first planned day: volume = (H1 - H0) M0 / H0, mix = P - H1 M0 / H0, and rates what P lacks of the margin as it is. A role that was
 * not planned has no rates to compare with and is mix; without any planned hours all is volume. Work that a fee pays has a bill
 * rate of 0, so that the same formulas hold: overrun and mix at cost. Where a retainer includes hours, revenue goes by those beyond them.
 */
export function hourParts({ engagements }: Plan, sights: TwoSights): readonly HourParts[] {
  const sums = engagements.map(
    (): Sums => ({
      planned: new Map(),
      worked: 0,
      beyondPlanned: newSum(),
      beyond: newSum(),
      earned: newSum(),
      spent: newSum(),
      earnedAtPlan: newSum(),
      spentAtPlan: newSum(),
      bill: newSum(),
      cost: newSum(),
    }),
  );
  for (const hours of sights.planned) addPlanned(sums[hours.engagement]!, hours, sights);
  for (const hours of sights.worked)
    if (hours.source !== "untracked") addWorked(sums[hours.engagement]!, hours, sights);
  const month = sights.time.monthOf[sights.time.first]!;
  const isShared = (engagement: number) => sights.overage(engagement, month) !== null;
  for (const hours of sights.earlier)
    if (isShared(hours.engagement)) addEarlier(sums[hours.engagement]!, hours, sights);
  return sums.map((one, engagement) => partsOf(one, isShared(engagement)));
}

function partsOf(sums: Sums, isShared: boolean): HourParts {
  const { planned, worked, beyondPlanned, beyond, earned, spent, earnedAtPlan, spentAtPlan, bill, cost } = sums;
  const [before, now] = [whole([...planned.values()].reduce((sum, one) => sum + one, 0)), whole(worked)];
  const [paidBefore, paidNow] = isShared ? [total(beyondPlanned), total(beyond)] : [before, now];
  const revenue = stepsOf(total(earned), total(earnedAtPlan), paidBefore, paidNow);
  const costs = stepsOf(total(spent), total(spentAtPlan), before, now);
  return [minus(revenue.volume, costs.volume), minus(revenue.mix, costs.mix), total(bill), negative(total(cost))];
}

/** By more or fewer hours, and by others, what an amount of the plan becomes that of the hours as they are. */
function stepsOf(planned: Exact, atPlan: Exact, before: Exact, now: Exact): { volume: Exact; mix: Exact } {
  if (isZero(before)) return { volume: atPlan, mix: whole(0) };
  return { volume: times(planned, minus(now, before), before), mix: minus(atPlan, times(planned, now, before)) };
}

function addPlanned(sums: Sums, hours: Hours, sights: TwoSights): void {
  const { then, overageThen, time } = sights;
  const money = sights.exchangeThen(hours.engagement);
  each(hours, time, (day, minutes, month) => {
    const role = roleOf(hours, then, day);
    sums.planned.set(role, (sums.planned.get(role) ?? 0) + minutes);
    const charged = chargedOf(hours, minutes, overageThen(hours.engagement, month));
    if (hours.billable) addProduct(sums.beyondPlanned, ...charged);
    add(sums.earned, 1, charged, then.bill(hours, day), money, day);
    add(sums.spent, 1, [[minutes], []], then.cost(hours, day), money, day);
  });
}

function addWorked(sums: Sums, hours: Hours, sights: TwoSights): void {
  const { rates, then, exchange, overage, time } = sights;
  const exchangeThen = sights.exchangeThen(hours.engagement);
  each(hours, time, (day, minutes, month) => {
    sums.worked += minutes;
    const isPlanned = sums.planned.has(roleOf(hours, rates, day));
    const [before, money] = isPlanned ? [then, exchangeThen] : [rates, exchange];
    const charged = chargedOf(hours, minutes, overage(hours.engagement, month));
    const all: Factors = [[minutes], []];
    if (hours.billable) addProduct(sums.beyond, ...charged);
    add(sums.earnedAtPlan, 1, charged, before.bill(hours, day), money, day);
    add(sums.spentAtPlan, 1, all, before.cost(hours, day), money, day);
    if (!isPlanned) return;
    add(sums.bill, 1, charged, rates.bill(hours, day), exchange, day);
    add(sums.bill, -1, charged, then.bill(hours, day), exchangeThen, day);
    add(sums.cost, 1, all, rates.cost(hours, day), exchange, day);
    add(sums.cost, -1, all, then.cost(hours, day), exchangeThen, day);
  });
}

/** At the rates of their own day on both sides, as far as either charges them. */
function addEarlier(sums: Sums, hours: Hours, { rates, exchange, overage, overageThen, time }: TwoSights): void {
  if (!hours.billable) return;
  each(hours, time, (day, minutes, month) => {
    const [before, now] = [overageThen, overage].map((one) => chargedOf(hours, minutes, one(hours.engagement, month)));
    addProduct(sums.beyondPlanned, ...before!);
    addProduct(sums.beyond, ...now!);
    add(sums.earned, 1, before!, rates.bill(hours, day), exchange, day);
    add(sums.earnedAtPlan, 1, now!, rates.bill(hours, day), exchange, day);
  });
}

/** Minutes as a product and what it is to be divided by. */
type Factors = readonly [factors: readonly number[], divisors: readonly number[]];

/** Billable minutes as far as no retainer includes them. */
const chargedOf = ({ billable }: Hours, minutes: number, overage: Overage | null): Factors =>
  overage === null || !billable ? [[minutes], []] : [[minutes, overage.beyond], [overage.whole]];

/** Hours that are charged and hours that are not are two roles; work that nobody does yet goes by what it asks for. */
export const roleOf = (hours: Hours, rates: Rates, day: number): string =>
  `${hours.billable} ${rates.role(hours, day)}${hours.person < 0 ? ` (open) ${hours.skill}` : ""}`;

function each({ minutes }: Hours, time: MoneyTime, use: (day: number, minutes: number, month: number) => void): void {
  for (let piece = time.first; piece <= time.last; piece++)
    if (time.askedOf[piece]! >= 0 && minutes[piece] !== 0)
      use(time.periods[piece]!.from, minutes[piece]!, time.monthOf[piece]!);
}

/** What is not known adds nothing: the whole bridge is not known then. */
function add(
  sum: ExactSum,
  sign: 1 | -1,
  [factors, divisors]: Factors,
  rate: Amount | null,
  exchange: Exchange,
  day: number,
): void {
  if (rate === null || rate.minor === null || rate.minor === 0) return;
  const conversion = exchange(rate.currency, day);
  if (conversion === null) return;
  addProduct(sum, [sign, ...factors, rate.minor, conversion.numerator], [60, conversion.denominator, ...divisors]);
}
