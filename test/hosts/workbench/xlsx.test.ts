// @vitest-environment jsdom
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { type Look, step, type Work } from "../../../core/host.ts";
import type { Cell, CellRange } from "../../../core/plan/cells.ts";
import type { SheetOp, Written } from "../../../core/sheets/ops.ts";
import { helpers, type Model } from "../../../workbench/engine.ts";
import type { SheetFunction } from "../../../workbench/functions.ts";
import { work } from "../../../workbench/host.ts";
import { writtenAt } from "../../../workbench/sheet/cells.ts";
import { linkIn } from "../../../workbench/sheet/links.ts";
import { noteOn, remarks } from "../../../workbench/sheet/remarks.ts";
import { install, workbookOf } from "../../../workbench/workbook.ts";
import { openXlsx } from "../../../workbench/xlsx/open.ts";
import { saveXlsx } from "../../../workbench/xlsx/save.ts";
import { seen } from "../../support/workbench.ts";

/** Adds the second column of a table up, in all or by the first column. */
const TALLY: SheetFunction = {
  name: "TALLY",
  summary: "Adds up.",
  params: [{ name: "by", about: "total or name", optional: true }],
  shows: () => "number",
  call: (args) => {
    const table = args.find(Array.isArray) as CellRange;
    const rows = table.slice(1);
    if (args[0] !== "name") return rows.reduce((sum, row) => sum + Number(row[1]), 0);
    return [["Name", 46027], ...rows.map(([name, value]) => [name ?? null, value ?? null])];
  },
};
beforeAll(() => install([TALLY]));

const area = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });
const put = (cells: readonly (readonly Written[])[], row = 0, column = 0): SheetOp => ({
  do: "write",
  at: area(row, column, cells.length, cells[0]!.length),
  cells,
});
function* applying(...ops: SheetOp[]): Work {
  yield* step({ do: "apply", ops });
}
function* storing(cells: CellRange): Work {
  yield* step({ do: "store", slot: 0, cells });
}
function* looking(): Work<Look> {
  return yield* step({ do: "look" });
}

const TEXTS = ["00123", "=1+1", "2026-01-05", "TRUE", "'quoted", "a & b <c>", "12%"];

/** One of everything that has to survive a file. */
function everything(): Model {
  const model = workbookOf({
    sheets: [
      { id: "plan", name: "Plan", cells: { A1: "Person", B1: "Hours", A2: "Ana", B2: "40", A3: "Ben", B3: "32.5" } },
    ],
  });
  work(
    model,
    applying(
      { do: "open", sheet: "Plan" },
      { do: "own", name: "People", at: area(0, 0, 3, 2) },
      { do: "freeze", rows: 1, columns: 1 },
      { do: "choose", at: area(1, 3, 5), from: ["confirmed", "tentative"], strict: true },
      { do: "open", sheet: "Out put" },
      put([[{ formula: "=TALLY(People)" }], [{ formula: '=TALLY("name", People)' }]]),
      put(
        [
          ["Week", "Confirmed", "Tentative", "Capacity"],
          [46027, 10, 5, 20],
          [46034, 12, 6, 18],
        ],
        0,
        4,
      ),
      put([[{ formula: "=SUM(F2:G2)" }, { formula: '="TALLY("&A1' }]], 4, 4),
      put(
        TEXTS.map((text) => [text]),
        0,
        10,
      ),
      put([["3 rows"]], 7, 0),
      { do: "link", at: area(7, 0), sheet: "Plan", a1: "B3" },
      { do: "note", at: area(0, 5), text: "Sold & signed.\nHours a week." },
      { do: "format", at: area(1, 4, 2), pattern: "yyyy-mm-dd" },
      { do: "format", at: area(1, 5, 2), pattern: "0.0%" },
      { do: "format", at: area(0, 11, 3), pattern: "@" },
      put([["=x"], ["plain"], ["007"]], 0, 11),
      { do: "rule", at: [area(1, 5, 2, 3)], when: { is: "below", value: 11 }, look: "short" },
      { do: "own", name: "Headroom_Out_grid", at: area(0, 4, 3, 4) },
      {
        do: "chart",
        name: "Headroom_Out_chart",
        kind: "stacked columns with line",
        title: "Hours a week",
        about: "Demand is below capacity in both weeks.",
        categories: area(0, 4, 3),
        series: [area(0, 5, 3), area(0, 6, 3), area(0, 7, 3)],
        at: { row: 10, column: 0 },
      },
    ),
  );
  work(
    model,
    (function* (): Work {
      yield* step({ do: "store", slot: 0, cells: [['[{"a":1}]', "=x"]] });
      yield* step({ do: "raise", flag: '{"state":"done"}' });
    })(),
  );
  return model;
}

