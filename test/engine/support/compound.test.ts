import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawFrom } from "../../../core/demo/random.ts";
import { compound, meanMinutes } from "../../../core/engine/support/compound.ts";
import { chanceUpTo, countAt, countTable } from "../../../core/engine/support/counts.ts";
import {
  allTogether,
  certain,
  chanceAbove,
  type Distribution,
  meanOf,
  perhaps,
  quantile,
  times,
  together,
} from "../../../core/engine/support/distribution.ts";
import type { Arrivals } from "../../../core/plan/tickets.ts";

const arrivals = (weekly: number, dispersion: number, sizes: readonly (readonly [minutes: number, share: number])[]) =>
  ({
    basis: "tickets",
    weekly,
    dispersion,
    minutes: sizes.map(([minutes]) => minutes),
    shares: sizes.map(([, share]) => share),
  }) satisfies Arrivals;

const deviation = (load: Distribution) => {
  const mean = meanOf(load);
  let sum = 0;
  load.chances.forEach((chance, i) => {
    sum += chance * ((load.first + i) * load.step - mean) ** 2;
  });
  return Math.sqrt(sum);
};

/** Sizes of a lognormal of some mean and coefficient of variation, to the minute. */
function lognormal(mean: number, cv: number): readonly (readonly [number, number])[] {
  const spread = Math.sqrt(Math.log(1 + cv * cv));
  const middle = Math.log(mean) - (spread * spread) / 2;
  const upTo = (minutes: number) => normal((Math.log(minutes) - middle) / spread);
  const sizes: [number, number][] = [];
  for (let minutes = 1; minutes < 60 * 100; minutes++) {
    const share = upTo(minutes + 0.5) - (minutes === 1 ? 0 : upTo(minutes - 0.5));
    if (share > 1e-13) sizes.push([minutes, share]);
  }
  const all = sizes.reduce((sum, [, share]) => sum + share, 0);
  return sizes.map(([minutes, share]) => [minutes, share / all] as const);
}

/** The normal distribution, by Simpson's rule. */
function normal(z: number): number {
  if (z < -8) return 0;
  const steps = 400;
  const width = (z + 8) / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i++) {
    const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
    const at = -8 + i * width;
    sum += weight * Math.exp((-at * at) / 2);
  }
  return (sum * width) / 3 / Math.sqrt(2 * Math.PI);
}

describe("a desk of 48 tickets a week of 1.25 hours, widely different", () => {
  const desk = compound(arrivals(48, 1, lognormal(75, 1.2)));

  test("takes 60 hours on average, give or take 13.5", () => {
    expect(meanOf(desk) / 60).toBeCloseTo(60, 1);
    expect(Math.abs(deviation(desk) / 60 / 13.5 - 1)).toBeLessThan(0.015);
  });

  test.each([
    [0.5, 58.9],
    [0.8, 70.8],
    [0.9, 77.7],
    [0.95, 83.9],
  ])("the line at %d lies at %d hours", (chance, hours) => {
    expect(Math.abs(quantile(desk, chance) / 60 / hours - 1)).toBeLessThan(0.015);
  });

  test("and more than 60 hours in 46 to 48 weeks of 100: to reserve the mean fails almost every second week", () => {
    const often = (chanceAbove(desk, 3600) + chanceAbove(desk, 3600 - desk.step)) / 2;
    expect(Math.abs(often - 0.466)).toBeLessThan(0.02);
  });
});

