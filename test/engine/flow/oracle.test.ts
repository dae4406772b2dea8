import fc from "fast-check";
import { expect, test } from "vitest";
import { fairSplit, flowNet, flowSolver, prioritySplit, shortfall } from "../../../core/engine/flow/index.ts";
import { type LinearProgramme, linearJudge } from "../../support/highs.ts";
import { type Instance, instances, sum } from "./instances.ts";

/** HEADROOM_ORACLE=full judges 10,000 periods, which takes about 15 seconds. */
const count = process.env.HEADROOM_ORACLE === "full" ? 10_000 : 200;

test(`a linear programme agrees on the shortfall of ${count} random plans`, { timeout: 600_000 }, async () => {
  const maximum = await linearJudge();
  const periods = fc.sample(instances(30, 15, 2400), { seed: 46032, numRuns: count });
  let short = 0;
  for (const period of periods) {
    const net = flowNet(period.needs, period.canServe);
    const { unmet } = shortfall(net, period.supply, period.demand);
    expect(sum(period.demand) - maximum(mostServed(period))).toBeCloseTo(unmet, 5);
    const solver = flowSolver(net);
    solver.solve(
      period.supply.map((minutes, person) => (person % 3 === 0 ? 0 : minutes)),
      period.demand,
    );
    expect(solver.solve(period.supply, period.demand)).toBe(unmet);
    expect(sum(fairSplit(net, period.supply, period.demand))).toBe(unmet);
    expect(sum(prioritySplit(net, period.supply, period.demand, period.demand))).toBe(unmet);
    if (unmet > 0) short++;
  }
  expect(short).toBeGreaterThan(count / 5);
  expect(short).toBeLessThan(count);
});

/** One column per person and skill they have; people and demands limit the sums. */
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
