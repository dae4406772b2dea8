import type { Amount } from "../../plan/money.ts";
import { addTime, rounded, type Tally } from "./amounts.ts";
import { type Exchange, grow, newStretch, type Stretch } from "./exchange.ts";
import type { Hours } from "./hours.ts";
import type { MoneyTime } from "./money-time.ts";
import type { Rates } from "./rates-of.ts";

/** Money of one person (or open need) on one engagement, by priced piece of time, in the plan's minor units. */
export interface Line {
  readonly hours: readonly Hours[];
  readonly engagement: number;
  readonly person: number;
  readonly revenue: Float64Array;
  readonly cost: Float64Array;
  readonly minutes: Float64Array;
  /** REVENUE and COST where a rate or an exchange rate is not known. */
  readonly unknown: Uint8Array;
}
export const REVENUE = 1;
export const COST = 2;

/**
 * Lines of money. A line's minutes times rates add up exactly within a month and are rounded once, in the currency of the rate;
 * a piece of the month gets what the rounded running total grows by.
 */
export function linesOf(all: readonly Hours[], rates: Rates, exchange: Exchange, time: MoneyTime): readonly Line[] {
  const groups = new Map<string, Hours[]>();
  for (const hours of all) {
    const same = groups.get(hours.line);
    if (same === undefined) groups.set(hours.line, [hours]);
    else same.push(hours);
  }
  return [...groups.values()]
    .filter((hours) => hours.some((one) => hasTime(one, time)))
    .map((hours) => {
      const size = time.last - time.first + 1;
      const { engagement, person } = hours[0]!;
      const line: Line = {
        hours,
        engagement,
        person,
        revenue: new Float64Array(size),
        cost: new Float64Array(size),
        minutes: new Float64Array(size),
        unknown: new Uint8Array(size),
      };
      price(line, rates, exchange, time);
      return line;
    });
}

function hasTime({ minutes }: Hours, { first, last }: MoneyTime): boolean {
  for (let at = first; at <= last; at++) if (minutes[at] !== 0) return true;
  return false;
}

function price(line: Line, rates: Rates, exchange: Exchange, time: MoneyTime): void {
  const [revenue, cost] = [new Map<string, Account>(), new Map<string, Account>()];
  for (let piece = time.first, at = 0; piece <= time.last; piece++, at++) {
    if (piece > time.first && time.monthOf[piece] !== time.monthOf[piece - 1]) {
      revenue.clear();
      cost.clear();
    }
    const day = time.periods[piece]!.from;
    for (const hours of line.hours) {
      const minutes = hours.minutes[piece]!;
      if (minutes === 0) continue;
      line.minutes[at]! += minutes;
      if (!charge(revenue, rates.bill(hours, day), minutes)) line.unknown[at]! |= REVENUE;
      if (!charge(cost, rates.cost(hours, day), minutes)) line.unknown[at]! |= COST;
    }
    if (line.minutes[at] === 0) continue;
    const paid = settle(revenue, exchange, day);
    const spent = settle(cost, exchange, day);
    line.revenue[at] = paid ?? 0;
    line.cost[at] = spent ?? 0;
    if (paid === null) line.unknown[at]! |= REVENUE;
    if (spent === null) line.unknown[at]! |= COST;
  }
}

/** A running total of one currency within a month. */
interface Account {
  readonly tally: Tally;
  readonly stretch: Stretch;
  settled: number;
}

function charge(accounts: Map<string, Account>, rate: Amount | null, minutes: number): boolean {
  if (rate === null || rate.minor === null) return false;
  if (rate.minor === 0) return true;
  let account = accounts.get(rate.currency);
  if (account === undefined) {
    account = { tally: { units: 0, sixtieths: 0 }, stretch: newStretch(), settled: 0 };
    accounts.set(rate.currency, account);
  }
  addTime(account.tally, minutes, rate.minor);
  return true;
}

/** What all accounts grew by, in the plan's currency; null where one cannot be exchanged. */
function settle(accounts: ReadonlyMap<string, Account>, exchange: Exchange, day: number): number | null {
  let sum = 0;
  let isKnown = true;
  for (const [currency, account] of accounts) {
    const now = rounded(account.tally);
    const by = now - account.settled;
    account.settled = now;
    if (by === 0) continue;
    const conversion = exchange(currency, day);
    if (conversion === null) isKnown = false;
    else sum += grow(account.stretch, by, conversion);
  }
  return isKnown ? sum : null;
}
