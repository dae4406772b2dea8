import fc from "fast-check";
import { expect, test } from "vitest";
import { fraction, roundedPart } from "../../core/engine/exact.ts";

const inBigIntegers = (whole: number, numerator: number, denominator: number) =>
  Number((2n * BigInt(whole) * BigInt(numerator) + BigInt(denominator)) / (2n * BigInt(denominator)));

test("a part is rounded half up", () => {
  expect([1, 2, 3, 4].map((whole) => roundedPart(whole, 1, 4))).toEqual([0, 1, 1, 1]);
});

test("parts are exact, also where products pass 2^53", () => {
  fc.assert(
    fc.property(
      fc.nat(2 ** 36),
      fc.nat(2 ** 42),
      fc.integer({ min: 1, max: 2 ** 45 }),
      (whole, numerator, denominator) => {
        fc.pre(Number.isSafeInteger(Math.ceil((whole * numerator) / denominator)));
        expect(roundedPart(whole, numerator, denominator)).toBe(inBigIntegers(whole, numerator, denominator));
      },
    ),
    { numRuns: 1000 },
  );
});

test("fractions multiply exactly", () => {
  const thirds = fraction(333_333, 1_000_000, fraction(2, 3));
  expect(thirds.numerator / thirds.denominator).toBe(222_222 / 1_000_000);
});
