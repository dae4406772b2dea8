import { describe, expect, test } from "vitest";
import { smallMoneyDemo } from "../../core/demo/small-money.ts";
import { run } from "../../core/host.ts";
import type { CellRange } from "../../core/plan/cells.ts";
import { ask } from "../../core/questions/index.ts";
import type { SheetsReply } from "../../core/questions/sheets.ts";
import { given } from "../../core/sheets/given.ts";
import { planOf } from "../sheets/demo.ts";
import { at, everything, type MemoryBook, memoryBook, memoryHost, put } from "../support/memory-host.ts";

const MONEY = "Margin;Margin bridge;Margin lines;Checks";
const asks = <T>(book: MemoryBook, name: string, request: object): T =>
  run(ask(name, request), memoryHost(book).host) as T;
const make = (book: MemoryBook, sheets = MONEY) => asks<{ text: string }>(book, "makeSheets", { sheets });

/** The small demo with its money, and who may see how much of it. */
function demoShowing(shown: string): MemoryBook {
  const settings = smallMoneyDemo()
    .get("Settings")!
    .map((row) => (row[0] === "Money shown" ? ["Money shown", shown, null] : row));
  return memoryBook(Object.fromEntries<CellRange>([...smallMoneyDemo(), ["Settings", settings]]));
}

/** The texts and numbers of a sheet's rows, from the row that begins with a text to the next empty one. */
function rowsFrom(book: MemoryBook, sheet: string, first: RegExp): readonly (readonly unknown[])[] {
  const found: unknown[][] = [];
  for (let row = 0; row < 400; row++) {
    const cells = [...Array(8).keys()].map((column) => at(book, sheet, row, column));
    const isFirst = first.test(String(cells[0] ?? ""));
    if (found.length > 0 && cells[0] === null) return found;
    if (found.length > 0 || isFirst) found.push(cells);
  }
  return found;
}
/** One more hour was logged on a day of January, on work of several people. */
function workMore(book: MemoryBook): void {
  const [heads = [], ...rows] = smallMoneyDemo().get("Actuals")!;
  const at = (row: readonly unknown[], heading: string) => row[heads.indexOf(heading)];
  const row = rows.findIndex((one) => Number(at(one, "Day")) >= 46027 && at(one, "Engagement") === "Cobalt platform");
  put(book, "Actuals", row + 1, heads.indexOf("Hours"), Number(at(rows[row]!, "Hours")) + 1);
}
const lastFilled = (book: MemoryBook, sheet: string): number =>
  Math.max(...[...book.sheets.get(sheet)!.cells.keys()].map((key) => Number(key.split(",")[0])));

