import { describe, expect, test } from "vitest";
import type { CellRange } from "../../core/plan/cells.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { dayNamed } from "./expected.ts";

const WEEKS = ["2026-01-05", "2026-01-12", "2026-01-19"].map(dayNamed);
const [MONDAY, FRIDAY] = [WEEKS[0]!, WEEKS[0]! + 4];
const PEOPLE: CellRange = [
  ["Person", "Weekly hours"],
  ["Ann", 40],
  ["Bob", 32],
];
const TEAM: CellRange = [["Hours"], ["Person", "Project", ...WEEKS], ["Ann", "Beta", 10, 11, 12]];
const OWN: CellRange = [
  ["Person", "Engagement", "From", "To", "Total hours"],
  ["Ann", "Alpha", MONDAY, FRIDAY, 20],
];
const LEAVE: CellRange = [
  ["Person", "From", "To", "Kind"],
  ["Ann", MONDAY, MONDAY, "Vacation"],
];

/** What a formula reads from one range: people, hours on each work, days off, and what is said. */
function read(cells: CellRange) {
  const { people, allocations, engagements, leave, problems } = readPlan([{ cells }]);
  const hours = new Map<string, number>();
  for (let i = 0; i < allocations.length; i++) {
    const work = engagements[allocations.engagement[i]!]!.name;
    hours.set(work, (hours.get(work) ?? 0) + allocations.amount[i]! / 60);
  }
  const said = problems
    .filter(({ code }) => code !== "HR-105" && code !== "HR-106")
    .map(({ code, at, value }) => `${code} ${at[0]!.table} row ${at[0]!.row} ${at[0]!.column} ${value}`.trim());
  return { people: people.length, hours: Object.fromEntries(hours), off: leave.length, said };
}

describe("one range of a formula that holds several tables below each other", () => {
  test("the plan's own People, then a team's plan", () => {
    expect(read([...PEOPLE, [], ...TEAM])).toEqual({ people: 2, hours: { Beta: 33 }, off: 0, said: [] });
  });
  test("the plan's own People and Allocations, then a team's plan, then Leave", () => {
    expect(read([...PEOPLE, [], ...OWN, [], ...TEAM, [], ...LEAVE])).toEqual({
      people: 2,
      hours: { Alpha: 20, Beta: 33 },
      off: 1,
      said: [],
    });
  });
  test("a team's plan, then the plan's own People", () => {
    expect(read([...TEAM, [], ...PEOPLE])).toEqual({ people: 2, hours: { Beta: 33 }, off: 0, said: [] });
  });
  test("what cannot be read is one problem that names its first cell, and what stands above it counts", () => {
    const noUnit = TEAM.slice(1);
    expect(read([...PEOPLE, [], ...noUnit])).toEqual({
      people: 2,
      hours: {},
      off: 0,
      said: ["HR-269 People row 5 column A Person"],
    });
  });
  test("rows of the second table are counted from the first of the range", () => {
    const cells = [...PEOPLE, [], ...TEAM, ["Bob", "Beta", "soon", 1, 1]];
    expect(read(cells).said).toEqual(["HR-101 Allocations row 8 column C soon"]);
  });
  test("the same headings once more are no other table", () => {
    expect(read([...PEOPLE, ["Person", "Weekly hours"], ["Cid", 20]]).said).toEqual([
      "HR-132 People row 4 Person Person",
    ]);
  });
});
