import { describe, expect, test } from "vitest";
import { type Area, type Look, step, type Work } from "../../../core/host.ts";
import type { SheetOp, Written } from "../../../core/sheets/ops.ts";
import { typeIn } from "./addon.ts";
import { newBook, sheetOf } from "./fake/state.ts";
import { hosted } from "./hosted.ts";
import { snapshot } from "./snapshot.ts";

const area = (row: number, column: number, rows = 1, columns = 1): Area => ({ row, column, rows, columns });
const OUT: SheetOp = { do: "open", sheet: "Out" };
const put = (cells: readonly (readonly Written[])[], row = 0): SheetOp => ({
  do: "write",
  at: area(row, 0, cells.length, cells[0]!.length),
  cells,
});
function* reading(sheet: string, at: Area): Work<readonly (readonly Written[])[]> {
  const [cells] = yield* step({ do: "read", areas: [{ sheet, at }] });
  return cells!;
}
function* looking(): Work<Look> {
  return yield* step({ do: "look" });
}
/** Values come from another script context: compare plain copies. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function workbench() {
  const here = hosted();
  return {
    ...here,
    read: (at: Area, sheet = "Out") => plain(here.work(reading(sheet, at))) as Written[][],
    out: () => snapshot(here.book).sheets.find(({ name }) => name === "Out")!,
  };
}

describe("cells", () => {
  const VALUES: Written[] = [
    "00123",
    "1/2/2026",
    "2026-01-05",
    "=SUM(1)",
    "'=1",
    "''=1",
    "＝1",
    "'quoted",
    "+A1",
    "-",
    "-5",
    "@x",
    "12%",
    "TRUE",
    "#N/A",
    "\t=1",
    " 7 ",
    "é😀",
    "__proto__",
    1.5,
    0,
    -3,
    1e-7,
    46027,
    true,
    false,
    null,
    { formula: "=1+1" },
  ];

  test("what is written is read back, and nothing turns into anything else", () => {
    const { apply, read, out } = workbench();
    apply(OUT, put(VALUES.map((value) => [value])));
    expect(read(area(0, 0, VALUES.length)).flat()).toEqual(VALUES);
    expect([...out().cells.values()].filter(({ formula }) => formula !== undefined)).toEqual([{ formula: "=1+1" }]);
  });

  test("the same in cells with the text format, which keep it", () => {
    const texts = VALUES.filter((value) => typeof value === "string");
    const { apply, read, out } = workbench();
    apply(OUT, { do: "format", at: area(0, 0, texts.length), pattern: "@" }, put(texts.map((value) => [value])));
    expect(read(area(0, 0, texts.length)).flat()).toEqual(texts);
    expect([...out().cells.values()].every(({ format, formula }) => format === "@" && formula === undefined)).toBe(
      true,
    );
  });

  test("a number with a date format is read back as its day number", () => {
    const { apply, read } = workbench();
    apply(OUT, { do: "format", at: area(0, 0), pattern: "yyyy-mm-dd" }, put([[46027]]));
    expect(read(area(0, 0))).toEqual([[46027]]);
  });

  test("a sheet that is not there reads as nulls, and so does the far side of a sheet's end", () => {
    const { apply, read } = workbench();
    apply(OUT, put([["x"]]));
    expect(read(area(0, 0, 1, 2), "Nowhere")).toEqual([[null, null]]);
    expect(read(area(999, 25, 2, 2))).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  test("a block beyond the sheet's end makes the sheet larger", () => {
    const { apply, read, book } = workbench();
    apply(OUT, { do: "write", at: area(1500, 40), cells: [["far"]] });
    expect(read(area(1500, 40))).toEqual([["far"]]);
    expect([sheetOf(book, "Out").maxRows, sheetOf(book, "Out").maxColumns]).toEqual([1501, 41]);
  });

  test("the book shows every visible sheet from A1 to its last cell, days as day numbers", () => {
    const { work, apply, book } = workbench();
    typeIn(book, "Sheet1", [
      [null, "Person"],
      [46027, "Ana"],
    ]);
    apply(OUT, { do: "show", visible: false }, put([["secret"]]));
    function* booking(): Work<unknown> {
      yield* step({ do: "store", slot: 0, cells: [["hx."]] });
      return yield* step({ do: "book" });
    }
    expect(plain(work(booking()))).toEqual([
      {
        name: "Sheet1",
        cells: [
          [null, "Person"],
          [46027, "Ana"],
        ],
      },
    ]);
  });
});

describe("operations", () => {
  test("clear empties its own rectangle of everything, and nothing beside it", () => {
    const { apply, out } = workbench();
    apply(
      OUT,
      put([
        [1, 2, 3],
        [4, 5, 6],
      ]),
      { do: "format", at: area(0, 0, 2, 3), pattern: "0.0%" },
      { do: "paint", at: area(0, 0, 2, 3), look: "heading" },
      { do: "rule", at: [area(0, 0, 2, 3)], when: { is: "below", value: 3 }, look: "short" },
      { do: "choose", at: area(0, 0, 2, 3), from: ["1", "2"], strict: false },
      { do: "note", at: area(0, 0), text: "inside" },
      { do: "note", at: area(0, 2), text: "beside" },
    );
    apply(OUT, { do: "clear", at: area(0, 0, 2, 2) });
    const beside = { format: "0.0%", background: "#e5e7eb", text: "#1f2937", bold: true, choices: "1, 2" };
    expect([...out().cells]).toEqual([
      ["C1", { value: 3, ...beside, note: "beside" }],
      ["C2", { value: 6, ...beside }],
    ]);
    expect(out().rules.map(({ areas }) => areas)).toEqual([["C1:C2"]]);
  });

  test("the planner's own rules stay as they are", () => {
    const { apply, book, out } = workbench();
    apply(OUT, put([[1]]), { do: "rule", at: [area(0, 0)], when: { is: "above", value: 0 }, look: "short" });
    const own = { kind: "NUMBER_LESS_THAN", values: [0], background: "#ff0000", color: null, bold: null };
    const gradient = { kind: "GRADIENT", values: [], background: null, color: null, bold: null };
    const everywhere = [{ row: 1, column: 1, rows: 1000, columns: 26 }];
    const sheet = sheetOf(book, "Out");
    sheet.rules = [{ ...own, ranges: everywhere }, ...sheet.rules, { ...gradient, ranges: everywhere }];
    apply(OUT, { do: "clear", at: area(0, 0) });
    expect(out().rules.map(({ when, areas }) => [when.is, areas])).toEqual([
      ["below", ["A1:Z1000"]],
      ["GRADIENT", ["A1:Z1000"]],
    ]);
  });

  test("rules compare with below, above and between, in their order", () => {
    const { apply, out } = workbench();
    apply(
      OUT,
      { do: "rule", at: [area(0, 0, 2), area(0, 3, 2)], when: { is: "below", value: 0 }, look: "short" },
      { do: "rule", at: [area(0, 0)], when: { is: "between", value: 1, to: 8 }, look: "tight" },
      { do: "rule", at: [area(0, 0)], when: { is: "above", value: 50 }, look: "spare" },
    );
    expect(out().rules).toEqual([
      { areas: ["A1:A2", "D1:D2"], when: { is: "below", value: 0 }, background: "#d95f02", text: "#ffffff" },
      { areas: ["A1"], when: { is: "between", value: 1, to: 8 }, background: "#fdd9b5", text: "#5f2c00" },
      { areas: ["A1"], when: { is: "above", value: 50 }, background: "#c6dbef", text: "#08306b" },
    ]);
  });

  test("a white look leaves the grid lines", () => {
    const { apply, out } = workbench();
    apply(OUT, { do: "paint", at: area(0, 0), look: "heading" }, { do: "paint", at: area(0, 0), look: "title" });
    expect(out().cells.get("A1")).toEqual({ text: "#1f2937", bold: true });
  });

  test("a name is found with its sheet and place, and is taken away; others are not ours", () => {
    const { apply, work, book } = workbench();
    apply(
      OUT,
      { do: "own", name: "Headroom_Out_grid", at: area(2, 1, 3, 2) },
      { do: "own", name: "People", at: area(0, 0) },
    );
    sheetOf(book, "Out").name = "Mine";
    expect([...work(looking()).owned]).toEqual([["Headroom_Out_grid", { sheet: "Mine", at: area(2, 1, 3, 2) }]]);
    apply({ do: "open", sheet: "mine" }, { do: "own", name: "Headroom_Out_grid", at: null });
    expect([...book.names.keys()]).toEqual(["People"]);
    expect(plain(work(looking()).sheets)).toEqual(["Sheet1", "Mine"]);
  });

  test("a name whose sheet the planner deleted is not found", () => {
    const { apply, work, book } = workbench();
    apply(OUT, { do: "own", name: "Headroom_Out_grid", at: area(0, 0) });
    book.sheets = book.sheets.filter(({ name }) => name !== "Out");
    expect(work(looking()).owned.size).toBe(0);
  });

  test("our blocks warn whoever types into them, once, and forbid nothing", () => {
    const { apply, book } = workbench();
    const own: SheetOp = { do: "own", name: "Headroom_Out_grid", at: area(0, 0, 3, 2) };
    apply(OUT, own, { do: "own", name: "People", at: area(9, 9) });
    apply(OUT, { ...own, at: area(0, 0, 5, 2) });
    expect(book.protections.map(({ place, warningOnly }) => [place.at.rows, warningOnly])).toEqual([[5, true]]);
    apply(OUT, { ...own, at: null });
    expect(book.protections).toEqual([]);
  });

  test("drop-downs from words, strict or not, and from a named range", () => {
    const { apply, book, out } = workbench();
    apply(
      OUT,
      { do: "own", name: "Names", at: area(5, 0, 2) },
      { do: "choose", at: area(0, 0, 2), from: ["confirmed", "tentative"], strict: true },
      { do: "choose", at: area(0, 1), from: { name: "Names" }, strict: false },
      { do: "choose", at: area(0, 2), from: { name: "Nowhere" }, strict: false },
    );
    expect([...out().cells].map(([at, { choices }]) => [at, choices])).toEqual([
      ["A1", "confirmed, tentative"],
      ["A2", "confirmed, tentative"],
      ["B1", "Names"],
    ]);
    const allows = (key: string) => sheetOf(book, "Out").cells.get(key)!.validation!.allowInvalid;
    expect([allows("1,1"), allows("1,2")]).toEqual([false, true]);
  });

  test("a link keeps its text and leads to a cell, also when its sheet is renamed", () => {
    const { apply, book, out, read } = workbench();
    apply(OUT, put([["3 rows"], ["2 rows"], [7]]), { do: "link", at: area(0, 0), sheet: "Sheet1", a1: "B2" });
    apply(
      OUT,
      { do: "link", at: area(1, 0), sheet: "Nowhere", a1: "B2" },
      { do: "link", at: area(2, 0), sheet: "Sheet1", a1: "B2" },
    );
    sheetOf(book, "Sheet1").name = "Plan";
    expect([...out().cells.values()]).toEqual([
      { value: "3 rows", link: "Plan!B2" },
      { value: "2 rows" },
      { value: 7 },
    ]);
    expect(read(area(0, 0))).toEqual([["3 rows"]]);
  });

  test("show, freeze, widths", () => {
    const { apply, book, out } = workbench();
    apply(
      { do: "open", sheet: "Out", hidden: true },
      { do: "freeze", rows: 2, columns: 1 },
      { do: "width", column: 1, characters: [20, 5] },
    );
    expect([out().visible, out().frozen]).toEqual([false, { rows: 2, columns: 1 }]);
    expect([...sheetOf(book, "Out").widths]).toEqual([
      [2, 150],
      [3, 45],
    ]);
    apply(OUT, { do: "show", visible: true });
    expect(out().visible).toBe(true);
  });

  test("making a sheet leaves the planner where they are, and selecting takes them there", () => {
    const { apply, work, book } = workbench();
    apply(OUT, put([[1]]));
    expect(book.active).toBe(sheetOf(book, "Sheet1").id);
    work(
      (function* (): Work {
        yield* step({ do: "select", sheet: "Out", at: area(4, 1) });
        yield* step({ do: "select", sheet: "Nowhere", at: area(4, 1) });
      })(),
    );
    expect(book.selection).toBe("Out 5,2 1x1");
  });

  test("says where the planner stands, and that they stand nowhere", () => {
    const { apply, work } = workbench();
    function* standing(): Work<unknown> {
      return yield* step({ do: "selection" });
    }
    function* go(): Work {
      yield* step({ do: "select", sheet: "Out", at: area(4, 1, 2, 3) });
    }
    expect(work(standing())).toBeNull();
    apply(OUT, put([[1]]));
    work(go());
    expect(plain(work(standing()))).toEqual({ sheet: "Out", at: area(4, 1, 2, 3) });
  });

  test("an operation without an open sheet is a mistake of ours", () => {
    const { apply } = workbench();
    expect(() => apply(put([[1]]))).toThrow('"write" needs an open sheet before it.');
  });
});

describe("charts", () => {
  const CHART: Extract<SheetOp, { do: "chart" }> = {
    do: "chart",
    name: "Headroom_Out_weeks_chart",
    kind: "stacked columns with line",
    title: "Hours a week",
    about: "Demand rises above capacity in March.",
    categories: area(1, 0, 3),
    series: [area(1, 1, 3), area(1, 2, 3), area(1, 3, 3)],
    at: { row: 6, column: 5 },
  };
  const chartOf = ({ book }: ReturnType<typeof workbench>) => sheetOf(book, "Out").charts[0]!;

  test("columns stand on one another under a line that does not", () => {
    const here = workbench();
    here.apply(OUT, CHART);
    expect(here.out().charts).toEqual([
      { kind: CHART.kind, title: CHART.title, categories: "A2:A4", series: ["B2:B4", "C2:C4", "D2:D4"] },
    ]);
    const { options, headers, anchor } = chartOf(here);
    expect(plain(options.get("series"))).toMatchObject({ 2: { type: "line", color: "#1f2937" } });
    expect([headers, anchor.slice(0, 2)]).toEqual([1, [7, 6]]);
  });

  test.each(["columns", "lines"] as const)("%s", (kind) => {
    const here = workbench();
    here.apply(OUT, { ...CHART, kind });
    expect(here.out().charts[0]).toMatchObject({ kind, title: CHART.title });
  });

  test("a chart is drawn anew where the planner put it, whatever they call it", () => {
    const here = workbench();
    here.apply(OUT, CHART);
    const { id, options } = chartOf(here);
    const renamed = { ...chartOf(here), anchor: [30, 2, 0, 0], options: new Map([...options, ["title", "Mine"]]) };
    sheetOf(here.book, "Out").charts = [renamed];
    here.apply(OUT, { ...CHART, series: [area(1, 1, 5)] });
    expect([here.out().charts.length, chartOf(here).id, chartOf(here).anchor]).toEqual([1, id, [30, 2, 0, 0]]);
    expect(here.out().charts[0]!.series).toEqual(["B2:B6"]);
  });

  test("in a copy that lost its metadata the title tells which chart is ours; the planner's own charts stay", () => {
    const here = workbench();
    here.apply(OUT, CHART);
    const sheet = sheetOf(here.book, "Out");
    sheet.metadata = [];
    sheet.charts.push({ ...chartOf(here), id: 77, options: new Map([["title", "My own"]]) });
    here.apply(OUT, CHART);
    expect(here.out().charts.map(({ title }) => title)).toEqual(["Hours a week", "My own"]);
    here.apply(OUT, { do: "unchart", name: CHART.name });
    expect(here.out().charts.map(({ title }) => title)).toEqual(["My own"]);
    expect(sheet.metadata).toEqual([]);
  });

  test("a chart the planner deleted comes back once", () => {
    const here = workbench();
    here.apply(OUT, CHART);
    sheetOf(here.book, "Out").charts = [];
    here.apply(OUT, CHART);
    here.apply(OUT, CHART);
    expect(here.out().charts.length).toBe(1);
  });
});

describe("the journal's places", () => {
  function* storing(slot: 0 | 1, cells: readonly (readonly string[])[]): Work<unknown> {
    yield* step({ do: "store", slot, cells });
    return yield* step({ do: "stored", slot });
  }

  test("a slot holds its last texts only, on a sheet that nobody sees", () => {
    const { work, book } = workbench();
    expect(plain(work(storing(1, [["h=1."], ["h2."], ["h3."]])))).toEqual([["h=1."], ["h2."], ["h3."]]);
    expect(plain(work(storing(1, [["h4."]])))).toEqual([["h4."]]);
    expect(plain(work(storing(1, [])))).toEqual([]);
    expect(sheetOf(book, "Headroom journal 2").hidden).toBe(true);
    expect(plain(work(looking()).sheets)).toEqual(["Sheet1"]);
  });

  test("an empty slot is null, and the flag is a property of the document", () => {
    const { work, book } = workbench();
    function* raising(): Work<unknown> {
      const empty = yield* step({ do: "stored", slot: 0 });
      yield* step({ do: "raise", flag: '{"state":"done"}' });
      return [empty, (yield* step({ do: "look" })).flag];
    }
    expect(plain(work(raising()))).toEqual([null, '{"state":"done"}']);
    expect([...book.properties.values()]).toEqual(['{"state":"done"}']);
  });
});

describe("two people at once", () => {
  test("the second is told so and changes nothing", () => {
    const { fake, apply, book } = workbench();
    fake.lockHeld = true;
    expect(() => apply(OUT, put([[1]]))).toThrow("Somebody else is using Headroom in this spreadsheet right now");
    expect(book.sheets.length).toBe(1);
  });

  test("the lock is given back after everything is in the sheet, also when something fails", () => {
    const { fake, apply } = workbench();
    apply(OUT, put([[1]]));
    expect(fake.gate.log[fake.gate.log.length - 1]).toBe("SpreadsheetApp.flush");
    expect(() => apply(put([[1]]))).toThrow("needs an open sheet");
    expect(fake.lockHeld).toBe(false);
  });
});

test("a new spreadsheet is empty", () => {
  expect(snapshot(newBook()).sheets.map(({ name, cells }) => [name, cells.size])).toEqual([["Sheet1", 0]]);
});
