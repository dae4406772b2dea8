import { beforeAll, describe, expect, test } from "vitest";
import { smallDemo } from "../../../core/demo/small.ts";
import { FUNCTIONS } from "../../../core/functions/index.ts";
import { type Book, step, type Work } from "../../../core/host.ts";
import type { Model } from "../../../workbench/engine.ts";
import { work } from "../../../workbench/host.ts";
import { noteOn } from "../../../workbench/sheet/remarks.ts";
import { planWorkbook } from "../../../workbench/start/workbooks.ts";
import { install } from "../../../workbench/workbook.ts";
import { seen } from "../../support/workbench.ts";

beforeAll(() => install(FUNCTIONS));

function* booking(): Work<Book> {
  return yield* step({ do: "book" });
}

describe("the small demo's workbook", () => {
  let model: Model;
  beforeAll(() => {
    model = planWorkbook("Quillhaven Cloud", smallDemo());
  });

  test("opens on the guide, and no formula on it fails", () => {
    const [guide] = work(model, booking());
    expect(guide?.name).toBe("Start here");
    expect(guide?.cells.flat().filter((cell) => typeof cell === "string" && cell.startsWith("#"))).toEqual([]);
    expect(seen(model, "Start here", "A7").value).toBe("Hours people can work");
    expect(seen(model, "Start here", "B7").value).toBeTypeOf("number");
  });

  test("holds the plan's cells in the plan's columns", () => {
    const sheets = new Map(work(model, booking()).map(({ name, cells }) => [name, cells]));
    for (const [table, cells] of smallDemo()) {
      const [headings = [], ...rows] = sheets.get(table) ?? [];
      const column = (heading: unknown) => headings.indexOf(heading as string);
      const [wanted = [], ...body] = cells;
      for (const [i, row] of body.entries()) {
        for (const [j, cell] of row.entries())
          expect(rows[i]?.[column(wanted[j])] ?? null, `${table} ${i} ${wanted[j]}`).toBe(cell);
      }
    }
  });

  test("names each table, says what its columns mean, and offers what may be chosen", () => {
    for (const table of ["People", "Allocations", "Leave", "Settings"]) {
      expect(model.getters.getNamedRange(table)?.range.zone).toMatchObject({ top: 0, left: 0 });
    }
    expect(noteOn(model.getters, { sheetId: "people", row: 0, col: 0 })).toBeTruthy();
    expect(model.getters.getValidationRuleForCell({ sheetId: "allocations", row: 3, col: 0 })).toBeDefined();
    expect(model.getters.getPaneDivisions("people")).toEqual({ xSplit: 1, ySplit: 1 });
  });
});

test("an empty plan has every table's headings and no rows but the settings'", () => {
  const book = work(planWorkbook("my team", new Map()), booking());
  const rows = new Map(book.map(({ name, cells }) => [name, cells.length]));
  expect([rows.get("People"), rows.get("Allocations")]).toEqual([1, 1]);
  expect(rows.get("Settings")).toBeGreaterThan(5);
});
