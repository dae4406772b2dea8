import { describe, expect, test } from "vitest";
import { type Counted, countedBy } from "../../core/engine/counted.ts";
import { skillGap } from "../../core/engine/gap.ts";
import { everything, type Scope } from "../../core/engine/scope.ts";
import { type PeriodName, timeline } from "../../core/engine/timeline.ts";
import type { Plan } from "../../core/plan/plan.ts";
import { d, hoursADay, hoursAWeek, type NeedSpec, type PlanSpec, planOf } from "../support/engine-plan.ts";

interface Question {
  readonly last?: number;
  readonly by?: PeriodName;
  readonly over?: Partial<Counted>;
  readonly scope?: (plan: Plan, all: Scope) => Partial<Scope>;
}
function ask(spec: PlanSpec, { last = 6, by = "week", over = {}, scope = () => ({}) }: Question = {}) {
  const plan = planOf(spec);
  const all = everything(plan);
  const answer = skillGap(plan, timeline(d(0), d(last), by), countedBy(plan.settings, over), {
    ...all,
    ...scope(plan, all),
  });
  const hours = (grid: Float64Array) => [...grid].map((minutes) => minutes / 60);
  return { plan, answer, hours, unmet: hours(answer.unmet) };
}
const asks = (skill: string, hours: number, terms: Partial<NeedSpec> = {}) => ({
  on: "Blue",
  skill,
  effort: hoursAWeek(hours),
  ...terms,
});

const THREE = { Ana: { skills: ["AWS", "K8s", "Sec"] }, Ben: { skills: ["AWS"] }, Cy: { skills: ["Win"] } };
const SKILLGAP: PlanSpec = {
  people: THREE,
  needs: [asks("AWS", 50), asks("K8s", 20), asks("Sec", 20), asks("Win", 10)],
};

describe("the skill gap", () => {
  test("AWS, K8s and Sec need 90 h and only Ana and Ben, 80 h, can do any of it: 10 h short", () => {
    const { plan, answer, hours, unmet } = ask(SKILLGAP);
    expect(unmet).toEqual([10]);
    expect(hours(answer.open)).toEqual([100]);
    expect(hours(answer.free)).toEqual([120]);
    const [group, ...more] = answer.bottlenecks();
    expect(more).toEqual([]);
    expect(group!.requirements.map(({ skill }) => plan.skills[skill])).toEqual(["AWS", "K8s", "Sec"]);
    expect([group!.demand / 60, group!.supply / 60, group!.deficit / 60]).toEqual([90, 80, 10]);
    expect([group!.people, group!.free, group!.needs]).toEqual([
      [0, 1],
      [2400, 2400],
      [0, 1, 2],
    ]);
    expect([group!.from - d(0), group!.to - d(0), group!.period]).toEqual([0, 6, 0]);
  });

  test("the fair split gives each of the three the same share of what it asks", () => {
    const { answer } = ask(SKILLGAP);
    // 80 of 90 h: 2,667 + 1,067 + 1,066 minutes served of 3,000 + 1,200 + 1,200
    expect([...answer.bySkill()]).toEqual([333, 133, 134, 0, 0]);
  });

  test("60 h then 20 h against 40 h a week is 20 h short, although the sums are equal", () => {
    const needs = [asks("AWS", 60, { from: 0, to: 6 }), asks("AWS", 20, { from: 7, to: 13 })];
    const spec = { people: { Ana: { skills: ["AWS"] } }, needs };
    expect(ask(spec, { last: 13 }).unmet).toEqual([20, 0]);
    expect(ask(spec, { last: 13, by: "total" }).unmet).toEqual([20]);
  });

  test("no shortfall, no bottleneck, even where everybody is exactly full", () => {
    const { unmet, answer } = ask({ people: { Ana: { skills: ["AWS"] } }, needs: [asks("AWS", 40)] });
    expect(unmet).toEqual([0]);
    expect(answer.bottlenecks()).toEqual([]);
  });

  test("a demand by demand assignment would be 40 h short; the best one is not", () => {
    const people = { Ana: { skills: ["AWS", "K8s"] }, Ben: { skills: ["AWS"] } };
    expect(ask({ people, needs: [asks("AWS", 40), asks("K8s", 40)] }).unmet).toEqual([0]);
  });

  test("level, role, location and certificate decide who serves", () => {
    const people = {
      Ana: { role: "lead", location: "Pune", skills: [{ skill: "AWS", level: 4, certificate: "Pro", validTo: 3 }] },
    };
    const spec = { people, locations: { Austin: [], Pune: [] } };
    const gap = (need: NeedSpec) => ask({ ...spec, needs: [need] }).unmet[0];
    expect(gap(asks("AWS", 10, { level: 4 }))).toBe(0);
    expect(gap(asks("AWS", 10, { level: 5 }))).toBe(10);
    expect(gap(asks("AWS", 10, { location: "Pune" }))).toBe(0);
    expect(gap(asks("AWS", 10, { location: "Austin" }))).toBe(10);
    expect(gap({ on: "Blue", role: "lead", effort: hoursAWeek(10) })).toBe(0);
    expect(gap({ on: "Blue", role: "architect", effort: hoursAWeek(10) })).toBe(10);
    // valid to Thursday: enough for work that ends on Thursday, not for the whole week
    expect(gap(asks("AWS", 10, { certificate: "Pro" }))).toBe(10);
    expect(gap(asks("AWS", 10, { certificate: "Pro", to: 3 }))).toBe(0);
  });

  test("a placeholder with a skill asks for it; without one, anybody serves", () => {
    const people = { Ana: { skills: ["AWS"] } };
    const placeholder = { on: "Blue", effort: hoursAWeek(10) };
    expect(ask({ people, allocations: [placeholder] }).unmet).toEqual([0]);
    const { unmet, answer } = ask({ people, allocations: [{ ...placeholder, skill: "Win" }] });
    expect(unmet).toEqual([10]);
    expect(answer.bottlenecks()[0]!.allocations).toEqual([0]);
    expect(answer.bottlenecks()[0]!.people).toEqual([]);
  });

  test("overload is not netted: ten hours on Monday leave only 32 h of the week free", () => {
    const allocations = [{ who: "Ana", on: "Red", effort: hoursADay(10), from: 0, to: 0 }];
    const spec = { people: { Ana: { skills: ["AWS"] } }, allocations, needs: [asks("AWS", 40)] };
    expect(ask(spec).unmet).toEqual([8]);
  });

  test("work that names no skill stands in the last row", () => {
    const { plan, answer, hours } = ask({
      people: { Ana: {} },
      needs: [{ on: "Blue", role: "lead", effort: hoursAWeek(5) }],
    });
    expect(plan.skills).toEqual([]);
    expect(hours(answer.bySkill())).toEqual([5]);
  });

  test("by engagement, priority 1 is served first, no priority last, ties by row", () => {
    const engagements = { Amber: {}, Blue: { priority: 2 }, Cyan: { priority: 1 }, Dun: { priority: 2 } };
    const needs = ["Amber", "Blue", "Cyan", "Dun"].map((on) => asks("AWS", 15, { on }));
    const { answer, hours, unmet } = ask({ people: { Ana: { skills: ["AWS"] } }, engagements, needs });
    expect(unmet).toEqual([20]);
    expect(hours(answer.byEngagement())).toEqual([15, 0, 0, 5]);
  });

  test("a week counts in the period in which it begins; days asked for are computed day by day", () => {
    const people = { Ana: { skills: ["AWS"], weekdays: [480, 480, 0, 0, 0, 0, 0] as const } };
    const spec = { people, needs: [asks("AWS", 20)] };
    // 26 January is day 21; 1 February, day 27, is the Sunday of that week
    expect(ask(spec, { last: 34, by: "month" }).unmet).toEqual([16, 4]);
    expect(ask(spec, { last: 4, by: "day" }).unmet).toEqual([0, 0, 4, 4, 4]);
    expect(ask(spec, { last: 4, by: "week" }).unmet).toEqual([4]);
    expect(ask(spec, { last: 4, over: { grain: "day" } }).unmet).toEqual([12]);
  });
});

