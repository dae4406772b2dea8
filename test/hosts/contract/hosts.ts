import { FUNCTIONS } from "../../../core/functions/index.ts";
import { PlanError } from "../../../core/problems.ts";
import { ask } from "../../../core/questions/index.ts";
import { a1 } from "../../../core/sheets/a1.ts";
import type { Written } from "../../../core/sheets/ops.ts";
import { work as workInExcel } from "../../../excel/host.ts";
import { work as workInWorkbench } from "../../../workbench/host.ts";
import { install as installWorkbench, workbookOf } from "../../../workbench/workbook.ts";
import type { Snapshot } from "../../support/snapshot.ts";
import { type } from "../../support/workbench.ts";
import { install as installOffice, loadOffice } from "../excel/office/load.ts";
import { parseAddress } from "../excel/office/zones.ts";
import { snapshot as excelSnapshot } from "../excel/snapshot.ts";
import { opened } from "../gsheets/addon.ts";
import { newBook, newSheet, sheetOf } from "../gsheets/fake/state.ts";
import { snapshot as sheetsSnapshot } from "../gsheets/snapshot.ts";
import { snapshot as workbenchSnapshot } from "../workbench/snapshot.ts";

/** A workbook in one of the hosts, as the contract test sees it. */
export interface Opened {
  /** What a panel asks; a reply, or the sentence that it shows instead. */
  readonly ask: (name: string, request: unknown) => Promise<unknown>;
  /** A planner types into a cell; text stays the text it is. */
  readonly enter: (sheet: string, address: string, cell: Written) => void;
  /** A planner colours a cell. */
  readonly fill: (sheet: string, address: string, colour: string) => void;
  /** A planner hides a sheet, renames it, or deletes it. */
  readonly change: (sheet: string, how: SheetChange) => void;
  readonly snapshot: () => Snapshot;
}
export type SheetChange = "hide" | "show" | "delete" | { readonly rename: string };
/** Sheets of a workbook, each with what is typed into it from A1 on. */
type Typed = ReadonlyMap<string, readonly (readonly Written[])[]>;
type Open = (sheets: Typed) => Opened;

/** What formulas of the planner's own show: two of the stand-ins do not compute. */
const SHOWN: ReadonlyMap<string, string | number> = new Map<string, string | number>([
  ["=1/0", "#DIV/0!"],
  ["=20+20", 40],
]);
const shownBy = (formula: string): string | number => SHOWN.get(formula) ?? 0;

const excel: Open = (sheets) => {
  const office = loadOffice();
  installOffice(office);
  const { host } = office;
  host.calculate = shownBy;
  const [first, ...others] = sheets.keys();
  host.sheet("Sheet1").props.Name = first;
  for (const name of others) host.sheets.call("Add", [name]);
  return typedInto(sheets, {
    ask: (name, request) => answer(() => workInExcel(ask(name, request))),
    enter: (sheet, address, cell) => {
      const range = host.sheet(sheet).range(parseAddress(address)!.area);
      if (cell !== null && typeof cell === "object") range.set("Formulas", [[cell.formula]]);
      else range.set("Values", [[typeof cell === "string" ? `'${cell}` : (cell ?? "")]]);
    },
    fill: (sheet, address, colour) =>
      host.sheet(sheet).change(parseAddress(address)!.area, (state) => ({ ...state, fill: colour.toUpperCase() })),
    change: (name, how) => {
      const sheet = host.sheet(name);
      if (how === "delete") sheet.call("Delete", []);
      else if (typeof how === "object") sheet.set("Name", how.rename);
      else sheet.set("Visibility", how === "hide" ? "Hidden" : "Visible");
    },
    snapshot: () => excelSnapshot(host),
  });
};

