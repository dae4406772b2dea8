import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { flowNet, growthTiers, type Ratio } from "../../../core/engine/flow/index.ts";
import { type LinearProgramme, linearJudge } from "../../support/highs.ts";
import { everySet, has, minutesFor, minutesOf } from "./brute-force.ts";
import { type Instance, instances, sum } from "./instances.ts";

/** HEADROOM_ORACLE=full judges 1,500 periods by linear programme and 1,500 by trying every set of needs. */
const count = process.env.HEADROOM_ORACLE === "full" ? 1500 : 100;

interface Growing extends Instance {
  readonly growth: readonly number[];
}

const growing = (people: number, needs: number, most: number): fc.Arbitrary<Growing> =>
  instances(people, needs, most).chain((period) =>
    fc.record({
      needs: fc.constant(period.needs),
      canServe: fc.constant(period.canServe),
      supply: fc.constant(period.supply),
      demand: fc.constant(period.demand.map((minutes) => Math.floor(minutes / 2))),
      growth: fc.array(fc.oneof(fc.constant(0), fc.nat(most)), { minLength: period.needs, maxLength: period.needs }),
    }),
  );

const tiersOf = ({ needs, canServe, supply, demand, growth }: Growing) =>
  growthTiers(flowNet(needs, canServe))({ supply, base: demand, growth });

/** Two skills of one person and a third of another: demand 20 + 10 x, 10 and 30 + 30 x against 40 and 60 hours. */
const EXAMPLE: Growing = {
  needs: 3,
  canServe: [[0, 1], [2]],
  supply: [40, 60],
  demand: [20, 10, 30],
  growth: [10, 0, 30],
};

describe("work that grows", () => {
  test("becomes short, together with whatever shares its people, where it has used them up", () => {
    // 20 + 10 x + 10 = 40 at x = 1, and 30 + 30 x = 60 at x = 1 as well
    expect(tiersOf(EXAMPLE)).toEqual({
      short: [],
      tiers: [
        { at: { p: 1, q: 1 }, needs: [0, 1], suppliers: [0] },
        { at: { p: 1, q: 1 }, needs: [2], suppliers: [1] },
      ],
    });
  });

  test("is a fraction where it does not divide", () => {
    expect(tiersOf({ ...EXAMPLE, supply: [37, 60], growth: [9, 0, 30] }).tiers[0]?.at).toEqual({ p: 7, q: 9 });
  });

  test("leaves alone what has people of its own", () => {
    expect(tiersOf({ ...EXAMPLE, growth: [0, 0, 30] })).toEqual({
      short: [],
      tiers: [{ at: { p: 1, q: 1 }, needs: [2], suppliers: [1] }],
    });
  });

  test("pulls in work that does not grow only when its other people do not suffice", () => {
    // Ana can do both, Ben only the second: 10 of it fit with Ben, 15 do not.
    const ofTwo = { needs: 2, canServe: [[0, 1], [1]], supply: [40, 10], growth: [10, 0] };
    expect(tiersOf({ ...ofTwo, demand: [20, 10] }).tiers).toEqual([{ at: { p: 2, q: 1 }, needs: [0], suppliers: [0] }]);
    expect(tiersOf({ ...ofTwo, demand: [20, 15] }).tiers).toEqual([
      { at: { p: 3, q: 2 }, needs: [0, 1], suppliers: [0, 1] },
    ]);
  });

  test("may be short before it grows, and needs nobody can serve are short at once", () => {
    expect(tiersOf({ ...EXAMPLE, demand: [35, 10, 60] })).toEqual({
      short: [0, 1],
      tiers: [{ at: { p: 0, q: 1 }, needs: [2], suppliers: [1] }],
    });
    expect(tiersOf({ needs: 1, canServe: [], supply: [], demand: [0], growth: [5] }).tiers).toEqual([
      { at: { p: 0, q: 1 }, needs: [0], suppliers: [] },
    ]);
  });
});

