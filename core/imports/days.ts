import { dateOf, dayOf, isWeekend } from "../plan/calendar.ts";
import { dateIn } from "../plan/dates.ts";
import type { DayNumber } from "../units.ts";

/** In which order a file writes day and month: decided once, from all its dates together; "yymd" has years of two digits first. */
export type DateOrder = "ymd" | "yymd" | "dMy" | "dmy" | "mdy" | "undecided" | "conflict" | "none";
/** What a planner may answer when a file does not say. */
export type SlashOrder = "dmy" | "mdy" | "yymd";

export const SLASHES = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d\d)(?!\d)/;
export const DOTS = /^\d{1,2}\.\s?\d{1,2}\.\s?(\d{4}|\d\d)/;
const ISO = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/;
const NAMED = /^(\d{1,2}[ /.-]+\p{L}{3,}|\p{L}{3,}\.?[ /-]*\d{1,2})/u;

/** The order that a file's dates are written in. */
export function dateOrderOf(cells: Iterable<string>): DateOrder {
  const all = new Set(cells);
  const years = shortYears(all);
  if (years !== null) return years.last ? "undecided" : "yymd";
  const count = { dayFirst: 0, monthFirst: 0, slashes: 0, dots: 0, iso: 0, named: 0 };
  for (const cell of all) {
    const text = cell.trim();
    const slashes = SLASHES.exec(text);
    if (slashes) {
      count.slashes += 1;
      if (Number(slashes[1]) > 12) count.dayFirst += 1;
      if (Number(slashes[2]) > 12) count.monthFirst += 1;
    } else if (DOTS.test(text)) count.dots += 1;
    else if (ISO.test(text)) count.iso += 1;
    else if (NAMED.test(text)) count.named += 1;
  }
  if (count.dayFirst > 0 && count.monthFirst > 0) return "conflict";
  if (count.dayFirst > 0) return "dmy";
  if (count.monthFirst > 0) return "mdy";
  if (count.slashes > 0) return "undecided";
  if (count.dots > 0) return "dmy";
  return count.iso > 0 ? "ymd" : count.named > 0 ? "dMy" : "none";
}

/** 26/01/05, in which the year may stand first or last. */
const SHORT = /^(\d\d)([/.-])(\d\d)\2(\d\d)(?!\d)/;
const [FIRST_YEAR, LAST_YEAR] = [15, 49];

/** Whether all dates with two-digit years can have the year first, in no more than two years, and whether they can have it last, too; null where it cannot stand first. */
export function shortYears(cells: Iterable<string>): { readonly last: boolean } | null {
  const firsts = new Set<number>();
  let last = true;
  let dotted = true;
  for (const cell of cells) {
    const text = cell.trim();
    const [, year, mark, month, date] = SHORT.exec(text) ?? [];
    if (mark !== undefined && mark !== ".") dotted = false;
    if (year === undefined) {
      if (SLASHES.test(text) || DOTS.test(text)) return null;
      continue;
    }
    if (Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR || yearFirst(text) === undefined) return null;
    firsts.add(Number(year));
    const other = Number(date);
    if (other < FIRST_YEAR || other > LAST_YEAR || dayIn(other, Number(month), Number(year)) === undefined)
      last = false;
  }
  if (firsts.size === 0 || Math.max(...firsts) - Math.min(...firsts) > 1) return null;
  // Who writes dots writes the day first, wherever that can be meant.
  return last && dotted ? null : { last };
}

function yearFirst(text: string): DayNumber | undefined {
  const [, year, , month, date] = SHORT.exec(text) ?? [];
  return year === undefined ? undefined : dayIn(Number(year), Number(month), Number(date));
}

