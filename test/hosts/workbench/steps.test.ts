import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Area, type Book, type Look, step, type Work } from "../../../core/host.ts";
import type { SheetOp, Written } from "../../../core/sheets/ops.ts";
import type { Model } from "../../../workbench/engine.ts";
import { work } from "../../../workbench/host.ts";
import { linkIn } from "../../../workbench/sheet/links.ts";
import { noteOn, remarks } from "../../../workbench/sheet/remarks.ts";
import { install, workbookOf } from "../../../workbench/workbook.ts";
import { seen, type } from "../../support/workbench.ts";

beforeAll(() => install([]));

let model: Model;
beforeEach(() => {
  model = workbookOf({
    sheets: [{ id: "plan", name: "Plan", cells: { A1: "Person", B1: "Hours", A2: "Ana", B2: "40" } }],
  });
});

const area = (row: number, column: number, rows = 1, columns = 1): Area => ({ row, column, rows, columns });
const sheetId = (name: string) => model.getters.getSheetIdByName(name)!;
const at = (name: string, row: number, col: number) => ({ sheetId: sheetId(name), row, col });

function* applying(...ops: SheetOp[]): Work {
  yield* step({ do: "apply", ops: [{ do: "open", sheet: "Out" }, ...ops] });
}
const apply = (...ops: SheetOp[]) => work(model, applying(...ops));
const put = (cells: readonly (readonly Written[])[], row = 0): SheetOp => ({
  do: "write",
  at: area(row, 0, cells.length, cells[0]!.length),
  cells,
});
function* reading(sheet: string, where: Area): Work<readonly (readonly Written[])[]> {
  const [cells] = yield* step({ do: "read", areas: [{ sheet, at: where }] });
  return cells!;
}
const read = (where: Area, sheet = "Out") => work(model, reading(sheet, where));
function* looking(): Work<Look> {
  return yield* step({ do: "look" });
}
function* booking(): Work<Book> {
  return yield* step({ do: "book" });
}

describe("cells", () => {
  const values: Written[] = [
    "00123",
    "1/2/2026",
    "2026-01-05",
    "=SUM(1)",
    "'quoted",
    "+1",
    "-",
    "12%",
    "TRUE",
    "[a](b)",
    "https://example.com",
    " 7 ",
    1.5,
    0,
    -3,
    1e-7,
    1e21,
    46027,
    true,
    false,
    null,
    { formula: "=1+1" },
  ];

  test("what is written is read back, and nothing turns into anything else", () => {
    apply(put(values.map((value) => [value])));
    expect(read(area(0, 0, values.length)).flat()).toEqual(values);
  });

  test("text that looks like a formula shows as text", () => {
    apply(put([["=1+1", '=HYPERLINK("x")']]));
    expect(seen(model, "Out", "A1").value).toBe("=1+1");
    expect(seen(model, "Out", "B1").value).toBe('=HYPERLINK("x")');
  });

  test("a text column keeps formulas in text as text, and numbers as numbers", () => {
    apply({ do: "format", at: area(0, 0, 3), pattern: "@" }, put([["=1+1"], [5], ["007"]]));
    expect(read(area(0, 0, 3)).flat()).toEqual(["=1+1", 5, "007"]);
    expect(seen(model, "Out", "A1").value).toBe("=1+1");
  });

  test("the book shows values, and what was written a moment ago", () => {
    function* writeThenLook(): Work<Book> {
      yield* applying(put([[{ formula: "=Plan!B2*2" }, "x"]]));
      return yield* step({ do: "book" });
    }
    expect(work(model, writeThenLook())).toEqual([
      {
        name: "Plan",
        cells: [
          ["Person", "Hours"],
          ["Ana", 40],
        ],
      },
      { name: "Out", cells: [[80, "x"]] },
    ]);
  });

  test("a sheet that is not there reads as nulls, and so does the far side of a sheet's end", () => {
    expect(read(area(0, 0, 1, 2), "Nowhere")).toEqual([[null, null]]);
    expect(read(area(2000, 0, 1, 2), "Plan")).toEqual([[null, null]]);
  });

  test("a block below the last row makes the sheet longer", () => {
    apply(put([["far"]], 1500));
    expect(read(area(1500, 0))).toEqual([["far"]]);
  });
});