describe("minutes of a week's tickets", () => {
  test("two tickets of one or two hours, by hand", () => {
    // No ticket e^-1 of the time, one of an hour e^-1 / 2, and so on.
    const load = compound(arrivals(1, 1, [[60, 0.5], [120, 0.5]])); // biome-ignore format: a table
    const e = Math.exp(-1);
    expect(load.step).toBe(60);
    expect(load.chances[0]).toBeCloseTo(e, 9);
    expect(load.chances[1]).toBeCloseTo(e / 2, 9);
    // Two hours: one long ticket, or two short ones.
    expect(load.chances[2]).toBeCloseTo(e / 2 + e / 8, 9);
    expect(load.chances[3]).toBeCloseTo(e / 4 + e / 48, 9);
  });

  const sizes = fc
    .uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 })
    .map((all) => all.sort((a, b) => a - b).map((quarter) => [15 * quarter, 1 / all.length] as const));

  test("are the sums over every number of tickets and every size, Poisson and negative binomial", () => {
    fc.assert(
      fc.property(
        sizes,
        fc.double({ min: 0.05, max: 6, noNaN: true }),
        fc.constantFrom(1, 1.4, 3),
        (each, mean, wide) => {
          const load = compound(arrivals(mean, wide, each));
          const table = countTable(mean, wide);
          const brute = new Map<number, number>();
          let some = new Map([[0, 1]]);
          for (let n = 0; n < 90; n++) {
            const chance = chanceUpTo(table, n) - chanceUpTo(table, n - 1);
            for (const [minutes, share] of some) brute.set(minutes, (brute.get(minutes) ?? 0) + chance * share);
            const more = new Map<number, number>();
            for (const [minutes, share] of some)
              for (const [size, part] of each) more.set(minutes + size, (more.get(minutes + size) ?? 0) + share * part);
            some = more;
          }
          load.chances.forEach((chance, i) => {
            expect(chance).toBeCloseTo(brute.get((load.first + i) * load.step) ?? 0, 8);
          });
        },
      ),
      { numRuns: 25 },
    );
  });

  test("and are what 40,000 drawn weeks show", () => {
    const each = [[15, 0.4], [60, 0.4], [240, 0.2]] as const; // biome-ignore format: a table
    const one = arrivals(22, 2.5, each);
    const draw = drawFrom(9);
    const table = countTable(22, 2.5);
    const weeks = Array.from({ length: 40_000 }, () => {
      let minutes = 0;
      for (let n = countAt(table, draw.share()); n > 0; n--) {
        const u = draw.share();
        minutes += u < 0.4 ? 15 : u < 0.8 ? 60 : 240;
      }
      return minutes;
    }).sort((a, b) => a - b);
    const load = compound(one);
    for (const chance of [0.5, 0.8, 0.9, 0.95])
      expect(Math.abs(quantile(load, chance) / weeks[Math.ceil(chance * 40_000) - 1]! - 1)).toBeLessThan(0.02);
  });

  test("keep mean and spread where they are too many for exact steps", () => {
    for (const [weekly, wide] of [
      [300, 1],
      [5000, 4],
      [80_000, 10],
    ] as const) {
      // biome-ignore format: a table
      const one = arrivals(weekly, wide, lognormal(75, 1.2).filter(([minutes]) => minutes % 7 === 1));
      const whole = one.shares.reduce((a, b) => a + b, 0);
      const own = { ...one, shares: one.shares.map((share) => share / whole) };
      const square = own.minutes.reduce((sum, minutes, i) => sum + own.shares[i]! * minutes * minutes, 0);
      const mean = meanMinutes(own) / weekly;
      const load = compound(own);
      expect(Math.abs(meanOf(load) / (weekly * mean) - 1)).toBeLessThan(1e-6);
      expect(Math.abs(deviation(load) / Math.sqrt(weekly * (square + (wide - 1) * mean * mean)) - 1)).toBeLessThan(
        0.005,
      );
    }
  });

  test("a ticket that takes no time takes none", () => {
    expect(compound(arrivals(5, 1, [[0, 1]]))).toEqual(certain(0));
    const half = compound(arrivals(4, 1, [[0, 0.5], [30, 0.5]])); // biome-ignore format: a table
    const none = compound(arrivals(2, 1, [[30, 1]]));
    half.chances.forEach((chance, i) => {
      expect(chance).toBeCloseTo(none.chances[i] ?? 0, 9);
    });
  });
});

describe("several loads", () => {
  const die: Distribution = { step: 60, first: 1, chances: new Float64Array(6).fill(1 / 6) };

  test("two dice are seven on average, and twelve once in 36", () => {
    const two = together(die, die);
    expect(meanOf(two)).toBeCloseTo(420, 9);
    expect(two.chances[10]).toBeCloseTo(1 / 36, 12);
    expect(quantile(two, 35 / 36)).toBe(660);
  });

  test("four times one is what four are together", () => {
    const four = allTogether([die, die, die, die]);
    const power = times(die, 4);
    expect([power.step, power.first]).toEqual([four.step, four.first]);
    power.chances.forEach((chance, i) => {
      expect(chance).toBeCloseTo(four.chances[i]!, 12);
    });
  });

  test("hours that do not vary only shift, and a deal's come wholly or not at all", () => {
    expect(quantile(together(die, certain(480)), 0.5)).toBe(480 + 180);
    // Nothing in 4 of 10 weeks, one to six hours in 1 of 10 each.
    const deal = perhaps(die, 0.6);
    expect([0.4, 0.45, 0.7, 0.95].map((chance) => quantile(deal, chance))).toEqual([0, 60, 180, 360]);
    expect(meanOf(deal)).toBeCloseTo(0.6 * 210, 9);
    expect([quantile(perhaps(die, 0), 0.99), perhaps(die, 1)]).toEqual([0, die]);
    expect(allTogether([])).toEqual(certain(0));
  });

  test("a hundred queues need less together than each by itself, and keep their mean", () => {
    const queues = Array.from(
      { length: 100 },
      (_, i) =>
      compound(arrivals(2 + (i % 9), 1 + (i % 3), [[30, 0.5], [45 + 15 * (i % 5), 0.5]])), // biome-ignore format: a table
    );
    const pooled = allTogether(queues);
    const sum = (of: (one: Distribution) => number) => queues.reduce((all, one) => all + of(one), 0);
    expect(Math.abs(meanOf(pooled) / sum(meanOf) - 1)).toBeLessThan(1e-6);
    const spread = Math.sqrt(sum((one) => deviation(one) ** 2));
    expect(Math.abs(deviation(pooled) / spread - 1)).toBeLessThan(0.005);
    expect(quantile(pooled, 0.8)).toBeLessThan(sum((one) => quantile(one, 0.8)));
  });
});
