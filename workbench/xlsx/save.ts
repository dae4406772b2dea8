import type { Model } from "../engine.ts";
import { withBlanksSpared } from "./blank-rules.ts";
import { withPlaces } from "./cell-links.ts";
import { repaired } from "./charts.ts";
import { withChartNames } from "./drawings.ts";
import { withNames } from "./names.ts";
import { addNotes } from "./note-parts.ts";
import { withPage } from "./pages.ts";
import { withSpills } from "./spills.ts";
import { wholeColours } from "./styles.ts";
import { bareShared } from "./texts.ts";
import { valuesOnly } from "./values-only.ts";
import { SHEET_PART } from "./xml.ts";
import { archive } from "./zip.ts";

/** A workbook as an .xlsx file. `live` keeps formulas, of which ours need the add-in in Excel; otherwise there are only values. */
export async function saveXlsx(open: Model, { live }: { readonly live: boolean }): Promise<Uint8Array> {
  const model = live ? open : valuesOnly(open);
  const { files } = await model.exportXLSX();
  const sheetIds = model.getters.getSheetIds();
  const parts = new Map<string, string>();
  for (const file of files) {
    const content = "content" in file ? file.content : null;
    if (content !== null)
      parts.set(file.path, finished(file.path, content.replaceAll(' xmlns=""', ""), model, sheetIds));
  }
  addNotes(parts, model, sheetIds);
  return archive(parts);
}

/** What the engine left out of a part, or got wrong. */
function finished(path: string, xml: string, model: Model, sheetIds: readonly string[]): string {
  const sheetId = sheetIds[Number(/(\d+)\.xml$/.exec(path)?.[1])];
  if (SHEET_PART.test(path) && sheetId !== undefined)
    return withPage(withPlaces(withSpills(withBlanksSpared(xml), sheetId, model), sheetId, model), sheetId, model);
  if (/^xl\/drawings\/drawing\d+\.xml$/.test(path) && sheetId !== undefined) return withChartNames(xml, sheetId, model);
  if (/^xl\/charts\/chart\d+\.xml$/.test(path)) return repaired(xml, model);
  return WHOLE.get(path)?.(xml, model) ?? xml;
}

const WHOLE = new Map<string, (xml: string, model: Model) => string>([
  ["xl/workbook.xml", withNames],
  ["xl/styles.xml", wholeColours],
  ["xl/sharedStrings.xml", bareShared],
]);
