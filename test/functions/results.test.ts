import { describe, expect, test } from "vitest";
import type { CellRange } from "../../core/plan/cells.ts";
import { ALL, ALLOCATIONS, ask, DEMAND, ENGAGEMENTS, FRIDAY, MONDAY, PEOPLE, SUPPORT } from "./ask.ts";

const week = (name: string, rows: string, where = "") => ask(name, MONDAY, FRIDAY, rows, "", where, ...ALL);
/** A result's rows without its heading. */
const body = (name: string, rows: string, where = "") => (week(name, rows, where) as CellRange).slice(1);

// Ana has 40 hours and Ben 20. Ana works 20 of the 30 hours of AWS; Ben the 5 that the pitch counts for by its odds;
// 10 hours of AWS and the desk's 15 of Linux are open, and only Ana, with 20 hours free, can do them.
describe("one week, by hand", () => {
  test.each<[string, string, CellRange]>([
    [
      "DEMAND",
      "engagement",
      [
        ["Migration", 30],
        ["Desk", 15],
        ["Pitch", 5],
      ],
    ],
    [
      "DEMAND",
      "client",
      [
        ["Bank", 30],
        ["Shop", 15],
        ["(no client)", 5],
      ],
    ],
    [
      "DEMAND",
      "kind",
      [
        ["fixed price", 30],
        ["managed service", 15],
        ["time and materials", 5],
      ],
    ],
    [
      "DEMAND",
      "status",
      [
        ["confirmed", 45],
        ["tentative", 5],
      ],
    ],
    [
      "DEMAND",
      "skill",
      [
        ["AWS", 30],
        ["Linux", 15],
        ["Python", 5],
      ],
    ],
    [
      "DEMAND",
      "person",
      [
        ["Ana", 20],
        ["Ben", 5],
        ["(open)", 25],
      ],
    ],
    [
      "DEMAND",
      "role",
      [
        ["Engineer", 20],
        ["Analyst", 5],
        ["(open)", 25],
      ],
    ],
    [
      "CAPACITY",
      "kind",
      [
        ["employee", 40],
        ["contractor", 20],
      ],
    ],
    [
      "CAPACITY",
      "location",
      [
        ["Pune", 40],
        ["Austin", 20],
      ],
    ],
    [
      "CAPACITY",
      "skill",
      [
        ["AWS", 40],
        ["Linux", 40],
        ["Python", 20],
      ],
    ],
    [
      "AVAILABILITY",
      "team",
      [
        ["Cloud", 20],
        ["Data", 15],
      ],
    ],
    [
      "OVERLOAD",
      "person",
      [
        ["Ana", 0],
        ["Ben", 0],
      ],
    ],
    [
      "UTILIZATION",
      "team",
      [
        ["Cloud", 0.5],
        ["Data", 0.25],
      ],
    ],
    [
      "VARIANCE",
      "person",
      [
        ["Ana", 20],
        ["Ben", 15],
        ["(open)", -25],
      ],
    ],
    [
      "VARIANCE",
      "skill",
      [
        ["AWS", 10],
        ["Linux", 25],
        ["Python", 15],
      ],
    ],
    [
      "SKILLGAP",
      "skill",
      [
        ["AWS", 2],
        ["Linux", 3],
        ["Python", 0],
      ],
    ],
    [
      "SKILLGAP",
      "engagement",
      [
        ["Migration", 0],
        ["Desk", 5],
        ["Pitch", 0],
      ],
    ],
  ])("%s by %s", (name, rows, expected) => {
    expect(body(name, rows)).toEqual(expected);
  });

  test.each([
    ["CAPACITY", 60],
    ["DEMAND", 50],
    ["AVAILABILITY", 35],
    ["OVERLOAD", 0],
    ["UTILIZATION", 25 / 60],
    ["VARIANCE", 10],
    ["SKILLGAP", 5],
  ])("%s in all", (name, expected) => {
    expect(week(name, "")).toBe(expected);
  });

  test("BOTTLENECKS says why", () => {
    expect((ask("BOTTLENECKS", MONDAY, FRIDAY, ...ALL) as CellRange).slice(1)).toEqual([
      [MONDAY, FRIDAY, "AWS, Linux", 25, 20, 5, "Ana 20 h"],
    ]);
  });
});

