import { describe, expect, test } from "vitest";
import { FUNCTIONS } from "../../core/functions/index.ts";
import { run } from "../../core/host.ts";
import type { Cell } from "../../core/plan/cells.ts";
import { sourcesIn } from "../../core/plan/locate.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { describe as sentence } from "../../core/problems.ts";
import { ask, type QuestionName, type ReplyOf } from "../../core/questions/index.ts";
import { bookOf, type MemoryBook, memoryBook, memoryHost } from "../support/memory-host.ts";

/** Monday 5 January 2026. */
const MONDAY = 46027;
const PEOPLE: Cell[][] = [
  ["Person", "Weekly hours"],
  ["Ann Lee", 40],
  ["Bob Ray", 40],
];
const COURSES: Cell[][] = [
  ["Name", "Start", "End", "Course"],
  ["Ann Lee", MONDAY, MONDAY + 1, "AWS"],
  ["Bob Ray", MONDAY, MONDAY, "Azure"],
];

const asked = <N extends QuestionName>(book: MemoryBook, name: N, request: unknown) =>
  run(ask(name, request), memoryHost(book).host) as ReplyOf<N>;
const look = (book: MemoryBook, answers: readonly object[] = []) =>
  asked(book, "mapForm", { answers }).none.flatMap(({ perhaps, why }) =>
    perhaps === null ? [] : [{ ...perhaps, why }],
  );
const decide = (book: MemoryBook, sheet: string, decision: string, answers: readonly object[] = []) =>
  asked(book, "decideMap", { sheet, decision, answers }).text;
const planOf = (book: MemoryBook) => readPlan(sourcesIn(bookOf(book)));
const cellsOf = (book: MemoryBook, sheet: string) => bookOf(book).find(({ name }) => name === sheet)?.cells ?? [];
const codes = (book: MemoryBook) => asked(book, "planCheck", {}).problems.map(({ code }) => code);
const bookWith = (name: string, cells: Cell[][], more: Readonly<Record<string, Cell[][]>> = {}): MemoryBook =>
  memoryBook({ People: PEOPLE, [name]: cells.map((row) => [...row]), ...more });
const capacity = (sources: readonly Cell[][][]) =>
  FUNCTIONS.find(({ name }) => name === "CAPACITY")!.call([MONDAY, MONDAY + 4, ...sources]);

describe("a list with the headings of Leave of which nothing says that its days are days off", () => {
  test("is shown with its doubt, its columns and what it would be", () => {
    const [one, ...more] = look(bookWith("Training", COURSES));
    expect(more).toEqual([]);
    expect(one).toMatchObject({ table: "Leave", state: "new", range: "A1:D3", headerRows: "row 1", open: 0 });
    expect(one?.why).toContain("neither its name, a heading nor all of its kinds say that the days are days off");
    expect(one?.summary).toEqual(["2 leaves of 2 people, 5 Jan 2026 to 6 Jan 2026"]);
    expect(one?.examples[0]).toBe("A2: Ann Lee, 5 Jan 2026, to 6 Jan 2026");
    expect(
      one?.columns.map(({ at, heading, means, confidence, samples }) => [at, heading, means, confidence, samples]),
    ).toEqual([
      ["A", "Name", "Person", "sure", ["Ann Lee", "Bob Ray"]],
      ["B", "Start", "First day", "sure", ["5 Jan 2026"]],
      ["C", "End", "Last day", "sure", ["6 Jan 2026", "5 Jan 2026"]],
      ["D", "Course", "Not used", "likely", ["AWS", "Azure"]],
    ]);
  });

  test("is leave after one press, remembered in Tables, and nothing of its sheet is written", () => {
    const book = bookWith("Training", COURSES);
    expect([planOf(book).leave.length, codes(book)]).toEqual([0, ["HR-330"]]);
    expect(decide(book, "Training", "yes")).toBe("Training is part of the plan: Leave. In formulas it is Training.");
    expect(planOf(book).leave.length).toBe(2);
    expect(codes(book)).toEqual([]);
    expect(look(book)).toMatchObject([{ state: "accepted", name: "Training" }]);
    expect(cellsOf(book, "Training")).toEqual(COURSES);
    expect(cellsOf(book, "Tables").map((row) => row.slice(2))).toEqual([
      ["Feeds", "Use", "Column heading", "Means"],
      ["Leave", "Yes", "Name", "Person"],
      ["Leave", "Yes", "Start", "First day"],
      ["Leave", "Yes", "End", "Last day"],
      ["Leave", "Yes", "Course", "Not used"],
      ["Leave", "Yes", "(table)", "Leave"],
    ]);
    expect(asked(book, "exportForm", {}).tables.map(({ table, rows }) => [table, rows])).toContainEqual(["Leave", 2]);
    expect(decide(book, "Training", "no")).toBe("Training is left out of the plan.");
    expect([planOf(book).leave.length, codes(book), look(book)[0]?.state]).toEqual([0, [], "refused"]);
    expect(asked(book, "undoLast", {}).text).toBe("Undone: Leave out Training.");
    expect(planOf(book).leave.length).toBe(2);
    expect(decide(book, "Training", "again")).toBe("Training is asked about again.");
    expect([planOf(book).leave.length, look(book)[0]?.state]).toEqual([0, "new"]);
  });

  test("is found again under another name, with columns moved and rows added; a copy of it counts once", () => {
    const book = bookWith("Training", COURSES);
    decide(book, "Training", "yes");
    const tables = { Tables: cellsOf(book, "Tables").map((row) => [...row]) };
    const moved = COURSES.map(([name, start, end, course], i) => [
      course!,
      i === 0 ? "Floor" : "3rd",
      name!,
      start!,
      end!,
    ]);
    moved.push(["GCP", "3rd", "Ann Lee", MONDAY + 3, MONDAY + 3]);
    const renamed = bookWith("Classes", moved, tables);
    expect(planOf(renamed).leave.length).toBe(3);
    expect(planOf(renamed).problems.map(sentence)).toEqual([
      `Classes!B1: "Floor" is a column that Training did not have when it was accepted; it is left alone. Maybe open the panel Map and say what it is for.`,
    ]);
    expect(planOf(bookWith("Training", COURSES, { "Training 2": COURSES, ...tables })).leave.length).toBe(2);
  });

  test("is said where its headings are no longer those of leave", () => {
    const book = bookWith("Training", COURSES);
    decide(book, "Training", "yes");
    const tables = { Tables: cellsOf(book, "Tables").map((row) => [...row]) };
    const broken = COURSES.map((row, i) => (i === 0 ? ["Name", "Zx", "Qq", "Course"] : row));
    const later = bookWith("Training", broken, tables);
    expect(planOf(later).leave.length).toBe(0);
    expect(codes(later)).toContain("HR-271");
  });

  test("needs no map any more once its sheet says so itself, and nothing is called gone", () => {
    const book = bookWith("Training", COURSES);
    decide(book, "Training", "yes");
    const tables = { Tables: cellsOf(book, "Tables").map((row) => [...row]) };
    const plain = bookWith("Leave", COURSES, tables);
    expect([planOf(plain).leave.length, codes(plain)]).toEqual([2, []]);
    expect(asked(plain, "mapForm", { answers: [] }).gone).toEqual([]);
  });

  test("is leave in a formula too, where Tables stands beside its range; the hint of the refusal says both ways", () => {
    const book = bookWith("Training", COURSES);
    const refusal = () => capacity([PEOPLE, COURSES]);
    expect(refusal).toThrow(
      'Maybe head a column "Leave type", or accept its sheet in the panel Map and give the sheet Tables',
    );
    const headed = COURSES.map((row, i) => [...row, i === 0 ? "Leave type" : null]);
    expect(capacity([PEOPLE, headed])).toBe(56);
    decide(book, "Training", "yes");
    expect(capacity([PEOPLE, COURSES, cellsOf(book, "Tables").map((row) => [...row])])).toBe(56);
  });

  test("is read with the columns that somebody corrected", () => {
    const parts = COURSES.map((row, i) => [...row, i === 0 ? "Days" : 0.5]);
    const one = bookWith("Training", parts.slice(0, 2).concat([["Bob Ray", MONDAY, MONDAY, "Azure", 0.5]]));
    decide(one, "Training", "yes");
    expect(Array.from(planOf(one).leave.minutes)).toEqual([expect.any(Number), 240]);
    const two = bookWith("Training", parts.slice(0, 1).concat([["Bob Ray", MONDAY, MONDAY, "Azure", 0.5]]));
    const not = [{ sheet: "Training", heading: "Days", means: "Not used" }];
    expect(look(two, not)[0]?.columns[4]).toMatchObject({ means: "Not used", confidence: "yours" });
    decide(two, "Training", "yes", not);
    expect(Array.from(planOf(two).leave.minutes)).toEqual([-1]);
    expect(look(two)[0]?.columns[4]).toMatchObject({ means: "Not used", confidence: "yours" });
  });
});

