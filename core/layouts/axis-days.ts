import { dayOf, type Period } from "../plan/calendar.ts";
import type { Periods } from "./axis-dates.ts";
import type { Marked } from "./axis-labels.ts";
import { isRefused, type Refused } from "./found.ts";
import { labelOf } from "./labels.ts";
import { at, filled, plain, type Sheet, span, textAt } from "./sheet.ts";
import { type Stated, statedAround } from "./stated.ts";
import { exists, partsOf } from "./weeks.ts";
import { yearsFor } from "./years.ts";

const FEWEST = 5;
const FEWEST_WEEKS = 3;
const LONGEST_STEP = 4;

/**
 * The columns of a row that numbers days: 5, 6, 7, 8, 9, 12 … up to 31, and from 1 again where another month begins; or, below
 * their months, one day in each week.
 */
export function dayNumbersIn(sheet: Sheet, row: number, person: number): readonly DayColumn[] {
  const columns = filled(sheet, row).filter((column) => column > person);
  const numbers = columns.flatMap((column): readonly DayColumn[] => {
    const cell = at(sheet, row, column);
    const date =
      typeof cell === "number" ? cell : /^\d{1,2}\.?$/.test(String(cell)) ? Number.parseInt(String(cell), 10) : 0;
    return Number.isInteger(date) && date >= 1 && date <= 31 ? [{ column, date }] : [];
  });
  const goesOn = numbers.every(({ date }, i) => {
    const before = numbers[i - 1]?.date ?? date - 1;
    return (date > before && date - before < LONGEST_STEP) || (date < 4 && before > 25);
  });
  if (columns.length - numbers.length > 3) return [];
  if (numbers.length >= FEWEST && goesOn) return numbers;
  return numbers.length >= FEWEST_WEEKS && numbers.every(isWeekOn) && hasMonthAbove(sheet, row, person) ? numbers : [];
}

/** A week after the one before: 5, 12, 19, 26, 2, with the next month. */
const isWeekOn = ({ date }: DayColumn, i: number, all: readonly DayColumn[]): boolean => {
  const before = all[i - 1]?.date;
  return before === undefined || date === before + 7 || (before > 21 && [28, 29, 30, 31].includes(before + 7 - date));
};

/** Numbers a week apart are days only where a row above says of which month. */
const hasMonthAbove = (sheet: Sheet, row: number, person: number): boolean =>
  span(Math.max(0, row - 2), row - 1).some((one) => monthsIn(sheet, one).some(({ column }) => column > person));
export interface DayColumn {
  readonly column: number;
  readonly date: number;
}

const NO_MONTH: Refused = {
  refused:
    "The columns across are days of a month, and nothing says of which: write the month with its year into the title.",
};

const NUMBERED =
  /^(kw|w|wk|cw|weeks?( no)?|wochen?|vecka|veckor|semaines?|semanas?|uger?|tyden|tydny|months?|monate?|mois|mes|meses|manad|maned|mesic)$/;
const NO_DAYS: Refused = {
  refused:
    "The columns across are headed by plain numbers of weeks or months: write them as W2 or Jan, with the year in the title.",
};

interface Month {
  readonly number: number;
  readonly year: number | null;
}

/** Days of a month, or of the months that stand above them, as dates. */
export function datesOf(
  sheet: Sheet,
  { top, row }: { readonly top: number; readonly row: number },
  days: readonly DayColumn[],
): Marked | Refused {
  const { month: said } = statedAround(sheet, top);
  const words = span(Math.max(0, top - 1), row).flatMap((one) =>
    filled(sheet, one).map((column) => textAt(sheet, one, column)),
  );
  if (words.some((word) => NUMBERED.test(plain(word)))) return NO_DAYS;
  const above = span(top, row - 1).flatMap((one) => monthsIn(sheet, one));
  const isOne = days.every(({ date }, i) => i === 0 || date > days[i - 1]!.date);
  const stated = said === null || !isOne ? null : monthOf(said);
  const marked = days.flatMap(({ column, date }) => {
    const month: Month | null = above.filter((one) => one.column <= column).at(-1) ?? stated;
    if (month === null) return [];
    return [{ column, label: { kind: "date", date, month: month.number, year: month.year, open: false } as const }];
  });
  return marked.length === days.length ? marked : NO_MONTH;
}

const monthsIn = (sheet: Sheet, row: number): readonly (Month & { readonly column: number })[] =>
  filled(sheet, row).flatMap((column) => {
    const label = labelOf(at(sheet, row, column));
    if (label?.kind === "day" && partsOf(label.day).date === 1) {
      const { month, year } = partsOf(label.day);
      return [{ column, number: month, year }];
    }
    return label?.kind === "month" ? [{ column, number: label.number, year: label.year }] : [];
  });

/** The month that a period is; null where it is longer. */
function monthOf({ from, to }: Period): Month | null {
  const [first, last] = [partsOf(from), partsOf(to)];
  return first.month === last.month ? { number: first.month, year: first.year } : null;
}

/** Periods of columns headed by their first and last day: "5-9 Jan 2026". */
export function spanPeriods(marked: Marked, stated: Stated): Periods | Refused {
  const spans = marked.flatMap(({ column, label }) => (label.kind === "days" ? [{ column, ...label }] : []));
  const years = yearsFor(
    spans.map(({ first }) => ({ year: first.year, order: first.month * 31 + first.date })),
    stated,
  );
  if (isRefused(years)) return years;
  const periods = spans.map(({ column, first, last }, i) => {
    const year = years.years[i]!;
    const end = last.year ?? (last.month < first.month ? year + 1 : year);
    if (!exists(year, first.month, first.date) || !exists(end, last.month, last.date)) return null;
    return [column, { from: dayOf(year, first.month, first.date), to: dayOf(end, last.month, last.date) }] as const;
  });
  const known = periods.filter((one) => one !== null);
  const isInOrder = known.every(([, { from, to }], i) => from <= to && (i === 0 || known[i - 1]![1].to < from));
  if (known.length < periods.length || !isInOrder)
    return {
      refused: "The days across, from one to another in each column, do not exist or do not follow each other.",
    };
  return { periods: new Map(known), assumed: years.assumed };
}
