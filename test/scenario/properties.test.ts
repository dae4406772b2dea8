import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { smallDemo } from "../../core/demo/small.ts";
import { countedBy } from "../../core/engine/counted.ts";
import { demand } from "../../core/engine/demand.ts";
import { skillGap } from "../../core/engine/gap.ts";
import { everything } from "../../core/engine/scope.ts";
import { supply } from "../../core/engine/supply.ts";
import { timeline } from "../../core/engine/timeline.ts";
import { FUNCTIONS } from "../../core/functions/index.ts";
import { run } from "../../core/host.ts";
import { FIRST_DAY, LAST_DAY, type Plan } from "../../core/plan/plan.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { PlanError } from "../../core/problems.ts";
import { ask, type QuestionName, type ReplyOf } from "../../core/questions/index.ts";
import type { Change } from "../../core/scenario/change.ts";
import { withChanges } from "../../core/scenario/with-changes.ts";
import { dayNumber, minutes } from "../../core/units.ts";
import { planSpec } from "../engine/random-plan.ts";
import { d, planOf } from "../support/engine-plan.ts";
import { lightDemo } from "../support/light-demo.ts";
import { bookOf, type MemoryBook, memoryBook, memoryHost, seen } from "../support/memory-host.ts";

const figures = (plan: Plan) => {
  const weeks = timeline(d(0), d(27), "week");
  const how = countedBy(plan.settings);
  const { capacity, overload, free } = supply(plan, weeks, how);
  const { asked, own } = demand(plan, weeks, how);
  const total = (all: Float64Array) => all.reduce((sum, one) => sum + one, 0);
  return {
    gap: [...skillGap(plan, weeks, how, everything(plan)).unmet],
    all: [capacity, overload, free, asked, own].map(total),
  };
};

const OPEN = { from: FIRST_DAY, to: LAST_DAY };
const someDay = fc.integer({ min: 0, max: 27 });
const weekly = fc.integer({ min: 0, max: 40 }).map((hours) => minutes(hours * 60));
/** Changes of different people and engagements, none of which looks at what another one changes. */
const independent: fc.Arbitrary<readonly Change[]> = fc
  .record({
    leaves: someDay,
    from: someDay,
    hours: weekly,
    hire: weekly,
    weeks: fc.integer({ min: 1, max: 3 }),
    work: weekly,
  })
  .map(({ leaves, from, hours, hire, weeks, work }): readonly Change[] => [
    { kind: "leaver", person: "Ana", from: d(leaves) },
    { kind: "hours", person: "Ben", from: d(from), to: LAST_DAY, weekly: hours },
    {
      kind: "hire",
      person: "Zoe",
      skill: "AWS",
      level: 3,
      certificate: null,
      location: "Austin",
      weekly: hire,
      ...OPEN,
    },
    { kind: "training", person: "Cy", skill: "AWS", level: 5, certificate: "Pro", from: d(from) },
    { kind: "slip", engagement: "Red", weeks },
    {
      kind: "new engagement",
      engagement: "Violet",
      skill: "AWS",
      level: 2,
      certificate: null,
      location: null,
      weekly: work,
      ...OPEN,
    },
  ]);

test("changes that have nothing to do with each other may be made in any order", () => {
  fc.assert(
    fc.property(planSpec, independent, fc.infiniteStream(fc.nat()), (spec, changes, order) => {
      // Who leaves must not be booked on what slips: the days on which they are gone would be other days of it.
      const allocations = (spec.allocations ?? []).filter(({ who, on }) => who !== "Ana" || on !== "Red");
      const plan = planOf({ ...spec, allocations, people: { Ana: {}, Ben: {}, Cy: {}, ...spec.people } });
      if (plan.skills.indexOf("AWS") < 0) return;
      const fits = changes.filter((one) => withChanges(plan, [one]).problems.length === 0);
      const keys = new Map(fits.map((one) => [one, order.next().value]));
      const shuffled = [...fits].sort((a, b) => keys.get(a)! - keys.get(b)!);
      const [one, other] = [withChanges(plan, fits), withChanges(plan, shuffled)];
      expect([one.problems, other.problems]).toEqual([[], []]);
      expect(figures(other.plan)).toEqual(figures(one.plan));
    }),
    { numRuns: 60 },
  );
});

