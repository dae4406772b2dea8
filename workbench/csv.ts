import { delimiterOf, recordsOf } from "../core/imports/csv.ts";
import type { Cell } from "../core/plan/cells.ts";
import { decoded } from "../panels/files/decode.ts";
import type { Model } from "./engine.ts";
import { Refusal } from "./refusal.ts";
import { contentsOf } from "./start/plan-sheets.ts";
import { workbookOf } from "./workbook.ts";

const MOST_BYTES = 20_000_000;
const MOST_CELLS = 1_000_000;
const LONGEST_NAME = 31;

/** A workbook of one sheet from a table of values between commas, semicolons or tabs. */
export function openCsv(fileName: string, bytes: Uint8Array): Model {
  if (bytes.length > MOST_BYTES) throw new Refusal("This file is larger than 20 MB. Maybe open a part of it.");
  const rows = cellsOf(decoded(bytes).text);
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 1);
  if (rows.length * columns > MOST_CELLS) {
    throw new Refusal(
      `This file has ${rows.length} rows of ${columns} columns, more than a million cells. Maybe open a part of it.`,
    );
  }
  const name =
    fileName
      .replace(/\.[^.]*$/, "")
      .replace(/['*?/\\[\]:]/g, " ")
      .trim()
      .slice(0, LONGEST_NAME) || "Sheet1";
  const size = { rowNumber: rows.length + 100, colNumber: columns + 10 };
  return workbookOf({ sheets: [{ id: "table", name, ...size, cells: contentsOf(rows) }] });
}

/** Numbers only where they are plain; all else stays text, exactly as it stands: the import panel knows what it means. */
export const cellsOf = (text: string): readonly (readonly Cell[])[] =>
  recordsOf(text, delimiterOf(text), cellOf).records;

const PLAIN_NUMBER = /^-?(0|[1-9]\d{0,14})(\.\d{1,15})?$/;

const cellOf = (text: string, quoted: boolean): Cell => {
  if (text === "") return null;
  return !quoted && PLAIN_NUMBER.test(text) ? Number(text) : text;
};
