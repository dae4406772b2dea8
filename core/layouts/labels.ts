import { dayOf } from "../plan/calendar.ts";
import type { Cell } from "../plan/cells.ts";
import { type DayNumber, dayNumber } from "../units.ts";
import { type Written, written } from "./dates.ts";
import { plain } from "./sheet.ts";
import { monthNamed } from "./time-words.ts";
import { exists } from "./weeks.ts";

/** What one cell of a header row says about time. `year` null: it stands elsewhere. */
export type Label =
  | { readonly kind: "day"; readonly day: DayNumber }
  | {
      readonly kind: "date";
      readonly date: number;
      readonly month: number;
      readonly year: number | null;
      readonly open: boolean;
    }
  | { readonly kind: "days"; readonly first: Written; readonly last: Written }
  | { readonly kind: "week" | "month" | "quarter"; readonly number: number; readonly year: number | null }
  | { readonly kind: "year"; readonly number: number; readonly year: number; readonly fiscal: boolean }
  | { readonly kind: "sprint"; readonly number: number; readonly year: null };

type Pattern = readonly [RegExp, (found: readonly string[]) => Label | null];
const year = (digits: string | undefined) =>
  digits === undefined || digits === "" ? null : Number(digits.length === 2 ? `20${digits}` : digits);
const weekLabel = (week: string | undefined, digits: string | undefined): Label | null => {
  const number = Number(week);
  return number >= 1 && number <= 53 ? { kind: "week", number, year: year(digits) } : null;
};
const monthLabel = (name: string | undefined, digits: string | undefined): Label | null => {
  const number = /^\d+$/.test(name ?? "") ? Number(name) : monthNamed(name ?? "");
  return number !== null && number >= 1 && number <= 12 ? { kind: "month", number, year: year(digits) } : null;
};

const WEEK_NAME = "(?:w|wk|week|kw|cw|v|vecka|woche|semaine|sem|s|u|uge|uke|semana|t|tyden)";
/** Texts without accents, case and punctuation ("W 36", "v 10", "2025 w36", "jan 2026"). */
const PATTERNS: readonly Pattern[] = [
  [new RegExp(`^(?:iso )?${WEEK_NAME} ?(\\d{1,2})(?: ?(20\\d\\d))?$`), (m) => weekLabel(m[1], m[2])],
  [new RegExp(`^(20\\d\\d) ?${WEEK_NAME} ?(\\d{1,2})$`), (m) => weekLabel(m[2], m[1])],
  [
    /^q(\d)(?: ?(20\d\d|\d\d))?$/,
    (m) => (Number(m[1]) <= 4 ? { kind: "quarter", number: Number(m[1]), year: year(m[2]) } : null),
  ],
  [/^(20\d\d) ?q(\d)$/, (m) => ({ kind: "quarter", number: Number(m[2]), year: Number(m[1]) })],
  [/^(?:sprint|iteration|pi|iter) ?(\d{1,3})$/, (m) => ({ kind: "sprint", number: Number(m[1]), year: null })],
  [/^(fy|gj) ?(20\d\d|\d\d)$/, (m) => ({ kind: "year", number: year(m[2]) ?? 0, year: year(m[2]) ?? 0, fiscal: true })],
  [/^(20\d\d)$/, (m) => ({ kind: "year", number: Number(m[1]), year: Number(m[1]), fiscal: false })],
  [/^(\p{L}+)(?: ?(20\d\d))?$/u, (m) => monthLabel(m[1], m[2])],
  [/^(20\d\d) (\d\d|\p{L}+)$/u, (m) => monthLabel(m[2], m[1])],
  [/^(\d\d) (20\d\d)$/, (m) => monthLabel(m[1], m[2])],
];

/** Words before a date that say which day of its week it is. */
const BEFORE =
  /^(?:[^\d]*?\b(?:w\/c|w\/e|w\/b|week of|weeks? commencing|weeks? starting|weeks? ending|wc|we)|woche (?:bis|vom|ab|endend)|kw bis|semaine (?:du|se terminant le|se terminant)|semana (?:que termina el|que termina|del|al)|vecka (?:som slutar|fr\.?o\.?m\.?|t\.?o\.?m\.?|till|från)|uge (?:der slutter|til|fra)|týden (?:končící|do|od))[\s:.]+/iu;

