// @vitest-environment jsdom
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { openXlsx } from "../../workbench/xlsx/open.ts";
import { seen } from "../support/workbench.ts";
import { teamsWorkbook } from "./opened.ts";

/** A look-alike with one part changed. */
function changed(file: string, path: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(new Uint8Array(readFileSync(join(import.meta.dirname, "../workbooks", file))));
  return zipSync({ ...parts, [path]: strToU8(change(strFromU8(parts[path]!))) });
}

const SHEET = "xl/worksheets/sheet1.xml";

test("a workbook that counts its days from 1904 shows the days that its team sees, and its numbers as they are", () => {
  const model = teamsWorkbook("11-planning-1904.xlsx");
  expect(["D3", "E3", "F3", "F6"].map((xc) => seen(model, "Planning", xc).value)).toEqual([46027, 46080, 3, 0.5]);
  expect(seen(model, "Congés", "B2").value).toBe(46069);
});

test("the same file that counts from 1900 keeps its days", () => {
  const bytes = changed("11-planning-1904.xlsx", "xl/workbook.xml", (xml) => xml.replace(' date1904="1"', ""));
  expect(seen(openXlsx(bytes), "Planning", "D3").value).toBe(46027 - 1462);
});

test("formats down to the last row there is do not make the sheet as long", () => {
  const bytes = changed("01-weeks-hours.xlsx", SHEET, (xml) =>
    xml.replace(
      "</sheetData>",
      '<row r="1048576"><c r="A1048576" s="1"/><c r="B1048576" s="1"><v></v></c></row></sheetData>',
    ),
  );
  const model = openXlsx(bytes);
  expect(model.getters.getNumberRows(model.getters.getSheetIds()[0]!)).toBeLessThan(5000);
  expect(seen(model, "Team plan", "A5").value).toBe("Freya Holm");
  expect(seen(model, "Team plan", "G15").value).toBe(64);
});

test("a value in the last row there is is said, not lost", () => {
  const bytes = changed("01-weeks-hours.xlsx", SHEET, (xml) =>
    xml.replace("</sheetData>", '<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>'),
  );
  expect(() => openXlsx(bytes)).toThrow(/row 1048576, further down than the workbench opens/);
});
