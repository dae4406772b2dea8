import { beforeEach, describe, expect, test } from "vitest";
import { FUNCTIONS } from "../../core/functions/index.ts";
import { run } from "../../core/host.ts";
import type { Cell, CellRange } from "../../core/plan/cells.ts";
import { sourcesIn } from "../../core/plan/locate.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { describe as sentence } from "../../core/problems.ts";
import { ask, type QuestionName, type ReplyOf } from "../../core/questions/index.ts";
import { at, bookOf, type MemoryBook, memoryBook, memoryHost, put } from "../support/memory-host.ts";

/** Monday 5 January 2026. */
const MONDAY = 46027;
const asked = <N extends QuestionName>(book: MemoryBook, name: N, request: unknown) =>
  run(ask(name, request), memoryHost(book).host) as ReplyOf<N>;
const decide = (
  book: MemoryBook,
  sheet: string,
  decision: string,
  answers: readonly (readonly [string, string])[] = [],
) =>
  asked(book, "decideMap", {
    sheet,
    decision,
    answers: answers.map(([heading, means]) => ({ sheet, heading, means })),
  }).text;

const PEOPLE: Cell[][] = [
  ["Person", "Weekly hours"],
  ["Ana", 40],
  ["Ben", 40],
];
/** Ana has 16 + 8 hours in the first week and 20 in the second, Ben 24 and 0: 68 hours in all. */
const PLAN: Cell[][] = [
  ["Team plan 2026, hours", null, null, null, null],
  ["Who", "Job", "Phase", "W2", "W3"],
  ["Ana", "Portal", "Build", 16, 20],
  [null, "Tooling", "Run", 8, null],
  ["Ben", "Portal", "Build", 24, null],
  ["Total", null, null, 48, 20],
];
const WEEKS: Cell[] = ["Who", "Job", "Phase", "Week 2", "Week 3", "Week 4"];
const planOf = (rows: CellRange = PLAN): Cell[][] => [
  rows[0]!.slice(),
  WEEKS.slice(),
  ...rows.slice(2).map((row) => [...row, null]),
];
const minutes = (book: MemoryBook): number => {
  const { allocations } = readPlan(sourcesIn(bookOf(book)));
  return Array.from(allocations.amount).reduce((sum, one) => sum + one, 0);
};
const problemsOf = (book: MemoryBook) => readPlan(sourcesIn(bookOf(book))).problems.map(sentence);
const bookWith = (name: string, cells: CellRange, tables: CellRange = []) =>
  memoryBook({ People: PEOPLE, [name]: cells, ...(tables.length > 0 ? { Tables: tables } : {}) });
const tablesOf = (book: MemoryBook) => bookOf(book).find(({ name }) => name === "Tables")?.cells ?? [];
const HOURS = 68 * 60;

