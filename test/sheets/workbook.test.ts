import { describe, expect, test } from "vitest";
import { demoFirm } from "../../core/demo/firm.ts";
import { smallDemo } from "../../core/demo/small.ts";
import { run } from "../../core/host.ts";
import { commit } from "../../core/journal/index.ts";
import type { CellRange } from "../../core/plan/cells.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { ask } from "../../core/questions/index.ts";
import { capacityVsDemand } from "../../core/sheets/capacity-vs-demand.ts";
import { given } from "../../core/sheets/given.ts";
import { template } from "../../core/sheets/template.ts";
import { lightDemo } from "../support/light-demo.ts";
import { at, bookOf, cloneBook, type MemoryBook, memoryBook, memoryHost, put, seen } from "../support/memory-host.ts";

const asked = (book: MemoryBook, name: string, request: unknown) => run(ask(name, request), memoryHost(book).host);
const demoBook = () => memoryBook(Object.fromEntries(lightDemo()));
const sheetsOf = ({ sheets }: MemoryBook) => [...sheets].filter(([, { hidden }]) => !hidden).map(([name]) => name);

describe("setting up a workbook", () => {
  test("makes an input sheet for each table, with headings, notes, drop-downs, formats and names", () => {
    const book = memoryBook({ Sheet1: [] });
    asked(book, "previewSetUp", { demo: "small" });
    expect(sheetsOf(book)).toEqual(["Sheet1"]);
    asked(book, "setUp", { demo: "small" });
    expect(sheetsOf(book)).toEqual([
      "Sheet1",
      "Settings",
      "People",
      "Skills",
      "Engagements",
      "Demand",
      "Allocations",
      "Support",
      "Tickets",
      "Leave",
      "Holidays",
      "Scenarios",
      "Actuals",
      "Snapshots",
      "Milestones",
    ]);
    const allocations = book.sheets.get("Allocations")!;
    expect([0, 1, 2, 3].map((column) => at(book, "Allocations", 0, column))).toEqual([
      "Person",
      "Engagement",
      "Skill",
      "From",
    ]);
    expect([0, 1, 3].map((column) => at(book, "Allocations", 1, column))).toEqual([
      "Maya Ellison",
      "Meridian cloud care",
      46027,
    ]);
    expect(allocations.formats.get("1,3")).toBe("yyyy-mm-dd");
    expect(allocations.formats.get("999,0")).toBe("@");
    expect(allocations.choices.get("500,0")).toBe('{"name":"PersonNames"}');
    expect(JSON.parse(allocations.choices.get("500,2")!)).toEqual([
      "AWS",
      "Delivery",
      "Kubernetes",
      "Linux",
      "Networking",
      "Python",
      "Security",
      "Terraform",
      "Windows",
    ]);
    expect(allocations.notes.get("0,0")).toBe("A person of People, or a placeholder such as TBD.");
    expect(allocations.frozen).toBe("1 1");
    expect(book.names.get("PersonNames")).toEqual({
      sheet: "People",
      at: { row: 1, column: 0, rows: 999, columns: 1 },
    });
    expect(book.names.get("Allocations")?.at).toEqual({ row: 0, column: 0, rows: 1000, columns: 12 });
  });

  test("without rows, skills are chosen from those in Skills; nowhere, when that sheet is the planner's own", () => {
    const book = memoryBook();
    asked(book, "setUp", { demo: "empty" });
    expect(book.names.get("SkillNames")).toEqual({ sheet: "Skills", at: { row: 1, column: 1, rows: 999, columns: 1 } });
    const skills = (from: typeof book) => ["Demand", "Support"].map((one) => from.sheets.get(one)!.choices.get("9,1"));
    expect(skills(book)).toEqual(['{"name":"SkillNames"}', '{"name":"SkillNames"}']);
    expect(book.sheets.get("Skills")!.choices.has("9,1")).toBe(false);
    const own = memoryBook({ Skills: [["my own list"]] });
    asked(own, "setUp", { demo: "empty" });
    expect(skills(own)).toEqual([undefined, undefined]);
  });

  test("leaves a sheet that holds anything as it is, hidden ones too, and says so", () => {
    const book = memoryBook({ People: [["my own list"]], Leave: [] });
    book.sheets.set("Demand", { ...memoryBook({ x: [] }).sheets.get("x")!, hidden: true });
    const people = JSON.stringify([...book.sheets.get("People")!.cells]);
    expect(asked(book, "setUp", { demo: "empty" })).toEqual({
      text: expect.stringMatching(
        /^Made Settings, Skills, .* Left alone, because they hold something: People, Demand\.$/,
      ),
    });
    expect(JSON.stringify([...book.sheets.get("People")!.cells])).toBe(people);
    expect(at(book, "Leave", 0, 0)).toBe("Person");
    expect(at(book, "Settings", 1, 0)).toBe("Horizon from");
  });

  test("is undone in one step", () => {
    const book = memoryBook({ Sheet1: [["mine"]] });
    const before = seen(book);
    asked(book, "setUp", { demo: "small" });
    expect(asked(book, "undoLast", {})).toEqual({ text: "Undone: Set up this workbook." });
    expect(seen(book)).toBe(before);
    expect(book.names.size).toBe(0);
    asked(book, "setUp", { demo: "small" });
    expect(at(book, "People", 1, 0)).toBe("Maya Ellison");
  });

  test("writes every row and column of both demo plans", () => {
    const full = (cells: CellRange) => cells.flat().filter((cell) => cell !== null && cell !== "").length;
    for (const demo of [smallDemo(), demoFirm()]) {
      const { edits } = template([], [], demo);
      expect(edits.map(({ sheet }) => sheet)).toEqual([...demo.keys()]);
      for (const { sheet, cells } of edits) {
        const headings = cells[0]!.length - demo.get(sheet)![0]!.length;
        expect(full(cells as CellRange)).toBe(full(demo.get(sheet)!) + headings);
      }
    }
  });
});

