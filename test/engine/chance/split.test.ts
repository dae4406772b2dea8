import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { smallFlow } from "../../../core/engine/chance/small-flow.ts";
import { skillSplit } from "../../../core/engine/chance/split.ts";
import { flowNet, flowSolver } from "../../../core/engine/flow/index.ts";
import { runsOf } from "./runs.ts";

const RUNS = runsOf(500, 20_000);
const NEEDS = 8;
const SUPPLIERS = 9;
const SKILLS = 4;
const several = <T>(one: fc.Arbitrary<T>, count: number) => fc.array(one, { minLength: count, maxLength: count });
/** Few minutes make many remainders that compete; many make shares of many sizes. */
const minutes = (most: number) => fc.oneof(fc.integer({ min: 0, max: most }), fc.constantFrom(0, 1, 2, 3, 60));
const net = several(fc.uniqueArray(fc.nat({ max: NEEDS - 1 }), { maxLength: 4 }), SUPPLIERS);
const world = (most: number) =>
  fc.record({ supply: several(minutes(most), SUPPLIERS), demand: several(minutes(most), NEEDS) });
const worlds = fc.constantFrom(3, 12, 2400).chain((most) => fc.array(world(most), { minLength: 1, maxLength: 8 }));

/** What each need lacks, one world after another, with each need a skill of its own. */
function splitOf(canServe: readonly number[][], needs: number, skillOf: readonly number[], skills: number) {
  const flow = smallFlow(flowNet(needs, canServe), [...canServe.keys()]);
  const split = skillSplit(flowNet(needs, canServe), skillOf);
  return (supply: readonly number[], demand: readonly number[]) => {
    const unmet = new Array<number>(skills).fill(0);
    if (flow(supply, demand) === 0) return unmet;
    split(supply, demand, flow.reached(), (skill, lack) => {
      unmet[skill]! += lack;
    });
    return unmet;
  };
}

describe("what skills lack in world after world", () => {
  test(`is the fair split of each world by itself, to the minute, whatever the worlds before were, in ${RUNS} runs of worlds`, () => {
    fc.assert(
      fc.property(net, several(fc.nat({ max: SKILLS - 1 }), NEEDS), worlds, (canServe, skills, all) => {
        const solver = flowSolver(flowNet(NEEDS, canServe));
        const byNeed = splitOf(canServe, NEEDS, [...skills.keys()], NEEDS);
        const bySkill = splitOf(canServe, NEEDS, skills, SKILLS);
        for (const { supply, demand } of all) {
          const fair = Array.from(solver.fairSplit(supply, demand));
          expect(byNeed(supply, demand)).toEqual(fair);
          const summed = new Array<number>(SKILLS).fill(0);
          fair.forEach((unmet, need) => {
            summed[skills[need]!]! += unmet;
          });
          expect(bySkill(supply, demand)).toEqual(summed);
        }
      }),
      { numRuns: RUNS },
    );
  });

  // 90 minutes for 60 and 120 that are asked for: half of each, so that 30 and 60 are unmet.
  test("one person who does both: both skills get the same share", () => {
    expect(splitOf([[0, 1]], 2, [0, 1], 2)([90], [60, 120])).toEqual([30, 60]);
  });

  // Whoever does only the first gives it 10 of 100; the other 60 go to the second alone, which asks for 100.
  test("a skill that nobody else can help is worse off, and the other keeps its people", () => {
    expect(splitOf([[0], [1]], 2, [0, 1], 2)([10, 60], [100, 100])).toEqual([90, 40]);
  });

  // Shares of a third each: one minute over, which goes to the first of equal remainders.
  test("a minute that cannot be shared goes to the first of those with the largest remainder", () => {
    expect(splitOf([[0, 1, 2]], 3, [0, 1, 2], 3)([1], [1, 1, 1])).toEqual([0, 1, 1]);
  });
});
