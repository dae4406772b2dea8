import { strToU8, zipSync } from "fflate";

/** An .xlsx as small as one can be, with anything in its parts. */
export const workbookFile = (parts: Readonly<Record<string, string>>, name = "export.xlsx"): File => {
  const base: Record<string, string> = {
    "xl/workbook.xml": '<workbook><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels":
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
  };
  const all = Object.entries({ ...base, ...parts }).map(([path, xml]) => [path, strToU8(xml)] as const);
  return new File([zipSync(Object.fromEntries(all)) as BlobPart], name);
};

export const sheet = (rows: string) => ({
  "xl/worksheets/sheet1.xml": `<worksheet><dimension ref="A1:XFD1048576"/><sheetData>${rows}</sheetData></worksheet>`,
});
export const inline = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;

interface Rows {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** A workbook of sheets of text. */
export function sheetsFile(sheets: readonly Rows[]): File {
  const tags = sheets.map(({ name }, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join("");
  const rels = sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`).join("");
  return workbookFile({
    "xl/workbook.xml": `<workbook><sheets>${tags}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${rels}</Relationships>`,
    ...Object.fromEntries(sheets.map(({ rows }, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(rows)])),
  });
}

const sheetXml = (rows: Rows["rows"]): string =>
  `<worksheet><sheetData>${rows
    .map(
      (row, r) =>
        `<row r="${r + 1}">${row.map((text, c) => inline(`${"ABCDEFGHIJ"[c]}${r + 1}`, text)).join("")}</row>`,
    )
    .join("")}</sheetData></worksheet>`;

/** A workbook of many sheets, each with one cell that says which it is. */
export const manySheets = (names: readonly string[]): File =>
  sheetsFile(names.map((name) => ({ name, rows: [[name]] })));
