import type { ReplyOf } from "../../core/questions/index.ts";
import { strToU8, zipSync } from "./deflate.ts";

type Sheet = ReplyOf<"exportBook">["sheets"][number];
type Cell = Sheet["cells"][number][number];

/** A workbook of values (ECMA-376): text stays text, days are days, headings are bold and stay in sight. */
export function xlsxOf(sheets: readonly Sheet[]): Uint8Array {
  const parts: Record<string, string> = {
    "[Content_Types].xml": typesOf(sheets),
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": bookOf(sheets),
    "xl/_rels/workbook.xml.rels": linksOf(sheets),
    "xl/styles.xml": element("styleSheet", ` xmlns="${MAIN}"`, STYLES),
  };
  sheets.forEach((sheet, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = sheetOf(sheet);
  });
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])));
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
/** Places in the list of styles below. */
const DAY = 1;
const HEADING = 2;

/** One that its page's own text does not hold: Apps Script would take a style sheet's for its own. */
const element = (name: string, attributes: string, inside: string): string =>
  `<${name}${attributes}>${inside}</${name}>`;

const STYLES =
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>' +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>';

const typesOf = (sheets: readonly Sheet[]): string =>
  `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>` +
  sheets
    .map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`)
    .join("") +
  "</Types>";

const bookOf = (sheets: readonly Sheet[]): string =>
  `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
  sheets.map(({ name }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join("") +
  "</sheets></workbook>";

const linksOf = (sheets: readonly Sheet[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">` +
  sheets
    .map((_, i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`)
    .join("") +
  `<Relationship Id="styles" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;

function sheetOf({ cells, days }: Sheet): string {
  const columns = days.map((isDay, i) => {
    const width = Math.min(WIDEST, Math.max(isDay ? 12 : 8, ...cells.slice(0, 200).map((row) => lengthOf(row[i]) + 2)));
    return `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`;
  });
  const rows = cells.map((row, r) => {
    const line = row.map((cell, i) => cellOf(cell, r === 0 ? HEADING : days[i] ? DAY : 0));
    return `<row r="${r + 1}">${line.map((xml, i) => xml.replace("<c", `<c r="${letters(i)}${r + 1}"`)).join("")}</row>`;
  });
  return (
    `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>` +
    `</sheetView></sheetViews><cols>${columns.join("")}</cols><sheetData>${rows.join("")}</sheetData></worksheet>`
  );
}

const WIDEST = 40;
const lengthOf = (cell: Cell | undefined): number => (cell === undefined || cell === null ? 0 : String(cell).length);

function cellOf(cell: Cell, style: number): string {
  const s = style === 0 ? "" : ` s="${style}"`;
  if (typeof cell === "string") return `<c${s} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  if (typeof cell === "boolean") return `<c${s} t="b"><v>${Number(cell)}</v></c>`;
  return cell === null || !Number.isFinite(cell) ? "" : `<c${s}><v>${cell}</v></c>`;
}

/** 0 is A, 26 is AA. */
const letters = (column: number): string =>
  (column < 26 ? "" : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

/** Text that no file may hold (control characters) is left out. */
const escaped = (text: string): string =>
  text
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