describe("a planner's hour with the sheets", () => {
  const ALL =
    "Capacity vs demand; Skill gaps; Utilization and overload; Support load; Pipeline risk; Scenario comparison; Exposure; Delivery metrics; Snapshot history; Checks";
  const state = (book: MemoryBook) =>
    asked(book, "sheets", {}) as { sheets: { name: string; state: string }[]; undo: unknown };
  const namesOf = (book: MemoryBook) => state(book).sheets.map((one) => one.name);
  const states = (book: MemoryBook) => state(book).sheets.map((one) => one.state);

  test("make all, change a cell, see what is out of date, refresh, undo", () => {
    const book = demoBook();
    expect(states(book)).toEqual(Array.from({ length: 10 }, () => "not made"));
    expect(asked(book, "previewSheets", { sheets: ALL })).toMatchObject({
      text: expect.stringMatching(
        /^Will write Capacity vs demand \(\d+ cells, \d+ of them new or changed\), Skill gaps \(.*\) and Checks \(\d+ cells, \d+ of them new or changed\); no cell that you filled in is replaced\.$/,
      ),
    });
    asked(book, "makeSheets", { sheets: ALL });
    expect(at(book, "Capacity vs demand", 12, 1)).toBe(114);
    const made = seen(book);
    expect(asked(book, "makeSheets", { sheets: ALL })).toEqual({
      text: "Everything was up to date: nothing was written.",
    });

    put(book, "Allocations", 3, 5, 2);
    expect(states(book)).toEqual(Array.from({ length: 10 }, () => "inputs changed"));
    expect(state(book).undo).toMatchObject({ edited: 0 });
    asked(book, "makeSheets", { sheets: "Skill gaps" });
    expect(states(book)).toEqual([
      "inputs changed",
      "up to date",
      ...Array.from({ length: 8 }, () => "inputs changed"),
    ]);
    asked(book, "undoLast", {});
    put(book, "Allocations", 3, 5, 4);
    expect(seen(book)).toBe(made);
  });

  test("a scenario that is saved, switched or mended makes no sheet out of date but Scenario comparison", () => {
    const book = demoBook();
    const rows = [{ Change: "leaver", Person: "Ben Carver", From: 46055 }];
    const every = namesOf(book).join("; ");
    asked(book, "makeSheets", { sheets: every });
    const old = () => state(book).sheets.flatMap((one) => (one.state === "up to date" ? [] : [one.name]));
    for (const change of [
      () => asked(book, "saveScenario", { scenario: "Ben leaves", rows }),
      () => asked(book, "switchScenario", { scenario: "Maya leaves", on: false }),
      () => put(book, "Scenarios", 3, 3, "Maya Elison"),
    ]) {
      change();
      expect(old()).toEqual(["Scenario comparison"]);
      asked(book, "makeSheets", { sheets: "Scenario comparison" });
      expect(old()).toEqual([]);
    }
    expect(asked(book, "makeSheets", { sheets: every })).toEqual({
      text: "Everything was up to date: nothing was written.",
    });
  });

  test("Checks lists every generated sheet", () => {
    const book = demoBook();
    asked(book, "makeSheets", { sheets: "Checks" });
    const names = Array.from({ length: 80 }, (_, row) => at(book, "Checks", row, 1));
    const first = names.indexOf("Sheet") + 1;
    expect(names.slice(first, first + namesOf(book).length)).toEqual(namesOf(book));
  });

  test("a sheet that stands already is refreshed with one look, one read and one look into the journal", () => {
    const book = demoBook();
    const sheets = (plan: MemoryBook) => [
      capacityVsDemand(
        given(
          readPlan(
            bookOf(plan)
              .slice(0, 10)
              .map(({ name, cells }) => ({ sheet: name, cells })),
          ),
        ),
      ),
    ];
    run(commit({ title: "Make", sheets: sheets(book) }), memoryHost(book).host);
    put(book, "Allocations", 3, 5, 2);
    const { host, asked: steps } = memoryHost(book);
    run(commit({ title: "Refresh", sheets: sheets(book) }), host);
    expect(steps.map((step) => step.do).join(" ")).toBe(
      "look read stored store flush raise apply apply apply apply apply apply apply apply flush raise",
    );
  });

  test("finds its sheets after the planner has renamed one", () => {
    const book = demoBook();
    asked(book, "makeSheets", { sheets: "Capacity vs demand; Skill gaps" });
    const renamed = "Kapazität '26";
    book.sheets.set(renamed, book.sheets.get("Skill gaps")!);
    book.sheets.delete("Skill gaps");
    for (const [name, owned] of book.names) {
      if (owned.sheet === "Skill gaps") book.names.set(name, { ...owned, sheet: renamed });
    }
    const before = cloneBook(book);
    put(book, "Allocations", 3, 5, 2);
    asked(book, "makeSheets", { sheets: "Skill gaps" });
    expect(sheetsOf(book)).not.toContain("Skill gaps");
    expect(at(book, renamed, 0, 0)).toBe("Skill gaps, in hours a week");
    asked(book, "undoLast", {});
    put(book, "Allocations", 3, 5, 4);
    expect(seen(book)).toBe(seen(before));
  });
});
