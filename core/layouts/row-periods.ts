import { dayOf, type Period, weekday } from "../plan/calendar.ts";
import { type Cell, isBlank } from "../plan/cells.ts";
import { type DayNumber, plusDays } from "../units.ts";
import { isRefused, type LayoutProblemKind, type Place, type Refused } from "./found.ts";
import type { Header } from "./header.ts";
import { labelOf } from "./labels.ts";
import { linesIn } from "./lines.ts";
import type { Join } from "./long-allocations.ts";
import { monthWeeksOfRows } from "./month-weeks.ts";
import { at, leftOut, plain, type Sheet, span } from "./sheet.ts";
import type { Stated } from "./stated.ts";
import { isSummaryWord, isTotalWord, roleOf } from "./vocabulary.ts";
import { mondayOf, monthPeriod, partsOf, weekAround, weeksIn } from "./weeks.ts";

type Length = "week" | "month" | "quarter";
/** What a cell says about time, with its year or without; a problem where that is no period. */
type Said =
  | { readonly period: Period }
  | { readonly length: Length; readonly number: number }
  | { readonly kind: LayoutProblemKind; readonly why: string };

const LENGTHS: readonly (readonly [Length, RegExp])[] = [
  ["week", /\b(weeks?|wk|kw|cw|w c|w e|\w*woche|semaine|vecka|uge|tyden|semana)\b/],
  ["month", /\b(months?|yearmonth|monat|mois|manad|maned|mesic|mes)\b/],
  ["quarter", /\b(quarter|quartal|kvartal|trimestre|ctvrtleti)\b/],
];
const ENDS = /\b(ending|w e|bis|endend)\b/;
const YEAR = /^(year|calendar year|jahr|annee|ar|aar|rok|ano)$/;
const WRITE = "Maybe write it as Jan 2026 or W2 2026.";

const REFUSED = {
  year: "The rows say their week or month and no year: write the year into the title or beside them.",
  open: (heading: string) =>
    `The days under "${heading}" are neither all first days of months nor all Mondays, so it cannot be told how long each row lasts: head the column Month or Week.`,
  two: (one: string, other: string) => `The columns ${one} and ${other} both say when: mark one of them as not used.`,
  unknown: (heading: string) =>
    `The rows may say when under "${heading}", a heading that is not known: head it Month or Week, or mark it as not used.`,
  monthly: (heading: string) =>
    `The amounts are hours a month and "${heading}" holds no months: it cannot be told how many they are in all.`,
} as const;

/** The week, month or quarter that every row names in a column of its own; null where no column does. */
export function rowPeriods(sheet: Sheet, header: Header, stated: Stated): Join | Refused | null {
  const [column, second] = columnsOf(sheet, header);
  if (column === undefined) return null;
  const heading = header.headings.get(column) ?? "";
  if (second !== undefined) return { refused: REFUSED.two(heading, header.headings.get(second) ?? "") };
  if (roleOf(heading) !== "period") return { refused: REFUSED.unknown(heading) };
  const cells = periodCells(sheet, header, column);
  const days = [...cells.values()].flatMap(({ cell }) => dayIn(cell) ?? []);
  const length = lengthSaid(heading) ?? lengthOf(days);
  if (length === null && days.length > 0) return { refused: REFUSED.open(heading) };
  const ends = ENDS.test(plain(heading));
  const said = new Map([...cells].map(([row, held]) => [row, readCell(held.cell, length, ends)] as const));
  const years = yearsIn(sheet, header, stated);
  const weeks = [...said.values()].flatMap((one) => ("length" in one && one.length === "week" ? [one.number] : []));
  const ofMonth = monthWeeksOfRows(sheet, { row: header.row, column }, weeks, stated);
  if (isRefused(ofMonth)) return ofMonth;
  const isYearless = [...said].some(([row, one]) => "length" in one && years(row) === null);
  if (isYearless) return { refused: REFUSED.year };
  const lengths = [...said.values()].map((one) => ("length" in one ? one.length : length));
  if (header.efforts.some(({ measure }) => measure.per === "month") && lengths.some((one) => one !== "month"))
    return { refused: REFUSED.monthly(heading) };
  return ({ row }) => {
    const held = cells.get(row) ?? { row, column, cell: null };
    const one = said.get(row) ?? MISSING;
    const read = !("length" in one)
      ? one
      : one.length === "week" && ofMonth !== null
        ? { period: ofMonth(one.number) }
        : inYear(one.length, one.number, years(row)!);
    if ("period" in read) return { days: read.period, problems: [], engagement: "" };
    return { days: null, problems: [leftOut(sheet, held, read.kind, [read.why, WRITE])], engagement: "" };
  };
}

const MISSING: Said = { kind: "date-missing", why: "says no week or month, so the row is left out" };
const NO_PERIOD: Said = { kind: "date-impossible", why: "is no week or month, so the row is left out" };
const OPEN: Said = { kind: "date-order-open", why: "could be two days, so the row is left out" };
const SUNDAY: Said = {
  kind: "date-order-open",
  why: "is a Sunday, with which a week may start or end, so the row is left out",
};
const OTHER_YEAR: Said = {
  kind: "date-order-open",
  why: "may be a month with its year that was taken for a day, so the row is left out",
};

