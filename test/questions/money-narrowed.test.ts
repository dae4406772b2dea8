import { describe, expect, test } from "vitest";
import { smallMoneyDemo } from "../../core/demo/small-money.ts";
import { run } from "../../core/host.ts";
import type { CellRange } from "../../core/plan/cells.ts";
import { ask } from "../../core/questions/index.ts";
import type { PlanCheckReply } from "../../core/questions/plan-check.ts";
import type { SheetsPreview, SheetsReply } from "../../core/questions/sheets.ts";
import { at, everything, type MemoryBook, memoryBook, memoryHost, put, seen } from "../support/memory-host.ts";

const asks = <T>(book: MemoryBook, name: string, request: object = {}): T =>
  run(ask(name, request), memoryHost(book).host) as T;
const make = (book: MemoryBook, sheets: string) => asks<{ text: string }>(book, "makeSheets", { sheets }).text;
const check = (book: MemoryBook) =>
  asks<PlanCheckReply>(book, "planCheck")
    .problems.map(({ code, where, says }) => `${code} ${where} ${says}`)
    .join("\n");
/** What some panels offer to undo. */
const undoOf = (book: MemoryBook) =>
  ["sheets", "planCheck", "decisionForm", "allocateForm", "scenarios"].map(
    (name) => asks<{ undo: { title: string } | null }>(book, name).undo?.title ?? null,
  );
const stateOf = (book: MemoryBook, sheet: string) =>
  asks<SheetsReply>(book, "sheets").sheets.find(({ name }) => name === sheet)?.state;

/** The small demo, in which Maya Ellison costs 98761.43, with its sheets of money made in the view all. */
function made(sheets = "Margin;Margin lines"): MemoryBook {
  const tables = smallMoneyDemo();
  const costs = tables.get("Costs")!.map((row) => row.map((cell) => (cell === 95 ? 98761.43 : cell)));
  const book = memoryBook(Object.fromEntries<CellRange>([...tables, ["Costs", costs]]));
  show(book, "all");
  make(book, sheets);
  return book;
}
const CANARY = /98,?761[.,]?43/;

function show(book: MemoryBook, view: string): void {
  const row = smallMoneyDemo()
    .get("Settings")!
    .findIndex(([name]) => name === "Money shown");
  put(book, "Settings", row, 1, view);
}

/** As finance would: all of the four tables but their headings. */
function takeTablesOut(book: MemoryBook): void {
  for (const name of ["Rates", "Costs", "Fees", "Exchange"])
    smallMoneyDemo()
      .get(name)!
      .forEach((line, row) => {
        for (const column of row > 0 ? line.keys() : []) put(book, name, row, column, null);
      });
}

describe("Money shown: none, after sheets of money were made", () => {
  test("Plan check names each of them and the journal, also when the tables of money are gone", () => {
    const book = made();
    expect(check(book)).not.toMatch(/HR-284|though Money shown is none/);
    show(book, "none");
    takeTablesOut(book);
    expect(everything(book)).toMatch(CANARY);
    expect(check(book)).toMatch(/HR-284.*"Margin".*shows figures of money, though Money shown is none/);
    expect(check(book)).toMatch(/HR-284.*"Margin lines".*shows figures of money/);
    expect(check(book)).toMatch(/Undo still holds figures of money/);
    expect(stateOf(book, "Margin lines")).toBe("inputs changed");
    expect(asks<SheetsReply>(book, "sheets").undo).toBeNull();
  });

  test("a refresh empties them, says so before, and nothing of them is left to undo", () => {
    const book = made();
    show(book, "none");
    takeTablesOut(book);
    const { tells, idle } = asks<SheetsPreview>(book, "previewSheets", { sheets: "Margin;Margin lines" });
    expect([idle, tells]).toEqual([false, [expect.stringMatching(/^Undo is forgotten with it/)]]);
    expect(make(book, "Margin;Margin lines")).toMatch(/Undo is forgotten with it/);
    expect(at(book, "Margin", 0, 0)).toBe("Margin: nothing is shown, because Money shown in Settings is none.");
    expect(everything(book)).not.toMatch(CANARY);
    expect(asks<{ text: string }>(book, "undoLast").text).toBe("There is nothing to undo.");
    expect(check(book)).not.toMatch(/shows figures of money|Undo still holds/);
    expect(stateOf(book, "Margin lines")).toBe("up to date");
  });

  test("one that was never made is still refused", () => {
    const book = made("Margin");
    show(book, "none");
    expect(() => make(book, "Margin bridge")).toThrow(/Margin bridge/);
  });

  test("shown again, an emptied sheet is out of date, and a refresh fills it", () => {
    const book = made("Margin");
    const title = at(book, "Margin", 0, 0);
    show(book, "none");
    make(book, "Margin");
    show(book, "all");
    expect(stateOf(book, "Margin")).toBe("inputs changed");
    make(book, "Margin");
    expect(at(book, "Margin", 0, 0)).toBe(title);
  });
});

