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

describe("headings that nobody knows", () => {
  const unknown = () =>
    memoryBook({
      Plan: [
        ["Hours"],
        ["Who does it", "Thing", 46027, 46034, 46041],
        ["Ann Lee", "Alpha", 20, 20, 30],
        ["Bob Ray", "Alpha", 10, 10, 10],
      ],
      Notes: [
        ["Ask Bob about the plan", "and about Alpha"],
        ["Done", "yes"],
      ],
    });
  const says = (heading: string, means: string) => ({ sheet: "Plan", heading, means });

  test("are offered with samples and everything that they can mean; notes are not", () => {
    const { tables, none } = look(unknown());
    expect(tables).toEqual([]);
    expect(none.map(({ id, headings }) => [id, headings])).toEqual([
      [
        "Plan",
        [
          { at: "A", heading: "Who does it", samples: ["Ann Lee", "Bob Ray"] },
          { at: "B", heading: "Thing", samples: ["Alpha"] },
        ],
      ],
      ["Notes", []],
    ]);
    expect(none[0]!.options).toEqual(expect.arrayContaining(["Person", "Engagement", "Hours a week", "Not used"]));
  });

  test("make a table once somebody says what they mean, which is remembered", () => {
    const book = unknown();
    const answers = [says("Who does it", "Person"), says("Thing", "Engagement")];
    const [table] = look(book, answers).tables;
    expect(table?.summary).toEqual([
      "6 allocations of 2 people to 1 engagement, 5 Jan 2026 to 25 Jan 2026, 100 h in all",
    ]);
    expect(decide(book, "Plan", "yes", answers)).toContain("Plan is part of the plan: Allocations");
    expect(look(book).tables[0]).toMatchObject({ state: "accepted", misfits: [] });
    expect(asked(book, "planCheck", {}).accounts.find(({ table: name }) => name === "Allocations")).toMatchObject({
      used: 2,
    });
  });
});

test("weeks that are only coloured are said to hold no amounts, whether a unit is stated or not", () => {
  const coloured = (...title: Cell[]) =>
    memoryBook({
      Plan: [
        title,
        ["Person", "Project", 46027, 46034, 46041],
        ["Ann Lee", "Alpha", null, null, null],
        ["Bob Ray", "Alpha", null, null, null],
      ],
    });
  const SAYS = "No cell in its columns of time holds an amount, and formulas do not see colours";
  expect(look(coloured("Who is busy")).none[0]?.why).toContain(SAYS);
  expect(look(coloured("Who is busy")).none[0]?.asks).toBeNull();
  expect(look(coloured("Hours")).tables[0]?.summary.join()).toContain(SAYS);
});
