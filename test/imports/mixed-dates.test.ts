import { describe, expect, test } from "vitest";
import type { Import } from "../../core/imports/read.ts";
import { pickedFrom } from "../../panels/files/picked.ts";
import { memoryBook } from "../support/memory-host.ts";
import { cellsIn, imported, importedCells, said } from "./read.ts";
import { asked as asking, rowsOf, seen, written } from "./workbook.ts";
import { inline, sheet, workbookFile } from "./xlsx.ts";

// 46054 is 1 February 2026, 46024 is 2 January, 46035 is 13 January, 46042 is 20 January.
const HEADINGS = ["Date", "Client", "Project", "Task", "Notes", "Hours", "First Name", "Last Name"];
const row = (date: number | string) => [date, "C", "Alder", "T", "", 8, "Ana", "Silva"];
const hours = (dates: readonly (number | string)[], answers = {}) =>
  importedCells([HEADINGS, ...dates.map(row)], answers);
const days = (result: Import) => cellsIn(result, "Actuals", ["day"]).map(([day]) => day);
const asked = ({ questions }: Import) => questions.find(({ key }) => key === "swapped");

describe("real dates beside dates that are text: day and month may have been swapped, so the file is asked for", () => {
  test("nothing is read before somebody says which they are", () => {
    const open = hours([46_054, "13/01/2026"]);
    expect(open.open).toEqual(["swapped"]);
    expect(asked(open)).toMatchObject({
      asks: "Is 2026-02-01 in this file 1 February 2026 or 2 January 2026?",
      usual: null,
      options: [
        { value: "no", words: "1 February 2026: the real dates are right" },
        { value: "yes", words: "2 January 2026: day and month are swapped in them" },
      ],
    });
    expect(asked(open)!.why).toBe(
      "Dates were converted: Date holds real dates beside text such as 13/01/2026, as when a spreadsheet reads day and month the other way round. Better import the file as the tool exported it.",
    );
    expect(days(hours([46_054, "13/01/2026"], { swapped: "no" }))).toEqual([46_054, 46_035]);
    expect(days(hours([46_054, "13/01/2026"], { swapped: "yes" }))).toEqual([46_024, 46_035]);
  });

  test("text with dots is as good a sign, also in a text that a spreadsheet saved", () => {
    expect(asked(hours([46_054, "13.01.2026"]))).toBeDefined();
    const text = [HEADINGS, row("2026-02-01"), row("13/01/2026")].map((cells) => cells.join(",")).join("\n");
    expect(imported(text).open).toEqual(["swapped"]);
    expect(days(imported(text, { swapped: "yes" }))).toEqual([46_024, 46_035]);
  });

  test("dates that cannot be swapped show that they were not, which is said", () => {
    const result = hours([46_042, "13/01/2026", 46_054]);
    expect(asked(result)).toBeUndefined();
    expect(days(result)).toEqual([46_042, 46_035, 46_054]);
    expect(said(result).join()).toContain("as 20 January 2026 cannot be swapped");
  });

  test("real dates alone, text alone and dates that are the same both ways are not asked about", () => {
    expect(asked(hours([46_054, 46_024]))).toBeUndefined();
    expect(asked(hours(["13/01/2026", "01/02/2026"]))).toBeUndefined();
    // 2 February.
    expect(asked(hours([46_055, "13/01/2026"]))).toBeUndefined();
    expect(asked(hours([46_054, "13 Jan 2026"]))).toBeUndefined();
  });

  test("every column of days whose dates may be swapped is turned, and no other", () => {
    const text = [
      "Person,Project,Start date,End date,Hours per day",
      "Ana Silva,Alder,2026-02-01,2026-03-01,4",
      "Ana Silva,Alder,13/01/2026,2026-04-01,4",
    ].join("\n");
    const spans = (swapped: string) => cellsIn(imported(text, { swapped }), "Allocations", ["from", "to"]);
    // 2 January to 3 January, 13 January to 4 January: the second ends before it starts and is held.
    expect(spans("yes")).toEqual([[46_024, 46_025]]);
    expect(spans("no")).toEqual([
      [46_054, 46_082],
      [46_035, 46_113],
    ]);
  });

  test("a workbook's own dates are seen as such when its file is chosen", async () => {
    const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
    const head = HEADINGS.map((text, i) => inline(`${"ABCDEFGH"[i]}1`, text)).join("");
    const rest = (at: number) =>
      `${inline(`C${at}`, "Alder")}<c r="F${at}"><v>0.3125</v></c>${inline(`G${at}`, "Ana")}${inline(`H${at}`, "Silva")}`;
    const rows = `<row r="1">${head}</row><row r="2"><c r="A2" s="1"><v>46054</v></c>${rest(2)}</row><row r="3">${inline("A3", "13/01/2026")}${rest(3)}</row>`;
    const { parts, converted } = await pickedFrom(workbookFile({ ...sheet(rows), "xl/styles.xml": styles }));
    expect(converted).toBe(true);
    const book = memoryBook();
    const text = parts[0]!.text;
    const open = seen(book, { text, converted });
    expect([open.ready, open.questions.map(({ key }) => key)]).toEqual([false, ["swapped", "unit"]]);
    written(book, { text, converted, answers: { swapped: "yes", unit: "days" } });
    expect(rowsOf(book, "Actuals", 4).slice(1)).toEqual([
      [46_024, "Ana Silva", "Alder", 7.5],
      [46_035, "Ana Silva", "Alder", 7.5],
    ]);
    // The same text from a CSV has decimal hours; a request that does not say is one of a CSV.
    const silent = asking(book, "previewImport", { text, sheet: "", answers: [], mode: "append" });
    expect(silent.questions.map(({ key }) => key)).toEqual(["swapped"]);
    expect(seen(book, { text }).questions.map(({ key }) => key)).toEqual(["swapped"]);
  });
});

test("a file that writes dates in both orders is told so, with one of each", () => {
  const result = hours(["13/04/2026", "04/14/2026", "05/05/2026"]);
  const [question] = result.questions;
  expect(question!.why).toMatch(/^It says both: 13\/04\/2026 is day first, and 04\/14\/2026 month first\. Rows in the/);
  expect(question!.why).not.toContain("It does not say");
  const read = hours(["13/04/2026", "04/14/2026", "05/05/2026"], { dates: "dmy" });
  expect(read.counts).toEqual({ used: 2, held: 1, skipped: 0 });
  expect(hours(["01/02/2026"]).questions[0]!.why).toMatch(/^It does not say: /);
});