function grid(model: Model, sheet: string, range: string): Cell[][] {
  const { top, bottom, left, right } = helpers.toZone(range);
  return Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from(
      { length: right - left + 1 },
      (_, col) => seen(model, sheet, helpers.toXC(left + col, top + row)).value as Cell,
    ),
  );
}
const at = (model: Model, sheet: string, xc: string) => ({
  sheetId: model.getters.getSheetIdByName(sheet)!,
  ...helpers.toCartesian(xc),
});
const partsOf = (bytes: Uint8Array) =>
  new Map(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]));

describe("a workbook saved and opened again", () => {
  let before: Model;
  let bytes: Uint8Array;
  let after: Model;
  beforeAll(async () => {
    before = everything();
    bytes = await saveXlsx(before, { live: true });
    after = openXlsx(bytes);
  });

  test("has the same values, also those that formulas spill", () => {
    expect(grid(after, "Out put", "A1:H5")).toEqual(grid(before, "Out put", "A1:H5"));
    expect(grid(after, "Out put", "A2:B4")).toEqual([
      ["Name", 46027],
      ["Ana", 40],
      ["Ben", 32.5],
    ]);
  });

  test("has the same formulas, ours spelled as typed, and words in text left alone", () => {
    for (const xc of ["A1", "A2", "E5", "F5"]) {
      expect(writtenAt(after.getters, at(after, "Out put", xc))).toEqual(
        writtenAt(before.getters, at(before, "Out put", xc)),
      );
    }
    const sheet = partsOf(bytes).get("xl/worksheets/sheet1.xml")!;
    expect(sheet).toContain("_xldudf_HEADROOM_TALLY(People)");
    expect(sheet).toContain('"TALLY("');
  });

  test("keeps text as text", () => {
    const texts = (model: Model) => TEXTS.map((_, i) => writtenAt(model.getters, at(model, "Out put", `K${i + 1}`)));
    expect(texts(after)).toEqual(TEXTS);
    expect(grid(after, "Out put", "L1:L3").flat()).toEqual(["=x", "plain", "007"]);
    expect(partsOf(bytes).get("xl/sharedStrings.xml")).not.toContain(">'=1+1<");
  });

  test("keeps names, blocks and the journal", () => {
    const { owned, flag, sheets } = work(after, looking());
    expect(owned).toEqual(new Map([["Headroom_Out_grid", { sheet: "Out put", at: area(0, 4, 3, 4) }]]));
    expect([flag, sheets]).toEqual(['{"state":"done"}', ["Plan", "Out put"]]);
    expect(after.getters.getNamedRange("People")).toBeDefined();
    expect(after.getters.getVisibleSheetIds()).toHaveLength(2);
    const stored = work(
      after,
      (function* (): Work<unknown> {
        return yield* step({ do: "stored", slot: 0 });
      })(),
    );
    expect(stored).toEqual([['[{"a":1}]', "=x"]]);
    expect(partsOf(bytes).get("xl/workbook.xml")).toContain(
      "<definedName name=\"Headroom_Out_grid\">'Out put'!$E$1:$H$3</definedName>",
    );
  });

  test("keeps the heat map with its colours, drop-downs, frozen rows and formats", () => {
    const fill = (xc: string) => after.getters.getCellComputedStyle(at(after, "Out put", xc)).fillColor?.toLowerCase();
    expect([fill("F2"), fill("F3"), fill("G3")]).toEqual(["#d95f02", undefined, "#d95f02"]);
    expect(after.getters.getValidationRuleForCell(at(after, "Plan", "D3"))).toMatchObject({
      criterion: { type: "isValueInList", values: ["confirmed", "tentative"] },
      isBlocking: true,
    });
    expect(after.getters.getPaneDivisions(at(after, "Plan", "A1").sheetId)).toEqual({ xSplit: 1, ySplit: 1 });
    expect(after.getters.getEvaluatedCell(at(after, "Out put", "E2")).formattedValue).toBe("2026-01-05");
  });

  test("keeps notes and where links lead", () => {
    expect(noteOn(after.getters, at(after, "Out put", "F1"))).toBe("Sold & signed.\nHours a week.");
    const cell = after.getters.getCell(at(after, "Out put", "A8"))!;
    expect(linkIn(cell.isFormula ? "" : cell.content)).toEqual({
      label: "3 rows",
      sheetId: at(after, "Plan", "A1").sheetId,
      a1: "B3",
    });
    expect(partsOf(bytes).get("xl/worksheets/sheet1.xml")).toContain("location=\"'Plan'!B3\"");
  });

  test("keeps the chart under its name, stacked, with its line and its words", () => {
    expect(after.getters.getChartIds(at(after, "Out put", "A1").sheetId)).toEqual(["Headroom_Out_chart"]);
    expect(remarks(after.getters).getHeadroomCharts()).toEqual(remarks(before.getters).getHeadroomCharts());
    const runtime = after.getters.getChartRuntime("Headroom_Out_chart") as unknown as {
      chartJsConfig: {
        data: { datasets: { type: string; data: unknown[] }[] };
        options: { scales: { y: { stacked: boolean } } };
      };
    };
    expect(runtime.chartJsConfig.data.datasets.map(({ type, data }) => [type, data])).toEqual([
      ["bar", [10, 12]],
      ["bar", [5, 6]],
      ["line", [20, 18]],
    ]);
    expect(runtime.chartJsConfig.options.scales.y.stacked).toBe(true);
    const chart = partsOf(bytes).get("xl/charts/chart1.xml")!;
    const series = (part: RegExp) => part.exec(chart)![0].match(/<c:ser>/g)!.length;
    expect([series(/<c:barChart>.*<\/c:barChart>/s), series(/<c:lineChart>.*<\/c:lineChart>/s)]).toEqual([2, 1]);
    expect(chart).toMatch(/<c:grouping val="stacked"\/>/);
    const axis = (name: string) =>
      new RegExp(`<c:${name}>.*?formatCode="([^"]*)" sourceLinked="0"`, "s").exec(chart)?.[1];
    expect([axis("catAx"), axis("valAx")]).toEqual(["yyyy-mm-dd", "0.0%"]);
    expect(chart).toContain(`<c:dispBlanksAs val="gap"/></c:chart>`);
  });

  test("a rule that holds for 0 is saved with one before it that leaves blank cells alone, and comes back alone", () => {
    const rules = [...[...partsOf(bytes).values()].join("").matchAll(/<cfRule [^>]*>/g)].map(([tag]) => ({
      type: /type="(\w+)"/.exec(tag)![1],
      priority: Number(/priority="(\d+)"/.exec(tag)![1]),
    }));
    expect(rules.map(({ type }) => type)).toEqual(["containsBlanks", "cellIs"]);
    expect(rules[0]!.priority).toBeLessThan(rules[1]!.priority);
    const idOf = (model: Model) => at(model, "Out put", "A1").sheetId;
    const rulesOf = (model: Model) =>
      model.getters.getConditionalFormats(idOf(model)).map(({ rule, ranges }) => [rule, ranges]);
    expect(rulesOf(after)).toHaveLength(1);
    expect(rulesOf(after)[0]![0]).toMatchObject({ type: "CellIsRule", operator: "isLessThan", values: ["11"] });
  });

  test("a copy with values only has no formula at all, the same figures and formats, and no journal", async () => {
    work(before, storing([["undo me"]]));
    const copy = await saveXlsx(before, { live: false });
    const parts = partsOf(copy);
    const sheets = [...parts].filter(([path]) => /worksheets\/sheet\d+\.xml$/.test(path)).map(([, xml]) => xml);
    expect(sheets.join("")).not.toMatch(/<f[ >/]/);
    expect([...parts.values()].join("")).not.toMatch(/Headroom journal|undo me/);
    const opened = openXlsx(copy);
    expect(opened.getters.getSheetIds()).toHaveLength(sheets.length);
    expect(grid(opened, "Out put", "A1:M9")).toEqual(grid(before, "Out put", "A1:M9"));
    expect(opened.getters.getEvaluatedCell(at(opened, "Out put", "B2")).formattedValue).toBe(
      before.getters.getEvaluatedCell(at(before, "Out put", "B2")).formattedValue,
    );
    expect(writtenAt(opened.getters, at(opened, "Out put", "A1"))).toBe(72.5);
    expect(writtenAt(opened.getters, at(opened, "Out put", "E5"))).toBe(15);
  });
});