describe("what was accepted of a team's sheet", () => {
  let tables: CellRange;
  beforeEach(() => {
    const book = bookWith("Team plan", planOf());
    expect(minutes(book)).toBe(0);
    decide(book, "Team plan", "yes");
    expect(minutes(book)).toBe(HOURS);
    tables = tablesOf(book);
  });

  test("holds when the sheet is renamed", () => {
    expect(minutes(bookWith("Plan of ours", planOf(), tables))).toBe(HOURS);
  });

  test("holds when columns are inserted or change places, and a new one is told", () => {
    const moved = planOf().map(([who, job, phase, ...weeks], i) => [
      job ?? null,
      i === 1 ? "Floor" : i > 1 && i < 5 ? "3rd" : null,
      who ?? null,
      phase ?? null,
      ...weeks,
    ]);
    const names = moved.map((row, i) => (i === 3 ? [row[0] ?? null, row[1] ?? null, "Ana", ...row.slice(3)] : row));
    const book = bookWith("Team plan", names, tables);
    expect(minutes(book)).toBe(HOURS);
    expect(problemsOf(book).filter((one) => one.includes("did not have"))).toEqual([
      `Team plan!B2: "Floor" is a column that Team_plan did not have when it was accepted; it is left alone. Maybe open the panel Map and say what it is for.`,
    ]);
  });

  test("goes on with new rows and weeks", () => {
    const longer = planOf();
    longer[1] = [...WEEKS.slice(0, 5), "Week 4"];
    longer[2] = ["Ana", "Portal", "Build", 16, 20, 4];
    longer.splice(5, 0, [null, "Tooling", "Run", 2, null, null]);
    expect(minutes(bookWith("Team plan", longer, tables))).toBe(HOURS + 6 * 60);
  });

  test("counts once where the sheet was copied inside the workbook, and the copy is asked about", () => {
    const book = memoryBook({ People: PEOPLE, "Team plan": planOf(), "Copy of Team plan": planOf(), Tables: tables });
    expect(minutes(book)).toBe(HOURS);
    expect(asked(book, "mapForm", { answers: [] }).tables.map(({ sheet, state }) => [sheet, state])).toEqual([
      ["Team plan", "accepted"],
      ["Copy of Team plan", "new"],
    ]);
    decide(book, "Copy of Team plan", "yes");
    expect(minutes(book)).toBe(2 * HOURS);
  });

  test("is told with a hint where a heading it needs is gone, and everything else is read", () => {
    const broken = planOf();
    broken[1] = ["Who", "xyz", "abc", ...WEEKS.slice(3)];
    const book = bookWith("Team plan", broken, tables);
    const [problem] = problemsOf(book).filter((one) => one.includes("left out: its heading"));
    expect(problem).toBe(
      "Team plan!A1: Team_plan on Team plan is left out: its heading Job (Engagement), Phase (Not used) is gone. Maybe give the column its old heading, or open the panel Map and accept the table as it is now.",
    );
    expect(readPlan(sourcesIn(bookOf(book))).people.map(({ name }) => name)).toEqual(["Ana", "Ben"]);
    expect(asked(book, "planCheck", {}).problems.map(({ code }) => code)).toContain("HR-271");
  });

  test("is told as well where only a column that was not used is gone", () => {
    const without = planOf().map((row) => row.filter((_, i) => i !== 2));
    const book = bookWith("Team plan", without, tables);
    expect(minutes(book)).toBe(HOURS);
    expect(problemsOf(book).filter((one) => one.includes("any more"))).toEqual([
      "Team plan!A2: Team_plan on Team plan has no heading Phase (Not used) any more, and is read without. Maybe the column was renamed: open the panel Map and accept the table as it is now.",
    ]);
  });

  test("says where a row of Tables has a word that means nothing, and reads that column by its heading", () => {
    const odd = tables.map((row) => row.map((cell) => (cell === "Engagement" ? "Zaubern" : cell)));
    const book = bookWith("Team plan", planOf(), odd);
    const [problem] = asked(book, "planCheck", {}).problems.filter(({ code }) => code === "HR-274");
    expect(problem?.says).toContain("as if nobody had said what its column Job means: Tables says Zaubern");
    expect(problem?.says).toContain("Maybe choose another word in the column Means, or in the panel Map.");
    expect(minutes(book)).toBe(HOURS);
  });

  test("is left out where Tables says No, and forgotten where the sheet is gone", () => {
    const no = tables.map((row, i) => (i === 0 ? row : row.map((cell) => (cell === "Yes" ? "No" : cell))));
    expect(minutes(bookWith("Team plan", planOf(), no))).toBe(0);
    const book = memoryBook({ People: PEOPLE, Tables: tables });
    expect(asked(book, "mapForm", { answers: [] }).gone).toEqual([{ name: "Team_plan", sheet: "Team plan" }]);
    expect(asked(book, "planCheck", {}).problems.map(({ code }) => code)).toContain("HR-275");
    expect(decide(book, "Team_plan", "again")).toBe("Team plan is asked about again.");
    expect(asked(book, "mapForm", { answers: [] }).gone).toEqual([]);
  });
});

describe("a column that somebody corrected", () => {
  const corrected = (): MemoryBook => {
    const book = bookWith("Team plan", planOf());
    decide(book, "Team plan", "yes", [
      ["Job", "Not used"],
      ["Phase", "Engagement"],
    ]);
    return book;
  };
  const engagements = (book: MemoryBook) => readPlan(sourcesIn(bookOf(book))).engagements.map(({ name }) => name);

  test("is read so from then on", () => {
    const book = corrected();
    expect(engagements(book)).toEqual(["Build", "Run"]);
    const [table] = asked(book, "mapForm", { answers: [] }).tables;
    expect(table?.columns.map(({ heading, means, confidence }) => [heading, means, confidence]).slice(0, 3)).toEqual([
      ["Who", "Person", "sure"],
      ["Job", "Not used", "yours"],
      ["Phase", "Engagement", "yours"],
    ]);
  });

  test("is read so by formulas too, where Tables stands beside the range", () => {
    const book = corrected();
    const demand = FUNCTIONS.find(({ name }) => name === "DEMAND")!;
    const range = bookOf(book).find(({ name }) => name === "Team plan")!.cells;
    const byEngagement = (more: readonly CellRange[]) =>
      (demand.call([MONDAY, MONDAY + 13, "engagement", range, PEOPLE, ...more]) as CellRange).slice(1);
    expect(byEngagement([])).toEqual([
      ["Portal", 60],
      ["Tooling", 8],
    ]);
    expect(byEngagement([tablesOf(book)])).toEqual([
      ["Build", 60],
      ["Run", 8],
    ]);
  });

  test("is named for formulas, with room to grow; Undo takes the name, the rows and the plan back", () => {
    const book = corrected();
    const at = { row: 0, column: 0, rows: 306, columns: 32 };
    expect(book.names.get("Team_plan")).toEqual({ sheet: "Team plan", at });
    expect(asked(book, "undoLast", {}).text).toBe("Undone: Accept Team plan.");
    expect(book.names.has("Team_plan")).toBe(false);
    expect(minutes(book)).toBe(0);
  });
});

