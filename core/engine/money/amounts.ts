import { roundedPart } from "../exact.ts";

/** amount × numerator ÷ denominator, rounded half away from zero, exactly however large the product is. */
export function mulDiv(amount: number, numerator: number, denominator: number): number {
  const size = roundedPart(Math.abs(amount), numerator, denominator);
  return amount < 0 ? 0 - size : size;
}

/** Minutes times hourly rates, added up exactly: whole minor units and sixtieths of one. */
export interface Tally {
  units: number;
  sixtieths: number;
}

export function addTime(tally: Tally, minutes: number, rate: number): void {
  const over = minutes % 60;
  const sixtieths = tally.sixtieths + over * rate;
  tally.units += ((minutes - over) / 60) * rate + Math.floor(sixtieths / 60);
  tally.sixtieths = sixtieths % 60;
}

export const sixtiethsOf = ({ units, sixtieths }: Tally): number => 60 * units + sixtieths;

/** The one rounding: half away from zero; time and rates are never below 0. */
export const rounded = ({ units, sixtieths }: Tally): number => (sixtieths >= 30 ? units + 1 : units);
