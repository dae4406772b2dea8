import type { Area } from "../../../../core/host.ts";

/** A spreadsheet as data: what the stand-in for Google keeps, so that a test can copy it, break it and look at it. */
export interface CellState {
  value?: string | number | boolean;
  formula?: string;
  format?: string;
  background?: string;
  color?: string;
  bold?: boolean;
  size?: number;
  align?: "left" | "right";
  note?: string;
  link?: string;
  validation?: Validation;
}
export interface Validation {
  readonly words?: readonly string[];
  readonly range?: Place;
  readonly allowInvalid: boolean;
}
export interface Place {
  readonly sheetId: number;
  readonly at: Area;
}
export interface RuleState {
  readonly kind: string;
  readonly values: readonly number[];
  readonly background: string | null;
  readonly color: string | null;
  readonly bold: boolean | null;
  readonly ranges: readonly Area[];
}
export interface ChartState {
  readonly id: number;
  readonly type: string;
  readonly stacked: boolean;
  readonly ranges: readonly Area[];
  readonly headers: number;
  readonly anchor: readonly number[];
  readonly options: ReadonlyMap<string, unknown>;
}
export interface SheetState {
  readonly id: number;
  name: string;
  hidden: boolean;
  maxRows: number;
  maxColumns: number;
  /** By "row,column", counted from 1. */
  cells: Map<string, CellState>;
  rules: readonly RuleState[];
  charts: ChartState[];
  frozenRows: number;
  frozenColumns: number;
  widths: Map<number, number>;
  metadata: { readonly key: string; readonly value: string }[];
}
export interface BookState {
  readonly timeZone: string;
  sheets: SheetState[];
  active: number;
  selection: string;
  next: number;
  names: Map<string, Place>;
  protections: { place: Place; description: string; warningOnly: boolean }[];
  properties: Map<string, string>;
}

export function newBook(timeZone = "Etc/UTC"): BookState {
  const book: BookState = {
    timeZone,
    sheets: [],
    active: 0,
    selection: "",
    next: 0,
    names: new Map(),
    protections: [],
    properties: new Map(),
  };
  book.active = newSheet(book, "Sheet1").id;
  return book;
}

export function newSheet(book: BookState, name: string, index = book.sheets.length): SheetState {
  const sheet: SheetState = {
    id: book.next++,
    name,
    hidden: false,
    maxRows: 1000,
    maxColumns: 26,
    cells: new Map(),
    rules: [],
    charts: [],
    frozenRows: 0,
    frozenColumns: 0,
    widths: new Map(),
    metadata: [],
  };
  book.sheets.splice(index, 0, sheet);
  return sheet;
}

export function sheetOf(book: BookState, name: string): SheetState {
  const found = book.sheets.find((sheet) => sheet.name === name);
  if (!found) throw new Error(`There is no sheet ${name}.`);
  return found;
}

/** The keys of a rectangle's cells, row by row. Counted from 1, as Apps Script does. */
export const keysOf = ({ row, column, rows, columns }: Area): string[][] =>
  Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => `${row + i},${column + j}`));

/** Change a cell; one that says nothing any more is forgotten. */
export function change(sheet: SheetState, key: string, act: (cell: CellState) => void): void {
  const cell = sheet.cells.get(key) ?? {};
  act(cell);
  if (Object.keys(cell).length === 0) sheet.cells.delete(key);
  else sheet.cells.set(key, cell);
}

/** Last row and column that hold a value. */
export function used(sheet: SheetState): { readonly rows: number; readonly columns: number } {
  let [rows, columns] = [0, 0];
  for (const [key, { value, formula }] of sheet.cells) {
    if (value === undefined && formula === undefined) continue;
    const [row, column] = key.split(",").map(Number);
    rows = Math.max(rows, row!);
    columns = Math.max(columns, column!);
  }
  return { rows, columns };
}