describe("Undo in a view that has become narrower", () => {
  test("brings no salary back: it is forgotten instead, with a sentence", () => {
    const book = made();
    show(book, "all but salaries");
    const before = seen(book);
    expect(asks<{ text: string }>(book, "undoLast").text).toMatch(/^Undo was forgotten, and nothing was undone/);
    expect(seen(book)).toBe(before);
    expect(asks<{ text: string }>(book, "undoLast").text).toBe("There is nothing to undo.");
  });

  test("a refresh in the view all but salaries leaves no cost rate in the journal", () => {
    const book = made();
    show(book, "all but salaries");
    expect(check(book)).toMatch(/HR-284.*"Margin lines".*was made when Money shown was all/);
    expect(make(book, "Margin;Margin lines")).toMatch(/Undo is forgotten/);
    expect(check(book)).not.toMatch(/was made when Money shown was all|Undo still holds/);
    expect(asks<SheetsReply>(book, "sheets").undo).toBeNull();
    takeTablesOut(book);
    expect(everything(book)).not.toMatch(CANARY);
  });

  test("Delivery metrics gets no margin back in the view none", () => {
    const book = made("Delivery metrics");
    show(book, "none");
    expect(check(book)).toMatch(/HR-284.*"Delivery metrics".*shows figures of money/);
    make(book, "Delivery metrics");
    const after = seen(book);
    asks(book, "undoLast");
    expect(seen(book)).toBe(after);
  });

  test("Delivery metrics is named until it is refreshed, also when the journal was forgotten by then", () => {
    const book = made("Margin;Delivery metrics");
    show(book, "none");
    expect(make(book, "Margin")).toMatch(/Undo is forgotten/);
    expect(check(book)).toMatch(/HR-284.*"Delivery metrics".*shows figures of money/);
    expect(stateOf(book, "Delivery metrics")).toBe("inputs changed");
    make(book, "Delivery metrics");
    expect(check(book)).not.toMatch(/HR-284/);
    put(book, "People", 1, 3, "Elsewhere");
    expect(stateOf(book, "Delivery metrics")).toBe("inputs changed");
    expect(check(book)).not.toMatch(/HR-284/);
  });

  test("a cell of Costs that one press mended is forgotten, and no panel offers to bring it back", () => {
    const book = made();
    asks(book, "discardUndo");
    const [heads = [], row = []] = smallMoneyDemo().get("Costs")!;
    const person = heads.indexOf("Person");
    put(book, "Costs", 1, person, `${row[person]}x`);
    const problem = asks<PlanCheckReply>(book, "planCheck").problems.find(({ mend }) => mend !== null)!;
    const { sheet, a1 } = problem.goTo!;
    expect([problem.code, sheet, problem.mend]).toEqual(["HR-123", "Costs", row[person]]);
    asks(book, "mend", { sheet, a1, code: problem.code, value: problem.mend });
    expect(undoOf(book)).toEqual(Array(5).fill(`Mend Costs!${a1}`));
    show(book, "none");
    expect(undoOf(book)).toEqual(Array(5).fill(null));
    expect(check(book)).toMatch(/HR-286.*Undo still holds/);
    expect(asks<{ text: string }>(book, "undoLast").text).toMatch(/^Undo was forgotten, and nothing was undone/);
    expect(at(book, "Costs", 1, person)).toBe(row[person]);
    expect(check(book)).not.toMatch(/HR-286/);
  });

  const entries = "Day,Person,Engagement,Hours\n2026-01-05,Maya Ellison,Cobalt migration,2\n";
  const take = (book: MemoryBook) =>
    asks<{ text: string }>(book, "importRows", { text: entries, sheet: "", answers: [], mode: "append" }).text;

  test("an import writes no money, so that Undo still takes it back", () => {
    const book = made();
    asks(book, "discardUndo");
    expect(take(book)).toMatch(/Actuals: 1 new/);
    show(book, "none");
    expect(undoOf(book)[0]).toMatch(/^Import/);
    expect(asks<{ text: string }>(book, "undoLast").text).toMatch(/^Undone: Import/);
  });

  test("but where money was refreshed before it, the journal holds that too, and is forgotten", () => {
    const book = made();
    take(book);
    show(book, "none");
    expect(undoOf(book)).toEqual(Array(5).fill(null));
    expect(asks<{ text: string }>(book, "undoLast").text).toMatch(/^Undo was forgotten, and nothing was undone/);
  });

  test("the same view undoes as ever", () => {
    const book = made("Margin");
    expect(asks<{ text: string }>(book, "undoLast").text).toMatch(/^Undone: Refresh Margin/);
  });
});