describe("operations", () => {
  test("clear empties its own rectangle only", () => {
    const at4 = area(0, 0, 2, 2);
    apply(
      put([
        [1, 2, 3],
        [4, 5, 6],
      ]),
      { do: "format", at: area(0, 0, 2, 3), pattern: "0.0%" },
      { do: "rule", at: [area(0, 0, 2, 3)], when: { is: "below", value: 3 }, look: "short" },
      { do: "choose", at: area(0, 0, 2, 3), from: ["1", "2"], strict: false },
      { do: "note", at: area(0, 0), text: "inside" },
      { do: "note", at: area(0, 2), text: "beside" },
    );
    apply({ do: "clear", at: at4 });
    expect(read(area(0, 0, 2, 3))).toEqual([
      [null, null, 3],
      [null, null, 6],
    ]);
    expect(model.getters.getCell(at("Out", 0, 0))?.format ?? "").toBe("");
    expect(model.getters.getCell(at("Out", 0, 2))?.format).toBe("0.0%");
    expect(model.getters.getConditionalFormats(sheetId("Out")).map(({ ranges }) => ranges)).toEqual([["C1:C2"]]);
    expect(model.getters.getValidationRuleForCell(at("Out", 0, 0))).toBeUndefined();
    expect(model.getters.getValidationRuleForCell(at("Out", 0, 2))).toBeDefined();
    expect([noteOn(model.getters, at("Out", 0, 0)), noteOn(model.getters, at("Out", 0, 2))]).toEqual([
      undefined,
      "beside",
    ]);
  });

  test("formats and looks", () => {
    apply(
      put([[46027, 0.5]]),
      { do: "format", at: area(0, 0), pattern: "yyyy-mm-dd" },
      { do: "format", at: area(0, 1), pattern: "0.0%" },
      { do: "paint", at: area(0, 0, 1, 2), look: "heading" },
    );
    const shown = (col: number) => model.getters.getEvaluatedCell(at("Out", 0, col)).formattedValue;
    expect([shown(0), shown(1)]).toEqual(["2026-01-05", "50.0%"]);
    expect(model.getters.getCellComputedStyle(at("Out", 0, 1))).toMatchObject({ bold: true, fillColor: "#e5e7eb" });
  });

  test("a rule colours by value: below, above, between", () => {
    apply(
      put([[-1, 5, 99, null]]),
      { do: "rule", at: [area(0, 0, 1, 4)], when: { is: "below", value: 0 }, look: "short" },
      { do: "rule", at: [area(0, 0, 1, 4)], when: { is: "between", value: 1, to: 8 }, look: "tight" },
      { do: "rule", at: [area(0, 0, 1, 4)], when: { is: "above", value: 50 }, look: "spare" },
    );
    const fill = (col: number) => model.getters.getCellComputedStyle(at("Out", 0, col)).fillColor;
    expect([fill(0), fill(1), fill(2), fill(3)]).toEqual(["#d95f02", "#fdd9b5", "#c6dbef", undefined]);
  });

  test("a name follows rows a planner inserts and a sheet they rename", () => {
    apply(put([[1]]), { do: "own", name: "Headroom_Out_grid", at: area(0, 0, 3, 2) });
    const id = sheetId("Out");
    const rows = { sheetId: id, sheetName: "Out", dimension: "ROW", base: 0, quantity: 2, position: "before" } as const;
    model.dispatch("ADD_COLUMNS_ROWS", rows);
    model.dispatch("RENAME_SHEET", { sheetId: id, oldName: "Out", newName: "Mine" });
    expect(work(model, looking()).owned).toEqual(
      new Map([["Headroom_Out_grid", { sheet: "Mine", at: area(2, 0, 3, 2) }]]),
    );
    work(
      model,
      (function* (): Work {
        yield* step({
          do: "apply",
          ops: [
            { do: "open", sheet: "Mine" },
            { do: "own", name: "Headroom_Out_grid", at: null },
          ],
        });
      })(),
    );
    expect(work(model, looking()).owned.size).toBe(0);
  });

  test("drop-downs from words, strict or not, and from a named range", () => {
    apply(
      { do: "own", name: "Names", at: area(5, 0, 2) },
      { do: "choose", at: area(0, 0, 2), from: ["confirmed", "tentative"], strict: true },
      { do: "choose", at: area(0, 1), from: { name: "Names" }, strict: false },
    );
    expect(model.getters.getValidationRuleForCell(at("Out", 1, 0))).toMatchObject({
      criterion: { type: "isValueInList", values: ["confirmed", "tentative"] },
      isBlocking: true,
    });
    expect(model.getters.getValidationRuleForCell(at("Out", 0, 1))).toMatchObject({
      criterion: { type: "isValueInRange", values: ["A6:A7"] },
    });
  });

  test("a link keeps its text and knows its cell, on a sheet of any name", () => {
    apply(put([["3 rows"]]), { do: "link", at: area(0, 0), sheet: "plan", a1: "B2" });
    expect(seen(model, "Out", "A1").value).toBe("3 rows");
    expect(read(area(0, 0))).toEqual([["3 rows"]]);
    expect(linkIn(model.getters.getCell(at("Out", 0, 0)) ? contentOf("Out", 0, 0) : "")).toEqual({
      label: "3 rows",
      sheetId: "plan",
      a1: "B2",
    });
  });

  test("a note follows inserted rows", () => {
    apply({ do: "note", at: area(1, 1), text: "Hours a week" });
    const rows = {
      sheetId: sheetId("Out"),
      sheetName: "Out",
      dimension: "ROW",
      base: 0,
      quantity: 1,
      position: "before",
    } as const;
    model.dispatch("ADD_COLUMNS_ROWS", rows);
    expect([noteOn(model.getters, at("Out", 1, 1)), noteOn(model.getters, at("Out", 2, 1))]).toEqual([
      undefined,
      "Hours a week",
    ]);
    model.dispatch("REQUEST_UNDO");
    expect(noteOn(model.getters, at("Out", 1, 1))).toBe("Hours a week");
  });

  test("show, freeze, widths", () => {
    apply(
      { do: "show", visible: false },
      { do: "freeze", rows: 2, columns: 1 },
      { do: "width", column: 1, characters: [20, 5] },
    );
    const id = sheetId("Out");
    expect(model.getters.isSheetVisible(id)).toBe(false);
    expect(model.getters.getPaneDivisions(id)).toEqual({ xSplit: 1, ySplit: 2 });
    expect([model.getters.getColSize(id, 1), model.getters.getColSize(id, 2)]).toEqual([150, 45]);
    apply({ do: "show", visible: true }, { do: "freeze", rows: 0, columns: 0 });
    expect(model.getters.isSheetVisible(id)).toBe(true);
    expect(model.getters.getPaneDivisions(id)).toEqual({ xSplit: 0, ySplit: 0 });
  });

  test("no columns are frozen whose end would cut a sentence off, whichever of them it begins in", () => {
    const frozen = (cells: readonly (readonly (string | null)[])[]) => {
      apply({ do: "write", at: area(0, 0, 2, 3), cells }, { do: "freeze", rows: 0, columns: 2 });
      return model.getters.getPaneDivisions(sheetId("Out")).xSplit;
    };
    const sentence = "Filter an engagement and a month: its lines add up to what the sheet Margin shows.";
    const below = ["Portal", "Jan 2026", "Sue"];
    expect(frozen([[sentence, null, null], below])).toBe(0);
    expect(frozen([["", sentence, null], below])).toBe(0);
    expect(frozen([[sentence, "Jan 2026", null], below])).toBe(2);
    expect(frozen([["Line by line", null, null], below])).toBe(2);
  });

  const chart: SheetOp = {
    do: "chart",
    name: "Headroom_Out_chart",
    kind: "stacked columns with line",
    title: "Hours a week",
    about: "Demand rises above capacity in March.",
    categories: area(1, 0, 2),
    series: [area(0, 1, 3), area(0, 2, 3), area(0, 3, 3)],
    at: { row: 6, column: 0 },
  };

  test("columns are stacked under a line that is not", () => {
    apply(
      put([
        ["Week", "Confirmed", "Tentative", "Capacity"],
        ["1", 10, 5, 20],
        ["2", 12, 6, 20],
      ]),
      chart,
    );
    const runtime = model.getters.getChartRuntime("Headroom_Out_chart") as unknown as {
      chartJsConfig: {
        data: { datasets: { type: string; label: string }[] };
        options: { scales: Record<string, { stacked: boolean }> };
      };
    };
    expect(runtime.chartJsConfig.data.datasets.map(({ label, type }) => [label, type])).toEqual([
      ["Confirmed", "bar"],
      ["Tentative", "bar"],
      ["Capacity", "line"],
    ]);
    expect(runtime.chartJsConfig.options.scales.y?.stacked).toBe(true);
    expect(remarks(model.getters).getHeadroomCharts()).toEqual([{ figureId: "Headroom_Out_chart", text: chart.about }]);
  });

  test("a chart drawn twice is one chart, and can be taken away", () => {
    apply(put([["Week", "A", "B", "C"]]), chart);
    apply({ ...chart, title: "Hours" });
    expect(model.getters.getChartIds(sheetId("Out"))).toEqual(["Headroom_Out_chart"]);
    expect(model.getters.getChartDefinition("Headroom_Out_chart").title).toMatchObject({ text: "Hours" });
    apply({ do: "unchart", name: "Headroom_Out_chart" });
    expect(model.getters.getChartIds(sheetId("Out"))).toEqual([]);
  });
});

