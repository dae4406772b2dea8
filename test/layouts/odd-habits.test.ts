import { expect, test } from "vitest";
import type { CellRange } from "../../core/plan/cells.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { PlanError, severityOf } from "../../core/problems.ts";
import { dayNamed } from "./expected.ts";

const PEOPLE: CellRange = [["Person", "Weekly hours"], ...["Ann", "Bob"].map((name) => [name, 40])];
const WEEKS = ["2026-01-05", "2026-01-12", "2026-01-19"].map(dayNamed);
const FOURTH = dayNamed("2026-01-26");

/** The hours that are booked, and where something is said, errors with a mark. */
function read(cells: CellRange): readonly [number, ...string[]] {
  try {
    const { allocations, problems } = readPlan([{ cells: PEOPLE }, { cells }]);
    const hours = Array.from({ length: allocations.length }, (_, i) => allocations.amount[i]! / 60);
    const told = problems.filter(({ at }) => at.every(({ table }) => table !== "People"));
    const said = told.map(
      (one) => `${severityOf(one) === "error" ? "!" : ""}${one.at[0]?.column ?? "range"} ${one.value}`,
    );
    return [hours.reduce((sum, one) => sum + one, 0), ...said];
  } catch (thrown) {
    if (!(thrown instanceof PlanError)) throw thrown;
    return [0, `!${thrown.problems[0]!.code}`];
  }
}
const HEADS = ["Person", "Project", ...WEEKS];

test.each<[string, CellRange, readonly [number, ...string[]]]>([
  [
    "a number between weeks without a heading",
    [["Hours"], ["Person", "Project", WEEKS[0]!, WEEKS[1]!, null, FOURTH], ["Ann", "Alpha", 8, 8, 8, 8]],
    [24, "!column E 8"],
  ],
  [
    "a number behind the weeks without a heading",
    [["Hours"], HEADS, ["Ann", "Alpha", 8, 8, 8, 8]],
    [24, "!column F 8"],
  ],
  [
    "a heading behind the weeks that says nothing",
    [["Hours"], [...HEADS, "wk 4?"], ["Ann", "Alpha", 8, 8, 8, 8]],
    [24, "column F 8"],
  ],
  ["sums without a known heading", [["Hours"], [...HEADS, "YTD"], ["Ann", "Alpha", 8, 8, 8, 24]], [24]],
  // 13 hours a week.
  ...["tim/v", "t/uge", "Std./Wo."].map((heading): [string, CellRange, readonly [number, ...string[]]] => [
    `${heading} beside a person and work`,
    [
      ["Projekt", "Befattning", "Resurs", heading, "Start", "Slutdatum"],
      ["Alpha", "Engineer", "Ann", 13, WEEKS[0]!, FOURTH],
    ],
    [13],
  ]),
  [
    "how many weeks in place of a last day",
    [
      ["Person", "Project", "Start", "Weeks", "Hours/week"],
      ["Ann", "Alpha", WEEKS[0]!, 2, 10],
    ],
    [0, "!range "],
  ],
  [
    "the sum of somebody's rows as work called All",
    [["Hours"], HEADS, ["Ann", "All", 9, 9, 9], ["Ann", "Alpha", 8, 8, 8], ["Ann", "Beta", 1, 1, 1]],
    [27, "!column C 9"],
  ],
  [
    "what is left of somebody's time as work called Remaining",
    [["Hours"], HEADS, ["Ann", "Alpha", 8, 8, 8], ["Ann", "Remaining", 32, 32, 32]],
    [120, "column C 32"],
  ],
  [
    "hours done under a title of their own",
    [["Plan hours"], HEADS, ["Ann", "Alpha", 8, 8, 8], [], ["Actual hours"], HEADS, ["Ann", "Alpha", 7, 7, 7]],
    [24, "!range "],
  ],
  [
    "weeks as plain numbers below the word KW",
    [["Hours Jan 2026"], [null, null, "KW"], ["Person", "Project", 2, 3, 4, 5, 6], ["Ann", "Alpha", 8, 8, 8, 8, 8]],
    [0, "!range "],
  ],
  [
    "the headings of two weeks once more, as on printed pages,",
    [["Hours"], HEADS.slice(0, 4), ["Ann", "Alpha", 1, 2], [], HEADS.slice(0, 4), ["Bob", "Alpha", 4, 8]],
    [15, "column C 2026-01-05"],
  ],
  [
    "a second table beside, one row further down, with months above its two weeks,",
    [
      ["Hours"],
      [...HEADS.slice(0, 4), null, null, null, "January", "January"],
      ["Ann", "Alpha", 1, 2, null, ...HEADS.slice(0, 4)],
      [null, null, null, null, null, "Bob", "Beta", 4, 8],
    ],
    [15],
  ],
  [
    "a table whose headings say too little, above another one,",
    [["Hours 2026"], ["Person", "Project", "Soon"], ["Ann", "Alpha", 7], [], HEADS, ["Ann", "Beta", 1, 1, 1]],
    [3, "! "],
  ],
])("%s is no silent difference", (_, cells, expected) => {
  expect(read(cells)).toEqual(expected);
});
