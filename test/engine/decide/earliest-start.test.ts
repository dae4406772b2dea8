import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Counted, countedBy } from "../../../core/engine/counted.ts";
import { type Block, earliestStart } from "../../../core/engine/decide/earliest-start.ts";
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
  const { fits, asked, lacking, percent, blocks } = earliestStart(plan, horizon, COUNTED, everything(plan), needs);
  const says = blocks.map(
    (one) =>
      `week ${(one.from - d(0)) / 7}: ${one.supply / 60} of ${one.demand / 60} h, ${one.people.map((person) => plan.people[person]!.name)}`,
  );
  const days = fits && [fits.from - d(0), fits.to - d(0)];
  return { days, asked: asked / 60, lacking: lacking / 60, percent, says };
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
    expect(ask(BUSY, [work(10, 3)])).toEqual({ days: [0, 18], asked: 30, lacking: 0, percent: 100, says: [] });
  });

  test("waits until every week of the work fits, and says what it would lack when begun at once", () => {
    // 20 h a week beside 30 of 40 in weeks 0 and 1. From Thursday of week 1 on, 8 h and then 20 fit.
    expect(ask(BUSY, [work(20, 2)])).toEqual({
      days: [10, 23],
      asked: 40,
      lacking: 20,
      percent: 50,
      says: ["week 0: 10 of 20 h, Ana", "week 1: 10 of 20 h, Ana"],
    });
    // A third of 30 hours: 33 % fit, 34 % would be 12 minutes too much.
    expect(ask(BUSY, [work(30, 2)]).percent).toBe(33);
  });

  test("what was short before is not what the work lacks, and blocks of other work are none of its own", () => {
    const short = [
      { on: "Red", skill: "AWS", effort: hoursAWeek(20), from: 0, to: 6 },
      { on: "Red", skill: "Java", effort: hoursAWeek(5) },
    ];
    // Week 0 lacks 10 h of AWS already: nothing fits. Week 1 has 10 free hours.
    expect(ask({ ...BUSY, needs: [...BUSY.needs!, ...short] }, [work(20, 2)])).toEqual({
      days: [10, 23],
      asked: 40,
      lacking: 30,
      percent: 0,
      says: ["week 0: 0 of 20 h, Ana", "week 1: 10 of 20 h, Ana"],
    });
  });

  test("rows keep their distance: the second begins a week after the first", () => {
    expect(ask(BUSY, [work(10, 1), work(30, 1, { after: 5 })]).days).toEqual([7, 18]);
  });

  test("is none when no stretch of the horizon is long enough or free enough", () => {
    // Ten working days always hold a whole week, and 31 + 10 h are more than 40.
    expect(ask(BUSY, [work(31, 2)])).toEqual({
      days: null,
      asked: 62,
      lacking: 42,
      percent: 32,
      says: ["week 0: 10 of 31 h, Ana", "week 1: 10 of 31 h, Ana"],
    });
    expect(ask(BUSY, [work(1, 7)])).toEqual({ days: null, asked: 0, lacking: 0, percent: 0, says: [] });
  });

  test("work that nobody can do has no start, and nobody is named", () => {
    const { days, says } = ask(
      { ...BUSY, needs: [{ on: "Blue", skill: "Java", effort: hoursAWeek(1) }] },
      [work(5, 1, { skill: 1 })],
      1,
    );
    expect([days, says]).toEqual([null, ["week 0: 0 of 5 h, "]]);
  });

  test("a plan that is short already may stay so: only hours that are short because of the new work count", () => {
    const short = { ...BUSY, needs: [...BUSY.needs!, { on: "Red", skill: "Java", effort: hoursAWeek(5) }] };
    expect(ask(short, [work(10, 3)]).days).toEqual([0, 18]);
  });

  test("hours that may move go where there is time: 10, 10 and then 30 a week", () => {
    const movable = { movable: fromHours(50) };
    expect(ask(BUSY, [work(30, null, movable)])).toMatchObject({ days: [0, 18], lacking: 0, says: [] });
    expect(ask(BUSY, [work(30, 3, movable)]).days).toEqual([0, 18]);
    // In two weeks from Tuesday of week 1: 10, 30 and 6 h, the most of one day. From Wednesday: 10, 30 and up to 12.
    expect(ask(BUSY, [work(30, 2, movable)]).days).toEqual([9, 22]);
    // At once, two weeks have 20 of the 50 h free, 40 %; Ana's 40 h of the second are full with Blue's 30.
    expect(ask(BUSY, [work(30, 2, movable)])).toMatchObject({
      asked: 50,
      lacking: 30,
      percent: 40,
      says: ["week 0: 20 of 50 h, Ana"],
    });
    // Six weeks of 10 h are 60 of 61, 98.36 %.
    expect(ask(BUSY, [work(10, null, { movable: fromHours(61) })], 6)).toEqual({
      days: null,
      asked: 61,
      lacking: 1,
      percent: 98,
      says: [],
    });
  });
});

