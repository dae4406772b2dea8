import { marginShare } from "../engine/money/ratios.ts";
import { decimalsOf } from "../plan/currencies.ts";
import { type Plan, PPM } from "../plan/plan.ts";
import type { AmountShown, PercentShown } from "./model.ts";
import { thousands } from "./words.ts";

/** What stands where an amount is not known; a margin without all of its parts is no margin. */
export const NOT_KNOWN = "n/a";
export const INCOMPLETE = "incomplete";

/** How amounts of the plan's currency are shown: with its own minor unit. */
export interface AmountStyle {
  readonly currency: string;
  readonly decimals: number;
  readonly shows: AmountShown;
  readonly estimate: AmountShown;
  /** ", USD" in headings; nothing where no currency is named. */
  readonly unit: string;
}

export function amountStyle({ money }: Plan): AmountStyle {
  const currency = money?.currency ?? "";
  const decimals = decimalsOf(currency);
  const digits = decimals === 0 ? 0 : decimals === 3 ? 3 : 2;
  return {
    currency,
    decimals,
    shows: `amount ${digits}`,
    estimate: `estimate ${digits}`,
    unit: currency === "" ? "" : `, ${currency}`,
  };
}

/** In whole units, as a cell holds it. */
export const unitsOf = ({ decimals }: AmountStyle, minor: number): number => minor / 10 ** decimals;

/** "USD 12,345.60", "− USD 5.00" */
export function amountText({ currency, decimals }: Pick<AmountStyle, "currency" | "decimals">, minor: number): string {
  const number = thousands((Math.abs(minor) / 10 ** decimals).toFixed(decimals));
  return `${minor < 0 ? "−" : ""}${currency === "" ? "" : `${currency} `}${number}`;
}

const LEAST_WIDTH = 12;
/** How wide a column of amounts is, with the signs that may stand around the largest: a cell that is too narrow shows none of it. */
export const amountWidth = ({ decimals }: AmountStyle, largest: number): number =>
  Math.max(LEAST_WIDTH, amountText({ currency: "", decimals }, Math.round(largest)).length + 4);

/** "30 %", "32.5 %" */
export const percentText = (ppm: number): string => {
  const tenths = Math.round((ppm * 1000) / PPM);
  return `${tenths % 10 === 0 ? tenths / 10 : (tenths / 10).toFixed(1)} %`;
};

/** Below half a millionth a share is the target: native quotients are not exact to the last bit. */
export const targetShare = (ppm: number): number => (ppm - 0.5) / PPM;

/** Revenue below 0 is a loss whatever the target, though no share of it can be taken. */
export const isBelow = (revenue: number, cost: number, target: number): boolean => {
  const share = marginShare(revenue, cost);
  return share === null ? revenue < 0 : share < targetShare(target);
};

/** Whether it reaches the target, with a sign beside the colour. */
export function againstTarget(revenue: number, cost: number, target: number): string {
  if (revenue === 0) return "no revenue";
  return isBelow(revenue, cost, target) ? `▼ below ${percentText(target)}` : `✓ ${percentText(target)} or more`;
}

/** Lowest margin first: losses without revenue to take a share of by their amount, then by share. */
export function byMargin(a: Earned, b: Earned): number {
  const [one, other] = [marginShare(a.revenue, a.cost), marginShare(b.revenue, b.cost)];
  if (one !== null && other !== null) return one - other;
  if (one === null && other === null) return a.revenue - a.cost - (b.revenue - b.cost);
  return one === null ? -1 : 1;
}

interface Earned {
  readonly revenue: number;
  readonly cost: number;
}

/** How a share of revenue shows. */
export function percentShown(isEstimate: boolean, isLow: boolean): PercentShown | null {
  if (isEstimate) return isLow ? "percent estimated below" : "percent estimated";
  return isLow ? "percent below" : null;
}