describe("sheets of money while Money shown is all but salaries", () => {
  const book = demoShowing("all but salaries");
  make(book);

  /**
   * Harborline desk has two people, who cost one role's rate; Juniper and Internal tooling have fewer than three rates, too.
   * The three others have at least three rates each, and months that are nearly alike are no months any more.
   */
  test("engagements too small to hide a salary are one row, and the sheet says which", () => {
    expect(
      rowsFrom(book, "Margin", /^Revenue,/)
        .slice(1, 6)
        .map(([label]) => label),
    ).toEqual(["Meridian cloud care", "Tidewater migration", "Cobalt platform", "Other: 3 engagements", "Portfolio"]);
    expect(rowsFrom(book, "Margin", /^By engagement and month/)[1]!.slice(1, 6)).toEqual([
      ...["Client", "Figure", "All months", "Against target", null],
    ]);
    expect(rowsFrom(book, "Margin", /^Row$/)[1]).toContain("Harborline desk, Juniper data hub and Internal tooling");
    expect([at(book, "Margin", 3, 0), at(book, "Margin", 4, 0)]).toEqual([
      'Money shown: all but salaries. 3 engagements that are too small to hide what somebody costs are added up in Other, and months are added up; "What is added up" says which.',
      "Each refresh uses up what may be told: once hours, rates or people change, the next one may show less, or nothing; its preview in the panel Sheets says so.",
    ]);
  });

  test("the sum of everything is what it is for those who see all", () => {
    const whole = demoShowing("all");
    make(whole, "Margin");
    expect(at(book, "Margin", 1, 0)).toBe(at(whole, "Margin", 1, 0));
    expect(at(book, "Margin", 1, 0)).toMatch(/^USD [\d,.]+ of revenue leave USD [\d,.]+ after cost, /);
  });

  test("what would tell too much is not shown, and is no 0 either", () => {
    expect(rowsFrom(book, "Margin", /^Not shown/)[0]![0]).toBe("Not shown: it would tell what somebody costs");
    expect(at(book, "Margin bridge", 1, 0)).toBe("Not shown: what moved the margin would tell what somebody costs.");
    expect(rowsFrom(book, "Margin bridge", /^Portfolio$/)[0]!.slice(3, 8)).toEqual(Array(5).fill("n/a"));
    expect(book.sheets.get("Margin bridge")!.charts.size).toBe(0);
    expect(rowsFrom(book, "Margin bridge", /^No bridge is shown: a bridge has five figures of cost/)).not.toEqual([]);
  });

  test("progress has hours and revenue alone, which tell no salary: it is what it is for those who see all", () => {
    const whole = demoShowing("all");
    make(whole, "Margin");
    const progress = rowsFrom(book, "Margin", /^Progress/);
    const until = progress.findIndex(([label]) => label === "All that ends");
    const shown = progress.slice(0, until + 1).map((row) => [row[0], row[1], row[2], row[4]]);
    const all = rowsFrom(whole, "Margin", /^Progress/).map((row) => [row[0], row[1], row[2], row[4]]);
    expect(until).toBeGreaterThan(3);
    for (const [label, done, toCome, earned] of shown.slice(2, until))
      expect(all).toContainEqual([label, done, toCome, earned]);
    expect(shown.flat()).not.toContain("n/a");
    expect(shown.map(([label]) => label)).toContain("Tidewater migration");
  });

  test("a group below the target is counted as a group", () => {
    expect(at(book, "Margin", 2, 0)).toBe(
      "1 engagement and 1 group of engagements below 30 %, lowest first: Meridian cloud care and Other: 3 engagements.",
    );
  });

  test("lines tell hours, bill rates and revenue, and nothing of costs", () => {
    const headings = rowsFrom(book, "Margin lines", /^Engagement$/)[0]!;
    expect(headings).toEqual([
      ...["Engagement", "Month", "Who or what", "Hours", "Billable hours", "Bill rate", "In", "Revenue, USD"],
    ]);
    const texts = [...book.sheets.get("Margin lines")!.cells.values()].map(String);
    expect(texts.filter((text) => /^Costs: |Cost rate/.test(text))).toEqual([]);
  });

  test("no formula of a sheet adds up a table of money", () => {
    for (const sheet of MONEY.split(";"))
      for (const cell of book.sheets.get(sheet)!.cells.values())
        if (typeof cell === "object" && cell !== null)
          expect(cell.formula).not.toMatch(/(?:Costs|Rates|Fees|Exchange)!/);
  });

  test("all checks hold", () => {
    expect(at(book, "Checks", 1, 0)).toMatch(/^✓ All \d+ checks hold\.$/);
  });
});

test("finding what tells no salary says how far it is, row by row, and is done once", () => {
  const settings = smallMoneyDemo()
    .get("Settings")!
    .map((row) => (row[0] === "Money shown" ? ["Money shown", "all but salaries", null] : row));
  const from = given(planOf(new Map([...smallMoneyDemo(), ["Settings", settings]])));
  const parts = [...from.findMoneyView()];
  expect(parts.length).toBeGreaterThanOrEqual(6);
  parts.forEach(({ done, of }, i) => {
    expect(done).toBeLessThan(of);
    if (i > 0) expect(done).toBeGreaterThan(parts[i - 1]!.done);
  });
  expect([...from.findMoneyView()]).toEqual([]);
  // Three engagements by themselves, three added up.
  expect(from.moneyView()!.rows.map(({ engagements }) => engagements.length)).toEqual([1, 1, 1, 3]);
});

