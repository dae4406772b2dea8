import { describe, expect, test } from "vitest";
import type { CellRange } from "../../core/plan/cells.ts";
import { lasting } from "../../core/plan/lasting.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { day, range } from "../support/plan.ts";

const people = () =>
  lasting(range`
  Person | Weekly hours
  Ana    | 40
`);
const leave = () =>
  lasting(range`
  Person | From       | To
  Ana    | 2026-01-05 | 2026-01-06
`);
const planOf = (...ranges: readonly CellRange[]) => readPlan(ranges.map((cells) => ({ cells })));

describe("cells that never change", () => {
  test("are read once", () => {
    const [one, other] = [people(), leave()];
    expect(planOf(one, other)).toBe(planOf(one, other));
  });

  test("are read anew with another range, fewer of them, another sheet, another place or another period", () => {
    const [one, other] = [people(), leave()];
    const plan = planOf(one, other);
    const period = { from: day("2026-01-05"), to: day("2026-01-11") };
    const sources = [{ cells: one }, { cells: other }];
    expect(planOf(one, leave()).leave).toEqual(plan.leave);
    for (const another of [
      planOf(one, leave()),
      planOf(other, one),
      planOf(one),
      readPlan(sources, { period }),
      readPlan([{ cells: one, sheet: "Staff" }, { cells: other }]),
      readPlan([{ cells: one, row: 3 }, { cells: other }]),
      readPlan([{ cells: one, column: 3 }, { cells: other }]),
    ]) {
      expect(another).not.toBe(plan);
    }
    expect(readPlan(sources, { period })).toBe(readPlan(sources, { period: { ...period } }));
  });

  test("a plan that was not asked for in a while is read again, and is the same", () => {
    const first = people();
    const plan = planOf(first);
    for (let i = 0; i < 10; i++) planOf(people());
    expect(planOf(first)).not.toBe(plan);
    expect(planOf(first).contracts).toEqual(plan.contracts);
  });
});

test("cells of which nobody said so may change, and are read each time", () => {
  const cells = [
    ["Person", "Weekly hours"],
    ["Ana", 40],
  ];
  const other = leave();
  const hours = () => planOf(cells, other).contracts.map(({ weekdays }) => weekdays.reduce((a, b) => a + b, 0));
  expect(hours()[0]).toBe(2400);
  cells[1]![1] = 20;
  expect(hours()[0]).toBe(1200);
});
