import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Cell, CellRange } from "../../core/plan/cells.ts";
import { ask, refusal } from "./ask.ts";

/** Monday 5 January 2026, and days and weeks after it. */
const MONDAY = 46027;
const week = (n: number) => MONDAY + 7 * n;
const PEOPLE: CellRange = [
  ["Person", "Weekly hours", "To"],
  ["Ana", 40, null],
  ["Ben", 40, null],
  ["Cy", 40, week(6) - 3],
];
const ENGAGEMENTS: CellRange = [
  ["Engagement", "Client", "Owner"],
  ["Portal", "Acme", "Gil"],
  ["Shop", "Bolt", "Hana"],
  ["Desk", "Acme", "Hana"],
];
const snapshots = (...rows: readonly (readonly Cell[])[]): CellRange => [
  ["Taken on", "Week", "Engagement", "Skill", "Person", "Hours"],
  ...rows,
];
const actuals = (...rows: readonly (readonly Cell[])[]): CellRange => [
  ["Day", "Person", "Engagement", "Hours"],
  ...rows,
];
/** Hours of a week, evenly from Monday to Friday. */
const logged = (n: number, person: string, on: string, hours: number): Cell[][] =>
  Array.from({ length: 5 }, (_, day) => [week(n) + day, person, on, hours / 5]);

const accuracy = (where: string, rows: Cell, taken: CellRange, worked: CellRange, from = MONDAY, to = week(30)) =>
  ask("FORECASTACCURACY", from, to, rows, where, PEOPLE, ENGAGEMENTS, taken, worked) as CellRange;
const line = (table: CellRange, lead: number) => table.find((row) => row[0] === lead)!;