describe("plan=target and restaff=yes", () => {
  test("people are filled to their target only", () => {
    const spec = { people: { Ana: { skills: ["AWS"], target: 80 } }, needs: [asks("AWS", 40)] };
    expect(ask(spec, { over: { plan: "target" } }).unmet).toEqual([8]);
    expect(ask(spec).unmet).toEqual([0]);
  });

  test("restaffing moves Ana from the AWS she covers to the K8s only she can do", () => {
    const people = { Ana: { skills: ["AWS", "K8s"] }, Ben: { skills: ["AWS"] } };
    const needs = [asks("AWS", 40), asks("K8s", 40)];
    const allocations = [{ who: "Ana", on: "Blue", skill: "AWS", effort: hoursAWeek(40) }];
    expect(ask({ people, needs, allocations }).unmet).toEqual([40]);
    expect(ask({ people, needs, allocations }, { over: { restaff: true } }).unmet).toEqual([0]);
  });

  test("work of its own stays with its person", () => {
    const people = { Ana: { skills: ["AWS"] } };
    const allocations = [{ who: "Ana", on: "Blue", skill: "AWS", effort: hoursAWeek(30) }];
    // 10 of Ana's 30 h cover the need, 20 are her own: 20 h free for 10 + 25
    const spec = { people, needs: [asks("AWS", 10), asks("AWS", 25, { on: "Red" })], allocations };
    expect(ask(spec, { over: { restaff: true } }).unmet).toEqual([15]);
  });

  test("what people outside the question cover stays covered", () => {
    const people = { Ana: { skills: ["AWS"] }, Ben: { skills: ["AWS"] } };
    const allocations = [{ who: "Ana", on: "Blue", effort: hoursAWeek(40) }];
    const scope = () => ({ contracts: Uint8Array.of(0, 1) });
    const spec = { people, needs: [asks("AWS", 60)], allocations };
    expect(ask(spec, { scope, over: { restaff: true } }).unmet).toEqual([0]);
  });
});

describe("scope", () => {
  const people = { Ana: { skills: ["AWS"] }, Ben: { skills: ["AWS"] } };
  const needs = [asks("AWS", 30), asks("AWS", 30, { on: "Red" })];

  test("people outside it supply nothing, needs outside it ask nothing", () => {
    expect(ask({ people, needs }).unmet).toEqual([0]);
    expect(ask({ people, needs }, { scope: () => ({ contracts: Uint8Array.of(1, 0) }) }).unmet).toEqual([20]);
    const oneEach = () => ({ contracts: Uint8Array.of(1, 0), needs: Uint8Array.of(1, 0) });
    expect(ask({ people, needs }, { scope: oneEach }).unmet).toEqual([0]);
  });

  test("pinned effort counts in full, whatever it is for", () => {
    const allocations = [{ who: "Ana", on: "Red", effort: hoursAWeek(30) }];
    const scope = () => ({ contracts: Uint8Array.of(1, 0), needs: Uint8Array.of(1, 0) });
    expect(ask({ people, needs, allocations }, { scope }).unmet).toEqual([20]);
  });
});
