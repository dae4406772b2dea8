import { type Cell, isBlank } from "../plan/cells.ts";
import { clockDoubt } from "../plan/clock-hours.ts";
import { unitOf } from "./amounts.ts";
import type { Axis, AxisColumn } from "./axis.ts";
import type { LayoutProblem, Refused } from "./found.ts";
import type { Line } from "./lines.ts";
import { type Measure, measureInHeader, type Unit } from "./measures.ts";
import { at, type Sheet, warning } from "./sheet.ts";
import { headsOther, headsPlan } from "./versions.ts";

/** Of columns headed Plan and Actual, those with the plan; a mixture that we do not know is refused. */
export function plannedColumns(columns: readonly AxisColumn[]): readonly AxisColumn[] | Refused {
  const perPeriod = new Set(columns.map(({ period }) => period.from)).size;
  if (perPeriod === columns.length) return columns;
  const planned = columns.filter(({ parts }) => parts.some(headsPlan) && !parts.some(headsOther));
  if (planned.length === perPeriod) return planned;
  return {
    refused: "Each period has several columns, and their headings do not say which one is the plan: call it Plan.",
  };
}

/** What amounts across count; `assumed` when only their size says so. */
export interface Settled {
  readonly measure: Measure;
  readonly assumed: boolean;
  /** They may be times of a clock, which hold parts of a day. */
  readonly clock?: true;
}

/** The header says it, else a title or note, else texts among the amounts; else amounts up to 1 are shares. */
export function settleMeasure(
  { stated }: Pick<Axis, "stated">,
  columns: readonly AxisColumn[],
  cells: readonly Cell[],
): Settled | Refused {
  const inHeader = columns.flatMap(({ parts }) => parts.flatMap((part) => measureInHeader(part) ?? []));
  const numbers = cells.filter((cell): cell is number => typeof cell === "number" && cell !== 0);
  const units = new Set(cells.flatMap((cell): Unit[] => (typeof cell === "string" ? wordAfterNumber(cell) : [])));
  const inCells: readonly Measure[] = units.size === 1 ? [...units].map((unit) => ({ unit, per: null })) : [];
  const measure = [
    ...(stated.given ? [stated.given] : []),
    ...inHeader.slice(0, 1),
    ...(stated.measure ? [stated.measure] : []),
    ...inCells,
  ][0];
  if (measure === undefined && cells.every(isBlank)) return { refused: NO_AMOUNTS };
  if (measure === undefined && cells.every((cell) => typeof cell !== "number" && !/\d/.test(String(cell ?? ""))))
    return { refused: ONLY_MARKS };
  if (measure === undefined) return bySize(numbers);
  const doubt = measure.unit === "hours" ? clockDoubt(numbers, daysOf(measure, columns)) : null;
  if (doubt === "likely") return { refused: CLOCK };
  return { measure, assumed: false, ...(doubt === "maybe" ? { clock: true } : {}) };
}

/** As where cells show 7:30 or 40:00. */
export const CLOCK =
  "The hours are all as small as cells shown as 7:30 or 40:00 hold, which are parts of a day: write them as numbers of hours, with two decimals at most.";

/** The days that an amount counts for. */
const daysOf = ({ per }: Measure, columns: readonly AxisColumn[]): number =>
  per === "day" ? 1 : per === "week" ? 7 : Math.max(1, ...columns.map(({ period }) => period.to - period.from + 1));

/** As where a team colours the weeks that somebody is busy. */
export const NO_AMOUNTS =
  "No cell in its columns of time holds an amount, and formulas do not see colours: write hours, days, shares or FTE into them, or take coloured weeks in by Map.";

/** As where a team writes "x" into some weeks and colours others. */
export const ONLY_MARKS =
  'The cells in its columns of time hold marks such as "x" and no amounts, and formulas do not see colours: write hours, days, shares or FTE into them, or take coloured weeks in by Map.';

function bySize(numbers: readonly number[]): Settled | Refused {
  if (numbers.length > 0 && numbers.every((number) => number <= 1)) {
    return { measure: { unit: "percent", per: null }, assumed: true };
  }
  return { refused: "Nothing says what the numbers count: write hours, days, % or FTE into a title or heading." };
}

function wordAfterNumber(text: string): Unit[] {
  const unit = unitOf(/^\d+(?:[.,]\d+)?\s*(.+)$/.exec(text)?.[1] ?? "");
  return unit === null ? [] : [unit];
}

/** The one warning that a unit was told by size alone, or may be another. */
export function unitProblem(
  sheet: Sheet,
  lines: readonly Line[],
  columns: readonly AxisColumn[],
  { assumed, clock }: Settled,
): readonly LayoutProblem[] {
  if (!assumed && clock === undefined) return [];
  const place = lines
    .flatMap(({ row }) => columns.map(({ column }) => ({ row, column })))
    .find(({ row, column }) => typeof at(sheet, row, column) === "number" && at(sheet, row, column) !== 0);
  if (place === undefined) return [];
  return [warning(sheet, place, "choose-unit", clock ? MAYBE_CLOCK : SHARES)];
}

const SHARES = [
  "stands under no unit and is read, as all the amounts are, as a share of the person's time, because none is above 1",
  "Maybe a heading should say %.",
] as const;
/** Hours that could be times, in lists as well. */
export const MAYBE_CLOCK = [
  "is read in hours, and all hours of the table are as small as cells shown as 7:30 or 40:00 hold, which are parts of a day",
  "Maybe they should be numbers of hours: 40 in place of 40:00.",
] as const;