test("a list of amounts is fees after one press", () => {
  const book = bookWith("Sums", [
    ["Project", "Date", "Amount"],
    ["Alpha", MONDAY, 800],
    ["Alpha", MONDAY + 7, 200],
  ]);
  expect(look(book)).toMatchObject([
    { table: "Fees", open: 0, summary: ["2 fees to 1 engagement, 5 Jan 2026 to 12 Jan 2026"] },
  ]);
  expect(look(book)[0]?.columns.map(({ means, options }) => [means, options])).toEqual([
    ["Engagement", ["Engagement"]],
    ["Day", ["Day"]],
    ["Amount", ["Amount"]],
  ]);
  decide(book, "Sums", "yes");
  expect(planOf(book).accounts.find(({ table }) => table === "Fees")).toMatchObject({ read: 2, used: 2 });
  expect(look(book)[0]?.state).toBe("accepted");
});

describe("work whose days may stand under a heading that is not From or To", () => {
  const work = (): MemoryBook =>
    bookWith("Bookings", [
      ["Person", "Project", "Kick-off", "Hours per week"],
      ["Ann Lee", "Alpha", MONDAY, 20],
      ["Bob Ray", "Alpha", MONDAY + 7, 10],
    ]);
  const kickOff = (means: string) => [{ sheet: "Bookings", heading: "Kick-off", means }];
  const lasts = (book: MemoryBook) => Array.from(planOf(book).allocations.from);

  test("is accepted only once somebody says what that column is", () => {
    const book = work();
    const [one] = look(book);
    expect(one).toMatchObject({ table: "Allocations", open: 1 });
    expect(one?.columns.filter(({ open }) => open)).toMatchObject([
      { heading: "Kick-off", options: ["First day", "Last day", "Not used"] },
    ]);
    expect(() => decide(book, "Bookings", "yes")).toThrow(/leaves something open/);
  });

  test("has no days when the column is none of them, also when it is looked at again", () => {
    const book = work();
    decide(book, "Bookings", "yes", kickOff("Not used"));
    expect(planOf(book).allocations.length).toBe(2);
    expect(new Set(lasts(book)).size).toBe(1);
    expect(look(book)).toMatchObject([{ state: "accepted", open: 0 }]);
  });

  test("starts on the column's days when they are its first", () => {
    const book = work();
    expect(decide(book, "Bookings", "yes", kickOff("First day"))).toContain(
      "Bookings is part of the plan: Allocations",
    );
    expect(lasts(book)).toEqual([MONDAY, MONDAY + 7]);
  });
});
