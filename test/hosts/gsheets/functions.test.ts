import { describe, expect, test } from "vitest";
import type { CellRange } from "../../../core/plan/cells.ts";
import { asArgument, opened } from "./addon.ts";
import { dateIn } from "./fake/days.ts";
import { newBook } from "./fake/state.ts";

/** Monday 5 January 2026 and the Friday after it. */
const MONDAY = 46027;
const FRIDAY = 46031;
const PEOPLE: CellRange = [
  ["Person", "Team", "Weekly hours"],
  ["Ana", "Cloud", 40],
  ["Ben", "Data", 20],
];
/** Ana is away on Tuesday and Wednesday. */
const LEAVE: CellRange = [
  ["Person", "From", "To"],
  ["Ana", 46028, 46029],
];
const ENGAGEMENTS: CellRange = [
  ["Engagement", "Status"],
  ["Migration", "confirmed"],
];
const ALLOCATIONS: CellRange = [
  ["Person", "Engagement", "From", "To", "Hours a week"],
  ["Ana", "Migration", MONDAY, FRIDAY, 30],
];
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const { script } = opened();

describe("arguments, in every shape a formula can have", () => {
  const people = asArgument(PEOPLE);
  const leave = asArgument(LEAVE);
  const day = (serial: number) => dateIn(serial, "Etc/UTC");

  test.each([
    ["day cells and two tables", [day(MONDAY), day(FRIDAY), people, leave]],
    ["day numbers, tables the other way round", [MONDAY, FRIDAY, leave, people]],
    ["ranges of one cell", [[[day(MONDAY)]], [[FRIDAY]], people, leave]],
    ["days typed as text", ["2026-01-05", "2026-01-09", people, leave]],
    ["options left empty", [MONDAY, FRIDAY, "", undefined, null, people, leave]],
    ["options given", [MONDAY, FRIDAY, "total", "total", "", people, leave]],
    ["open ranges with a thousand blank rows", [MONDAY, FRIDAY, [...people, ...Array(1000).fill(["", "", ""])], leave]],
    [
      "a blank range among the tables",
      [
        MONDAY,
        FRIDAY,
        people,
        [
          ["", ""],
          ["", ""],
        ],
        leave,
      ],
    ],
  ])("%s", (_, args) => {
    expect(script.formula("CAPACITY", ...args)).toBe(44);
  });

  test("a matrix is a full rectangle with a heading row of day numbers", () => {
    expect(plain(script.formula("CAPACITY", MONDAY, MONDAY + 11, "person", "week", people, leave))).toEqual([
      ["Person", MONDAY, MONDAY + 7],
      ["Ana", 24, 40],
      ["Ben", 20, 20],
    ]);
  });

  test("several tables at once: Ana's 24 hours less three days of six, and Ben's 20", () => {
    const tables = [people, leave, asArgument(ENGAGEMENTS), asArgument(ALLOCATIONS)];
    expect(script.formula("AVAILABILITY", MONDAY, FRIDAY, ...tables)).toBe(26);
  });

  test.each(["#N/A", "#REF!", "Loading..."])(
    "a cell that shows %s is an error of the plan, with its place",
    (shown) => {
      const check = script.formula("PLANCHECK", [...people, ["Cleo", "Data", shown]]);
      expect(JSON.stringify(check)).toContain(shown);
      expect(script.formula("CAPACITY", MONDAY, FRIDAY, [...people, ["Cleo", "Data", shown]])).toBe(60);
    },
  );

  test("an error object or a picture in a cell stops nothing", () => {
    const odd = [...people, ["Cleo", "Data", new Error("#DIV/0!")], ["Dan", "Data", { toString: () => "CellImage" }]];
    expect(script.formula("CAPACITY", MONDAY, FRIDAY, odd)).toBe(60);
  });
});

