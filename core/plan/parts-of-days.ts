import { countsDays } from "../layouts/long-dates.ts";
import { isHalfDay, isWholeDay } from "../layouts/parts.ts";
import { plain } from "../layouts/sheet.ts";
import { roleOf, yesOrNo } from "../layouts/vocabulary.ts";
import { type Cell, isBlank, shown } from "./cells.ts";

/** What a column beside leave says: hours or days away, a length in any unit, a part of a day, times of the clock, or only a kind of leave. */
export type PartKind = "hours" | "days" | "length" | "part" | "clock" | "kind";

/** How much of its days a row of leave takes, as a cell says it: minutes or thousandths of days, all of them, or what nobody knows. */
export type Stated =
  | { readonly minutes: number }
  | { readonly days: number }
  | { readonly half: true }
  | { readonly whole: true }
  | { readonly open: true };

const NOUN = "(leave|absence|absent|vacation|sick|working|work|total|number of|no of|booked|used)";
const BEHIND = "(off|away|taken|requested|absent|booked|used|leave|total|of leave|of absence)";
const HOURS = "h|hrs?|hours?|std|stunden|fehlstunden|heures|timmar|timer|hodin|hodiny|pocet hodin|horas|uren";
const DAYS =
  "d|days?|tage|arbeitstage|urlaubstage|fehltage|anzahl tage|jours|nombre de jours|dagar|antal dagar|dage|antal dage|dny|dnu|pocet dni|pocet dnu|dias|dagen";
const headed = (words: string): RegExp => new RegExp(`^(${NOUN} )*(${words})( ${BEHIND})*$`);
const HEADINGS: readonly (readonly [PartKind, RegExp])[] = [
  ["hours", headed(HOURS)],
  ["days", headed(DAYS)],
  ["hours", headed(`(duration|length|amount|quantity|dauer|duree|langd|varighed|doba|duracion) (in )?(${HOURS})`)],
  ["days", headed(`(duration|length|amount|quantity|dauer|duree|langd|varighed|doba|duracion) (in )?(${DAYS})`)],
  [
    "length",
    headed("duration|length|amount|quantity|dauer|umfang|duree|langd|omfattning|varighed|doba|rozsah|duracion"),
  ],
  ["part", headed("session|portion|half or full day|full or half day|am or pm|half days?|first half|second half")],
];

/** What a heading beside a person and their days away says of how much; null where it says something else. */
export function partKindOf(heading: Cell): PartKind | null {
  const text = shown(heading);
  const role = roleOf(text);
  if (role === "part") return "part";
  if (role === "interval") return "clock";
  const words = plain(text);
  return HEADINGS.find(([, pattern]) => pattern.test(words))?.[0] ?? (countsDays(text) ? "days" : null);
}

const HOUR_UNIT = new RegExp(`^(${HOURS})$`);
const DAY_UNIT = new RegExp(`^(${DAYS}|tag|jour|dag|den|dia)$`);
const AMOUNT = /^(\d+(?:[.,]\d+)?)\s*(\p{L}*)$/u;
const HALF_IN_WORDS = /\b(half( a)? day|halber tag|halbtags|demi journee|halvdag|pul dne|pulden|medio dia)\b/;
const CLOCK = /^(\d{1,2}):([0-5]\d)(?::00)?$/;

/** What a cell below such a heading says; null for a blank one. */
export function statedIn(kind: PartKind, cell: Cell): Stated | null {
  if (isBlank(cell)) return null;
  if (kind === "clock") return { open: true };
  if (kind === "kind") return isHalfDay(shown(cell)) || HALF_IN_WORDS.test(plain(shown(cell))) ? { half: true } : null;
  if (typeof cell === "number") return ofNumber(kind, cell);
  const text = shown(cell).trim();
  if (kind === "part" || !/^\d/.test(text)) {
    if (isWholeDay(text)) return { whole: true };
    if (isHalfDay(text)) return { half: true };
    if (kind === "part") return ofYesOrNo(cell);
  }
  if (kind !== "hours" && text === "1/2") return { half: true };
  const clock = CLOCK.exec(text);
  if (clock && kind !== "days") return { minutes: Number(clock[1]) * 60 + Number(clock[2]) };
  const amount = AMOUNT.exec(text);
  if (amount === null) return { open: true };
  const number = Number(amount[1]!.replace(",", "."));
  const unit = plain(amount[2]!);
  if (unit === "") return ofNumber(kind, number);
  return HOUR_UNIT.test(unit) ? inHours(number) : DAY_UNIT.test(unit) ? inDays(number) : { open: true };
}

function ofYesOrNo(cell: Cell): Stated {
  const says = yesOrNo(cell);
  return says === null ? { open: true } : says ? { half: true } : { whole: true };
}

function ofNumber(kind: PartKind, number: number): Stated {
  if (kind === "hours") return inHours(number);
  if (kind === "days" || kind === "length") return inDays(number);
  if (kind === "part") return number === 0.5 ? { half: true } : number === 1 ? { whole: true } : { open: true };
  return { open: true };
}

/** Less than a quarter of an hour is as likely a time of the clock, which a sheet keeps as part of a day. */
function inHours(hours: number): Stated {
  const minutes = Math.round(hours * 60);
  return hours >= 0.25 && Math.abs(minutes - hours * 60) < 1e-6 ? { minutes } : { open: true };
}

function inDays(days: number): Stated {
  const thousandths = Math.round(days * 1000);
  return days > 0 && Math.abs(thousandths - days * 1000) < 1e-6 ? { days: thousandths } : { open: true };
}
