import { describe, expect, test } from "vitest";
import { countedBy } from "../../core/engine/counted.ts";
import { type Supply, supply } from "../../core/engine/supply.ts";
import { type PeriodName, timeline } from "../../core/engine/timeline.ts";
import type { Settings } from "../../core/plan/plan.ts";
import {
  d,
  hoursADay,
  hoursAWeek,
  type PlanSpec,
  planOf,
  SETTINGS,
  shareOfDay,
  totalHours,
} from "../support/engine-plan.ts";

/** One grid of the first contract, by period, from day 0 (Monday 5 January 2026). */
function minutes(of: keyof Supply, spec: PlanSpec, last = 4, by: PeriodName = "day", over: Partial<Settings> = {}) {
  const over7 = timeline(d(0), d(last), by);
  const grid = supply(planOf(spec), over7, countedBy({ ...SETTINGS, ...over }))[of];
  return [...grid.subarray(0, over7.periods.length)];
}
const ana = (spec: PlanSpec, terms: object = {}): PlanSpec => ({ people: { Ana: terms }, ...spec });

describe("capacity", () => {
  test("40 h contracted, holiday and leave on the same Monday, half of Wednesday off, target 80 %", () => {
    const spec: PlanSpec = {
      people: { Ana: { target: 80 } },
      locations: { Here: [0] },
      leave: [
        { who: "Ana", from: 0, to: 0, hours: 8 },
        { who: "Ana", from: 2, to: 2, hours: 4 },
      ],
    };
    expect(minutes("contracted", spec, 6, "week")).toEqual([40 * 60]);
    expect(minutes("capacity", spec, 6)).toEqual([0, 480, 240, 480, 480, 0, 0]);
    expect(minutes("capacity", spec, 6, "week")).toEqual([28 * 60]);
    expect(minutes("target", spec, 6, "week")).toEqual([22.4 * 60]);
  });

  test("37.5 hours over four days are spread in running sums from Monday", () => {
    const weekdays = [563, 562, 563, 562, 0, 0, 0] as const;
    expect(minutes("capacity", ana({}, { weekdays }), 6)).toEqual([563, 562, 563, 562, 0, 0, 0]);
    expect(minutes("capacity", ana({}, { weekdays }), 6, "week")).toEqual([37.5 * 60]);
  });

  test("several leave rows of a day add up, and never to more than the day", () => {
    const leave = [
      { who: "Ana", from: 0, to: 4, hours: 3 },
      { who: "Ana", from: 1, to: 1, hours: 2.5 },
      { who: "Ana", from: 2, to: 2, hours: 6 },
      { who: "Ana", from: 3, to: 3 },
    ];
    expect(minutes("capacity", ana({ leave }))).toEqual([300, 150, 0, 0, 300]);
  });

  test("each day has the contract that holds on it: hours, location and target", () => {
    const spec: PlanSpec = {
      people: {
        Ana: {
          contracts: [
            { to: 1, location: "Austin", target: 50 },
            { from: 3, hours: 20, location: "Pune", target: 75 },
          ],
        },
      },
      locations: { Austin: [0, 4], Pune: [3] },
    };
    const answer = supply(planOf(spec), timeline(d(0), d(4), "day"), countedBy(SETTINGS));
    expect([...answer.capacity]).toEqual([0, 480, 0, 0, 0, 0, 0, 0, 0, 240]);
    expect([...answer.target]).toEqual([0, 240, 0, 0, 0, 0, 0, 0, 0, 180]);
  });

  test("a planned hire of 35 % odds with two ramp-up weeks counts a third, two thirds, then all of 35 %", () => {
    const hire = { kind: "planned hire", odds: 35, rampUpWeeks: 2, from: 2 };
    // 480 × 0.35 = 168; the first ramp-up week runs from Wednesday to Tuesday
    expect(minutes("capacity", ana({}, hire), 18)).toEqual([
      ...[0, 0, 56, 56, 56, 0, 0],
      ...[56, 56, 112, 112, 112, 0, 0],
      ...[112, 112, 168, 168, 168],
    ]);
    expect(minutes("capacity", ana({}, hire), 18, "total", { hires: "all" })).toEqual([5 * 160 + 5 * 320 + 3 * 480]);
    expect(minutes("capacity", ana({}, hire), 18, "total", { hires: "none" })).toEqual([0]);
    expect(minutes("capacity", ana({}, hire), 4, "total", { hires: { from: 350_000 } })).toEqual([3 * 160]);
    expect(minutes("capacity", ana({}, hire), 4, "total", { hires: { from: 350_001 } })).toEqual([0]);
  });

  test("odds and ramp-up are rounded once, together, in running sums", () => {
    const hire = { kind: "planned hire", hours: 37.5, odds: 35, rampUpWeeks: 3, from: 0 };
    // 450 × 0.35 × 1/4 = 39.375 a day: 39.375, 78.75, 118.125, 157.5, 196.875
    expect(minutes("capacity", ana({}, hire))).toEqual([39, 40, 39, 40, 39]);
  });

  test("running sums start on Monday even where a question or a contract starts later", () => {
    const hire = { kind: "planned hire", hours: 37.5, odds: 35 };
    // 157.5 a day: sums 157.5, 315, 472.5, 630, 787.5
    const days = [158, 157, 158, 157, 158];
    expect(minutes("capacity", ana({}, hire))).toEqual(days);
    expect(minutes("capacity", ana({}, { ...hire, from: 2 }))).toEqual([0, 0, ...days.slice(2)]);
    const plan = planOf(ana({}, hire));
    expect([...supply(plan, timeline(d(3), d(4), "day"), countedBy(SETTINGS)).capacity]).toEqual(days.slice(3));
  });
});