/** What a file says that writes some dates in one order and some in the other; null for a file that does not. */
export function bothOrders(cells: Iterable<string>): string | null {
  let dayFirst: string | null = null;
  let monthFirst: string | null = null;
  for (const cell of cells) {
    const [text, a, b] = SLASHES.exec(cell.trim()) ?? [];
    if (text !== undefined && Number(a) > 12) dayFirst ??= text;
    if (text !== undefined && Number(b) > 12) monthFirst ??= text;
  }
  if (dayFirst === null || monthFirst === null) return null;
  return `It says both: ${dayFirst} is day first, and ${monthFirst} month first. Rows in the other order are held back. Of the rest`;
}

/** Reads one cell as a day; null for a blank cell, undefined for what is no date in the file's order. */
export type ReadDay = (text: string) => DayNumber | null | undefined;

/** 20260105 */
const BARE = /^(20\d\d)(\d\d)(\d\d)$/;
const FIRST_SERIAL = 36_526;
const LAST_SERIAL = 73_051;

/** A reader of days in one order. `converted`: a host has made day numbers of dates, which are then read as such. */
export function dayReader(order: SlashOrder | null, converted: boolean): ReadDay {
  const known = new Map<string, DayNumber | null | undefined>();
  const readOne: ReadDay = (text) => {
    const plain = text.trim();
    if (plain === "") return null;
    const serial = converted && /^\d{5}(\.\d+)?$/.test(plain) ? Math.floor(Number(plain)) : 0;
    if (serial >= FIRST_SERIAL && serial < LAST_SERIAL) return serial as DayNumber;
    if (order === "yymd" && SHORT.test(plain)) return yearFirst(plain);
    const slashes = SLASHES.exec(plain);
    if (slashes) return order === null ? undefined : slashed(slashes, order);
    const bare = BARE.exec(plain);
    if (bare) return dayIn(Number(bare[1]), Number(bare[2]), Number(bare[3]));
    const found = dateIn(plain.replace(/(\d)T(\d)/, "$1 $2").replace(/(\d\d:\d\d:\d\d)[.,]\d+/, "$1"));
    return found && "day" in found ? found.day : undefined;
  };
  return (text) => {
    if (!known.has(text)) known.set(text, readOne(text));
    return known.get(text);
  };
}

function slashed([, a, b, year]: RegExpExecArray, order: SlashOrder): DayNumber | undefined {
  const [date, month] = order === "dmy" ? [Number(a), Number(b)] : [Number(b), Number(a)];
  return dayIn(Number(year), month, date);
}

/** A day of a year, of which two digits are enough; undefined where there is none. */
function dayIn(year: number, month: number, date: number): DayNumber | undefined {
  const y = year < 100 ? 2000 + year : year;
  if (month < 1 || month > 12 || date < 1 || date > 31 || y < 1900) return undefined;
  const day = dayOf(y, month, date);
  const back = dateOf(day);
  return back[1] === month && back[2] === date ? day : undefined;
}

/** What each order would make of a file's days: how many they span, and how many rows fall on a weekend. */
export interface OrderEvidence {
  readonly order: SlashOrder;
  readonly span: number;
  readonly weekend: number;
}

/** Evidence for the planner who is asked: the likelier order first, by the shorter span and the fewer weekends. */
export function evidenceOf(cells: readonly string[]): readonly OrderEvidence[] {
  const orders: readonly SlashOrder[] = shortYears(cells) === null ? ["mdy", "dmy"] : ["yymd", "dmy"];
  const all = orders.map((order): OrderEvidence => {
    const read = dayReader(order, false);
    const days = cells.map((cell) => read(cell)).filter((day) => typeof day === "number");
    const span = days.length === 0 ? 0 : days.reduce(most) - days.reduce(least);
    return { order, span, weekend: days.filter((day) => isWeekend(day)).length };
  });
  return all.sort((a, b) => a.span - b.span || a.weekend - b.weekend);
}

const most = (a: DayNumber, b: DayNumber) => (a > b ? a : b);
const least = (a: DayNumber, b: DayNumber) => (a < b ? a : b);
