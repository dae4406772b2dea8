import type { Amount } from "../../plan/money.ts";
import type { Plan } from "../../plan/plan.ts";
import type { Exchange, ExchangeFor } from "./exchange.ts";
import { addProduct, type Exact, type ExactSum, minus, newSum, times, total } from "./fractions.ts";
import type { Hours } from "./hours.ts";
import type { MoneyTime } from "./money-time.ts";
import type { Rates } from "./rates-of.ts";

/** Hours as planned and as they are since the plan begins, with the rates and exchange rates of its first day (`then`) and of each day. */
export interface TwoSights {
  readonly planned: readonly Hours[];
  readonly worked: readonly Hours[];
  readonly rates: Rates;
  readonly then: Rates;
  readonly exchange: Exchange;
  readonly exchangeThen: ExchangeFor;
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
  /** What planned hours earn less what they cost: M0. */
  readonly margin: ExactSum;
  /** The same of the hours as they are, at the rates of the first planned day. */
  readonly atPlan: ExactSum;
  readonly bill: ExactSum;
  readonly cost: ExactSum;
}

/**
 * The bridge of hours, by engagement. With H0, M0 the planned hours and their margin, H1 the hours as they are, P their margin at the
 * rates of the first planned day: volume = (H1 - H0) M0 / H0, mix = P - H1 M0 / H0, and rates what P lacks of the margin as it is. A role that was
 * not planned has no rates to compare with and is mix; without any planned hours all is volume. Work that a fee pays has a bill
 * rate of 0, so that the same formulas hold: overrun and mix at cost.
 */
export function hourParts({ engagements }: Plan, sights: TwoSights): readonly HourParts[] {
  const sums = engagements.map(
    (): Sums => ({ planned: new Map(), worked: 0, margin: newSum(), atPlan: newSum(), bill: newSum(), cost: newSum() }),
  );
  for (const hours of sights.planned) addPlanned(sums[hours.engagement]!, hours, sights);
  for (const hours of sights.worked)
    if (hours.source !== "untracked") addWorked(sums[hours.engagement]!, hours, sights);
  return sums.map(partsOf);
}

function partsOf({ planned, worked, margin, atPlan, bill, cost }: Sums): HourParts {
  const [before, now] = [[...planned.values()].reduce((sum, one) => sum + one, 0), worked];
  const [base, same] = [total(margin), total(atPlan)];
  const rates = [total(bill), times(total(cost), -1)] as const;
  if (before === 0) return [same, times(base, 0), ...rates];
  return [times(base, now - before, before), minus(same, times(base, now, before)), ...rates];
}

function addPlanned(sums: Sums, hours: Hours, { then, exchangeThen, time }: TwoSights): void {
  const money = exchangeThen(hours.engagement);
  each(hours, time, (day, minutes) => {
    const role = roleOf(hours, then, day);
    sums.planned.set(role, (sums.planned.get(role) ?? 0) + minutes);
    add(sums.margin, 1, minutes, then.bill(hours, day), money, day);
    add(sums.margin, -1, minutes, then.cost(hours, day), money, day);
  });
}

function addWorked(sums: Sums, hours: Hours, sights: TwoSights): void {
  const { rates, then, exchange, time } = sights;
  const exchangeThen = sights.exchangeThen(hours.engagement);
  each(hours, time, (day, minutes) => {
    sums.worked += minutes;
    const isPlanned = sums.planned.has(roleOf(hours, rates, day));
    const [before, money] = isPlanned ? [then, exchangeThen] : [rates, exchange];
    add(sums.atPlan, 1, minutes, before.bill(hours, day), money, day);
    add(sums.atPlan, -1, minutes, before.cost(hours, day), money, day);
    if (!isPlanned) return;
    add(sums.bill, 1, minutes, rates.bill(hours, day), exchange, day);
    add(sums.bill, -1, minutes, then.bill(hours, day), exchangeThen, day);
    add(sums.cost, 1, minutes, rates.cost(hours, day), exchange, day);
    add(sums.cost, -1, minutes, then.cost(hours, day), exchangeThen, day);
  });
}

/** Hours that are charged and hours that are not are two roles; work that nobody does yet goes by what it asks for. */
export const roleOf = (hours: Hours, rates: Rates, day: number): string =>
  `${hours.billable} ${rates.role(hours, day)}${hours.person < 0 ? ` (open) ${hours.skill}` : ""}`;

function each({ minutes }: Hours, time: MoneyTime, use: (day: number, minutes: number) => void): void {
  for (let piece = time.first; piece <= time.last; piece++)
    if (time.askedOf[piece]! >= 0 && minutes[piece] !== 0) use(time.periods[piece]!.from, minutes[piece]!);
}

/** What is not known adds nothing: the whole bridge is not known then. */
function add(sum: ExactSum, sign: 1 | -1, minutes: number, rate: Amount | null, exchange: Exchange, day: number): void {
  if (rate === null || rate.minor === null || rate.minor === 0) return;
  const conversion = exchange(rate.currency, day);
  if (conversion === null) return;
  addProduct(sum, [sign * minutes, rate.minor, conversion.numerator], 60 * conversion.denominator);
}
