import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chanceModel, findOdds, USUAL_ODDS } from "../../../core/engine/chance/index.ts";
import { type PreparedPeriod, prepared } from "../../../core/engine/chance/prepared.ts";
import { countedBy } from "../../../core/engine/counted.ts";
import { skillGap } from "../../../core/engine/gap.ts";
import { everything } from "../../../core/engine/scope.ts";
import { timeline } from "../../../core/engine/timeline.ts";
import { changed } from "../../../core/plan/changed.ts";
import { EFFORT, type Plan, PPM } from "../../../core/plan/plan.ts";
import { withChanges } from "../../../core/scenario/with-changes.ts";
import { minutes } from "../../../core/units.ts";
import { d, hoursADay, hoursAWeek, planOf } from "../../support/engine-plan.ts";
import { planSpec } from "../random-plan.ts";
import { finished } from "./finished.ts";
import { runsOf } from "./runs.ts";

const PLANS = runsOf(60, 1000);

/** A load that grows evenly from slice to slice. */
const growing = (least: number, step: number) => Int32Array.from({ length: 1024 }, (_, slice) => least + step * slice);

const preparedGrains = (model: ReturnType<typeof chanceModel>): readonly PreparedPeriod[] =>
  finished(prepared(model, { bySkill: false, budget: null })).periods;

describe("support whose load varies", () => {
  test(`in a world of each of ${PLANS} plans, a grain is as short as the plan with that load, those deals and those hires`, () => {
    fc.assert(
      fc.property(
        planSpec,
        fc.constantFrom("day", "week"),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 4 })), {
          minLength: 5,
          maxLength: 5,
        }),
        fc.array(fc.integer({ min: 0, max: 1023 }), { minLength: 6, maxLength: 6 }),
        (spec, grain, loads, picks) => {
          const plan = planOf(spec);
          const counted = countedBy(plan.settings, { grain });
          const over = timeline(d(0), d(13), grain);
          const scope = everything(plan);
          const queues = plan.needs.flatMap((need, number) =>
            need.per === EFFORT.week
              ? [{ need: number, mean: need.effort, slices: growing(...loads[number % 5]!), basis: "rate" as const }]
              : [],
          );
          const model = chanceModel(plan, over, counted, scope, queues);
          const states = model.things.map(({ chances }, thing) => picks[thing % 6]! % chances.length);
          const sliceOf = (queue: number) => picks[(queue * 5) % 6]!;
          const world = inWorld(plan, model.things, states, (need) => {
            const queue = queues.findIndex((one) => one.need === need);
            return queue < 0 ? null : queues[queue]!.slices[sliceOf(queue)]!;
          });
          const { unmet } = skillGap(world, over, counted, scope);
          preparedGrains(model).forEach(({ grains }, period) => {
            for (const { worlds } of grains) {
              worlds.world.states.set(states);
              worlds.queues.forEach((queue, slot) => {
                worlds.world.slices[slot] = sliceOf(queue);
              });
              expect(worlds.unmet()).toBe(unmet[period]);
            }
          });
        },
      ),
      { numRuns: PLANS },
    );
  });

  test("40 hours and a load evenly from 20 to 60 hours: short half of the time, 5 hours on average", () => {
    const plan = planOf({
      people: { Ana: { hours: 40, skills: ["AWS"] } },
      needs: [{ on: "Desk", skill: "AWS", effort: hoursAWeek(40) }],
    });
    const slices = Int32Array.from({ length: 1024 }, (_, slice) => Math.round(1200 + (2400 * (slice + 0.5)) / 1024));
    const queues = [{ need: 0, mean: minutes(2400), slices, basis: "rate" as const }];
    const over = timeline(d(0), d(20), "week");
    const model = chanceModel(plan, over, countedBy(plan.settings), everything(plan), queues);
    for (const { chance, expected, p80, p90, method, standardError } of finished(findOdds(model, USUAL_ODDS)).periods) {
      expect(method).toEqual({ kind: "estimated", points: 1009, shifts: 4, coarse: false });
      expect(chance).toBeCloseTo(0.5, 2);
      expect(standardError).toBeLessThan(0.002);
      expect(expected / 60).toBeCloseTo(5, 1);
      expect(p80 / 60).toBeCloseTo(12, 0);
      expect(p90 / 60).toBeCloseTo(16, 0);
    }
  });

  test("people who are named for it do it first, and weeks of one queue are independent", () => {
    const plan = planOf({
      people: { Ana: { hours: 40, skills: ["AWS"] } },
      needs: [{ on: "Desk", skill: "AWS", effort: hoursAWeek(40) }],
      allocations: [{ who: "Ana", on: "Desk", skill: "AWS", effort: hoursADay(8) }],
    });
    const slices = Int32Array.from({ length: 1024 }, (_, slice) => (slice < 512 ? 1200 : 3000));
    const queues = [{ need: 0, mean: minutes(2100), slices, basis: "rate" as const }];
    const odds = (last: number, by: "week" | "total") => {
      const model = chanceModel(plan, timeline(d(0), d(last), by), countedBy(plan.settings), everything(plan), queues);
      return finished(findOdds(model, USUAL_ODDS)).periods;
    };
    for (const { chance, expected } of odds(11, "week")) {
      expect(chance).toBeCloseTo(0.5, 2);
      expect(expected / 60).toBeCloseTo(5, 1);
    }
    // Of three weeks, one in eight goes without a shortage.
    expect(odds(18, "total")[0]!.chance).toBeCloseTo(7 / 8, 1);
  });
});

type Things = ReturnType<typeof chanceModel>["things"];

/** The plan when everything has turned out: an ordinary plan. */
function inWorld(plan: Plan, things: Things, states: readonly number[], load: (need: number) => number | null): Plan {
  const needs = plan.needs.map((one, need) => ({ ...one, effort: minutes(load(need) ?? one.effort) }));
  let world = changed(plan, { needs });
  things.forEach(({ kind, number, chances }, thing) => {
    const last = states[thing] === chances.length - 1;
    if (kind === "deal") {
      world = withChanges(world, [{ kind: last ? "lose" : "win", engagement: plan.engagements[number]!.name }]).plan;
      return;
    }
    const own = plan.people[number]!.contracts.filter((at) => {
      const { kind: what, odds } = plan.contracts[at]!;
      return what === "planned hire" && odds > 0 && odds < PPM;
    });
    const odds = [...new Set(own.map((at) => plan.contracts[at]!.odds))].sort((a, b) => a - b);
    const from = odds[states[thing]!] ?? PPM;
    world = changed(world, {
      contracts: world.contracts.map((one, at) =>
        own.includes(at) ? { ...one, odds: plan.contracts[at]!.odds >= from ? PPM : 0 } : one,
      ),
    });
  });
  return world;
}
