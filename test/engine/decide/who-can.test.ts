import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countedBy } from "../../../core/engine/counted.ts";
import { whoCan } from "../../../core/engine/decide/who-can.ts";
import { skillGap } from "../../../core/engine/gap.ts";
import type { Requirement } from "../../../core/engine/requirements.ts";
import { everything } from "../../../core/engine/scope.ts";
import { timeline } from "../../../core/engine/timeline.ts";
import { EFFORT, type Plan } from "../../../core/plan/plan.ts";
import { minutes } from "../../../core/units.ts";
import { d, hoursADay, type PlanSpec, planOf, SETTINGS } from "../../support/engine-plan.ts";
import { countedAnyhow, planSpec, question } from "../random-plan.ts";

const COUNTED = countedBy(SETTINGS);
const wanted = (plan: Plan, skill: string, level = 1): Requirement => ({
  skill: plan.skills.indexOf(skill),
  role: "",
  level,
  certificate: null,
  location: -1,
});

const names = (spec: PlanSpec, level: number, weekly: number | null, to = 4) => {
  const plan = planOf(spec);
  const days = { from: d(0), to: d(to) };
  return whoCan(
    plan,
    wanted(plan, "AWS", level),
    weekly === null ? null : weekly * 60,
    days,
    COUNTED,
    everything(plan),
  ).map((one) => `${plan.people[one.person]!.name} ${one.gives / 60} h`);
};

describe("who can do AWS", () => {
  const TEAM: PlanSpec = {
    people: {
      Eva: { skills: [{ skill: "AWS", level: 5 }] },
      Ana: { skills: [{ skill: "AWS", level: 3 }] },
      Ben: { skills: [{ skill: "AWS", level: 3 }] },
      Cy: { skills: [{ skill: "AWS", level: 2 }] },
      Dee: { skills: ["Windows"] },
    },
    allocations: [
      { who: "Ana", on: "Work", effort: hoursADay(4) },
      { who: "Ben", on: "Work", effort: hoursADay(7) },
    ],
  };

  test("whoever has time for all of it stands first, and among them whose level is lowest: experts stay free", () => {
    expect(names(TEAM, 3, 10)).toEqual(["Ana 10 h", "Eva 10 h", "Ben 5 h"]);
    expect(names(TEAM, 1, 10)).toEqual(["Cy 10 h", "Ana 10 h", "Eva 10 h", "Ben 5 h"]);
  });

  test("without hours asked for, everybody gives what they have", () => {
    expect(names(TEAM, 3, null)).toEqual(["Eva 40 h", "Ana 20 h", "Ben 5 h"]);
  });

  test("a week in which a skill runs out does not count, as in the skill gap", () => {
    const ends: PlanSpec = { people: { Ana: { skills: [{ skill: "AWS", validTo: 9 }] } } };
    const plan = planOf(ends);
    const days = { from: d(0), to: d(13) };
    const [ana] = whoCan(plan, wanted(plan, "AWS"), 10 * 60, days, COUNTED, everything(plan));
    expect(ana).toMatchObject({ gives: 600, asked: 1200, fits: 1, weeks: 2, least: 0, average: 20 * 60 });
  });

  test("least and average are hours of a whole week, though the period cuts one", () => {
    // Thursday and Friday, then a week with 8 hours booked: 16 free of two days are 40 a week; 32 of the next.
    const plan = planOf({
      people: { Ana: { skills: ["AWS"] } },
      allocations: [{ who: "Ana", on: "Work", effort: hoursADay(8), from: 7, to: 7 }],
    });
    const days = { from: d(3), to: d(11) };
    const [ana] = whoCan(plan, wanted(plan, "AWS"), null, days, COUNTED, everything(plan));
    expect(ana).toMatchObject({ free: [16 * 60, 32 * 60], least: 32 * 60, pinned: 8 * 60, capacity: 56 * 60 });
    expect(ana!.average).toBe((48 * 60 * 5) / 7);
  });
});

test("what one person could give is what the skill gap gives them, were it the only work and they the only one", () => {
  fc.assert(
    fc.property(
      planSpec,
      countedAnyhow,
      question,
      fc.integer({ min: 60, max: 3000 }),
      (spec, how, [from, length], weekly) => {
        const plan = { ...planOf(spec), barred: [] };
        const days = { from: d(from), to: d(from + length) };
        const skill = plan.skills[0];
        fc.pre(skill !== undefined);
        const one: Plan["needs"][number] = {
          ...wanted(plan, skill!, 2),
          source: "Demand",
          engagement: 0,
          ...days,
          per: EFFORT.week,
          effort: minutes(weekly),
          spread: "even",
          row: 1,
        };
        const alone = { ...plan, engagements: [{ ...named, from: days.from, to: days.to }, ...plan.engagements] };
        const rows = plan.allocations;
        const shifted = {
          ...alone,
          needs: [one],
          allocations: { ...rows, engagement: rows.engagement.map((at) => at + 1) },
        };
        const counted = { ...how, grain: "week", restaff: false } as const;
        const found = whoCan(plan, wanted(plan, skill!, 2), weekly, days, counted, everything(plan));
        plan.people.forEach((_, person) => {
          const scope = {
            ...everything(shifted),
            contracts: Uint8Array.from(plan.contracts, (contract) => Number(contract.person === person)),
            allocations: new Uint8Array(rows.length),
          };
          const { open, unmet } = skillGap(shifted, timeline(days.from, days.to, "total"), counted, scope);
          const gives = found.find((candidate) => candidate.person === person)?.gives ?? 0;
          expect(gives).toBe(open[0]! - unmet[0]!);
        });
      },
    ),
    { numRuns: 100 },
  );
});

const named = {
  name: "Asked",
  client: "",
  kind: "",
  status: "confirmed",
  odds: null,
  priority: null,
} as const;
