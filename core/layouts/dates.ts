import { dayOf } from "../plan/calendar.ts";
import { type Cell, isBlank } from "../plan/cells.ts";
import { type DayNumber, dayNumber } from "../units.ts";
import { isError } from "./sheet.ts";
import { monthNamed } from "./time-words.ts";
import { exists, partsOf } from "./weeks.ts";

/** A date as a text writes it. `open` when two numbers do not say which is the month; year null when there is none. */
export interface Written {
  readonly year: number | null;
  readonly date: number;
  readonly month: number;
  readonly open: boolean;
}
/**
 * Which number comes first in dates like 03/04/2026: settled by dates that can be read only one way. "year first": dates like
 * 26/01/05 may start with the year.
 */
export type Order = "day first" | "month first" | "open" | "both" | "year first";

/** What a cell of a date column says. */
export type DateReading =
  | { readonly day: DayNumber; readonly text: boolean }
  | { readonly unusable: "error-value" | "date-far" | "date-impossible" | "date-order-open" | "year-missing" }
  | null;

const yearOf = (digits: string | undefined): number | null => {
  if (digits === undefined || digits === "") return null;
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
};

/** Read a text as a date, without deciding what it leaves open. */
export function written(text: string): Written | null {
  const isoLike = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text);
  if (isoLike) return { year: Number(isoLike[1]), month: Number(isoLike[2]), date: Number(isoLike[3]), open: false };
  const numbers = /^(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2})?)?$/.exec(
    text.replace(/(?<=^\d{1,2}\.) (?=\d)|(?<=\d\.) (?=\d{2,4}$)/g, ""),
  );
  if (numbers) {
    const [first, second] = [Number(numbers[1]), Number(numbers[3])];
    if (numbers[2] !== "." && numbers[4] === undefined) return null;
    const dayFirst = numbers[2] === "." || first > 12 || second <= 12;
    const [date, month] = dayFirst ? [first, second] : [second, first];
    const open = numbers[2] !== "." && first <= 12 && second <= 12 && first !== second;
    return { year: yearOf(numbers[4]), date, month, open };
  }
  const dayName = /^(\d{1,2})\.?[\s/-]*(\p{L}+)\.?(?:[\s/,'-]*(\d{4}|\d{2}))?$/u.exec(text);
  const nameDay = /^(\p{L}+)\.?[\s-]*(\d{1,2})(?:st|nd|rd|th)?(?:,?[\s-]+(\d{4}))?$/u.exec(text);
  const [date, name, year] = dayName ? dayName.slice(1) : nameDay ? [nameDay[2], nameDay[1], nameDay[3]] : [];
  const month = name === undefined ? null : monthNamed(name);
  return month === null ? null : { year: yearOf(year), date: Number(date), month, open: false };
}

/** The order of day and month that the dates of a sheet prove. */
export function orderOf(cells: readonly Cell[]): Order {
  if (mayStartWithYear(cells)) return "year first";
  const found = new Set<Order>();
  for (const cell of cells) {
    const numbers = typeof cell === "string" ? /^(\d{1,2})[-/](\d{1,2})[-/](?:\d{4}|\d{2})$/.exec(cell) : null;
    if (!numbers) continue;
    if (Number(numbers[1]) > 12) found.add("day first");
    else if (Number(numbers[2]) > 12) found.add("month first");
  }
  if (found.size === 2) return "both";
  return [...found][0] ?? "open";
}

const SHORT_YEAR = /^(\d{2})([-/.])(\d{1,2})\2(\d{2})$/;
const EARLIEST = 15;
const NOW = 20;

/** 26/01/05 and 26/01/12 start with their year, not with their day: their last number is no year, or changes more than the first. */
function mayStartWithYear(cells: readonly Cell[]): boolean {
  const found = cells.flatMap((cell) => (typeof cell === "string" ? [SHORT_YEAR.exec(cell)] : [])).filter(Boolean);
  const [firsts, lasts] = [1, 4].map((part) => found.map((one) => Number(one![part]))) as [number[], number[]];
  if (found.length === 0 || firsts.some((year) => year < NOW || year > 40) || lasts.some((day) => day > 31))
    return false;
  return lasts.some((day) => day < EARLIEST) || new Set(lasts).size > new Set(firsts).size;
}

/**
 * May a true date be a text like 3/4/2026 that the spreadsheet read in the wrong order? Yes, when other texts of the
 * column stayed texts because their first number cannot be a month, and this date's can.
 */
export function maySwap(day: DayNumber, order: Order): boolean {
  const { date, month } = partsOf(day);
  return (order === "day first" || order === "both") && date <= 12 && date !== month;
}

/** Ten years, in days: no plan lasts longer, and a mistyped digit of a year is rarely nearer. */
export const FAR = 3653;

/** 31 December 2099, 9999 and the like: how tools write that something has no end. */
export function isEndless(day: DayNumber): boolean {
  const { year, month, date } = partsOf(day);
  return year >= 2099 && month === 12 && date === 31;
}

/** Years that a plan may be about. */
const [FIRST_YEAR, LAST_YEAR] = [1955, 2118];

/** Read one cell of a date column, given the order that the sheet proves and the year that it states. */
export function readDate(cell: Cell, order: Order, year: number | null = null): DateReading {
  if (isBlank(cell) || (typeof cell === "string" && /^[-–—]$/.test(cell))) return null;
  if (isError(cell)) return { unusable: "error-value" };
  if (typeof cell === "number") {
    return cell >= 20_000 && cell < 80_000
      ? { day: dayNumber(Math.floor(cell)), text: false }
      : { unusable: "date-impossible" };
  }
  const text = typeof cell === "string" ? written(cell) : null;
  if (text === null) return { unusable: "date-impossible" };
  if (order === "year first" && typeof cell === "string" && SHORT_YEAR.test(cell))
    return { unusable: "date-order-open" };
  const known = text.year ?? year;
  if (known === null) return { unusable: "year-missing" };
  if (known < FIRST_YEAR || known > LAST_YEAR) return { unusable: "date-far" };
  if (text.open && order !== "day first" && order !== "month first") return { unusable: "date-order-open" };
  const [date, month] = text.open && order === "month first" ? [text.month, text.date] : [text.date, text.month];
  return exists(known, month, date) ? { day: dayOf(known, month, date), text: true } : { unusable: "date-impossible" };
}