describe("the record of what was told", () => {
  test("a preview says what a refresh tells for good and what it will not show, before it does", () => {
    const book = demoShowing("all but salaries");
    const tells = () => asks<{ tells: readonly string[] }>(book, "previewSheets", { sheets: "Margin" }).tells;
    expect(tells()).toEqual([
      "Not shown, since it would tell what somebody costs: single months, cost at completion and what moved the margin.",
      expect.stringMatching(/^Tells 4 new figures of what people cost, and notes that in "Told figures"/),
    ]);
    make(book, "Margin");
    expect(tells()).toHaveLength(1);
    workMore(book);
    expect(tells()).toEqual([expect.stringMatching(/^No cost and no margin may be shown: .* n\/a instead of/)]);
    expect(asks<{ tells: readonly string[] }>(demoShowing("all"), "previewSheets", { sheets: "Margin" }).tells).toEqual(
      [],
    );
  });

  test("a second refresh of the same plan writes nothing", () => {
    const book = demoShowing("all but salaries");
    make(book);
    const before = everything(book);
    expect(make(book).text).toBe("Everything was up to date: nothing was written.");
    expect(everything(book)).toBe(before);
    expect(asks<SheetsReply>(book, "sheets", {}).sheets.filter(({ state }) => state === "up to date")).toHaveLength(4);
  });

  test("a refresh with one more hour of one person shows no figure whose difference is that person's hour", () => {
    const book = demoShowing("all but salaries");
    make(book);
    const rows = lastFilled(book, "Told figures");
    workMore(book);
    make(book);
    expect(at(book, "Margin", 1, 0)).toBe("No margin may be shown.");
    expect(at(book, "Margin", 3, 0)).toMatch(/Nothing may be shown: with what was told before/);
    // Only what this refresh was made from.
    expect(lastFilled(book, "Told figures")).toBe(rows + 1);
    expect(rowsFrom(book, "Margin", /^Cost, USD/)[1]!.slice(0, 4)).toEqual(["Portfolio", null, "Cost", "n/a"]);
  });

  test("finance may delete what nobody has seen, and the next refresh shows it anew", () => {
    const book = demoShowing("all but salaries");
    make(book);
    const first = at(book, "Margin", 1, 0);
    workMore(book);
    for (const key of [...book.sheets.get("Told figures")!.cells.keys()])
      if (!key.startsWith("0,")) book.sheets.get("Told figures")!.cells.delete(key);
    make(book);
    expect(at(book, "Margin", 1, 0)).toMatch(/^USD .* of revenue leave/);
    expect(at(book, "Margin", 1, 0)).not.toBe(first);
  });

  test("a record that somebody changed is an error at its cell, without a figure", () => {
    const book = demoShowing("all but salaries");
    make(book);
    const last = lastFilled(book, "Told figures");
    put(book, "Told figures", last, 2, "about 5,000");
    expect(() => make(book)).toThrow(new RegExp(`Told figures!C${last + 1}: "\\(hidden\\)" was changed`));
    put(book, "Told figures", last, 2, null);
    expect(() => make(book)).toThrow(/was changed/);
  });

  test("is not made where all money is shown, or none", () => {
    const book = demoShowing("all");
    make(book);
    expect(book.sheets.has("Told figures")).toBe(false);
    expect(() => make(demoShowing("none"))).toThrow(/needs People and Engagements, .* Money shown/);
  });

  test("stays when its refresh is undone, since the figures were shown", () => {
    const book = demoShowing("all but salaries");
    make(book);
    const before = [...book.sheets.get("Told figures")!.cells];
    asks(book, "undoLast", {});
    expect(at(book, "Margin", 1, 0)).toBeNull();
    expect([...book.sheets.get("Told figures")!.cells]).toEqual(before);
  });
});
