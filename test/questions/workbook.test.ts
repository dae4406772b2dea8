import { describe, expect, test } from "vitest";
import { smallDemo } from "../../core/demo/small.ts";
import { run, type Step } from "../../core/host.ts";
import { ask, type QuestionName, type ReplyOf } from "../../core/questions/index.ts";
import { workbook } from "../../core/questions/workbook.ts";
import { type MemoryBook, memoryBook, memoryHost, put } from "../support/memory-host.ts";

const demoBook = () => memoryBook(Object.fromEntries(smallDemo()));
const read = (book: MemoryBook) => run(workbook(), memoryHost(book).host);
const asked = <N extends QuestionName>(book: MemoryBook, name: N, request: unknown) =>
  run(ask(name, request), memoryHost(book).host) as ReplyOf<N>;
const people = (book: MemoryBook) => asked(book, "decisionForm", {}).people.map(({ name }) => name);
const gapNow = (book: MemoryBook) => asked(book, "compareScenarios", { measure: "gap" }).tables[0]!.rows;

describe("between two questions", () => {
  test("the plan is read once while nothing changes, in another workbook with the same cells too", () => {
    const book = demoBook();
    const { plan } = read(book);
    expect(read(book).plan).toBe(plan);
    expect(read(demoBook()).plan).toBe(plan);
  });

  test.each<[string, (book: MemoryBook) => void]>([
    ["a changed cell", (book) => put(book, "People", 1, 4, 12)],
    ["a cell with blanks around it", (book) => put(book, "People", 40, 20, "?")],
    ["a number that becomes its text", (book) => put(book, "People", 1, 4, String(40))],
    ["a cell that is emptied", (book) => put(book, "Allocations", 1, 0, null)],
    ["a sheet that comes", (book) => void book.sheets.set("Notes", demoBook().sheets.get("Leave")!)],
    ["a sheet that goes", (book) => void book.sheets.delete("Leave")],
    ["a sheet with another name", rename],
  ])("%s is noticed", (_, change) => {
    const book = demoBook();
    const { plan } = read(book);
    change(book);
    const after = read(book);
    expect(after.plan).not.toBe(plan);
    expect(after.book.map(({ name }) => name)).toEqual([...book.sheets.keys()]);
  });

  test("a changed cell is in the next answer, and gone from it after it is put back", () => {
    const book = demoBook();
    expect(people(book)).toContain("Maya Ellison");
    put(book, "People", 1, 0, "Somebody Else");
    expect(people(book)).toContain("Somebody Else");
    put(book, "People", 1, 0, smallDemo().get("People")![1]![0]!);
    expect(people(book)).not.toContain("Somebody Else");
  });

  test("a scenario that is switched on, and off again by undo, is in the next answer", () => {
    const book = demoBook();
    const before = gapNow(book);
    asked(book, "switchScenario", { scenario: "Harborline grows", on: true });
    expect(gapNow(book)).toHaveLength(before.length + 1);
    asked(book, "undoLast", {});
    expect(gapNow(book)).toEqual(before);
  });

  test("problems name the sheet as it is called now", () => {
    const book = demoBook();
    put(book, "People", 1, 4, "forty");
    const places = () => asked(book, "planCheck", {}).problems.map(({ where }) => where);
    expect(places()).toContain("People!E2");
    rename(book);
    expect(places()).toContain("Staff!E2");
  });
});

test("a host that hands out the same arrays with other values in them is read anew", () => {
  const cells = [
    ["Person", "Weekly hours"],
    ["Ana", 40],
  ];
  const host = ({ do: what }: Step) =>
    what === "book"
      ? [{ name: "People", cells }]
      : { owned: new Map(), flag: null, names: [], named: new Map(), sheets: ["People"] };
  const hours = () => run(workbook(), host).plan.contracts[0]!.weekdays.reduce((sum, day) => sum + day, 0);
  expect(hours()).toBe(40 * 60);
  cells[1]![1] = 20;
  expect(hours()).toBe(20 * 60);
});

function rename({ sheets }: MemoryBook): void {
  const all = [...sheets];
  sheets.clear();
  for (const [name, sheet] of all) sheets.set(name === "People" ? "Staff" : name, sheet);
}
