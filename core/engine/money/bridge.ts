import type { Plan } from "../../plan/plan.ts";
import type { Counted } from "../counted.ts";
import type { Timeline } from "../timeline.ts";
import { hourParts, type TwoSights } from "./bridge-parts.ts";
import { type ExchangeFor, exchangeOf } from "./exchange.ts";
import { type FeeFlow, feeFlows } from "./fee-flows.ts";
import { wholeParts } from "./fractions.ts";
import { countedHours, type Hours, plannedHours } from "./hours.ts";
import type { Note } from "./lacks.ts";
import { leftOutFlows } from "./left-out.ts";
import { type Line, linesOf } from "./lines.ts";
import { NO_MONEY } from "./margins.ts";
import { type MoneyTime, moneyTime } from "./money-time.ts";
import { overageOf } from "./overage.ts";
import { byPlanStart, type PlanStarts, planStarts } from "./plan-start.ts";
import { type Rate, type Rates, ratesOf } from "./rates-of.ts";

/** What moved an engagement's margin, in minor units: baseline plus all parts is now, exactly. */
export interface Bridge {
  readonly baseline: number;
  /** More or fewer hours than planned, with what they earn of a fixed fee. */
  readonly volume: number;
  /** Other people than planned, dearer or cheaper. */
  readonly mix: number;
  readonly billRate: number;
  readonly costRate: number;
  /** Support that nobody tracked. */
  readonly support: number;
  /** Change orders. */
  readonly scope: number;
  readonly writeOffs: number;
  readonly now: number;
  /** Something of it is not known, so that none of it is; */
  readonly isUnknown: boolean;
  /** and why. */
  readonly unknown: number;
}

/** Money as planned and as it is: lines of hours and flows of fees. Hours logged before the plan begins stand in both. */
interface BeforeAfter {
  readonly time: MoneyTime;
  readonly before: readonly Line[];
  readonly after: readonly Line[];
  readonly feesBefore: readonly FeeFlow[];
  readonly feesAfter: readonly FeeFlow[];
  readonly starts: PlanStarts;
}

/**
 * The plan at the rates of each engagement's first planned day within the asked days, with what was agreed first; and what was worked,
 * else planned, at the rates of each day.
 */
export function beforeAfter(
  plan: Plan,
  asked: Timeline,
  counted: Counted,
  note?: Note,
): BeforeAfter & { readonly sights: TwoSights } {
  const money = plan.money ?? NO_MONEY;
  const time = moneyTime(plan, money, asked);
  const exchange = exchangeOf(money);
  const rates = ratesOf(plan, money, exchange);
  const starts = planStarts(plan, asked, time);
  const planned = plannedHours(plan, counted, time);
  const worked = countedHours(plan, counted, time);
  const { earlier, since } = byPlanStart(worked, starts, time);
  const first = ({ engagement }: Hours, day: number) => starts.pricedOn(engagement, day);
  const then: Rates = {
    role: rates.role,
    lacking: rates.lacking,
    bill: (hours, day) => sure(rates.bill(hours, day, first(hours, day))) ?? rates.bill(hours, day),
    cost: (hours, day) => sure(rates.cost(hours, day, first(hours, day))) ?? rates.cost(hours, day),
  };
  const exchangeThen: ExchangeFor = (engagement) => (currency, day) =>
    exchange(currency, starts.pricedOn(engagement, day)) ?? exchange(currency, day);
  const baseline = [...planned, ...earlier];
  const overageThen = overageOf(plan, money, counted, baseline, time);
  const overage = overageOf(plan, money, counted, worked, time);
  const before = linesOf(plan, baseline, { rates: then, exchange: exchangeThen, overage: overageThen }, time, note);
  const after = linesOf(plan, worked, { rates, exchange: () => exchange, overage }, time, note);
  const agreed = money.fees.filter(({ kind }) => kind !== "change order" && kind !== "write-off");
  const feesBefore = feeFlows(plan, { ...money, fees: agreed }, counted, baseline, exchange, time, note);
  const feesAfter = [
    ...feeFlows(plan, money, counted, worked, exchange, time, note),
    ...leftOutFlows(plan, money, counted, time, note),
  ];
  return {
    time,
    before,
    after,
    feesBefore,
    feesAfter,
    starts,
    sights: { planned, worked: since, earlier, rates, then, exchange, exchangeThen, overage, overageThen, time },
  };
}

const sure = (rate: Rate | null): Rate | null => (rate?.minor == null ? null : rate);

/** From the plan to what was worked, else planned; by engagement. */
export function bridges(plan: Plan, asked: Timeline, counted: Counted): readonly Bridge[] {
  const { time, before, after, feesBefore, feesAfter, sights } = beforeAfter(plan, asked, counted);
  const parts = hourParts(plan, sights);
  return plan.engagements.map((_, engagement): Bridge => {
    const of = <T extends { readonly engagement: number }>(all: readonly T[]) =>
      all.filter((one) => one.engagement === engagement);
    const tracked = of(after).filter(isTracked);
    const untracked = of(after).filter((line) => !isTracked(line));
    const kinds = (flows: readonly FeeFlow[], ...some: readonly FeeFlow["kind"][]) =>
      sumOf(
        of(flows).filter(({ kind }) => some.includes(kind)),
        time,
      );
    const [hoursBefore, hoursAfter] = [sumOf(of(before), time), sumOf(tracked, time)];
    const [volume = 0, mix = 0, billRate = 0, costRate = 0] = wholeParts(parts[engagement]!, hoursAfter - hoursBefore);
    const steady = ["fixed fee", "monthly retainer", "expense"] as const;
    const [paidBefore, paidAfter] = [kinds(feesBefore, ...steady), kinds(feesAfter, ...steady)];
    const support = sumOf(untracked, time);
    const unknown = [...of(before), ...of(after), ...of(feesBefore), ...of(feesAfter)].reduce(
      (bits, one) => bits | unknownOf(one, time),
      0,
    );
    const scope = kinds(feesAfter, "change order");
    const writeOffs = kinds(feesAfter, "write-off");
    return {
      baseline: hoursBefore + paidBefore,
      volume: volume + paidAfter - paidBefore,
      mix,
      billRate,
      costRate,
      support,
      scope,
      writeOffs,
      now: hoursAfter + support + paidAfter + scope + writeOffs,
      isUnknown: unknown !== 0,
      unknown,
    };
  });
}

export const isTracked = ({ hours }: Line): boolean => hours[0]!.source !== "untracked";

type Flow = Pick<FeeFlow, "revenue" | "cost" | "unknown">;

function sumOf(all: readonly Flow[], time: MoneyTime): number {
  let sum = 0;
  for (const { revenue, cost } of all)
    for (let at = 0; at < revenue.length; at++)
      if (time.askedOf[time.first + at]! >= 0) sum += revenue[at]! - cost[at]!;
  return sum;
}

const unknownOf = ({ unknown }: Flow, time: MoneyTime): number =>
  unknown.reduce((all, bits, at) => (time.askedOf[time.first + at]! >= 0 ? all | bits : all), 0);
