import type { Book } from "../host.ts";
import { type CellRange, isBlankRow, isErrorValue, shown } from "../plan/cells.ts";
import type { Problem } from "../problems.ts";
import { a1 } from "../sheets/a1.ts";
import { registerIn, type Way } from "./finance-register.ts";

/** What a linked sheet shows in place of its table: a failure's name, or that it still loads, in whatever language; null where a table may stand. */
export function failureIn(cells: CellRange): string | null {
  const [first = null, ...beside] = cells[0] ?? [];
  if (typeof first !== "string") return null;
  const isAlone = isBlankRow(beside) && cells.slice(1).every((row) => isBlankRow(row));
  const isFailure = isErrorValue(first) || /^loading/i.test(first) || (isAlone && /^#|(?:\.{3}|…)$/.test(first.trim()));
  return isFailure ? shown(first) : null;
}

/** One problem for all linked sheets that show the same failure; no figure is computed without their tables. */
export function brokenLinks(book: Book): readonly Problem[] {
  const register = registerIn(book);
  if (register === null || register.way === "file") return [];
  const sheets = new Map<string, string[]>();
  for (const { sheet } of register.sheets) {
    const shows = failureIn(book.find(({ name }) => name === sheet)?.cells ?? []);
    if (shows !== null) sheets.set(shows, [...(sheets.get(shows) ?? []), sheet]);
  }
  const { way } = register;
  return [...sheets].map(([value, names]) => ({
    code: "HR-295",
    at: names.map((sheet) => ({ table: sheet, row: 1, column: "", sheet, a1: a1({ row: 0, column: 0 }) })),
    value,
    why: `stands where the planning workbook's ${names.join(", ")} should be, and nothing is computed without ${names.length === 1 ? "that table" : "these tables"}`,
    hint: HINTS[way](value, names.length === 1 ? names[0]! : "one of these names"),
  }));
}

const HINTS: { readonly [W in Exclude<Way, "file">]: (shows: string, sheet: string) => string } = {
  "import range": (shows, sheet) =>
    shows.startsWith("#")
      ? `Maybe point at that cell and press Allow access; if it stays, and the planning workbook has no sheet ${sheet}, delete it here.`
      : "Maybe wait until the table is there, and try again; if it stays, press Set up finance workbook in the panel Sheets again.",
  "workbook link": (_, sheet) =>
    `Maybe open the planning workbook, then Data, Edit Links, Update; if it stays, and the planning workbook has no sheet ${sheet}, delete it here.`,
};
