import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { address, quotedSheet } from "../../core/sheets/a1.ts";
import { draw } from "../../core/sheets/block.ts";
import { blockName, layout } from "../../core/sheets/layout.ts";
import { formula, type Grid, rowsOfColumn, sameRow, wholeColumn } from "../../core/sheets/model.ts";
import { hostCell } from "../../core/sheets/ops.ts";
import { absolute, relative } from "../../core/sheets/relative.ts";

const grid: Grid = {
  kind: "grid",
  key: "g",
  title: "Title",
  fingerprint: "00000000000000aa",
  columns: [
    { key: "a", heading: "A", shows: "text" },
    { key: "b", heading: "B", shows: "hours" },
    { key: "c", heading: "C", shows: "hours" },
  ],
  rows: [
    ["x", 1, formula`SUM(${wholeColumn("b")})`],
    ["y", 2, formula`SUM(${rowsOfColumn("b", 0, 1)})-${sameRow("b")}`],
  ],
  rules: [],
  charts: [],
};

describe("a grid", () => {
  test("gets its addresses from its corner", () => {
    const { at, cells } = draw(grid, { row: 9, column: 26 }, "n");
    expect(at).toEqual({ row: 9, column: 26, rows: 4, columns: 3 });
    expect(cells[2]![2]).toEqual({ formula: "=SUM(AB12:AB13)" });
    expect(cells[3]![2]).toEqual({ formula: "=SUM(AB12:AB13)-AB13" });
  });

  test("refuses what would give a wrong sheet: unknown columns, short rows, other functions, two blocks of one name", () => {
    const corner = { row: 0, column: 0 };
    expect(() => draw({ ...grid, rows: [["x", 1, formula`${sameRow("z")}`]] }, corner, "n")).toThrow('no column "z"');
    expect(() => draw({ ...grid, rows: [["x", 1]] }, corner, "n")).toThrow("Row 0");
    expect(() => draw({ ...grid, rows: [["x", 1, formula`${rowsOfColumn("b", 0, 3)}`]] }, corner, "n")).toThrow(
      "rows 0 to 3",
    );
    expect(() => draw({ ...grid, columns: grid.columns.slice(0, 1) }, corner, "n")).toThrow("two columns");
    expect(() => formula`VLOOKUP(${sameRow("a")})`).toThrow("VLOOKUP");
    expect(() => layout({ name: "S", blocks: [grid, grid] }, new Map())).toThrow("one name");
  });
});

describe("charts", () => {
  const charted: Grid = {
    ...grid,
    charts: [{ key: "c", kind: "lines", title: "T", about: "A", categories: "a", series: ["b"] }],
  };
  const next: Grid = { ...grid, key: "next" };
  const [beside, below] = [charted, { ...charted, chartsBelow: true } as const].map((first) => {
    const [one, two] = layout({ name: "S", blocks: [first, next] }, new Map());
    const chart = one!.to!.dress.find((op) => op.do === "chart")!;
    return { chart: chart.at, next: two!.to!.at };
  });

  test("stand two columns to the right of their table, and the next table below both", () => {
    expect(beside!.chart).toEqual({ row: 0, column: 5 });
    expect(beside!.next.row).toBe(17);
  });

  test("or a row below a wide table, right of the column that stays in sight; the next table makes room", () => {
    // Title, headings, two rows, a row between, and sixteen rows of chart.
    expect(below!.chart).toEqual({ row: 5, column: 1 });
    expect(below!.next.row).toBeGreaterThanOrEqual(22);
  });

  test("push down what stood where a table has now got its chart", () => {
    const stood = { sheet: "S", at: { row: 7, column: 0, rows: 4, columns: 3 } };
    const owned = new Map([
      [blockName("S", "g"), { sheet: "S", at: { row: 0, column: 0, rows: 4, columns: 3 } }],
      [blockName("S", "next"), stood],
    ]);
    const [, two] = layout({ name: "S", blocks: [{ ...charted, chartsBelow: true }, next] }, owned);
    expect(two!.to!.at.row).toBe(22);
  });
});

describe("a formula relative to its cell", () => {
  test.each([
    "=SUM(B3:B9)",
    "=C4-D4",
    "=B4*2+LOG10(A1)-ATAN2(B1,C1)",
    "='My ''A1'' sheet'!B2+Sheet1!A1:B2+$A$1+A$1",
    '="A1 is ""B2"""&C3',
    "=Table1[[#This Row],[A1]]+A1",
    "=Größe1+A1",
    "=XFD1048576",
  ])("is %s again in its own cell", (text) => {
    const cell = { formula: text };
    expect(absolute(relative(cell, 5, 5), 5, 5)).toEqual(cell);
  });

  test("moves its plain addresses with it and nothing else", () => {
    const down = (text: string) => absolute(relative({ formula: text }, 3, 2), 5, 3);
    expect(down("=SUM(B3:B9)-C4")).toEqual({ formula: "=SUM(C5:C11)-D6" });
    expect(down(`="A1"&'a b'!A1&Sheet1!A1:B2&$A$1&LOG10(A1)`)).toEqual({
      formula: `="A1"&'a b'!A1&Sheet1!A1:B2&$A$1&LOG10(B3)`,
    });
  });
});

test("text never becomes a formula, a number stays a number", () => {
  for (const start of ["=", "+", "-", "@", "\t", "\r", "\n", "'", "＝", "＋", "－", "＠"]) {
    expect(hostCell(`${start}1+1`)).toBe(`'${start}1+1`);
  }
  expect([hostCell(-5), hostCell(true), hostCell(null), hostCell("Ana"), hostCell({ formula: "=A1" })]).toEqual([
    -5,
    true,
    "",
    "Ana",
    "=A1",
  ]);
  fc.assert(
    fc.property(fc.string(), (text) => {
      const cell = String(hostCell(text));
      return cell === text ? !/^[=+\-@]/.test(text) : cell === `'${text}`;
    }),
  );
});

test("names of sheets are quoted as formulas want them", () => {
  expect(["People", "O'Brien & Co", "A1", "2026", "It's 'ours'"].map(quotedSheet)).toEqual([
    "People",
    "'O''Brien & Co'",
    "'A1'",
    "'2026'",
    "'It''s ''ours'''",
  ]);
  expect(address("Capacity vs demand", { row: 3, column: 27 })).toBe("'Capacity vs demand'!AB4");
});
