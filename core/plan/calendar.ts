import { type DayNumber, dayNumber, plusDays } from "../units.ts";

/** First and last day, both included. */
export interface Period {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

/** The day a date is. Years run from March, so that a leap day is the last day of its year. */
export function dayOf(year: number, month: number, date: number): DayNumber {
  const y = month > 2 ? year : year - 1;
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  const monthDays = Math.floor((153 * ((month + 9) % 12) + 2) / 5);
  return dayNumber(365 * y + leapDays + monthDays + date - 693_900);
}

/** Year, month and date of a day: the inverse of `dayOf`. */
export function dateOf(day: DayNumber): readonly [year: number, month: number, date: number] {
  const days = day + 693_899;
  const era = Math.floor(days / 146_097);
  const ofEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const date = ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date];
}

/** "2026-01-05": how a problem's hint writes a day, the same in every locale. */
export function isoDate(day: DayNumber): string {
  const [year, month, date] = dateOf(day);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

/** 0 is Monday. Day 46027 (5 January 2026) is a Monday. */
export const weekday = (day: number): number => (day + 5) % 7;

export const isWeekend = (day: number): boolean => weekday(day) > 4;

/** The day itself, or the Friday before it. */
export const lastWorkdayUpTo = (day: number): number => day - Math.max(0, weekday(day) - 4);

/** The day itself, or the Monday after it. */
export const firstWorkdayFrom = (day: number): number => {
  const at = weekday(day);
  return at > 4 ? day + 7 - at : day;
};

export const latest = (a: DayNumber, b: DayNumber): DayNumber => (a > b ? a : b);

export function* workDays({ from, to }: Period, holidays: ReadonlySet<DayNumber>): Generator<DayNumber> {
  for (let day = from; day <= to; day = plusDays(day, 1)) {
    if (!isWeekend(day) && !holidays.has(day)) yield day;
  }
}
