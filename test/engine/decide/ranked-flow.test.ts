import fc from "fast-check";
import { expect, test } from "vitest";
import { rankedFlow, type Shift } from "../../../core/engine/decide/ranked-flow.ts";
import { flowNet, prioritySplit } from "../../../core/engine/flow/index.ts";
import { linearJudge } from "../../support/highs.ts";
import { type Instance, instances, sum } from "../flow/instances.ts";

const FULL = process.env.HEADROOM_ORACLE === "full";

/** A period whose demand is split among engagements, and what comes on top when a supplier goes. */
interface Case extends Instance {
  /** By ask, in the order of service. */
  readonly variantOf: readonly number[];
  readonly rankOf: readonly number[];
  readonly open: readonly number[];
  readonly opened: readonly (readonly Shift[])[];
}

const cases = (suppliers: number, variants: number, most: number): fc.Arbitrary<Case> =>
  instances(suppliers, variants, most).chain((instance) => {
    const ask = fc.record({
      rank: fc.nat(4),
      variant: fc.nat(instance.needs - 1),
      share: fc.integer({ min: 0, max: 3 }),
    });
    return fc
      .record({ asks: fc.array(ask, { minLength: 1, maxLength: 12 }), seed: fc.nat(1000) })
      .map(({ asks, seed }) => {
        const order = [...asks].sort((a, b) => a.rank - b.rank);
        const open = order.map(({ variant, share }) => Math.floor((instance.demand[variant]! * share) / 3));
        const opened = instance.supply.map((_, supplier) =>
          (supplier + seed) % 2 === 0 ? [] : [{ at: (supplier * 5 + seed) % order.length, minutes: 1 + (seed % most) }],
        );
        return {
          ...instance,
          variantOf: order.map(({ variant }) => variant),
          rankOf: order.map(({ rank }) => rank),
          open,
          opened,
        };
      });
  });

/** Everything asked of one net: an ask is served by whoever serves its variant. */
const netOf = ({ canServe, variantOf }: Case) =>
  canServe.map((variants) => [...variantOf.keys()].filter((ask) => variants.includes(variantOf[ask]!)));

/** Unmet minutes by rank, solved from nothing. */
function fromScratch(one: Case, supply: readonly number[], open: readonly number[]): readonly number[] {
  const unmet = prioritySplit(flowNet(open.length, netOf(one)), supply, open, one.rankOf);
  return [0, 1, 2, 3, 4].map((rank) => sum(unmet.filter((_, ask) => one.rankOf[ask] === rank)));
}

/** What every rank loses without each supplier in turn. */
function lossesOf(one: Case, most?: number): readonly (readonly number[])[] {
  const flow = rankedFlow(flowNet(one.needs, one.canServe), one.variantOf, one.rankOf, most);
  const unmet = flow.solve(Float64Array.from(one.supply), Float64Array.from(one.open));
  expect(sum(unmet)).toBe(sum(fromScratch(one, one.supply, one.open)));
  return one.supply.map((minutes, supplier) => {
    const lost = [0, 0, 0, 0, 0];
    flow.without([{ at: supplier, minutes }], one.opened[supplier]!, (ask, more) => {
      lost[one.rankOf[ask]!]! += more;
    });
    return lost;
  });
}

const without = (one: Case, supplier: number) => {
  const open = [...one.open];
  for (const { at, minutes } of one.opened[supplier]!) open[at]! += minutes;
  return { supply: one.supply.map((minutes, at) => (at === supplier ? 0 : minutes)), open };
};

test("taking somebody out of a kept assignment gives what solving again without them gives, rank by rank", () => {
  fc.assert(
    fc.property(cases(12, 8, 12), (one) => {
      const before = fromScratch(one, one.supply, one.open);
      const slow = one.supply.map((_, supplier) => {
        const { supply, open } = without(one, supplier);
        return fromScratch(one, supply, open).map((minutes, rank) => minutes - before[rank]!);
      });
      expect(lossesOf(one)).toEqual(slow);
      expect(lossesOf(one, 0)).toEqual(slow); // as for a plan with too many different needs
    }),
    { numRuns: FULL ? 5000 : 300 },
  );
});

const judged = FULL ? 1000 : 60;

test(`a linear programme agrees on everybody's total in ${judged} random periods`, { timeout: 600_000 }, async () => {
  const maximum = await linearJudge();
  const served = (one: Case, supply: readonly number[], open: readonly number[]) => {
    const links = netOf(one).flatMap((asks, supplier) => asks.map((ask) => ({ supplier, ask })));
    const terms = (side: "supplier" | "ask", of: number) =>
      [...links.keys()].filter((column) => links[column]![side] === of).map((column) => ({ column, coefficient: 1 }));
    return maximum({
      gain: links.map(() => 1),
      rows: [
        ...supply.map((atMost, supplier) => ({ atMost, terms: terms("supplier", supplier) })),
        ...open.map((atMost, ask) => ({ atMost, terms: terms("ask", ask) })),
      ],
    });
  };
  let missed = 0;
  for (const one of fc.sample(cases(8, 6, 600), { seed: 46034, numRuns: judged })) {
    const before = sum(one.open) - served(one, one.supply, one.open);
    lossesOf(one).forEach((lost, supplier) => {
      const { supply, open } = without(one, supplier);
      expect(sum(lost)).toBeCloseTo(sum(open) - served(one, supply, open) - before, 5);
      if (sum(lost) > 0) missed++;
    });
  }
  expect(missed).toBeGreaterThan(judged / 2);
});