/** A file as another program would write it. */
function fileOf(sheetData: string, more: Record<string, string> = {}): Uint8Array {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const pack = "http://schemas.openxmlformats.org/package/2006";
  const parts: Record<string, string> = {
    "[Content_Types].xml":
      `<Types xmlns="${pack}/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
      '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
      '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>' +
      '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>',
    "_rels/.rels": `<Relationships xmlns="${pack}/relationships"><Relationship Id="r1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook ${main} xmlns:r="${rel}"><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${pack}/relationships"><Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${rel}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": `<styleSheet ${main}><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml": `<worksheet ${main}><sheetData>${sheetData}</sheetData></worksheet>`,
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])));
}
const row = (...cells: string[]) => `<row r="1">${cells.join("")}</row>`;

describe("files of other programs", () => {
  test.each([
    ["Excel's", "<f>_xldudf_HEADROOM_TALLY(B1:C2)</f><v>1</v>"],
    ["Google's", '<f>IFERROR(__xludf.DUMMYFUNCTION("TALLY(B1:C2)"),"x")</f><v>x</v>'],
  ])("%s spelling of our functions is read", (_, formula) => {
    const second = '<row r="2"><c r="B2" t="inlineStr"><is><t>Ana</t></is></c><c r="C2"><v>7</v></c></row>';
    const model = openXlsx(fileOf(`${row(`<c r="A1" t="str">${formula}</c>`)}${second}`));
    expect(writtenAt(model.getters, at(model, "One", "A1"))).toEqual({ formula: "=TALLY(B1:C2)" });
    expect(seen(model, "One", "A1").value).toBe(7);
  });

  test("text in a file stays text, whatever it looks like", () => {
    const text = (xc: string, words: string) => `<c r="${xc}" t="inlineStr"><is><t>${words}</t></is></c>`;
    const model = openXlsx(
      fileOf(row(text("A1", "=1+1"), text("B1", "007"), '<c r="C1" t="str"><v>=2+2</v></c>', text("D1", "name"))),
    );
    expect(grid(model, "One", "A1:D1")).toEqual([["=1+1", "007", "=2+2", "name"]]);
  });

  describe("a long sheet", () => {
    const dates =
      '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders>' +
      '<cellXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0"/><xf numFmtId="10" fontId="0" fillId="0" borderId="0"/></cellXfs>';
    const looks = {
      "xl/styles.xml": `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${dates}</styleSheet>`,
    };
    const line = (r: number, more = "") =>
      `<row r="${r}"${more}><c r="A${r}" t="inlineStr"><is><t>=x${r} &amp; y</t></is></c><c r="B${r}"><v>${r / 8}</v></c>` +
      `<c r="C${r}" s="1"><v>${46000 + r}</v></c><c r="D${r}" t="b"><v>1</v></c><c r="E${r}" s="2"><v>0.25</v></c><c r="G${r}" t="str"><v>007</v></c></row>`;
    const opened = (rows: number, more = "") =>
      openXlsx(fileOf(Array.from({ length: rows }, (_, i) => line(i + 1, i + 1 === rows ? more : "")).join(""), looks));
    const shownIn = (model: Model, r: number) =>
      ["A", "B", "C", "D", "E", "F", "G"].map((letter) => {
        const { value, formattedValue } = model.getters.getEvaluatedCell(at(model, "One", `${letter}${r}`));
        return [value, formattedValue];
      });
    const expected = (r: number) => [
      [`=x${r} & y`, `=x${r} & y`],
      [r / 8, String(r / 8)],
      [46000 + r, expect.stringMatching(/^\d{4}-\d\d-\d\d$/)],
      [true, "TRUE"],
      [0.25, "25.00%"],
      [null, ""],
      ["007", "007"],
    ];

    test("reads the same in its first rows and far down, values and formats, and nothing between or below", () => {
      const model = opened(3200);
      for (const r of [1, 999, 1000, 1001, 1002, 3200])
        expect(
          shownIn(model, r).map(([v, f]) => [v ?? null, f]),
          String(r),
        ).toEqual(expected(r).map(([v, f]) => [v, f]));
      expect(shownIn(model, 3201).every(([, text]) => text === "")).toBe(true);
      expect(model.getters.getNumberRows("One")).toBeGreaterThanOrEqual(3200);
      const [id] = model.getters.getSheetIds();
      expect(model.getters.getCells(id!).length).toBe(3200 * 6);
    });

    test.each([
      ["a height", ' ht="40" customHeight="1"', "<v>3100</v>"],
      ["a formula", "", "<f>SUM(B1:B3099)+3100</f><v>1</v>"],
    ])("is read whole by the engine where a row far down has %s", (_, tag, last) => {
      const rows = Array.from(
        { length: 3099 },
        (__, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${i + 1}</v></c></row>`,
      );
      const model = openXlsx(fileOf(`${rows.join("")}<row r="3100"${tag}><c r="A3100">${last}</c></row>`, looks));
      expect(grid(model, "One", "A3098:A3100")).toEqual([[3098], [3099], [3100]]);
      const isHigh = model.getters.getRowSize(model.getters.getSheetIds()[0]!, 3099) > 40;
      expect(isHigh).toBe(tag !== "");
    });
  });

  test("every sheet has room for a result that spills", () => {
    const model = openXlsx(fileOf(row('<c r="A1"><v>1</v></c>')));
    expect([model.getters.getNumberRows("One") >= 1000, model.getters.getNumberCols("One") >= 60]).toEqual([
      true,
      true,
    ]);
  });
});

describe("hostile files are refused with a sentence", () => {
  /** An archive that claims another size for its only part, in its list and at the part's own head. */
  const claiming = (size: number) => {
    const bytes = zipSync({ "xl/workbook.xml": new Uint8Array(2_000_000) }, { level: 6 });
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let i = 0; i + 4 < bytes.length; i++) {
      const signature = view.getUint32(i, true);
      if (signature === 0x04034b50) view.setUint32(i + 22, size, true);
      if (signature === 0x02014b50) view.setUint32(i + 24, size, true);
    }
    return bytes;
  };
  const ENTITY = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>';

  test.each([
    ["no zip at all", () => strToU8("Person,Hours\n"), "This file is damaged, or it is no .xlsx workbook."],
    ["an empty zip", () => zipSync({}), "This file is no .xlsx workbook. Maybe save it as .xlsx first."],
    [
      "a zip of something else",
      () => zipSync({ "a.txt": strToU8("x") }),
      "This file is no .xlsx workbook. Maybe save it as .xlsx first.",
    ],
    [
      "a zip bomb",
      () => claiming(300_000_000),
      "This file unpacks to more than 250 MB. Maybe it is not what it seems.",
    ],
    [
      "a zip bomb that claims to be small",
      () => claiming(100),
      "This file unpacks to more than 250 MB. Maybe it is not what it seems.",
    ],
    [
      "a name that leaves the folder",
      () => zipSync({ "../../etc/x.xml": strToU8("x") }),
      "This file is damaged, or it is no .xlsx workbook.",
    ],
    [
      "a document type with entities",
      () =>
        fileOf(row('<c r="A1"><v>1</v></c>'), { "xl/sharedStrings.xml": `${ENTITY}<sst><si><t>&b;</t></si></sst>` }),
      "This file holds definitions that no workbook needs, so it was not opened. Maybe save it anew in Excel.",
    ],
    [
      "a cell at the far end of the sheet",
      () => fileOf('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'),
      "This workbook has a row 1048576, further down than the workbench opens (500,000 rows). Maybe open a part of it.",
    ],
    [
      "a formula that fills everything",
      () => fileOf(row('<c r="A1"><f t="array" ref="A1:XFD1048576">1</f><v>1</v></c>')),
      "This workbook has a formula that fills more cells than the workbench opens (1,000,000). Maybe open a part of it.",
    ],
  ])("%s", (_, bytes, sentence) => {
    expect(() => openXlsx(bytes())).toThrow(sentence);
  });

  test("cut off anywhere, a file is refused and not half read", async () => {
    const bytes = await saveXlsx(workbookOf({ sheets: [{ id: "a", name: "A", cells: { A1: "1" } }] }), { live: true });
    for (const part of [0.1, 0.5, 0.9, 0.99]) {
      expect(() => openXlsx(bytes.slice(0, Math.floor(bytes.length * part)))).toThrow(/This file is/);
    }
  });
});