describe("work that may move", () => {
  /** Ana's 40 hours, of which so many are wanted in each week. */
  const wanted = (...hours: readonly number[]): PlanSpec => ({
    people: { Ana: { skills: ["AWS"] } },
    needs: hours.map((one, week) => ({
      on: "Blue",
      skill: "AWS",
      effort: hoursAWeek(one),
      from: 7 * week,
      to: 7 * week + 6,
    })),
  });

  test("begins in the first week in which any of it can be done, not on the day asked about", () => {
    const sixteen = work(16, null, { movable: fromHours(16) });
    expect(ask(wanted(40, 40, 40, 32, 32), [sixteen], 5).days).toEqual([21, 32]);
    // Whoever waited for the week with 16 hours would be done as early, but it can begin before.
    expect(ask(wanted(40, 32, 24), [sixteen], 3).days).toEqual([7, 18]);
  });

  test("begins with the fixed work beside it, wherever its own hours go", () => {
    const both = [work(8, null, { movable: fromHours(8) }), work(4, 1)];
    expect(ask(wanted(36, 40, 32), both, 3).days).toEqual([0, 18]);
    expect(ask(wanted(40, 40, 28), both, 3).days).toEqual([14, 18]);
  });

  test("begins and ends where every way to spread it over the weeks says", () => {
    const tens = fc.integer({ min: 0, max: 4 });
    fc.assert(
      fc.property(
        fc.array(tens, { minLength: 4, maxLength: 4 }),
        fc.integer({ min: 1, max: 8 }),
        tens,
        (busy, all, most) => {
          fc.pre(most > 0);
          const ways = spread(
            all,
            busy.map((one) => Math.min(most, 4 - one)),
          );
          const first = Math.min(...ways.map((way) => way.findIndex((one) => one > 0)));
          const last = Math.min(...ways.map((way) => way.map((one) => one > 0).lastIndexOf(true)));
          const { days } = ask(
            wanted(...busy.map((one) => 10 * one)),
            [work(10 * most, null, { movable: fromHours(10 * all) })],
            4,
          );
          expect(days).toEqual(ways.length === 0 ? null : [7 * first, 7 * last + 4]);
        },
      ),
      { numRuns: 200 },
    );
  });
});

