import { describe, expect, test } from "vitest";
import { smallDemo } from "../../core/demo/small.ts";
import { at, everything, memoryBook, put, seen as visible } from "../support/memory-host.ts";
import { sampleText } from "./read.ts";
import { asked, rowsOf, seen, writeSample, written } from "./workbook.ts";

const HEADINGS = "Date,Client,Project,Task,Notes,Hours,Billable?,First Name,Last Name";
const harvest = (...rows: readonly string[]) => [HEADINGS, ...rows].join("\n");
const MONDAY = harvest(
  "2026-03-02,Alder Bank,Alder,Build,,6,Yes,Ana,Silva",
  "2026-03-02,Alder Bank,Alder,Test,,1.5,Yes,Ana,Silva",
  "2026-03-03,Birch,Birch,Run,,2,No,Cy,Tan",
);

describe("an import into a workbook", () => {
  test("makes the table that it needs, with a row for each of the file's and a key behind it", () => {
    const book = memoryBook();
    expect(written(book, { text: MONDAY })).toBe("Imported Harvest detailed time. Actuals: 3 new.");
    const [head, ana, test, cy, ...more] = rowsOf(book, "Actuals", 7);
    expect(head).toEqual(["Day", "Person", "Engagement", "Hours", "Billable", "Note", "Import key"]);
    expect(ana!.slice(0, 6)).toEqual([46_083, "Ana Silva", "Alder", 6, "Yes", null]);
    expect(test!.slice(0, 6)).toEqual([46_083, "Ana Silva", "Alder", 1.5, "Yes", null]);
    expect(cy!.slice(0, 6)).toEqual([46_084, "Cy Tan", "Birch", 2, "No", null]);
    expect(more).toEqual([]);
    expect(ana![6]).toMatch(/^harvest [0-9a-f]{16}$/);
  });

  test("never writes into a sheet in a layout of the team's own, also where that has headings of the plan", () => {
    const plan = [
      ["Person", "Project", 46_027, 46_034, 46_041, "Notes"],
      ["Ann Lee", "Alpha", 8, 8, 8, null],
    ];
    const book = memoryBook({ Plan: plan });
    expect(writeSample(book, "runn_assignments.csv")).toContain("Allocations: 10 new");
    expect(rowsOf(book, "Plan", 12).slice(0, 2)).toEqual(plan.map((row) => [...row, ...Array(6).fill(null)]));
    expect(rowsOf(book, "Allocations", 3)).toHaveLength(11);
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

  test("counts by every person and sum, to the hundredth of an hour", () => {
    const rows = Array.from({ length: 30 }, (_, i) => `2026-03-02,C,P,T,,1.25,Yes,Ana,Nr${i}`);
    const { tallies } = seen(memoryBook(), { text: harvest(...rows) });
    const people = tallies.find(({ title }) => title === "Person")!;
    expect([people.rows.length, people.more, people.rows[0]!.hours]).toEqual([30, 0, 1.25]);
    const booked = rows.map((_, i) => `Ana Nr${i},P,2026-03-02,2026-03-06,8`);
    const { sums } = seen(memoryBook(), { text: ["Person,Project,Start,End,Hours per day", ...booked].join("\n") });
    expect(sums.filter(({ name }) => name.startsWith("booked for"))).toHaveLength(30);
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
      const nothing = "Everything is there already: nothing is written.";
      expect([preview.nothing, preview.ready]).toEqual([nothing, false]);
      expect(preview.tables).toMatchObject([{ added: 0, changed: 0, same: 3, gone: 0, adjusted: 0 }]);
      expect(written(book, { text: MONDAY, mode })).toBe(nothing);
    }
    expect(everything(book)).toBe(once);
  });

  test("the same hours with dates written in another way are the same rows", () => {
    const book = memoryBook();
    written(book, { text: MONDAY });
    const german = MONDAY.replaceAll("2026-03-02", "02.03.2026").replaceAll("2026-03-03", "03.03.2026");
    expect(seen(book, { text: german }).tables).toMatchObject([{ added: 0, changed: 0, same: 3 }]);
  });

  test("new, changed and gone rows of a tool that numbers them are told apart, and each mode does what it says", () => {
    const numbered = (...rows: readonly string[]) => ["Entry ID,Date,User,Project,Hours", ...rows].join("\n");
    const first = numbered("e1,2026-03-02,Ana Silva,Alder,7.5", "e2,2026-03-03,Cy Tan,Birch,2");
    const later = numbered("e1,2026-03-02,Ana Silva,Alder,8", "e3,2026-03-03,Ana Silva,Alder,3");
    const hours = (mode: "append" | "update" | "replace") => {
      const book = memoryBook();
      written(book, { text: first });
      const { tables } = seen(book, { text: later, mode });
      return [tables[0], written(book, { text: later, mode }), rowsOf(book, "Actuals", 4).slice(1)] as const;
    };
    const ana = [46_083, "Ana Silva", "Alder", 7.5];
    const cy = [46_084, "Cy Tan", "Birch", 2];
    const next = [46_084, "Ana Silva", "Alder", 3];
    const [append, update, replace] = [hours("append"), hours("update"), hours("replace")];
    expect(append[0]).toMatchObject({ added: 1, changed: 0, left: 1, gone: 0, stale: 1 });
    expect(append[1]).toContain(
      "Actuals: 1 new, 1 changed since and left as they were and 1 no longer in the file and left.",
    );
    expect(append[2]).toEqual([ana, cy, next]);
    expect(update[0]).toMatchObject({ added: 1, changed: 1, left: 0, gone: 0, stale: 1 });
    expect(update[2]).toEqual([[46_083, "Ana Silva", "Alder", 8], cy, next]);
    expect(replace[0]).toMatchObject({ added: 1, changed: 1, gone: 1, stale: 0 });
    expect(replace[2]).toEqual([[46_083, "Ana Silva", "Alder", 8], next]);
  });

  test("a second export of the same day adds its other rows, in any mode but the one that takes away", () => {
    const dev = harvest("2026-01-05,C,Alpha,Dev,,5,Yes,Ann,Lee");
    const tested = harvest("2026-01-05,C,Alpha,Test,,3,Yes,Ann,Lee");
    for (const mode of ["append", "update"] as const) {
      const book = memoryBook();
      written(book, { text: dev });
      expect(seen(book, { text: tested, mode }).tables).toMatchObject([
        { added: 1, changed: 0, left: 0, same: 0, stale: 1, doubtful: 1 },
      ]);
      expect(written(book, { text: tested, mode })).toBe(
        "Imported Harvest detailed time. Actuals: 1 new and 1 no longer in the file and left.",
      );
      expect(rowsOf(book, "Actuals", 4).slice(1)).toEqual([
        [46_027, "Ann Lee", "Alpha", 5],
        [46_027, "Ann Lee", "Alpha", 3],
      ]);
    }
  });

  test("what is said when nothing is written holds: rows that changed, rows that are gone, rows that cannot be read", () => {
    const book = memoryBook();
    const numbered = (hours: number) => `Entry ID,Date,User,Project,Hours\ne1,2026-03-02,Ana Silva,Alder,${hours}`;
    written(book, { text: numbered(6) });
    const changed = "No row is new: 1 row has changed since and stays as it is. Nothing is written.";
    expect(seen(book, { text: numbered(7) }).nothing).toBe(changed);
    expect(written(book, { text: numbered(7) })).toBe(changed);
    written(book, { text: MONDAY });
    const less = MONDAY.split("\n")
      .filter((line) => !line.includes("Test"))
      .join("\n");
    expect(written(book, { text: less })).toBe(
      "No row is new: 2 rows are there already and 1 row is no longer in the file and stays. Nothing is written.",
    );
    expect(written(book, { text: harvest("never,C,Alder,Build,,6,Yes,Ana,Silva") })).toBe(
      "No row of the file can be imported: 1 held back. Nothing is written.",
    );
  });

  test("hours changed by hand stay, unless the import is to bring them up to date", () => {
    const book = memoryBook();
    written(book, { text: MONDAY });
    put(book, "Actuals", 1, 3, 4);
    expect(seen(book, { text: MONDAY }).tables).toMatchObject([{ added: 0, left: 1, same: 2 }]);
    expect(written(book, { text: MONDAY, mode: "update" })).toBe("Imported Harvest detailed time. Actuals: 1 changed.");
    expect(at(book, "Actuals", 1, 3)).toBe(6);
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
    const only = harvest(...MONDAY.split("\n").slice(1, 3), "2026-03-03,X,X,,,0,No,Ana,Silva");
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
    expect(rowsOf(above, "Actuals", 4)).toHaveLength(4);
    expect(seen(above, { text: MONDAY }).tables).toMatchObject([{ sheet: "Actuals", isNew: false, added: 0, same: 3 }]);
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
    expect(written(book, { text, answers: { dates: "mdy" } })).toBe("Imported Clockify detailed. Actuals: 7 new.");
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
    expect(rowsOf(book, "Actuals", 2).map((row) => row[1])).toEqual(["Person", "Ana Silva", "Ana Silva", "Cy Tann"]);
    // The same rows, whoever is meant: the key does not change with the answer.
    expect(seen(book, { text: MONDAY }).tables).toMatchObject([{ added: 0, same: 2, left: 1 }]);
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

test("of a file with several sheets the export is where reading begins, and sheets that are known are called by their tool", () => {
  const start = (...starts: readonly string[]) => asked(memoryBook(), "importPart", { starts });
  const notes = '"Notes"\n"Hours of March, for Ana"';
  const table = '"Day","Engagement","Mood"\n"2026-03-02","Alder","good"';
  const cut = sampleText("jira_cloud.csv").slice(0, 900);
  expect(start(notes, MONDAY, cut)).toEqual({ at: 1, labels: ["", "Harvest detailed time", "Jira issues"] });
  expect(start(notes, table)).toEqual({ at: 1, labels: ["", ""] });
  expect(start(notes, "", notes)).toEqual({ at: 0, labels: ["", "", ""] });
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