describe("the name of an accepted table in formulas", () => {
  const accepted = (): MemoryBook => {
    const book = bookWith("Team plan", planOf());
    decide(book, "Team plan", "yes");
    return book;
  };
  const named = (book: MemoryBook): CellRange => {
    const { sheet, at: area } = book.names.get("Team_plan")!;
    return Array.from({ length: area.rows }, (_, i) =>
      Array.from({ length: area.columns }, (_, j) => at(book, sheet, area.row + i, area.column + j) as Cell),
    );
  };
  const demandOf = (book: MemoryBook) => {
    const demand = FUNCTIONS.find(({ name }) => name === "DEMAND")!;
    return (demand.call([MONDAY, MONDAY + 20, "engagement", named(book), [...PEOPLE, ["Cy", 40]]]) as CellRange).slice(
      1,
    );
  };

  test("covers rows and weeks that are typed below and beside the table", () => {
    const book = accepted();
    put(book, "Team plan", 1, 6, "Week 5");
    for (const [column, cell] of ["Cy", "Tooling", "Run", null, null, 5].entries())
      put(book, "Team plan", 6, column, cell);
    expect(demandOf(book)).toEqual([
      ["Portal", 60],
      ["Tooling", 13],
    ]);
  });

  test("is widened by a refresh once its room is used up, which Plan check says until then; Undo takes it back", () => {
    const book = accepted();
    for (let row = 6; row < 320; row++) {
      for (const [column, cell] of ["Cy", "Tooling", "Run", 0.5].entries()) put(book, "Team plan", row, column, cell);
    }
    const [problem] = asked(book, "planCheck", {}).problems.filter(({ code }) => code === "HR-276");
    expect(problem?.says).toContain("does not reach the last row or column of its table on Team plan");
    asked(book, "makeSheets", { sheets: "Capacity vs demand" });
    expect(book.names.get("Team_plan")?.at).toEqual({ row: 0, column: 0, rows: 620, columns: 32 });
    expect(asked(book, "planCheck", {}).problems.map(({ code }) => code)).not.toContain("HR-276");
    expect(asked(book, "undoLast", {}).text).toBe("Undone: Refresh Capacity vs demand.");
    expect(book.names.get("Team_plan")?.at).toEqual({ row: 0, column: 0, rows: 306, columns: 32 });
  });

  test("stays through leaving out, accepting again and undoing that, and is taken again after it was asked anew", () => {
    const book = accepted();
    const first = book.names.get("Team_plan");
    decide(book, "Team plan", "no");
    decide(book, "Team plan", "yes");
    asked(book, "undoLast", {});
    expect(book.names.get("Team_plan")).toEqual(first);
    expect(minutes(book)).toBe(0);
    decide(book, "Team plan", "again");
    expect(decide(book, "Team plan", "yes")).toContain("In formulas it is Team_plan.");
    expect([...book.names.keys()]).toEqual(["Tables", "Team_plan"]);
  });

  test("goes back to where it stood when an accepted copy is undone, below rows that were inserted since", () => {
    const book = accepted();
    decide(book, "Team plan", "no");
    book.names.set("Team_plan", { sheet: "Team plan", at: { row: 0, column: 0, rows: 3, columns: 6 } });
    decide(book, "Team plan", "yes");
    expect(book.names.get("Team_plan")?.at.rows).toBe(306);
    book.names.set("Team_plan", { sheet: "Team plan", at: { row: 2, column: 0, rows: 306, columns: 32 } });
    asked(book, "undoLast", {});
    expect(book.names.get("Team_plan")?.at).toEqual({ row: 2, column: 0, rows: 3, columns: 6 });
  });
});

