import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Counted, countedBy } from "../../../core/engine/counted.ts";
import { earliestStart } from "../../../core/engine/decide/earliest-start.ts";
import { type NewNeed, nextWorkday, workdaysBetween } from "../../../core/engine/decide/new-work.ts";
import { skillGap } from "../../../core/engine/gap.ts";
import { gapModel } from "../../../core/engine/gap-model.ts";
import { everything, type Scope } from "../../../core/engine/scope.ts";
import { timeline } from "../../../core/engine/timeline.ts";
import type { Period } from "../../../core/plan/calendar.ts";
import { EFFORT, LAST_DAY, type Plan } from "../../../core/plan/plan.ts";
import { dayNumber, fromHours, minutes } from "../../../core/units.ts";
import { d, hoursAWeek, type PlanSpec, planOf, SETTINGS } from "../../support/engine-plan.ts";
import { linearJudge } from "../../support/highs.ts";
import { countedAnyhow, planSpec, scopeOf } from "../random-plan.ts";

const COUNTED = countedBy(SETTINGS);
const full = process.env.HEADROOM_ORACLE === "full";
const runs = full ? 300 : 25;
const judged = full ? 300 : 15;

/** So many hours of a skill a week, for so many weeks. */
const work = (hours: number, weeks: number | null, more: Partial<NewNeed> = {}): NewNeed => ({
  skill: 0,
  role: "",
  level: 1,
  certificate: null,
  location: -1,
  per: EFFORT.week,
  effort: fromHours(hours),
  spread: "even",
  after: 0,
  takes: weeks === null ? null : 5 * weeks,
  movable: null,
  ...more,
});

const ask = (spec: PlanSpec, needs: readonly NewNeed[], weeks = 6) => {
  const plan = planOf(spec);
  const horizon = { from: d(0), to: d(7 * weeks - 1) };
  const { fits, lacking, blocks } = earliestStart(plan, horizon, COUNTED, everything(plan), needs);
  const says = blocks.map(
    (one) =>
      `week ${(one.from - d(0)) / 7}: ${one.demand / 60} of ${one.supply / 60} h, ${one.people.map((person) => plan.people[person]!.name)}`,
  );
  return { days: fits && [fits.from - d(0), fits.to - d(0)], lacking: lacking / 60, says };
};

/** Ana's 40 hours, of which Blue wants 30 in the first two weeks and 10 after. */
const BUSY: PlanSpec = {
  people: { Ana: { skills: ["AWS"] } },
  needs: [
    { on: "Blue", skill: "AWS", effort: hoursAWeek(30), from: 0, to: 13 },
    { on: "Blue", skill: "AWS", effort: hoursAWeek(10), from: 14 },
  ],
};

describe("the earliest start", () => {
  test("is the first day when nothing is in the way", () => {
    expect(ask(BUSY, [work(10, 3)])).toEqual({ days: [0, 18], lacking: 0, says: [] });
  });

  test("waits until every week of the work fits, and says what is full before", () => {
    // 20 h a week: 50 of 40 in weeks 0 and 1. From Thursday of week 1 on, 8 h and then 20 fit.
    expect(ask(BUSY, [work(20, 2)])).toEqual({
      days: [10, 23],
      lacking: 20,
      says: ["week 0: 50 of 40 h, Ana", "week 1: 50 of 40 h, Ana"],
    });
  });

  test("rows keep their distance: the second begins a week after the first", () => {
    expect(ask(BUSY, [work(10, 1), work(30, 1, { after: 5 })]).days).toEqual([7, 18]);
  });

  test("is none when no stretch of the horizon is long enough or free enough", () => {
    // Ten working days always hold a whole week, and 31 + 10 h are more than 40.
    expect(ask(BUSY, [work(31, 2)])).toEqual({
      days: null,
      lacking: 42,
      says: [0, 1, 2, 3, 4, 5].map((week) => `week ${week}: ${week < 2 ? 61 : 41} of 40 h, Ana`),
    });
    expect(ask(BUSY, [work(1, 7)])).toEqual({ days: null, lacking: 0, says: [] });
  });

  test("work that nobody can do has no start, and nobody is named", () => {
    const { days, says } = ask(
      { ...BUSY, needs: [{ on: "Blue", skill: "Java", effort: hoursAWeek(1) }] },
      [work(5, 1, { skill: 1 })],
      1,
    );
    expect([days, says]).toEqual([null, ["week 0: 6 of 0 h, "]]);
  });

  test("a plan that is short already may stay so: only hours that are short because of the new work count", () => {
    const short = { ...BUSY, needs: [...BUSY.needs!, { on: "Red", skill: "Java", effort: hoursAWeek(5) }] };
    expect(ask(short, [work(10, 3)]).days).toEqual([0, 18]);
  });

  test("hours that may move go where there is time: 10, 10 and then 30 a week", () => {
    const movable = { movable: fromHours(50) };
    expect(ask(BUSY, [work(30, null, movable)])).toEqual({ days: [0, 18], lacking: 0, says: [] });
    expect(ask(BUSY, [work(30, 3, movable)]).days).toEqual([0, 18]);
    // In two weeks from Tuesday of week 1: 10, 30 and 6 h, the most of one day. From Wednesday: 10, 30 and up to 12.
    expect(ask(BUSY, [work(30, 2, movable)]).days).toEqual([9, 22]);
    expect(ask(BUSY, [work(10, null, { movable: fromHours(61) })], 6)).toMatchObject({ days: null, lacking: 1 });
  });
});

