import { describe, expect, test } from "vitest";
import { run } from "../../core/host.ts";
import type { Cell } from "../../core/plan/cells.ts";
import { ask, type QuestionName, type ReplyOf } from "../../core/questions/index.ts";
import { at, type MemoryBook, memoryBook, memoryHost, seen } from "../support/memory-host.ts";

const asked = <N extends QuestionName>(book: MemoryBook, name: N, request: unknown) =>
  run(ask(name, request), memoryHost(book).host) as ReplyOf<N>;

const JAN_5 = 46027;
const JAN_16 = 46038;
const JAN_19 = 46041;
const JAN_30 = 46052;
const BLUE = { engagement: "Blue", skill: null, from: null, to: null };
type Rows = readonly (readonly Cell[])[];

const HEADINGS = ["Person", "Engagement", "Skill", "From", "To", "Hours a week", "Note"];
const ANA = ["Ana", 40, "AWS 3", null];
const BEN = ["Ben", 40, "AWS 3", null];
const bookOf = (people: Rows, allocations: Rows, more: Readonly<Record<string, Rows>> = {}) =>
  memoryBook({
    People: [["Person", "Weekly hours", "Skills", "To"], ...people],
    Engagements: [
      ["Engagement", "Status", "From", "To"],
      ["Blue", "confirmed", JAN_5, JAN_30],
    ],
    Allocations: allocations,
    ...more,
  });
const tbd = (hours: number, note: string | null = null) => ["TBD", "Blue", "AWS", JAN_5, JAN_30, hours, note];
const rowsOf = (book: MemoryBook, count: number) =>
  Array.from({ length: count }, (_, row) => HEADINGS.map((__, column) => at(book, "Allocations", row + 1, column)));
const filled = (book: MemoryBook) => asked(book, "fillRole", { ...BLUE, found: null });

describe("a placeholder's work", () => {
  test("is open work although no row of Demand asks for it, and leads to the placeholder's row", () => {
    const { answer, text } = asked(bookOf([ANA], [HEADINGS, tbd(20)]), "suggestStaffing", { ...BLUE, found: null });
    expect(answer.says).toBe("Covers all 80 h that are open.");
    expect(answer.tables[0]?.rows[0]?.at).toEqual({ sheet: "Allocations", row: 1, column: 0 });
    expect(text).toBe(
      "Will change 1 row of placeholders, whose work these people take. Allocations, row 2 (TBD, Blue, AWS): Person TBD → Ana.",
    );
  });

  test("goes to the person in the placeholder's own row, and undo brings the placeholder back", () => {
    const book = bookOf([ANA], [HEADINGS, tbd(20, "urgent")]);
    const before = seen(book);
    expect(filled(book).text).toBe("Added 1 allocation: Ana. They take the work of 1 placeholder row, which changed.");
    expect(rowsOf(book, 2)).toEqual([["Ana", "Blue", "AWS", JAN_5, JAN_30, 20, "urgent"], HEADINGS.map(() => null)]);
    asked(book, "undoLast", {});
    expect(seen(book)).toBe(before);
  });

  test("stays with the placeholder where nobody has hours for it", () => {
    const book = bookOf([ANA], [HEADINGS, tbd(60)]);
    filled(book);
    expect(rowsOf(book, 2)).toEqual([
      ["TBD", "Blue", "AWS", JAN_5, JAN_30, 20, null],
      ["Ana", "Blue", "AWS", JAN_5, JAN_30, 40, null],
    ]);
  });

  test("stays with the placeholder on days on which nobody is there", () => {
    const book = bookOf([["Ana", 40, "AWS 3", JAN_16]], [HEADINGS, tbd(20)]);
    filled(book);
    expect(rowsOf(book, 1)).toEqual([["TBD", "Blue", "AWS", JAN_19, JAN_30, 20, null]]);
    expect(rowsOf(book, 2)[1]?.slice(0, 4)).toEqual(["Ana", "Blue", "AWS", JAN_5]);
  });

  test("that Demand asks for too is not asked for twice afterwards", () => {
    const demand = [
      ["Engagement", "Skill", "From", "To", "Hours a week"],
      ["Blue", "AWS", JAN_5, JAN_30, 50],
    ];
    const book = bookOf([ANA, BEN], [HEADINGS, tbd(20), tbd(30)], { Demand: demand });
    filled(book);
    const [people, hours] = [0, 5].map((column) => rowsOf(book, 2).map((row) => row[column]));
    expect(new Set(people)).toEqual(new Set(["Ana", "Ben"]));
    expect(new Set(hours)).toEqual(new Set([40, 10]));
    expect(asked(book, "suggestStaffing", { ...BLUE, found: null }).answer.says).toContain("Nothing is open here");
  });
});

describe("a table without hours a week", () => {
  const with_ = (...headings: readonly string[]) => [["Person", "Engagement", "Skill", "From", "To", ...headings]];
  const demand = [
    ["Engagement", "Skill", "From", "To", "Hours a week"],
    ["Blue", "AWS", JAN_5, JAN_30, 20],
  ];

  /** 20 of 40 hours a week, Monday to Friday, for four weeks. */
  test.each([
    ["Hours a day", 4],
    ["Share", 0.5],
    ["FTE", 0.5],
    ["Total hours", 80],
  ])("gets them as %s", (heading, cell) => {
    const book = bookOf([ANA], with_(heading), { Demand: demand });
    filled(book);
    expect([0, 5].map((column) => at(book, "Allocations", 1, column))).toEqual(["Ana", cell]);
    expect(asked(book, "suggestStaffing", { ...BLUE, found: null }).answer.says).toContain("Nothing is open here");
  });

  test("that cannot say days of its own still shows the suggestion, and says which column is missing", () => {
    const book = bookOf([["Ana", 40, "AWS 3", JAN_16]], [["Person", "Engagement", "Hours a week"]], { Demand: demand });
    const { answer, rows, text } = asked(book, "suggestStaffing", { ...BLUE, found: null });
    expect(answer.says).toMatch(/^Covers 40 of 80 h/);
    expect(rows).toBe(0);
    expect(text).toBe(
      "The table Allocations on Allocations has no column To, which these rows need. Maybe add a column headed To.",
    );
  });
});
