import { describe, expect, test } from "vitest";
import { run } from "../../core/host.ts";
import { iso } from "../../core/layouts/weeks.ts";
import type { CellRange } from "../../core/plan/cells.ts";
import { sourcesIn } from "../../core/plan/locate.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import { ask } from "../../core/questions/index.ts";
import { dayNumber } from "../../core/units.ts";
import { bookOf, memoryBook, memoryHost } from "../support/memory-host.ts";
import { dayNamed } from "./expected.ts";

const PEOPLE: CellRange = [
  ["Person", "Weekly hours"],
  ["Ann", 40],
];
const MONDAY = "Of the month, from its first Monday";
const FIRST = "Of the month, from the week of its 1st";
const YEAR = "Of the year";

interface Form {
  readonly tables: readonly { readonly id: string }[];
  readonly none: readonly {
    readonly why: string;
    readonly asks: string | null;
    readonly choice: { readonly key: string; readonly options: readonly string[] } | null;
  }[];
}

/** What Map asks of the only sheet, and the first days of what is read once it is answered and accepted. */
function mapped(sheet: string, cells: CellRange, answer: string | null) {
  const book = memoryBook({ People: PEOPLE, [sheet]: cells });
  const { host } = memoryHost(book);
  const answers = answer === null ? [] : [{ sheet, heading: "(weeks)", means: answer }];
  const { tables, none } = run(ask("mapForm", { answers }), host) as Form;
  if (tables.length > 0) run(ask("decideMap", { sheet, decision: "yes", answers }), host);
  const { allocations } = readPlan(sourcesIn(bookOf(book)));
  const from = Array.from({ length: allocations.length }, (_, i) => iso(dayNumber(allocations.from[i]!)));
  return { from, asks: none[0]?.choice ?? null, why: none[0]?.why ?? "" };
}

const row = (count: number) => ["Ann", "Alpha", ...Array.from({ length: count }, () => 10)];
const weeks = (word: string, count: number) => Array.from({ length: count }, (_, i) => `${word}${i + 1}`);

const BESIDE: readonly [string, string, CellRange][] = [
  ["a sheet's name", "Feb 2026", [["Hours per week"], ["Person", "Project", ...weeks("Week ", 4)], row(4)]],
  ["a title", "Plan", [["Hours per week, February 2026"], ["Person", "Project", ...weeks("Week ", 4)], row(4)]],
  [
    "a month without a year in a title",
    "Plan",
    [["Hours per week in February"], ["Year: 2026"], ["Person", "Project", ...weeks("Wk", 4)], row(4)],
  ],
  [
    "a row above",
    "Plan",
    [["Hours per week"], ["", "", "February 2026"], ["Person", "Project", ...weeks("W", 4)], row(4)],
  ],
  [
    "the first day of a month above",
    "Plan",
    [["Hours per week 2026"], ["", "", dayNamed("2026-02-01")], ["Person", "Project", ...weeks("W", 4)], row(4)],
  ],
  [
    "a German sheet's name",
    "Februar 2026",
    [["Stunden pro Woche"], ["Mitarbeiter", "Projekt", ...weeks("Woche ", 4)], row(4)],
  ],
];

describe.each(BESIDE)("weeks 1 to 4 with February in %s", (_, sheet, cells) => {
  test("are asked, and nothing is read", () => {
    const { from, asks } = mapped(sheet, cells, null);
    expect({ from, asks }).toEqual({
      from: [],
      asks: { key: "(weeks)", asks: "Which weeks are they?", options: [MONDAY, FIRST, YEAR] },
    });
  });
  test.each([
    [MONDAY, ["2026-02-02", "2026-02-09", "2026-02-16", "2026-02-23"]],
    [FIRST, ["2026-01-26", "2026-02-02", "2026-02-09", "2026-02-16"]],
    [YEAR, ["2025-12-29", "2026-01-05", "2026-01-12", "2026-01-19"]],
  ])("%s, once that is said", (answer, days) => {
    expect(mapped(sheet, cells, answer).from).toEqual(days);
  });
});

const plan = (...rows: CellRange): CellRange => [["Hours per week 2026"], ...rows];

test("weeks that begin anew under each month are no weeks of the year", () => {
  const cells = plan(
    ["", "", "January", "", "", "", "February"],
    ["Person", "Project", ...weeks("W", 4), ...weeks("W", 2)],
    row(6),
  );
  expect(mapped("Plan", cells, null).asks?.options).toEqual([MONDAY, FIRST]);
  expect(mapped("Plan", cells, YEAR).asks?.options).toEqual([MONDAY, FIRST]);
  expect(mapped("Plan", cells, MONDAY).from).toEqual([
    "2026-01-05",
    "2026-01-12",
    "2026-01-19",
    "2026-01-26",
    "2026-02-02",
    "2026-02-09",
  ]);
});

test("a fifth week that the month does not have is told, and asked again", () => {
  const cells = [["Hours per week, February 2026"], ["Person", "Project", ...weeks("W", 5)], row(5)];
  const { from, asks, why } = mapped("Plan", cells, MONDAY);
  expect({ from, asked: asks !== null, why }).toEqual({
    from: [],
    asked: true,
    why: '"W5" would start on 2026-03-02, beyond its month or together with another one: write the first days of the weeks instead.',
  });
});

test("rows that say a week of the sheet's month are asked as well", () => {
  const cells: CellRange = [
    ["Person", "Project", "Week", "Hours"],
    ["Ann", "Alpha", 1, 10],
    ["Ann", "Alpha", 3, 10],
  ];
  expect(mapped("Feb 2026", cells, null).from).toEqual([]);
  expect(mapped("Feb 2026", cells, MONDAY).from).toEqual(["2026-02-02", "2026-02-16"]);
});

describe("weeks of the year are read without a question", () => {
  test.each<[string, readonly string[], string, string]>([
    ["calendar weeks", weeks("KW ", 4), "Februar 2026", "2025-12-29"],
    ["weeks with their year", ["W1 2026", "W2 2026", "W3 2026"], "Feb 2026", "2025-12-29"],
    ["weeks beyond a month's", ["W6", "W7", "W8", "W9"], "Feb 2026", "2026-02-02"],
  ])("%s", (_, heads, sheet, first) => {
    const cells: CellRange = [["Hours per week"], ["Person", "Project", ...heads], row(heads.length)];
    expect(mapped(sheet, cells, null).from[0]).toBe(first);
  });
  test("weeks that go on under the next month", () => {
    const cells = plan(
      ["", "", "January", "", "", "", "", "February"],
      ["Person", "Project", ...weeks("W", 6)],
      row(6),
    );
    expect(mapped("Plan", cells, null).from[5]).toBe("2026-02-02");
  });
});
