import { describe, expect, test } from "vitest";
import { run } from "../../core/host.ts";
import type { Cell } from "../../core/plan/cells.ts";
import { ask, type QuestionName, type ReplyOf } from "../../core/questions/index.ts";
import { at, type MemoryBook, memoryBook, memoryHost } from "../support/memory-host.ts";
import { day } from "../support/plan.ts";

const asked = <N extends QuestionName>(book: MemoryBook, name: N, request: unknown) =>
  run(ask(name, request), memoryHost(book).host) as ReplyOf<N>;

type Tables = Readonly<Record<string, readonly (readonly Cell[])[]>>;
const SCENARIO = { scenario: "What if" };

function bookWith(tables: Tables, rows: readonly Readonly<Record<string, Cell>>[]): MemoryBook {
  const book = memoryBook(tables);
  asked(book, "saveScenario", { ...SCENARIO, rows });
  return book;
}
function adopted(tables: Tables, ...rows: readonly Readonly<Record<string, Cell>>[]): MemoryBook {
  const book = bookWith(tables, rows);
  expect(asked(book, "previewAdopt", SCENARIO)).toMatchObject({ ready: true });
  asked(book, "adoptScenario", SCENARIO);
  return book;
}
function refusal(tables: Tables, ...rows: readonly Readonly<Record<string, Cell>>[]): string {
  try {
    asked(bookWith(tables, rows), "previewAdopt", SCENARIO);
  } catch (error) {
    return (error as Error).message;
  }
  return "";
}
const rowOf = (book: MemoryBook, sheet: string, row: number, columns: number) =>
  Array.from({ length: columns }, (_, column) => at(book, sheet, row, column));

const FTE_ONLY: Tables = {
  People: [
    ["Person", "FTE", "From", "To", "Skills"],
    ["Ana", 1, null, null, "AWS"],
  ],
};
const FROM = day("2026-02-02");

describe("adopting into a plan with FTE in place of hours", () => {
  test("a hire of 10 hours is a quarter of the full-time 40", () => {
    const book = adopted(FTE_ONLY, { Change: "hire", Person: "Zoe", Skill: "AWS", "Hours a week": 10, From: FROM });
    expect(rowOf(book, "People", 2, 5)).toEqual(["Zoe", 0.25, FROM, null, "AWS 5"]);
  });

  test("of the full-time hours in Settings, and shorter hours alike", () => {
    const tables: Tables = {
      ...FTE_ONLY,
      Settings: [
        ["Setting", "Value"],
        ["Full-time hours a week", 37.5],
      ],
    };
    const book = adopted(tables, { Change: "hours", Person: "Ana", "Hours a week": 30, From: FROM });
    expect([1, 2].map((row) => rowOf(book, "People", row, 5))).toEqual([
      ["Ana", 1, null, FROM - 1, "AWS"],
      ["Ana", 0.8, FROM, null, "AWS"],
    ]);
  });

  test("demand in FTE grows in FTE", () => {
    const tables: Tables = {
      ...FTE_ONLY,
      Demand: [
        ["Engagement", "Skill", "FTE"],
        ["Portal", "AWS", 1.5],
      ],
    };
    const book = adopted(tables, { Change: "growth", Engagement: "Portal", Percent: -0.2 });
    expect(rowOf(book, "Demand", 1, 3)).toEqual(["Portal", "AWS", 1.2]);
  });
});

test("a hire's certificate needs the table Skills, and is never left out silently", () => {
  const hire = { Change: "hire", Person: "Zoe", Skill: "AWS", "Hours a week": 10 };
  expect(refusal(FTE_ONLY, { ...hire, Certificate: "Pro" })).toBe(
    "This workbook has no table Skills, which says from when somebody has one, and with which certificate. Maybe add a sheet with the headings Person, Skill, Level, Certificate and Valid from.",
  );
});

const BARE: Tables = {
  ...FTE_ONLY,
  Engagements: [
    ["Engagement", "Client", "Kind"],
    ["Portal", "Acme", null],
  ],
  Demand: [
    ["Engagement", "Skill", "Hours a week"],
    ["Portal", "AWS", 30],
  ],
};

test("new work needs no column Status: without one all work is confirmed", () => {
  const book = adopted(BARE, { Change: "new engagement", Engagement: "Rollout", Skill: "AWS", "Hours a week": 20 });
  expect([at(book, "Engagements", 2, 0), rowOf(book, "Demand", 2, 3)]).toEqual(["Rollout", ["Rollout", "AWS", 20]]);
});

test("all columns that are missing are named at once", () => {
  const work = { Change: "new engagement", Engagement: "Rollout", Skill: "AWS", Level: 3, "Hours a week": 20 };
  expect(refusal(BARE, { ...work, From: FROM }, { Change: "lose", Engagement: "Portal" })).toBe(
    "The table Engagements on Engagements has no column Status and the table Demand on Demand has no columns Min level and From. Maybe add columns headed so.",
  );
  expect(refusal(BARE, { ...work })).toBe(
    "The table Demand on Demand has no column Min level. Maybe add a column headed Min level.",
  );
});

test("of many rows the first twelve are listed, and the others counted", () => {
  const tables: Tables = {
    ...FTE_ONLY,
    Demand: [
      ["Engagement", "Skill", "From", "To", "Hours a week"],
      ...Array.from({ length: 14 }, (): readonly Cell[] => ["Portal", "AWS", FROM, null, 30]),
    ],
  };
  const book = bookWith(tables, [{ Change: "slip", Engagement: "Portal", Weeks: 1 }]);
  const { lines } = asked(book, "previewAdopt", SCENARIO);
  expect(lines[1]).toBe("Demand, row 2 (Portal, AWS): From 2 Feb 2026 → 9 Feb 2026.");
  expect(lines.slice(13)).toEqual([
    "… and 2 rows more.",
    "Will write 14 cells in 14 rows; 14 of them replace what stands there. The scenario's own rows are switched off.",
  ]);
});
