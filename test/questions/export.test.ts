import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { smallDemo } from "../../core/demo/small.ts";
import { run } from "../../core/host.ts";
import type { Cell, CellRange } from "../../core/plan/cells.ts";
import { ask, type QuestionName, type ReplyOf } from "../../core/questions/index.ts";
import { xlsxOf } from "../../panels/files/save-xlsx.ts";
import { type MemoryBook, memoryBook, memoryHost } from "../support/memory-host.ts";
import { rangesIn } from "../support/plan.ts";
import { xlsxCells } from "../support/xlsx-cells.ts";

const asked = <N extends QuestionName>(book: MemoryBook, name: N, request: unknown = {}) =>
  run(ask(name, request), memoryHost(book).host) as ReplyOf<N>;
const csv = (book: MemoryBook, file: string) => asked(book, "exportTable", { file }).text.split("\r\n");
const files = (book: MemoryBook) =>
  asked(book, "exportForm").tables.map(({ file, place, rows }) => [file, place, rows]);
const cellsOf = (rows: readonly CellRange[number][]): Cell[][] => rows.map((row) => [...row]);

/** Hours by week under titles: 16 and 20 of Ana, 8 and 4 of Ben. */
const teamBook = () => {
  const [people] = rangesIn(`
    Person | Weekly hours
    Ana    | 40
    Ben    | 40
  `);
  return memoryBook({
    People: cellsOf(people!),
    "Team plan": [
      ["Team plan 2026, hours", null, null, null, null],
      ["Who", "Project", "Week 2", "Week 3", "Week 4"],
      ["Ana", "Portal", 16, 20, null],
      ["Ben", "Portal", 8, null, 4],
    ],
  });
};

describe("a plan in a layout of the team's own", () => {
  test("is exported as rows once it is part of the plan", () => {
    const book = teamBook();
    expect(files(book)).toEqual([["People.csv", "People!A1", 2]]);
    asked(book, "decideMap", { sheet: "Team plan", decision: "yes", answers: [] });
    expect(files(book)).toContainEqual(["Allocations.csv", "Team plan!A1", 4]);
    const [headings, ...rows] = csv(book, "Allocations.csv");
    const at = (heading: string) => headings!.split(",").indexOf(heading);
    const [person, engagement, from, to] = ["Person", "Engagement", "From", "To"].map(at);
    const amount = at("Total hours");
    const shown = rows.filter((row) => row !== "").map((row) => row.split(","));
    expect(shown.map((row) => [row[person!], row[engagement!], row[from!], row[to!], row[amount]])).toEqual([
      ["Ana", "Portal", "2026-01-05", "2026-01-11", "16"],
      ["Ana", "Portal", "2026-01-12", "2026-01-18", "20"],
      ["Ben", "Portal", "2026-01-05", "2026-01-11", "8"],
      ["Ben", "Portal", "2026-01-19", "2026-01-25", "4"],
    ]);
  });

  test("reads the same when what was exported is the workbook", () => {
    const book = teamBook();
    asked(book, "decideMap", { sheet: "Team plan", decision: "yes", answers: [] });
    const { sheets } = asked(book, "exportBook");
    const kept = sheets.filter(({ name }) => name !== "Tables");
    const again = memoryBook(
      Object.fromEntries([...xlsxCells(xlsxOf(kept))].map(([name, cells]) => [name, cellsOf(cells)])),
    );
    const used = (one: MemoryBook) =>
      asked(one, "planCheck")
        .accounts.map(({ table, used: rows }) => [table, rows])
        .sort();
    expect(used(again)).toEqual([
      ["Allocations", 4],
      ["People", 2],
    ]);
  });
});

describe("one workbook of values", () => {
  test("holds every table of the demo cell by cell, and no formula", () => {
    const book = memoryBook({ ...Object.fromEntries(smallDemo()), Notes: [["=1+1"]] });
    const { file, sheets } = asked(book, "exportBook");
    expect(file).toBe("Plan.xlsx");
    const bytes = xlsxOf(sheets);
    const parts = Object.values(unzipSync(bytes)).map((part) => strFromU8(part));
    expect(parts.join("")).not.toMatch(/<f[ >/]/);
    const opened = xlsxCells(bytes);
    expect([...opened.keys()]).toEqual(asked(book, "exportForm").tables.map(({ file: name }) => name.slice(0, -4)));
    const filled = (cells: CellRange) =>
      cells.flatMap((row, r) => row.flatMap((cell, c) => (cell === null ? [] : [[r, c, cell]])));
    for (const { name, cells } of sheets) expect(filled(opened.get(name)!), name).toEqual(filled(cells));
    expect(sheets.find(({ name }) => name === "Allocations")!.days.filter(Boolean)).toHaveLength(2);
  });

  test("keeps text text, whatever it looks like, and leaves out what no file may hold", () => {
    const texts = ["=1+1", "00123", 'a & b <c> "d"', " two  spaces ", "one\ntwo", "\u0001x", "2026-01-05", "TRUE"];
    const [sheet] = [
      ...xlsxCells(xlsxOf([{ name: "A & B", cells: [["Note"], ...texts.map((text) => [text])], days: [false] }])),
    ];
    expect(sheet![0]).toBe("A & B");
    expect(sheet![1].slice(1).flat()).toEqual(texts.map((text) => text.replace("\u0001", "")));
  });
});

test("names of files and sheets are short, allowed, and each its own", () => {
  const rows = smallDemo().get("Allocations")!;
  const long = "Allocations of everybody in the north, the south [old]";
  const book = memoryBook({ [long]: rows, [`${long} 2`]: rows.slice(0, 4), "Allocations:x": rows.slice(0, 3) });
  const names = asked(book, "exportBook").sheets.map(({ name }) => name);
  expect(names).toHaveLength(3);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(3);
  for (const name of names) expect(name).toMatch(/^[^\\/:*?"<>|[\]]{1,31}$/);
});

describe("what people cost", () => {
  const book = (shown: string) => {
    const [settings, people, costs] = rangesIn(`
      Setting     | Value
      Money shown | ${shown}

      Person | Weekly hours | Salary
      Ana    | 40           | 98765.43

      Person | Cost rate
      Ana    | 77.31
    `);
    return memoryBook({ Settings: cellsOf(settings!), People: cellsOf(people!), Costs: cellsOf(costs!) });
  };
  const all = (one: MemoryBook) =>
    [
      ...asked(one, "exportForm").tables.map(({ file }) => asked(one, "exportTable", { file }).text),
      JSON.stringify(asked(one, "exportBook")),
    ].join("\n");

  test.each(["none", "all but salaries"])("is in no file while Money shown is %s", (shown) => {
    expect(all(book(shown))).toContain("Ana,40");
    expect(all(book(shown))).not.toMatch(/98765|77\.31|Salary/);
  });

  test("is in them where all money is shown", () => {
    expect(all(book("all"))).toMatch(/98765\.43[\s\S]*77\.31/);
  });
});
