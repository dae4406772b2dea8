import { helpers } from "../engine.ts";
import { Refusal } from "../refusal.ts";
import { SHEET_PART } from "./xml.ts";

const MOST_SHEETS = 200;
const MOST_CELLS = 4_000_000;
const MOST_ROWS = 500_000;
const MOST_COLUMNS = 2_000;
const MOST_SPILLED = 1_000_000;

/** Refuse what the page could not bear, with the number that is too large. */
export function checkSize(parts: ReadonlyMap<string, string>): void {
  const sheets = [...parts].filter(([path]) => SHEET_PART.test(path));
  if (sheets.length > MOST_SHEETS) throw tooLarge(`${sheets.length} sheets`, `${MOST_SHEETS}`);
  let cells = 0;
  for (const [, xml] of sheets) {
    cells += countOf(xml, "<c ");
    if (cells > MOST_CELLS) throw tooLarge("more cells", "4,000,000");
    checkPlaces(xml);
  }
}

const tooLarge = (has: string, most: string) =>
  new Refusal(`This workbook has ${has} than the workbench opens (${most}). Maybe open a part of it.`);

function countOf(xml: string, word: string): number {
  let count = 0;
  for (let at = xml.indexOf(word); at >= 0; at = xml.indexOf(word, at + word.length)) count += 1;
  return count;
}

/** A single cell far out, or a formula that spills over everything, would make the sheet as large. */
function checkPlaces(xml: string): void {
  for (const [, row] of xml.matchAll(/<row [^>]*?\br="(\d+)"/g)) {
    if (Number(row) > MOST_ROWS) throw tooLarge(`a row ${row}, further down`, "500,000 rows");
  }
  for (const [, letters] of xml.matchAll(/<c [^>]*?\br="([A-Z]{3,})\d+"/g)) {
    if (helpers.lettersToNumber(letters!) >= MOST_COLUMNS)
      throw tooLarge(`a column ${letters}, further right`, "2,000 columns");
  }
  for (const [, ref] of xml.matchAll(/<f [^>]*?\bref="([^"]+)"/g)) {
    if (areaOf(ref!) > MOST_SPILLED) throw tooLarge("a formula that fills more cells", "1,000,000");
  }
}

function areaOf(ref: string): number {
  if (!/^\$?[A-Z]{1,3}\$?\d{1,7}(:\$?[A-Z]{1,3}\$?\d{1,7})?$/.test(ref))
    throw tooLarge("a formula that fills stranger cells", ref);
  const { top, bottom, left, right } = helpers.toZone(ref);
  return (bottom - top + 1) * (right - left + 1);
}
