import { describe, expect, test } from "vitest";
import { FUNCTIONS } from "../../core/functions/index.ts";
import { SETTING_LIST } from "../../core/plan/setting-list.ts";
import { MAPS, TABLES } from "../../core/plan/tables.ts";
import { PROBLEM_CODES } from "../../core/problems.ts";
import { markdownTable, shownResult } from "../../core/publish/markdown.ts";
import { problemReference } from "../../core/publish/problem-reference.ts";
import { functionList, reference } from "../../core/publish/reference.ts";
import { tableReference } from "../../core/publish/table-reference.ts";

const functions = reference(FUNCTIONS);
const tables = tableReference();
const headings = (text: string) => text.split("\n").filter((line) => line.startsWith("## "));

describe("the function reference", () => {
  test("has a section for each function, and every link in it leads to one", () => {
    expect(headings(functions)).toEqual(["## Conditions", ...FUNCTIONS.map(({ name }) => `## ${name}`)]);
    const anchors = headings(functions).map((line) => line.slice(3).toLowerCase());
    for (const [, anchor] of functions.matchAll(/\]\(#([^)]+)\)/g)) expect(anchors).toContain(anchor);
  });

  test("shows how to type a function, what it takes and what its examples give", () => {
    expect(functions).toContain("`CAPACITY(from, to, [rows], [periods], [where], tables…)` gives hours.");
    expect(functions).toContain("`PLANCHECK(tables…)` gives a table.");
    expect(functions).toContain("`=CAPACITY(DATE(2026,1,5), DATE(2026,1,9), People)`\n\n→ **424**");
    for (const { examples } of FUNCTIONS) for (const { formula } of examples) expect(functions).toContain(formula);
  });

  test("shows days as dates, since a planner formats them so", () => {
    expect(functions).toContain("| Team | 2026-01-05 | 2026-01-12 |");
    expect(functions).toContain("| 2026-01-26 | 2026-02-06 | AWS 3+");
  });

  test("shows weeks ahead in a heading as they are", () => {
    expect(functions).toContain("| Person, weeks ahead | 1 | 2 | 4 | 8 | 12 |");
  });

  test("is led to from a list elsewhere", () => {
    expect(functionList(FUNCTIONS, "docs/functions.md")).toContain("| [CAPACITY](docs/functions.md#capacity) | Hours ");
  });
});

test("the table reference has every table with every column, required ones in bold", () => {
  expect(headings(tables)).toEqual(TABLES.map(({ name }) => `## Table ${name}`));
  for (const { columns } of TABLES) {
    for (const { heading, required } of Object.values(columns)) {
      expect(tables).toContain(required ? `| **${heading}** |` : `| ${heading} |`);
    }
  }
  expect(tables).toContain(
    "Each row gives its effort in one way: Hours a week, or Tickets a week with Hours a ticket.",
  );
  expect(tables).toContain("Each row fills Skill or Role.");
  expect(tables).toContain("Words: employee, contractor, planned hire.");
});

test("the table reference says of every setting what it does, and which words it knows", () => {
  for (const { name, about } of Object.values(SETTING_LIST)) expect(tables).toContain(`| ${name} | ${about}`);
  expect(tables).toContain("Words: rows, tickets. | Support from, Support by |");
});

test("PLANCHECK checks every table but the list of a team's own", () => {
  const checked = FUNCTIONS.find(({ name }) => name === "PLANCHECK")!.mayUse;
  expect([...checked].sort()).toEqual(TABLES.flatMap((one) => (one === MAPS ? [] : [one.name])).sort());
});

test("the problem reference has every code", () => {
  const rows = problemReference().split("\n").slice(2);
  expect(rows.map((row) => row.slice(2, 8))).toEqual(Object.keys(PROBLEM_CODES));
  expect(problemReference()).toContain(
    "| HR-107 | used, with an assumption | tentative work has no odds and counts in full |",
  );
});

test("a cell's text cannot break a table", () => {
  expect(markdownTable(["a"], [["x | y\nz"]])).toBe("| a |\n| --- |\n| x \\| y z |");
  expect(
    shownResult([
      ["Team", 46027],
      ["A|B", 46027],
    ]),
  ).toContain("| A\\|B | 46027 |");
});
