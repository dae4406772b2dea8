import { describe, expect, test } from "vitest";
import { smallDemo } from "../../core/demo/small.ts";
import { smallMoneyDemo } from "../../core/demo/small-money.ts";
import { run } from "../../core/host.ts";
import type { CellRange } from "../../core/plan/cells.ts";
import { ask } from "../../core/questions/index.ts";
import type { ShareReply } from "../../core/questions/share.ts";
import type { SheetsReply } from "../../core/questions/sheets.ts";
import { at, everything, type MemoryBook, memoryBook, memoryHost, put, seen } from "../support/memory-host.ts";

const asks = <T>(book: MemoryBook, name: string, request: object = {}): T =>
  run(ask(name, request), memoryHost(book).host) as T;
const form = (book: MemoryBook, keeps = "none") => asks<ShareReply>(book, "shareForm", { keeps });
const prepare = (book: MemoryBook, keeps = "none") => asks<{ text: string }>(book, "prepareShare", { keeps });
const MONEY = "Margin;Margin bridge;Margin lines;Checks";

/** The small demo with its money: what Maya Ellison costs, 95, is 98761.43 here, which nothing else looks like. */
function original(shown: string, sheets = MONEY, rate = 98761.43): MemoryBook {
  const tables = smallMoneyDemo();
  const settings = tables
    .get("Settings")!
    .map((row) => (row[0] === "Money shown" ? ["Money shown", shown, null] : row));
  const costs = tables.get("Costs")!.map((row) => row.map((cell) => (cell === 95 ? rate : cell)));
  const book = memoryBook(Object.fromEntries<CellRange>([...tables, ["Settings", settings], ["Costs", costs]]));
  if (sheets !== "") asks(book, "makeSheets", { sheets });
  return book;
}
const CANARY = /98,?761[.,]?43/;

describe("Prepare to share, in a copy of a workbook that holds money", () => {
  test("lists every place that reveals money, and what becomes of it", () => {
    const book = original("all", "Margin;Checks");
    put(book, "Leave", 20, 0, { formula: "=MARGIN(A1;B1;Costs!A1:E10)" } as never);
    put(book, "Leave", 21, 0, { formula: "='Costs'!C2*2" } as never);
    put(book, "Leave", 22, 0, { formula: "=SUM(A1:A3)" } as never);
    put(book, "People", 0, 20, "Annual salary");
    put(book, "People", 1, 20, 98761.43);
    expect(form(book).found).toEqual([
      "Rates!A2:E10: table Rates is emptied",
      "Costs!A2:E10: table Costs is emptied",
      "Fees!A2:F7: table Fees is emptied",
      "Exchange!A2:C3: table Exchange is emptied",
      "People!U2:U13: column Annual salary is emptied",
      "Leave!A21: formula with money is emptied",
      "Leave!A22: formula with money is emptied",
      "Sheet Margin is emptied",
      "Sheet Checks is made anew without salaries",
    ]);
    expect(form(book).journal).toBe(true);
  });

  test.each(["Cost rate (USD)", "Hourly cost", "Salary 2026", "Base pay"])(
    "finds and empties a column %s of a workbook without tables of money",
    (heading) => {
      const book = memoryBook(Object.fromEntries<CellRange>([...smallDemo()]));
      put(book, "People", 0, 20, heading);
      put(book, "People", 1, 20, 98761.43);
      expect(form(book).found).toEqual([`People!U2:U13: column ${heading} is emptied`]);
      prepare(book);
      expect(at(book, "People", 0, 20)).toBe(heading);
      expect(at(book, "People", 1, 20)).toBeNull();
    },
  );

  test("takes all of it out, finds nothing afterwards, and no cell or hidden text holds a rate once Undo is forgotten", () => {
    const book = original("all");
    put(book, "Leave", 20, 0, { formula: "=MARGIN(A1;B1;Costs!A1:E10)" } as never);
    expect(everything(book)).toMatch(CANARY);
    expect(prepare(book).text).toMatch(/^Took money out of .*Margin.* Undo still has it/);
    expect(form(book)).toMatchObject({ found: [], remains: [], journal: true });
    expect(at(book, "Costs", 0, 2)).toBe("Cost rate");
    expect(at(book, "Costs", 1, 2)).toBeNull();
    expect(at(book, "Leave", 20, 0)).toBeNull();
    expect(at(book, "Margin", 0, 0)).toBe("Margin: money was taken out of this copy.");
    expect(book.sheets.get("Margin bridge")!.charts.size).toBe(0);
    expect(asks<{ text: string }>(book, "forgetUndo").text).toMatch(/forgotten/);
    expect(form(book)).toMatchObject({ found: [], remains: [], journal: false, undo: null });
    expect(everything(book)).not.toMatch(CANARY);
    expect([...book.names.keys()].filter((name) => /^Headroom_Margin/.test(name))).toEqual([
      ...["Headroom_Margin_about", "Headroom_Margin_bridge_about", "Headroom_Margin_lines_about"],
    ]);
    expect(prepare(book).text).toBe("Nothing here reveals money: nothing was written.");
  });

  test("Undo brings everything back as long as it is not forgotten", () => {
    const book = original("all");
    const before = seen(book);
    prepare(book);
    expect(seen(book)).not.toBe(before);
    asks(book, "undoLast");
    expect(seen(book)).toBe(before);
  });

  test("keeps the margin sheets that tell no salary, without their stamps and the record, and calls none out of date", () => {
    const book = original("all but salaries", MONEY, 95.5);
    const before = at(book, "Margin", 1, 0);
    expect(form(book, "all but salaries").found).toContain("Told figures!A1:C14: what was told is emptied");
    expect(form(book, "all but salaries").found).toContain("Sheet Margin is made anew without salaries");
    prepare(book, "all but salaries");
    asks(book, "forgetUndo");
    expect(at(book, "Margin", 1, 0)).toBe(before);
    expect(form(book, "all but salaries").found).toEqual([]);
    for (const sheet of MONEY.split(";"))
      for (const cell of book.sheets.get(sheet)!.cells.values())
        if (/^inputs /.test(String(cell))) expect(cell).toMatch(/^inputs 0{16} cells [0-9a-f]{16}$/);
    expect(book.sheets.get("Told figures")!.cells.size).toBe(0);
    const { sheets } = asks<SheetsReply>(book, "sheets");
    expect(sheets.filter(({ state }) => state === "inputs changed")).toEqual([]);
  });

  test("a copy with figures that the original has not noted is refused, with what to do first", () => {
    const book = original("all", MONEY, 95.5);
    expect(() => prepare(book, "all but salaries")).toThrow(/holds figures that the original has not noted as told/);
    expect(prepare(book).text).toMatch(/^Took money out/);
  });

  test("hidden sheets are named, since nobody can say what they hold", () => {
    const book = original("all", "");
    book.sheets.get("Milestones")!.hidden = true;
    expect(form(book).remains).toEqual([
      "Hidden sheet Milestones: show it, so that Headroom can read it, or delete it",
    ]);
  });

  test("a planning workbook without money has nothing to take out", () => {
    const tables = [...smallMoneyDemo()].filter(([name]) => !["Rates", "Costs", "Fees", "Exchange"].includes(name));
    const book = memoryBook(Object.fromEntries<CellRange>(tables));
    expect(form(book)).toEqual({ found: [], remains: [], journal: false, undo: null });
  });

  test("anything but the two views is refused", () => {
    expect(() => form(original("all", ""), "all")).toThrow(/is not what a copy can keep/);
  });
});
