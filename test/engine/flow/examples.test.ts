import { describe, expect, test } from "vitest";
import {
  assignments,
  bottlenecks,
  fairSplit,
  fairTiers,
  flowNet,
  flowSolver,
  prioritySplit,
  shortfall,
} from "../../../core/engine/flow/index.ts";

const [ANA, BEN, CY] = [0, 1, 2];
const [AWS, K8S, SECURITY, WINDOWS] = [0, 1, 2, 3];

describe("Ana can do AWS, Kubernetes and Security, Ben AWS, Cy Windows; 40 h each", () => {
  const net = flowNet(4, [[AWS, K8S, SECURITY], [AWS], [WINDOWS]]);
  const supply = [2400, 2400, 2400];
  const demand = [3000, 1200, 1200, 600];

  test("10 h cannot be done, although every skill alone and the total look fine", () => {
    const result = shortfall(net, supply, demand);
    expect(result.unmet).toBe(600);
    expect(result.served).toBe(5400);
    expect(result.binding).toEqual([AWS, K8S, SECURITY]);
  });

  test("AWS, Kubernetes and Security need 90 h; only Ana and Ben can do any of it, together 80 h", () => {
    expect(bottlenecks(net, supply, demand)).toEqual([
      { needs: [AWS, K8S, SECURITY], suppliers: [ANA, BEN], demand: 5400, supply: 4800, deficit: 600 },
    ]);
  });

  test("the assignment shown as proof uses Ana, Ben and an hour-exact part of Cy", () => {
    const used = (supplier: number) =>
      assignments(net, shortfall(net, supply, demand).flow)
        .filter((one) => one.supplier === supplier)
        .reduce((minutes, one) => minutes + one.minutes, 0);
    expect([ANA, BEN, CY].map(used)).toEqual([2400, 2400, 600]);
  });

  test("shared fairly, each of the three gets 8/9: 2,667 + 1,067 + 1,066 minutes", () => {
    expect(fairTiers(net, supply, demand)).toEqual([
      { needs: [AWS, K8S, SECURITY], suppliers: [ANA, BEN], fill: { p: 8, q: 9 } },
    ]);
    expect([...fairSplit(net, supply, demand)]).toEqual([333, 133, 134, 0]);
  });

  test("by rank, whoever comes last of the three bears the 10 h", () => {
    expect([...prioritySplit(net, supply, demand, [1, 2, 3, 4])]).toEqual([0, 0, 600, 0]);
    expect([...prioritySplit(net, supply, demand, [3, 2, 1, 4])]).toEqual([600, 0, 0, 0]);
  });

  test("equal ranks are served in the order of the needs", () => {
    expect([...prioritySplit(net, supply, demand, [7, 7, 7, 7])]).toEqual([0, 0, 600, 0]);
  });
});

test("AWS 60 h, then 20 h, against 40 h a week: 20 h short, although 80 h are 80 h", () => {
  const solver = flowSolver(flowNet(1, [[AWS]]));
  const weeks = [0, 1].map((week) => solver.solve([2400, 2400], [3600, 1200], week));
  expect(weeks).toEqual([1200, 0]);
  expect(solver.solve([4800], [4800])).toBe(0);
});

describe("AWS 40 h and Kubernetes 40 h; Ana can do both, Ben only AWS", () => {
  const net = flowNet(2, [[AWS, K8S], [AWS]]);
  const result = shortfall(net, [2400, 2400], [2400, 2400]);

  test("everything fits, because Ben takes AWS and leaves Ana free", () => {
    expect(result.unmet).toBe(0);
    expect(assignments(net, result.flow)).toEqual([
      { supplier: ANA, need: K8S, minutes: 2400 },
      { supplier: BEN, need: AWS, minutes: 2400 },
    ]);
  });

  test("exactly full is not short: nothing binds, and no group is named", () => {
    expect(result.binding).toEqual([]);
    expect(bottlenecks(net, [2400, 2400], [2400, 2400])).toEqual([]);
    expect([...fairSplit(net, [2400, 2400], [2400, 2400])]).toEqual([0, 0]);
  });
});

describe("two separate shortages in one week", () => {
  const net = flowNet(3, [[AWS], [AWS, K8S], [K8S]]);

  test("are two groups, the larger first, and someone on leave is named last in both", () => {
    expect(bottlenecks(net, [600, 0, 300], [700, 500, 30])).toEqual([
      { needs: [K8S], suppliers: [2, 1], demand: 500, supply: 300, deficit: 200 },
      { needs: [AWS], suppliers: [0, 1], demand: 700, supply: 600, deficit: 100 },
      { needs: [SECURITY], suppliers: [], demand: 30, supply: 0, deficit: 30 },
    ]);
  });

  test("fall on their own people: 0 of 1, 3 of 5 and 6 of 7", () => {
    const tiers = fairTiers(net, [600, 0, 300], [700, 500, 30]);
    expect(tiers.map(({ needs, fill }) => [...needs, fill.p, fill.q])).toEqual([
      [SECURITY, 0, 1],
      [K8S, 3, 5],
      [AWS, 6, 7],
    ]);
    expect([...fairSplit(net, [600, 0, 300], [700, 500, 30])]).toEqual([100, 200, 30]);
  });
});

test("a worse-off need keeps its own people, and the rest share theirs", () => {
  // Kubernetes has Ana alone, 10 of 40 minutes; AWS and Security share Ben, 30 of 20 + 40: a half each.
  const net = flowNet(3, [
    [AWS, K8S],
    [AWS, SECURITY],
  ]);
  expect(fairTiers(net, [10, 30], [20, 40, 40])).toEqual([
    { needs: [K8S], suppliers: [ANA], fill: { p: 1, q: 4 } },
    { needs: [AWS, SECURITY], suppliers: [BEN], fill: { p: 1, q: 2 } },
  ]);
  expect([...fairSplit(net, [10, 30], [20, 40, 40])]).toEqual([10, 30, 20]);
});

test("with nobody at all everything is unmet, and with no needs nothing is", () => {
  expect(shortfall(flowNet(2, []), [], [5, 7])).toMatchObject({ unmet: 12, served: 0, binding: [0, 1] });
  expect(shortfall(flowNet(0, [[], []]), [60, 60], [])).toMatchObject({ unmet: 0, served: 0, binding: [] });
});