describe("the journal", () => {
  function* keep(): Work<unknown> {
    yield* step({
      do: "store",
      slot: 1,
      cells: [
        ['{"a":1}', "=x"],
        ["007", null],
      ],
    });
    yield* step({ do: "raise", flag: '{"state":"prepared"}' });
    yield* step({ do: "store", slot: 1, cells: [["=x"]] });
    return [
      yield* step({ do: "stored", slot: 0 }),
      yield* step({ do: "stored", slot: 1 }),
      yield* step({ do: "look" }),
    ];
  }

  test("its texts and its flag are kept out of sight and out of the book", () => {
    const [none, kept, look] = work(model, keep()) as [unknown, unknown, Look];
    expect(none).toBeNull();
    expect(kept).toEqual([["=x"]]);
    expect([look.flag, look.sheets]).toEqual(['{"state":"prepared"}', ["Plan"]]);
    expect(work(model, booking()).map(({ name }) => name)).toEqual(["Plan"]);
    expect(model.getters.getVisibleSheetIds()).toEqual(["plan"]);
  });
});

describe("one action is one undo step", () => {
  test("everything a piece of work did goes with one undo", () => {
    function* much(): Work {
      yield* applying(
        put([[1]]),
        { do: "own", name: "Headroom_x", at: area(0, 0) },
        { do: "note", at: area(0, 0), text: "n" },
      );
      yield* step({ do: "raise", flag: "done" });
      yield* step({ do: "apply", ops: [{ do: "open", sheet: "Plan" }, put([["Name"]])] });
    }
    work(model, much());
    model.dispatch("REQUEST_UNDO");
    expect(model.getters.getSheetIds()).toEqual(["plan"]);
    expect(work(model, looking())).toEqual({
      owned: new Map(),
      flag: null,
      names: [],
      named: new Map(),
      sheets: ["Plan"],
    });
    expect(seen(model, "Plan", "A1").value).toBe("Person");
    model.dispatch("REQUEST_REDO");
    expect(seen(model, "Plan", "A1").value).toBe("Name");
  });

  test("work that fails half-way leaves nothing behind, keeps what was there, and the workbook goes on", () => {
    type(model, "Plan", "B2", "32");
    function* failing(): Work {
      yield* applying(put([[1]]));
      throw new Error("no");
    }
    expect(() => work(model, failing())).toThrow("no");
    expect(model.getters.getSheetIds()).toEqual(["plan"]);
    type(model, "Plan", "C2", "=B2*2");
    expect(seen(model, "Plan", "C2").value).toBe(64);
  });

  test("work that changed nothing before it failed takes nothing back", () => {
    type(model, "Plan", "B2", "32");
    function* failing(): Work {
      yield* step({ do: "apply", ops: [{ do: "open", sheet: "Plan" }, put([["Person"]])] });
      throw new Error("no");
    }
    expect(() => work(model, failing())).toThrow("no");
    expect(seen(model, "Plan", "B2").value).toBe(32);
  });

  test("what the engine refuses is said, and undone", () => {
    expect(() => apply(put([[1]]), { do: "own", name: "A1", at: area(0, 0) })).toThrow(/CREATE_NAMED_RANGE/);
    expect(model.getters.getSheetIds()).toEqual(["plan"]);
  });

  test("selecting shows the sheet and the cell", () => {
    apply(put([[1]]));
    function* go(): Work {
      yield* step({ do: "select", sheet: "Out", at: area(2, 1) });
    }
    work(model, go());
    expect([model.getters.getActiveSheetId(), model.getters.getActivePosition()]).toMatchObject([
      sheetId("Out"),
      { row: 2, col: 1 },
    ]);
    function* standing(): Work<unknown> {
      return yield* step({ do: "selection" });
    }
    expect(work(model, standing())).toEqual({ sheet: "Out", at: area(2, 1) });
  });
});

function contentOf(sheet: string, row: number, col: number): string {
  const cell = model.getters.getCell(at(sheet, row, col));
  return cell && !cell.isFormula ? cell.content : "";
}
