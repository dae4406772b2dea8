import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  assignments,
  bottlenecks,
  classMinutes,
  fairSplit,
  flowNet,
  flowSolver,
  prioritySplit,
  shortfall,
  supplierClasses,
} from "../../../core/engine/flow/index.ts";
import { bindingOf, minutesFor, minutesOf, setOf, unmetOf } from "./brute-force.ts";
import { changed, type Instance, instances, sum } from "./instances.ts";

const netOf = ({ needs, canServe }: Instance) => flowNet(needs, canServe);
const always = (claim: (period: Instance) => void, period = instances(9, 6)) =>
  fc.assert(fc.property(period, claim), { seed: 46027, numRuns: 400 });

describe("against every set of needs", () => {
  test("unmet is the largest lack of any set, and the binding needs are in every such set", () =>
    always((period) => {
      const found = shortfall(netOf(period), period.supply, period.demand);
      expect(found.unmet).toBe(unmetOf(period));
      expect(found.binding).toEqual(bindingOf(period));
    }));

  test("the binding needs alone prove the shortfall", () =>
    always((period) => {
      const { unmet, binding } = shortfall(netOf(period), period.supply, period.demand);
      const set = setOf(binding);
      expect(minutesOf(set, period.demand) - minutesFor(period, set)).toBe(unmet);
    }));

  test("a minute less of demand saves a minute exactly for the binding needs", () =>
    always((period) => {
      const net = netOf(period);
      const { unmet, binding } = shortfall(net, period.supply, period.demand);
      period.demand.forEach((minutes, need) => {
        if (minutes === 0) return;
        const less = shortfall(net, period.supply, changed(period.demand, need, minutes - 1));
        expect(unmet - less.unmet).toBe(binding.includes(need) ? 1 : 0);
      });
    }));
});

describe("the assignment behind a shortfall", () => {
  test("stays within what people have, can do and are asked for, and serves all but the unmet minutes", () =>
    always(
      (period) => {
        const net = netOf(period);
        const { unmet, served, flow } = shortfall(net, period.supply, period.demand);
        const used = period.supply.map(() => 0);
        const got = period.demand.map(() => 0);
        for (const { supplier, need, minutes } of assignments(net, flow)) {
          expect(period.canServe[supplier]).toContain(need);
          used[supplier]! += minutes;
          got[need]! += minutes;
        }
        used.forEach((minutes, supplier) => void expect(minutes).toBeLessThanOrEqual(period.supply[supplier]!));
        got.forEach((minutes, need) => void expect(minutes).toBeLessThanOrEqual(period.demand[need]!));
        expect(sum(got)).toBe(served);
        expect(served + unmet).toBe(sum(period.demand));
      },
      instances(12, 12, 60),
    ));
});

describe("bottlenecks", () => {
  test("split the binding needs into parts with a deficit of their own that add up to the shortfall", () =>
    always((period) => {
      const { unmet, binding } = shortfall(netOf(period), period.supply, period.demand);
      const groups = bottlenecks(netOf(period), period.supply, period.demand);
      expect(groups.flatMap((group) => group.needs).sort((a, b) => a - b)).toEqual(binding);
      expect(sum(groups.map((group) => group.deficit))).toBe(unmet);
      for (const { needs, demand, supply, deficit } of groups) {
        expect(demand).toBe(minutesOf(setOf(needs), period.demand));
        expect(supply).toBe(minutesFor(period, setOf(needs)));
        expect(deficit).toBe(demand - supply);
        expect(deficit).toBeGreaterThan(0);
      }
    }));

  test("name everyone who can serve any of it, people with minutes first, and share nobody who has minutes", () =>
    always((period) => {
      const groups = bottlenecks(netOf(period), period.supply, period.demand);
      for (const { needs, suppliers } of groups) {
        const able = [...period.canServe.keys()].filter((one) => period.canServe[one]!.some((n) => needs.includes(n)));
        const busy = able.filter((one) => period.supply[one]! > 0);
        const idle = able.filter((one) => period.supply[one] === 0);
        expect(suppliers).toEqual([...busy, ...idle]);
      }
      const shared = groups.flatMap(({ suppliers }) => suppliers.filter((one) => period.supply[one]! > 0));
      expect(new Set(shared).size).toBe(shared.length);
    }));

  test("cannot be split further: somebody with minutes joins any part of a group to the rest of it", () =>
    always((period) => {
      for (const { needs } of bottlenecks(netOf(period), period.supply, period.demand)) {
        for (let part = 1; part < (1 << needs.length) - 1; part++) {
          const one = setOf(needs.filter((_, i) => (part >> i) & 1));
          const other = setOf(needs) & ~one;
          expect(minutesFor(period, one) + minutesFor(period, other)).toBeGreaterThan(minutesFor(period, one | other));
        }
      }
    }));
});

