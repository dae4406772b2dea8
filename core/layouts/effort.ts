import type { Period } from "../plan/calendar.ts";
import type { Cell } from "../plan/cells.ts";
import type { Heading } from "./entries.ts";
import type { Measure } from "./measures.ts";
import { weekdaysIn } from "./weeks.ts";

/** An amount as one effort cell of an allocation; `even` when days were made a share of the working days. */
export interface Effort {
  readonly heading: Heading<"Allocations">;
  readonly value: number;
  readonly even: boolean;
}

/** Turn an amount into the effort column that says the same. Days are shares: five of a week are all of it. */
export function effortOf({ unit, per }: Measure, amount: number, period: Period | null): Effort {
  if (unit === "fte") return { heading: "FTE", value: amount, even: false };
  if (unit === "percent") return { heading: "Share", value: amount, even: false };
  const length = period === null ? 0 : period.to - period.from + 1;
  if (unit === "hours") {
    const own = per === null || (per === "week" && length === 7) || (per === "day" && length === 1) || per === "month";
    return {
      heading: own ? "Total hours" : per === "week" ? "Hours a week" : "Hours a day",
      value: amount,
      even: false,
    };
  }
  const of = per === "week" || length === 7 ? 5 : period === null || length === 1 ? 1 : weekdaysIn(period);
  return { heading: "Share", value: Math.round((amount / of) * 1e6) / 1e6, even: of !== 5 && of !== 1 };
}

/** More than anybody can work in the time: hours beyond the clock, days beyond the calendar, twice a person. */
export function isTooMuch({ unit, per }: Measure, amount: number, period: Period | null): boolean {
  const days =
    per === "day" ? 1 : per === "week" ? 7 : period === null ? Number.POSITIVE_INFINITY : period.to - period.from + 1;
  const limits = { hours: 24 * days, days, percent: 2, fte: 2 } as const;
  return amount > limits[unit];
}

/** An effort for each of several people: all of it, or even parts that add up to it to the minute. */
export function effortsFor(
  effort: Effort,
  people: readonly string[],
  together = false,
): readonly (readonly [string, Effort])[] {
  if (!together || people.length < 2) return people.map((person) => [person, effort] as const);
  const least = effort.heading === "Share" || effort.heading === "FTE" ? 1e6 : 60;
  const all = Math.round(effort.value * least);
  return people.map((person, i) => {
    const [before, after] = [i, i + 1].map((n) => Math.floor((all * n) / people.length)) as [number, number];
    return [person, { ...effort, value: (after - before) / least }] as const;
  });
}

export const effortCells = (
  { heading, value }: Effort,
  { from, to }: { readonly from: Cell; readonly to: Cell },
): readonly (readonly [Heading<"Allocations">, Cell])[] => [
  ["From", from],
  ["To", to],
  [heading, value],
];
