import { describe, expect, test } from "vitest";
import { run } from "../../core/host.ts";
import type { Cell, CellRange } from "../../core/plan/cells.ts";
import { locate, sourcesIn } from "../../core/plan/locate.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { describe as sentence } from "../../core/problems.ts";
import { ask, type QuestionName, type ReplyOf } from "../../core/questions/index.ts";
import { bookOf, type MemoryBook, memoryBook, memoryHost } from "../support/memory-host.ts";

const PEOPLE: Cell[][] = [
  ["Person", "Weekly hours"],
  ["Cid", 40],
  ["Dan", 40],
];
/** Mondays 19 and 26 January 2026. */
const WEEKS: Cell[] = [46041, 46048];

const asked = <N extends QuestionName>(book: MemoryBook, name: N, request: unknown) =>
  run(ask(name, request), memoryHost(book).host) as ReplyOf<N>;
type Answers = readonly (readonly [heading: string, means: string])[];
const decide = (book: MemoryBook, sheet: string, decision: string, answers: Answers = []) =>
  asked(book, "decideMap", {
    sheet,
    decision,
    answers: answers.map(([heading, means]) => ({ sheet, heading, means })),
  }).text;
const planOf = (book: MemoryBook) => readPlan(sourcesIn(bookOf(book)));
/** Minutes; of days of a week, millionths of the person's own week. */
const amounts = (book: MemoryBook): number =>
  Array.from(planOf(book).allocations.amount).reduce((sum, one) => sum + one, 0);
const tablesOf = (book: MemoryBook): CellRange =>
  (bookOf(book).find(({ name }) => name === "Tables")?.cells ?? []).filter((row) => row.some((cell) => cell !== null));
const statesOf = (book: MemoryBook) =>
  asked(book, "mapForm", { answers: [] }).tables.map(({ id, state }) => `${id} ${state}`);

const withUse = (row: readonly Cell[], use: Cell): Cell[] => row.map((cell, at) => (at === 3 ? use : cell));

interface Case {
  readonly heading: string;
  readonly cells: Cell[][];
  readonly answers: Answers;
  /** Worked out by hand, in minutes; where the cells are days, in millionths of a week. */
  readonly sum: number;
}

const headed = (...headings: string[]): Cell[][] => [
  ["Hours"],
  [...headings, ...WEEKS],
  ["Cid", "Gamma", 8, 8],
  ["Dan", "Beta", 1, 1],
];
const CASES: readonly Case[] = [
  ...["Client", "Customer", "Kunde", "Account", "Initiative"].map((work) => ({
    heading: `Person, ${work}`,
    cells: headed("Person", work),
    answers: [],
    sum: 18 * 60,
  })),
  {
    heading: "Person, Client, answered Days",
    cells: [
      ["Person", "Client", ...WEEKS],
      ["Cid", "Gamma", 5, 4],
      ["Dan", "Beta", 1, 1],
    ],
    answers: [["(amounts)", "Days"]],
    sum: 2_200_000,
  },
  {
    heading: "Person, Client, answered FTE",
    cells: [
      ["Person", "Client", ...WEEKS],
      ["Cid", "Gamma", 1, 0.5],
      ["Dan", "Beta", 1, 1],
    ],
    answers: [["(amounts)", "FTE"]],
    sum: 140 * 60,
  },
  {
    heading: "Client, Person, Notes, answered Days",
    cells: [
      ["Client", "Person", "Notes", ...WEEKS],
      ["Gamma", "Cid", "x", 1, 0.5],
      ["Beta", "Dan", "y", 1, 1],
    ],
    answers: [
      ["(amounts)", "Days"],
      ["Notes", "Not used"],
    ],
    sum: 700_000,
  },
  {
    heading: "Skill that means Person",
    cells: headed("Skill", "Project"),
    answers: [["Skill", "Person"]],
    sum: 18 * 60,
  },
];

