import { describe, expect, test } from "vitest";
import { run } from "../../core/host.ts";
import { ask } from "../../core/questions/index.ts";
import { markedMoney } from "../../core/questions/money-marks.ts";
import type { PlanCheckReply } from "../../core/questions/plan-check.ts";
import type { SheetsReply } from "../../core/questions/sheets.ts";
import { at, type MemoryBook, memoryBook, memoryHost, put } from "../support/memory-host.ts";

const asks = <T>(book: MemoryBook, name: string, request: object = {}): T =>
  run(ask(name, request), memoryHost(book).host) as T;
const cell = (row: number) => ({ row, column: 1, rows: 1, columns: 1 });
const edit = (sheet: string, row: number) => ({ sheet, at: cell(row), cells: [[98761]] });
const table = (name: string, sheet: string) => ({
  table: name,
  sheet,
  at: { row: 4, column: 0, rows: 3, columns: 3 },
  cells: [],
});

describe("changes of Rates, Costs, Fees and Exchange", () => {
  test.each([
    ["Costs", "all"],
    ["Rates", "all but salaries"],
    ["Fees", "all but salaries"],
    ["Exchange", "all but salaries"],
    ["People", undefined],
  ])("a cell of %s marks the journal: %s", (sheet, shows) => {
    expect(markedMoney({ title: "Mend", edits: [edit(sheet, 3)] }).shows).toBe(shows);
  });

  test("also where the table stands on a sheet of another name, beside other tables", () => {
    const inputs = [table("Costs", "Finance"), table("People", "Team")];
    const shownAt = (sheet: string, row: number) =>
      markedMoney({ title: "Import", edits: [edit(sheet, row)] }, inputs).shows;
    expect([shownAt("Finance", 5), shownAt("Finance", 20), shownAt("Team", 5)]).toEqual(["all", undefined, undefined]);
  });

  test("new tables that hold only headings tell nothing", () => {
    const bare = { sheet: "Costs", at: { row: 0, column: 0, rows: 2, columns: 1 }, cells: [["Cost rate"], [null]] };
    expect(markedMoney({ title: "Set up", edits: [bare] }).shows).toBeUndefined();
  });

  test("the demo with money is set up, then Money shown is none: Plan check says that Undo still holds money", () => {
    const book = memoryBook({});
    asks(book, "setUp", { demo: "money" });
    const says = () => asks<PlanCheckReply>(book, "planCheck").problems.map(({ code }) => code);
    expect(says()).not.toContain("HR-286");
    const row = [...Array(99).keys()].find((one) => at(book, "Settings", one, 0) === "Money shown")!;
    put(book, "Settings", row, 1, "none");
    expect(says()).toContain("HR-286");
    expect(asks<SheetsReply>(book, "sheets").undo).toBeNull();
  });

  test("without money nothing is marked", () => {
    const book = memoryBook({});
    asks(book, "setUp", { demo: "small" });
    expect(asks<PlanCheckReply>(book, "planCheck").problems.map(({ code }) => code)).not.toContain("HR-286");
  });
});
