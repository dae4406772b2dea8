import { beforeEach, describe, expect, test } from "vitest";
import { type Area, type Book, type Look, step, type Work } from "../../../core/host.ts";
import { commit } from "../../../core/journal/index.ts";
import type { SheetOp, Written } from "../../../core/sheets/ops.ts";
import { work } from "../../../excel/host.ts";
import type { Progress } from "../../../panels/bridge.ts";
import type { CellSnapshot } from "../../support/snapshot.ts";
import type { Host } from "./office/host.ts";
import { install, loadOffice } from "./office/load.ts";
import { parseAddress } from "./office/zones.ts";
import { snapshot } from "./snapshot.ts";

let host: Host;
beforeEach(() => {
  const office = loadOffice();
  install(office);
  ({ host } = office);
  host.sheet("Sheet1").props.Name = "Plan";
  enter("Plan", "A1:B2", [
    ["Person", "Hours"],
    ["Ana", 40],
  ]);
});

const enter = (sheet: string, address: string, values: unknown[][]) =>
  host.sheet(sheet).range(parseAddress(address)!.area).set("Values", values);
const area = (row: number, column: number, rows = 1, columns = 1): Area => ({ row, column, rows, columns });
const put = (cells: readonly (readonly Written[])[], row = 0): SheetOp => ({
  do: "write",
  at: area(row, 0, cells.length, cells[0]!.length),
  cells,
});
function* applying(...ops: SheetOp[]): Work {
  yield* step({ do: "apply", ops: [{ do: "open", sheet: "Out" }, ...ops] });
}
const apply = (...ops: SheetOp[]) => work(applying(...ops));
function* reading(sheet: string, at: Area): Work<readonly (readonly Written[])[]> {
  const [cells] = yield* step({ do: "read", areas: [{ sheet, at }] });
  return cells!;
}
const read = (at: Area, sheet = "Out") => work(reading(sheet, at));
function* looking(): Work<Look> {
  return yield* step({ do: "look" });
}
function* booking(): Work<Book> {
  return yield* step({ do: "book" });
}
const out = () => snapshot(host).sheets.find(({ name }) => name === "Out")!;
const cell = (address: string): CellSnapshot => out().cells.get(address) ?? {};

