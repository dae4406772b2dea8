import { describe, expect, test } from "vitest";
import type { Argument } from "../../core/functions/argument.ts";
import type { CellRange } from "../../core/plan/cells.ts";
import { ALL, ask, DEMAND, FRIDAY, MONDAY, PEOPLE, refusal } from "./ask.ts";

const SUNDAY = FRIDAY + 2;
const BY_TEAM = [
  ["Team", MONDAY],
  ["Cloud", 40],
  ["Data", 20],
];

describe("options left out", () => {
  test.each<[string, readonly Argument[]]>([
    ["need no commas at all", [MONDAY, FRIDAY, PEOPLE]],
    ["may be empty text, as Sheets hands them over", [MONDAY, FRIDAY, "", "", "", PEOPLE]],
    ["may be null, as Excel hands them over", [MONDAY, FRIDAY, null, null, null, PEOPLE]],
    ["may be undefined", [MONDAY, FRIDAY, undefined, undefined, undefined, PEOPLE]],
    ["may be blank cells given as ranges", [MONDAY, FRIDAY, [[null]], [[""]], PEOPLE]],
    ["may follow the tables, as Excel's empty places do", [MONDAY, FRIDAY, PEOPLE, null, null, DEMAND]],
    ["may be the word total", [MONDAY, FRIDAY, "total", "total", PEOPLE]],
    ["may be spaces", [MONDAY, FRIDAY, " ", " ", " ", PEOPLE]],
  ])("%s", (_, args) => {
    expect(ask("CAPACITY", ...args)).toBe(60);
  });

  test("leave the others where they are", () => {
    expect(ask("CAPACITY", MONDAY, FRIDAY, "team", PEOPLE)).toEqual(BY_TEAM);
    expect(ask("CAPACITY", MONDAY, FRIDAY, "", "", "team=Cloud", PEOPLE)).toBe(40);
  });
});

describe("options given", () => {
  test("as Excel does, each in a range of one cell", () => {
    expect(ask("CAPACITY", [[MONDAY]], [[FRIDAY]], [["team"]], [[null]], [["team=Cloud"]], PEOPLE)).toEqual(
      BY_TEAM.slice(0, 2),
    );
  });

  test.each(["team", "TEAM", " Team ", "teams", "department"])("rows may be spelled %j", (rows) => {
    expect(ask("CAPACITY", MONDAY, FRIDAY, rows, PEOPLE)).toEqual(BY_TEAM);
  });

  test.each(["week", "Weeks", "WEEKLY"])("periods may be spelled %j", (periods) => {
    expect(ask("CAPACITY", MONDAY, SUNDAY + 7, "", periods, PEOPLE)).toEqual([
      ["Total", MONDAY, MONDAY + 7],
      ["Total", 60, 60],
    ]);
  });

  test.each<[Argument, Argument]>([
    ["2026-01-05", "2026-01-09"],
    ["5 January 2026", "9.1.2026"],
    [MONDAY + 0.75, FRIDAY + 0.5],
  ])("days may be typed as %j to %j", (from, to) => {
    expect(ask("CAPACITY", from, to, PEOPLE)).toBe(60);
  });
});

describe("tables", () => {
  test("come in any order, and those a function does not need do no harm", () => {
    expect(ask("CAPACITY", MONDAY, FRIDAY, ...[...ALL].reverse())).toBe(60);
  });

  test("that are blank are ignored, wherever they stand", () => {
    const blank: CellRange = [
      ["", null],
      [null, ""],
    ];
    expect(ask("CAPACITY", MONDAY, FRIDAY, blank, PEOPLE, blank)).toBe(60);
    expect(refusal("CAPACITY", MONDAY, FRIDAY, blank)[0]).toBe("unavailable");
  });

  test("may be a table in two pieces, one team each", () => {
    const [headings, ana, ben] = PEOPLE;
    expect(ask("CAPACITY", MONDAY, FRIDAY, [headings!, ana!], [headings!, ben!])).toBe(60);
  });

  test("may be open ranges of a hundred thousand rows", () => {
    const open = [...PEOPLE, ...Array.from({ length: 100_000 }, () => PEOPLE[0]!.map(() => ""))];
    expect(ask("CAPACITY", MONDAY, FRIDAY, open)).toBe(60);
  });

  test("of people with names that programs stumble over count like any other", () => {
    const names = ["__proto__", "constructor", "toString", "=1+1", "Zoë, O'Neil; Co"];
    const people: CellRange = [["Person", "Team", "Weekly hours"], ...names.map((name) => [name, name, 10])];
    expect(ask("CAPACITY", MONDAY, FRIDAY, "team", people)).toEqual([
      ["Team", MONDAY],
      ...names.map((name) => [name, 10]),
    ]);
    expect(ask("CAPACITY", MONDAY, FRIDAY, "", "", "person=__proto__, toString", people)).toBe(20);
    expect(ask("CAPACITY", MONDAY, FRIDAY, "", "", 'person="Zoë, O\'Neil; Co"', people)).toBe(10);
  });
});