describe("pinned effort", () => {
  const on = (effort: ReturnType<typeof hoursADay>, terms: object = {}) => ({
    who: "Ana",
    on: "Blue",
    from: 0,
    to: 4,
    effort,
    ...terms,
  });

  test("a whole day off takes the effort away; on a part day it stays and overload shows", () => {
    const spec = ana({
      allocations: [on(hoursADay(6))],
      leave: [
        { who: "Ana", from: 1, to: 1 },
        { who: "Ana", from: 2, to: 2, hours: 4 },
      ],
    });
    expect(minutes("pinned", spec)).toEqual([360, 0, 360, 360, 360]);
    expect(minutes("free", spec)).toEqual([120, 0, 0, 120, 120]);
    expect(minutes("overload", spec)).toEqual([0, 0, 120, 0, 0]);
  });

  test("free and overload are never netted: ten hours on Monday, none on Tuesday", () => {
    const spec = ana({ allocations: [on(hoursADay(10), { to: 0 })] });
    expect(minutes("free", spec, 1, "total")).toEqual([480]);
    expect(minutes("overload", spec, 1, "total")).toEqual([120]);
  });

  test("hours a week go by the contract's weekdays, and a day off takes its part away", () => {
    const weekdays = [480, 480, 480, 240, 0, 0, 0] as const;
    const spec = ana({ allocations: [on(hoursAWeek(14))], leave: [{ who: "Ana", from: 1, to: 1 }] }, { weekdays });
    expect(minutes("pinned", spec)).toEqual([240, 0, 240, 120, 0]);
  });

  test("a share of 33 % of a day is 158.4 minutes, rounded in running sums", () => {
    const spec = ana({ allocations: [on(shareOfDay(33))] });
    // 158.4, 316.8, 475.2, 633.6, 792
    expect(minutes("pinned", spec)).toEqual([158, 159, 158, 159, 158]);
  });

  test("a share is of the day's capacity: half of a half day", () => {
    const spec = ana({ allocations: [on(shareOfDay(50))], leave: [{ who: "Ana", from: 1, to: 1, hours: 4 }] });
    expect(minutes("pinned", spec)).toEqual([240, 120, 240, 240, 240]);
  });

  test("total hours go over the days with capacity, in proportion to it, and stay whole", () => {
    const spec = ana({
      allocations: [on(totalHours(10), { from: 3, to: 8 })],
      leave: [
        { who: "Ana", from: 4, to: 4 },
        { who: "Ana", from: 7, to: 7, hours: 4 },
      ],
    });
    // Thu 480, Fri off, Mon 240 (the 12th is day 7), Tue 480: 600 minutes over 1200
    expect(minutes("pinned", spec, 8)).toEqual([0, 0, 0, 240, 0, 0, 0, 120, 240]);
    const sevenths = ana(
      { allocations: [on(totalHours(100 / 60), { to: 6 })] },
      { weekdays: [60, 60, 60, 60, 60, 60, 60] },
    );
    // 100 minutes over seven days: 14.29, 28.57, 42.86, 57.14, 71.43, 85.71, 100
    expect(minutes("pinned", sevenths, 6)).toEqual([14, 15, 14, 14, 14, 15, 14]);
  });

  test("tentative work counts by its odds, wholly, not at all, or from some odds on; lost and done work never", () => {
    const engagements = { Blue: { status: "tentative", odds: 35 } } as const;
    const spec = ana({ engagements, allocations: [on(hoursADay(5))] });
    expect(minutes("pinned", spec)).toEqual([105, 105, 105, 105, 105]);
    expect(minutes("pinned", spec, 0, "day", { pipeline: "all" })).toEqual([300]);
    expect(minutes("pinned", spec, 0, "day", { pipeline: "none" })).toEqual([0]);
    expect(minutes("pinned", spec, 0, "day", { pipeline: { from: 350_000 } })).toEqual([300]);
    expect(minutes("pinned", spec, 0, "day", { pipeline: { from: 400_000 } })).toEqual([0]);
    const inFull = { ...spec, engagements: { Blue: { status: "tentative", odds: null } } } as const;
    expect(minutes("pinned", inFull, 0)).toEqual([300]);
    for (const status of ["lost", "done"] as const) {
      expect(minutes("pinned", { ...spec, engagements: { Blue: { status } } }, 0, "day", { pipeline: "all" })).toEqual([
        0,
      ]);
    }
  });

  test("a share of tentative work is rounded once: 33 % × 35 % of 480", () => {
    const engagements = { Blue: { status: "tentative", odds: 35 } } as const;
    // 55.44 a day: 55.44, 110.88, 166.32, 221.76, 277.2
    expect(minutes("pinned", ana({ engagements, allocations: [on(shareOfDay(33))] }))).toEqual([55, 56, 55, 56, 55]);
  });

  test("only billable rows are billable effort", () => {
    const allocations = [
      on(hoursADay(2)),
      on(hoursADay(3), { billable: false, to: 1 }),
      on(shareOfDay(10), { billable: false }),
    ];
    expect(minutes("pinned", ana({ allocations }))).toEqual([348, 348, 168, 168, 168]);
    expect(minutes("billable", ana({ allocations }))).toEqual([120, 120, 120, 120, 120]);
  });

  test("plan=target fills people to their target only; overload stays overload", () => {
    const spec = ana(
      { allocations: [on(hoursADay(4)), on(hoursADay(3), { from: 1, to: 1 }), on(hoursADay(6), { from: 2, to: 2 })] },
      { target: 80 },
    );
    expect(minutes("free", spec, 2, "day", { plan: "target" })).toEqual([144, 0, 0]);
    expect(minutes("free", spec, 2)).toEqual([240, 60, 0]);
    expect(minutes("overload", spec, 2, "day", { plan: "target" })).toEqual([0, 0, 120]);
  });
});
