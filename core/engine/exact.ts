import { PPM, type Ppm } from "../plan/plan.ts";

/**
 * whole × numerator ÷ denominator, rounded half up, exactly: all whole and at least 0. Products beyond 2^53 are divided
 * in halves, so that no figure depends on floating point.
 */
export function roundedPart(whole: number, numerator: number, denominator: number): number {
  const twice = 2 * whole * numerator + denominator;
  if (twice + 2 * denominator <= Number.MAX_SAFE_INTEGER) return Math.floor(twice / (2 * denominator));
  const { quotient, rest } = divided(whole, numerator, denominator);
  return 2 * rest >= denominator ? quotient + 1 : quotient;
}

/** A fraction in its lowest terms. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/** numerator ÷ denominator, times another fraction: then reduced, so that it stays within whole numbers. */
export function fraction(numerator: number, denominator: number, by: Fraction = ONE): Fraction {
  if (by === ONE) return { numerator, denominator };
  if (numerator === denominator) return by;
  const across = common(numerator, by.denominator);
  const along = common(by.numerator, denominator);
  const top = (numerator / across) * (by.numerator / along);
  const bottom = (denominator / along) * (by.denominator / across);
  const both = common(top, bottom);
  return { numerator: top / both, denominator: bottom / both };
}

const ONE: Fraction = { numerator: 1, denominator: 1 };

/** What a row counts with, as a fraction. */
export const countsWith = (share: Ppm): Fraction => (share === PPM ? ONE : fraction(share, PPM));

/** whole × numerator ÷ denominator as a whole number and what is left over, exactly. */
export function divided(whole: number, numerator: number, denominator: number): { quotient: number; rest: number } {
  const product = whole * numerator;
  if (product <= Number.MAX_SAFE_INTEGER) return wholeDivision(product, denominator);
  const half = divided(Math.floor(whole / 2), numerator, denominator);
  const odd = whole % 2 === 1 ? numerator : 0;
  const last = wholeDivision(2 * half.rest + odd, denominator);
  return { quotient: 2 * half.quotient + last.quotient, rest: last.rest };
}

function wholeDivision(product: number, denominator: number): { quotient: number; rest: number } {
  const rest = product % denominator;
  return { quotient: (product - rest) / denominator, rest };
}

/** Greatest common divisor (Euclid), at least 1. */
function common(a: number, b: number): number {
  let [large, small] = [a, b];
  while (small > 0) [large, small] = [small, large % small];
  return large === 0 ? 1 : large;
}
