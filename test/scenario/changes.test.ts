import { describe, expect, test } from "vitest";
import { countedBy } from "../../core/engine/counted.ts";
import { skillGap } from "../../core/engine/gap.ts";
import { everything } from "../../core/engine/scope.ts";
import { supply } from "../../core/engine/supply.ts";
import { timeline } from "../../core/engine/timeline.ts";
import { EFFORT, FIRST_DAY, LAST_DAY, type Plan } from "../../core/plan/plan.ts";
import type { Change } from "../../core/scenario/change.ts";
import { withChanges } from "../../core/scenario/with-changes.ts";
import { fromHours } from "../../core/units.ts";
import { d, hoursADay, hoursAWeek, type PlanSpec, planOf, shareOfDay, totalHours } from "../support/engine-plan.ts";

const OPEN = { from: FIRST_DAY, to: LAST_DAY };
const changedBy = (plan: Plan, ...changes: readonly Change[]): Plan => {
  const changed = withChanges(plan, changes);
  expect(changed.problems).toEqual([]);
  return changed.plan;
};
/** Hours short in each of the first weeks. */
const gaps = (plan: Plan, weeks = 2): readonly number[] =>
  [...skillGap(plan, timeline(d(0), d(7 * weeks - 1), "week"), countedBy(plan.settings), everything(plan)).unmet].map(
    (minutes) => minutes / 60,
  );
const hoursOf = (plan: Plan, what: "capacity" | "pinned" | "free", weeks = 2): readonly number[] => {
  const all = supply(plan, timeline(d(0), d(7 * weeks - 1), "week"), countedBy(plan.settings))[what];
  return Array.from({ length: weeks }, (_, week) =>
    plan.contracts.reduce((sum, _one, contract) => sum + all[contract * weeks + week]! / 60, 0),
  );
};
/** Rows of Allocations as who, what, first day, last day, way and hours (or per cent). */
const rows = ({ allocations: all, people, engagements }: Plan) =>
  Array.from({ length: all.length }, (_, i) => [
    people[all.person[i]!]?.name ?? "nobody",
    engagements[all.engagement[i]!]!.name,
    all.from[i]! === FIRST_DAY ? "open" : all.from[i]! - d(0),
    all.to[i]! === LAST_DAY ? "open" : all.to[i]! - d(0),
    Object.entries(EFFORT).find(([, per]) => per === all.per[i])![0],
    all.per[i] === EFFORT.share ? all.amount[i]! / 10_000 : all.amount[i]! / 60,
  ]);

/** Ana does 20 of Portal's 30 hours of AWS a week; Ben has 40 hours free and is one level short. */
const SPEC: PlanSpec = {
  people: {
    Ana: { skills: [{ skill: "AWS", level: 3 }] },
    Ben: { skills: [{ skill: "AWS", level: 2 }] },
  },
  engagements: {
    Portal: { from: 0, to: 27 },
    Care: { kind: "managed service" },
    Deal: { status: "tentative", odds: 50, from: 0, to: 27 },
  },
  needs: [
    { on: "Portal", skill: "AWS", level: 3, from: 0, to: 27, effort: hoursAWeek(30) },
    { on: "Care", skill: "AWS", effort: hoursAWeek(10) },
    { on: "Deal", skill: "AWS", level: 3, from: 0, to: 27, effort: hoursAWeek(20) },
  ],
  allocations: [{ who: "Ana", on: "Portal", from: 0, to: 27, effort: hoursAWeek(20) }],
};
const PLAN = planOf(SPEC);
const withRows = (...allocations: NonNullable<PlanSpec["allocations"]>) => planOf({ ...SPEC, allocations });

test("as it is, Ana's 20 free hours do the open 10 of Portal and Deal's 10, Ben the care", () => {
  expect(gaps(PLAN)).toEqual([0, 0]);
});

