import { load, type Model } from "../engine.ts";
import { Refusal } from "../refusal.ts";
import { type SheetData, workbookOf } from "../workbook.ts";
import { withoutSparedBlanks } from "./blank-rules.ts";
import { aimLinks } from "./cell-links.ts";
import { countedFrom1900 } from "./dates-1904.ts";
import { namedCharts } from "./drawings.ts";
import { readSpelling } from "./formulas.ts";
import { checkSize } from "./limits.ts";
import { lengthen, type ReadSheet, shortened } from "./long-sheets.ts";
import { namesIn } from "./names.ts";
import { notesIn } from "./notes.ts";
import { pagesIn } from "./pages.ts";
import { readRuleFills, withoutBlankRows, withoutColumnStyles } from "./styles.ts";
import { guardInline, guardShared, settleTextFormats } from "./texts.ts";
import { parse, SHEET_PART } from "./xml.ts";
import { textParts } from "./zip.ts";

type LoadedSheet = SheetData &
  ReadSheet & {
    readonly figures?: { id: string; readonly tag: string; data: unknown }[];
  };
interface Loaded {
  readonly sheets: readonly LoadedSheet[];
  readonly formats: Readonly<Record<string, string>>;
}

/**
 * A workbook from an .xlsx file: the engine's own reader, and around it what that reader leaves out: names, our functions
 * as Excel and Google Sheets store them, colours of rules, notes, places of links, stacked columns.
 */
export function openXlsx(bytes: Uint8Array): Model {
  const whole = countedFrom1900(trimmed(textParts(bytes)));
  if (!whole.has("xl/workbook.xml") || !whole.has("[Content_Types].xml")) {
    throw new Refusal("This file is no .xlsx workbook. Maybe save it as .xlsx first.");
  }
  checkSize(whole);
  for (const xml of whole.values()) if (/<!(DOCTYPE|ENTITY)/i.test(xml)) parse(xml); // refuses it
  const short = shortened(whole);
  const { parts } = short;
  const ready = new Map([...parts].map(([path, xml]) => [path, prepared(path, xml)]));
  const data = read(ready);
  lengthen(data.sheets, short, ready.get("xl/sharedStrings.xml") ?? "");
  aimLinks(data.sheets, parts);
  settleTextFormats(data.sheets, data.formats);
  const more = {
    namedRanges: namesIn(parts.get("xl/workbook.xml") ?? ""),
    headroomNotes: notesIn(parts),
    headroomCharts: namedCharts(data.sheets, parts),
    headroomPages: pagesIn(parts),
  };
  return workbookOf({ ...data, ...more });
}

const trimmed = (parts: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map([...parts].map(([path, xml]) => [path, SHEET_PART.test(path) ? withoutBlankRows(xml) : xml]));

/** What a part needs before the engine reads it. */
function prepared(path: string, xml: string): string {
  if (path === "xl/sharedStrings.xml") return guardShared(xml);
  if (path === "xl/styles.xml") return readRuleFills(xml);
  return SHEET_PART.test(path) ? withoutSparedBlanks(withoutColumnStyles(guardInline(readSpelling(xml)))) : xml;
}

/** Drawings of kinds that the engine does not know make it give up; the cells are worth more than they. */
function read(parts: ReadonlyMap<string, string>): Loaded {
  try {
    return loaded(parts);
  } catch {
    const bare = [...parts].map(([path, xml]) => [path, xml.replace(/<(legacyD|d)rawing [^>]*\/>/g, "")] as const);
    try {
      return loaded(new Map(bare.filter(([path]) => !/^xl\/(drawings|charts)\//.test(path))));
    } catch (error) {
      throw new Refusal(
        `This workbook could not be read (${String(error)}). Maybe save it anew in Excel or Google Sheets.`,
      );
    }
  }
}

const loaded = (parts: ReadonlyMap<string, string>): Loaded =>
  load(Object.fromEntries(parts), false) as unknown as Loaded;
