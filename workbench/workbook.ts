import { installDrawing } from "./drawing.ts";
import { Model, registries } from "./engine.ts";
import { installSparingEvaluation } from "./evaluation.ts";
import { registerFunctions, type SheetFunction } from "./functions.ts";
import { LOCALE } from "./locale.ts";
import { installJobs } from "./perform.ts";
import { installBulk } from "./sheet/bulk.ts";
import { installMarkedLines, installStackedCharts } from "./sheet/charts.ts";
import { installCellLinks } from "./sheet/links.ts";
import { installNoteMarks } from "./sheet/note-marks.ts";
import { LEAST_COLUMNS, LEAST_ROWS } from "./sheet/places.ts";
import { installRemarks } from "./sheet/remarks.ts";

/** One sheet as the engine loads it; what is left out is empty. */
export interface SheetData {
  readonly id: string;
  readonly name: string;
  readonly cells?: Readonly<Record<string, string>>;
  readonly rowNumber?: number;
  readonly colNumber?: number;
  readonly formats?: Readonly<Record<string, number>>;
}
export interface WorkbookData {
  readonly sheets: readonly SheetData[];
  readonly formats?: Readonly<Record<number, string>>;
  readonly namedRanges?: Readonly<Record<string, string>>;
}

const VERSION = "19.3.0";

/** Teach the engine all of Headroom, once. Call before the first workbook is made. */
export function install(functions: readonly SheetFunction[]): void {
  registerFunctions(functions);
  if (registries.featurePluginRegistry.contains("headroom jobs")) return;
  installJobs();
  installBulk();
  installSparingEvaluation();
  installDrawing();
  installRemarks();
  installNoteMarks();
  installCellLinks();
  installStackedCharts();
  installMarkedLines();
}

/** A workbook from plain data; every sheet is large enough for results that spill. */
export function workbookOf(data: WorkbookData): Model {
  const sheets = data.sheets.map((sheet) => ({
    ...sheet,
    rowNumber: Math.max(LEAST_ROWS, sheet.rowNumber ?? 0),
    colNumber: Math.max(LEAST_COLUMNS, sheet.colNumber ?? 0),
  }));
  const settings = { locale: LOCALE };
  const model = new Model(
    { version: VERSION, revisionId: "START_REVISION", settings, ...data, sheets },
    {},
    [],
    undefined,
    false,
  );
  sendAsIs(model);
  return model;
}

/** What a change is shortened with before it is sent to others. */
interface Sends {
  readonly session: { commandSquisher: { squish: <T>(commands: T) => T; unsquish: <T>(commands: T) => T } };
}

/** Nobody is sent anything from this page; and the engine's way to shorten formulas fails where one names a cell and the next a range. */
export function sendAsIs(model: Model): void {
  const same = <T>(commands: T): T => commands;
  (model as unknown as Sends).session.commandSquisher = { squish: same, unsquish: same };
}
