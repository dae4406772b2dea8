import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countedBy } from "../../../core/engine/counted.ts";
import { growthLimits } from "../../../core/engine/decide/growth.ts";
import { skillGap } from "../../../core/engine/gap.ts";
import { everything } from "../../../core/engine/scope.ts";
import { timeline } from "../../../core/engine/timeline.ts";
import { d, hoursADay, hoursAWeek, type PlanSpec, planOf, SETTINGS } from "../../support/engine-plan.ts";
import { countedAnyhow, planSpec, question } from "../random-plan.ts";

const runs = process.env.HEADROOM_ORACLE === "full" ? 1500 : 100;
const TWO_WEEKS = timeline(d(0), d(13), "total");

/** "AWS 5/4 in week 0 with 20 h of Ana" when every need grows. */
function limits(spec: PlanSpec): readonly string[] {
  const plan = planOf(spec);
  const all = new Uint8Array(plan.needs.length).fill(1);
  return growthLimits(plan, TWO_WEEKS, countedBy(SETTINGS), everything(plan), all).map(({ skill, binds }) => {
    if (binds === null) return `${plan.skills[skill]} never`;
    const { at, short, from, people, supply } = binds;
    const names = people.map(([person]) => plan.people[person]!.name);
    return `${plan.skills[skill]} ${short ? "short" : `${at.p}/${at.q}`} in week ${(from - d(0)) / 7} with ${supply / 60} h of ${names}`;
  });
}

const TEAM: PlanSpec = { people: { Ana: { skills: ["AWS"] }, Ben: { skills: ["SQL"] } } };
const asks = (skill: string, hours: number, days = {}) => ({ on: "Desk", skill, effort: hoursAWeek(hours), ...days });

describe("how far work can grow", () => {
  test("each skill until its people are used up, the smallest growth first", () => {
    expect(limits({ ...TEAM, needs: [asks("AWS", 16), asks("SQL", 30)] })).toEqual([
      "SQL 1/3 in week 0 with 40 h of Ben",
      "AWS 3/2 in week 0 with 40 h of Ana",
    ]);
  });

  test("in the week in which it is least", () => {
    const leave = [{ who: "Ana", from: 7, to: 8 }];
    expect(limits({ ...TEAM, needs: [asks("AWS", 16)], leave })).toEqual(["AWS 1/2 in week 1 with 24 h of Ana"]);
  });

  test("what is booked stays booked, and growth needs free hours", () => {
    const allocations = [{ who: "Ana", on: "Desk", skill: "AWS", effort: hoursADay(4) }];
    expect(limits({ ...TEAM, needs: [asks("AWS", 20)], allocations })).toEqual(["AWS 1/1 in week 0 with 20 h of Ana"]);
  });

  test("not at all where it is short today", () => {
    expect(limits({ ...TEAM, needs: [asks("AWS", 50)] })).toEqual(["AWS short in week 0 with 40 h of Ana"]);
  });
});

test("what is short without anything that grows comes after what grows, even if that is short later, and is unrelated", () => {
  const needs = [asks("AWS", 50, { on: "Cut-over" }), asks("SQL", 30)];
  const related = (grows: readonly number[], also: PlanSpec["needs"] = []) => {
    const plan = planOf({ ...TEAM, needs: [...needs, ...also] });
    const found = growthLimits(plan, TWO_WEEKS, countedBy(SETTINGS), everything(plan), Uint8Array.from(grows));
    return found.map(({ skill, related, binds }) => [plan.skills[skill], related, binds?.short]);
  };
  expect(related([0, 1])).toEqual([
    ["SQL", true, false],
    ["AWS", false, true],
  ]);
  // Once the desk asks for AWS as well, its growth makes that shortage worse.
  expect(related([0, 1, 1], [asks("AWS", 10)])).toEqual([
    ["AWS", true, true],
    ["SQL", true, false],
  ]);
});

/** Plans with somebody who knows everything and has much time, so that not all of them are short today. */
const roomyPlan = planSpec.map((spec) => ({
  ...spec,
  needs: (spec.needs ?? []).map(({ role: _, location: __, certificate: ___, skill = "AWS", ...need }) => ({
    ...need,
    skill,
  })),
  people: { ...spec.people, Zoe: { hours: 120, skills: ["AWS", "Terraform", "Windows"] } },
}));

test(`whole copies of the growing needs fit up to the first limit and not beyond, in ${runs} random plans`, () => {
  let fitting = 0;
  fc.assert(
    fc.property(roomyPlan, countedAnyhow, question, fc.nat(30), (spec, how, [first, more], seed) => {
      const plan = planOf(spec);
      const over = timeline(d(first), d(first + more), "total");
      const grows = Uint8Array.from(plan.needs, (_, need) => (seed >> (need % 5)) & 1);
      const found = growthLimits(plan, over, how, everything(plan), grows);
      const gapOf = (copies: number) => {
        // Copies belong to an engagement of their own, which nobody is booked on, but count as theirs does.
        const twins = plan.needs.flatMap((need, number) =>
          grows[number] === 1
            ? Array.from({ length: copies }, () => ({ ...need, engagement: need.engagement + plan.engagements.length }))
            : [],
        );
        const grown = {
          ...plan,
          engagements: [...plan.engagements, ...plan.engagements],
          needs: [...plan.needs, ...twins],
          barred: plan.barred.flatMap((one) => [one, { ...one, engagement: one.engagement + plan.engagements.length }]),
        };
        return skillGap(grown, over, how, everything(grown)).unmet[0]!;
      };
      if (gapOf(0) > 0) {
        expect(found.some(({ binds }) => binds?.short)).toBe(true);
        return;
      }
      const firsts = found.flatMap(({ binds }) => (binds === null ? [] : [binds.at]));
      const { p, q } = firsts[0] ?? { p: 1, q: 0 };
      if (p >= 20 * q) {
        expect(gapOf(20)).toBe(0);
        return;
      }
      expect(gapOf(Math.floor(p / q))).toBe(0);
      expect(gapOf(Math.floor(p / q) + 1)).toBeGreaterThan(0);
      fitting++;
    }),
    { numRuns: runs },
  );
  expect(fitting).toBeGreaterThan(runs / 20);
});
