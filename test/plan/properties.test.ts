import fc from "fast-check";
import { expect, test } from "vitest";
import { smallDemo } from "../../core/demo/small.ts";
import type { Cell, CellRange } from "../../core/plan/cells.ts";
import type { Plan } from "../../core/plan/plan.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { TABLES } from "../../core/plan/tables.ts";
import { describe, PlanError } from "../../core/problems.ts";

const demo: readonly CellRange[] = [...smallDemo().values()];
const read = (ranges: readonly CellRange[]): Plan => readPlan(ranges.map((cells) => ({ cells })));

/** A plan by names instead of numbers, in an order that does not depend on the rows'. */
function meaning(plan: Plan): unknown {
  const { people, contracts, skills, locations, engagements, needs, allocations, leave, settings } = plan;
  const skill = (n: number) => skills[n] ?? null;
  const sorted = (all: readonly unknown[]) => all.map((one) => JSON.stringify(one)).sort();
  return {
    settings,
    people: sorted(
      people.map(({ name, skills: held, contracts: own }) => ({
        name,
        skills: sorted(held.map((one) => ({ ...one, skill: skill(one.skill) }))),
        contracts: own.map((n) => ({ ...contracts[n], person: 0, location: locations[contracts[n]!.location]!.name })),
      })),
    ),
    locations: sorted(locations),
    engagements: sorted(engagements),
    needs: sorted(
      needs.map((need) => ({
        ...need,
        row: 0,
        engagement: engagements[need.engagement]!.name,
        skill: skill(need.skill),
        location: locations[need.location]?.name,
      })),
    ),
    allocations: sorted(
      Array.from({ length: allocations.length }, (_, i) => ({
        person: people[allocations.person[i]!]?.name,
        engagement: engagements[allocations.engagement[i]!]!.name,
        skill: skill(allocations.skill[i]!),
        what: [allocations.from, allocations.to, allocations.per, allocations.amount, allocations.billable].map(
          (c) => c[i],
        ),
      })),
    ),
    leave: sorted(
      Array.from({ length: leave.length }, (_, i) => [
        people[leave.person[i]!]!.name,
        leave.from[i],
        leave.to[i],
        leave.minutes[i],
      ]),
    ),
  };
}

const usual = JSON.stringify(meaning(read(demo)));

/** The same table in another order of columns, with columns of the planner's own and blank rows, in another order of rows. */
function disturbed(cells: CellRange, seed: number): CellRange {
  let state = seed >>> 0;
  const next = (n: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const shuffled = <T>(all: readonly T[]): T[] => {
    const out = [...all];
    for (let i = out.length - 1; i > 0; i--) {
      const j = next(i + 1);
      [out[i], out[j]] = [out[j]!, out[i]!];
    }
    return out;
  };
  const [headings = [], ...body] = cells;
  const own: readonly Cell[] = ["Shoe size", "Colour", null];
  const order = shuffled([...headings.keys(), ...own.map((_, i) => -1 - i)]);
  const pick = (row: readonly Cell[], mine: (i: number) => Cell) =>
    order.map((at) => (at < 0 ? mine(-1 - at) : (row[at] ?? null)));
  const blank = Array.from({ length: next(4) }, () => order.map(() => (next(2) ? "" : null)));
  const rows = body.map((row) => pick(row, (i) => (own[i] === null ? "anything" : next(50))));
  const titles = next(2) ? [["Our plan"], []] : [];
  return [...titles, pick(headings, (i) => own[i]!), ...shuffled([...rows, ...blank])];
}

test("the order of tables, columns and rows, further columns, titles and blank rows change nothing", () => {
  fc.assert(
    fc.property(fc.integer(), fc.shuffledSubarray([...demo], { minLength: demo.length }), (seed, tables) => {
      const plan = read(tables.map((cells, i) => disturbed(cells, seed + i)));
      return plan.problems.length === 0 && JSON.stringify(meaning(plan)) === usual;
    }),
    { numRuns: 25 },
  );
});

test("a table cut into two ranges is the same table", () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (table, at) => {
      const cells = demo[table % demo.length]!;
      const [headings, ...body] = cells;
      const cut = at % (body.length + 1);
      const parts = [
        [headings!, ...body.slice(0, cut)],
        [headings!, ...body.slice(cut)],
      ];
      const others = demo.filter((one) => one !== cells);
      return JSON.stringify(meaning(read([...others, ...parts]))) === usual;
    }),
    { numRuns: 25 },
  );
});