test(`trying every set of needs gives the same growth for each of ${count} random plans`, () => {
  const periods = fc.sample(growing(6, 5, 12), { seed: 46033, numRuns: count });
  const seen = new Set<string>();
  for (const period of periods) {
    const { short, tiers } = tiersOf(period);
    const at = new Map(tiers.flatMap((tier) => tier.needs.map((need) => [need, tier.at])));
    for (let need = 0; need < period.needs; need++) {
      const said = short.includes(need) ? "short" : at.has(need) ? "binds" : "never";
      expect([said, judged(period, need, at.get(need))]).toEqual([said, said]);
      seen.add(said);
    }
  }
  expect(seen.size).toBe(3);
});

const judgedByLp = process.env.HEADROOM_ORACLE === "full" ? 1500 : 20;

test(`a linear programme finds the same unmet minutes at and between all breakpoints of ${judgedByLp} plans`, async () => {
  const maximum = await linearJudge();
  let breaks = 0;
  for (const period of fc.sample(growing(25, 12, 2400), { seed: 46034, numRuns: judgedByLp })) {
    const { short, tiers } = tiersOf(period);
    const ends = [0, ...tiers.map(({ at }) => at.p / at.q)];
    const probes = [...ends, ...ends.map((x, i) => (x + (ends[i + 1] ?? 2 * x + 1)) / 2)];
    for (const x of probes) {
      const demand = period.demand.map((minutes, need) => minutes + x * period.growth[need]!);
      const cut = [...short, ...tiers.filter(({ at }) => at.p / at.q < x).flatMap(({ needs }) => needs)];
      const able = period.supply.filter((_, one) => period.canServe[one]!.some((need) => cut.includes(need)));
      const unmet = sum(cut.map((need) => demand[need]!)) - sum(able);
      const judge = sum(demand) - maximum(mostServed({ ...period, demand }));
      expect(Math.abs(judge - unmet)).toBeLessThan(1e-6 * (1 + sum(demand)));
    }
    breaks += tiers.length;
  }
  expect(breaks).toBeGreaterThan(judgedByLp);
}, 600_000);

/** By definition: a need is short at x when the worst of all sets with it lacks more than the worst without it. */
function judged(period: Growing, need: number, at: Ratio | undefined): "short" | "binds" | "never" | "wrong" {
  const lines = everySet(period).map((set) => ({
    isIn: has(set, need),
    constant: minutesOf(set, period.demand) - minutesFor(period, set),
    slope: minutesOf(set, period.growth),
  }));
  const worst = (isIn: boolean, by: (line: (typeof lines)[number]) => number) =>
    Math.max(...lines.filter((line) => line.isIn === isIn).map(by));
  const isShortAt = (by: (line: (typeof lines)[number]) => number) => worst(true, by) > worst(false, by);
  const MANY = 1e6; // beyond every breakpoint, and small enough to stay exact
  if (isShortAt(({ constant }) => constant)) return "short";
  if (at === undefined) return isShortAt(({ constant, slope }) => constant + MANY * slope) ? "wrong" : "never";
  const { p, q } = at;
  const before = isShortAt(({ constant, slope }) => constant * q + slope * p);
  const after = isShortAt(({ constant, slope }) => (constant * q + slope * p) * MANY + slope);
  return !before && after ? "binds" : "wrong";
}

function mostServed({ canServe, supply, demand }: Instance): LinearProgramme {
  const links = canServe.flatMap((needs, supplier) => needs.map((need) => ({ supplier, need })));
  const terms = (side: "supplier" | "need", of: number) =>
    [...links.keys()].filter((column) => links[column]![side] === of).map((column) => ({ column, coefficient: 1 }));
  return {
    gain: links.map(() => 1),
    rows: [
      ...supply.map((atMost, supplier) => ({ atMost, terms: terms("supplier", supplier) })),
      ...demand.map((atMost, need) => ({ atMost, terms: terms("need", need) })),
    ],
  };
}
