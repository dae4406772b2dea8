import { describe, expect, test } from "vitest";
import { run } from "../../core/host.ts";
import type { Cell } from "../../core/plan/cells.ts";
import { ask, type QuestionName, type ReplyOf } from "../../core/questions/index.ts";
import { bookOf, type MemoryBook, memoryBook, memoryHost } from "../support/memory-host.ts";
import { workbook } from "../support/xlsx-cells.ts";

const asked = <N extends QuestionName>(book: MemoryBook, name: N, request: unknown) =>
  run(ask(name, request), memoryHost(book).host) as ReplyOf<N>;
const look = (book: MemoryBook, answers: readonly object[] = []) => asked(book, "mapForm", { answers });
const decide = (book: MemoryBook, sheet: string, decision: string, answers: readonly object[] = []) =>
  asked(book, "decideMap", { sheet, decision, answers }).text;
const cellsOf = (book: MemoryBook, sheet: string) => bookOf(book).find(({ name }) => name === sheet)?.cells ?? [];

const PEOPLE: Cell[][] = [
  ["Person", "Weekly hours"],
  ["Freya Holm", 40],
  ["Marco Villar", 40],
  ["Sana Okafor", 40],
];
const WORK: Cell[][] = [
  ["Engagement", "Client"],
  ["Alder migration", "Alder"],
  ["Internal", "Us"],
  ["Quay pilot", "Quay"],
  ["Tern Bank run", "Tern"],
];
const lookAlike = (file: string, more: Readonly<Record<string, Cell[][]>> = {}): MemoryBook =>
  memoryBook({
    ...Object.fromEntries(
      [...workbook(file)].map(([name, cells]) => [name || "Team file", cells.map((row) => [...row])]),
    ),
    ...more,
  });

describe("a team's own sheet", () => {
  test("is proposed, used only once it is accepted, and asked about again", () => {
    const book = lookAlike("01-weeks-hours.xlsx", { People: PEOPLE, Engagements: WORK });
    const before = cellsOf(book, "Team plan");
    const [table] = look(book).tables;
    expect(table).toMatchObject({
      sheet: "Team plan",
      name: "Team_plan",
      state: "new",
      range: "A4:L15",
      feeds: "Allocations",
      open: 0,
    });
    expect(asked(book, "planCheck", {}).accounts.map(({ table: name }) => name)).toEqual(["People", "Engagements"]);
    expect(asked(book, "planCheck", {}).problems[0]).toMatchObject({ code: "HR-270" });
    expect(decide(book, "Team plan", "yes")).toBe(
      "Team plan is part of the plan: Allocations. In formulas it is Team_plan.",
    );
    expect(asked(book, "planCheck", {}).accounts.find(({ table: name }) => name === "Allocations")).toMatchObject({
      read: 17,
      used: 7,
    });
    expect(look(book).tables[0]).toMatchObject({ state: "accepted", misfits: [] });
    expect(cellsOf(book, "Team plan")).toEqual(before);
    expect(cellsOf(book, "Tables").slice(0, 4)).toEqual([
      ["Team table", "Found on", "Feeds", "Use", "Column heading", "Means"],
      ["Team_plan", "Team plan", "Allocations", "Yes", "Person", "Person"],
      ["Team_plan", "Team plan", "Allocations", "Yes", "Role", "Role"],
      ["Team_plan", "Team plan", "Allocations", "Yes", "Project", "Engagement"],
    ]);
    expect(decide(book, "Team plan", "no")).toBe("Team plan is left out of the plan.");
    expect(look(book).tables[0]).toMatchObject({ state: "refused" });
    expect(asked(book, "undoLast", {}).text).toBe("Undone: Leave out Team plan.");
    expect(look(book).tables[0]).toMatchObject({ state: "accepted" });
    expect(decide(book, "Team plan", "again")).toBe("Team plan is asked about again.");
    expect(look(book).tables[0]).toMatchObject({ state: "new" });
  });
  test("whose unit is told by its size alone is asked about, never guessed", () => {
    const book = lookAlike("03-phases-days-percent.xlsx");
    const [table] = look(book).tables;
    expect(table?.columns.filter(({ open }) => open)).toMatchObject([{ at: "C:Q", means: "Share", key: "(amounts)" }]);
    expect(() => decide(book, "Plan", "yes")).toThrow(/leaves something open/);
    const share = [{ sheet: "Plan", heading: "(amounts)", means: "Share" }];
    expect(decide(book, "Plan", "yes", share)).toContain("Plan is part of the plan");
    expect(
      look(book)
        .tables[0]?.assumptions.map(({ says }) => says)
        .join(),
    ).not.toContain("under no unit");
  });
});