describe("several people in one cell", () => {
  /** 7 hours in week 2 and 10 in week 3 stand beside Ana and Ben. */
  const shared: Cell[][] = [
    ["Team plan 2026, hours", null, null, null, null],
    ["Who", "Project", "Week 2", "Week 3", "Week 4"],
    ["Ana / Ben", "Portal", 7, 10, null],
    ["Ana", "Tooling", 8, null, null],
    ["Ben", "Tooling", 8, null, null],
  ];
  const WHOSE = "(several people)";
  const hoursOf = (book: MemoryBook) => {
    const { allocations, people } = readPlan(sourcesIn(bookOf(book)));
    const sums = people.map(({ name }) => [name, 0] as [string, number]);
    allocations.person.forEach((who, i) => {
      sums[who]![1] += allocations.amount[i]! / 60;
    });
    return sums;
  };

  test("are asked about in sight, with what usually holds", () => {
    const [table] = asked(bookWith("Team plan", shared), "mapForm", { answers: [] }).tables;
    expect(table?.questions).toEqual([
      {
        key: WHOSE,
        asks: "Several people in one cell: whose is the amount?",
        why: 'A3: "Ana / Ben".',
        options: ["Each of them", "All of them together"],
        means: "Each of them",
      },
    ]);
    expect(table?.open).toBe(0);
  });

  test("have the amount each, or share it to the minute, as somebody said", () => {
    const each = bookWith("Team plan", shared);
    decide(each, "Team plan", "yes");
    expect(hoursOf(each)).toEqual([
      ["Ana", 25],
      ["Ben", 25],
    ]);
    const together = bookWith("Team plan", shared);
    decide(together, "Team plan", "yes", [[WHOSE, "All of them together"]]);
    expect(hoursOf(together)).toEqual([
      ["Ana", 16.5],
      ["Ben", 16.5],
    ]);
    expect(tablesOf(together).at(-1)?.slice(4)).toEqual([WHOSE, "All of them together"]);
    expect(asked(together, "mapForm", { answers: [] }).tables[0]?.questions[0]?.means).toBe("All of them together");
    decide(together, "Team plan", "yes", [[WHOSE, "Each of them"]]);
    expect(hoursOf(together)[0]).toEqual(["Ana", 25]);
  });
});

describe("two tables below each other on one sheet", () => {
  /** The second has other weeks: Ben has 10 hours in week 10 and 12 in week 12. */
  const two: Cell[][] = [
    ...planOf(),
    [null, null, null, null, null, null],
    ["Second half", null, null, null, null, null],
    ["Who", "Job", "Phase", "Week 10", "Week 11", "Week 12"],
    ["Ben", "Portal", "Build", 10, null, 12],
  ];

  test("are proposed, accepted and named apart, each with its own weeks and the sheet's title", () => {
    const book = bookWith("Team plan", two);
    const { tables } = asked(book, "mapForm", { answers: [] });
    expect(tables.map(({ id, range, name, summary }) => [id, range, name, summary])).toEqual([
      [
        "Team plan",
        "A2:F6",
        "Team_plan",
        ["4 allocations of 2 people to 2 engagements, 5 Jan 2026 to 18 Jan 2026, 68 h in all"],
      ],
      [
        "Team plan, row 8",
        "A9:F10",
        "Team_plan_row_8",
        ["2 allocations of 1 person to 1 engagement, 2 Mar 2026 to 22 Mar 2026, 22 h in all"],
      ],
    ]);
    decide(book, "Team plan, row 8", "yes");
    expect(minutes(book)).toBe(22 * 60);
    decide(book, "Team plan", "yes");
    expect(minutes(book)).toBe(HOURS + 22 * 60);
    expect(book.names.get("Team_plan_row_8")?.at).toEqual({ row: 7, column: 0, rows: 303, columns: 32 });
    expect(book.names.get("Team_plan")?.at).toEqual({ row: 0, column: 0, rows: 7, columns: 32 });
  });

  test("are read one by one by a formula on the whole range", () => {
    const demand = FUNCTIONS.find(({ name }) => name === "DEMAND")!;
    const [, ...rows] = demand.call([MONDAY, MONDAY + 90, "engagement", two, PEOPLE]) as CellRange;
    expect(rows).toEqual([
      ["Portal", 82],
      ["Tooling", 8],
    ]);
  });
});
