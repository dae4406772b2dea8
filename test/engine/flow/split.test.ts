import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fairSplit, fairTiers, flowNet, prioritySplit } from "../../../core/engine/flow/index.ts";
import { canBeServed, fairMinutes, fillsOf, minutesFor, setOf, unmetOf, unmetWithin } from "./brute-force.ts";
import { type Instance, instances, sum } from "./instances.ts";

const netOf = ({ needs, canServe }: Instance) => flowNet(needs, canServe);
/** Long enough minutes for uneven shares, few enough people that most periods are short. */
const short = instances(10, 6, 30);
const always = (claim: (period: Instance) => void) =>
  fc.assert(fc.property(short, claim), { seed: 46029, numRuns: 400 });

describe("the fair split", () => {
  test("has the fill ratios of the definition: worst-off set first, by looking at every set", () =>
    always((period) => {
      const fills = period.demand.map(() => 1);
      for (const { needs, fill } of fairTiers(netOf(period), period.supply, period.demand)) {
        for (const need of needs) fills[need] = fill.p / fill.q;
      }
      expect(fills).toEqual(fillsOf(period).map(({ p, q }) => p / q));
    }));

  test("of every tier, with all worse-off ones, uses up exactly everyone who can serve it", () =>
    always((period) => {
      const needsSoFar: number[] = [];
      let usedSoFar = 0;
      for (const { needs, suppliers, fill } of fairTiers(netOf(period), period.supply, period.demand)) {
        const demand = sum(needs.map((need) => period.demand[need]!));
        const supply = sum(suppliers.map((supplier) => period.supply[supplier]!));
        expect(demand * fill.p).toBe(supply * fill.q);
        needsSoFar.push(...needs);
        usedSoFar += supply;
        expect(minutesFor(period, setOf(needsSoFar))).toBe(usedSoFar);
      }
    }));

  test("in whole minutes is the floor or the ceiling of every exact share, adds up, and can be served", () =>
    always((period) => {
      const unmet = fairSplit(netOf(period), period.supply, period.demand);
      const served = period.demand.map((minutes, need) => minutes - unmet[need]!);
      expect(sum(unmet)).toBe(unmetOf(period));
      expect(canBeServed(period, served)).toBe(true);
      fillsOf(period).forEach(({ p, q }, need) => {
        const product = period.demand[need]! * p;
        expect([Math.floor(product / q), Math.ceil(product / q)]).toContain(served[need]);
      });
    }));

  test("gives the odd minutes to the largest remainders that can have one, ties by position", () =>
    always((period) => {
      const unmet = fairSplit(netOf(period), period.supply, period.demand);
      expect(period.demand.map((minutes, need) => minutes - unmet[need]!)).toEqual(fairMinutes(period));
    }));

  test("says so when the minutes are too large for exact ratios", () => {
    const net = flowNet(2, [[0, 1], [1]]);
    const huge = 3 ** 30;
    expect(() => fairSplit(net, [huge, huge], [huge * 2, huge + 1])).toThrow(/too large to count exactly/);
  });
});

describe("the split by priority", () => {
  test("gives each need what it adds to the most that it and everyone before it can have", () =>
    fc.assert(
      fc.property(short, fc.array(fc.nat(3), { minLength: 6, maxLength: 6 }), (period, six) => {
        const ranks = six.slice(0, period.needs);
        const unmet = prioritySplit(netOf(period), period.supply, period.demand, ranks);
        const order = [...ranks.keys()].sort((a, b) => ranks[a]! - ranks[b]! || a - b);
        order.forEach((need, k) => {
          const before = unmetWithin(period, setOf(order.slice(0, k)));
          expect(unmet[need]).toBe(unmetWithin(period, setOf(order.slice(0, k + 1))) - before);
        });
        expect(sum(unmet)).toBe(unmetOf(period));
      }),
      { seed: 46030, numRuns: 400 },
    ));

  test("takes any finite ranks, and one for every need", () => {
    const net = flowNet(2, [[0, 1]]);
    expect([...prioritySplit(net, [5], [4, 4], [0.5, -1])]).toEqual([3, 0]);
    expect(() => prioritySplit(net, [5], [4, 4], [1])).toThrow("1 ranks were given for 2 needs.");
    expect(() => prioritySplit(net, [5], [4, 4], [1, Number.NaN])).toThrow("Need 1 has no rank.");
  });
});