/** Every way to spread so many over places of so much room. */
function spread(all: number, [room, ...others]: readonly number[]): readonly (readonly number[])[] {
  if (room === undefined) return all === 0 ? [[]] : [];
  const here = Array.from({ length: Math.min(room, all) + 1 }, (_, some) => some);
  return here.flatMap((some) => spread(all - some, others).map((way) => [some, ...way]));
}

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
        const { fits, asked, lacking, percent, blocks } = earliestStart(plan, HORIZON, how, scope, needs);
        const before = gapOf(plan, how, scope);
        const tried = startsOf(needs).map((start) => {
          const placed = placedAt(plan, scope, needs, start);
          return { start, more: gapOf(placed.plan, how, placed.scope) - before, to: placed.to };
        });
        const first = tried.find(({ more }) => more === 0);
        expect(fits).toEqual(first ? { from: first.start, to: first.to } : null);
        expect(lacking).toBe(tried[0]?.more ?? 0);
        // Blocks are those of one start: together they lack what it lacks, and ask for no more than it does.
        const inAll = (of: (block: Block) => number) => blocks.reduce((sum, one) => sum + of(one), 0);
        expect(inAll(({ deficit }) => deficit)).toBe(lacking);
        expect(inAll(({ demand }) => demand)).toBeLessThanOrEqual(asked);
        for (const { demand, supply, deficit } of blocks) {
          expect(demand - supply).toBe(deficit);
          expect(deficit).toBeGreaterThan(0);
          expect(supply).toBeGreaterThanOrEqual(0);
        }
        // That share of it cannot be more than what is not lacking.
        if (tried.length > 0) expect(asked * percent).toBeLessThanOrEqual(100 * (asked - lacking));
        expect(percent === 100).toBe(tried[0]?.more === 0);
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
    const { fits, asked, lacking, percent, blocks } = earliestStart(plan, HORIZON, how, scope, needs);
    // What the blocks do not lack is more than the work's weeks can take.
    expect(blocks.reduce((sum, { deficit }) => sum + deficit, 0)).toBeLessThanOrEqual(lacking);
    for (const { demand, supply } of blocks) expect([supply >= 0, demand <= asked]).toEqual([true, true]);
    expect(asked * percent).toBeLessThanOrEqual(100 * (asked - lacking));
    const before = servedMost(plan, how, scope, [], maximum);
    const first = startsOf(needs).find((start) => {
      const placed = placedAt(plan, scope, needs, start);
      const model = servedMost(placed.plan, how, placed.scope, needs, maximum);
      return Math.abs(model.most - before.most - model.asked) < 1e-6;
    });
    const begins = first === undefined ? null : firstDone(placedAt(plan, scope, needs, first), how, needs, maximum);
    expect(fits?.from ?? null).toBe(begins);
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

/** The first day of new work of which something can be done while all of it is. */
function firstDone(
  { plan, scope }: Pick<ReturnType<typeof placedAt>, "plan" | "scope">,
  how: Counted,
  work: readonly NewNeed[],
  maximum: Awaited<ReturnType<typeof linearJudge>>,
) {
  const { pieces, grains } = gapModel(plan, timeline(HORIZON.from, HORIZON.to, "total"), how, scope);
  const { most } = servedMost(plan, how, scope, work, maximum);
  const days = pieces.flatMap(({ need: number, grain }) => {
    if (number < plan.needs.length - work.length) return [];
    const day = nextWorkday(dayNumber(Math.max(plan.needs[number]!.from, grains.periods[grain]!.from)), 0);
    return [{ number, grain, day }];
  });
  const done = days
    .sort((a, b) => a.day - b.day)
    .find((one) => servedMost(plan, how, scope, work, maximum, one).most > most + 0.5e-3);
  return done?.day ?? null;
}

/** The most that can be served in all grains together when movable needs are limited by their sum as well; and what new work asks. */
function servedMost(
  plan: Plan,
  how: Counted,
  scope: Scope,
  work: readonly NewNeed[],
  maximum: Awaited<ReturnType<typeof linearJudge>>,
  rather?: { readonly number: number; readonly grain: number },
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
  const isRather = ({ at, grain }: (typeof links)[number]) =>
    rather?.grain === grain && model.pieces[at]!.need === rather.number;
  const gain = links.map((link) => (isRather(link) ? 1.001 : 1));
  return { most: maximum({ gain, rows }), asked: asked.reduce((a, b) => a + b, 0) };
}

test("working days are counted from Monday to Friday", () => {
  expect([0, 1, 4, 5, 6].map((days) => nextWorkday(d(3), days) - d(0))).toEqual([3, 4, 9, 10, 11]);
  expect([5, 6].map((day) => nextWorkday(d(day), 0) - d(0))).toEqual([7, 7]);
  expect(workdaysBetween(d(0), d(13))).toBe(10);
  expect(workdaysBetween(d(4), d(7))).toBe(2);
  expect(workdaysBetween(d(5), d(6))).toBe(0);
});
