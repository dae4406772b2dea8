import { expect, test } from "vitest";
import { FUNCTIONS } from "../../core/functions/index.ts";
import type { CellRange } from "../../core/plan/cells.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { dayNamed } from "../layouts/expected.ts";
import { memoryBook } from "../support/memory-host.ts";
import { expectedFacts } from "./read.ts";
import { rowsOf, writeSample } from "./workbook.ts";

/** A workbook after the people and the assignments of Runn were imported. */
function imported(): readonly CellRange[] {
  const book = memoryBook();
  writeSample(book, "runn_people.csv");
  writeSample(book, "runn_assignments.csv");
  return ["People", "Allocations"].map((sheet) => rowsOf(book, sheet, 14) as CellRange);
}
const facts = expectedFacts()["runn_assignments.csv"]!;

test("the plan says that Eli is booked after the end of the contract, for 1,200 minutes", () => {
  const plan = readPlan(imported().map((cells) => ({ cells })));
  const outside = plan.problems.filter(({ code }) => code === "HR-115");
  expect(outside).toHaveLength(1);
  const { person, from, to, amount, row } = plan.allocations;
  const at = row.indexOf(outside[0]!.at[0]!.row);
  expect(plan.people[person[at]!]?.name).toBe("Eli Berg");
  expect([from[at], to[at]]).toEqual([dayNamed("2026-03-23"), dayNamed("2026-04-03")]);
  // The contract ends on Friday 27 March: the five days of the second week lie outside.
  expect(amount[at]! * 5).toBe(facts.outsideContractMin);
});

test("OVERLOAD counts the days on which Ana is asked for 540 minutes of 480", () => {
  const overload = FUNCTIONS.find(({ name }) => name === "OVERLOAD")!;
  const asked = [dayNamed("2026-03-01"), dayNamed("2026-03-31"), "person", "day", "person=Ana Silva", ...imported()];
  const [, ana] = overload.call(asked) as CellRange;
  expect(ana!.slice(1).filter((hours) => hours !== 0)).toEqual(
    Array.from({ length: Number(facts.daysOver480) }, () => 1),
  );
});
