import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { smallDemo } from "../../core/demo/small.ts";
import { countedBy } from "../../core/engine/counted.ts";
import { demand } from "../../core/engine/demand.ts";
import { skillGap } from "../../core/engine/gap.ts";
import { everything } from "../../core/engine/scope.ts";
import { supply } from "../../core/engine/supply.ts";
import { timeline } from "../../core/engine/timeline.ts";
import { run } from "../../core/host.ts";
import type { Cell } from "../../core/plan/cells.ts";
import type { Plan } from "../../core/plan/plan.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { ask, type QuestionName, type ReplyOf } from "../../core/questions/index.ts";
import { withChanges } from "../../core/scenario/with-changes.ts";
import { dayNumber } from "../../core/units.ts";
import { at, bookOf, type MemoryBook, memoryBook, memoryHost } from "../support/memory-host.ts";
import { day } from "../support/plan.ts";

const asked = <N extends QuestionName>(book: MemoryBook, name: N, request: unknown) =>
  run(ask(name, request), memoryHost(book).host) as ReplyOf<N>;
const planIn = (book: MemoryBook) =>
  readPlan(bookOf(book).map(({ name, cells }) => ({ sheet: name, cells, row: 0, column: 0 })));

/** Hours a week of twelve weeks from 5 January: asked for by engagement, short, and what people can work. */
function figures(plan: Plan) {
  const weeks = timeline(dayNumber(46027), dayNumber(46027 + 83), "week");
  const how = countedBy(plan.settings);
  const { asked: wanted, own } = demand(plan, weeks, how);
  const perWeek = (minutes: Float64Array, rows: readonly number[]) =>
    Array.from({ length: 12 }, (_, week) => rows.reduce((sum, row) => sum + minutes[row * 12 + week]! / 60, 0));
  const { allocations, needs } = plan;
  const placesOf = (ofRow: ArrayLike<number>, engagement: number) =>
    [...Array(ofRow.length).keys()].filter((row) => ofRow[row] === engagement);
  const { capacity } = supply(plan, weeks, how);
  return {
    asked: new Map(
      plan.engagements.map(({ name }, i) => [
        name,
        perWeek(
          wanted,
          placesOf(
            needs.map((need) => need.engagement),
            i,
          ),
        ),
      ]),
    ),
    own: new Map(plan.engagements.map(({ name }, i) => [name, perWeek(own, placesOf(allocations.engagement, i))])),
    gap: [...skillGap(plan, weeks, how, everything(plan)).unmet],
    capacity: perWeek(capacity, [...plan.contracts.keys()]),
  };
}

type Tables = Readonly<Record<string, readonly (readonly Cell[])[]>>;

/** Adopt these rows; the figures that the scenario showed, and those of the plan then. */
function adopted(tables: Tables, rows: readonly Readonly<Record<string, Cell>>[]) {
  const book = memoryBook(tables);
  asked(book, "saveScenario", { scenario: "What if", rows });
  const plan = planIn(book);
  const changes = plan.scenarios.flatMap((one) => one.changes.map(({ change }) => change));
  const { plan: after, problems } = withChanges(plan, changes);
  expect([plan.scenarios.flatMap((one) => one.problems), problems]).toEqual([[], []]);
  asked(book, "adoptScenario", { scenario: "What if" });
  return { book, shown: figures(after), now: figures(planIn(book)) };
}

const PEOPLE: readonly (readonly Cell[])[] = [
  ["Person", "Weekly hours", "Skills"],
  ["Ana", 40, "AWS"],
];
const OPEN_ROW: Tables = {
  People: PEOPLE,
  Demand: [
    ["Engagement", "Skill", "From", "To", "Hours a week"],
    ["A", "AWS", null, null, 30],
  ],
};

describe("adopting a service that shrinks", () => {
  test("from a day on ends the row with an empty To on the day before", () => {
    const rows = [{ Change: "growth", Engagement: "A", Percent: -0.1, From: day("2026-01-12") }];
    const { book, now } = adopted(OPEN_ROW, rows);
    expect([1, 2].map((row) => [2, 3, 4].map((column) => at(book, "Demand", row, column)))).toEqual([
      [null, day("2026-01-11"), 30],
      [day("2026-01-12"), null, 27],
    ]);
    expect(now.asked.get("A")?.slice(0, 3)).toEqual([30, 27, 27]);
  });

  test.each([
    ["Harborline desk", -0.15, "2026-02-02", "2026-02-15"],
    ["Meridian cloud care", -0.2, "2026-02-04", null],
  ] as const)("%s by %d from %s: the tables can say it", (engagement, percent, from, to) => {
    const tables = Object.fromEntries([...smallDemo()].filter(([name]) => name !== "Scenarios"));
    const days = { From: day(from), ...(to === null ? {} : { To: day(to) }) };
    const { shown, now } = adopted(tables, [{ Change: "growth", Engagement: engagement, Percent: percent, ...days }]);
    expect(now).toEqual(shown);
  });

  const someDay = fc.integer({ min: 46027, max: 46100 });
  const maybe = (days: fc.Arbitrary<number>) => fc.option(days, { nil: null });
  const row = fc.record({
    on: fc.constantFrom("A", "B"),
    from: maybe(someDay),
    weekly: fc.integer({ min: 1, max: 60 }),
  });
  const change = fc.record({
    on: fc.constantFrom("A", "B"),
    percent: fc.constantFrom(-0.1, -0.33, -1),
    from: maybe(someDay),
    days: maybe(fc.integer({ min: 0, max: 40 })),
  });

  test("gives the demand, the gap and the capacity of the scenario, whatever ends are open", () => {
    let count = 0;
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 4 }),
        fc.array(change, { minLength: 1, maxLength: 2 }),
        maybe(someDay),
        (needs, changes, end) => {
          const tables: Tables = {
            People: PEOPLE,
            Engagements: [
              ["Engagement", "From", "To"],
              ["A", 46020, end],
              ["B", null, null],
            ],
            Demand: [
              ["Engagement", "Skill", "From", "To", "Hours a week"],
              ...needs.map(({ on, from, weekly }): readonly Cell[] => [on, "AWS", from, null, weekly]),
            ],
          };
          const rows = changes.map(({ on, percent, from, days }) => ({
            Change: "growth",
            Engagement: on,
            Percent: percent,
            ...(from === null ? {} : { From: from }),
            ...(days === null ? {} : { To: (from ?? 46027) + days }),
          }));
          const book = memoryBook(tables);
          asked(book, "saveScenario", { scenario: "What if", rows });
          if (planIn(book).scenarios.some(({ problems }) => problems.length > 0)) return;
          const { shown, now } = adopted(tables, rows);
          expect(now).toEqual(shown);
          count += 1;
        },
      ),
      { numRuns: 40 },
    );
    expect(count).toBeGreaterThan(10);
  });
});

test("a row that begins after its engagement ends moves with it, and goes on counting for nothing", () => {
  const tables: Tables = {
    People: PEOPLE,
    Engagements: [
      ["Engagement", "From", "To"],
      ["A", 46027, day("2026-02-04")],
    ],
    Demand: [
      ["Engagement", "Skill", "From", "To", "Hours a week"],
      ["A", "AWS", null, null, 30],
      ["A", "AWS", day("2026-02-19"), null, 3],
    ],
  };
  const { book, shown, now } = adopted(tables, [{ Change: "slip", Engagement: "A", Weeks: 3 }]);
  expect(at(book, "Demand", 2, 2)).toBe(day("2026-03-12"));
  expect(now).toEqual(shown);
});
