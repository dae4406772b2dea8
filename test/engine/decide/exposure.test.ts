import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Counted, countedBy } from "../../../core/engine/counted.ts";
import { exposure } from "../../../core/engine/decide/exposure.ts";
import { skillGap } from "../../../core/engine/gap.ts";
import { everything } from "../../../core/engine/scope.ts";
import { timeline } from "../../../core/engine/timeline.ts";
import { d, hoursADay, hoursAWeek, type PlanSpec, planOf, SETTINGS } from "../../support/engine-plan.ts";
import { countedAnyhow, planSpec, question, scopeOf } from "../random-plan.ts";
import { slowTwin } from "../slow-twin.ts";

const WEEK = { from: d(0), to: d(4) };
const COUNTED = countedBy(SETTINGS);

/** "Ana: Blue 12 h booked, 20 h lost" of everyone, worst first, in one week. */
const lines = (spec: PlanSpec, days = WEEK): readonly string[] => {
  const plan = planOf(spec);
  return exposure(plan, days, COUNTED, everything(plan)).map(
    ({ person, engagement, booked, lost }) =>
      `${plan.people[person]!.name}: ${plan.engagements[engagement]!.name} ${booked / 60} h booked, ${lost / 60} h lost`,
  );
};

/** Two people of 40 hours; Blue comes before Green. */
const TEAM: PlanSpec = {
  people: { Ana: { skills: ["AWS", "Kubernetes"] }, Ben: { skills: ["AWS"] } },
  engagements: { Blue: { priority: 1 }, Green: { priority: 2 } },
};

describe("what is lost without somebody", () => {
  test("three skills and the people of the worked example: Ana is missed by 40 hours, Ben too although sole holder of nothing", () => {
    // AWS 50, Kubernetes 20, Security 20, Windows 10; Ana 40 h does the first three, Ben 40 h AWS, Cy 40 h Windows: 10 short.
    const ask = (skill: string, hours: number) => ({ on: "Work", skill, effort: hoursAWeek(hours) });
    const spec: PlanSpec = {
      people: {
        Ana: { skills: ["AWS", "Kubernetes", "Security"] },
        Ben: { skills: ["AWS"] },
        Cy: { skills: ["Windows"] },
      },
      needs: [ask("AWS", 50), ask("Kubernetes", 20), ask("Security", 20), ask("Windows", 10)],
    };
    expect(lines(spec)).toEqual([
      "Ana: Work 0 h booked, 40 h lost",
      "Ben: Work 0 h booked, 40 h lost",
      "Cy: Work 0 h booked, 10 h lost",
    ]);
  });

  test("booked hours that somebody else has time for are not lost", () => {
    expect(
      lines({
        ...TEAM,
        needs: [{ on: "Blue", skill: "AWS", effort: hoursAWeek(30) }],
        allocations: [{ who: "Ana", on: "Blue", skill: "AWS", effort: hoursADay(6) }],
      }),
    ).toEqual(["Ana: Blue 30 h booked, 0 h lost"]);
  });

  test("the one who backfills is missed elsewhere: Green loses hours though nothing of it was booked on Ana", () => {
    // Ben alone would serve Green's 25 hours; without Ana he does Blue's 30 first and has 10 left for Green.
    expect(
      lines({
        ...TEAM,
        needs: [
          { on: "Green", skill: "AWS", effort: hoursAWeek(25) },
          { on: "Blue", skill: "AWS", effort: hoursAWeek(30) },
        ],
        allocations: [{ who: "Ana", on: "Blue", skill: "AWS", effort: hoursADay(6) }],
      }),
    ).toEqual([
      "Ana: Green 0 h booked, 15 h lost",
      "Ana: Blue 30 h booked, 0 h lost",
      "Ben: Green 0 h booked, 15 h lost", // Ana has 10 hours for Green's 25
    ]);
  });

  test("work booked beyond what is asked for waits for somebody with its skill", () => {
    expect(
      lines({
        ...TEAM,
        allocations: [
          { who: "Ana", on: "Blue", skill: "Kubernetes", effort: hoursADay(2) },
          { who: "Ben", on: "Green", effort: hoursADay(1) },
        ],
      }),
    ).toEqual(["Ana: Blue 10 h booked, 10 h lost", "Ben: Green 5 h booked, 0 h lost"]);
  });

  test("work on a Saturday waits for somebody who has its skill then", () => {
    const saturday = { from: d(5), to: d(5) };
    const weekdays = [0, 0, 0, 0, 0, 480, 0] as const;
    const spec = (until: number): PlanSpec => ({
      people: {
        Ana: { weekdays, skills: ["AWS"] },
        Ben: { weekdays, skills: [{ skill: "AWS", validTo: until }] },
      },
      allocations: [{ who: "Ana", on: "Blue", skill: "AWS", effort: hoursADay(8) }],
    });
    expect(lines(spec(5), saturday)).toEqual(["Ana: Blue 8 h booked, 0 h lost"]);
    expect(lines(spec(4), saturday)).toEqual(["Ana: Blue 8 h booked, 8 h lost"]);
  });

  test("the first week that is hit is told", () => {
    const plan = planOf({
      ...TEAM,
      needs: [{ on: "Blue", skill: "Kubernetes", effort: hoursAWeek(8), from: 9, to: 18 }],
    });
    const [ana] = exposure(plan, { from: d(2), to: d(27) }, COUNTED, everything(plan));
    expect(ana?.first).toBe(d(7));
    expect([...ana!.lostIn]).toEqual([
      [1, 4.8 * 60], // Wednesday to Friday: three fifths of 8 hours
      [2, 8 * 60],
    ]);
  });
});

test("totals of a person are the gap without them minus the gap with them, and so is every engagement's share", () => {
  const counted: fc.Arbitrary<Counted> = countedAnyhow.map((one) => ({ ...one, restaff: false }));
  fc.assert(
    fc.property(planSpec, counted, question, fc.integer({ min: 0, max: 3 }), (spec, how, [from, length], seed) => {
      const plan = planOf(spec);
      const days = { from: d(from), to: d(from + length) };
      const scope = scopeOf(plan, seed);
      const found = exposure(plan, days, how, scope);
      const twin = slowTwin(plan, how);
      const grains = timeline(days.from, days.to, how.grain).periods;
      const before = grains.map((grain) => twin.gap(grain, scope));
      expect(skillGap(plan, timeline(days.from, days.to, "total"), how, scope).unmet[0]).toBe(
        before.reduce((sum, { unmet }) => sum + unmet, 0),
      );
      plan.people.forEach((_, person) => {
        const after = grains.map((grain) => twin.gap(grain, scope, person));
        plan.engagements.forEach((_, engagement) => {
          const one = found.find((entry) => entry.person === person && entry.engagement === engagement);
          const slow = grains.map(
            (_, grain) => after[grain]!.byEngagement[engagement]! - before[grain]!.byEngagement[engagement]!,
          );
          expect(Math.min(...slow)).toBeGreaterThanOrEqual(0);
          expect(grains.map((_, grain) => one?.lostIn.get(grain) ?? 0)).toEqual(slow);
          expect(one?.first ?? null).toBe(grains[slow.findIndex((minutes) => minutes !== 0)]?.from ?? null);
        });
      });
    }),
    { numRuns: process.env.HEADROOM_ORACLE === "full" ? 1000 : 60 },
  );
});
