import { type Cell, isBlank } from "../plan/cells.ts";
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
  const clock = measure.unit === "hours" && numbers.length > 2 && numbers.every((number) => number < 1);
  if (!clock) return { measure, assumed: false };
  return { refused: "The hours are all below 1, as cells shown as 7:30 are: write them as numbers of hours." };
}

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

/** The one warning that a unit was told by size alone. */
export function unitProblem(
  sheet: Sheet,
  lines: readonly Line[],
  columns: readonly AxisColumn[],
): readonly LayoutProblem[] {
  const place = lines
    .flatMap(({ row }) => columns.map(({ column }) => ({ row, column })))
    .find(({ row, column }) => typeof at(sheet, row, column) === "number" && at(sheet, row, column) !== 0);
  const why =
    "stands under no unit and is read, as all the amounts are, as a share of the person's time, because none is above 1";
  return place ? [warning(sheet, place, "choose-unit", [why, "Maybe a heading should say %."])] : [];
}
