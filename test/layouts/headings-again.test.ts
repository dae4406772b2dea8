import { describe, expect, test } from "vitest";
import type { Cell, CellRange } from "../../core/plan/cells.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { dayNamed } from "./expected.ts";

const PEOPLE: CellRange = [["Person", "Weekly hours"], ...["Ann", "Bob", "Cid"].map((name) => [name, 40])];
const JANUARY = ["2026-01-05", "2026-01-12", "2026-01-19"].map(dayNamed);
const LATER = ["2026-01-26", "2026-02-02", "2026-02-09"].map(dayNamed);
const TOP: CellRange = [["Hours 2026"], ["Person", "Project", ...JANUARY], ["Ann", "Alpha", 10, 20, 30]];

/** `person work first-day hours` of what is booked, and the codes and cells of what is said. */
function read(cells: CellRange) {
  const { allocations, people, engagements, problems } = readPlan([{ cells: PEOPLE }, { cells }]);
  const rows = Array.from({ length: allocations.length }, (_, i) =>
    [
      people[allocations.person[i]!]?.name,
      engagements[allocations.engagement[i]!]!.name,
      new Date((allocations.from[i]! - 25_569) * 864e5).toISOString().slice(5, 10),
      allocations.amount[i]! / 60,
    ].join(" "),
  );
  const told = problems.filter(({ at }) => at.every(({ table }) => table !== "People"));
  return { rows, said: told.map(({ code, at, value }) => `${code} row ${at[0]!.row} ${at[0]!.column} ${value}`) };
}
const FIRST = ["Ann Alpha 01-05 10", "Ann Alpha 01-12 20", "Ann Alpha 01-19 30"];
const SAME = ["Cid Beta 01-05 1", "Cid Beta 01-12 2", "Cid Beta 01-19 3"];
const NEXT = ["Cid Beta 01-26 1", "Cid Beta 02-02 2", "Cid Beta 02-09 3"];
const LAST: readonly Cell[] = ["Cid", "Beta", 1, 2, 3];

describe("weeks that are headed again inside a table", () => {
  test.each<[string, CellRange]>([
    ["alone in their row", [[null, null, ...JANUARY]]],
    ["beside the name of a team, below a blank row", [[], ["Team South", null, ...JANUARY]]],
  ])("the same weeks %s go on with the table, and that is said", (_, between) => {
    const row = TOP.length + between.length;
    expect(read([...TOP, ...between, LAST])).toEqual({
      rows: [...FIRST, ...SAME],
      said: [`HR-138 row ${row} column C 2026-01-05`],
    });
  });
  test.each<[string, CellRange]>([
    ["alone in their row", [[null, null, ...LATER]]],
    ["beside the name of a team", [["Team South", null, ...LATER]]],
    ["beside the word Project", [[], ["South", "Project", ...LATER]]],
  ])("other weeks %s are those of the rows below", (_, between) => {
    expect(read([...TOP, ...between, LAST])).toEqual({ rows: [...FIRST, ...NEXT], said: [] });
  });
  test("the first weeks once more after others", () => {
    const cells = [...TOP, [null, null, ...LATER], LAST, [null, null, ...JANUARY], ["Bob", "Beta", 4, 5, 6]];
    expect(read(cells).rows).toEqual([...FIRST, ...NEXT, "Bob Beta 01-05 4", "Bob Beta 01-12 5", "Bob Beta 01-19 6"]);
  });
  test("weeks that cannot be read are one problem, and the rows below are not booked elsewhere", () => {
    const odd = ["2026-01-26", "2026-02-02", "2026-02-04"].map(dayNamed);
    expect(read([...TOP, [null, null, ...odd], LAST])).toEqual({
      rows: FIRST,
      said: ["HR-277 row 4 column C 2026-01-26"],
    });
  });
  test("more weeks than above", () => {
    const more = [...LATER, dayNamed("2026-02-16")];
    expect(read([...TOP, [null, null, ...more], [...LAST, 4]]).rows).toEqual([...FIRST, ...NEXT, "Cid Beta 02-16 4"]);
  });
});
