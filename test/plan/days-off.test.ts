import fc from "fast-check";
import { expect, test } from "vitest";
import { countedBy } from "../../core/engine/counted.ts";
import { allocationEffort, needEffort } from "../../core/engine/effort.ts";
import { timeline } from "../../core/engine/timeline.ts";
import type { Cell, CellRange } from "../../core/plan/cells.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { day } from "../support/plan.ts";

const FIRST = day("2026-01-05");
const LAST = day("2026-02-15");

const start = fc.integer({ min: 0, max: 27 });
const length = fc.integer({ min: 0, max: 7 });
const effort = fc.constantFrom<readonly Cell[]>([8, "", "", ""], ["", 20, "", ""], ["", "", 0.5, ""], ["", "", "", 30]);
const who = fc.constantFrom("Ana", "Ben", "Cleo", "TBD");
const allocation = fc
  .tuple(who, start, length, effort)
  .map(([name, from, days, cells]) => [name, "Portal", FIRST + from, FIRST + from + days, ...cells]);
const need = fc.tuple(fc.constantFrom("", "Pune"), start, length, fc.boolean()).map(([place, from, days, total]) => {
  const asked = total ? ["", 30] : [20, ""];
  return ["Portal", "Engineer", place, FIRST + from, FIRST + from + days, ...asked];
});
const absence = fc
  .tuple(fc.constantFrom("Ana", "Ben", "Cleo"), start, length, fc.constantFrom<Cell>("", 4, 8))
  .map(([name, from, days, hours]) => [name, FIRST + from, FIRST + from + days, hours]);
const holiday = start.map((at) => ["Pune", FIRST + at]);

const PEOPLE: CellRange = [
  ["Person", "Role", "Weekly hours", "Working days", "Location"],
  ["Ana", "Engineer", 40, "", "Pune"],
  ["Ben", "Engineer", 24, "Mon-Wed", "Austin"],
  ["Cleo", "Engineer", 40, "Sun-Thu", "Pune"],
];
const ALLOCATED = ["Person", "Engagement", "From", "To", "Hours a day", "Hours a week", "Share", "Total hours"];
const ASKED = ["Engagement", "Role", "Location", "From", "To", "Hours a week", "Total hours"];
const AWAY = ["Person", "From", "To", "Hours a day"];
const some = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 1, maxLength: 12 });

test("the rows that are said to count for nothing are those for which the engine counts nothing", () => {
  let said = 0;
  fc.assert(
    fc.property(some(allocation), some(need), some(absence), some(holiday), (allocations, needs, leave, holidays) => {
      const tables = [PEOPLE, [ALLOCATED, ...allocations], [ASKED, ...needs], [AWAY, ...leave]];
      const plan = readPlan([...tables, [["Location", "Day"], ...holidays]].map((cells) => ({ cells })));
      const over = timeline(FIRST, LAST, "total");
      const counted = countedBy(plan.settings);
      const idle = (efforts: Float64Array) => [...efforts.keys()].filter((i) => efforts[i] === 0).map((i) => i + 2);
      const rowsIn = (table: string) =>
        plan.problems.filter(({ code, at }) => code === "HR-126" && at[0]!.table === table).map(({ at }) => at[0]!.row);
      expect(rowsIn("Allocations")).toEqual(idle(allocationEffort(plan, over, counted)));
      expect(rowsIn("Demand")).toEqual(idle(needEffort(plan, over, counted)));
      said += plan.problems.length;
    }),
    { numRuns: 150 },
  );
  expect(said).toBeGreaterThan(100);
});
