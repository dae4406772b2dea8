import { type DayNumber, plusDays } from "../units.ts";
import type { Settings } from "./plan.ts";
import { type Rows, USED } from "./rows.ts";
import type { TICKETS } from "./tables.ts";

type TicketRows = Rows<(typeof TICKETS)["columns"]>;

/** The days of which a table of tickets holds every one. */
export interface Covered {
  readonly from: number;
  readonly to: number;
  /** The last day that can have come: that of Settings, As of, or the one before the horizon or what is asked for begins; null where nothing says it. */
  readonly limit: DayNumber | null;
  /** Tickets of the first day asked for and later count, because hardly any came before it. */
  readonly isEarly: boolean;
}

/**
 * Up to Settings, As of, where it is given; otherwise up to the last ticket, and never into the horizon, which is still to
 * come. Without either the past ends before the first day asked for, unless that lies at the beginning of the history.
 */
export function daysCovered(
  rows: TicketRows,
  { asOf, horizonFrom }: Pick<Settings, "asOf" | "horizonFrom">,
  first: DayNumber | null,
): Covered {
  const asked = asOf === null && horizonFrom === null ? first : null;
  const isEarly = asked !== null && isAtBeginning(rows, asked);
  const future = horizonFrom ?? (isEarly ? null : asked);
  const limit = asOf ?? (future === null ? null : plusDays(future, -1));
  const days: number[] = [];
  for (let index = 0; index < rows.length; index++) {
    const day = rows.columns.opened[index]!;
    if (rows.state[index] === USED && (limit === null || day <= limit)) days.push(day);
  }
  days.sort((a, b) => a - b);
  const from = withoutStrays(days, LEAST_SILENCE_BEFORE);
  if (asOf !== null) return { from, to: asOf, limit, isEarly };
  const backwards = days.map((day) => -day).reverse();
  const to = days.length === 0 ? (limit ?? 0) : -withoutStrays(backwards, LEAST_SILENCE_AFTER);
  return { from, to, limit, isEarly };
}

/** From fewer weeks nobody forecasts; where more of the table's weeks come later, the table is the better evidence. */
const FEWEST_WEEKS = 8;

function isAtBeginning({ length, state, columns }: TicketRows, first: DayNumber): boolean {
  const [before, later] = [new Set<number>(), new Set<number>()];
  for (let index = 0; index < length; index++) {
    if (state[index] !== USED) continue;
    const day = columns.opened[index]!;
    (day < first ? before : later).add(Math.floor((day - first) / 7));
  }
  return before.size < FEWEST_WEEKS && later.size > before.size;
}

/** So many days without a ticket are long for no table: a service may begin slowly. */
const LEAST_SILENCE_BEFORE = 21;
/** At the end they make empty weeks that the next weeks are forecast from: one is enough. */
const LEAST_SILENCE_AFTER = 10;
/** A silence is long when so many tickets would usually have come in it: by chance that never happens. */
const LONG = 10;
/** So many tickets beyond a silence are few: a mistyped day, or a row that stands for something else. */
const FEW = 3;
const FEW_SHARE = 0.01;
const MOST_SHARE = 0.1;

/**
 * The first of the tickets' days, ascending, but for few tickets that a silence parts from the rest: one that is long by the
 * rest's own density, and longer than any among them. They would make empty weeks of history out of days that nobody wrote down.
 */
function withoutStrays(days: readonly number[], least: number): number {
  const all = days.length;
  const most = Math.min(Math.max(FEW, FEW_SHARE * all), Math.max(1, MOST_SHARE * all));
  let first = 0;
  for (let at = 1; at <= most && at < all - at; at++) {
    const silence = days[at]! - days[at - 1]!;
    if (silence >= least && silence >= longFor(days, at)) first = at;
  }
  return days[first] ?? 0;
}

/** Days of silence that are long beside the tickets from one on; few at their far end, which may be strays themselves, say nothing. */
function longFor(days: readonly number[], first: number): number {
  const count = days.length - first;
  const last = days.length - 1 - (count < 5 ? 0 : Math.max(1, Math.floor(count / 20)));
  let longest = 0;
  for (let at = first + 1; at <= last; at++) longest = Math.max(longest, days[at]! - days[at - 1]! + 1);
  return Math.max(longest, (LONG * (days[last]! - days[first]!)) / Math.max(1, last - first));
}