const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    kind: fc.constant("leaver" as const),
    person: fc.constantFrom("Ana", "Ben", "Zoe"),
    from: someDay.map(d),
  }),
  fc.record({
    kind: fc.constant("hours" as const),
    person: fc.constantFrom("Ana", "Zoe"),
    weekly,
    from: someDay.map(d),
    to: fc.constantFrom(d(20), LAST_DAY),
  }),
  fc.record({
    kind: fc.constant("hire" as const),
    person: fc.constantFrom("Zoe", null),
    skill: fc.constantFrom("AWS", "Rust"),
    level: fc.constantFrom(1, 3),
    certificate: fc.constant(null),
    location: fc.constant(null),
    weekly: fc.constantFrom(minutes(600), minutes(1200)),
    from: fc.constant(FIRST_DAY),
    to: fc.constant(LAST_DAY),
  }),
  fc.record({
    kind: fc.constant("training" as const),
    person: fc.constantFrom("Ana", "Zoe"),
    skill: fc.constantFrom("AWS", "Rust"),
    level: fc.constantFrom(2, 5),
    certificate: fc.constant(null),
    from: someDay.map(d),
  }),
  fc.record({
    kind: fc.constant("new engagement" as const),
    engagement: fc.constant("Violet"),
    skill: fc.constantFrom("AWS", "Rust"),
    level: fc.constant(2),
    certificate: fc.constant(null),
    location: fc.constant(null),
    weekly,
    from: someDay.map(d),
    to: fc.constant(LAST_DAY),
  }),
  fc.record({
    kind: fc.constant("growth" as const),
    engagement: fc.constantFrom("Red", "Violet", null),
    share: fc.constantFrom(100_000, 333_333, -250_000),
    from: someDay.map(d),
    to: fc.constant(LAST_DAY),
  }),
  fc.record({
    kind: fc.constant("slip" as const),
    engagement: fc.constantFrom("Red", "Violet"),
    weeks: fc.constantFrom(1, 2),
  }),
  fc.record({ kind: fc.constantFrom("win" as const, "lose" as const), engagement: fc.constantFrom("Red", "Blue") }),
  fc.record({
    kind: fc.constant("move" as const),
    person: fc.constantFrom("Ana", "Ben"),
    engagement: fc.constant("Red"),
    toEngagement: fc.constantFrom("Blue", "Violet"),
    from: someDay.map(d),
    to: fc.constant(LAST_DAY),
  }),
);

test("the order of a scenario's rows changes no figure and no problem", () => {
  const kinds = new Set<string>();
  let wrong = 0;
  fc.assert(
    fc.property(
      planSpec,
      fc.array(anyChange, { minLength: 2, maxLength: 6 }),
      fc.infiniteStream(fc.nat()),
      (spec, changes, order) => {
        const plan = planOf({ ...spec, people: { Ana: {}, Ben: {}, ...spec.people } });
        const keys = new Map(changes.map((one) => [one, order.next().value]));
        const shuffled = [...changes].sort((a, b) => keys.get(a)! - keys.get(b)!);
        const [one, other] = [withChanges(plan, changes), withChanges(plan, shuffled)];
        const said = (list: readonly Change[], { problems }: typeof one) =>
          problems.map(({ at, problem }) => JSON.stringify([list[at], problem])).sort();
        expect(said(shuffled, other)).toEqual(said(changes, one));
        expect(figures(other.plan)).toEqual(figures(one.plan));
        wrong += one.problems.length;
        for (const { kind } of changes) kinds.add(kind);
      },
    ),
    { numRuns: 100 },
  );
  expect([kinds.size, wrong > 0]).toEqual([10, true]);
});

describe("off is the plan as it is", () => {
  const tables = [...lightDemo().values()];
  const without = [...lightDemo()].filter(([name]) => name !== "Scenarios").map(([, cells]) => cells);
  const asked = FUNCTIONS.filter(
    ({ name, params, needs }) =>
      needs.every((names) => names.some((table) => smallDemo().has(table))) &&
      params.every(({ name: param }) => ["from", "to", "rows", "periods", "where"].includes(param)) &&
      name !== "COMPARE" &&
      params.length > 0,
  );

  test("nothing changes when the table of scenarios is there and nobody asks for one", () => {
    for (const { name, call } of asked) {
      expect([name, call([46027, 46110, ...tables])]).toEqual([name, call([46027, 46110, ...without])]);
    }
  });

  test("a scenario whose rows are all switched off is the plan as it is, cell by cell", () => {
    expect(asked.length).toBeGreaterThan(7);
    for (const { name, call, params } of asked) {
      const front = params.map(({ name: param }) =>
        param === "from" ? 46027 : param === "to" ? 46110 : param === "where" ? "scenario=Harborline grows" : null,
      );
      expect([name, call([...front, ...tables])]).toEqual([name, call([46027, 46110, ...without])]);
    }
  });
});

