import type { Area } from "../../core/host.ts";
import type { Cell } from "../../core/plan/cells.ts";
import type { Grid, Hole, Note, SheetModel } from "../../core/sheets/model.ts";
import type { Written } from "../../core/sheets/ops.ts";
import { cloneBook, type MemoryBook, type MemorySheet, put, ruleOf } from "../support/memory-host.ts";

type Corner = { readonly row: number; readonly column: number };
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const letters = (column: number) => (column < 26 ? LETTERS[column]! : `A${LETTERS[column - 26]!}`);
const PATTERN = new Map([
  ["text", "@"],
  ["hours", "#,##0.0"],
  ["count", "#,##0"],
  ["date", "yyyy-mm-dd"],
  ["state", '"✗ Out of date";"– Not made";"✓ Up to date"'],
]);

/** What the workbook must look like when a sheet stands in it: written without any of the code that writes sheets. */
export function byHand(book: MemoryBook, model: SheetModel, corners: readonly Corner[]): MemoryBook {
  const copy = cloneBook(book);
  const sheet = copy.sheets.get(model.name)!;
  const prefix = `Headroom_${model.name.replace(/[^A-Za-z0-9]+/g, "_")}_`;
  for (const block of model.blocks) wipe(copy, sheet, `${prefix}${block.key}`);
  model.blocks.forEach((block, i) => {
    const { row, column } = corners[i]!;
    const name = `${prefix}${block.key}`;
    const at =
      block.kind === "note"
        ? noteByHand(copy, model.name, block, corners[i]!)
        : gridByHand(copy, model.name, block, corners[i]!, name);
    copy.names.set(name, { sheet: model.name, at });
    if (i === 0 && block.kind === "note" && block.lines[0]?.look === "title")
      sheet.looks.set(`${row},${column}`, "sheet");
  });
  return copy;
}

function wipe(book: MemoryBook, sheet: MemorySheet, name: string): void {
  const old = book.names.get(name)?.at;
  if (!old) return;
  for (let i = 0; i < old.rows; i++) {
    for (let j = 0; j < old.columns; j++) {
      for (const map of [sheet.cells, sheet.formats, sheet.looks, sheet.links, sheet.notes])
        map.delete(`${old.row + i},${old.column + j}`);
    }
  }
  const rule = (areas: readonly Area[]) =>
    areas.some(
      ({ row, column }) =>
        row >= old.row && row < old.row + old.rows && column >= old.column && column < old.column + old.columns,
    );
  sheet.rules = sheet.rules.filter(({ at }) => !rule(at));
  for (const chart of [...sheet.charts.keys()]) if (chart.startsWith(`${name}_`)) sheet.charts.delete(chart);
}

function noteByHand(book: MemoryBook, sheet: string, { lines }: Note, { row, column }: Corner): Area {
  const { formats, looks, links, notes, rules } = book.sheets.get(sheet)!;
  lines.forEach(({ text, formula, about, look, swatch, goTo }, i) => {
    put(book, sheet, row + i, column, formula === undefined ? text : { formula: `=${formula}` });
    formats.set(`${row + i},${column}`, formula === undefined ? "@" : PATTERN.get("state")!);
    if (about !== undefined) notes.set(`${row + i},${column}`, about);
    if (formula !== undefined) {
      rules.push(ruleOf([{ row: row + i, column, rows: 1, columns: 1 }], { is: "above", value: 0 }, "bad"));
    }
    const isSaid = look === "good" || look === "tight" || look === "bad";
    looks.set(`${row + i},${column}`, isSaid && !swatch ? `says ${look}` : (look ?? "note"));
    if (goTo) links.set(`${row + i},${column}`, `${goTo.sheet}!${goTo.a1}`);
  });
  return { row, column, rows: lines.length, columns: 1 };
}

function gridByHand(book: MemoryBook, name: string, grid: Grid, { row, column }: Corner, block: string): Area {
  const sheet = book.sheets.get(name)!;
  const n = grid.rows.length;
  const width = grid.columns.length;
  const totals = n > 0 && grid.columns.some(({ total }) => total === true);
  const letter = (key: string) => letters(column + grid.columns.findIndex((one) => one.key === key));
  const set = (i: number, j: number, cell: Written, pattern: string, look?: string) => {
    put(book, name, row + i, column + j, cell);
    sheet.formats.set(`${row + i},${column + j}`, pattern);
    if (look) sheet.looks.set(`${row + i},${column + j}`, look);
  };
  grid.columns.forEach(({ heading, headingDay, shows, total, key, note }, j) => {
    const title = j === 0 ? grid.title : j === width - 1 ? `inputs ${grid.fingerprint}` : null;
    const isNumber = j > 0 && shows !== "text" && shows !== "state";
    set(0, j, title, "@", j === width - 1 ? "stamp" : "title");
    set(
      1,
      j,
      headingDay ?? heading,
      headingDay === undefined ? "@" : "d mmm",
      isNumber ? "heading of numbers" : "heading",
    );
    if (note !== undefined) sheet.notes.set(`${row + 1},${column + j}`, note);
    grid.rows.forEach((cells, i) => {
      const content = cells[j]!;
      const spelled = (one: Exclude<typeof content, Cell | { text: string }>) =>
        one.parts.map((part, k) => part + holeByHand(one.holes[k], letter, row + 3 + i)).join("");
      const cell =
        content === null || typeof content !== "object"
          ? content
          : "text" in content
            ? content.text
            : { formula: `=${spelled(content)}` };
      const label = j === 0 && shows !== "text" ? "label" : undefined;
      set(2 + i, j, cell, PATTERN.get(shows)!, grid.rowLooks?.get(i) ?? label);
    });
    if (!totals) return;
    const sum = { formula: `=SUM(${letter(key)}${row + 3}:${letter(key)}${row + 2 + n})` };
    set(2 + n, j, total ? sum : j === 0 ? "Total" : null, PATTERN.get(shows)!, "total");
  });
  const body = (key: string) => ({
    row: row + 2,
    column: column + grid.columns.findIndex((one) => one.key === key),
    rows: n,
    columns: 1,
  });
  if (n > 0) {
    for (const { when, look, columns } of grid.rules) sheet.rules.push(ruleOf(columns.map(body), when, look));
    for (const { key, kind, title, about, categories, series } of grid.charts) {
      const heads = (one: string) => ({ ...body(one), row: row + 1, rows: n + 1 });
      const op = {
        do: "chart",
        name: `${block}_${key}`,
        kind,
        title,
        about,
        categories: heads(categories),
        series: series.map(heads),
        at: { row, column: column + width + 2 },
      };
      sheet.charts.set(op.name, JSON.stringify(op));
    }
  }
  return { row, column, rows: 2 + n + (totals ? 1 : 0), columns: width };
}

function holeByHand(hole: Hole | undefined, letter: (key: string) => string, row: number): string {
  if (!hole) return "";
  if ("sameRow" in hole) return `${letter(hole.sameRow)}${row}`;
  throw new Error("The sheets under test use no other hole.");
}

/** The hash of a block's own cells, which a test cannot know beforehand, taken out of a picture. */
export const withoutHashes = (picture: string): string => picture.replace(/ cells [0-9a-f]{16}/g, "");