const need = fc
  .record({
    skill: fc.nat(2),
    level: fc.integer({ min: 1, max: 3 }),
    per: fc.constantFrom(EFFORT.week, EFFORT.total),
    effort: fc.integer({ min: 1, max: 1500 }),
    spread: fc.constantFrom("even", "front", "back"),
    after: fc.nat(6),
    takes: fc.integer({ min: 1, max: 9 }),
  })
  .map((terms): NewNeed => ({ ...work(0, 1), ...terms, effort: minutes(terms.effort) }));

const withSkills = planSpec.map((spec) => ({ ...spec, people: { ...spec.people, Zoe: { skills: SKILLS } } }));
const SKILLS = ["AWS", "Terraform", "Windows"];
const HORIZON: Period = { from: d(-3), to: d(17) };

test(`putting the work on each day into the plan gives the same first day in ${runs} random plans`, () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(
      withSkills,
      countedAnyhow,
      fc.nat(4),
      fc.array(need, { minLength: 1, maxLength: 2 }),
      (spec, how, seed, needs) => {
        const plan = planOf(spec);
        const scope = scopeOf(plan, seed);
        const { fits, lacking, blocks } = earliestStart(plan, HORIZON, how, scope, needs);
        const before = gapOf(plan, how, scope);
        const tried = startsOf(needs).map((start) => {
          const placed = placedAt(plan, scope, needs, start);
          return { start, more: gapOf(placed.plan, how, placed.scope) - before, to: placed.to };
        });
        const first = tried.find(({ more }) => more === 0);
        expect(fits).toEqual(first ? { from: first.start, to: first.to } : null);
        expect(lacking).toBe(tried[0]?.more ?? 0);
        expect(blocks.length > 0).toBe(lacking > 0);
        for (const { demand, supply, deficit, free } of blocks) {
          expect(demand - supply).toBe(deficit);
          expect(free.reduce((sum, one) => sum + one, 0)).toBe(supply);
        }
        const kind = first === undefined ? "never" : first === tried[0] ? "at once" : "later";
        seen.set(kind, (seen.get(kind) ?? 0) + 1);
      },
    ),
    { numRuns: runs },
  );
  expect([...seen.keys()].sort()).toEqual(["at once", "later", "never"]);
});

test(`a linear programme over all weeks agrees on the first day of movable work in ${judged} random plans`, async () => {
  const maximum = await linearJudge();
  const movable = need.map(
    (one): NewNeed => ({ ...one, per: EFFORT.week, takes: one.takes! + 5, movable: minutes(one.effort * 1.5) }),
  );
  const both = fc
    .tuple(movable, fc.array(fc.oneof(movable, need), { maxLength: 1 }))
    .map(([one, more]) => [one, ...more]);
  const seen = new Set<string>();
  for (const [spec, how, needs] of fc.sample(fc.tuple(withSkills, countedAnyhow, both), {
    seed: 46035,
    numRuns: runs,
  })) {
    const plan = planOf(spec);
    const scope = everything(plan);
    const { fits } = earliestStart(plan, HORIZON, how, scope, needs);
    const before = servedMost(plan, how, scope, [], maximum);
    const first = startsOf(needs).find((start) => {
      const placed = placedAt(plan, scope, needs, start);
      const model = servedMost(placed.plan, how, placed.scope, needs, maximum);
      return Math.abs(model.most - before.most - model.asked) < 1e-6;
    });
    expect(fits?.from ?? null).toBe(first ?? null);
    seen.add(first === undefined ? "never" : "some day");
  }
  expect(seen.size).toBe(2);
}, 600_000);

