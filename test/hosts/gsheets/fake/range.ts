import type { Area } from "../../../../core/host.ts";
import { dateIn, showsDate } from "./days.ts";
import type { Fake } from "./fake.ts";
import { strict } from "./gate.ts";
import { type CellState, change, keysOf, type Place, type SheetState, type Validation } from "./state.ts";
import { enter } from "./typed.ts";

/** What the stand-in's own objects know of a range that a script hands back. */
export const places = new WeakMap<object, Place>();

/** A rectangle as Apps Script hands it out, counted from 1. */
export function rangeApi(fake: Fake, sheet: SheetState, at: Area): object {
  const { row, column, rows, columns } = at;
  const whole = [row, column, rows, columns].every((n) => Number.isInteger(n) && n >= 1);
  if (!whole || row + rows - 1 > sheet.maxRows || column + columns - 1 > sheet.maxColumns) {
    throw new Error("The coordinates of the range are outside the dimensions of the sheet.");
  }
  const keys = keysOf(at);
  const each = (act: (cell: CellState, i: number, j: number) => void) => {
    keys.forEach((line, i) => {
      line.forEach((key, j) => {
        change(sheet, key, (cell) => act(cell, i, j));
      });
    });
    return api;
  };
  const map = <T>(get: (cell: CellState) => T) =>
    keys.map((line) => line.map((key) => get(sheet.cells.get(key) ?? {})));
  const fits = (data: readonly (readonly unknown[])[]) => {
    if (data.length !== rows || data.some((line) => line.length !== columns)) {
      throw new Error(
        `The number of rows or columns in the data does not match the range: it has ${rows} rows and ${columns} columns.`,
      );
    }
  };
  const set = <K extends keyof CellState>(key: K, value: CellState[K] | null) =>
    each((cell) => {
      if (value === null) delete cell[key];
      else cell[key] = value;
    });
  const shown = ({ value, formula, format }: CellState): unknown => {
    if (formula !== undefined) return value ?? 0;
    if (typeof value === "number" && showsDate(format)) return dateIn(value, fake.book.timeZone);
    return value ?? "";
  };
  const api: object = strict(fake.gate, "Range", {
    getRow: () => row,
    getColumn: () => column,
    getNumRows: () => rows,
    getNumColumns: () => columns,
    getSheet: () => fake.sheetApi(sheet),
    getValues: () => map(shown),
    getValue: () => shown(sheet.cells.get(keys[0]![0]!) ?? {}),
    getFormulas: () => map(({ formula }) => formula ?? ""),
    setValues: (data: readonly (readonly unknown[])[]) => {
      fits(data);
      return each((cell, i, j) => enter(cell, data[i]![j]));
    },
    getNumberFormats: () => map(({ format }) => format ?? "General"),
    setNumberFormat: (format: string) => set("format", format === "General" ? null : format),
    setNumberFormats: (formats: readonly (readonly string[])[]) => {
      fits(formats);
      return each((cell, i, j) => {
        const format = formats[i]![j]!;
        if (format === "General") delete cell.format;
        else cell.format = format;
      });
    },
    clearContent: () => each((cell) => enter(cell, "")),
    // Leaves the number format, as its documentation says.
    clearFormat: () =>
      each((cell) => {
        for (const key of ["background", "color", "bold", "size", "align"] as const) delete cell[key];
      }),
    clearNote: () => set("note", null),
    clearDataValidations: () => set("validation", null),
    getBackgrounds: () => map(({ background }) => (background ?? "#ffffff").toLowerCase()),
    setBackground: (colour: string | null) => set("background", colour),
    setFontColor: (colour: string | null) => set("color", colour),
    setFontWeight: (weight: string | null) => set("bold", weight === null ? null : weight === "bold"),
    setFontSize: (size: number) => set("size", size),
    setHorizontalAlignment: (align: "left" | "right") => set("align", align),
    setNote: (note: string) => set("note", note === "" ? null : note),
    setDataValidation: (rule: { readonly fake: Validation }) => set("validation", rule.fake),
    setRichTextValue: (rich: { readonly fake: { readonly text: string; readonly link: string } }) =>
      each((cell) => {
        delete cell.formula;
        cell.value = rich.fake.text;
        cell.link = rich.fake.link;
      }),
    protect: () => fake.protect({ sheetId: sheet.id, at }),
    activate: () => {
      fake.book.active = sheet.id;
      fake.book.selection = `${sheet.name} ${row},${column} ${rows}x${columns}`;
      return api;
    },
  });
  places.set(api, { sheetId: sheet.id, at });
  return api;
}
