import { helpers, type Model } from "../engine.ts";
import { remarks, type SavedRemarks } from "../sheet/remarks.ts";
import { related, sheetsIn } from "./rels.ts";
import { all, escaped, parse } from "./xml.ts";

type Note = NonNullable<SavedRemarks["headroomNotes"]>[number];

/** Notes of a workbook file, by sheet and cell; the engine drops them. Its ids of sheets are their names. */
export function notesIn(parts: ReadonlyMap<string, string>): readonly Note[] {
  return sheetsIn(parts).flatMap(({ name, path }) => {
    const xml = parts.get(related(parts, path, "comments") ?? "");
    if (xml === undefined) return [];
    return all(parse(xml), "comment").flatMap((one): Note[] => {
      const xc = one.getAttribute("ref") ?? "";
      const text = all(one, "t")
        .map((t) => t.textContent ?? "")
        .join("");
      return /^[A-Z]{1,3}\d{1,7}$/.test(xc) && text !== "" ? [{ sheetId: name, xc, text }] : [];
    });
  });
}

/** The parts that Excel wants for the notes of one sheet: the texts, and the boxes they are drawn in. */
export interface NoteParts {
  readonly comments: string;
  readonly boxes: string;
}

export function notePartsOf({ getters }: Model, sheetId: string): NoteParts | null {
  const notes = remarks(getters)
    .getHeadroomNotes()
    .filter(({ range }) => range.sheetId === sheetId)
    .map(({ range: { zone }, text }) => ({ row: zone.top, column: zone.left, text }));
  if (notes.length === 0) return null;
  const one = ({ row, column, text }: (typeof notes)[number]) =>
    `<comment ref="${helpers.toXC(column, row)}" authorId="0"><text><r><t xml:space="preserve">${escaped(text)}</t></r></text></comment>`;
  return {
    comments:
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
      '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>Headroom</author></authors>' +
      `<commentList>${notes.map(one).join("")}</commentList></comments>`,
    boxes: `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">${SHAPE}${notes.map(box).join("")}</xml>`,
  };
}

const SHAPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

const box = ({ row, column }: { readonly row: number; readonly column: number }, i: number): string =>
  `<v:shape id="_x0000_s${1025 + i}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:180pt;height:70pt;z-index:${i + 1};visibility:hidden" fillcolor="#fffbeb" o:insetmode="auto">` +
  '<v:fill color2="#fffbeb"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/>' +
  `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
