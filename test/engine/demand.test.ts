import { describe, expect, test } from "vitest";
import { countedBy } from "../../core/engine/counted.ts";
import { type Demand, demand } from "../../core/engine/demand.ts";
import { allocationEffort, needEffort } from "../../core/engine/effort.ts";
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

const over = (first: number, last: number, by: PeriodName) => timeline(d(first), d(last), by);

describe("needs", () => {
  const asked = (spec: PlanSpec, last = 4) => [...needEffort(planOf(spec), over(0, last, "day"), countedBy(SETTINGS))];

  test("hours a week are spread evenly over Monday to Friday, in running sums", () => {
    const needs = [{ on: "Blue", effort: hoursAWeek(7.2) }];
    // 86.4 a day: 86.4, 172.8, 259.2, 345.6, 432
    expect(asked({ needs }, 7)).toEqual([86, 87, 86, 87, 86, 0, 0, 86]);
  });

  test("a need waits for no holiday, unless it names a location: then holidays carry nothing", () => {
    const locations = { Austin: [1] };
    expect(asked({ locations, needs: [{ on: "Blue", effort: hoursAWeek(10) }] })).toEqual([120, 120, 120, 120, 120]);
    const here = [{ on: "Blue", location: "Austin", effort: hoursAWeek(10) }];
    expect(asked({ locations, needs: here })).toEqual([120, 0, 120, 120, 120]);
  });

  test("total hours go over the Mondays to Fridays from From to To: evenly, front- or back-loaded", () => {
    const ten = (spread: "even" | "front" | "back") => [{ on: "Blue", effort: totalHours(10), from: 3, to: 8, spread }];
    expect(asked({ needs: ten("even") }, 8)).toEqual([0, 0, 0, 150, 150, 0, 0, 150, 150]);
    // weights 4, 3, 2, 1 of 10
    expect(asked({ needs: ten("front") }, 8)).toEqual([0, 0, 0, 240, 180, 0, 0, 120, 60]);
    expect(asked({ needs: ten("back") }, 8)).toEqual([0, 0, 0, 60, 120, 0, 0, 180, 240]);
  });

  test("total hours at a location leave its holidays out and stay whole", () => {
    const needs = [{ on: "Blue", effort: totalHours(10), from: 0, to: 4, location: "Austin" }];
    expect(asked({ locations: { Austin: [1] }, needs })).toEqual([150, 0, 150, 150, 150]);
  });

  test("total hours keep their place when the question starts in the middle", () => {
    const needs = [{ on: "Blue", effort: totalHours(100 / 60), from: -7, to: 6, spread: "front" as const }];
    // weights 10 .. 1 of 55: Monday is the sixth day; sums 81.82 of 5 days, 90.91, 98.18 ... of 100 minutes
    const [first] = needEffort(planOf({ needs }), over(-7, -3, "total"), countedBy(SETTINGS));
    // 40 of 55: 72.73
    expect(first).toBe(73);
    // 45, 49, 52, 54, 55 of 55: 81.82, 89.09, 94.55, 98.18, 100
    expect(asked({ needs })).toEqual([9, 7, 6, 3, 2]);
  });

  test("tentative needs count by their odds; lost ones not at all", () => {
    const needs = [
      { on: "Blue", effort: hoursAWeek(10) },
      { on: "Red", effort: hoursAWeek(10) },
    ];
    const engagements = { Blue: { status: "tentative", odds: 50 }, Red: { status: "lost" } } as const;
    expect(asked({ needs, engagements }, 0)).toEqual([60, 0]);
  });
});

test("a placeholder works Monday to Friday, in full-time weeks", () => {
  const allocations = [
    { on: "Blue", effort: hoursADay(5) },
    { on: "Blue", effort: hoursAWeek(5) },
    { on: "Blue", effort: shareOfDay(50) },
    { on: "Blue", effort: totalHours(6), from: 3, to: 7 },
  ];
  const effort = allocationEffort(planOf({ allocations }), over(0, 7, "day"), countedBy(SETTINGS));
  expect([...effort.subarray(0, 8)]).toEqual([300, 300, 300, 300, 300, 0, 0, 300]);
  expect([...effort.subarray(8, 16)]).toEqual([60, 60, 60, 60, 60, 0, 0, 60]);
  expect([...effort.subarray(16, 24)]).toEqual([240, 240, 240, 240, 240, 0, 0, 240]);
  expect([...effort.subarray(24, 32)]).toEqual([0, 0, 0, 120, 120, 0, 0, 120]);
});

