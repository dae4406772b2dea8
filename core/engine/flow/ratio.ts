/** An exact fraction p / q in lowest terms, q above 0. */
export interface Ratio {
  readonly p: number;
  readonly q: number;
}

export function lowestTerms(p: number, q: number): Ratio {
  const common = greatestDivisor(p, q);
  return { p: p / common, q: q / common };
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

/** The whole minutes in minutes × p / q, and what is left over as a fraction of q. */
export function wholePart(minutes: number, { p, q }: Ratio): { readonly whole: number; readonly rest: Ratio } {
  const product = exactProduct(minutes, p);
  const rest = product % q;
  return { whole: (product - rest) / q, rest: { p: rest, q } };
}

/** Orders fractions from small to large. */
export const compareRatios = (a: Ratio, b: Ratio): number => exactProduct(a.p, b.q) - exactProduct(b.p, a.q);

/** a × b, or a RangeError where a double could no longer hold it exactly. */
export function exactProduct(a: number, b: number): number {
  const product = a * b;
  if (Number.isSafeInteger(product)) return product;
  throw new RangeError(`${a} × ${b} is too large to count exactly; plan in coarser minutes, say quarter hours.`);
}
