import { attribute, elements, plainText } from "../../panels/files/xml.ts";
import { helpers } from "../engine.ts";
import { guard } from "../sheet/text.ts";
import { sheetsIn } from "./rels.ts";
import { withoutColumnStyles } from "./styles.ts";
import { SHEET_PART } from "./xml.ts";

type Parts = ReadonlyMap<string, string>;

/** A sheet as the engine has read it. */
export interface ReadSheet {
  readonly name: string;
  readonly cells: Record<string, unknown>;
  readonly styles?: Record<string, number>;
  readonly formats: Record<string, number>;
  readonly borders?: Record<string, number>;
  rowNumber?: number;
}

/** Rows that the engine reads of a long sheet: it looks each row up among all others, which takes minutes for 100,000. */
const READ = 1000;
const MANY = 3000;
const ROOM_BELOW = 5;

/** The rest of a long sheet, and the row in which the engine is shown each of its styles once. */
interface Rest {
  readonly xml: string;
  readonly lastRow: number;
  readonly styles: readonly string[];
  readonly stylesRow: number;
}
export interface Shortened {
  readonly parts: Parts;
  readonly rests: ReadonlyMap<string, Rest>;
}

/** The same parts with only the first rows of long sheets, and what was taken out: rows of plain values. */
export function shortened(parts: Parts): Shortened {
  const rests = new Map<string, Rest>();
  const kept = new Map(parts);
  for (const [path, whole] of parts) {
    const found = SHEET_PART.test(path) ? cut(whole) : null;
    if (found === null) continue;
    kept.set(path, found.xml);
    rests.set(path, found.rest);
  }
  return { parts: kept, rests };
}

function cut(whole: string): { readonly xml: string; readonly rest: Rest } | null {
  const end = whole.indexOf("</sheetData>");
  const rows = end < 0 ? [] : [...whole.slice(0, end).matchAll(/<row\b[^>]*>/g)];
  const first = rows[READ];
  if (first === undefined || rows.length < MANY) return null;
  const rest = rows.slice(READ);
  const xml = whole.slice(first.index, end);
  if (!rest.every(([tag]) => isPlainRow(tag)) || /<f[ >/]/.test(xml)) return null;
  const lastRow = Number(attribute(rest.at(-1)![0], "r"));
  const stylesRow = Number(attribute(rows[READ - 1]![0], "r")) + 1;
  if (!(stylesRow <= Number(attribute(first[0], "r"))) || linksBelow(whole.slice(end), stylesRow)) return null;
  const styles = [...new Set([...xml.matchAll(/<c\b[^>]* s="(\d+)"/g)].map(([, style]) => style!))];
  const cells = styles.map((style, i) => `<c r="${helpers.toXC(i, stylesRow - 1)}" s="${style}"><v>0</v></c>`);
  const shown = `<row r="${stylesRow}">${cells.join("")}</row>`;
  const head = withoutColumnStyles(whole);
  const at = head.length - whole.length + first.index;
  return {
    xml: `${head.slice(0, at)}${shown}${head.slice(head.length - whole.length + end)}`,
    rest: { xml, lastRow, styles, stylesRow },
  };
}

/** A row without a height, a style or a level of its own. */
const isPlainRow = (tag: string): boolean =>
  / r="\d+"/.test(tag) && !/ (?:ht|hidden|s|outlineLevel|collapsed)="/.test(tag);

const linksBelow = (after: string, row: number): boolean =>
  [...after.matchAll(/<hyperlink [^>]*\bref="[A-Z]+(\d+)/g)].some(([, at]) => Number(at) >= row);

/** Put the rest of each long sheet below what the engine has read, with the looks that it gave to the same styles. */
export function lengthen(sheets: readonly ReadSheet[], { parts, rests }: Shortened, guardedTexts: string): void {
  if (rests.size === 0) return;
  const texts = [...elements(guardedTexts, "si")].map(({ inner }) => textIn(inner));
  for (const { name, path } of sheetsIn(parts)) {
    const rest = rests.get(path);
    const sheet = sheets.find((one) => one.name === name);
    if (rest === undefined || sheet === undefined) continue;
    const looks = looksOf(sheet, rest);
    for (const { tag, inner } of elements(rest.xml, "c")) {
      const at = attribute(tag, "r") ?? "";
      const look = looks.get(attribute(tag, "s") ?? "");
      for (const { of, is } of look ?? []) of[at] = is;
      const content = contentOf(tag, inner, texts);
      if (content !== "") sheet.cells[at] = content;
    }
    sheet.rowNumber = Math.max(sheet.rowNumber ?? 0, rest.lastRow + ROOM_BELOW);
  }
}

type Look = readonly { readonly of: Record<string, number>; readonly is: number }[];

/** What the engine made of each style, read off the row that shows them, which goes. */
function looksOf({ cells, styles, formats, borders }: ReadSheet, rest: Rest): ReadonlyMap<string, Look> {
  const kinds = [styles, formats, borders].flatMap((one) => (one === undefined ? [] : [one]));
  return new Map(
    rest.styles.map((style, i) => {
      const at = helpers.toXC(i, rest.stylesRow - 1);
      const look = kinds.flatMap((of) => (of[at] === undefined ? [] : [{ of, is: of[at] }]));
      delete cells[at];
      for (const { of } of look) delete of[at];
      return [style, look];
    }),
  );
}

/** A cell as it would be typed. */
function contentOf(tag: string, inner: string, texts: readonly string[]): string {
  const type = attribute(tag, "t");
  if (type === "inlineStr") return guard(textIn(inner));
  const [value] = elements(inner, "v");
  const text = plainText(value?.inner ?? "");
  if (type === "s") return texts[Number(text)] ?? "";
  if (type === "b") return text === "1" ? "TRUE" : "FALSE";
  return type === "str" ? guard(text) : text;
}

/** The runs of a text, without how it is pronounced. */
const textIn = (xml: string): string =>
  [...elements(xml.replace(/<rPh\b[\s\S]*?<\/rPh>/g, ""), "t")].map(({ inner }) => plainText(inner)).join("");
