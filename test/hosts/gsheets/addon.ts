import { addonFiles } from "../../../build/gsheets.mjs";
import type { Cell, CellRange } from "../../../core/plan/cells.ts";
import { appsScriptFunctions, FUNCTIONS } from "../../../core/publish/index.ts";
import { dateIn } from "./fake/days.ts";
import { Fake } from "./fake/fake.ts";
import { type BookState, newBook, newSheet, type SheetState } from "./fake/state.ts";

const files = await addonFiles({ FUNCTIONS, appsScriptFunctions });

/** The add-on as it is pushed to Google. */
export const CODE = files.get("Code.js")!;
export const PANEL = files.get("panel.html")!;

/** A spreadsheet with the built add-on in it. */
export function opened(book: BookState = newBook()) {
  const fake = new Fake(book);
  fake.files.set("panel", PANEL);
  const script = fake.load(CODE);
  /** A panel's question on its way over google.script.run and back. */
  const ask = (name: string, request: unknown): { readonly reply?: unknown; readonly problem?: string } =>
    JSON.parse(String(script.call("answerPanel", name, JSON.stringify(request))));
  return { fake, book, script, ask };
}

const FIRST_DAY = 40_000;

/** A range as Sheets hands it to a function: "" for a blank cell, a Date for a day. */
export const asArgument = (range: CellRange, zone = "Etc/UTC"): unknown[][] =>
  range.map((row) =>
    row.map((cell) => (cell === null ? "" : typeof cell === "number" && cell > FIRST_DAY ? dateIn(cell, zone) : cell)),
  );

/** Type a table into a sheet, days with a date format. */
export function typeIn(book: BookState, name: string, range: CellRange): SheetState {
  const sheet = book.sheets.find((one) => one.name === name) ?? newSheet(book, name);
  range.forEach((row, r) => {
    row.forEach((cell: Cell, c) => {
      if (cell === null) return;
      const format = typeof cell === "number" && cell > FIRST_DAY ? { format: "yyyy-mm-dd" } : {};
      sheet.cells.set(`${r + 1},${c + 1}`, { value: cell, ...format });
    });
  });
  return sheet;
}
