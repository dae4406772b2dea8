import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countedBy } from "../../../core/engine/counted.ts";
import { trades } from "../../../core/engine/decide/trade-off.ts";
import { everything } from "../../../core/engine/scope.ts";
import { timeline } from "../../../core/engine/timeline.ts";
import type { Move } from "../../../core/scenario/change.ts";
import { withChanges } from "../../../core/scenario/with-changes.ts";
import { d, hoursADay, hoursAWeek, type PlanSpec, planOf, SETTINGS } from "../../support/engine-plan.ts";
import { countedAnyhow, planSpec, question } from "../random-plan.ts";
import { slowTwin } from "../slow-twin.ts";

const COUNTED = countedBy(SETTINGS);
const WEEK = { from: d(0), to: d(4) };

/** Ana is booked on Blue for 30 of her 40 hours; Ben has 40 hours for whatever is open. */
const TEAM: PlanSpec = {
  people: { Ana: { skills: ["AWS"] }, Ben: { skills: ["AWS"] } },
  engagements: { Blue: { priority: 1 }, Green: { priority: 2 }, Red: { priority: 3 } },
  needs: [
    { on: "Blue", skill: "AWS", effort: hoursAWeek(30) },
    { on: "Green", skill: "AWS", effort: hoursAWeek(30) },
    { on: "Red", skill: "AWS", effort: hoursAWeek(20) },
  ],
  allocations: [{ who: "Ana", on: "Blue", skill: "AWS", effort: hoursADay(6) }],
};

const moved = (spec: PlanSpec, engagement: string, toEngagement: string, days = WEEK) => {
  const plan = planOf(spec);
  const move: Move = { kind: "move", person: "Ana", engagement, toEngagement, ...days };
  const { plan: after, problems } = withChanges(plan, [move]);
  expect(problems).toEqual([]);
  const [then, now] = [plan, after].map((one) => ({ plan: one, scope: everything(one) }));
  return trades(then!, now!, days, COUNTED).map(({ engagement, before, after, change, gets, slip }) => {
    const hours = [before, after, change, gets].map((minutes) => minutes / 60);
    return [plan.engagements[engagement]!.name, ...hours, slip];
  });
};

describe("moving Ana from Blue to Green", () => {
  test("Red pays, though nobody was taken off it: Ben does Blue's work instead", () => {
    const spec: PlanSpec = {
      ...TEAM,
      people: { Ana: { skills: ["AWS"] }, Ben: { skills: ["AWS", "Windows"] } },
      needs: [...TEAM.needs!.slice(0, 2), { on: "Red", skill: "Windows", effort: hoursAWeek(20) }],
    };
    // Before: Blue by Ana; Green's 30 hours by Ben and Ana's last 10; Red's 20 by Ben.
    // After: Green by Ana; Blue's 30 by Ben, who has 10 left for Red. It lacks 10 and gets 10 a week: one week.
    expect(moved(spec, "Blue", "Green")).toEqual([
      ["Blue", 0, 0, 0, 30, 0],
      ["Green", 0, 0, 0, 30, 0],
      ["Red", 0, 10, 10, 10, 100],
    ]);
  });

  test("where everybody can do everything, nothing is lost", () => {
    expect(moved(TEAM, "Blue", "Green").map(([, , , change]) => change)).toEqual([0, 0, 0]);
  });

  test("her spare hours are not for Blue any more: what she alone could do there is lost", () => {
    // Blue asks for 10 hours of Kubernetes too, which only Ana has, from her 10 free hours.
    const spec: PlanSpec = {
      ...TEAM,
      people: { Ana: { skills: ["AWS", "Kubernetes"] }, Ben: { skills: ["AWS"] } },
      needs: [...TEAM.needs!, { on: "Blue", skill: "Kubernetes", effort: hoursAWeek(10) }],
    };
    // Before: Ana's 10 free hours are Blue's Kubernetes; Green 30 of Ben, Red 10 of 20.
    // After: Blue lacks its 10 of 40 hours: 10 / 30 of a week; Green by Ana; Red 10 of Ben and 10 of Ana.
    expect(moved(spec, "Blue", "Green")).toEqual([
      ["Blue", 0, 10, 10, 30, 33],
      ["Green", 0, 0, 0, 30, 0],
      ["Red", 10, 0, -10, 20, 0],
    ]);
  });

  test("an engagement that gets nothing at all would never come to its end", () => {
    const spec: PlanSpec = {
      people: { Ana: { skills: ["AWS"] } },
      needs: [{ on: "Blue", skill: "AWS", effort: hoursAWeek(30) }],
      engagements: { Blue: {}, Green: {} },
      allocations: [{ who: "Ana", on: "Blue", skill: "AWS", effort: hoursADay(6) }],
    };
    expect(moved(spec, "Blue", "Green")).toEqual([
      ["Blue", 0, 30, 30, 0, null],
      ["Green", 0, 0, 0, 30, 0],
    ]);
  });

  test("a slip counts weeks of the period: 20 hours short at 10 hours a week over two weeks are two weeks", () => {
    const spec: PlanSpec = {
      people: { Ana: { skills: ["AWS"] }, Ben: { hours: 10, skills: ["AWS"] } },
      needs: [{ on: "Blue", skill: "AWS", effort: hoursAWeek(20) }],
      engagements: { Blue: {}, Green: {} },
      allocations: [{ who: "Ana", on: "Blue", skill: "AWS", effort: hoursADay(4) }],
    };
    expect(moved(spec, "Blue", "Green", { from: d(0), to: d(13) })[0]).toEqual(["Blue", 0, 20, 20, 20, 200]);
  });
});

test("every engagement's change is what solving both plans slowly says", () => {
  fc.assert(
    fc.property(
      planSpec.filter(({ allocations }) => (allocations ?? []).some(({ who }) => who !== undefined)),
      countedAnyhow,
      question,
      fc.nat(10),
      (spec, anyhow, [from, length], pick) => {
        const how = { ...anyhow, restaff: false };
        const plan = planOf(spec);
        const days = { from: d(from), to: d(from + length) };
        const named = (spec.allocations ?? []).flatMap(({ who, on }) => (who === undefined ? [] : [{ who, on }]));
        const { who, on } = named[pick % named.length]!;
        const others = plan.engagements.map(({ name }) => name).filter((name) => name !== on);
        const to = others[pick % others.length]!;
        const move: Move = { kind: "move", person: who, engagement: on, toEngagement: to, ...days };
        const { plan: after, problems } = withChanges(plan, [move]);
        fc.pre(problems.length === 0);
        const [then, now] = [plan, after].map((one) => ({ plan: one, scope: everything(one) }));
        const grains = timeline(days.from, days.to, how.grain).periods;
        const slow = [then!, now!].map((sight) => {
          const twin = slowTwin(sight.plan, how);
          return grains.map((grain) => twin.gap(grain, sight.scope).byEngagement);
        });
        for (const { engagement, before, after: unmet, change, changeIn } of trades(then!, now!, days, how)) {
          const [was, is] = slow.map((weeks) => weeks.map((split) => split[engagement]!));
          const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);
          expect([before, unmet, change]).toEqual([sum(was!), sum(is!), sum(is!) - sum(was!)]);
          expect(grains.map((_, grain) => changeIn.get(grain) ?? 0)).toEqual(
            is!.map((one, grain) => one - was![grain]!),
          );
        }
      },
    ),
    { numRuns: process.env.HEADROOM_ORACLE === "full" ? 300 : 30 },
  );
});
