import type { Fee, Money } from "../../plan/money.ts";
import { type Plan, PPM } from "../../plan/plan.ts";
import { type Counted, engagementShares } from "../counted.ts";
import { roundedPart } from "../exact.ts";
import { mulDiv, sixtiethsOf, type Tally } from "./amounts.ts";
import type { Hours } from "./hours.ts";
import { type MoneyTime, monthPeriod } from "./money-time.ts";
import { kept } from "./prices.ts";

/** Billable minutes of an engagement in a calendar month, and how many of them its retainers do not include. */
export interface Overage {
  readonly beyond: number;
  readonly whole: number;
}

/** That of an engagement in a month (see `MoneyTime`); null where no retainer says how many hours it includes, so that each is charged. */
export type OverageOf = (engagement: number, month: number) => Overage | null;

/**
 * What retainers with included hours leave to be charged, by whole calendar months, whichever days are asked for. Of a month in
 * which a retainer begins or ends it includes hours in proportion to its days, and of tentative work by its odds, as it pays.
 */
export function overageOf(
  plan: Plan,
  money: Money,
  counted: Counted,
  hours: readonly Hours[],
  time: MoneyTime,
): OverageOf {
  const including = new Map<number, Including[]>();
  for (const fee of money.fees)
    if (includes(fee)) including.set(fee.engagement, [...(including.get(fee.engagement) ?? []), fee]);
  if (including.size === 0) return () => null;
  const shares = engagementShares(plan, counted);
  const minutes = billableMinutes(hours, including, time);
  const found = new Map<string, Overage>();
  return (engagement, month) => {
    const fees = including.get(engagement);
    if (fees === undefined) return null;
    const known = found.get(`${engagement} ${month}`);
    if (known !== undefined) return known;
    const share = plan.engagements[engagement]!.status === "done" ? PPM : shares[engagement]!;
    const included = fees.reduce((sum, fee) => sum + includedIn(fee, share, month), 0);
    const whole = minutes.get(engagement)?.get(month) ?? 0;
    const overage = { beyond: Math.max(0, whole - included), whole };
    found.set(`${engagement} ${month}`, overage);
    return overage;
  };
}

type Including = Fee & { readonly included: number };
export const includes = (fee: Fee): fee is Including => fee.included !== undefined;

/** Whole minutes, as the retainer's amount is whole units. */
function includedIn({ included, from, to }: Including, share: number, number: number): number {
  const month = monthPeriod(number);
  const days = Math.min(month.to, to) - Math.max(month.from, from) + 1;
  return days <= 0 ? 0 : mulDiv(mulDiv(included, share, PPM), days, month.to - month.from + 1);
}

function billableMinutes(
  all: readonly Hours[],
  of: ReadonlyMap<number, unknown>,
  { monthOf }: MoneyTime,
): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const found = new Map([...of.keys()].map((engagement) => [engagement, new Map<number, number>()] as const));
  for (const { engagement, billable, minutes } of all) {
    const sums = billable ? found.get(engagement) : undefined;
    if (sums === undefined) continue;
    for (let at = 0; at < minutes.length; at++) {
      if (minutes[at] !== 0) sums.set(monthOf[at]!, (sums.get(monthOf[at]!) ?? 0) + minutes[at]!);
    }
  }
  return found;
}

/** Of all lines of an engagement, one after the other: what a line's running total of a month is worth at a piece of time. */
export type ShareOfOverage = (piece: number, overage: Overage) => (tally: Tally, currency: string) => number;

/** Beyond ÷ whole of hours × rates, rounded once for all lines together: each has what it adds to those before it. */
export function sharedOverage(pieces: number): ShareOfOverage {
  const before = new Map<string, Float64Array>();
  return (piece, { beyond, whole }) =>
    (tally, currency) => {
      const sums = kept(before, currency, () => new Float64Array(pieces));
      const sixtieths = sums[piece]!;
      sums[piece] = sixtieths + sixtiethsOf(tally);
      const upTo = (sum: number) => roundedPart(sum, beyond, 60 * whole);
      return upTo(sums[piece]!) - upTo(sixtieths);
    };
}