const HEADINGS = [
  ...["Scenario", "Change", "On", "Person", "Engagement", "To engagement", "Skill", "Level", "Certificate", "Location"],
  ...["From", "To", "Hours a week", "Percent", "Weeks", "Note"],
];
const DEMO = new Map([...lightDemo(), ["Scenarios", [HEADINGS]]]);
const PLAN = readPlan([...DEMO].map(([sheet, cells]) => ({ sheet, cells, row: 0, column: 0 })));
const named = (all: readonly { readonly name: string }[]) => fc.constantFrom(...all.map(({ name }) => name));
const demoDay = fc.integer({ min: 46027, max: 46110 }).map(dayNumber);
const person = named(PLAN.people);
const engagement = named(PLAN.engagements);
const skill = fc.constantFrom(...PLAN.skills);
/** One that nobody has and nothing asks for. */
const skillOrNew = fc.oneof(skill, fc.constant("Quarkus"));
const level = fc.integer({ min: 1, max: 5 });
const perWeek = fc.integer({ min: 1, max: 80 }).map((halves) => halves / 2);
const anyRow: fc.Arbitrary<Readonly<Record<string, string | number>>> = fc.oneof(
  fc.record({ Change: fc.constant("leaver"), Person: person, From: demoDay }),
  fc.record({
    Change: fc.constant("move"),
    Person: person,
    Engagement: engagement,
    "To engagement": engagement,
    From: demoDay,
  }),
  fc
    .record({
      Change: fc.constant("move"),
      Person: person,
      Engagement: engagement,
      "To engagement": engagement,
      From: demoDay,
    })
    .map((row) => ({ ...row, To: row.From + 10 })),
  fc.record({ Change: fc.constant("hire"), Skill: skill, Level: level, "Hours a week": perWeek, From: demoDay }),
  fc.record({ Change: fc.constant("training"), Person: person, Skill: skill, Level: level, From: demoDay }),
  fc.record({ Change: fc.constant("training"), Person: person, Skill: skill, Level: level }),
  fc.record({ Change: fc.constant("slip"), Engagement: engagement, Weeks: fc.constantFrom(-2, -1, 1, 2, 4) }),
  fc.record({ Change: fc.constantFrom("win", "lose"), Engagement: fc.constant("Juniper data hub") }),
  fc.record({ Change: fc.constant("lose"), Engagement: engagement }),
  fc.record({
    Change: fc.constant("hire"),
    Person: fc.constant("Zoe"),
    Skill: skillOrNew,
    "Hours a week": fc.constant(20),
  }),
  fc.record({ Change: fc.constant("training"), Person: fc.constantFrom("Zoe", "Ben Carver"), Skill: skillOrNew }),
  fc.record({ Change: fc.constant("hours"), Person: person, "Hours a week": perWeek, From: demoDay }),
  fc
    .record({ Change: fc.constant("hours"), Person: person, "Hours a week": perWeek, From: demoDay })
    .map((row) => ({ ...row, To: row.From + 12 })),
  fc.record({
    Change: fc.constant("growth"),
    Percent: fc.integer({ min: 1, max: 40 }).map((percent) => percent / 100),
  }),
  fc.record({ Change: fc.constant("growth"), Percent: fc.constantFrom(-0.1, -0.5) }),
  fc.record({ Change: fc.constant("growth"), Engagement: engagement, Percent: fc.constant(-0.25), From: demoDay }),
  fc.record({ Change: fc.constant("growth"), Engagement: engagement, Percent: fc.constant(0.25), From: demoDay }),
  fc.record({
    Change: fc.constant("new engagement"),
    Engagement: fc.constant("Rollout"),
    Skill: skill,
    "Hours a week": perWeek,
    From: demoDay,
  }),
);

test("adopting writes a plan that gives the figures of the scenario, and undo takes all of it back", () => {
  const asked = <N extends QuestionName>(book: MemoryBook, name: N, request: unknown) =>
    run(ask(name, request), memoryHost(book).host) as ReplyOf<N>;
  const inBook = (book: MemoryBook) =>
    readPlan(bookOf(book).map(({ name, cells }) => ({ sheet: name, cells, row: 0, column: 0 })));
  const refusals: string[] = [];
  let adopted = 0;
  fc.assert(
    fc.property(fc.array(anyRow, { minLength: 1, maxLength: 3 }), (rows) => {
      const book = memoryBook(Object.fromEntries(DEMO));
      asked(book, "saveScenario", { scenario: "What if", rows });
      const plan = inBook(book);
      const [scenario] = plan.scenarios;
      if (scenario!.problems.length > 0) return;
      const before = seen(book);
      const { plan: after, problems } = withChanges(
        plan,
        scenario!.changes.map(({ change }) => change),
      );
      // The table was tried on a part of the plan only; on the whole plan it fits just as well.
      expect(problems).toEqual([]);
      try {
        asked(book, "adoptScenario", { scenario: "What if" });
      } catch (error) {
        if (!(error instanceof PlanError)) throw error;
        refusals.push(error.message);
        expect(seen(book)).toBe(before);
        return;
      }
      adopted += 1;
      const read = inBook(book);
      const { barred: _, ...rest } = after;
      expect(figures(read)).toEqual(figures({ ...rest, barred: [] }));
      expect(read.scenarios[0]!.problems).toEqual([]);
      asked(book, "undoLast", {});
      expect(seen(book)).toBe(before);
    }),
    { numRuns: 40 },
  );
  // Only a plan in which something of the scenario cannot be said is left alone.
  expect(refusals).toEqual([]);
  expect(adopted).toBeGreaterThan(15);
});