describe("a leaver", () => {
  const leaves = (from: number): Change => ({ kind: "leaver", person: "Ana", from: d(from) });

  test("has no hours from that day on, and what they did is open", () => {
    const plan = changedBy(PLAN, leaves(7));
    expect(hoursOf(plan, "capacity")).toEqual([80, 40]);
    expect(rows(plan)).toEqual([
      ["Ana", "Portal", 0, 6, "week", 20],
      ["nobody", "Portal", 7, 27, "week", 20],
    ]);
    // Portal's 30 and half of Deal's 20, which Ben cannot do.
    expect(gaps(plan)).toEqual([0, 40]);
  });

  test("leaves rows nameless in their place when none of their days is left, and rows of the past alone", () => {
    const plan = withRows(
      { who: "Ana", on: "Portal", from: 14, to: 20, effort: hoursADay(2) },
      { who: "Ana", on: "Portal", from: 0, to: 6, effort: hoursADay(2) },
    );
    expect(rows(changedBy(plan, leaves(7)))).toEqual([
      ["nobody", "Portal", 14, 20, "day", 2],
      ["Ana", "Portal", 0, 6, "day", 2],
    ]);
  });

  test("a share becomes hours a week of the contract, hours a day of a part-time week hours a week", () => {
    const people = { Ana: { weekdays: [480, 480, 480, 0, 0, 0, 0] as const, skills: ["AWS"] } };
    const share = { who: "Ana", on: "Portal", from: 0, to: 13, effort: shareOfDay(50) };
    const daily = { who: "Ana", on: "Portal", from: 0, to: 13, effort: hoursADay(2) };
    const plan = planOf({ ...SPEC, people, allocations: [share, daily] });
    expect(rows(changedBy(plan, leaves(7))).slice(2)).toEqual([
      ["nobody", "Portal", 7, 13, "week", 12],
      ["nobody", "Portal", 7, 13, "week", 6],
    ]);
  });

  test("of total hours the part that they would have done by then stays theirs", () => {
    // 80 hours over 20 working days: 20 in the first week.
    const plan = withRows({ who: "Ana", on: "Portal", from: 0, to: 27, effort: totalHours(80) });
    expect(rows(changedBy(plan, leaves(7)))).toEqual([
      ["Ana", "Portal", 0, 6, "total", 20],
      ["nobody", "Portal", 7, 27, "total", 60],
    ]);
  });

  test("nothing goes on beyond the day on which their contract would have ended", () => {
    const people = { Ana: { to: 13, skills: ["AWS"] } };
    const plan = planOf({ ...SPEC, people });
    expect(rows(changedBy(plan, leaves(7)))[1]).toEqual(["nobody", "Portal", 7, 13, "week", 20]);
  });

  test("a later contract of theirs has no hours", () => {
    const people = { Ana: { contracts: [{ to: 6 }, { from: 7, hours: 20 }], skills: ["AWS"] } };
    const plan = changedBy(planOf({ ...SPEC, people }), leaves(3));
    expect(hoursOf(plan, "capacity")).toEqual([24, 0]);
  });
});

describe("a move", () => {
  const moves = (change: object = {}): Change => ({
    kind: "move",
    person: "Ana",
    engagement: "Portal",
    toEngagement: "Care",
    from: d(7),
    to: d(13),
    ...change,
  });

  test("takes the allocation to the other engagement in these days, and what they did goes on without a name", () => {
    expect(rows(changedBy(PLAN, moves()))).toEqual([
      ["Ana", "Portal", 0, 6, "week", 20],
      ["Ana", "Care", 7, 13, "week", 20],
      ["Ana", "Portal", 14, 27, "week", 20],
      ["nobody", "Portal", 7, 13, "week", 20],
    ]);
  });

  test("their spare hours do not serve what they left, in these days only", () => {
    // Portal asks for 30; Ana has 20 hours free, but may do only Deal's 10 with them.
    expect(gaps(changedBy(PLAN, moves()), 4)).toEqual([0, 30, 0, 0]);
    const { barred } = changedBy(PLAN, moves());
    expect(barred).toEqual([{ person: 0, engagement: 0, from: d(7), to: d(13) }]);
  });

  test("a day of the move in a week bars the whole week's work of a need that runs on all its days", () => {
    expect(gaps(changedBy(PLAN, moves({ from: d(11), to: d(11) })), 2)[1]).toBeGreaterThan(0);
  });

  test("a skill is kept where the other engagement asks for it, otherwise they do what they can there", () => {
    const needs = [...SPEC.needs!, { on: "Other", skill: "Java", effort: hoursAWeek(5) }];
    const booked = [{ who: "Ana", on: "Portal", skill: "AWS", from: 7, to: 13, effort: hoursAWeek(20) }];
    const plan = planOf({ ...SPEC, needs, allocations: booked });
    expect(changedBy(plan, moves()).allocations.skill[0]).toBe(plan.skills.indexOf("AWS"));
    expect(changedBy(plan, moves({ toEngagement: "Other" })).allocations.skill[0]).toBe(-1);
  });

  test("total hours go where their days go", () => {
    const plan = withRows({ who: "Ana", on: "Portal", from: 0, to: 27, effort: totalHours(80) });
    expect(rows(changedBy(plan, moves())).map((row) => row[5])).toEqual([20, 20, 40, 20]);
  });
});