const gapOf = (plan: Plan, how: Counted, scope: Scope): number =>
  skillGap(plan, timeline(HORIZON.from, HORIZON.to, "total"), how, scope).unmet[0]!;

/** Every working day from which the work ends within the horizon. */
function startsOf(needs: readonly NewNeed[]) {
  const days = Array.from({ length: HORIZON.to - HORIZON.from + 1 }, (_, i) => dayNumber(HORIZON.from + i));
  const longest = Math.max(...needs.map(({ after, takes }) => after + takes!));
  return days.filter((day) => nextWorkday(day, 0) === day && nextWorkday(day, longest - 1) <= HORIZON.to);
}

/** The plan with the work as an engagement of its own. */
function placedAt(plan: Plan, scope: Scope, work: readonly NewNeed[], start: ReturnType<typeof d>) {
  const engagement = plan.engagements.length;
  const from = dayNumber(1);
  const own = {
    name: "New",
    client: "",
    kind: "",
    status: "confirmed",
    odds: null,
    from,
    to: LAST_DAY,
    priority: null,
  } as const;
  const needs = work.map((one) => {
    const first = nextWorkday(start, one.after);
    return {
      ...one,
      source: "Demand" as const,
      engagement,
      from: first,
      to: nextWorkday(first, one.takes! - 1),
      row: 0,
    };
  });
  return {
    plan: { ...plan, engagements: [...plan.engagements, own], needs: [...plan.needs, ...needs] },
    scope: { ...scope, needs: Uint8Array.from([...scope.needs, ...needs.map(() => 1)]) },
    to: dayNumber(Math.max(...needs.map(({ to }) => to))),
  };
}

/** The most that can be served in all grains together when movable needs are limited by their sum as well; and what new work asks. */
function servedMost(
  plan: Plan,
  how: Counted,
  scope: Scope,
  work: readonly NewNeed[],
  maximum: Awaited<ReturnType<typeof linearJudge>>,
) {
  const model = gapModel(plan, timeline(HORIZON.from, HORIZON.to, "total"), how, scope);
  const first = plan.needs.length - work.length;
  const links = model.pieces.flatMap((piece, at) =>
    model.classes.canServe.flatMap((own, able) =>
      own.includes(piece.variant) ? [{ at, able, grain: piece.grain }] : [],
    ),
  );
  const rowOf = (atMost: number, is: (link: (typeof links)[number]) => boolean) => ({
    atMost,
    terms: links.flatMap((link, column) => (is(link) ? [{ column, coefficient: 1 }] : [])),
  });
  const able = model.classes.canServe.length;
  const rows = [
    ...[...model.supply].map((atMost, cell) => rowOf(atMost, (link) => link.grain * able + link.able === cell)),
    ...model.pieces.map(({ minutes: atMost }, at) => rowOf(atMost, (link) => link.at === at)),
    ...work.flatMap(({ movable }, i) =>
      movable === null ? [] : [rowOf(movable, ({ at }) => model.pieces[at]!.need === first + i)],
    ),
  ];
  const asked = work.map(({ movable }, i): number => {
    if (movable !== null) return movable;
    return model.pieces.reduce((sum, piece) => sum + (piece.need === first + i ? piece.minutes : 0), 0);
  });
  return { most: maximum({ gain: links.map(() => 1), rows }), asked: asked.reduce((a, b) => a + b, 0) };
}

test("working days are counted from Monday to Friday", () => {
  expect([0, 1, 4, 5, 6].map((days) => nextWorkday(d(3), days) - d(0))).toEqual([3, 4, 9, 10, 11]);
  expect([5, 6].map((day) => nextWorkday(d(day), 0) - d(0))).toEqual([7, 7]);
  expect(workdaysBetween(d(0), d(13))).toBe(10);
  expect(workdaysBetween(d(4), d(7))).toBe(2);
  expect(workdaysBetween(d(5), d(6))).toBe(0);
});