describe("conditions", () => {
  test.each<[string, string, number]>([
    ["CAPACITY", "team=cloud", 40],
    ["CAPACITY", "team=Cloud, Data; kind=contractor", 20],
    ["CAPACITY", "skill=Linux, Python", 60],
    ["CAPACITY", "kind=planned hire", 0],
    ["DEMAND", "pipeline=none", 45],
    ["DEMAND", "pipeline=all", 55],
    ["DEMAND", "pipeline=50%", 55],
    ["DEMAND", "pipeline=0.6", 45],
    ["DEMAND", "status=tentative", 5],
    ["DEMAND", "status=lost", 0],
    ["DEMAND", "status=won; kind=fixed fee", 30],
    ["CAPACITY", "kind=freelancer", 20],
    ["DEMAND", "client=(no client)", 5],
    ["DEMAND", "skill=AWS; engagement=Desk", 0],
    ["DEMAND", "person=Ana", 20],
    ["DEMAND", "team=Data", 5],
    ["AVAILABILITY", "skill=AWS", 20],
    ["UTILIZATION", "person=Ben", 0.25],
    ["VARIANCE", "team=Cloud", 20],
    ["VARIANCE", "kind=managed service", 45],
    ["VARIANCE", "kind=contractor", 15],
    ["VARIANCE", "skill=Linux", 25],
    ["SKILLGAP", "kind=contractor", 25],
    ["SKILLGAP", "engagement=Desk", 0],
    ["SKILLGAP", "skill=Linux", 0],
    ["SKILLGAP", "kind=contractor, managed service", 15],
  ])("%s where %s", (name, where, expected) => {
    expect(week(name, "", where)).toBe(expected);
  });

  test("on people leave demand that is pinned to them, told by their work", () => {
    expect(body("DEMAND", "engagement", "person=Ana")).toEqual([["Migration", 20]]);
  });

  test("on a skill leave its row only", () => {
    expect(body("CAPACITY", "skill", "skill=AWS")).toEqual([["AWS", 40]]);
  });

  test("plan=target keeps people below their target", () => {
    const people = PEOPLE.map((row, i) => [...row, i === 0 ? "Utilization target" : 0.75]);
    expect(ask("AVAILABILITY", MONDAY, FRIDAY, "person", "", "plan=target", people, ...ALL.slice(1))).toEqual([
      ["Person", MONDAY],
      ["Ana", 10],
      ["Ben", 10],
    ]);
  });
});

describe("rows that change in the middle of a period", () => {
  test("somebody who changes teams counts in each team while there", () => {
    const people: CellRange = [
      ["Person", "Team", "Weekly hours", "From"],
      ["Ana", "Cloud", 40, ""],
      ["Ana", "Data", 40, MONDAY + 3],
    ];
    const args = [MONDAY, FRIDAY, "team", people, [ALLOCATIONS[0]!, ALLOCATIONS[1]!]] as const;
    expect(ask("CAPACITY", ...args)).toEqual([
      ["Team", MONDAY],
      ["Cloud", 24],
      ["Data", 16],
    ]);
    expect(ask("DEMAND", ...args)).toEqual([
      ["Team", MONDAY],
      ["Cloud", 12],
      ["Data", 8],
    ]);
  });

  test("a skill counts up to its last day, also where it runs out in a certificate's shadow", () => {
    const skills: CellRange = [
      ["Person", "Skill", "Certificate", "Valid to"],
      ["Ana", "First aid", "", MONDAY + 1],
      ["Ben", "Security", "CISSP", MONDAY + 1],
    ];
    const args = [MONDAY, FRIDAY, "skill", "", "skill=First aid, Security", PEOPLE, skills] as const;
    expect(ask("CAPACITY", ...args)).toEqual([
      ["Skill", MONDAY],
      ["First aid", 16],
      ["Security", 20],
    ]);
  });
});

describe("bottlenecks over several weeks", () => {
  const weeks = (rows: CellRange) => rows.map((row) => row.map((cell) => (cell === FRIDAY ? FRIDAY + 7 : cell)));
  const tables = [PEOPLE, ENGAGEMENTS, weeks(DEMAND), weeks(SUPPORT), weeks(ALLOCATIONS)];

  test("are one row where the same skills bind in a row of weeks", () => {
    expect((ask("BOTTLENECKS", MONDAY, FRIDAY + 7, ...tables) as CellRange).slice(1)).toEqual([
      [MONDAY, FRIDAY + 7, "AWS, Linux", 50, 40, 10, "Ana 40 h"],
    ]);
  });

  test("are told apart by period", () => {
    expect((ask("BOTTLENECKS", MONDAY, FRIDAY + 7, "week", ...tables) as CellRange).slice(1)).toEqual([
      [MONDAY, MONDAY + 6, "AWS, Linux", 25, 20, 5, "Ana 20 h"],
      [MONDAY + 7, FRIDAY + 7, "AWS, Linux", 25, 20, 5, "Ana 20 h"],
    ]);
  });

  test("name a dozen people and count the others", () => {
    const others = Array.from({ length: 15 }, (_, i) => [`Person ${i + 1}`, "Cloud", "", "", 1, "AWS", ""]);
    const [row] = (
      ask(
        "BOTTLENECKS",
        MONDAY,
        FRIDAY,
        [...PEOPLE, ...others],
        [DEMAND[0]!, ["M", "AWS", MONDAY, FRIDAY, 90]],
      ) as CellRange
    ).slice(1);
    expect(row![6]).toMatch(/^Ana 40 h, Person 1 1 h, .*, Person 11 1 h and 4 more$/);
  });

  test("say when nobody can", () => {
    const [row] = (
      ask("BOTTLENECKS", MONDAY, FRIDAY, PEOPLE, [DEMAND[0]!, ["M", "Cobol", MONDAY, FRIDAY, 9]]) as CellRange
    ).slice(1);
    expect(row).toEqual([MONDAY, FRIDAY, "Cobol", 9, 0, 9, "nobody"]);
  });
});
