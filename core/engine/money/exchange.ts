import { decimalsOf } from "../../plan/currencies.ts";
import { BILLION, type ExchangeRate, type Money } from "../../plan/money.ts";
import { mulDiv } from "./amounts.ts";

/** How minor units of one currency become the plan's. Days with the same exchange rate share one object. */
export interface Conversion {
  readonly numerator: number;
  readonly denominator: number;
}
const SAME: Conversion = { numerator: 1, denominator: 1 };

/** The conversion of a currency on a day; null where the plan does not say it. */
export type Exchange = (currency: string, day: number) => Conversion | null;
/** The same for the hours of an engagement. */
export type ExchangeFor = (engagement: number) => Exchange;

/** The row with the latest From up to the day holds. */
export function exchangeOf({ currency, exchange }: Money): Exchange {
  const known = new Map<string, readonly (readonly [from: number, conversion: Conversion | null])[]>();
  for (const code of new Set(exchange.map((one) => one.currency))) {
    const rows = exchange.filter((one) => one.currency === code).sort((a, b) => a.from - b.from);
    known.set(
      code,
      rows.map((row) => [row.from, conversionOf(row, currency)]),
    );
  }
  return (code, day) => {
    if (code === currency) return SAME;
    const rows = known.get(code) ?? [];
    for (let at = rows.length - 1; at >= 0; at--) if (rows[at]![0] <= day) return rows[at]![1];
    return null;
  };
}

function conversionOf({ currency, billionths }: ExchangeRate, into: string): Conversion | null {
  if (billionths === null) return null;
  const finer = decimalsOf(currency) - decimalsOf(into);
  return { numerator: billionths * 10 ** Math.max(0, -finer), denominator: BILLION * 10 ** Math.max(0, finer) };
}

export const convert = (minor: number, { numerator, denominator }: Conversion): number =>
  numerator === denominator ? minor : mulDiv(minor, numerator, denominator);

/**
 * Converts an amount that grows day by day: each stretch of days with the same exchange rate by its own running total, so that
 * a whole stretch is what its sum converts to.
 */
export interface Stretch {
  conversion: Conversion | null;
  total: number;
  converted: number;
}
export const newStretch = (): Stretch => ({ conversion: null, total: 0, converted: 0 });

/** What some more minor units add in the plan's currency. */
export function grow(stretch: Stretch, by: number, conversion: Conversion): number {
  if (stretch.conversion !== conversion) {
    stretch.conversion = conversion;
    stretch.total = stretch.converted = 0;
  }
  stretch.total += by;
  const now = convert(stretch.total, conversion);
  const added = now - stretch.converted;
  stretch.converted = now;
  return added;
}