describe("growth", () => {
  const grows = (change: object = {}): Change => ({
    kind: "growth",
    engagement: null,
    share: 500_000,
    ...OPEN,
    ...change,
  });

  test("adds a need of the same kind to every need of every managed service", () => {
    const { needs } = changedBy(PLAN, grows());
    expect(needs).toHaveLength(4);
    expect(needs[3]).toEqual({ ...PLAN.needs[1]!, effort: fromHours(5), row: 0 });
  });

  test("of one engagement, in some days", () => {
    const { needs } = changedBy(PLAN, grows({ engagement: "Portal", from: d(7) }));
    expect(needs[3]).toEqual({ ...PLAN.needs[0]!, from: d(7), effort: fromHours(15), row: 0 });
    // 45 + 10 hours of 40.
    expect(gaps(changedBy(PLAN, grows({ engagement: "Portal", from: d(7) })))).toEqual([0, 15]);
  });

  test("of total hours only those of the days that grow", () => {
    const needs = [{ on: "Portal", skill: "AWS", from: 0, to: 27, effort: totalHours(80) }];
    const { needs: grown } = changedBy(planOf({ ...SPEC, needs }), grows({ engagement: "Portal", from: d(21) }));
    expect([grown[1]!.effort, grown[1]!.from, grown[1]!.to]).toEqual([fromHours(10), d(21), d(27)]);
  });
});

describe("shrinking", () => {
  const shrinks = (change: object = {}): Change => ({
    kind: "growth",
    engagement: "Portal",
    share: -200_000,
    ...OPEN,
    ...change,
  });
  const own = ({ needs }: Plan) =>
    needs
      .filter(({ engagement }) => engagement === 0)
      .map(({ from, to, effort }) => [from - d(0), to - d(0), effort / 60]);

  test("the need itself asks for less; what is booked stays booked", () => {
    const plan = changedBy(PLAN, shrinks());
    expect(own(plan)).toEqual([[0, 27, 24]]);
    expect(rows(plan)).toEqual(rows(PLAN));
    // Without any of its 30 hours, Ana's 20 go beyond it.
    expect(own(changedBy(PLAN, shrinks({ share: -1_000_000 })))).toEqual([[0, 27, 0]]);
  });

  test("in some days the need is cut, before, during and after them", () => {
    expect(own(changedBy(PLAN, shrinks({ from: d(7), to: d(13) })))).toEqual([
      [0, 6, 30],
      [7, 13, 24],
      [14, 27, 30],
    ]);
    expect(own(changedBy(PLAN, shrinks({ to: d(6) })))).toEqual([
      [0, 6, 24],
      [7, 27, 30],
    ]);
  });

  test("of total hours only those of these days go", () => {
    const needs = [{ on: "Portal", skill: "AWS", from: 0, to: 27, effort: totalHours(80) }];
    const plan = planOf({ ...SPEC, needs });
    expect(own(changedBy(plan, shrinks({ from: d(21) })))).toEqual([
      [0, 20, 60],
      [21, 27, 16],
    ]);
  });
});