describe("coverage", () => {
  /** Hours by row, for one week of two people who have AWS and Windows. */
  function hours(of: keyof Demand, spec: PlanSpec, by: PeriodName = "week", settings: Partial<Settings> = {}) {
    const people = { Ana: { skills: ["AWS"] }, Ben: { skills: ["Windows"] } };
    const answer = demand(planOf({ people, ...spec }), over(0, 6, by), countedBy({ ...SETTINGS, ...settings }));
    return [...answer[of]].map((minutes) => minutes / 60);
  }
  const week = (who: string, effort: number, skill?: string) => ({
    who,
    on: "Blue",
    effort: hoursAWeek(effort),
    ...(skill === undefined ? {} : { skill }),
  });
  const aws = { on: "Blue", skill: "AWS", effort: hoursAWeek(20) };
  const windows = { on: "Blue", skill: "Windows", effort: hoursAWeek(10) };

  test("a named person's hours make a need smaller; what lies beyond is demand of its own", () => {
    const spec = { needs: [aws], allocations: [week("Ana", 24)] };
    expect(hours("asked", spec)).toEqual([20]);
    expect(hours("open", spec)).toEqual([0]);
    expect(hours("own", spec)).toEqual([4]);
    expect(hours("ownOpen", spec)).toEqual([0]);
  });

  test("an allocation with a skill covers the rows of that skill only", () => {
    const spec = { needs: [windows, aws], allocations: [week("Ana", 25, "AWS")] };
    expect(hours("open", spec)).toEqual([10, 0]);
    expect(hours("own", spec)).toEqual([5]);
  });

  test("one without covers first the rows its person fits, then the others, in row order", () => {
    const spec = { needs: [aws, windows], allocations: [week("Ben", 12)] };
    expect(hours("open", spec)).toEqual([18, 0]);
  });

  test("named people cover before placeholders, and a placeholder leaves the need open", () => {
    const placeholder = { on: "Blue", skill: "AWS", effort: hoursAWeek(15) };
    const spec = { needs: [aws], allocations: [placeholder, week("Ana", 8)] };
    expect(hours("open", spec)).toEqual([12]);
    expect(hours("own", spec)).toEqual([3, 0]);
    expect(hours("ownOpen", spec)).toEqual([3, 0]);
  });

  test("another engagement's allocations cover nothing here", () => {
    const spec = { needs: [aws], allocations: [{ ...week("Ana", 8), on: "Red" }] };
    expect(hours("open", spec)).toEqual([20]);
    expect(hours("own", spec)).toEqual([8]);
  });

  test("work moves within a week, and not between days when the grain is a day", () => {
    const spec = { needs: [aws], allocations: [{ who: "Ana", on: "Blue", effort: hoursADay(8), from: 0, to: 1 }] };
    expect(hours("open", spec)).toEqual([4]);
    expect(hours("own", spec)).toEqual([0]);
    expect(hours("open", spec, "week", { grain: "day" })).toEqual([12]);
    expect(hours("own", spec, "week", { grain: "day" })).toEqual([8]);
  });

  test("a week's open hours are shared out over its days by what is asked on them", () => {
    const spec = { needs: [aws], allocations: [{ who: "Ana", on: "Blue", effort: hoursADay(8), from: 0, to: 1 }] };
    expect(hours("open", spec, "day")).toEqual([0.8, 0.8, 0.8, 0.8, 0.8, 0, 0]);
  });

  test("a person who has lost the certificate no longer fits first", () => {
    const people = { Ana: { skills: [{ skill: "AWS", certificate: "Pro", validTo: 3 }] } };
    const certified = { ...aws, certificate: "Pro" };
    const spec = { people, needs: [windows, certified], allocations: [week("Ana", 5)] };
    expect(hours("open", spec)).toEqual([5, 20]);
    const untilThursday = { ...spec, needs: [windows, { ...certified, to: 3 }] };
    expect(hours("open", untilThursday)).toEqual([10, 11]);
  });
});