describe("a row with a problem", () => {
  const [headings, ana, ben] = PEOPLE;
  const bad = ["Cleo", "Data", "Analyst", "Austin", "lots", "", ""];
  const people: CellRange = [headings!, ana!, bad, ben!];

  test("is left out, and PLANCHECK says so", () => {
    expect(ask("CAPACITY", MONDAY, FRIDAY, people)).toBe(60);
    expect(ask("CAPACITY", MONDAY, FRIDAY, "", "", "problems=lenient", people)).toBe(60);
    const [, row] = ask("PLANCHECK", people) as CellRange;
    expect(row!.slice(0, 2)).toEqual(["People row 3, Weekly hours", "lots"]);
    expect(row![4]).toBe("HR-101");
  });

  test("stops the function when the planner asks for strictness, with every problem", () => {
    const worse: CellRange = [...people, ["", "Data", "", "", 8, "", ""]];
    const [kind, ...sentences] = refusal("CAPACITY", MONDAY, FRIDAY, "", "", "problems=strict", worse);
    expect(kind).toBe("invalid");
    expect(sentences).toHaveLength(2);
    expect(sentences[0]).toMatch(/^People row 3, Weekly hours: "lots" is not a number of hours/);
    expect(sentences[1]).toMatch(/^People row 5, Person: /);
  });

  test("stops the function when no row is left: no hours would be a wrong answer", () => {
    expect(refusal("CAPACITY", MONDAY, FRIDAY, [headings!, bad])[0]).toBe("invalid");
  });

  test("does no harm in a table that is not needed", () => {
    expect(ask("CAPACITY", MONDAY, FRIDAY, PEOPLE, [DEMAND[0]!, ["Migration", "AWS", "soon", FRIDAY, 30]])).toBe(60);
  });

  test("is an error cell like any other", () => {
    const broken: CellRange = [headings!, ana!, ben!.map((cell) => (cell === 20 ? "#N/A" : cell))];
    expect(ask("CAPACITY", MONDAY, FRIDAY, broken)).toBe(40);
    expect((ask("PLANCHECK", broken) as CellRange)[1]![4]).toBe("HR-141");
  });
});

describe("a table that cannot be read", () => {
  test("stops the function, because leaving out rows would leave out all", () => {
    const twice: CellRange = [
      ["Person", "Weekly hours", "Hours a week"],
      ["Ana", 40, 32],
    ];
    expect(refusal("CAPACITY", MONDAY, FRIDAY, twice)[0]).toBe("invalid");
  });

  test("stops the function when it is no table of a plan", () => {
    const [kind, sentence] = refusal("CAPACITY", MONDAY, FRIDAY, PEOPLE, [
      ["x", "y"],
      ["z", 1],
    ]);
    expect(kind).toBe("invalid");
    expect(sentence).toMatch(/^The range that starts with x, y /);
  });

  test("is one problem more for PLANCHECK, beside those of the other tables", () => {
    const leave: CellRange = [
      ["Person", "From", "To"],
      ["Anna", MONDAY, FRIDAY],
    ];
    const rows = ask(
      "PLANCHECK",
      PEOPLE,
      [
        ["x", "y"],
        ["z", 1],
      ],
      leave,
      "hello",
    ) as CellRange;
    expect(rows.map((row) => row[4])).toEqual(["Code", "HR-181", "HR-137", "HR-123"]);
  });
});

test("a plan without a problem says so in one row", () => {
  expect(ask("PLANCHECK", ...ALL)).toEqual([
    ["Where", "Value", "What is wrong", "How to mend it", "Code"],
    ["No problems found", "", "", "", ""],
  ]);
});
