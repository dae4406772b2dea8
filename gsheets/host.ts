import { type Answers, type Look, type Owned, run, type Slot, type Step, type Work } from "../core/host.ts";
import { type Cell, widthOf } from "../core/plan/cells.ts";
import { cellFrom } from "./cells.ts";
import { dayReader } from "./days.ts";
import { locked } from "./lock.ts";
import { apply } from "./sheet/apply.ts";
import { fillsIn, readArea } from "./sheet/read.ts";
import { areaOf, type Book, type Desk, onSheet, openSheet, rangeOf, sheetNamed } from "./sheet/stage.ts";

/** Headroom's own hidden sheets for the journal's texts. Its flag is a property of the document, written in one call. */
const SLOTS: readonly [string, string] = ["Headroom journal 1", "Headroom journal 2"];
const FLAG = "headroom.journal";
const OWN = new Set(SLOTS.map((name) => name.toLowerCase()));

type Steps = { readonly [K in Step["do"]]: (desk: Desk, step: Extract<Step, { do: K }>) => Answers[K] };

const STEPS: Steps = {
  book: ({ sheets, dayOf }) =>
    [...sheets.values()]
      .filter((sheet) => !isOwn(sheet.getName()) && !sheet.isSheetHidden())
      .map((sheet) => ({
        name: sheet.getName(),
        cells: withoutBlankEnds(
          sheet
            .getDataRange()
            .getValues()
            .map((row) => row.map((value) => cellFrom(value, dayOf))),
        ),
      })),
  look: ({ book, sheets }) => {
    listSheets(book, sheets); // a call that failed may have made one all the same
    const named = book.getNamedRanges();
    return {
      ...standing(named),
      names: named.map((one) => one.getName()),
      flag: PropertiesService.getDocumentProperties().getProperty(FLAG),
      sheets: [...sheets.values()].map((sheet) => sheet.getName()).filter((name) => !isOwn(name)),
    };
  },
  read: (desk, { areas }) => areas.map(({ sheet, at }) => readArea(desk, sheetNamed(desk, sheet), at)),
  fills: (desk, { areas }) => areas.map(({ sheet, at }) => fillsIn(sheetNamed(desk, sheet), at)),
  stored: (desk, { slot }) => storedIn(desk, slot),
  store: (desk, { slot, cells }) => {
    const sheet = openSheet(desk, SLOTS[slot], true);
    if (!sheet.isSheetHidden()) sheet.hideSheet();
    sheet.clearContents();
    const columns = widthOf(cells);
    if (cells.length === 0 || columns === 0) return;
    const range = rangeOf(sheet, { row: 0, column: 0, rows: cells.length, columns });
    range.setNumberFormat("@");
    range.setValues(cells.map((row) => Array.from({ length: columns }, (_, column) => row[column] ?? "")));
  },
  apply: (desk, { ops }) => void apply(desk, ops),
  raise: (_, { flag }) => void PropertiesService.getDocumentProperties().setProperty(FLAG, flag),
  flush: () => void SpreadsheetApp.flush(),
  tell: () => undefined, // a script says nothing before it has ended
  selection: ({ book }) => {
    const range = book.getActiveRange();
    return range === null ? null : { sheet: range.getSheet().getName(), at: areaOf(range) };
  },
  planning: () => ({ way: "import range", file: null }),
  select: (desk, { sheet: name, at }) => {
    const sheet = sheetNamed(desk, name);
    const area = sheet && onSheet(sheet, at);
    if (sheet && area && !sheet.isSheetHidden()) rangeOf(sheet, area).activate();
  },
};

/** Do a piece of work against the open spreadsheet, alone. */
export function work<T>(todo: Work<T>): T {
  return locked(() => {
    const book = SpreadsheetApp.getActiveSpreadsheet();
    const desk: Desk = { book, sheets: new Map(), dayOf: dayReader() };
    listSheets(book, desk.sheets);
    return run(todo, (step) => (STEPS[step.do] as (desk: Desk, step: Step) => unknown)(desk, step));
  });
}

function listSheets(book: Book, sheets: Desk["sheets"]): void {
  sheets.clear();
  for (const sheet of book.getSheets()) sheets.set(sheet.getName().toLowerCase(), sheet);
}

/** Names and where they stand, our blocks among them; a name whose sheet was deleted leads nowhere. */
function standing(all: readonly GoogleAppsScript.Spreadsheet.NamedRange[]): Pick<Look, "owned" | "named"> {
  const named = new Map(
    all.flatMap((one): (readonly [string, Owned])[] => {
      const range = one.getRange() as GoogleAppsScript.Spreadsheet.Range | null;
      return range === null ? [] : [[one.getName(), { sheet: range.getSheet().getName(), at: areaOf(range) }]];
    }),
  );
  return { named, owned: new Map([...named].filter(([name]) => name.startsWith("Headroom_"))) };
}

const isOwn = (name: string): boolean => OWN.has(name.toLowerCase());

function storedIn(desk: Desk, slot: Slot): readonly (readonly Cell[])[] | null {
  const sheet = sheetNamed(desk, SLOTS[slot]);
  if (!sheet) return null;
  return withoutBlankEnds(
    sheet
      .getDataRange()
      .getValues()
      .map((row) => row.map((value) => cellFrom(value, desk.dayOf))),
  );
}

/** A sheet without anything in it still has one cell. */
const withoutBlankEnds = (cells: Cell[][]): Cell[][] =>
  cells.length === 1 && cells[0]!.every((cell) => cell === null) ? [] : cells;
