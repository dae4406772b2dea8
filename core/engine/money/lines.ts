import type { Plan } from "../../plan/plan.ts";
import { addTime, rounded, type Tally } from "./amounts.ts";
import { type Exchange, type ExchangeFor, grow, newStretch, type Stretch } from "./exchange.ts";
import type { Hours } from "./hours.ts";
import { inOrder } from "./in-order.ts";
import { COST, type Lack, LEFT_OUT, NO_COST_RATE, NO_EXCHANGE, type Note, REVENUE, TIED } from "./lacks.ts";
import type { MoneyTime } from "./money-time.ts";
import { type OverageOf, type ShareOfOverage, sharedOverage } from "./overage.ts";
import { kept } from "./prices.ts";
import { FREE, type Rate, type Rates } from "./rates-of.ts";

/** Money of one person (or open need) on one engagement, by priced piece of time, in the plan's minor units. */
export interface Line {
  readonly hours: readonly Hours[];
  readonly engagement: number;
  readonly person: number;
  readonly revenue: Float64Array;
  readonly cost: Float64Array;
  readonly minutes: Float64Array;
  /** REVENUE and COST where a rate or an exchange rate is not known, each with the reason. */
  readonly unknown: Uint16Array;
}
export { COST, REVENUE };

/** What hours are worth: by their rates, in the plan's currency, as far as no retainer includes them. */
export interface Worth {
  readonly rates: Rates;
  readonly exchange: ExchangeFor;
  readonly overage: OverageOf;
}

/**
 * Lines of money. A line's minutes times rates add up exactly within a month and are rounded once, in the currency of the rate;
 * a piece of the month gets what the rounded running total grows by. What a retainer leaves to be charged is rounded once for all
 * lines of its engagement, and each has its share by running totals in the order of names.
 */
export function linesOf(
  plan: Plan,
  all: readonly Hours[],
  worth: Worth,
  time: MoneyTime,
  note?: Note,
): readonly Line[] {
  const groups = new Map<string, Hours[]>();
  for (const hours of all) {
    const same = groups.get(hours.line);
    if (same === undefined) groups.set(hours.line, [hours]);
    else same.push(hours);
  }
  const lines = [...groups.values()]
    .filter((hours) => hours.some((one) => hasTime(one, time)))
    .map((hours): Line => {
      const size = time.last - time.first + 1;
      const { engagement, person } = hours[0]!;
      return {
        hours,
        engagement,
        person,
        revenue: new Float64Array(size),
        cost: new Float64Array(size),
        minutes: new Float64Array(size),
        unknown: new Uint16Array(size),
      };
    });
  const isShared = ({ engagement }: Line) => worth.overage(engagement, time.monthOf[time.first]!) !== null;
  for (const line of lines) if (!isShared(line)) price(line, worth, time, null, note);
  const shares = new Map<number, ShareOfOverage>();
  for (const line of inOrder(plan, lines.filter(isShared))) {
    const share = kept(shares, line.engagement, () => sharedOverage(time.last - time.first + 1));
    price(line, worth, time, share, note);
  }
  return lines;
}

function hasTime({ minutes }: Hours, { first, last }: MoneyTime): boolean {
  for (let at = first; at <= last; at++) if (minutes[at] !== 0) return true;
  return false;
}