/** "05/01" under a title with the year: which number is the month, its neighbours say. */
function slashed(text: string): Written | null {
  const found = /^(\d{1,2})\/(\d{1,2})$/.exec(text);
  if (found === null) return null;
  const [first, second] = [Number(found[1]), Number(found[2])];
  const [date, month] = first > 12 || second <= 12 ? [first, second] : [second, first];
  return { year: null, date, month, open: first <= 12 && second <= 12 && first !== second };
}

const TO = "\\s*(?:[-–—]|\\bto\\b|\\bbis\\b|\\bau\\b|\\bal\\b|\\btill\\b|\\btil\\b|\\bdo\\b)\\s*";
const ONE_MONTH = new RegExp(`^(\\d{1,2})\\.?${TO}(\\d{1,2}\\.?[\\s.]*(?:\\p{L}.*|\\d{1,2}\\..*))$`, "iu");
const MONTH_FIRST = new RegExp(`^(\\p{L}+)\\.? (\\d{1,2})${TO}(\\d{1,2})(?:,? (20\\d\\d))?$`, "iu");
const TWO_DATES = new RegExp(
  `^(\\d{1,2}[\\s./]*(?:\\p{L}+|\\d{1,2})[\\s./]*(?:20\\d\\d)?|\\p{L}+ \\d{1,2})${TO}(.+)$`,
  "iu",
);

/** "5-9 Jan 2026", "29 Dec - 2 Jan", "05.01.-09.01.2026": the first and the last day. */
function daysOf(text: string): Label | null {
  const [, name, one, other, digits] = MONTH_FIRST.exec(text) ?? [];
  const named = name === undefined ? null : monthNamed(name);
  if (named !== null) {
    const [first, last] = [one, other].map((date) => ({
      year: year(digits),
      month: named,
      date: Number(date),
      open: false,
    }));
    return inOrder(first!, last!);
  }
  const within = ONE_MONTH.exec(text);
  if (within !== null) {
    const last = written(within[2]!.trim());
    if (last !== null && !last.open) return inOrder({ ...last, date: Number(within[1]) }, last);
  }
  const both = TWO_DATES.exec(text);
  const [first, last] = [both?.[1], both?.[2]].map((part) =>
    part === undefined ? null : written(dotted(part.trim())),
  );
  return first && last && !first.open && !last.open ? inOrder(first, last) : null;
}

/** "05.01" as "05.01." */
const dotted = (text: string): string => (/^\d{1,2}\.\d{1,2}$/.test(text) ? `${text}.` : text);

function inOrder(first: Written, last: Written): Label | null {
  const [a, b] = [first.month * 31 + first.date, last.month * 31 + last.date];
  const isNext = first.month === 12 && last.month === 1;
  if (a > b && !isNext) return null;
  const startYear = first.year ?? (last.year === null ? null : last.year - (isNext ? 1 : 0));
  return { kind: "days", first: { ...first, year: startYear }, last };
}

/** What a header cell says about time, or null. "Jan 26" is a date here; `axis.ts` sees when a row of them means months. */
export function labelOf(cell: Cell): Label | null {
  if (typeof cell === "number") {
    if (cell >= 2_000 && cell < 2_100 && Number.isInteger(cell))
      return { kind: "year", number: cell, year: cell, fiscal: false };
    return Number.isInteger(cell) && cell >= 36_526 && cell < 73_050 ? { kind: "day", day: dayNumber(cell) } : null;
  }
  if (typeof cell !== "string" || cell.length > 40) return null;
  const words = plain(cell).replace(/^(w c|week of|week commencing|w b|semaine du|woche vom|w e|week ending) /, "");
  for (const [pattern, label] of PATTERNS) {
    const found = pattern.exec(words);
    const read = found ? label(found) : null;
    if (read) return read;
  }
  const short = /^(\p{L}+)\.? ?['’](\d\d)$/u.exec(cell);
  if (short !== null) return monthLabel(short[1], short[2]);
  const bare = cell.replace(BEFORE, "");
  const days = daysOf(bare);
  if (days !== null) return days;
  const date = written(bare) ?? slashed(bare);
  if (date === null || (date.year !== null && (date.year < 2000 || !exists(date.year, date.month, date.date))))
    return null;
  if (date.year !== null && !date.open) return { kind: "day", day: dayOf(date.year, date.month, date.date) };
  return { kind: "date", date: date.date, month: date.month, year: date.year, open: date.open };
}
