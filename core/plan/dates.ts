import type { DayNumber } from "../units.ts";
import { dayOf } from "./calendar.ts";

/** A date that somebody typed as text: one day (perhaps with a time of day), or two days that it could be. */
export type DateText =
  | { readonly day: DayNumber; readonly time: boolean }
  | { readonly either: readonly [dayFirst: DayNumber, monthFirst: DayNumber] }
  | null;

const LONGEST = 40;
const TIME = /[T ,]+\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|[+-]\d\d:?\d\d|UTC|GMT)?$/i;
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so)[a-z]*\.?,?\s+/i;

/** Read an ISO date, one with the month's name, one with dots (day first), or one with slashes when only one order is possible. */
export function dateIn(text: string): DateText {
  const plain = text.normalize("NFKC").trim();
  if (plain.length > LONGEST) return null;
  const bare = plain.replace(TIME, "");
  const time = bare !== plain;
  const date = bare.replace(WEEKDAY, "");
  for (const [form, read] of FORMS) {
    const match = form.exec(date);
    if (!match) continue;
    const days = read(match).filter((day) => day !== null);
    const [first, second] = days;
    if (first === undefined) return null;
    return second === undefined || second === first ? { day: first, time } : { either: [first, second] };
  }
  return null;
}

/** 26/01/05 may be a day of 2026 or of 2005. */
const mayStartWithYear = (first: string | undefined, last: string | undefined): boolean =>
  last?.length === 2 && Number(first) >= 20 && Number(last) < 15;

type Days = readonly (DayNumber | null)[];

/** How dates are written; each form gives the days it can mean, day first before month first. */
const FORMS: readonly (readonly [RegExp, (match: RegExpExecArray) => Days])[] = [
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/, ([, y, m, d]) => [valid(y, m, d)]],
  [/^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d\d)$/, ([, d, m, y]) => [valid(y, m, d)]],
  [
    /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d\d)$/,
    ([, a, b, y]) => (mayStartWithYear(a, y) ? [] : [valid(y, b, a), valid(y, a, b)]),
  ],
  [
    /^(\d{1,2})(?:st|nd|rd|th|\.)?[ /-]*(?:of )?(\p{L}{3,})\.?,?[ /-]*(\d{4}|\d\d)$/iu,
    ([, d, name, y]) => [valid(y, monthOf(name), d)],
  ],
  [
    /^(\p{L}{3,})\.?[ /-]*(\d{1,2})(?:st|nd|rd|th)?,?[ /-]+(\d{4}|\d\d)$/iu,
    ([, name, d, y]) => [valid(y, monthOf(name), d)],
  ],
  [/^(\d{4})[ /-](\p{L}{3,})\.?[ /-](\d{1,2})$/iu, ([, y, name, d]) => [valid(y, monthOf(name), d)]],
];

/** English, German, French, Spanish, Swedish, Danish and Czech month names, by letters that no other word begins with. */
const MONTHS: readonly RegExp[] = [
  /^(jan|jän|ene|led(en|na)$)/,
  /^(feb|fév|fev|únor)/,
  /^(mar|mär|mrz|břez)/,
  /^(apr|avr|abr|dub(en|na)$)/,
  /^(may|mai|maj|květ)/,
  /^(jun|juin|červ(en|na)$)/,
  /^(jul|juil|červen(ec|ce))/,
  /^(aug|aoû|aou|ago|srp(en|na)$)/,
  /^(se[pt]|září)/,
  /^(oct|okt|říj(en|na)$)/,
  /^(nov|listopad)/,
  /^(dec|dez|déc|dic|prosin(ec|ce)$)/,
];

function monthOf(name: string | undefined): string | undefined {
  const month = MONTHS.findIndex((form) => form.test((name ?? "").toLowerCase()));
  return month < 0 ? undefined : String(month + 1);
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function valid(year: string | undefined, month: string | undefined, date: string | undefined): DayNumber | null {
  const y = year?.length === 2 ? 2000 + Number(year) : Number(year);
  const m = Number(month);
  const d = Number(date);
  const leap = m === 2 && y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0) ? 1 : 0;
  if (!(y >= 1900 && y <= 9999 && m >= 1 && m <= 12 && d >= 1 && d <= MONTH_LENGTHS[m - 1]! + leap)) return null;
  return dayOf(y, m, d);
}
