import type { DayNumber } from "../units.ts";
import { type Rows, USED } from "./rows.ts";
import type { TICKETS } from "./tables.ts";

type TicketRows = Rows<(typeof TICKETS)["columns"]>;

/** The days of which the table holds every ticket: up to Settings, As of, where it is given. */
export function daysCovered(rows: TicketRows, asOf: DayNumber | null): { readonly from: number; readonly to: number } {
  const days: number[] = [];
  for (let index = 0; index < rows.length; index++) {
    if (rows.state[index] === USED) days.push(rows.columns.opened[index]!);
  }
  days.sort((a, b) => a - b);
  const from = withoutStrays(days);
  return { from, to: asOf ?? -withoutStrays(days.map((day) => -day).reverse()) };
}

/** So many days without a ticket are long for no table. */
const LEAST_SILENCE = 21;
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
function withoutStrays(days: readonly number[]): number {
  const all = days.length;
  const most = Math.min(Math.max(FEW, FEW_SHARE * all), Math.max(1, MOST_SHARE * all));
  let first = 0;
  for (let at = 1; at <= most && at < all - at; at++) {
    const silence = days[at]! - days[at - 1]!;
    if (silence >= LEAST_SILENCE && silence >= longFor(days, at)) first = at;
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