describe.each(CASES)("what $heading was accepted as", ({ cells, answers, sum }) => {
  test("counts, and Tables stays one table", () => {
    const book = memoryBook({ People: PEOPLE, Plan: cells });
    expect(decide(book, "Plan", "yes", answers)).toContain("Plan is part of the plan: Allocations.");
    expect(statesOf(book)).toEqual(["Plan accepted"]);
    expect(amounts(book)).toBe(sum);
    expect(locate(bookOf(book)).filter(({ sheet }) => sheet === "Tables")).toHaveLength(1);
    expect(
      planOf(book)
        .problems.filter(({ code }) => code !== "HR-138")
        .map(sentence),
    ).toEqual([]);
  });

  test("is decided again without a row too many: once more, left out, asked again", () => {
    const book = memoryBook({ People: PEOPLE, Plan: cells });
    decide(book, "Plan", "yes", answers);
    const rows = tablesOf(book);
    expect(decide(book, "Plan", "yes", answers)).toContain("Plan was accepted already.");
    expect(tablesOf(book)).toEqual(rows);
    expect(decide(book, "Plan", "no")).toBe("Plan is left out of the plan.");
    expect(tablesOf(book)).toEqual(rows.map((row, i) => (i === 0 ? row : withUse(row, "No"))));
    expect(decide(book, "Plan", "again")).toBe("Plan is asked about again.");
    expect(tablesOf(book)).toEqual(rows.slice(0, 1));
    decide(book, "Plan", "yes", answers);
    expect(amounts(book)).toBe(sum);
  });
});

describe("the sheet Tables", () => {
  const HEADINGS: Cell[] = ["Team table", "Found on", "Feeds", "Use", "Column heading", "Means"];
  const row = (name: string, heading: string, means: string, use: Cell = "Yes"): Cell[] => [
    name,
    name,
    "Allocations",
    use,
    heading,
    means,
  ];
  const MAP = [row("Plan", "Person", "Person"), row("Plan", "Client", "Engagement"), row("Plan", "(amounts)", "Hours")];
  const found = (tables: Cell[][]) =>
    locate([{ name: "Tables", cells: tables }]).map((one) => `${one.table.name} ${one.row} to ${one.lastRow}`);

  test("is read to its end, what an import keeps and what stands below blank rows among it", () => {
    const blank: Cell[] = HEADINGS.map(() => null);
    const imported = row("Import: Client, Person, Hours", "Client", "Engagement");
    expect(found([HEADINGS, ...MAP, imported, blank, blank, ...MAP])).toEqual(["Tables 0 to 9"]);
  });

  test("goes on where nothing stands under Use", () => {
    expect(found([HEADINGS, ...MAP.map((one) => withUse(one, null))])).toEqual(["Tables 0 to 3"]);
  });

  test("ends where a blank row and another table's headings follow", () => {
    const people: Cell[] = ["Person", "Weekly hours", null, null, null, null];
    const blank: Cell[] = HEADINGS.map(() => null);
    expect(found([HEADINGS, ...MAP, blank, people, ["Cid", 40, null, null, null, null]])).toEqual([
      "Tables 0 to 3",
      "People 5 to 6",
    ]);
  });

  test("does not hide a table beside it", () => {
    const beside = [
      [...HEADINGS, null, null, null],
      [...MAP[0]!, null, null, null],
      [...MAP[1]!, null, "Person", "Weekly hours"],
      [...MAP[2]!, null, "Cid", 40],
    ];
    expect(found(beside)).toEqual(["Tables 0 to 3", "People 2 to 3"]);
  });

  test("keeps its rows as a range of a formula, too", () => {
    const cells: CellRange = [["Hours"], ["Person", "Client", ...WEEKS], ["Cid", "Gamma", 8, 8]];
    const { allocations, problems } = readPlan([{ cells: PEOPLE }, { cells }, { cells: [HEADINGS, ...MAP] }]);
    expect(Array.from(allocations.amount).reduce((sum, one) => sum + one, 0)).toBe(16 * 60);
    expect(problems.map(sentence)).toEqual([]);
  });

  test("keeps several maps, the later ones behind such a heading", () => {
    const book = memoryBook({
      People: PEOPLE,
      Plan: headed("Person", "Client"),
      Later: headed("Person", "Customer"),
    });
    decide(book, "Plan", "yes");
    decide(book, "Later", "yes");
    expect(statesOf(book)).toEqual(["Plan accepted", "Later accepted"]);
    expect(amounts(book)).toBe(36 * 60);
    expect(tablesOf(book)).toHaveLength(7);
  });
});
