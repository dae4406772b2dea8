import { beforeAll, describe, expect, test } from "vitest";
import { cellsOf, openCsv } from "../../../workbench/csv.ts";
import { install } from "../../../workbench/workbook.ts";
import { seen } from "../../support/workbench.ts";

beforeAll(() => install([]));
const utf8 = (text: string) => new TextEncoder().encode(text);

describe("fields", () => {
  test.each([
    [
      "commas",
      "a,b\nc,d\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "semicolons, and commas inside",
      "a;b\n1,5;x\n",
      [
        ["a", "b"],
        ["1,5", "x"],
      ],
    ],
    [
      "tabs",
      "a\tb\r\nc\td",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "quotes around delimiters, line ends and quotes",
      'a,"b, c"\n"x\ny","say ""hi"""\n',
      [
        ["a", "b, c"],
        ["x\ny", 'say "hi"'],
      ],
    ],
    [
      "blank fields, also the last",
      "a,,\n,b,\n",
      [
        ["a", null, null],
        [null, "b", null],
      ],
    ],
    ["a quote that never closes", 'a,"b\nc', [["a", "b\nc"]]],
    ["letters behind a closing quote", '"a"b,c\n', [["ab", "c"]]],
    [
      "old line ends",
      "a,b\rc,d\r",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["nothing", "", []],
  ])("%s", (_, text, rows) => {
    expect(cellsOf(text)).toEqual(rows);
  });

  test("only plain numbers are numbers; codes, dates and quoted digits stay text", () => {
    expect(cellsOf('1,-2.5,0,007,1e5,2026-01-05,1/2/2026,50%,"12","=1+1",+3,TRUE,1234567890123456')).toEqual([
      [1, -2.5, 0, "007", "1e5", "2026-01-05", "1/2/2026", "50%", "12", "=1+1", "+3", "TRUE", "1234567890123456"],
    ]);
  });

  test("a megabyte of quotes is read in one go", () => {
    expect(cellsOf('"'.repeat(1_000_000)).length).toBe(1);
    expect(cellsOf(`${'"a",'.repeat(200_000)}b`)[0]?.length).toBe(200_001);
  });
});

describe("files", () => {
  test("text stays text in the workbook, whatever it looks like", () => {
    const model = openCsv("time log.csv", utf8("Person,Code,Day\nAna,007,=1+1\n"));
    expect(model.getters.getSheetIds().map((id) => model.getters.getSheetName(id))).toEqual(["time log"]);
    expect([seen(model, "time log", "B2").value, seen(model, "time log", "C2").value]).toEqual(["007", "=1+1"]);
  });

  test.each([
    ["UTF-8 with its mark", new Uint8Array([0xef, 0xbb, 0xbf, ...utf8("Größe,b\n")])],
    [
      "UTF-16",
      new Uint8Array([0xff, 0xfe, ...[..."Größe,b\n"].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8])]),
    ],
    ["Windows Latin", new Uint8Array([..."Größe,b\n"].map((c) => c.charCodeAt(0)))],
  ])("%s is understood", (_, bytes) => {
    expect(seen(openCsv("x.csv", bytes), "x", "A1").value).toBe("Größe");
  });

  test("a sheet's name is made of the file's, without what a name may not hold", () => {
    const model = openCsv("a[b]:c*d?e/f".padEnd(60, "x").concat(".csv"), utf8("a\n"));
    expect(model.getters.getSheetName(model.getters.getActiveSheetId())).toMatch(/^a b {2}c d e fx+$/);
  });

  test("a table of more than a million cells is refused with its size", () => {
    const wide = `${",".repeat(1999)}\n`.repeat(501);
    expect(() => openCsv("x.csv", utf8(wide))).toThrow(
      "This file has 501 rows of 2000 columns, more than a million cells.",
    );
  });
});