function price(
  line: Line,
  { rates, exchange: exchangeFor, overage }: Worth,
  time: MoneyTime,
  shared: ShareOfOverage | null,
  note: Note | undefined,
): void {
  const exchange = exchangeFor(line.engagement);
  const [revenue, cost] = [new Map<string, Account>(), new Map<string, Account>()];
  for (let piece = time.first, at = 0; piece <= time.last; piece++, at++) {
    if (piece > time.first && time.monthOf[piece] !== time.monthOf[piece - 1]) {
      revenue.clear();
      cost.clear();
    }
    const day = time.periods[piece]!.from;
    const over = overage(line.engagement, time.monthOf[piece]!);
    for (const hours of line.hours) {
      const minutes = hours.minutes[piece]!;
      if (minutes === 0) continue;
      line.minutes[at]! += minutes;
      const [bill, own] = [over?.beyond === 0 ? FREE : rates.bill(hours, day), rates.cost(hours, day)];
      charge(revenue, bill, minutes);
      charge(cost, own, minutes);
      const unpaid = whyUnknown(bill, exchange, day, REVENUE | rates.lacking(hours));
      const unspent = whyUnknown(own, exchange, day, COST | NO_COST_RATE);
      if ((unpaid | unspent) === 0) continue;
      line.unknown[at]! |= unpaid | unspent;
      if (note === undefined) continue;
      const lack = { engagement: line.engagement, hours, role: rates.role(hours, day), minutes, piece };
      for (const one of together([...lacksOf(bill, unpaid, lack), ...lacksOf(own, unspent, lack)])) note(one);
    }
    if (line.minutes[at] === 0 && shared === null) continue;
    const worthOf = shared === null || over === null ? rounded : shared(at, over);
    const paid = settle(revenue, exchange, day, worthOf);
    const spent = settle(cost, exchange, day, rounded);
    line.revenue[at] = paid ?? 0;
    line.cost[at] = spent ?? 0;
  }
}

/** Nothing where an hour's worth is known on a day; else the side, and every reason. */
function whyUnknown(rate: Rate | null, exchange: Exchange, day: number, without: number): number {
  const side = without & (REVENUE | COST);
  if (rate === null) return without;
  if (rate.leftOut !== undefined) return rate.leftOut.reduce((bits, { why }) => bits | why | side, 0);
  if (rate.minor === 0) return 0;
  if (exchange(rate.currency, day) === null) return side | NO_EXCHANGE;
  return rate.minor === null ? side | (rate.isFaulty ? LEFT_OUT : TIED) : 0;
}

/** Each thing that an hour's worth lacks; of an average, for each of those whose rate is not known. */
function lacksOf(rate: Rate | null, bits: number, lack: Omit<Lack, "bits" | "currency" | "rows">): readonly Lack[] {
  if (bits === 0) return [];
  const table = (bits & COST) === 0 ? "Rates" : "Costs";
  const rowsOf = (row: number | null | undefined) => (row == null ? [] : [{ table, row } as const]);
  if (rate?.leftOut === undefined) return [{ ...lack, bits, currency: rate?.currency ?? "", rows: rowsOf(rate?.row) }];
  return rate.leftOut.map(({ person, role, why, currency, row }) => ({
    ...lack,
    bits: (bits & (REVENUE | COST)) | why,
    hours: { person, skill: -1 },
    role,
    currency,
    rows: rowsOf(row),
  }));
}

/** One row of Exchange mends all that lack it: these hours are at stake once. */
function together(all: readonly Lack[]): readonly Lack[] {
  const found = new Map<string, Lack>();
  for (const [i, one] of all.entries()) {
    const key = (one.bits & NO_EXCHANGE) === 0 ? `${i}` : one.currency;
    const same = found.get(key);
    found.set(key, same === undefined ? one : { ...same, rows: [...same.rows, ...one.rows] });
  }
  return [...found.values()];
}

/** A running total of one currency within a month. */
interface Account {
  readonly tally: Tally;
  readonly stretch: Stretch;
  settled: number;
}

function charge(accounts: Map<string, Account>, rate: Rate | null, minutes: number): void {
  if (rate === null || rate.minor === null || rate.minor === 0) return;
  let account = accounts.get(rate.currency);
  if (account === undefined) {
    account = { tally: { units: 0, sixtieths: 0 }, stretch: newStretch(), settled: 0 };
    accounts.set(rate.currency, account);
  }
  addTime(account.tally, minutes, rate.minor);
}

/** What all accounts grew by, in the plan's currency; null where one cannot be exchanged. */
function settle(
  accounts: ReadonlyMap<string, Account>,
  exchange: Exchange,
  day: number,
  worthOf: (tally: Tally, currency: string) => number,
): number | null {
  let sum = 0;
  let isKnown = true;
  for (const [currency, account] of accounts) {
    const now = worthOf(account.tally, currency);
    const by = now - account.settled;
    account.settled = now;
    if (by === 0) continue;
    const conversion = exchange(currency, day);
    if (conversion === null) isKnown = false;
    else sum += grow(account.stretch, by, conversion);
  }
  return isKnown ? sum : null;
}
