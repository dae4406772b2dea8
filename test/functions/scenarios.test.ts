import { describe, expect, test } from "vitest";
import type { CellRange } from "../../core/plan/cells.ts";
import { ALL, ask, FRIDAY, MONDAY, refusal } from "./ask.ts";

/** Ana has 20 hours free for 10 of AWS and 15 of Linux: 5 are short. Pitch asks for 10 of Python and counts half. */
const SCENARIOS: CellRange = [
  ["Scenario", "Change", "On", "Person", "Engagement", "Skill", "Level", "Location", "From", "Hours a week"],
  ["Hire", "hire", "", "Cy", "", "Linux", 2, "Pune", "", 10],
  ["Pitch is won", "win", "yes", "", "pitch", "", "", "", "", ""],
  ["Ana leaves", "leaver", "", "Ana", "", "", "", "", MONDAY, ""],
  ["Ana goes", "leaver", "", "ana", "", "", "", "", MONDAY, ""],
  ["Broken", "leaver", "", "Anna", "", "", "", "", MONDAY, ""],
  ["Off", "leaver", "no", "Ben", "", "", "", "", MONDAY, ""],
  ["Rollout", "new engagement", "", "", "Rollout", "Python", "", "", "", 12],
];
const TABLES = [...ALL, SCENARIOS];
const total = (name: string, where: string) => ask(name, MONDAY, FRIDAY, "", "", where, ...TABLES);

describe("every function answers for a scenario", () => {
  test.each([
    ["SKILLGAP", "", 5],
    ["SKILLGAP", "scenario=hire", 0],
    ["SKILLGAP", "scenarios=Ana leaves", 45],
    ["SKILLGAP", "scenario=Off", 5],
    ["CAPACITY", "scenario=Hire", 70],
    ["CAPACITY", "scenario=Ana leaves", 20],
    ["DEMAND", "", 50],
    ["DEMAND", "scenario=Pitch is won", 55],
    ["DEMAND", "scenario=Pitch is won, Rollout", 67],
    ["DEMAND", "engagement=Rollout; scenario=Rollout", 12],
    ["AVAILABILITY", "person=Cy; scenario=Hire", 10],
    ["UTILIZATION", "scenario=Pitch is won; person=Ben", 0.5],
    ["VARIANCE", "scenario=Ana leaves", -30],
  ] as const)("%s with %s", (name, where, expected) => {
    expect(total(name, where)).toBe(expected);
  });

  test("what stands in the way is said", () => {
    const said = (where: string, ...tables: readonly CellRange[]) =>
      refusal("SKILLGAP", MONDAY, FRIDAY, "", "", where, ...tables);
    expect(said("scenario=Hire", ...ALL)).toEqual([
      "unavailable",
      "scenario=Hire needs the Scenarios table. Maybe its range is missing from the end of the formula.",
    ]);
    expect(said("scenario=Hyre", ...TABLES)).toEqual([
      "invalid",
      '"Hyre" is no scenario: the table has Hire, Pitch is won, Ana leaves, Ana goes, Broken, Off or Rollout. Maybe Hire.',
    ]);
    expect(said("scenario=Broken", ...TABLES)).toEqual([
      "invalid",
      'Scenarios row 6, Person: "Anna" is not in People. Maybe Ana.',
    ]);
    expect(said("scenario=Ana leaves, Ana goes", ...TABLES)).toEqual([
      "invalid",
      '"Ana leaves, Ana goes" cannot be combined: after one of them, what another is about has no contract any more on that day. Maybe ask for one at a time.',
    ]);
    expect(refusal("CAPACITY", MONDAY, FRIDAY, "", "", "scenario=Pitch is won", ALL[0], SCENARIOS)).toEqual([
      "invalid",
      'Scenarios row 3, Engagement: "pitch" is not in Engagements. Maybe the range of Engagements is missing from the formula.',
    ]);
    expect(ask("CAPACITY", MONDAY, FRIDAY, "", "", "problems=strict", ALL[0], SCENARIOS.slice(0, 4))).toBe(60);
    expect(said("scenario=Hire; scenario=Off", ...TABLES)).toEqual([
      "invalid",
      '"scenario=Off" stands twice in where. Maybe scenario=one, two.',
    ]);
  });
});

describe("comparing scenarios", () => {
  const compare = (...front: readonly (string | null)[]) => ask("COMPARE", MONDAY, FRIDAY, ...front, ...TABLES);

  test("one row each; one with a problem has no figure, one that is switched off no row", () => {
    expect(compare()).toEqual([
      ["Scenario", "Skill gap"],
      ["Baseline", 5],
      ["Hire", 0],
      ["Pitch is won", 5],
      ["Ana leaves", 45],
      ["Ana goes", 45],
      ["Broken", "n/a"],
      // Ben has 15 of his 20 hours free, while Pitch counts half.
      ["Rollout", 5],
    ]);
  });

  test("by any measure, by all of them, or day by day", () => {
    expect(compare("capacity", "", "scenario=Hire, Ana leaves")).toEqual([
      ["Scenario", "Capacity"],
      ["Baseline", 60],
      ["Hire", 70],
      ["Ana leaves", 20],
    ]);
    expect(compare("all", "", "scenario=Pitch is won")).toEqual([
      ["Scenario", "Skill gap", "Demand", "Capacity", "Availability", "Overload", "Utilization"],
      ["Baseline", 5, 50, 60, 35, 0, 25 / 60],
      ["Pitch is won", 5, 55, 60, 30, 0, 30 / 60],
    ]);
    expect(compare("free", "day", "scenario=Hire; team=Data")).toEqual([
      ["Scenario", 46027, 46028, 46029, 46030, 46031],
      ["Baseline", 3, 3, 3, 3, 3],
      ["Hire", 3, 3, 3, 3, 3],
    ]);
  });

  test("what cannot be compared is said", () => {
    const said = (...front: readonly string[]) => refusal("COMPARE", MONDAY, FRIDAY, ...front, ...TABLES)[1];
    expect(said("gapp")).toBe(
      '"gapp" is no word for measure: COMPARE knows gap, demand, capacity, availability, overload, utilization or all. Maybe gap.',
    );
    expect(said("all", "week")).toBe(
      '"all" has a column for each measure, so that periods must be total. Maybe leave periods out.',
    );
    expect(said("gap", "", "scenario=Nobody")).toMatch(/^"Nobody" is no scenario/);
    expect(refusal("COMPARE", MONDAY, FRIDAY, ...ALL)).toEqual([
      "unavailable",
      "COMPARE needs the Scenarios table. Maybe its range is missing from the end of the formula.",
    ]);
  });
});