describe("forecasts as they stood weeks before", () => {
  const worked = actuals(...logged(8, "Ana", "Portal", 30), ...logged(8, "Ben", "Shop", 20));

  test("100 and 40 hours forecast, 50 and 65 worked: the worked example", () => {
    const fifty = actuals(...logged(8, "Ana", "Portal", 50), ...logged(8, "Ben", "Portal", 65));
    const taken = snapshots(
      [MONDAY, week(8), "Portal", null, "Ana", 100],
      [MONDAY, week(8), "Portal", null, "Ben", 40],
    );
    const [, wape, bias, score, forecast, done, cells, missing] = line(accuracy("", "total", taken, fifty), 8);
    expect([forecast, done, cells, missing]).toEqual([140, 115, 2, 0]);
    expect(wape).toBeCloseTo(75 / 115, 12);
    expect(bias).toBeCloseTo(25 / 115, 12);
    expect(score).toBeCloseTo(1 - 75 / 165, 12);
  });

  test("the latest snapshot that is old enough counts; a younger one says nothing about longer lead times", () => {
    const taken = snapshots(
      [MONDAY, week(8), "Portal", null, "Ana", 10],
      [week(4) + 1, week(8), "Portal", null, "Ana", 20],
      [week(7), week(8), "Portal", null, "Ana", 30],
    );
    const only = actuals(...logged(8, "Ana", "Portal", 30));
    const found = accuracy("", "total", taken, only);
    // Tuesday of week 4 is less than four weeks before week 8.
    expect([1, 2, 4, 8, 12].map((lead) => line(found, lead)[4])).toEqual([30, 20, 10, 10, 0]);
    expect(line(found, 12).slice(1, 4)).toEqual(["n/a", "n/a", "n/a"]);
    expect(line(found, 12)[8]).toBe("needs hours worked until 2026-04-03: no snapshot is older");
  });

  test("a snapshot that does not reach the week says nothing about it", () => {
    const taken = snapshots([MONDAY, week(7), "Portal", null, "Ana", "20x1"]);
    expect(line(accuracy("", "total", taken, actuals(...logged(8, "Ana", "Portal", 30))), 8)[6]).toBe(0);
  });

  test("known on one side only is 0 on the other; who logged nothing is left out and counted", () => {
    const taken = snapshots(
      [MONDAY, week(8), "Portal", null, "Ana", 24],
      [MONDAY, week(8), "Desk", null, "Ana", 6],
      [MONDAY, week(8), "Shop", null, "Ben", 16],
    );
    const ana = actuals(...logged(8, "Ana", "Portal", 20), ...logged(8, "Ana", "Shop", 10));
    const [, wape, bias, , forecast, done, cells, missing] = line(accuracy("", "total", taken, ana), 8);
    // Portal 24 for 20, Desk 6 for 0, Shop 0 for 10: 20 off, of 30 worked; 30 forecast.
    expect([forecast, done, cells, missing]).toEqual([30, 30, 3, 1]);
    expect([wape, bias]).toEqual([20 / 30, 0]);
  });

  test("a week with a planned day that nobody logged is not known, where the plan is given: it is left out and counted", () => {
    // 32 of 40 hours are logged from Monday to Thursday; of Friday nobody knows.
    const taken = snapshots([MONDAY, week(8), "Portal", null, "Ana", 40]);
    const four = actuals(...logged(8, "Ana", "Portal", 40).slice(0, 4), ...logged(10, "Ben", "Shop", 20));
    const plan: CellRange = [
      ["Person", "Engagement", "From", "To", "Hours a day"],
      ["Ana", "Portal", week(8), week(8) + 4, 8],
    ];
    const months = [MONDAY, week(30)] as const;
    const found = ask("FORECASTACCURACY", ...months, "total", "", PEOPLE, ENGAGEMENTS, taken, four, plan) as CellRange;
    expect(line(found, 8).slice(1, 8)).toEqual(["n/a", "n/a", "n/a", 0, 0, 0, 1]);
    const whole = actuals(...logged(8, "Ana", "Portal", 40), ...logged(10, "Ben", "Shop", 20));
    const known = ask("FORECASTACCURACY", ...months, "total", "", PEOPLE, ENGAGEMENTS, taken, whole, plan) as CellRange;
    expect(line(known, 8).slice(1, 8)).toEqual([0, 0, 1, 40, 40, 1, 0]);
  });

  test("who was not there any more worked nothing, and no timesheet is missing", () => {
    const taken = snapshots([MONDAY, week(8), "Portal", null, "Cy", 24]);
    const others = actuals(...logged(8, "Ana", "Portal", 20));
    expect(line(accuracy("person=Cy", "total", taken, others), 8).slice(4, 8)).toEqual([24, 0, 1, 0]);
  });

  test("a week counts once it is complete, from its Friday on", () => {
    const taken = snapshots([MONDAY, week(2), "Portal", null, "Ana", "30x2"]);
    const until = (day: number) => actuals(...logged(2, "Ana", "Portal", 30), [day, "Ana", "Portal", 6]);
    expect(line(accuracy("", "total", taken, until(week(3) + 3)), 2)[8]).toBe("1 week");
    expect(line(accuracy("", "total", taken, until(week(3) + 4)), 2)[8]).toBe("2 weeks");
  });

  test("whole engagements: it does not matter who works, and work that nobody was named for counts", () => {
    const taken = snapshots(
      [MONDAY, week(8), "Portal", "AWS", "Ana", 20],
      [MONDAY, week(8), "Portal", "AWS", null, 20],
      [MONDAY, week(8), null, null, null, 120],
    );
    const swapped = actuals(...logged(8, "Ben", "Portal", 35), ...logged(8, "Ana", "Portal", 5));
    expect(line(accuracy("cells=engagement", "total", taken, swapped), 8).slice(1, 7)).toEqual([0, 0, 1, 40, 40, 1]);
    expect(line(accuracy("", "total", taken, swapped), 8).slice(1, 7)).toEqual([0, 0, 1, 40, 40, 1]);
    expect(
      refusal(
        "FORECASTACCURACY",
        MONDAY,
        week(9),
        "person",
        "cells=engagement",
        PEOPLE,
        ENGAGEMENTS,
        taken,
        swapped,
      )[1],
    ).toBe(
      '"cells=engagement" adds up whoever works on an engagement, so that it cannot tell persons apart. Maybe leave it out.',
    );
  });

  test("a forecast that names nobody is held against the whole engagement, beside cells of persons; by person it is left out and said", () => {
    const taken = snapshots(
      [MONDAY, week(8), "Portal", null, null, 80],
      [MONDAY, week(8), "Shop", null, "Ana", 10],
      [MONDAY, week(8), null, null, null, 120],
    );
    const both = actuals(
      ...logged(8, "Ana", "Portal", 40),
      ...logged(8, "Ben", "Portal", 40),
      ...logged(8, "Ben", "Shop", 10),
    );
    // Portal: 80 of 80. Shop: Ana's 10 were not worked, and Ben's 10 not forecast: 20 off of 90 worked.
    const [, wape, bias, score, ...sums] = line(accuracy("", "total", taken, both), 8);
    expect([bias, ...sums.slice(0, 4)]).toEqual([0, 90, 90, 3, 0]);
    expect(wape).toBeCloseTo(20 / 90, 12);
    expect(score).toBeCloseTo(1 - 20 / 100, 12);
    expect(accuracy("lead=8", "engagement", taken, both).map((row) => row.slice(0, 8))).toEqual([
      ["Engagement", "Weeks ahead", "WAPE", "Bias", "Accuracy", "Forecast", "Worked", "Cells"],
      ["Portal", 8, 0, 0, 1, 80, 80, 1],
      ["Shop", 8, 2, 0, 0, 10, 10, 2],
    ]);
    const byPerson = accuracy("lead=8", "person", taken, both).slice(1);
    expect(byPerson.map((row) => [row[0], row[5], row[6], row[9]])).toEqual([
      ["Ana", 10, 40, "1 week; 80 forecast hours name nobody and are left out"],
      ["Ben", 0, 50, "1 week; 80 forecast hours name nobody and are left out"],
    ]);
    // As cells of persons the total counts it as left out.
    expect(line(accuracy("cells=person", "total", taken, both), 8)[7]).toBe(1);
  });

  test("by skill, hours worked are shared as the forecast was, to the minute", () => {
    const taken = snapshots(
      [MONDAY, week(8), "Portal", "AWS", "Ana", 20],
      [MONDAY, week(8), "Portal", "Linux", "Ana", 10],
    );
    const skills: CellRange = [["Person", "Skill"], ["Ana", "AWS"], ["Ana", "Linux"]]; // biome-ignore format: a table
    const found = ask(
      "FORECASTACCURACY", MONDAY, week(30), "skill", "lead=8", PEOPLE, ENGAGEMENTS, skills, taken, actuals(...logged(8, "Ana", "Portal", 25)),
    ) as CellRange; // biome-ignore format: one call
    expect(found.slice(1).map((row) => [row[0], row[5], Number(row[6])])).toEqual([
      ["AWS", 20, 1000 / 60],
      ["Linux", 10, 500 / 60],
    ]);
  });

  test("by client and owner", () => {
    const taken = snapshots([MONDAY, week(8), "Portal", null, "Ana", 30], [MONDAY, week(8), "Shop", null, "Ben", 10]);
    expect(accuracy("lead=8; measure=wape", "client", taken, worked)).toEqual([
      ["Client, weeks ahead", 8],
      ["Acme", 0],
      ["Bolt", 0.5],
    ]);
    expect(accuracy("lead=8; measure=accuracy", "owner", taken, worked)).toEqual([
      ["Owner, weeks ahead", 8],
      ["Gil", 1],
      ["Hana", 0.5],
    ]);
  });
});

