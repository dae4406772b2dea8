import type { AnswerRow, AnswerTable } from "../core/questions/answer.ts";
import { cellName } from "./cell-name.ts";
import { attr, el } from "./dom.ts";

/** Select a cell of the workbook. */
export type GoTo = (place: { readonly sheet: string; readonly a1: string }) => Promise<void>;

const FEW = 10;

/** So many columns fit side by side at 300 px; in wider tables, words longer than this stand below their row. */
const MOST_COLUMNS = 4;
const LONG = 14;

/** Rows behind an answer; where a row's cell is known, its first column leads there. */
export function answerTable({ title, headings, rows }: AnswerTable, goTo: GoTo): HTMLElement {
  const columns = headings.map((heading, at) => ({
    heading,
    at,
    ...shapeOf(rows.map(({ cells }) => cells[at] ?? null)),
  }));
  const isBelow = ({ at, isLong }: { at: number; isLong: boolean }) =>
    at > 0 && isLong && columns.length > MOST_COLUMNS;
  const beside = columns.filter((column) => !isBelow(column));
  const below = columns.filter(isBelow);
  const head = beside.map(({ heading, kind }) => attr(el("th", { className: kind }, heading), { scope: "col" }));
  const linesOf = ({ cells, at: place }: AnswerRow): readonly HTMLElement[] => {
    const line = beside.map(({ at, kind }) => {
      const words = shown(cells[at] ?? null);
      if (at > 0) return el("td", { className: kind }, words);
      return attr(el("th", { className: kind }, linked(words, place, goTo)), { scope: "row" });
    });
    const more = below
      .filter(({ at }) => (cells[at] ?? "") !== "")
      .map(({ heading, at }) => folded(`${heading}: ${cells[at]}`));
    const rest = el("tr", { className: "more" }, el("td", { className: "text", colSpan: beside.length }, ...more));
    return [el("tr", {}, ...line), ...(more.length === 0 ? [] : [rest])];
  };
  const body = el("tbody", {}, ...rows.slice(0, FEW).flatMap(linesOf));
  const table = el("table", {}, el("caption", {}, title), el("thead", {}, el("tr", {}, ...head)), body);
  const wide = attr(el("div", { className: "wide" }, table), { role: "region", "aria-label": title, tabindex: "0" });
  if (rows.length <= FEW) return wide;
  const all = el("button", { type: "button", className: "link" }, `Show all ${rows.length} rows`);
  all.addEventListener("click", () => {
    body.append(...rows.slice(FEW).flatMap(linesOf));
    all.remove();
    wide.focus();
  });
  return el("div", {}, wide, all);
}

/** Numbers stand at the right; words that are long need more room than a column has. */
const shapeOf = (cells: AnswerRow["cells"]): { readonly kind: "number" | "text"; readonly isLong: boolean } => ({
  kind: cells.some((cell) => typeof cell === "number") ? "number" : "text",
  isLong: cells.some((cell) => typeof cell === "string" && cell.length > LONG),
});

const MOST_LETTERS = 120;

/** A long list of names shows how it begins; the rest unfolds. */
function folded(words: string): HTMLElement {
  if (words.length <= MOST_LETTERS) return el("div", {}, words);
  return el("details", {}, el("summary", {}, `${words.slice(0, MOST_LETTERS / 2).trimEnd()}…`), words);
}

function linked(words: string, at: AnswerRow["at"], goTo: GoTo): HTMLElement | string {
  if (at === null) return words;
  const place = { sheet: at.sheet, a1: cellName(at.row, at.column) };
  const button = el("button", { type: "button", className: "link", onclick: () => void goTo(place) }, words);
  return attr(button, { "aria-label": `${words}, go to ${place.sheet}!${place.a1}` });
}

/** A number with two decimals at most; an empty cell as a dash. */
const shown = (cell: string | number | null): string =>
  typeof cell === "number" ? String(Math.round(cell * 100) / 100) : cell === null || cell === "" ? "–" : cell;
