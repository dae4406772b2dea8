import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Counted, countedBy } from "../../../core/engine/counted.ts";
import { hireValues } from "../../../core/engine/decide/hire-value.ts";
import { hireFor, withNewcomers } from "../../../core/engine/decide/newcomers.ts";
import { skillGap } from "../../../core/engine/gap.ts";
import type { Requirement } from "../../../core/engine/requirements.ts";
import { everything, type Scope } from "../../../core/engine/scope.ts";
import { type Timeline, timeline } from "../../../core/engine/timeline.ts";
import { FIRST_DAY, LAST_DAY, type Plan } from "../../../core/plan/plan.ts";
import { fromHours, minutes } from "../../../core/units.ts";
import { d, hoursADay, hoursAWeek, type PlanSpec, planOf, SETTINGS } from "../../support/engine-plan.ts";
import { countedAnyhow, planSpec, question, scopeOf } from "../random-plan.ts";

const WEEK = timeline(d(0), d(4), "total");
const COUNTED = countedBy(SETTINGS);
/** Bookings name their skill: what one without covers depends on what its person can do, and so on trainings. */
const skilledPlan = planSpec.map((spec) => ({
  ...spec,
  allocations: (spec.allocations ?? []).map((one) => ({ ...one, skill: one.skill ?? "AWS" })),
}));
const runs = process.env.HEADROOM_ORACLE === "full" ? 1000 : 40;

const asks = (skill: string, hours: number, level = 1) => ({ on: "Blue", skill, level, effort: hoursAWeek(hours) });

/** AWS, K8s and Sec ask for 90 hours and only Ana and Ben, 80, can do any of it: 10 hours short. */
const SHORT: PlanSpec = {
  people: { Ana: { skills: ["AWS", "K8s", "Sec"] }, Ben: { skills: ["AWS"] }, Cy: { skills: ["Win"] } },
  needs: [asks("AWS", 50), asks("K8s", 20), asks("Sec", 20), asks("Win", 10)],
};

/** "hire AWS 10 h", "train Cy in AWS 10 h", in the order of the needs. */
function worth(spec: PlanSpec, weekly: number, most = 3): readonly string[] {
  const plan = planOf(spec);
  const { values } = hireValues(plan, WEEK, COUNTED, everything(plan), fromHours(weekly), { most });
  return values.flatMap(({ requirement: { skill, level }, closed, trainees }) => {
    const name = `${plan.skills[skill]}${level > 1 ? ` ${level}` : ""}`;
    const trained = trainees.map((one) => `train ${plan.people[one.person]!.name} in ${name} ${one.closed / 60} h`);
    return [`hire ${name} ${closed / 60} h`, ...trained];
  });
}

describe("what a hire or a training is worth", () => {
  test("10 hours of any skill of the bottleneck close its 10 hours, of another skill nothing", () => {
    expect(worth(SHORT, 10)).toEqual([
      "hire AWS 10 h",
      "train Cy in AWS 10 h",
      "hire K8s 10 h",
      "train Cy in K8s 10 h",
      "hire Sec 10 h",
      "train Cy in Sec 10 h",
      "hire Win 0 h",
    ]);
  });

  test("a hire never closes more than the hours worked, nor more than is short", () => {
    expect(worth(SHORT, 5)[0]).toBe("hire AWS 5 h");
    expect(worth(SHORT, 40)[0]).toBe("hire AWS 10 h");
  });

  test("a hire for a skill can close less than both: Sec alone asks for 20, AWS lacks the rest", () => {
    const needs = [asks("AWS", 50), asks("K8s", 20), asks("Sec", 20), asks("Win", 10)];
    const away = { ...SHORT, needs, leave: [{ who: "Ben", from: 0, to: 4 }] };
    // Ana's 40 against 90: 50 short. A hire for Sec does its 20 at most.
    expect(worth(away, 40).filter((line) => line.startsWith("hire"))).toEqual([
      "hire AWS 40 h",
      "hire K8s 20 h",
      "hire Sec 20 h",
      "hire Win 0 h",
    ]);
  });

  test("somebody who is busy closes only what they have free, and whoever has least to learn comes first", () => {
    const people = {
      Ana: { skills: [{ skill: "AWS", level: 2 }] },
      Ben: { skills: [{ skill: "AWS", level: 1 }] },
      Cy: { skills: [] },
    };
    const allocations = [{ who: "Cy", on: "Red", effort: hoursADay(7) }];
    expect(worth({ people, needs: [asks("AWS", 20, 3)], allocations }, 40)).toEqual([
      "hire AWS 3 20 h",
      "train Ana in AWS 3 20 h",
      "train Ben in AWS 3 20 h",
      "train Cy in AWS 3 5 h",
    ]);
  });

  test("without a gap nothing is worth anything", () => {
    expect(worth({ people: { Ana: { skills: ["AWS"] } }, needs: [asks("AWS", 40)] }, 40)).toEqual(["hire AWS 0 h"]);
  });
});

test(`hires and trainings close what the gap of the changed plan lacks less, in ${runs} random plans`, () => {
  let closing = 0;
  fc.assert(
    fc.property(
      skilledPlan,
      countedAnyhow,
      question,
      fc.nat(5),
      fc.constantFrom(600, 2400),
      (spec, how, [first, more], seed, weekly) => {
        const plan = planOf(spec);
        const scope = scopeOf(plan, seed);
        const over = timeline(d(first), d(first + more), "total");
        const { unmet, values } = hireValues(plan, over, how, scope, minutes(weekly), { most: 2 });
        expect(unmet).toBe(gap(plan, over, how, scope));
        for (const { requirement, closed, trainees } of values) {
          const wide = withNewcomers(plan, scope, [hireFor(plan, requirement, minutes(weekly))]);
          expect(closed).toBe(unmet - gap(wide.plan, over, how, wide.scope));
          const isPlaced = ({ role, location }: (typeof plan.contracts)[number]) =>
            (requirement.role === "" || requirement.role === role) &&
            (requirement.location < 0 || requirement.location === location);
          const all = [...plan.people.keys()]
            .filter((person) => plan.contracts.some((one) => one.person === person && isPlaced(one)))
            .map((person) => unmet - gap(taught(plan, person, requirement), over, how, scope))
            .filter((one) => one > 0)
            .sort((a, b) => b - a);
          expect(trainees.map((one) => one.closed)).toEqual(all.slice(0, 2));
          for (const one of trainees) {
            expect(unmet - gap(taught(plan, one.person, requirement), over, how, scope)).toBe(one.closed);
          }
          closing += Number(closed > 0) + trainees.length;
        }
      },
    ),
    { numRuns: runs },
  );
  expect(closing).toBeGreaterThan(runs / 10);
});

const gap = (plan: Plan, over: Timeline, how: Counted, scope: Scope): number =>
  skillGap(plan, over, how, scope).unmet[0]!;

/** The plan in which somebody has learned it. */
function taught(plan: Plan, person: number, { skill, level, certificate }: Requirement): Plan {
  if (skill < 0) return plan;
  const learned = { skill, level, certificate, validFrom: FIRST_DAY, validTo: LAST_DAY };
  const people = plan.people.map((one, i) => (i === person ? { ...one, skills: [...one.skills, learned] } : one));
  return { ...plan, people };
}
