/** A sum of fractions, exact however large: numerators by their denominators. */
export interface ExactSum {
  readonly parts: Map<bigint, bigint>;
}
export const newSum = (): ExactSum => ({ parts: new Map() });

/** Adds a product of whole numbers over another one. */
export function addProduct({ parts }: ExactSum, factors: readonly number[], divisors: readonly number[]): void {
  const [product, denominator] = [productOf(factors), productOf(divisors)];
  parts.set(denominator, (parts.get(denominator) ?? BigInt(0)) + product);
}

const productOf = (factors: readonly number[]): bigint => factors.reduce((all, one) => all * BigInt(one), BigInt(1));

/** One fraction, its denominator above 0. */
export interface Exact {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export function total({ parts }: ExactSum): Exact {
  let sum: Exact = { numerator: BigInt(0), denominator: BigInt(1) };
  for (const [denominator, numerator] of parts) sum = plus(sum, { numerator, denominator });
  return sum;
}

export const plus = (a: Exact, b: Exact): Exact => ({
  numerator: a.numerator * b.denominator + b.numerator * a.denominator,
  denominator: a.denominator * b.denominator,
});
export const minus = (a: Exact, b: Exact): Exact => plus(a, { ...b, numerator: -b.numerator });
export const negative = (a: Exact): Exact => ({ ...a, numerator: -a.numerator });
/** a × numerator ÷ denominator, of which the last is above 0. */
export const times = (a: Exact, numerator: Exact, denominator: Exact): Exact => ({
  numerator: a.numerator * numerator.numerator * denominator.denominator,
  denominator: a.denominator * numerator.denominator * denominator.numerator,
});
export const whole = (number: number): Exact => ({ numerator: BigInt(number), denominator: BigInt(1) });
export const isZero = ({ numerator }: Exact): boolean => numerator === BigInt(0);

/**
 * Whole parts of exact ones that add up to a whole number: each is floored, and the units that are left go to the largest
 * fractions, the earlier part first where two are equal. What is exactly 0 stays so as long as any other part is not.
 */
export function wholeParts(exact: readonly Exact[], whole: number): readonly number[] {
  const floors = exact.map(floor);
  const order = exact
    .map((one, at) => ({
      at,
      rest: { numerator: one.numerator - floors[at]! * one.denominator, denominator: one.denominator },
    }))
    .filter(({ at }) => exact[at]!.numerator !== BigInt(0))
    .sort((a, b) => compare(b.rest, a.rest) || a.at - b.at)
    .map(({ at }) => at);
  const turns = order.length > 0 ? order : [0];
  const parts = floors.map(Number);
  let left = whole - parts.reduce((sum, part) => sum + part, 0);
  for (let turn = 0; left > 0; turn++, left--) parts[turns[turn % turns.length]!]! += 1;
  for (let turn = turns.length - 1; left < 0; turn += turns.length - 1, left++)
    parts[turns[turn % turns.length]!]! -= 1;
  return parts.map((part) => part + 0);
}

function floor({ numerator, denominator }: Exact): bigint {
  const rest = numerator % denominator;
  return (numerator - rest) / denominator - (rest < BigInt(0) ? BigInt(1) : BigInt(0));
}

function compare(a: Exact, b: Exact): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference > BigInt(0) ? 1 : difference < BigInt(0) ? -1 : 0;
}
