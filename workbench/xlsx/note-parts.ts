import type { Model } from "../engine.ts";
import { notePartsOf } from "./notes.ts";
import { relsOf } from "./rels.ts";

const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const NO_RELATIONS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
const COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";

/** Add the notes of each sheet to a file's parts, and tell the sheet and the list of parts about them. */
export function addNotes(parts: Map<string, string>, model: Model, sheetIds: readonly string[]): void {
  sheetIds.forEach((sheetId, i) => {
    const path = `xl/worksheets/sheet${i}.xml`;
    const sheet = parts.get(path);
    const notes = notePartsOf(model, sheetId);
    if (!notes || sheet === undefined) return;
    parts.set(`xl/comments${i}.xml`, notes.comments);
    parts.set(`xl/drawings/vmlDrawing${i}.vml`, notes.boxes);
    const rels = parts.get(relsOf(path)) ?? NO_RELATIONS;
    const added =
      `<Relationship Id="rNotes" Type="${RELATIONS}/comments" Target="../comments${i}.xml"/>` +
      `<Relationship Id="rBoxes" Type="${RELATIONS}/vmlDrawing" Target="../drawings/vmlDrawing${i}.vml"/>`;
    parts.set(
      relsOf(path),
      rels
        .replace(/<Relationships([^>]*?)\/>/, "<Relationships$1></Relationships>")
        .replace("</Relationships>", `${added}</Relationships>`),
    );
    parts.set(path, withBoxes(sheet));
    const types = parts.get("[Content_Types].xml") ?? "";
    const type =
      (types.includes('Extension="vml"')
        ? ""
        : '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>') +
      `<Override PartName="/xl/comments${i}.xml" ContentType="${COMMENTS_TYPE}"/>`;
    parts.set("[Content_Types].xml", types.replace("</Types>", `${type}</Types>`));
  });
}

/** After the drawing and before the tables, as the file format wants it. */
function withBoxes(sheetXml: string): string {
  const element = `<legacyDrawing xmlns:r="${RELATIONS}" r:id="rBoxes"/>`;
  if (/<drawing [^>]*\/>/.test(sheetXml))
    return sheetXml.replace(/<drawing [^>]*\/>/, (drawing) => `${drawing}${element}`);
  if (sheetXml.includes("<tableParts")) return sheetXml.replace("<tableParts", `${element}<tableParts`);
  return sheetXml.replace("</worksheet>", `${element}</worksheet>`);
}