const history = fc.array(
  fc.record({
    who: fc.constantFrom("Ana", "Ben"),
    on: fc.constantFrom("Portal", "Shop", "Desk"),
    skill: fc.constantFrom("AWS", "Linux", null),
    week: fc.integer({ min: 4, max: 12 }),
    taken: fc.integer({ min: 0, max: 10 }),
    forecast: fc.integer({ min: 0, max: 40 }),
    worked: fc.integer({ min: 0, max: 40 }),
  }),
  { minLength: 1, maxLength: 25 },
);
type History = typeof history extends fc.Arbitrary<infer T> ? T : never;
const takenRows = (all: History) =>
  all.map((one) => [week(Math.min(one.taken, one.week)), week(one.week), one.on, one.skill, one.who, one.forecast]);
const workedRows = (all: History) => all.flatMap((one) => logged(one.week, one.who, one.on, one.worked));
const sum = (rows: CellRange, column: number) => rows.reduce((total, row) => total + Number(row[column]), 0);

describe("whatever the history", () => {
  test("the order of rows changes nothing", () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat()), (all, order) => {
        const keys = new Map(all.map((one) => [one, order.next().value as number]));
        const mixed = [...all].sort((a, b) => keys.get(a)! - keys.get(b)!);
        for (const rows of ["total", "engagement", "owner"]) {
          const one = accuracy("", rows, snapshots(...takenRows(all)), actuals(...workedRows(all)));
          const other = accuracy("", rows, snapshots(...takenRows(mixed)), actuals(...workedRows(mixed)));
          expect(other).toEqual(one);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("rows add up to the total, by person, engagement, client, owner and skill", () => {
    fc.assert(
      fc.property(history, (all) => {
        const [taken, worked] = [snapshots(...takenRows(all)), actuals(...workedRows(all))];
        const total = line(accuracy("lead=2", "total", taken, worked), 2);
        for (const rows of ["person", "engagement", "client", "owner", "skill"]) {
          const parts = accuracy("lead=2", rows, taken, worked).slice(1);
          for (const column of [4, 5]) expect(sum(parts, column + 1)).toBeCloseTo(Number(total[column]), 6);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("work forecast and done on another engagement by somebody else changes nothing here", () => {
    // Every snapshot reaches every week, and everybody logs something in each: what is added is hours, no more.
    const weeks = Array.from({ length: 15 }, (_, i) => i);
    const always = weeks.flatMap((i) => [0, 8, 14].map((w) => [week(i), week(w), "Shop", null, "Ben", 1] as const));
    const often = weeks.flatMap((i) => logged(i, "Ben", "Shop", 5));
    fc.assert(
      fc.property(history, history, (here, added) => {
        const elsewhere = added.map((one) => ({ ...one, who: "Ben", on: "Desk" }) as const);
        const own = here.filter(({ on }) => on !== "Desk");
        const of = (all: History) =>
          accuracy(
            "engagement=Portal",
            "person",
            snapshots(...always, ...takenRows(all)),
            actuals(...often, ...workedRows(all)),
          );
        expect(of([...own, ...elsewhere])).toEqual(of(own));
      }),
      { numRuns: 60 },
    );
  });

  test("what was done as forecast is off by 0 and scores 1", () => {
    fc.assert(
      fc.property(history, (all) => {
        const once = [...new Map(all.map((one) => [`${one.who} ${one.on} ${one.week}`, one])).values()];
        const perfect = once.map((one) => ({ ...one, taken: 0, worked: one.forecast }));
        const found = line(
          accuracy("lead=4", "total", snapshots(...takenRows(perfect)), actuals(...workedRows(perfect))),
          4,
        );
        if (Number(found[5]) > 0) expect(found.slice(1, 4)).toEqual([0, 0, 1]);
      }),
      { numRuns: 60 },
    );
  });
});

test("a skill that the plan does not name has a row of its own name, and can be asked for", () => {
  const taken = snapshots([MONDAY, week(1), "Portal", "AWS", "Ana", 30], [MONDAY, week(1), "Portal", "K8s", "Ana", 10]);
  const worked = actuals(...logged(1, "Ana", "Portal", 20));
  const rows = (where: string, by: string, ...more: readonly CellRange[]) =>
    ask("FORECASTACCURACY", MONDAY, week(3), by, where, PEOPLE, ENGAGEMENTS, taken, worked, ...more) as CellRange;
  // Forecast and worked hours: 20 of 40 were worked, half of either skill.
  const hours = (table: CellRange) => table.slice(1).map((row) => [row[0], row[5], row[6]]);
  const both = [
    ["AWS", 30, 15],
    ["K8s", 10, 5],
  ];
  expect(hours(rows("lead=1", "skill"))).toEqual(both);
  const demand: CellRange = [
    ["Engagement", "Skill", "Hours a week"],
    ["Portal", "AWS", 40],
  ];
  expect(hours(rows("lead=1", "skill", demand))).toEqual(both);
  expect(rows("lead=1; skill=K8s", "total")[1]!.slice(4, 6)).toEqual([10, 5]);
});
