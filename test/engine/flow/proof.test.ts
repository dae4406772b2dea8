import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { augment } from "../../../core/engine/flow/augment.ts";
import { certifiedUnmet } from "../../../core/engine/flow/certificate.ts";
import { flowNet, flowSolver, prioritySplit } from "../../../core/engine/flow/index.ts";
import { solveAfresh } from "../../../core/engine/flow/solve.ts";
import { flowState } from "../../../core/engine/flow/state.ts";
import { instances } from "./instances.ts";

describe("the certificate", () => {
  const solved = instances(8, 8).map(({ needs, canServe, supply, demand }) => {
    const state = flowState(flowNet(needs, canServe));
    return { state, unmet: solveAfresh(state, supply, demand, 0) };
  });
  const rejects = (spoil: (state: ReturnType<typeof flowState>, at: number) => boolean) =>
    fc.assert(
      fc.property(solved, fc.nat(), ({ state, unmet }, at) => {
        expect(certifiedUnmet(state)).toBe(unmet);
        fc.pre(spoil(state, at));
        expect(() => certifiedUnmet(state)).toThrow(/failed its own proof/);
      }),
      { seed: 46031, numRuns: 300 },
    );

  test("rejects an assignment that is a minute too high or too low somewhere", () => {
    for (const wrong of [1, -1]) {
      rejects((state, at) => {
        if (state.net.links === 0) return false;
        state.flow[at % state.net.links]! += wrong;
        return true;
      });
    }
  });

  test("rejects a minute that one person hands to another who has none left", () =>
    rejects((state, at) => {
      const { linkSupplier, linkNeed, links } = state.net;
      const from = [...state.flow.keys()].filter((link) => state.flow[link]! > 0);
      const link = from[at % Math.max(1, from.length)];
      if (link === undefined) return false;
      for (let other = 0; other < links; other++) {
        const sameNeed = linkNeed[other] === linkNeed[link] && other !== link;
        if (!sameNeed || state.free[linkSupplier[other]!] !== 0) continue;
        state.flow[other]! += 1;
        state.flow[link]! -= 1;
        return true;
      }
      return false;
    }));

  test("rejects an assignment that is feasible but not the best", () =>
    rejects((state, at) => {
      const used = [...state.flow.keys()].filter((link) => state.flow[link]! > 0);
      const link = used[at % Math.max(1, used.length)];
      if (link === undefined) return false;
      state.flow[link]! -= 1;
      state.free[state.net.linkSupplier[link]!]! += 1;
      state.short[state.net.linkNeed[link]!]! += 1;
      return true;
    }));
});

describe("the certificate of two people who can both do two jobs of 5 minutes, 5 minutes each", () => {
  const state = flowState(
    flowNet(2, [
      [0, 1],
      [0, 1],
    ]),
  );
  // Minutes on first person's two links, then the second's; what both have free; what both jobs lack.
  const wrong: readonly (readonly [string, readonly number[], readonly number[], readonly number[]])[] = [
    ["minutes below 0 that cancel out", [6, -1, -1, 6], [0, 0], [0, 0]],
    ["one working longer than they have, the other less", [5, 1, 0, 4], [-1, 1], [0, 0]],
    ["one job getting more than it asks, the other less", [5, 0, 1, 4], [0, 0], [-1, 1]],
    ["a minute called short that is served", [5, 0, 0, 5], [0, 0], [0, 1]],
    ["a minute called free that is used", [5, 0, 0, 5], [1, 0], [0, 0]],
  ];
  test("accepts each doing one", () => expect(solveAfresh(state, [5, 5], [5, 5], 0)).toBe(0));
  test.each(wrong)("rejects %s", (_, flow, free, short) => {
    solveAfresh(state, [5, 5], [5, 5], 0);
    state.flow.set(flow);
    state.free.set(free);
    state.short.set(short);
    expect(() => certifiedUnmet(state)).toThrow(/served 10, cut 10, unmet \d, minutes lost or counted twice/);
  });
});

describe("20,000 people in a row, each able to do two neighbouring jobs", () => {
  const n = 20_000;
  const row = flowNet(
    n,
    Array.from({ length: n }, (_, i) => (i + 1 < n ? [i, i + 1] : [i])),
  );

  test("one minute finds its way through all of them", () => {
    const state = flowState(row);
    state.supply.fill(1);
    state.demand.fill(1);
    state.free[n - 1] = 1;
    state.short[0] = 1;
    for (let link = 0; link < row.links; link++) {
      if (row.linkNeed[link] === row.linkSupplier[link]! + 1) state.flow[link] = 1;
    }
    augment(state);
    expect(certifiedUnmet(state)).toBe(0);
  });

  test("the first job is still served when all others were given their people before it", () => {
    const some = 4_000;
    const net = flowNet(
      some,
      Array.from({ length: some }, (_, i) => (i + 1 < some ? [i, i + 1] : [i])),
    );
    const ones = Array.from({ length: some }, () => 1);
    const firstJobLast = ones.map((_, need) => (need === 0 ? 1 : 0));
    expect(prioritySplit(net, ones, ones, firstJobLast).every((minutes) => minutes === 0)).toBe(true);
  });
});

describe("input that cannot be right is refused", () => {
  const solver = flowSolver(flowNet(2, [[0], [0, 1], [1]]));
  const cases: readonly (readonly [string, readonly number[], readonly number[], RegExp])[] = [
    ["negative minutes", [60, -1, 60], [60, 60], /Supplier 1 has -1 minutes/],
    ["half a minute", [60, 60, 60], [60, 0.5], /Need 1 has 0.5 minutes/],
    ["no number", [60, 60, Number.NaN], [60, 60], /Supplier 2 has NaN minutes/],
    ["minutes of other people", [60, 60], [60, 60], /do not fit the same periods of 3 suppliers and 2 needs/],
    ["more minutes than can be counted", [2 ** 52, 2 ** 52, 2 ** 52], [60, 60], /Suppliers have .* too many/],
  ];
  test.each(cases)("%s", (_, supply, demand, why) => {
    expect(() => solver.solve(supply, demand)).toThrow(why);
    expect(() => solver.solve(supply, demand)).toThrow(RangeError);
  });

  test("a period that was not given", () => {
    expect(() => solver.solve([60, 60, 60], [60, 60], 1)).toThrow(/Supplier 0 has undefined minutes/);
  });

  test("a need that does not exist, or twice the same", () => {
    expect(() => flowNet(2, [[0], [2]])).toThrow("Supplier 1 cannot serve need 2: needs are numbered 0 to 1.");
    expect(() => flowNet(2, [[1, 1]])).toThrow("Supplier 0 lists a need twice: 1,1.");
  });
});
