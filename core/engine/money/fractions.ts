/** A sum of fractions, exact however large: numerators by their denominators. */
export interface ExactSum {
  readonly parts: Map<number, bigint>;
}
export const newSum = (): ExactSum => ({ parts: new Map() });

/** Adds a product of whole numbers over a whole number. */
export function addProduct({ parts }: ExactSum, factors: readonly number[], denominator: number): void {
  const product = factors.reduce((all, one) => all * BigInt(one), BigInt(1));
  parts.set(denominator, (parts.get(denominator) ?? BigInt(0)) + product);
}

/** One fraction, its denominator above 0. */
export interface Exact {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export function total({ parts }: ExactSum): Exact {
  let sum: Exact = { numerator: BigInt(0), denominator: BigInt(1) };
  for (const [denominator, numerator] of parts) sum = plus(sum, { numerator, denominator: BigInt(denominator) });
  return sum;
}

export const plus = (a: Exact, b: Exact): Exact => ({
  numerator: a.numerator * b.denominator + b.numerator * a.denominator,
  denominator: a.denominator * b.denominator,
});
export const minus = (a: Exact, b: Exact): Exact => plus(a, { ...b, numerator: -b.numerator });
export const times = (a: Exact, numerator: number, denominator = 1): Exact => ({
  numerator: a.numerator * BigInt(numerator),
  denominator: a.denominator * BigInt(denominator),
});

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
