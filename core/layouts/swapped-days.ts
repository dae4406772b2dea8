import { dayOf, type Period } from "../plan/calendar.ts";
import type { Cell } from "../plan/cells.ts";
import type { DayNumber } from "../units.ts";
import { type Order, readDate } from "./dates.ts";
import type { LayoutProblem } from "./found.ts";
import { at, type Sheet, textAt, warning } from "./sheet.ts";
import { exists, iso, partsOf, weekdaysIn } from "./weeks.ts";

/** The columns of one leave: under one month, say, with a first and a last day. */
export interface Block {
  readonly period: Period;
  readonly kind: number | null;
  readonly from: number;
  readonly to: number;
}
/** A leave as its cells say, and the ways in which it can be meant. */
export interface Asked {
  readonly block: Block;
  readonly readings: readonly Period[];
}
/** The days a cell can mean: as it stands first, then with day and month swapped. */
export function meanings(cell: Cell, order: Order): readonly DayNumber[] {
  const read = readDate(cell, order === "open" ? "day first" : order);
  if (read === null || !("day" in read)) return [];
  const { year, month, date } = partsOf(read.day);
  const swapped = date !== month && exists(year, date, month) ? [dayOf(year, date, month)] : [];
  return [read.day, ...swapped];
}

/** For each leave its reading: as it stands if that fits month and total, else the only one that does; null when several do. */
export function choose(asked: readonly Asked[], days: number | null): readonly (Period | null)[] {
  const inMonth = ({ block }: Asked, { from }: Period) => from >= block.period.from && from <= block.period.to;
  const combinations = asked.reduce<readonly (readonly Period[])[]>(
    (all, one) =>
      all.flatMap((some) => one.readings.filter((period) => inMonth(one, period)).map((period) => [...some, period])),
    [[]],
  );
  const fits = combinations.filter(
    (some) => days === null || some.reduce((sum, period) => sum + weekdaysIn(period), 0) === days,
  );
  const stands = asked.map(({ readings }) => readings[0]!);
  const asItStands = fits.find((some) => some.every((period, i) => period === stands[i]));
  if (asItStands) return asItStands;
  if (fits.length === 1) return fits[0]!;
  return asked.map((one, i) =>
    fits.length === 0 && inMonth(one, stands[i]!) && one.readings.filter((period) => inMonth(one, period)).length === 1
      ? stands[i]!
      : null,
  );
}

/** What a planner should know about a day of leave: that it was read swapped, or from a text. */
export function tell(
  sheet: Sheet,
  row: number,
  column: number,
  meant: DayNumber,
  { period }: Block,
  days: number | null,
): readonly LayoutProblem[] {
  const read = readDate(at(sheet, row, column), "day first");
  if (read === null || !("day" in read)) return [];
  const place = { row, column };
  if (read.day !== meant) {
    const why = `is read as ${iso(meant)}, because it stands under ${iso(period.from).slice(0, 7)}${days === null ? "" : ` and the days off are ${days}`}`;
    return [warning(sheet, place, "day-month-swapped", [why, "Maybe day and month were swapped when it was typed."])];
  }
  return textAt(sheet, row, column) === ""
    ? []
    : [
        warning(sheet, place, "date-as-text", [
          `is a text and is read as ${iso(meant)}`,
          "Maybe the cell should hold a date.",
        ]),
      ];
}
