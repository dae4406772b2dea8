import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import type { Cell, CellRange } from "../../core/plan/cells.ts";

/** A workbook's sheets by name, each with the cells from A1 to its last filled or formatted cell. */
export type Sheets = ReadonlyMap<string, CellRange>;

/** A file of test/workbooks as a host hands it over; a CSV file is one sheet named "". */
export function workbook(name: string): Sheets {
  const bytes = readFileSync(new URL(`../workbooks/${name}`, import.meta.url));
  return name.endsWith(".csv") ? new Map([["", csvCells(strFromU8(bytes))]]) : xlsxCells(bytes);
}

/** Values only, as formulas see them: dates are day numbers (1904 made good), errors are their text. */
export function xlsxCells(bytes: Uint8Array): Sheets {
  const files = new Map(Object.entries(unzipSync(bytes)).map(([path, file]) => [path, strFromU8(file)] as const));
  const file = (path: string) => files.get(path) ?? "";
  const texts = [...file("xl/sharedStrings.xml").matchAll(/<si>(.*?)<\/si>/gs)].map(([, si]) =>
    [...si!.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text]) => unescaped(text!)).join(""),
  );
  const is1904 = /date1904="1"/.test(file("xl/workbook.xml"));
  const dated = datedStyles(file("xl/styles.xml"));
  const names = [...file("xl/workbook.xml").matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => unescaped(name!));
  return new Map(
    names.map((name, i) => [
      name,
      sheetCells(file(`xl/worksheets/sheet${i + 1}.xml`), texts, is1904 ? dated : new Set()),
    ]),
  );
}

function sheetCells(xml: string, texts: readonly string[], shifted: ReadonlySet<number>): CellRange {
  const rows: Cell[][] = [];
  for (const [, attributes, body] of xml.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const { row, column } = addressOf(attributeOf(attributes!, "r"));
    const value = /<(?:v|t)(?: [^>]*)?>(.*?)<\/(?:v|t)>/s.exec(body ?? "")?.[1];
    while (rows.length <= row) rows.push([]);
    const cells = rows[row]!;
    while (cells.length <= column) cells.push(null);
    cells[column] = cellOf(
      value,
      attributeOf(attributes!, "t"),
      texts,
      shifted.has(Number(attributeOf(attributes!, "s"))),
    );
  }
  return rows;
}

function cellOf(value: string | undefined, type: string, texts: readonly string[], shifted: boolean): Cell {
  if (value === undefined) return null;
  if (type === "s") return texts[Number(value)] ?? null;
  if (type === "b") return value === "1";
  if (type === "str" || type === "inlineStr" || type === "e") return unescaped(value);
  return Number(value) + (shifted ? 1462 : 0);
}

/** The styles whose format shows a date: only their numbers move between the 1900 and the 1904 system. */
function datedStyles(xml: string): ReadonlySet<number> {
  const formats = new Map(
    [...xml.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code]) => [id, code]),
  );
  const looks = [...(/<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(xml)?.[1] ?? "").matchAll(/<xf numFmtId="(\d+)"/g)];
  return new Set(looks.flatMap(([, id], i) => (/[dy]/.test(formats.get(id) ?? "") ? [i] : [])));
}

/** A CSV file as the workbench imports it: plain numbers become numbers, everything else stays the text it is. */
export function csvCells(text: string): CellRange {
  const body = text.replace(/^\ufeff/, "").replace(/\r?\n$/, "");
  const separator = body.split("\n", 1)[0]!.includes(";") ? ";" : ",";
  return body.split(/\r?\n/).map((line) => {
    const fields = line.match(new RegExp(`("(?:[^"]|"")*"|[^${separator}]*)(?:${separator}|$)`, "g")) ?? [];
    const whole = fields.slice(0, fields.length - (line.endsWith(separator) || line === "" ? 0 : 1));
    return whole.map((field) => csvCell(field.endsWith(separator) ? field.slice(0, -1) : field));
  });
}

function csvCell(field: string): Cell {
  const text = field.startsWith('"') ? field.slice(1, -1).replace(/""/g, '"') : field;
  if (text === "") return null;
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

export function addressOf(address: string): { readonly row: number; readonly column: number } {
  const [, letters = "", digits = ""] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  return {
    row: Number(digits) - 1,
    column: [...letters].reduce((n, letter) => 26 * n + letter.charCodeAt(0) - 64, 0) - 1,
  };
}

export function addressAt(row: number, column: number): string {
  let letters = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}

const attributeOf = (attributes: string, name: string): string =>
  new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? "";

const unescaped = (text: string): string =>
  text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replace(/&amp;/g, "&");
