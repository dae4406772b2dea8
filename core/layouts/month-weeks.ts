import type { Period } from "../plan/calendar.ts";
import { weekday } from "../plan/calendar.ts";
import { type DayNumber, plusDays } from "../units.ts";
import type { Marked } from "./axis-labels.ts";
import { type Choice, FROM_FIRST, FROM_MONDAY, OF_YEAR, WEEKS_ASK, WEEKS_KEY } from "./choices.ts";
import { isRefused, type Place, type Refused } from "./found.ts";
import { labelOf } from "./labels.ts";
import { at, filled, plain, type Sheet, textAt } from "./sheet.ts";
import type { Stated } from "./stated.ts";
import { monthNamed } from "./time-words.ts";
import { iso, mondayOf, monthPeriod, partsOf, weekAround } from "./weeks.ts";
import { yearsFor } from "./years.ts";

interface Month {
  readonly number: number;
  readonly year: number | null;
}
/** A week of a month, before it is known from which day months count their weeks. */
interface MonthWeek {
  readonly column: number;
  readonly week: number;
  readonly month: number;
  readonly year: number;
}
/** Periods of weeks of months, as was said in Map. */
export interface MonthWeeks {
  readonly periods: ReadonlyMap<number, Period>;
  readonly assumed: string;
  readonly hint: string;
}

const MOST_WEEKS = 6;
/** Weeks that are always those of the year. */
const OF_A_YEAR = /^(kw|cw|iso)/;
const HINT = "Maybe head the columns by the first days of their weeks.";

/**
 * "Week 1" to "Week 5" beside or below a month may be its weeks, and nothing says from which day months count them: asked.
 * Null where no month is named, or where the weeks are those of the year beyond doubt.
 */
export function monthWeeks(
  sheet: Sheet,
  { above, row }: { readonly above: readonly number[]; readonly row: number },
  marked: Marked,
  stated: Stated,
): MonthWeeks | Refused | null {
  const weeks = marked.flatMap(({ column, label }) => (label.kind === "week" ? [{ column, ...label }] : []));
  if (weeks.length === 0 || weeks.some(({ number, year }) => year !== null || number > MOST_WEEKS)) return null;
  if (weeks.some(({ column }) => OF_A_YEAR.test(plain(textAt(sheet, row, column))))) return null;
  const found = monthsOf(sheet, above, weeks, stated);
  if (found === null) return saidOfMonth(sheet) ? { refused: NO_MONTH } : null;
  if (isRefused(found)) return found;
  const continues = found.some(({ week, month }, i) => week !== 1 && month !== found[i - 1]?.month);
  if (continues && found.every(isIn)) return null;
  const again = found.some(({ week }, i) => i > 0 && week <= found[i - 1]!.week);
  const said = sheet.said.choices?.get(WEEKS_KEY);
  if (said === OF_YEAR && !again) return null;
  if (said !== FROM_MONDAY && said !== FROM_FIRST) return asked((column) => textAt(sheet, row, column), found, again);
  return periodsFrom((column) => textAt(sheet, row, column), found, said, choiceOf(again));
}

/** The same for rows that say their week: the period of a number, or a question; null where the weeks are those of the year. */
export function monthWeeksOfRows(
  sheet: Sheet,
  { row, column }: Place,
  numbers: readonly number[],
  stated: Stated,
): ((week: number) => Period) | Refused | null {
  if (numbers.length === 0 || numbers.some((number) => number > MOST_WEEKS)) return null;
  if (OF_A_YEAR.test(plain(textAt(sheet, row, column))) || OF_A_YEAR.test(plain(textAt(sheet, row + 1, column))))
    return null;
  const found = monthsOf(
    sheet,
    [],
    [...new Set(numbers)].sort((a, b) => a - b).map((number) => ({ column, number })),
    stated,
  );
  if (found === null) return saidOfMonth(sheet) ? { refused: NO_MONTH } : null;
  if (isRefused(found)) return found;
  const said = sheet.said.choices?.get(WEEKS_KEY);
  if (said === OF_YEAR) return null;
  if (said !== FROM_MONDAY && said !== FROM_FIRST) return asked(() => `Week ${found[0]!.week}`, found, false);
  const weeks = found.map((one, i) => ({ ...one, column: i }));
  const read = periodsFrom((at) => `Week ${weeks[at]!.week}`, weeks, said, choiceOf(false));
  if (isRefused(read)) return read;
  return (week) => read.periods.get(found.findIndex((one) => one.week === week))!;
}

/** The month of every column: the last that is named above it, else the one that a title or the sheet's name says. */
function monthsOf(
  sheet: Sheet,
  above: readonly number[],
  weeks: readonly { readonly column: number; readonly number: number }[],
  stated: Stated,
): readonly MonthWeek[] | Refused | null {
  const heads = above
    .flatMap((row) =>
      filled(sheet, row).flatMap((column) => monthsIn(at(sheet, row, column)).map((month) => ({ column, month }))),
    )
    .sort((a, b) => a.column - b.column);
  const title = heads.length > 0 ? null : titleMonth(sheet, stated);
  if (isRefused(title)) return title;
  const months = weeks.flatMap(({ column, number }) => {
    const month = heads.filter((one) => one.column <= column).at(-1)?.month ?? title;
    return month === null ? [] : [{ column, week: number, ...month }];
  });
  if (months.length === 0) return null;
  if (months.length < weeks.length) return { refused: UNDER_NO_MONTH };
  const years = yearsFor(
    months.map(({ year, number }) => ({ year, order: number })),
    stated,
  );
  if (isRefused(years)) return years;
  return months.map(({ column, week, number }, i) => ({ column, week, month: number, year: years.years[i]! }));
}