describe("mistakes", () => {
  test("one sentence for each, as the planner reads it when hovering over the cell", () => {
    expect(() => script.formula("CAPACITY", "soon", FRIDAY, asArgument(PEOPLE))).toThrow('"soon"');
    expect(() => script.formula("CAPACITY", MONDAY, FRIDAY)).toThrow(/People/);
    expect(() => script.formula("CAPACITY", MONDAY, FRIDAY, "colour", asArgument(PEOPLE))).toThrow('"colour"');
  });

  test("it is a plain error, since its name would stand before the sentence", () => {
    try {
      script.formula("CAPACITY", "soon", FRIDAY, asArgument(PEOPLE));
      expect.unreachable();
    } catch (error) {
      expect((error as Error).name).toBe("Error");
    }
  });
});

describe("days", () => {
  const inZone = (timeZone: string) => opened(newBook(timeZone));

  test.each([
    ["Pacific/Auckland", MONDAY],
    ["America/Los_Angeles", MONDAY],
    ["Asia/Kolkata", MONDAY],
    // The weeks in which clocks go forward and back.
    ["Pacific/Auckland", 46293],
    ["Pacific/Auckland", 46111],
    ["America/Los_Angeles", 46083],
    ["America/Los_Angeles", 46321],
    ["Europe/Vienna", 46104],
  ])("a day cell keeps its day in %s, week of %i", (zone, from) => {
    const { script: there } = inZone(zone);
    const away: CellRange = [
      ["Person", "From", "To"],
      ["Ana", from + 1, from + 2],
      ["Ben", from + 4, from + 6],
    ];
    const args = [
      dateIn(from, zone),
      dateIn(from + 6, zone),
      "person",
      "day",
      asArgument(PEOPLE, zone),
      asArgument(away, zone),
    ];
    const rows = plain(there.formula("CAPACITY", ...args)) as unknown[][];
    expect(rows[0]).toEqual(["Person", from, from + 1, from + 2, from + 3, from + 4, from + 5, from + 6]);
    expect(rows[1]).toEqual(["Ana", 8, 0, 0, 8, 8, 0, 0]);
    expect(rows[2]).toEqual(["Ben", 4, 4, 4, 4, 0, 0, 0]);
  });

  test("where clocks skip midnight a day is still a whole day", () => {
    const skipped = 46110; // Sunday 29 March 2026 starts at 1 in Beirut
    expect(dateIn(skipped, "Asia/Beirut").toISOString()).toBe("2026-03-28T22:00:00.000Z");
    const { script: there } = inZone("Asia/Beirut");
    const people: CellRange = [
      ["Person", "Weekly hours", "Working days", "From"],
      ["Ana", 40, "Sun-Thu", skipped],
    ];
    const from = dateIn(skipped, "Asia/Beirut");
    expect(there.formula("CAPACITY", from, from, asArgument(people, "Asia/Beirut"))).toBe(8);
    expect(JSON.stringify(there.formula("PLANCHECK", asArgument(people, "Asia/Beirut")))).not.toContain("time of day");
  });

  test("a time of day is seen, and said not to be used", () => {
    const { script: there } = inZone("America/Los_Angeles");
    const people = asArgument(PEOPLE);
    const leave = [
      ["Person", "From", "To"],
      ["Ana", dateIn(46028.75, "America/Los_Angeles"), dateIn(46029, "America/Los_Angeles")],
    ];
    expect(JSON.stringify(there.formula("PLANCHECK", people, leave))).toContain("time of day");
    expect(there.formula("CAPACITY", MONDAY, FRIDAY, people, leave)).toBe(44);
  });

  test("Google is asked once for each distinct day", () => {
    const { script: there, fake } = inZone("Etc/UTC");
    const leave: CellRange = [
      ["Person", "From", "To"],
      ...Array.from({ length: 50 }, () => ["Ana", 46028, 46029] as const),
    ];
    there.formula("CAPACITY", MONDAY, FRIDAY, asArgument(PEOPLE), asArgument(leave));
    expect(fake.formatted).toBe(2);
  });
});
