import type { OnGrid } from "../explain/on-sheet.ts";
import type { Column, Content, Grid } from "../sheets/model.ts";
import { INCOMPLETE } from "../sheets/money-words.ts";

/** What Explain says about a place of a table that holds no figure: a heading, a sign, words, an empty cell. */
export function withoutFigure(grid: Grid, place: OnGrid): string {
  switch (place.is) {
    case "heading": {
      const { heading, note } = grid.columns[place.column]!;
      return `${heading === "" ? "A week's column" : `The column ${heading}`}. ${note ?? "Select a figure below it to see what it is made of."}`;
    }
    case "title":
      return `The table ${grid.title}. Select a figure in it to see what it is made of.`;
    case "total":
      return "The row of totals. Select a total to see what it is made of.";
    case "cell":
      return wordsText(grid.columns[place.column]!, grid.rows[place.row]?.[place.column] ?? null);
    default:
      return NO_FIGURE;
  }
}

const NO_FIGURE = "This cell holds words or a day, not a figure. Select a figure of its row to see what it is made of.";
const NOT_COMPLETE = "a rate, a fee or an exchange rate is missing: Plan check names it.";

/** Why a sign or a word stands there, or nothing at all, as far as the column knows. */
function wordsText({ heading, note, otherwise }: Column, content: Content): string {
  const stands = plainText(content);
  if (stands === null) return NO_FIGURE;
  const why = otherwise ?? (stands === INCOMPLETE ? `${INCOMPLETE}: ${NOT_COMPLETE}` : null);
  if (why === null && (note === undefined || (stands !== "" && stands !== "n/a"))) return NO_FIGURE;
  const what = stands === "" ? "This cell is empty" : `This cell says ${stands}`;
  const name = heading === "" ? "" : ` ${heading}: ${note ?? ""}`.trimEnd();
  return [`${what}.`, name.trim(), why ?? ""].filter((words) => words !== "").join(" ");
}

const plainText = (content: Content): string | null =>
  content === null ? "" : typeof content === "string" ? content : null;