/** The column that says when, by its heading or, where its heading is not known, by what it holds; and a second one. */
function columnsOf(sheet: Sheet, { row, headings, efforts }: Header): readonly number[] {
  const headed = [...headings].filter(([, text]) => roleOf(text) === "period").map(([column]) => column);
  if (headed.length > 0) return headed;
  const counted = new Set(efforts.map(({ column }) => column));
  const rows = span(row + 1, Math.min(sheet.height - 1, row + 500));
  return [...headings].flatMap(([column, text]) => {
    if (roleOf(text) !== null || counted.has(column) || YEAR.test(plain(text))) return [];
    const cells = rows.map((one) => at(sheet, one, column)).filter((cell) => !isBlank(cell));
    const timed = cells.filter((cell) => ["week", "month", "quarter"].includes(labelOf(cell)?.kind ?? ""));
    return cells.length > 0 && timed.length * 2 > cells.length ? [column] : [];
  });
}

/** What the rows hold; a blank left of all names is as above it. */
function periodCells(sheet: Sheet, { row, columns, efforts }: Header, column: number) {
  const cells = new Map<number, Place & { readonly cell: Cell }>();
  const amounts = efforts.map((one) => one.column);
  const names = [...columns.values()].filter((one) => one < column && !amounts.includes(one));
  let above: (Place & { readonly cell: Cell }) | null = null;
  for (const line of linesIn(sheet, columns, row + 1, amounts)) {
    const cell = at(sheet, line.row, column);
    const isLabel = typeof cell === "string" && (isTotalWord(cell) || isSummaryWord(cell));
    if (line.kind === "total" || line.kind === "alone" || isLabel) above = null;
    if (line.kind !== "entry") continue;
    if (!isBlank(cell)) above = { row: line.row, column, cell };
    const isFirst = names.every((one) => isBlank(at(sheet, line.row, one)));
    if (!isBlank(cell)) cells.set(line.row, { row: line.row, column, cell });
    else if (isFirst && above !== null) cells.set(line.row, { row: line.row, column, cell: above.cell });
  }
  return cells;
}

function lengthSaid(heading: string): Length | null {
  const words = plain(heading);
  return LENGTHS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** Dates under Period: first days of months, or Mondays. */
function lengthOf(days: readonly DayNumber[]): Length | null {
  if (days.length === 0) return null;
  if (days.every((day) => partsOf(day).date === 1)) return "month";
  return days.every((day) => weekday(day) === 0) ? "week" : null;
}

function dayIn(cell: Cell): DayNumber | null {
  const label = labelOf(cell);
  return label?.kind === "day" ? label.day : null;
}

function readCell(cell: Cell, length: Length | null, ends: boolean): Said {
  if (typeof cell === "number" && cell <= 53) {
    const most = { week: 53, month: 12, quarter: 4 };
    const isNumber = length !== null && Number.isInteger(cell) && cell >= 1 && cell <= most[length];
    return isNumber ? { length, number: cell } : NO_PERIOD;
  }
  const label = labelOf(cell);
  if (label === null) return NO_PERIOD;
  if (label.kind === "day") return around(label.day, length, ends);
  if (label.kind === "week" || label.kind === "month" || label.kind === "quarter")
    return label.year === null
      ? { length: label.kind, number: label.number }
      : inYear(label.kind, label.number, label.year);
  if (label.kind === "days") {
    const [from, to] = [label.first, label.last].map(({ year, month, date }) =>
      year === null ? null : dayOf(year, month, date),
    );
    return from != null && to != null ? { period: { from, to } } : NO_PERIOD;
  }
  if (label.kind !== "date") return NO_PERIOD;
  // "Jan-26" under Month.
  const isMonth = length === "month" && label.year === null && label.date >= 20 && /^\p{L}/u.test(String(cell));
  return isMonth ? { period: monthPeriod(2000 + label.date, label.month) } : OPEN;
}

function around(day: DayNumber, length: Length | null, ends: boolean): Said {
  const { year, month, date } = partsOf(day);
  if (length === "week") {
    if (weekday(day) !== 6) return { period: weekAround(day) };
    return ends ? { period: { from: plusDays(day, -6), to: day } } : SUNDAY;
  }
  if (length === "quarter") return inYear("quarter", Math.floor((month - 1) / 3) + 1, year);
  const isLast = monthPeriod(year, month).to === day;
  return date < 20 || isLast || 2000 + date === year ? { period: monthPeriod(year, month) } : OTHER_YEAR;
}

function inYear(length: Length, number: number, year: number): Exclude<Said, { length: Length }> {
  if (length === "month") return { period: monthPeriod(year, number) };
  if (length === "quarter")
    return { period: { from: monthPeriod(year, 3 * number - 2).from, to: monthPeriod(year, 3 * number).to } };
  if (number > weeksIn(year))
    return { kind: "date-impossible", why: `is a week that ${year} does not have, so the row is left out` };
  return { period: weekAround(mondayOf(year, number)) };
}

/** The year of a row: in a column of its own, else the only one that a title says. */
function yearsIn(sheet: Sheet, { headings }: Header, { years }: Stated): (row: number) => number | null {
  const column = [...headings].find(([, text]) => YEAR.test(plain(text)))?.[0];
  const usual = years.length === 1 ? years[0]! : null;
  return (row) => {
    const cell = column === undefined ? null : at(sheet, row, column);
    const isYear = typeof cell === "number" && Number.isInteger(cell) && cell >= 2000 && cell < 2100;
    return isYear ? cell : column === undefined || isBlank(cell) ? usual : null;
  };
}
