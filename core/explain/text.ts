import { decimalsOf } from "../plan/currencies.ts";
import { thousands } from "../sheets/words.ts";
import type { Explanation, Unit } from "./explanation.ts";

/** Minutes so that nothing is rounded away: "40 h", "7.5 h", "7 h 32 min". */
export function exactHours(minutes: number): string {
  const sign = minutes < 0 ? "−" : "";
  const all = Math.abs(minutes);
  if (all % 60 === 0) return `${sign}${thousands(all / 60)} h`;
  if (all % 6 === 0) return `${sign}${thousands(Math.floor(all / 60))}.${(all % 60) / 6} h`;
  return `${sign}${thousands(Math.floor(all / 60))} h ${all % 60} min`;
}

/** An amount as it stands beside its label, in full: amounts that are shown add up to the one that is shown. */
export function amountText(amount: number, unit: Unit, currency = ""): string {
  if (unit === "minutes") return exactHours(amount);
  if (unit === "minor units") return `${decimal(amount, decimalsOf(currency))} ${currency}`.trim();
  if (unit === "hundredths") return decimal(amount, 2);
  if (unit === "millionths") return `${decimal(amount, 4).replace(/\.?0+$/, "")} %`;
  return signed(amount, thousands(Math.abs(amount)));
}

/** What stands for a share of nothing. */
export const NO_SHARE = "n/a";

/** The figure in words: its sum, or the share that the first sum is of the second. */
export function figureText({ is, sums: [first, second] }: Explanation, currency = ""): string {
  if (first === undefined) return "";
  if (is === "sum" || second === undefined) return amountText(first.amount, first.unit, currency);
  if (second.amount === 0) return NO_SHARE;
  if (is === "growth") return `${decimal(Math.floor((10_000 * first.amount) / second.amount), 2)} %`;
  if (is === "rate")
    return `${amountText(Math.round((60 * first.amount) / second.amount), first.unit, currency)} an hour`;
  if (second.unit === "minor units" && second.amount < 0) return NO_SHARE;
  return `${decimal(Math.round((first.amount / second.amount) * 1000), 1)} %`;
}

function decimal(amount: number, places: number): string {
  const digits = String(Math.abs(amount)).padStart(places + 1, "0");
  const whole = thousands(Number(digits.slice(0, digits.length - places)));
  return signed(amount, places === 0 ? whole : `${whole}.${digits.slice(-places)}`);
}

const signed = (amount: number, text: string): string => (amount < 0 ? `−${text}` : text);