const junk: fc.Arbitrary<Cell> = fc.oneof(
  fc.constantFrom<Cell>(
    "",
    null,
    " ",
    "Total",
    "Person",
    "#N/A",
    "Loading...",
    "1.234",
    "03/04/2026",
    -1,
    1e9,
    0.5,
    60,
    true,
  ),
  fc.constantFrom<Cell>(
    "__proto__",
    "constructor",
    "TBD",
    "x".repeat(3000),
    "8h",
    "50 %",
    "AWS 4; AWS 9",
    Number.NaN,
    "Mon-",
  ),
  fc.string({ maxLength: 20 }),
  fc.double(),
  fc.integer({ min: 0, max: 50_000 }),
);
const spoilt = fc.tuple(fc.nat(), fc.nat(), fc.nat(), junk);

test("whatever cells hold, every row is accounted for, every error has a place, and nothing is thrown", () => {
  let seen = 0;
  fc.assert(
    fc.property(fc.array(spoilt, { minLength: 1, maxLength: 40 }), (spoils) => {
      const tables = demo.map((cells) => cells.map((row) => [...row]));
      for (const [table, row, column, cell] of spoils) {
        const cells = tables[table % tables.length]!;
        const target = cells[1 + (row % (cells.length - 1))]!;
        target[column % target.length] = cell;
      }
      const plan = read(tables);
      seen += plan.problems.length;
      return (
        accountsHold(plan, tables) &&
        plan.problems.every((problem) => problem.at.length > 0 && describe(problem).includes("Maybe"))
      );
    }),
    { numRuns: 120 },
  );
  expect(seen).toBeGreaterThan(500);
});

function accountsHold({ accounts, allocations, leave, needs, tickets }: Plan, tables: readonly CellRange[]): boolean {
  const used = (name: string) => accounts.find(({ table }) => table === name)?.used ?? 0;
  const rows = tables.reduce((sum, cells) => sum + cells.length - 1, 0);
  return (
    accounts.every(({ read, used: kept, excluded, blank }) => read === kept + excluded + blank) &&
    accounts.reduce((sum, account) => sum + account.read, 0) === rows &&
    used("Allocations") === allocations.length &&
    used("Leave") === leave.length &&
    used("Tickets") === tickets.length &&
    used("Demand") + used("Support") === needs.filter(({ insteadOf }) => insteadOf === undefined).length
  );
}

test("a range of anything is a table, or refused with a reason", () => {
  const headings = TABLES.flatMap((table) => Object.values(table.columns).map(({ heading }) => heading));
  const cell = fc.oneof(junk, fc.constantFrom<Cell>(...headings));
  const ranges = fc.array(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(ranges, (tables) => {
      try {
        return read(tables).accounts.every(({ read: all, used, excluded, blank }) => all === used + excluded + blank);
      } catch (error) {
        return error instanceof PlanError && error.problems.every(({ code }) => code === "HR-137");
      }
    }),
    { numRuns: 300 },
  );
});

test("thousands of blank rows below a table are counted, and nothing else", () => {
  const blank = Array.from({ length: 20_000 }, () => ["", "", ""]);
  const plan = read([[["Person", "Weekly hours", "Team"], ["Ana", 40, "Cloud"], ...blank]]);
  expect(plan.accounts).toEqual([{ table: "People", read: 20_001, used: 1, excluded: 0, blank: 20_000 }]);
});