describe("cells", () => {
  const values: Written[] = [
    "00123",
    "1/2/2026",
    "2026-01-05",
    "Mar 3",
    "=SUM(1)",
    "'quoted",
    "+1",
    "-",
    "@home",
    "12%",
    "TRUE",
    "10:30",
    "https://example.com",
    " 7 ",
    "Zoë",
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

  test("what is written is read back, and nothing turns into anything else", async () => {
    await apply(put(values.map((value) => [value])));
    expect((await read(area(0, 0, values.length))).flat()).toEqual(values);
  });

  test("plain words carry no apostrophe in front", async () => {
    await apply(put([["Person", "Wohlgemuth, Zoë", "Engagement"]]));
    expect(host.largest).toBeGreaterThan(0);
    expect([cell("A1").value, cell("B1").value]).toEqual(["Person", "Wohlgemuth, Zoë"]);
  });

  test("a text column keeps formulas in text as text", async () => {
    await apply({ do: "format", at: area(0, 0, 2), pattern: "@" }, put([["=1+1"], ["007"]]));
    expect((await read(area(0, 0, 2))).flat()).toEqual(["=1+1", "007"]);
  });

  test("the book shows the visible sheets' values from A1 on, blank cells as nothing", async () => {
    enter("Plan", "D4", [["#N/A"]]);
    await apply(put([["x", 5]], 1), { do: "write", at: area(0, 0, 1, 2), cells: [[null, null]] });
    expect(await work(booking())).toEqual([
      {
        name: "Plan",
        cells: [
          ["Person", "Hours", null, null],
          ["Ana", 40, null, null],
          [null, null, null, null],
          [null, null, null, "#N/A"],
        ],
      },
      {
        name: "Out",
        cells: [
          [null, null],
          ["x", 5],
        ],
      },
    ]);
  });

  test("a sheet that is not there reads as nulls", async () => {
    expect(await read(area(0, 0, 1, 2), "Nowhere")).toEqual([[null, null]]);
  });

  test("hundreds of thousands of cells go out and come in, each batch below 4 MB", async () => {
    const rows = Array.from({ length: 12_000 }, (_, i) =>
      Array.from({ length: 12 }, (_, j) => `word ${i}-${j} of a plan`),
    );
    await apply(put(rows));
    expect(await read(area(0, 0, rows.length, 12))).toEqual(rows);
    expect(host.largest).toBeLessThan(4_000_000);
  });

  test("a book that is too large for one answer comes in several", async () => {
    const rows = Array.from({ length: 12_000 }, (_, i) =>
      Array.from({ length: 12 }, (_, j) => `a rather long remark number ${i}-${j}, and more`),
    );
    enter("Plan", "A1:L12000", rows);
    const [plan] = await work(booking());
    expect(plan!.cells).toEqual(rows);
    expect(host.syncs).toBeGreaterThan(4);
  });
});

describe("operations", () => {
  test("clear empties its own rectangle only", async () => {
    await apply(
      put([
        [1, 2, 3],
        [4, 5, 6],
      ]),
      { do: "format", at: area(0, 0, 2, 3), pattern: "0.0%" },
      { do: "paint", at: area(0, 0, 2, 3), look: "input" },
      { do: "rule", at: [area(0, 0, 2, 3)], when: { is: "below", value: 3 }, look: "short" },
      { do: "choose", at: area(0, 0, 2, 3), from: ["1", "2"], strict: false },
      { do: "note", at: area(0, 0), text: "inside" },
      { do: "note", at: area(0, 2), text: "beside" },
      { do: "link", at: area(0, 1), sheet: "Plan", a1: "B2" },
    );
    await apply({ do: "clear", at: area(0, 0, 2, 2) });
    const { cells, rules } = out();
    expect([...cells.keys()]).toEqual(["C1", "C2"]);
    expect(cells.get("C1")).toEqual({
      value: 3,
      format: "0.0%",
      background: "#fffbeb",
      text: "#1f2937",
      bold: false,
      note: "beside",
      choices: "1, 2",
    });
    expect(rules.map(({ areas }) => areas)).toEqual([["C1:C2"]]);
  });

  test("formats and looks", async () => {
    await apply(
      put([[46027, 0.5]]),
      { do: "format", at: area(0, 0), pattern: "yyyy-mm-dd" },
      { do: "paint", at: area(0, 0, 1, 2), look: "heading" },
      { do: "paint", at: area(0, 1), look: "title" },
    );
    const look = { text: "#1f2937", bold: true };
    expect(cell("A1")).toEqual({ value: 46027, format: "yyyy-mm-dd", background: "#e5e7eb", ...look });
    expect(cell("B1")).toEqual({ value: 0.5, ...look });
  });

  test("a rule that holds for 0 leaves blank cells alone, which Excel takes for 0; no other rule does that", async () => {
    const spared = async (when: Extract<SheetOp, { do: "rule" }>["when"]) => {
      await apply({ do: "rule", at: [area(0, 0, 2, 3)], when, look: "tight" });
      const [first, second] = host.sheet("Out").rules;
      host.sheet("Out").rules = [];
      return [first?.node.props.Type, second?.node.props.Type, first?.node.props.StopIfTrue];
    };
    expect(await spared({ is: "between", value: -0.008, to: 8 })).toEqual(["PresetCriteria", "CellValue", true]);
    expect(await spared({ is: "below", value: 0.05 })).toEqual(["PresetCriteria", "CellValue", true]);
    expect(await spared({ is: "above", value: -1 })).toEqual(["PresetCriteria", "CellValue", true]);
    for (const when of [
      { is: "between", value: 0.05, to: 0.2 },
      { is: "below", value: 0 },
      { is: "above", value: 0 },
    ] as const)
      expect(await spared(when)).toEqual(["CellValue", undefined, undefined]);
  });

  test("a rule colours by value: below, above, between, on several rectangles", async () => {
    await apply(
      { do: "rule", at: [area(0, 0, 1, 4)], when: { is: "below", value: -0.008 }, look: "short" },
      { do: "rule", at: [area(0, 0), area(3, 1, 2, 2)], when: { is: "between", value: 1, to: 8 }, look: "tight" },
      { do: "rule", at: [area(0, 0, 1, 4)], when: { is: "above", value: 50 }, look: "spare" },
    );
    expect(out().rules).toEqual([
      { areas: ["A1:D1"], when: { is: "below", value: -0.008 }, background: "#d95f02", text: "#ffffff" },
      { areas: ["A1", "B4:C5"], when: { is: "between", value: 1, to: 8 }, background: "#fdd9b5", text: "#5f2c00" },
      { areas: ["A1:D1"], when: { is: "above", value: 50 }, background: "#c6dbef", text: "#08306b" },
    ]);
  });

  test("a name is found again on a sheet of any name, changed in place and taken away", async () => {
    const own = (at: Area | null): SheetOp => ({ do: "own", name: "Headroom_Out_grid", at });
    await apply(own(area(0, 0, 3, 2)));
    host.sheet("Out").props.Name = "Lena's capacity";
    expect((await work(looking())).owned).toEqual(
      new Map([["Headroom_Out_grid", { sheet: "Lena's capacity", at: area(0, 0, 3, 2) }]]),
    );
    function* moving(at: Area | null): Work {
      yield* step({ do: "apply", ops: [{ do: "open", sheet: "Lena's capacity" }, own(at)] });
    }
    const [item] = host.names.items;
    await work(moving(area(4, 30, 2, 2)));
    expect(snapshot(host).names).toEqual(new Map([["Headroom_Out_grid", "Lena's capacity!AE5:AF6"]]));
    expect(host.names.items[0]).toBe(item);
    await work(moving(null));
    expect((await work(looking())).owned.size).toBe(0);
  });

  test("a name whose cells were deleted is nobody's", async () => {
    await apply({ do: "own", name: "Headroom_Out_grid", at: area(0, 0) });
    host.names.items[0]!.target = null;
    expect((await work(looking())).owned.size).toBe(0);
  });

  test("drop-downs from words, strict or not, and from a named range", async () => {
    await apply(
      { do: "choose", at: area(0, 0, 2), from: ["confirmed", "tentative"], strict: true },
      { do: "choose", at: area(0, 1), from: { name: "Headroom_people" }, strict: false },
    );
    expect([cell("A2").choices, cell("B1").choices]).toEqual(["confirmed, tentative", "Headroom_people"]);
    const alert = (row: number, column: number) => host.sheet("Out").cell(row, column).validation!.ErrorAlert;
    expect([alert(0, 0), alert(0, 1)]).toMatchObject([{ showAlert: true, style: "Stop" }, { showAlert: false }]);
  });

  test("more words than Excel keeps are no drop-down, and no failure either", async () => {
    const from = Array.from({ length: 60 }, (_, i) => `engagement ${i}`);
    await apply(put([["x"]]), { do: "choose", at: area(0, 0), from, strict: true });
    await apply({ do: "choose", at: area(0, 0), from: ["Smith, Ltd", "b"], strict: true });
    expect(cell("A1")).toEqual({ value: "x" });
  });

  test("a link keeps its text and knows its cell", async () => {
    await apply(put([["3 rows"]]), { do: "link", at: area(0, 0), sheet: "Plan", a1: "B2" });
    expect(cell("A1")).toEqual({ value: "3 rows", link: "Plan!B2" });
  });

  test("a long note is cut where Excel's hints end", async () => {
    await apply({ do: "note", at: area(1, 1), text: "x".repeat(300) });
    expect(cell("B2").note).toBe(`${"x".repeat(254)}…`);
  });

  test("freeze and widths", async () => {
    await apply({ do: "freeze", rows: 2, columns: 1 }, { do: "width", column: 1, characters: [20, 5] });
    expect(out().frozen).toEqual({ rows: 2, columns: 1 });
    expect([...host.sheet("Out").widths]).toEqual([
      [1, 112.5],
      [2, 33.75],
    ]);
    await apply({ do: "freeze", rows: 3, columns: 0 });
    expect(out().frozen).toEqual({ rows: 3, columns: 0 });
    await apply({ do: "freeze", rows: 0, columns: 0 });
    expect(out().frozen).toEqual({ rows: 0, columns: 0 });
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
  const rows = [
    ["Week", "Confirmed", "Tentative", "Capacity"],
    ["W1", 10, 5, 20],
    ["W2", 12, 6, 20],
  ];

  test("columns are stacked under a line that is not; series are named by their headings", async () => {
    await apply(put(rows), chart);
    expect(out().charts).toEqual([
      {
        kind: "stacked columns with line",
        title: "Hours a week",
        categories: "A2:A3",
        series: ["B1:B3", "C1:C3", "D1:D3"],
      },
    ]);
    const [drawn] = host.sheet("Out").charts.items;
    expect(drawn!.series.items.map(({ props }) => [props.Name, props.ChartType])).toEqual([
      ["Confirmed", "ColumnStacked"],
      ["Tentative", "ColumnStacked"],
      ["Capacity", "Line"],
    ]);
    expect(drawn!.place).toBe("Out!A7");
  });

  test("a chart drawn again is the same chart with other cells, and can be taken away", async () => {
    await apply(put(rows), chart);
    const [drawn] = host.sheet("Out").charts.items;
    drawn!.place = "moved by the planner";
    await apply(put(rows), {
      ...chart,
      title: "Hours",
      categories: area(1, 0),
      series: [area(0, 1, 2), area(0, 3, 2)],
    });
    expect(host.sheet("Out").charts.items).toEqual([drawn]);
    expect(drawn!.place).toBe("moved by the planner");
    expect(out().charts[0]).toMatchObject({ title: "Hours", categories: "A2", series: ["B1:B2", "D1:D2"] });
    await apply({ do: "unchart", name: "Headroom_Out_chart" });
    expect(out().charts).toEqual([]);
    await apply({ do: "unchart", name: "Headroom_Out_chart" });
  });

  test("plain columns and lines", async () => {
    await apply(put(rows), { ...chart, name: "one", kind: "columns" }, { ...chart, name: "two", kind: "lines" });
    expect(out().charts.map(({ kind }) => kind)).toEqual(["columns", "lines"]);
  });

  test("a new sheet is in sight at once; hiding waits until all is done, showing does not", async () => {
    await work(
      (function* (): Work {
        yield* step({
          do: "apply",
          ops: [{ do: "open", sheet: "Out", hidden: true }, put([[1]]), { do: "show", visible: true }],
        });
      })(),
    );
    expect([out().visible, host.undoCleared]).toEqual([true, []]);
    await apply({ do: "show", visible: false });
    expect(out().visible).toBe(false);
    await apply({ do: "show", visible: true });
    expect(out().visible).toBe(true);
  });

  test("selecting shows the sheet and the cell", async () => {
    await apply(put([[1]]));
    await work(
      (function* (): Work {
        yield* step({ do: "select", sheet: "Out", at: area(2, 1) });
      })(),
    );
    expect([host.active, host.selection!.get("Address")]).toEqual([host.sheet("Out"), "Out!B3"]);
    function* standing(): Work<unknown> {
      return yield* step({ do: "selection" });
    }
    expect(await work(standing())).toEqual({ sheet: "Out", at: area(2, 1) });
  });

  test("taken back between two steps, a change is taken back whole; the pane hears how far it was", async () => {
    await apply(put([["mine"]]));
    const before = out();
    const stop = new AbortController();
    const heard: string[] = [];
    const tell = ({ words, done, of }: Progress) => {
      heard.push(`${words} ${done} of ${of}`);
      if (done === 1) stop.abort();
    };
    const edits = ["x", "y", "z"].map((cell, i) => ({ sheet: "Out", at: area(2 * i, 0), cells: [[cell]] }));
    await expect(work(commit({ title: "Three cells", edits }), { tell, signal: stop.signal })).rejects.toThrow(
      "Cancelled: nothing was changed.",
    );
    expect(heard.slice(0, 2)).toEqual(["Writing 0 of 3", "Writing 1 of 3"]);
    expect(out().cells).toEqual(before.cells);
  });

  test("operations without an open sheet are a mistake", async () => {
    function* lost(): Work {
      yield* step({ do: "apply", ops: [put([[1]])] });
    }
    await expect(work(lost())).rejects.toThrow('"write" needs an open sheet');
  });
});

describe("the journal's place", () => {
  function* keep(): Work<unknown> {
    const none = yield* step({ do: "stored", slot: 0 });
    yield* step({
      do: "store",
      slot: 1,
      cells: [
        ['h{"a":1}.', "=x"],
        ["007", null],
      ],
    });
    yield* step({ do: "raise", flag: '{"state":"prepared"}' });
    yield* step({ do: "store", slot: 1, cells: [["=x"]] });
    return [none, yield* step({ do: "stored", slot: 1 }), yield* step({ do: "look" })];
  }

  test("its texts and its flag are kept out of sight and out of the book", async () => {
    const [none, kept, look] = (await work(keep())) as [unknown, unknown, Look];
    expect(none).toBeNull();
    expect(kept).toEqual([["=x"]]);
    expect([look.flag, look.sheets]).toEqual(['{"state":"prepared"}', ["Plan"]]);
    expect((await work(booking())).map(({ name }) => name)).toEqual(["Plan"]);
    expect(host.sheets.items.map(({ props }) => props.Visibility)).toEqual(["Visible", "VeryHidden", "VeryHidden"]);
  });
});
