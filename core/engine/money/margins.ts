import type { Plan } from "../../plan/plan.ts";
import type { Counted } from "../counted.ts";
import type { Timeline } from "../timeline.ts";
import { exchangeOf } from "./exchange.ts";
import { type FeeFlow, feeFlows } from "./fee-flows.ts";
import { countedHours } from "./hours.ts";
import type { Note } from "./lacks.ts";
import { leftOutFlows } from "./left-out.ts";
import { type Line, linesOf } from "./lines.ts";
import { type MoneyTime, moneyTime } from "./money-time.ts";
import { type OverageOf, overageOf } from "./overage.ts";
import { ratesOf } from "./rates-of.ts";

/** All money of a period: lines of hours, flows of fees, and what rows spoil that are left out, by piece of time. Everything else is a sum of these. */
export interface Margins {
  readonly time: MoneyTime;
  readonly overage: OverageOf;
  readonly lines: readonly Line[];
  readonly flows: readonly FeeFlow[];
}

/** `note` is told what of it is not known. */
export function margins(plan: Plan, asked: Timeline, counted: Counted, note?: Note): Margins {
  const money = plan.money ?? NO_MONEY;
  const time = moneyTime(plan, money, asked);
  const exchange = exchangeOf(money);
  const hours = countedHours(plan, counted, time);
  const overage = overageOf(plan, money, counted, hours, time);
  return {
    time,
    overage,
    lines: linesOf(
      plan,
      hours,
      { rates: ratesOf(plan, money, exchange), exchange: () => exchange, overage },
      time,
      note,
    ),
    flows: [
      ...feeFlows(plan, money, counted, hours, exchange, time, note),
      ...leftOutFlows(plan, money, counted, time, note),
    ],
  };
}

export const NO_MONEY = { currency: "", rates: [], costs: [], fees: [], exchange: [] } as const;
