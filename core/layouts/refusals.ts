import type { Refused } from "./found.ts";
import { headerIn } from "./header.ts";
import { labelOf } from "./labels.ts";
import { at, filled, isEmptyRow, type Sheet, span, textAt } from "./sheet.ts";

/** Why a range is no part of a plan, by what its cells are; the first that holds. Null when it may be one after all. */
export function refusal(sheet: Sheet): Refused | null {
  const rows = span(0, sheet.height - 1).filter((row) => !isEmptyRow(sheet, row));
  const cells = rows.flatMap((row) => filled(sheet, row).map((column) => at(sheet, row, column)));
  const numbers = cells.filter((cell) => typeof cell === "number").length;
  const texts = cells.filter((cell): cell is string => typeof cell === "string");
  if (rows.length === 0) return { refused: "The range is empty." };
  const years = rows.some(
    (row) => filled(sheet, row).filter((column) => labelOf(at(sheet, row, column))?.kind === "year").length >= 3,
  );
  if (years)
    return {
      refused:
        "The columns are years, and no column says who works: this is a forecast by year, not a plan of people's time.",
    };
  if (texts.length > 4 && texts.filter((text) => /^[A-Z]$/.test(text)).length * 2 > texts.length)
    return { refused: "The cells are letters, as in a matrix of responsibilities, with no hours and no dates." };
  const clock = rows.filter((row) => /^\d{1,2}:\d\d/.test(textAt(sheet, row, filled(sheet, row)[0]!)));
  if (clock.length >= 3 && clock.length * 2 > rows.length)
    return { refused: "The rows are times of day and topics, as in an agenda, with no person and no hours worked." };
  if (rows.every((row) => filled(sheet, row).length === 1) && texts.length === cells.length)
    return { refused: "The range holds prose, no table." };
  if (headerIn(sheet) !== null) return null;
  const headings = filled(sheet, rows[0]!).map((column) => at(sheet, rows[0]!, column));
  if (rows.length > 1 && headings.length > 2 && headings.every((cell) => typeof cell === "string"))
    return { refused: "The range has no headings that say whose hours of which days these are.", headless: true };
  if (rows.length <= 3) return { refused: "The range holds loose cells without a header row.", headless: true };
  if (numbers >= 3)
    return {
      refused:
        "The range has no header row, and nothing in it says when: it cannot be told whose hours of which days these are.",
      headless: true,
    };
  return null;
}
