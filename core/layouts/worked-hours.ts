import { type Amount, readAmount } from "./amounts.ts";
import type { LayoutProblem } from "./found.ts";
import type { Columns, Line } from "./lines.ts";
import { at, type Sheet, span, textAt, warning } from "./sheet.ts";
import { roleOf } from "./vocabulary.ts";

/** How the hours of a time sheet are read: as numbers of hours, or as parts of a day that its clock times make. */
export interface WorkedHours {
  readonly of: (line: Line) => Amount;
  readonly fractions: boolean;
  readonly problems: readonly LayoutProblem[];
}

const NOISE = 1e-9;

/** Cells are parts of a day where none is above 1 and clock times stand beside them; otherwise they are hours. */
export function hoursIn(sheet: Sheet, entries: readonly Line[], columns: Columns, column: number): WorkedHours {
  const clocks = clockColumns(sheet, columns);
  const numbers = entries.flatMap(({ row }) => {
    const cell = at(sheet, row, column);
    return typeof cell === "number" ? [{ row, cell }] : [];
  });
  const fractions = clocks.length > 1 && numbers.length > 0 && numbers.every(({ cell }) => Math.abs(cell) < 1);
  const problems: LayoutProblem[] = [];
  const [first] = numbers;
  if (clocks.length > 1 && first !== undefined) {
    const hours = show(first.cell * (fractions ? 24 : 1));
    const why = fractions
      ? `is a part of a day, as the clock times beside it make, and is read, as all of its column, as ${hours} hours`
      : `stands beside clock times, is above 1 and is read, as all of its column, as ${hours} hours`;
    problems.push(
      warning(sheet, { row: first.row, column }, "choose-unit", [why, "Maybe a heading should say hours."]),
    );
  }
  const commas = hasCommas(sheet, entries, column);
  for (const { row } of entries) problems.push(...disagreement(sheet, row, column, columns));
  return {
    fractions,
    problems,
    of: ({ row }) => (fractions ? fractionAt(sheet, row, column) : hoursAt(sheet, row, column, commas)),
  };
}

const show = (hours: number): number => Math.round(hours * 100) / 100;

function fractionAt(sheet: Sheet, row: number, column: number): Amount {
  const cell = at(sheet, row, column);
  if (typeof cell !== "number") return readAmount(cell, "hours", "part");
  if (cell >= 0) return { value: cell * 24, says: null };
  const hours = show((cell + 1) * 24);
  const why = `is below 0, as a shift over midnight makes, and is read as ${hours} hours`;
  return { value: (cell + 1) * 24, says: ["hours-negative", why, "Maybe the day after should have its own row."] };
}

/** Fractions that are all texts with a comma are how the file writes numbers: none of them is an exception. */
function hasCommas(sheet: Sheet, entries: readonly Line[], column: number): boolean {
  const cells = entries.map(({ row }) => at(sheet, row, column)).filter((cell) => cell !== null);
  const commas = cells.filter((cell) => typeof cell === "string" && /^\d+,\d{1,2}$/.test(cell));
  return commas.length > 1 && cells.every((cell) => typeof cell !== "number" || Number.isInteger(cell));
}

function hoursAt(sheet: Sheet, row: number, column: number, commas: boolean): Amount {
  const cell = at(sheet, row, column);
  const amount = readAmount(cell, "hours", "part");
  if (commas && amount !== null && "value" in amount && amount.says?.[0] === "number-as-text")
    return { value: amount.value, says: null };
  if (typeof cell !== "number" || cell < 0) return amount;
  const minutes = Math.round(cell * 60);
  const noisy = cell * 60 !== minutes && Math.abs(cell * 60 - minutes) < NOISE * 60;
  const why = `is ${minutes / 60} hours but for a rounding of the spreadsheet, and is read so`;
  return noisy ? { value: minutes / 60, says: ["number-noise", why, "Maybe nothing has to be done."] } : amount;
}

/** Columns of clock times, from their headings on. */
function clockColumns(sheet: Sheet, columns: Columns): readonly number[] {
  if (!columns.has("interval")) return [];
  for (const row of span(0, Math.min(sheet.height, 60) - 1)) {
    const all = span(0, sheet.width - 1).filter((column) => roleOf(textAt(sheet, row, column)) === "interval");
    if (all.includes(columns.get("interval")!)) return all;
  }
  return [];
}

/** "8:00-12:00" has room for 4 hours: more than that is said. */
function disagreement(sheet: Sheet, row: number, column: number, columns: Columns): readonly LayoutProblem[] {
  const interval = columns.get("interval");
  const text = interval === undefined ? "" : textAt(sheet, row, interval);
  const found = /^(\d{1,2}):(\d\d)\s*[-–—]\s*(\d{1,2}):(\d\d)$/.exec(text);
  const amount = readAmount(at(sheet, row, column), "hours", "part");
  if (found === null || amount === null || !("value" in amount)) return [];
  const [a, b, c, d] = found.slice(1).map(Number) as [number, number, number, number];
  const room = (((c - a) * 60 + d - b + 1440) % 1440) / 60;
  if (amount.value <= room + NOISE) return [];
  const says = [
    `is more than ${text} has room for (${show(room)} hours), and counts`,
    "Maybe one of them is mistyped.",
  ] as const;
  return [warning(sheet, { row, column }, "hours-disagree", says)];
}
