import { describe, expect, test } from "vitest";
import { smallDemo } from "../../core/demo/small.ts";
import { suggestNow } from "../../core/engine/staffing/index.ts";
import { run, type Step } from "../../core/host.ts";
import { ask, type QuestionName, type ReplyOf } from "../../core/questions/index.ts";
import { type MemoryBook, memoryBook, memoryHost, put } from "../support/memory-host.ts";

const asked = <N extends QuestionName>(book: MemoryBook, name: N, request: unknown) =>
  run(ask(name, request), memoryHost(book).host) as ReplyOf<N>;
const demoBook = () => memoryBook(Object.fromEntries(smallDemo()));
const TIDEWATER = { engagement: "tidewater migration", skill: null, from: null, to: null };
const AWS = { ...TIDEWATER, skill: "AWS" };
const suggested = (book: MemoryBook, work: object, found: unknown = null) =>
  asked(book, "suggestStaffing", { ...work, found });

describe("people for one role", () => {
  test("30 hours of AWS a week are open, and Maya and Ben have 20 free: together they do all of it, but for one holiday", () => {
    const { answer, rows, text } = suggested(demoBook(), AWS);
    // Open: three weeks of 30 hours and one of 16. The 16 fall on a week in which Chicago has a holiday: four of five days.
    expect(answer.says).toBe("Covers 102 of 106 h; no plan can cover more.");
    expect(answer.tone).toBe("unsure");
    const [table] = answer.tables;
    expect(table!.headings).toEqual(["Person", "Work", "From", "To", "Hours a week", "Hours covered"]);
    const cutOver = ["AWS 3+", "26 Jan 2026", "13 Feb 2026"];
    expect(table!.rows.map(({ cells }) => cells.slice(1))).toEqual([
      [...cutOver, 20, 60],
      [...cutOver, 10, 30],
      ["AWS 3+", "16 Feb 2026", "22 Feb 2026", 16, 12.8],
    ]);
    expect(new Set(table!.rows.slice(0, 2).map(({ cells }) => cells[0]))).toEqual(
      new Set(["Ben Carver", "Maya Ellison"]),
    );
    // Rows 3 and 6 of Demand ask for it.
    expect(table!.rows.map(({ at }) => at)).toEqual([2, 2, 5].map((row) => ({ sheet: "Demand", row, column: 0 })));
    expect(rows).toBe(3);
    expect(text).toBe("Will add 3 rows to Allocations; nothing that stands there is replaced.");
  });

  test("the picture shows every week's open hours, and what stays open", () => {
    const { picture } = suggested(demoBook(), AWS).answer;
    const hours = picture!.series.map(({ label, cells }) => [label, cells.slice(3, 7).map(({ value }) => value / 60)]);
    expect(hours).toEqual([
      ["Open now", [30, 30, 30, 16]],
      ["Still open", [0, 0, 0, 3.2]],
    ]);
  });

  test("for all of the engagement ten hours a week stay open: the three skills ask for 50 hours of people who have 40", () => {
    const { answer } = suggested(demoBook(), TIDEWATER);
    expect(answer.says).toBe("Covers 132 of 166 h; no plan can cover more.");
    const [, left] = answer.picture!.series;
    expect(left!.cells.slice(3, 6).map(({ value }) => value / 60)).toEqual([10, 10, 10]);
  });

  test("nobody else can, so it says so and has nothing to write", () => {
    const book = demoBook();
    const { found } = suggested(book, TIDEWATER);
    asked(book, "fillRole", { ...TIDEWATER, found });
    const { answer, rows } = suggested(book, TIDEWATER);
    expect(answer.says).toBe("Nobody who fits has free time for any of the 30 h that are open.");
    expect(answer.tone).toBe("bad");
    expect(rows).toBe(0);
    expect(answer.tables.map(({ title }) => title)).toEqual(["Work that nobody free fits"]);
  });
});

describe("writing a suggestion", () => {
  test("all rows at once, and one undo takes all of them away", () => {
    const book = demoBook();
    const { found } = suggested(book, AWS);
    const done = asked(book, "fillRole", { ...AWS, found });
    expect(done.text).toMatch(/^Added 3 allocations: (Ben Carver and Maya Ellison|Maya Ellison and Ben Carver)\.$/);
    expect(rowsOf(book)).toBe(23);
    asked(book, "undoLast", {});
    expect(rowsOf(book)).toBe(20);
  });

  test("a search elsewhere gives the same answer as one here", () => {
    const book = demoBook();
    const { print, problem } = asked(book, "staffingProblem", AWS);
    const { roles, bound, most, iterations } = suggestNow(JSON.parse(JSON.stringify(problem)));
    const found = { print, roles, bound, most, iterations };
    expect(suggested(book, AWS, found)).toEqual(suggested(book, AWS));
  });

  test("a plan for a workbook that has changed since is refused", () => {
    const book = demoBook();
    const { found } = suggested(book, AWS);
    put(book, "Demand", 3, 5, 60);
    expect(() => asked(book, "fillRole", { ...AWS, found })).toThrow("The plan changed since this was suggested");
  });

  test("a plan that promises more than is free is refused", () => {
    const book = demoBook();
    const { found } = suggested(book, AWS);
    const twice = { ...found, roles: [...found.roles, ...found.roles] };
    expect(() => asked(book, "fillRole", { ...AWS, found: twice })).toThrow("The plan changed since");
  });
});

test("days before and after the plan's horizon are left out, and said", () => {
  const book = demoBook();
  const wide = { ...AWS, from: 45_900, to: 46_400 };
  const { answer } = suggested(book, wide);
  expect(answer.notes[0]).toBe("Open work from 5 Jan 2026 to 29 Mar 2026.");
  expect(answer.says).toBe(suggested(book, AWS).answer.says);
  expect(suggested(book, { ...AWS, from: 46_400, to: 46_430 }).answer.says).toBe(
    "Nothing is open here: all work that names a skill or role has people.",
  );
  expect(() => suggested(book, { ...AWS, from: 46_040, to: 46_039 })).toThrow("The last day comes before the first");
});

test("a name that is none is said, with the list as a way out", () => {
  const wrong = { ...AWS, engagement: "Tidewater" };
  expect(() => suggested(demoBook(), wrong)).toThrow('"Tidewater" is no engagement of this plan');
});

test("a long search tells how far it is", () => {
  const told: number[] = [];
  const { host } = memoryHost(demoBook());
  const watched = (step: Step) => {
    if (step.do === "tell") told.push(step.part.done);
    return host(step);
  };
  const everything = { engagement: null, skill: null, from: null, to: null, found: null };
  run(ask("suggestStaffing", everything), watched);
  expect(told.length).toBeGreaterThan(1);
  expect(told).toEqual([...told].sort((a, b) => a - b));
});

/** Rows of Allocations with anything in them, the heading included. */
function rowsOf(book: MemoryBook): number {
  const { rows } = asked(book, "allocations", { person: null, engagement: null });
  return rows.length + 1;
}
