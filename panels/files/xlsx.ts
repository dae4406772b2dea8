import { type Look, looksIn, shownAs } from "./cell-formats.ts";
import { attribute, elements, plainText } from "./xml.ts";
import { type Archive, archiveIn, FileRefusal } from "./zip.ts";

/** A sheet of a workbook as rows of text, each cell as its sheet shows it. */
export interface SheetText {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

const MOST_ROWS = 200_001;
const MOST_COLUMNS = 1000;
const MOST_CELLS = 3_000_000;
const MOST_SHEETS = 100;

/** Every sheet of an .xlsx file that holds anything. */
export async function sheetsIn(bytes: Uint8Array): Promise<readonly SheetText[]> {
  const archive = archiveIn(bytes);
  const book = await archive.text("xl/workbook.xml");
  if (book === null) throw new FileRefusal("This file is no .xlsx workbook. Maybe save it as .xlsx or CSV first.");
  const shared = sharedIn((await archive.text("xl/sharedStrings.xml")) ?? "");
  const looks = looksIn((await archive.text("xl/styles.xml")) ?? "");
  const shift = /<workbookPr[^>]*\bdate1904="(?:1|true)"/.test(book) ? 1462 : 0;
  const targets = await targetsOf(archive);
  const listed = [...elements(book, "sheet")];
  if (listed.length > MOST_SHEETS) {
    const why = `This workbook has ${listed.length} sheets, more than ${MOST_SHEETS}`;
    throw new FileRefusal(`${why}. Maybe save the sheet that holds the export as a workbook of its own, or as CSV.`);
  }
  const sheets: SheetText[] = [];
  for (const { tag } of listed) {
    const target = targets.get(attribute(tag, "r:id") ?? "");
    const xml = target === undefined ? null : await archive.text(target);
    const rows = xml === null ? [] : rowsIn(xml, shared, looks, shift);
    if (rows.length > 0) sheets.push({ name: attribute(tag, "name") ?? "Sheet", rows });
  }
  if (sheets.length === 0) throw new FileRefusal("This workbook holds no cells. Maybe it is not the file you meant.");
  return sheets;
}

async function targetsOf(archive: Archive): Promise<ReadonlyMap<string, string>> {
  const rels = (await archive.text("xl/_rels/workbook.xml.rels")) ?? "";
  return new Map(
    [...elements(rels, "Relationship")].map(({ tag }) => {
      const target = attribute(tag, "Target") ?? "";
      return [attribute(tag, "Id") ?? "", target.startsWith("/") ? target.slice(1) : `xl/${target}`];
    }),
  );
}

const sharedIn = (xml: string): readonly string[] => [...elements(xml, "si")].map(({ inner }) => textIn(inner));

/** The runs of a text, without how it is pronounced. */
const textIn = (xml: string): string =>
  [...elements(xml.replace(/<rPh\b[\s\S]*?<\/rPh>/g, ""), "t")].map(({ inner }) => plainText(inner)).join("");

function rowsIn(xml: string, shared: readonly string[], looks: readonly Look[], shift: number): string[][] {
  const rows: string[][] = [];
  let next = 0;
  let cells = 0;
  for (const row of elements(xml, "row")) {
    const at = Number(attribute(row.tag, "r") ?? next + 1) - 1;
    next = at + 1;
    const line = lineIn(row.inner, shared, looks, shift);
    if (line.every((cell) => cell === "")) continue;
    cells += line.length;
    if (!(at >= 0 && at < MOST_ROWS) || cells > MOST_CELLS) {
      const why = at >= MOST_ROWS ? `a row ${at + 1}, further down than 200,000` : "more than 3 million cells";
      throw new FileRefusal(`This workbook has ${why}. Maybe export a shorter period.`);
    }
    while (rows.length < at) rows.push([]);
    rows[at] = line;
  }
  return rows;
}

function lineIn(xml: string, shared: readonly string[], looks: readonly Look[], shift: number): string[] {
  const line: string[] = [];
  let next = 0;
  for (const { tag, inner } of elements(xml, "c")) {
    const at = columnIn(attribute(tag, "r")) ?? next;
    next = at + 1;
    if (inner === "") continue;
    if (at >= MOST_COLUMNS) {
      throw new FileRefusal("This workbook has more than 1,000 columns. Maybe export fewer.");
    }
    while (line.length < at) line.push("");
    line[at] = cellIn(tag, inner, shared, looks, shift);
  }
  return line;
}

function cellIn(tag: string, inner: string, shared: readonly string[], looks: readonly Look[], shift: number): string {
  const type = attribute(tag, "t");
  if (type === "inlineStr") return textIn(inner);
  const [value] = elements(inner, "v");
  const text = plainText(value?.inner ?? "");
  if (type === "s") return shared[Number(text)] ?? "";
  if (type === "b") return text === "1" ? "TRUE" : "FALSE";
  if (type === "str" || type === "e" || text === "") return text;
  const look = looks[Number(attribute(tag, "s") ?? -1)] ?? "number";
  return shownAs(Number(text) + (look === "day" ? shift : 0), look);
}

function columnIn(reference: string | null): number | null {
  const [, letters] = /^([A-Z]{1,3})\d/.exec(reference ?? "") ?? [];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Rows as text between commas, every cell in quotes. */
export const asText = (rows: SheetText["rows"]): string =>
  rows.map((row) => row.map((cell) => `"${cell.replace(/"/g, '""')}"`).join(",")).join("\n");