describe("what a change of the plan does", () => {
  test("more capacity never raises the shortfall, by at most its own minutes lowers it", () =>
    always((period) => {
      const net = netOf(period);
      const { unmet } = shortfall(net, period.supply, period.demand);
      period.supply.forEach((minutes, supplier) => {
        const more = shortfall(net, changed(period.supply, supplier, minutes + 5), period.demand).unmet;
        expect(more).toBeLessThanOrEqual(unmet);
        expect(more).toBeGreaterThanOrEqual(unmet - 5);
      });
    }));

  test("listing people and needs in another order changes nothing but their numbers", () => {
    const shuffled = instances(9, 8).chain((period) =>
      fc.record({
        period: fc.constant(period),
        people: fc.shuffledSubarray([...period.supply.keys()], { minLength: period.supply.length }),
        skills: fc.shuffledSubarray([...period.demand.keys()], { minLength: period.needs }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ period, people, skills }) => {
        const net = flowNet(
          period.needs,
          people.map((old) => period.canServe[old]!.map((need) => skills.indexOf(need))),
        );
        const supply = people.map((old) => period.supply[old]!);
        const demand = skills.map((old) => period.demand[old]!);
        const before = shortfall(netOf(period), period.supply, period.demand);
        const after = shortfall(net, supply, demand);
        expect(after.unmet).toBe(before.unmet);
        expect(after.binding.map((need) => skills[need]!).sort((a, b) => a - b)).toEqual(before.binding);
      }),
      { seed: 46028, numRuns: 400 },
    );
  });

  test("people who can do the same things may be planned as one", () => {
    const profiles = instances(12, 3);
    always((period) => {
      const classes = supplierClasses(period.canServe);
      const merged = flowNet(period.needs, classes.canServe);
      const supply = classMinutes(classes, period.supply);
      const single = netOf(period);
      const ranks = period.demand.map((_, need) => (need * 2) % 3);
      expect(shortfall(merged, supply, period.demand)).toMatchObject({
        unmet: shortfall(single, period.supply, period.demand).unmet,
        binding: shortfall(single, period.supply, period.demand).binding,
      });
      expect(fairSplit(merged, supply, period.demand)).toEqual(fairSplit(single, period.supply, period.demand));
      expect(prioritySplit(merged, supply, period.demand, ranks)).toEqual(
        prioritySplit(single, period.supply, period.demand, ranks),
      );
      const deficits = (net: typeof single, minutes: ArrayLike<number>) =>
        bottlenecks(net, minutes, period.demand).map(({ needs, deficit }) => ({ needs, deficit }));
      expect(deficits(merged, supply)).toEqual(deficits(single, period.supply));
    }, profiles);
  });

  test("one solver for many periods says what a fresh one says for each", () =>
    always((period) => {
      const net = netOf(period);
      const solver = flowSolver(net);
      const supply = [...period.supply, ...period.supply.map((minutes) => 12 - minutes), ...period.supply];
      const demand = [...period.demand, ...period.demand, ...period.demand.map((minutes) => 2 * minutes)];
      for (const week of [2, 0, 1]) {
        const supplied = supply.slice(week * net.suppliers, (week + 1) * net.suppliers);
        const asked = demand.slice(week * net.needs, (week + 1) * net.needs);
        expect(solver.shortfall(supply, demand, week)).toEqual(shortfall(net, supplied, asked));
        expect(solver.fairSplit(supply, demand, week)).toEqual(fairSplit(net, supplied, asked));
        expect(solver.bottlenecks(supply, demand, week)).toEqual(bottlenecks(net, supplied, asked));
      }
    }));
});

test("a result stays as it is when its solver goes on to the next period", () => {
  const solver = flowSolver(flowNet(1, [[0]]));
  const first = solver.shortfall([60, 0], [60, 60], 0);
  expect(solver.shortfall([60, 0], [60, 60], 1).unmet).toBe(60);
  expect([...first.flow]).toEqual([60]);
});

test("classes follow first appearance, whatever the order in which skills are listed", () => {
  const classes = supplierClasses([[2, 0], [1], [0, 2], []]);
  expect([...classes.classOf]).toEqual([0, 1, 0, 2]);
  expect(classes.canServe).toEqual([[0, 2], [1], []]);
  expect([...classMinutes(classes, [10, 20, 30, 40])]).toEqual([40, 20, 40]);
});