const saidOfMonth = ({ said }: Sheet): boolean =>
  [FROM_MONDAY, FROM_FIRST].includes(said.choices?.get(WEEKS_KEY) ?? "");

const NO_MONTH =
  "The weeks are those of a month, as was said in Map, and no month is named in the range (a formula does not know the sheet's name): write it above the weeks.";
const UNDER_NO_MONTH =
  "Some of the weeks across stand below a month and some below none: write the month above each, or head them by their first days.";
const SEVERAL =
  "The weeks across are numbered as those of a month, and several months are named around them: head them by their first days.";

/** The month that titles name, the sheet's name before others; null when none does. */
function titleMonth(sheet: Sheet, { texts }: Stated): Month | Refused | null {
  const own = monthsIn(sheet.name);
  const named = own.length > 0 ? own : texts.flatMap(monthsIn);
  const [first] = named;
  if (first === undefined) return null;
  if (named.some(({ number }) => number !== first.number)) return { refused: SEVERAL };
  return named.find(({ year }) => year !== null) ?? first;
}

const LONG_ENOUGH = 4;

/** Months that a cell names, with their years where they stand beside: "Feb 2026", "Hours in February", the first day of a month. */
function monthsIn(cell: ReturnType<typeof at>): readonly Month[] {
  const label = labelOf(cell);
  if (label?.kind === "month") return [{ number: label.number, year: label.year }];
  if (label?.kind === "day" && partsOf(label.day).date === 1)
    return [{ number: partsOf(label.day).month, year: partsOf(label.day).year }];
  if (typeof cell !== "string") return [];
  const words = plain(cell).split(" ");
  return words.flatMap((word, i) => {
    const number = monthNamed(word);
    const year = [words[i + 1], words[i - 1]].find((one) => /^20\d\d$/.test(one ?? ""));
    if (number === null || (year === undefined && word.length < LONG_ENOUGH)) return [];
    return [{ number, year: year === undefined ? null : Number(year) }];
  });
}

/** Does the week of the year with this number reach into the month? */
const isIn = ({ week, month, year }: MonthWeek): boolean => {
  const monday = mondayOf(year, week);
  const { from, to } = monthPeriod(year, month);
  return monday <= to && plusDays(monday, 6) >= from;
};

function mondayIn({ week, month, year }: MonthWeek, rule: string): DayNumber {
  const first = monthPeriod(year, month).from;
  const monday = weekAround(first).from;
  const start = rule === FROM_MONDAY && weekday(first) !== 0 ? plusDays(monday, 7) : monday;
  return plusDays(start, 7 * (week - 1));
}

const choiceOf = (again: boolean): Choice => ({
  key: WEEKS_KEY,
  asks: WEEKS_ASK,
  options: again ? [FROM_MONDAY, FROM_FIRST] : [FROM_MONDAY, FROM_FIRST, OF_YEAR],
});

function asked(nameOf: (column: number) => string, weeks: readonly MonthWeek[], again: boolean): Refused {
  const first = weeks[0]!;
  const [monday, week] = [FROM_MONDAY, FROM_FIRST].map((rule) => iso(mondayIn(first, rule)));
  const month = iso(monthPeriod(first.year, first.month).from).slice(0, 7);
  const name = nameOf(first.column);
  const ofMonth =
    monday === week
      ? `one that starts on ${monday}`
      : `one that starts on ${monday}, the month's first Monday, or on ${week}, in the week of its 1st`;
  const ofYear = again ? "" : `, or a week of the year, which starts on ${iso(mondayOf(first.year, first.week))}`;
  return {
    refused: `"${name}" stands with the month ${month} and may be its week, ${ofMonth}${ofYear}: say which in Map, or write the first days of the weeks instead.`,
    choice: choiceOf(again),
  };
}

function periodsFrom(
  nameOf: (column: number) => string,
  weeks: readonly MonthWeek[],
  rule: string,
  choice: Choice,
): MonthWeeks | Refused {
  const days = weeks.map((one) => ({ ...one, from: mondayIn(one, rule) }));
  const odd = days.find(({ from, month, year }, i) => {
    const { from: first, to: last } = monthPeriod(year, month);
    return from > last || plusDays(from, 6) < first || (i > 0 && from <= days[i - 1]!.from);
  });
  if (odd !== undefined)
    return {
      refused: `"${nameOf(odd.column)}" would start on ${iso(odd.from)}, beyond its month or together with another one: write the first days of the weeks instead.`,
      choice,
    };
  return {
    periods: new Map(days.map(({ column, from }) => [column, { from, to: plusDays(from, 6) }] as const)),
    assumed: `is read as the week from ${iso(days[0]!.from)} on, as was said in Map`,
    hint: HINT,
  };
}
