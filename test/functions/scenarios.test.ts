import { describe, expect, test } from "vitest";
import type { CellRange } from "../../core/plan/cells.ts";
import { ALL, ask, FRIDAY, MONDAY, PEOPLE, refusal } from "./ask.ts";

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
      'Scenarios row 5, Person: "Ana" has no contract any more on that day, together with "Ana leaves": "Ana goes" cannot be combined with it. Maybe ask for one at a time.',
    ]);
    expect(refusal("CAPACITY", MONDAY, FRIDAY, "", "", "scenario=Pitch is won", ALL[0], SCENARIOS)).toEqual([
      "invalid",
      'Scenarios row 3, Engagement: "pitch" is not in Engagements. Maybe Engagements is missing: the table, or its range in the formula.',
    ]);
    expect(ask("CAPACITY", MONDAY, FRIDAY, "", "", "problems=strict", ALL[0], SCENARIOS.slice(0, 4))).toBe(60);
    expect(said("scenario=Hire; scenario=Off", ...TABLES)).toEqual([
      "invalid",
      '"scenario=Off" stands twice in where. Maybe scenario=one, two.',
    ]);
  });
});

describe("the rows of the table", () => {
  const HEADINGS = ["Scenario", "Change", "On", "Person", "Engagement", "Skill", "From", "Hours a week", "Percent"];
  const checked = (tables: readonly CellRange[], ...rows: CellRange): CellRange =>
    (ask("PLANCHECK", ...tables, [HEADINGS, ...rows]) as CellRange).slice(1).map((row) => row.slice(0, 4));
  const gap = (...rows: CellRange) =>
    ask("SKILLGAP", MONDAY, FRIDAY, "", "", `scenario=${rows[0]![0]}`, ...ALL, [HEADINGS, ...rows]);
  const NONE = [["No problems found", "", "", ""]];

  test("may stand in any order", () => {
    const rows = [
      ["Both", "growth", "", "", "Rollout", "", "", "", 1],
      ["Both", "training", "", "Cy", "", "Linux", "", "", ""],
      ["Both", "hire", "", "Cy", "", "Python", "", 20, ""],
      ["Both", "new engagement", "", "", "Rollout", "Linux", "", 10, ""],
    ];
    expect(checked(ALL, ...rows)).toEqual(NONE);
    // Linux: 15 and twice 10 hours, of Ana's 10 that AWS leaves and Cy's 20.
    expect([gap(...rows), gap(...[...rows].reverse())]).toEqual([5, 5]);
  });

  test("may shrink what is asked for, down to nothing", () => {
    const shrinks = (percent: number | string) => ["Less", "growth", "", "", "Desk", "", "", "", percent];
    // Desk's 15 hours become 12; 5 are short as it is.
    expect(checked(ALL, shrinks(-0.2))).toEqual(NONE);
    expect([gap(shrinks(-0.2)), gap(shrinks("-20 %"))]).toEqual([2, 2]);
    const where = "Scenarios row 2, Percent";
    expect(checked(ALL, shrinks(-20))).toEqual([
      [where, "-20", "looks like a percentage without its sign and is read as -20 %", "Maybe type -20% or -0.2."],
    ]);
    expect(checked(ALL, shrinks("-150%"))).toEqual([
      [where, "-150%", "is outside what is possible: -100 to 1000 %", "Maybe type 80% or 0.8."],
    ]);
  });

  test("that are switched off are told of when they name what is not there, and nothing else about them", () => {
    expect(
      checked(
        ALL,
        ["Off", "leaver", "no", "Anna", "", "", MONDAY, "", ""],
        ["Off", "hire", "no", "Cy", "", "AWS", "", 40, ""],
        ["Off", "training", "no", "Cy", "", "Linux", "", "", ""],
        ["Off", "win", "no", "", "Migration", "", "", "", ""],
      ),
    ).toEqual([["Scenarios row 2, Person", "Anna", "is not in People, in a row that is switched off", "Maybe Ana."]]);
  });

  test("of which a formula cannot be sure say which table is missing", () => {
    expect(checked([PEOPLE], ["Won", "win", "", "", "pitch", "", "", "", ""])).toEqual([
      [
        "Scenarios row 2, Engagement",
        "pitch",
        "is not in Engagements",
        "Maybe Engagements is missing: the table, or its range in the formula.",
      ],
    ]);
  });

  test("make no scenario of the plan's own name", () => {
    const rows: CellRange = [
      [" baseline", "leaver", "", "Ana", "", "", MONDAY, "", ""],
      ["Hire", "hire", "", "", "", "Linux", "", 5, ""],
    ];
    expect(checked(ALL, ...rows)).toEqual([
      [
        "Scenarios row 2, Scenario",
        " baseline",
        "is what the plan as it is goes by beside scenarios",
        "Maybe another name.",
      ],
    ]);
    expect(ask("COMPARE", MONDAY, FRIDAY, ...ALL, [HEADINGS, ...rows])).toEqual([
      ["Scenario", "Skill gap"],
      ["Baseline", 5],
      ["Hire", 0],
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
      '"gapp" is no word for measure: COMPARE knows gap, demand, capacity, availability, overload, utilization, margin or all. Maybe gap.',
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
