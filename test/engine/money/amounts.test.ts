import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addTime, mulDiv, rounded, type Tally } from "../../../core/engine/money/amounts.ts";
import { addProduct, newSum, total, wholeParts } from "../../../core/engine/money/fractions.ts";
import "../../support/seed.ts";
import { halfAway } from "./slow-money.ts";

describe("amounts", () => {
  test("are rounded half away from zero", () => {
    expect([mulDiv(5, 1, 10), mulDiv(-5, 1, 10), mulDiv(4, 1, 10), mulDiv(-4, 1, 10)]).toEqual([1, -1, 0, 0]);
    expect(Object.is(mulDiv(-4, 1, 10), 0)).toBe(true);
  });

  test("are exact where the product is far beyond 2^53", () => {
    // 9,000,000,000,000.01 at 0.012345679: 111,111,111,000.000123 and a bit.
    expect(mulDiv(900_000_000_000_001, 12_345_679, 1_000_000_000)).toBe(11_111_111_100_000);
    const amount = fc.integer({ min: -(10 ** 15), max: 10 ** 15 });
    fc.assert(
      fc.property(
        amount,
        fc.integer({ min: 1, max: 10 ** 12 }),
        fc.integer({ min: 1, max: 10 ** 12 }),
        (whole, top, bottom) => {
          const exact = halfAway(BigInt(whole) * BigInt(top), BigInt(bottom));
          fc.pre(exact < 2n ** 53n && exact > -(2n ** 53n));
          expect(BigInt(mulDiv(whole, top, bottom))).toBe(exact);
        },
      ),
    );
  });

  test("of hours add up exactly and are rounded once", () => {
    // 20 minutes at 0.10 are 3 1/3 cents; three of them 10 cents, not 9.
    const tally: Tally = { units: 0, sixtieths: 0 };
    for (let i = 0; i < 3; i++) addTime(tally, 20, 10);
    expect(rounded(tally)).toBe(10);
    const times = fc.array(fc.tuple(fc.nat(100_000), fc.nat(10 ** 10)), { maxLength: 30 });
    fc.assert(
      fc.property(times, (all) => {
        const sum: Tally = { units: 0, sixtieths: 0 };
        for (const [minutes, rate] of all) addTime(sum, minutes, rate);
        const exact = all.reduce((before, [minutes, rate]) => before + BigInt(minutes) * BigInt(rate), 0n);
        expect(BigInt(rounded(sum))).toBe(halfAway(exact, 60n));
      }),
    );
  });
});

describe("parts of a change", () => {
  const part = fc.tuple(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.integer({ min: 1, max: 10 ** 9 }));
  const sumOf = (numerator: number, denominator: number) => {
    const sum = newSum();
    addProduct(sum, [numerator], [denominator]);
    return total(sum);
  };

  test("add up to the whole that is printed, and each is its floor and at most a unit or two more", () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 4, maxLength: 4 }), fc.integer({ min: -3, max: 3 }), (exact, off) => {
        const floors = exact.map(([top, bottom]) => Math.floor(top / bottom));
        const rounded = Math.round(exact.reduce((sum, [top, bottom]) => sum + top / bottom, 0)) + off;
        const parts = wholeParts(
          exact.map(([top, bottom]) => sumOf(top, bottom)),
          rounded,
        );
        expect(parts.reduce((sum, one) => sum + one, 0)).toBe(rounded);
        const isNothing = exact.every(([top]) => top === 0);
        for (const [i, one] of parts.entries()) {
          if (exact[i]![0] === 0 && !isNothing) expect(one).toBe(0);
          expect(Math.abs(one - floors[i]!)).toBeLessThanOrEqual(8);
        }
      }),
    );
  });

  test("give the odd units to the largest fractions, the earlier of two equal ones first", () => {
    const exact = [sumOf(7, 2), sumOf(9, 4), sumOf(7, 2), sumOf(-5, 4)];
    // Floors 3, 2, 3, -2 with 1/2, 1/4, 1/2, 3/4 left: of two odd units one goes to the last, one to the first.
    expect(wholeParts(exact, 8)).toEqual([4, 2, 3, -1]);
  });
});
