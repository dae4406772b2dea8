import { describe, expect, test } from "vitest";
import { smallDemo } from "../../core/demo/small.ts";
import { at, everything, memoryBook, put, seen as visible } from "../support/memory-host.ts";
import { sampleText } from "./read.ts";
import { asked, rowsOf, seen, writeSample, written } from "./workbook.ts";

const HEADINGS = "Date,Client,Project,Task,Notes,Hours,Billable?,First Name,Last Name";
const harvest = (...rows: readonly string[]) => [HEADINGS, ...rows].join("\n");
const MONDAY = harvest(
  "2026-03-02,Alder Bank,Alder,Build,,6,Yes,Ana,Silva",
  "2026-03-02,Alder Bank,Alder,Build,,1.5,Yes,Ana,Silva",
  "2026-03-03,Birch,Birch,Run,,2,No,Cy,Tan",
);

describe("an import into a workbook", () => {
  test("makes the table that it needs, with the hours of each day and engagement and a key behind each row", () => {
    const book = memoryBook();
    expect(written(book, { text: MONDAY })).toBe("Imported Harvest detailed time. Actuals: 2 new.");
    const [head, ana, cy, ...more] = rowsOf(book, "Actuals", 7);
    expect(head).toEqual(["Day", "Person", "Engagement", "Hours", "Billable", "Note", "Import key"]);
    expect(ana!.slice(0, 6)).toEqual([46_083, "Ana Silva", "Alder", 7.5, "Yes", null]);
    expect(cy!.slice(0, 6)).toEqual([46_084, "Cy Tan", "Birch", 2, "No", null]);
    expect(more).toEqual([]);
    expect(ana![6]).toMatch(/^harvest [0-9a-f]{16}$/);
  });

  test("shows no figure and no remark before it knows in which order a file writes its dates", () => {
    const book = memoryBook();
    const text = sampleText("clockify_detailed.csv");
    const before = seen(book, { text });
    expect(before.questions).toMatchObject([{ key: "dates", answer: null }]);
    expect(before).toMatchObject({ tables: [], tallies: [], sums: [], remarks: [], moreRemarks: 0, ready: false });
    expect(before.how.at(-1)).toMatch(/^\d+ rows\.$/);
    const after = seen(book, { text, answers: { dates: "mdy" } });
    expect(after.tables).toMatchObject([{ table: "Actuals" }]);
    expect(after.how.at(-1)).toContain("rows: ");
    expect(after.ready).toBe(true);
  });

  test("asks what projects are that Runn does not bill, and assumes nothing", () => {
    const text = sampleText("runn_projects_api.csv");
    const kind = (unbilled: string) => {
      const book = memoryBook();
      written(book, { text, answers: { unbilled } });
      const rows = rowsOf(book, "Engagements", 5);
      const at = rows[0]!.indexOf("Kind");
      return rows.find(([name]) => name === "Birch Managed Services")?.[at];
    };
    expect(seen(memoryBook(), { text }).questions).toMatchObject([{ key: "unbilled", answer: null }]);
    expect(() => written(memoryBook(), { text })).toThrow(/does not say all that is needed/);
    expect([kind("internal"), kind("managed service"), kind("open")]).toEqual(["internal", "managed service", null]);
  });

  test("the same file twice adds nothing, in any mode", () => {
    const book = memoryBook();
    written(book, { text: MONDAY });
    const once = everything(book);
    for (const mode of ["append", "update", "replace"] as const) {
      const preview = seen(book, { text: MONDAY, mode });
      expect([preview.idle, preview.ready]).toEqual([true, false]);
      expect(preview.tables).toMatchObject([{ added: 0, changed: 0, same: 2, gone: 0 }]);
      expect(written(book, { text: MONDAY, mode })).toBe("Everything was there already: nothing was written.");
    }
    expect(everything(book)).toBe(once);
  });

  test("the same hours with dates written in another way are the same rows", () => {
    const book = memoryBook();
    written(book, { text: MONDAY });
    const german = MONDAY.replaceAll("2026-03-02", "02.03.2026").replaceAll("2026-03-03", "03.03.2026");
    expect(seen(book, { text: german }).tables).toMatchObject([{ added: 0, changed: 0, same: 2 }]);
  });

  test("new, changed and gone rows are told apart, and each mode does what it says", () => {
    const later = harvest(
      "2026-03-02,Alder Bank,Alder,Build,,8,Yes,Ana,Silva",
      "2026-03-03,Alder Bank,Alder,Build,,3,Yes,Ana,Silva",
    );
    const hours = (mode: "append" | "update" | "replace") => {
      const book = memoryBook();
      written(book, { text: MONDAY });
      const { tables } = seen(book, { text: later, mode });
      written(book, { text: later, mode });
      return [tables[0], rowsOf(book, "Actuals", 4).slice(1)] as const;
    };
    const ana = [46_083, "Ana Silva", "Alder", 7.5];
    const cy = [46_084, "Cy Tan", "Birch", 2];
    const next = [46_084, "Ana Silva", "Alder", 3];
    expect(hours("append")[0]).toMatchObject({ added: 1, changed: 0, left: 1, gone: 0, stale: 1 });
    expect(hours("append")[1]).toEqual([ana, cy, next]);
    expect(hours("update")[0]).toMatchObject({ added: 1, changed: 1, left: 0, gone: 0, stale: 1 });
    expect(hours("update")[1]).toEqual([[46_083, "Ana Silva", "Alder", 8], cy, next]);
    expect(hours("replace")[0]).toMatchObject({ added: 1, changed: 1, gone: 1, stale: 0 });
    expect(hours("replace")[1]).toEqual([[46_083, "Ana Silva", "Alder", 8], next]);
  });

  test("replacing March leaves February, other tools' rows and the planner's own alone", () => {
    const book = memoryBook();
    written(book, { text: harvest("2026-02-27,Alder Bank,Alder,Build,,4,Yes,Ana,Silva") });
    writeSample(book, "toggl_detailed.csv");
    written(book, { text: MONDAY });
    const rows = rowsOf(book, "Actuals", 7);
    put(book, "Actuals", rows.length, 0, 46_083);
    put(book, "Actuals", rows.length, 1, "Typed by hand");
    const before = rowsOf(book, "Actuals", 7);
    const only = harvest("2026-03-02,Alder Bank,Alder,Build,,7.5,Yes,Ana,Silva", "2026-03-03,X,X,,,0,No,Ana,Silva");
    written(book, { text: only, mode: "replace" });
    const cy = before.findIndex((row) => row[1] === "Cy Tan" && row[2] === "Birch");
    const after = rowsOf(book, "Actuals", 7);
    expect(after.filter((_, i) => i !== cy)).toEqual(before.filter((_, i) => i !== cy));
    expect(after[cy]?.slice(0, 4)).toEqual([46_084, "Ana Silva", "X", 0]);
  });

  test("undo takes all of it back: rows, headings, the sheet", () => {
    const book = memoryBook(Object.fromEntries(smallDemo()));
    const before = visible(book);
    written(book, { text: MONDAY });
    writeSample(book, "runn_assignments.csv");
    expect(asked(book, "undoLast", {}).text).toBe("Undone: Import Runn assignments.");
    expect(rowsOf(book, "Allocations", 12)).toEqual(
      rowsOf(memoryBook(Object.fromEntries(smallDemo())), "Allocations", 12),
    );
    const fresh = memoryBook(Object.fromEntries(smallDemo()));
    written(fresh, { text: MONDAY });
    asked(fresh, "undoLast", {});
    expect(visible(fresh)).toBe(before);
  });

  test("rows go below the planner's own, in their columns, and a column that is missing is added to the right", () => {
    const book = memoryBook({
      Staffing: [
        ["Engagement", "Person", "Mood", "From", "To", "Hours a day"],
        ["Alder", "Ana Silva", "good", 46_000, 46_010, 4],
      ],
    });
    written(book, { text: sampleText("runn_assignments.csv") });
    const rows = rowsOf(book, "Staffing", 9);
    expect(rows[0]).toEqual([
      "Engagement",
      "Person",
      "Mood",
      "From",
      "To",
      "Hours a day",
      "Billable",
      "Note",
      "Import key",
    ]);
    expect(rows[1]).toEqual(["Alder", "Ana Silva", "good", 46_000, 46_010, 4, null, null, null]);
    expect(rows[2]?.slice(0, 7)).toEqual(["Alder AWS Migration", "Ana Silva", null, 46_083, 46_094, 6, "Yes"]);
    expect(rows).toHaveLength(2 + 10);
  });

  test("where something stands below or beside the table, a sheet of its own is made", () => {
    const rates = [
      ["Role", "Rate", null, null],
      ["Engineer", 120, null, null],
    ];
    const above = memoryBook({
      Book: [["Day", "Person", "Engagement", "Hours"], [46_000, "Ana", "Alder", 1], ...rates],
    });
    const before = rowsOf(above, "Book", 6);
    expect(seen(above, { text: MONDAY }).tables).toMatchObject([{ sheet: "Actuals", isNew: true }]);
    written(above, { text: MONDAY });
    expect(rowsOf(above, "Book", 6)).toEqual(before);
    expect(rowsOf(above, "Actuals", 4)).toHaveLength(3);
    expect(seen(above, { text: MONDAY }).tables).toMatchObject([{ sheet: "Actuals", isNew: false, added: 0, same: 2 }]);
  });

  test("text that starts like a formula stays text", () => {
    const book = memoryBook();
    const evil = '"=HYPERLINK(""http://x"",""y"")"';
    written(book, { text: harvest(`2026-03-02,C,${evil},Build,,1,Yes,+1+1,@SUM(A1)`) });
    const [, row] = rowsOf(book, "Actuals", 4);
    expect(row).toEqual([46_083, "+1+1 @SUM(A1)", '=HYPERLINK("http://x","y")', 1]);
    expect(row!.every((cell) => typeof cell !== "object")).toBe(true);
  });

  test("nothing is written before the file's questions are answered", () => {
    const book = memoryBook();
    const text = sampleText("clockify_detailed.csv");
    const preview = seen(book, { text });
    expect([preview.ready, preview.questions.map(({ key }) => key)]).toEqual([false, ["dates"]]);
    expect(() => written(book, { text })).toThrow("The file does not say all that is needed");
    expect(rowsOf(book, "Actuals", 7)).toEqual([]);
    expect(written(book, { text, answers: { dates: "mdy" } })).toBe("Imported Clockify detailed. Actuals: 6 new.");
  });

  test("names that the plan does not have are offered the nearest ones and stay as they are until somebody says yes", () => {
    const book = memoryBook({
      People: [
        ["Person", "Weekly hours"],
        ["Ana Silva", 40],
        ["Cy Tann", 40],
      ],
    });
    const preview = seen(book, { text: MONDAY });
    expect(preview.strangers).toMatchObject([
      { what: "person", name: "Cy Tan", rows: 1, like: ["Cy Tann"], meant: null },
    ]);
    written(book, { text: MONDAY, answers: { "person cy tan": "Cy Tann" } });
    expect(rowsOf(book, "Actuals", 2).map((row) => row[1])).toEqual(["Person", "Ana Silva", "Cy Tann"]);
    // The same rows, whoever is meant: the key does not change with the answer.
    expect(seen(book, { text: MONDAY }).tables).toMatchObject([{ added: 0, same: 1, left: 1 }]);
  });

  test("a sheet that holds an export is found and read where it stands", () => {
    const lines = MONDAY.split("\n").map((line) => line.split(","));
    const cells = lines.map((row, i) =>
      row.map((cell, j) => (i > 0 && j === 0 ? 46_081 + i : i > 0 && j === 5 ? Number(cell) : cell)),
    );
    const book = memoryBook({ Export: cells });
    expect(asked(book, "importForm", {}).sheets).toEqual([{ name: "Export", label: "Harvest detailed time" }]);
    written(book, { sheet: "Export" });
    expect(rowsOf(book, "Actuals", 4).slice(1)).toHaveLength(3);
    expect(at(book, "Export", 0, 0)).toBe("Date");
  });
});

test("milestones get the day they are due, and no baseline: that is for people to agree on", () => {
  const book = memoryBook();
  const text = "milestone_id,name,project_id,date\n1,Go-live,501,2026-03-31";
  written(book, { text: sampleText("float_projects.csv") });
  expect(written(book, { text })).toBe("Imported Float milestones. Milestones: 1 new.");
  expect(rowsOf(book, "Milestones", 4)).toEqual([
    ["Engagement", "Milestone", "Baseline", "Due"],
    ["Alder AWS Migration", "Go-live", null, 46_112],
  ]);
});