describe("new work and decided deals", () => {
  const work = (change: object = {}): Change => ({
    kind: "new engagement",
    engagement: "Rollout",
    skill: "AWS",
    level: 3,
    certificate: null,
    location: null,
    weekly: fromHours(25),
    from: d(7),
    to: d(13),
    ...change,
  });

  test("several rows make one confirmed engagement with several needs", () => {
    const plan = changedBy(PLAN, work(), work({ level: 1, weekly: fromHours(10) }));
    expect(plan.engagements.slice(3).map(({ name, status }) => [name, status])).toEqual([["Rollout", "confirmed"]]);
    expect(plan.needs.slice(3).map(({ effort, level }) => [effort / 60, level])).toEqual([
      [10, 1],
      [25, 3],
    ]);
    // Ana's 20 free hours for 10 of Portal, 10 of Deal and 25 of Rollout; Ben does the rest.
    expect(gaps(plan)).toEqual([0, 25]);
  });

  test("confirmed work is lost when its client leaves, and what is lost or done is over already", () => {
    // Without Portal, on which Ana is booked, she has 40 hours for Deal's 10.
    const lost = changedBy(PLAN, { kind: "lose", engagement: "Portal" });
    expect([gaps(lost), hoursOf(lost, "free")]).toEqual([
      [0, 0],
      [80, 80],
    ]);
    const done = planOf({ ...SPEC, engagements: { ...SPEC.engagements, Portal: { status: "done" } } });
    const [said] = withChanges(done, [{ kind: "lose", engagement: "Portal" }]).problems;
    expect(said?.problem.why).toBe("is done already");
  });

  test("a deal that is won counts in full, one that is lost not at all", () => {
    expect(gaps(changedBy(PLAN, { kind: "win", engagement: "Deal" }))).toEqual([10, 10]);
    const lost = changedBy(
      PLAN,
      { kind: "lose", engagement: "deal" },
      { kind: "growth", engagement: "Portal", share: 333_333, ...OPEN },
    );
    expect(gaps(lost)).toEqual([0, 0]);
  });

  test("a slip takes every day of the engagement and its rows along; open ends stay open", () => {
    const plan = changedBy(
      withRows(...SPEC.allocations!, { who: "Ben", on: "Care", from: 0, effort: hoursAWeek(1) }),
      { kind: "slip", engagement: "Portal", weeks: 1 },
      { kind: "slip", engagement: "Care", weeks: 1 },
    );
    const { from, to } = plan.engagements[0]!;
    expect([from, to]).toEqual([d(7), d(34)]);
    expect([plan.needs[0]!.from, plan.needs[0]!.to]).toEqual([d(7), d(34)]);
    expect(rows(plan).map((row) => row.slice(2, 4))).toEqual([
      [7, 34],
      [7, "open"],
    ]);
    expect([plan.needs[1]!.from, plan.needs[1]!.to]).toEqual([FIRST_DAY, LAST_DAY]);
    expect([plan.needs[2]!.from, plan.needs[2]!.to]).toEqual([d(0), d(27)]);
  });
});

