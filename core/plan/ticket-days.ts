import type { DayNumber } from "../units.ts";
import { type Rows, USED } from "./rows.ts";
import type { TICKETS } from "./tables.ts";

type TicketRows = Rows<(typeof TICKETS)["columns"]>;

/** A few tickets this long before or after all others have a mistyped year, and would make empty years of history. */
const LONGEST_SILENCE = 200;
const FEW = 0.01;

/** The days of which the table holds every ticket: up to Settings, As of, where it is given. */
export function daysCovered(rows: TicketRows, asOf: DayNumber | null): { readonly from: number; readonly to: number } {
  const perDay = new Map<number, number>();
  let used = 0;
  for (let index = 0; index < rows.length; index++) {
    if (rows.state[index] !== USED) continue;
    const day = rows.columns.opened[index]!;
    perDay.set(day, (perDay.get(day) ?? 0) + 1);
    used += 1;
  }
  const days = [...perDay.keys()].sort((a, b) => a - b);
  const count = (day: number) => perDay.get(day)!;
  const from = withoutStrays(days, count, used);
  return { from, to: asOf ?? withoutStrays([...days].reverse(), count, used) };
}

/** The first of some days in their order, but for a few days that a long silence parts from the rest. */
function withoutStrays(days: readonly number[], count: (day: number) => number, all: number): number {
  let before = 0;
  for (let at = 0; at + 1 < days.length; at++) {
    before += count(days[at]!);
    if (before > FEW * all && before > 1) break;
    const silence = Math.abs(days[at + 1]! - days[at]!);
    if (silence > LONGEST_SILENCE && all - before > before) return days[at + 1]!;
  }
  return days[0] ?? 0;
}