const googleSheets: Open = (sheets) => {
  const book = newBook();
  const [first, ...others] = sheets.keys();
  book.sheets[0]!.name = first!;
  for (const name of others) newSheet(book, name);
  const { ask: asked } = opened(book);
  return typedInto(sheets, {
    ask: async (name, request) => {
      const { reply, problem } = asked(name, request);
      return problem ?? reply;
    },
    enter: (sheet, address, cell) => {
      const { row, column } = parseAddress(address)!.area;
      const typed = sheetOf(book, sheet);
      const { cells } = typed;
      typed.maxRows = Math.max(typed.maxRows, row + 1); // Sheets adds rows below what somebody pastes
      const key = `${row + 1},${column + 1}`;
      const { value: _, formula: __, ...rest } = cells.get(key) ?? {};
      if (cell === null) cells.set(key, rest);
      else if (typeof cell !== "object") cells.set(key, { ...rest, value: cell });
      else cells.set(key, { ...rest, formula: cell.formula, value: shownBy(cell.formula) });
    },
    fill: (sheet, address, colour) => {
      const { row, column } = parseAddress(address)!.area;
      const { cells } = sheetOf(book, sheet);
      const key = `${row + 1},${column + 1}`;
      cells.set(key, { ...cells.get(key), background: colour.toUpperCase() });
    },
    change: (name, how) => {
      const sheet = sheetOf(book, name);
      if (typeof how === "object") sheet.name = how.rename;
      else if (how !== "delete") sheet.hidden = how === "hide";
      else {
        book.sheets = book.sheets.filter((one) => one !== sheet);
        for (const [key, { sheetId }] of book.names) if (sheetId === sheet.id) book.names.delete(key);
      }
    },
    snapshot: () => sheetsSnapshot(book),
  });
};

const workbench: Open = (sheets) => {
  installWorkbench(FUNCTIONS);
  const model = workbookOf({
    sheets: [...sheets].map(([name, rows], i) => ({
      id: `sheet-${i}`,
      name,
      rowNumber: MANY_ROWS,
      cells: Object.fromEntries(cellsOf(rows).map(([address, cell]) => [address, contentOf(cell)])),
    })),
  });
  return {
    ask: (name, request) => answer(() => workInWorkbench(model, ask(name, request))),
    enter: (sheet, address, cell) => type(model, sheet, address, contentOf(cell)),
    fill: (sheet, address, colour) => {
      const { row, column } = parseAddress(address)!.area;
      const sheetId = model.getters.getSheetIdByName(sheet)!;
      const target = [{ top: row, bottom: row, left: column, right: column }];
      model.dispatch("SET_FORMATTING", { sheetId, target, style: { fillColor: colour.toUpperCase() } });
    },
    change: (name, how) => {
      const sheetId = model.getters.getSheetIdByName(name)!;
      if (how === "delete") model.dispatch("DELETE_SHEET", { sheetId, sheetName: name });
      else if (how === "hide") model.dispatch("HIDE_SHEET", { sheetId });
      else if (how === "show") model.dispatch("SHOW_SHEET", { sheetId });
      else model.dispatch("RENAME_SHEET", { sheetId, oldName: name, newName: how.rename });
    },
    snapshot: () => workbenchSnapshot(model),
  };
};

/** A sheet grows when somebody pastes; typing into it here does not make it. */
const MANY_ROWS = 3000;

/** Text that the engine would read as something else gets the apostrophe that a planner would type. */
function contentOf(cell: Written): string {
  if (cell === null) return "";
  if (typeof cell === "object") return cell.formula;
  return typeof cell === "string" && /^[='\d.+-]/.test(cell) ? `'${cell}` : String(cell);
}

async function answer(asking: () => unknown): Promise<unknown> {
  try {
    return await asking();
  } catch (error) {
    if (error instanceof PlanError) return error.message;
    throw error;
  }
}

const HOSTS = { excel, googleSheets, workbench } as const;
export type HostName = keyof typeof HOSTS;
export const NAMES = Object.keys(HOSTS) as readonly HostName[];

/** The same sheets, typed into an empty workbook of each host. */
export function inEachHost(sheets: Typed): Record<HostName, Opened> {
  return { excel: excel(sheets), googleSheets: googleSheets(sheets), workbench: workbench(sheets) };
}

/** The same in one host alone. */
export const inHost = (host: HostName, sheets: Typed): Opened => HOSTS[host](sheets);

function typedInto(sheets: Typed, opened: Opened): Opened {
  for (const [sheet, rows] of sheets) for (const [address, cell] of cellsOf(rows)) opened.enter(sheet, address, cell);
  return opened;
}

const cellsOf = (rows: readonly (readonly Written[])[]): readonly (readonly [address: string, cell: Written])[] =>
  rows.flatMap((row, r) =>
    row.flatMap((cell, c) => (cell === null ? [] : [[a1({ row: r, column: c }), cell] as const])),
  );