describe("people", () => {
  const hire = (change: object = {}): Change => ({
    kind: "hire",
    person: null,
    skill: "AWS",
    level: 3,
    certificate: null,
    location: null,
    weekly: fromHours(20),
    from: d(7),
    to: LAST_DAY,
    ...change,
  });
  const won: Change = { kind: "win", engagement: "Deal" };

  test("a hire counts in full from the first day on, where most people are", () => {
    const locations = { Pune: [7], Oslo: [] };
    const plan = planOf({
      ...SPEC,
      locations,
      people: { ...SPEC.people, Ana: { location: "Oslo", skills: [{ skill: "AWS" }] }, Cy: { location: "Oslo" } },
    });
    const hired = changedBy(plan, hire(), hire());
    expect(hired.people.slice(3).map(({ name }) => name)).toEqual(["New hire (AWS)", "New hire (AWS) 2"]);
    expect(hired.contracts.at(-1)).toMatchObject({ location: 1, kind: "employee", from: d(7), to: LAST_DAY });
    expect(gaps(changedBy(PLAN, won, hire()))).toEqual([10, 0]);
  });

  test("a training counts from its day on, beside what the person can do already", () => {
    const trained: Change = { kind: "training", person: "Ben", skill: "AWS", level: 3, certificate: null, from: d(7) };
    expect(gaps(changedBy(PLAN, won, trained))).toEqual([10, 0]);
    // A week in which it ends is not a week in which work of all its days can be done.
    expect(gaps(changedBy(PLAN, won, { ...trained, from: d(8) }))).toEqual([10, 10]);
    // A weekend is in nobody's way.
    expect(gaps(changedBy(PLAN, won, { ...trained, from: d(5) }))).toEqual([10, 0]);
  });

  test("two hires of one name are one person with two skills, when all else is the same", () => {
    const zoe = hire({ person: "Zoe", level: 3 });
    const java = hire({ person: "zoe", skill: "Java" });
    const { people, contracts, skills } = changedBy(PLAN, zoe, java);
    expect(people.slice(2).map(({ name, skills: held }) => [name, held.map(({ skill }) => skills[skill])])).toEqual([
      ["Zoe", ["AWS", "Java"]],
    ]);
    expect(contracts).toHaveLength(3);
    const why = (...changes: readonly Change[]) =>
      withChanges(PLAN, changes).problems.map(({ problem }) => problem.why);
    expect(why(zoe, hire({ person: "Zoe", skill: "Java", weekly: fromHours(30) }))).toEqual([
      "is a hire of another row, with other hours, days or location",
    ]);
    expect(why(zoe, zoe)).toEqual(["is a hire of another row, with that skill already"]);
    expect(why(hire({ person: "Ana" }))).toEqual(["is in the plan already"]);
  });

  test("a training of somebody who is hired counts", () => {
    const trained: Change = { kind: "training", person: "Zoe", skill: "AWS", level: 3, certificate: null, from: d(7) };
    const junior = hire({ person: "Zoe", level: 1, from: d(0) });
    expect(gaps(changedBy(PLAN, won, junior))).toEqual([10, 10]);
    expect(gaps(changedBy(PLAN, won, trained, junior))).toEqual([10, 0]);
  });

  test("a skill that the plan lacks comes in; one that looks mistyped does not", () => {
    const rust = { skill: "Rust", level: 3 };
    const work: Change = {
      kind: "new engagement",
      engagement: "Kernel",
      ...rust,
      certificate: null,
      location: null,
      weekly: fromHours(20),
      from: d(7),
      to: LAST_DAY,
    };
    const learns: Change = { kind: "training", person: "Ben", ...rust, certificate: null, from: FIRST_DAY };
    // Ben's 40 hours are 10 for the care and 20 for the kernel from the second week on.
    expect(gaps(changedBy(PLAN, work))).toEqual([0, 20]);
    expect(gaps(changedBy(PLAN, work, learns))).toEqual([0, 0]);
    expect(gaps(changedBy(PLAN, work, hire(rust)))).toEqual([0, 0]);
    const { problems } = withChanges(PLAN, [hire({ skill: "AWZ" })]);
    expect(problems.map(({ problem: { code, why, hint } }) => [code, why, hint])).toEqual([
      [
        "HR-123",
        "is no skill that the plan names, and looks like one",
        "Maybe AWS; or a skill of its own, to be named in Skills or Demand first.",
      ],
    ]);
  });

  test("changed hours cut the contract, on the same weekdays", () => {
    const people = { ...SPEC.people, Ana: { weekdays: [480, 480, 480, 0, 0, 0, 0] as const, skills: ["AWS"] } };
    const plan = changedBy(planOf({ ...SPEC, people }), {
      kind: "hours",
      person: "Ana",
      from: d(7),
      to: d(13),
      weekly: fromHours(12),
    });
    expect(plan.contracts.map(({ from, to, weekdays }) => [from, to, weekdays])).toEqual([
      [FIRST_DAY, d(6), [480, 480, 480, 0, 0, 0, 0]],
      [FIRST_DAY, LAST_DAY, [480, 480, 480, 480, 480, 0, 0]],
      [d(7), d(13), [240, 240, 240, 0, 0, 0, 0]],
      [d(14), LAST_DAY, [480, 480, 480, 0, 0, 0, 0]],
    ]);
    expect(plan.people[0]!.contracts).toEqual([0, 2, 3]);
  });

  test("what is left of a ramp-up goes on", () => {
    const people = { Ana: { from: 0, rampUpWeeks: 4, kind: "planned hire" as const, skills: ["AWS"] } };
    const plan = planOf({ people, needs: SPEC.needs!, engagements: SPEC.engagements! });
    const less = changedBy(plan, { kind: "hours", person: "Ana", from: d(14), to: LAST_DAY, weekly: fromHours(20) });
    expect(less.contracts.map(({ rampUpWeeks }) => rampUpWeeks)).toEqual([4, 2]);
  });
});

describe("several changes", () => {
  test("each stands on those made before it; one that does not fit is left out and said", () => {
    const { plan, problems } = withChanges(PLAN, [
      { kind: "leaver", person: "Ana", from: d(7) },
      { kind: "leaver", person: "Ana", from: d(14) },
      { kind: "win", engagement: "Deal" },
      { kind: "lose", engagement: "Deal" },
      { kind: "slip", engagement: "Portl", weeks: 1 },
    ]);
    expect(problems.map(({ at, problem }) => [at, problem.code, problem.key, problem.why])).toEqual([
      [1, "HR-162", "person", "has no contract any more on that day"],
      [2, "HR-162", "engagement", "is lost already"],
      [4, "HR-123", "engagement", "is not in Engagements"],
    ]);
    expect(plan.engagements[2]!.status).toBe("lost");
  });

  test("none at all is the very same plan", () => {
    expect(withChanges(PLAN, []).plan).toBe(PLAN);
  });
});
