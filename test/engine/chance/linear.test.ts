import fc from "fast-check";
import { expect, test } from "vitest";
import { shortfallOdds } from "../../../core/engine/chance/index.ts";
import { countedBy } from "../../../core/engine/counted.ts";
import type { FlowNet } from "../../../core/engine/flow/index.ts";
import { gapModel } from "../../../core/engine/gap-model.ts";
import { everything } from "../../../core/engine/scope.ts";
import { timeline } from "../../../core/engine/timeline.ts";
import { d, planOf } from "../../support/engine-plan.ts";
import { linearJudge } from "../../support/highs.ts";
import { planSpec } from "../random-plan.ts";
import { everyWorld } from "./brute-force.ts";
import { runsOf } from "./runs.ts";

const WORLDS = runsOf(60, 500);

test(`HiGHS leaves as much unmet in each of ${WORLDS} worlds`, async () => {
  const judge = await linearJudge();
  const specs = fc.sample(planSpec, { numRuns: 40 * WORLDS, seed: 46027 });
  const over = timeline(d(0), d(13), "week");
  let judged = 0;
  let short = 0;
  for (const spec of specs) {
    if (judged >= WORLDS) break;
    const plan = planOf(spec);
    const counted = countedBy(plan.settings);
    const worlds = everyWorld(plan);
    if (worlds.length < 2 || worlds.length > 6) continue;
    const gaps = worlds.map(({ plan: world }) => {
      const { solver, supply, demand } = gapModel(world, over, counted, everything(world));
      return over.periods.map((_, week) => unmetIn(judge, solver.net, supply, demand, week));
    });
    shortfallOdds(plan, over, counted, everything(plan)).periods.forEach(({ chance, expected }, week) => {
      const minutes = (world: number) => gaps[world]![week]!;
      const share = (of: (unmet: number) => number) =>
        worlds.reduce((sum, one, world) => sum + one.chance * of(minutes(world)), 0);
      expect(expected).toBeCloseTo(
        share((unmet) => unmet),
        6,
      );
      expect(chance).toBeCloseTo(
        share((unmet) => Number(unmet > 0)),
        9,
      );
    });
    judged += gaps.flat().length;
    short += gaps.flat().filter((unmet) => unmet > 0).length;
  }
  expect(judged).toBeGreaterThanOrEqual(WORLDS);
  expect(short).toBeGreaterThan(WORLDS / 10);
});

function unmetIn(
  judge: Awaited<ReturnType<typeof linearJudge>>,
  net: FlowNet,
  supply: Float64Array,
  demand: Float64Array,
  week: number,
): number {
  const asked = demand.slice(week * net.needs, (week + 1) * net.needs);
  const has = supply.slice(week * net.suppliers, (week + 1) * net.suppliers);
  const at = (ends: Int32Array, one: number) =>
    [...ends.keys()].filter((link) => ends[link] === one).map((column) => ({ column, coefficient: 1 }));
  const served = judge({
    gain: new Array<number>(net.links).fill(1),
    rows: [
      ...Array.from(asked, (atMost, need) => ({ atMost, terms: at(net.linkNeed, need) })),
      ...Array.from(has, (atMost, supplier) => ({ atMost, terms: at(net.linkSupplier, supplier) })),
    ],
  });
  return asked.reduce((sum, one) => sum + one, 0) - Math.round(served);
}
