import type { Period } from "../plan/calendar.ts";
import { isBlank } from "../plan/cells.ts";
import { datePeriods } from "./axis-dates.ts";
import { dayNumbersIn, spanPeriods } from "./axis-days.ts";
import { type Found, finest } from "./axis-labels.ts";
import { numberedPeriods } from "./axis-numbers.ts";
import { weekdayPeriods } from "./axis-weekdays.ts";
import { isRefused, type LayoutProblem, type Refused } from "./found.ts";
import { labelOf } from "./labels.ts";
import { at, filled, plain, type Sheet, span, textAt, warning } from "./sheet.ts";
import { type Stated, statedAround } from "./stated.ts";
import { roleOf } from "./vocabulary.ts";

/** A column of amounts and the days it stands for. */
export interface AxisColumn {
  readonly column: number;
  readonly period: Period;
  /** What the other header rows say above or below the period: "Plan", "Actual", "h". */
  readonly parts: readonly string[];
}
/** The header of a sheet that has its time across: which rows it takes, what each column stands for. */
export interface Axis {
  readonly top: number;
  readonly bottom: number;
  /** The row of them that says when. */
  readonly labels: number;
  readonly columns: readonly AxisColumn[];
  readonly stated: Stated;
  readonly problems: readonly LayoutProblem[];
}

/** Find the row of days, weeks or months that belongs to a header with a person in it, and settle its periods. */
export function axisIn(sheet: Sheet): Axis | Refused | null {
  for (const row of span(0, Math.min(sheet.height, 60) - 1)) {
    const person = filled(sheet, row).find((column) => roleOf(textAt(sheet, row, column)) === "person");
    if (person === undefined) continue;
    const rows = block(sheet, row, person);
    const axis = finest(sheet, { ...rows, row }, person);
    if (isRefused(axis)) return axis;
    if (axis !== null) return settle(sheet, rows, axis);
  }
  return null;
}

/** The header rows around the one with the person heading: those above that reach over the columns, those below without names. */
function block(sheet: Sheet, row: number, person: number): { readonly top: number; readonly bottom: number } {
  let top = row;
  while (
    top > 0 &&
    row - top < 3 &&
    filled(sheet, top - 1).some((column) => column > person) &&
    (hasLabels(sheet, top - 1, person) || dayNumbersIn(sheet, top - 1, person).length > 0)
  )
    top -= 1;
  let bottom = row;
  const isHeader = (below: number) => {
    const columns = filled(sheet, below);
    return (
      columns.length > 1 &&
      columns.every((column) => column > person) &&
      (columns.every((column) => isHeaderCell(sheet, below, column)) || isNumbered(below))
    );
  };
  const isNumbered = (below: number) => {
    const numbers = dayNumbersIn(sheet, below, person);
    return numbers.length > span(top, below - 1).reduce((most, one) => Math.max(most, labelsAt(one)), 0);
  };
  const labelsAt = (one: number) =>
    filled(sheet, one).filter((column) => labelOf(at(sheet, one, column)) !== null).length;
  while (bottom - row < 3 && isHeader(bottom + 1)) bottom += 1;
  return { top, bottom };
}

const hasLabels = (sheet: Sheet, row: number, person: number): boolean =>
  filled(sheet, row).some(
    (column) => column > person && (labelOf(at(sheet, row, column)) !== null || textAt(sheet, row, column) !== ""),
  );

function isHeaderCell(sheet: Sheet, row: number, column: number): boolean {
  const cell = at(sheet, row, column);
  return labelOf(cell) !== null || (typeof cell === "string" && !/\d/.test(cell));
}

function settle(
  sheet: Sheet,
  { top, bottom }: { readonly top: number; readonly bottom: number },
  found: Found,
): Axis | Refused | null {
  const stated = statedAround(sheet, top);
  const kind = found.marked[0]?.label.kind;
  const settled = found.weekdays
    ? weekdayPeriods(sheet, found.row, found.marked, stated)
    : kind === "days"
      ? spanPeriods(found.marked, stated)
      : kind === "day" || kind === "date"
        ? datePeriods(found.marked, stated, headerText(sheet, top, bottom))
        : numberedPeriods(sheet, { above: span(top, found.row - 1), row: found.row }, found.marked, stated);
  if (isRefused(settled)) return settled;
  const columns = spread(sheet, top, bottom, found.row, settled.periods);
  const first = found.marked[0];
  const problems =
    first && settled.assumed
      ? [
          warning(sheet, { row: found.row, column: first.column }, "year-missing", [
            settled.assumed,
            settled.hint ?? "Maybe write the year into the headings.",
          ]),
        ]
      : [];
  return { top, bottom, labels: found.row, columns, stated, problems };
}

/** A period holds for its own column and, where cells are merged above sub-headings, for the blank ones to its right. */
function spread(
  sheet: Sheet,
  top: number,
  bottom: number,
  row: number,
  periods: ReadonlyMap<number, Period>,
): readonly AxisColumn[] {
  const others = span(top, bottom).filter((one) => one !== row);
  let carried: Period | null = null;
  return span(0, sheet.width - 1).flatMap((column) => {
    const own = periods.get(column);
    const parts = others.map((one) => textAt(sheet, one, column)).filter((text) => text !== "");
    if (own) carried = own;
    else if (!isBlank(at(sheet, row, column)) || parts.length === 0)
      carried = isBlank(at(sheet, row, column)) ? carried : null;
    const period =
      own ??
      (isBlank(at(sheet, row, column)) && others.some((one) => one > row && textAt(sheet, one, column) !== "")
        ? carried
        : null);
    return period ? [{ column, period, parts }] : [];
  });
}

const headerText = (sheet: Sheet, top: number, bottom: number): string =>
  plain(
    span(top, bottom)
      .flatMap((row) => filled(sheet, row).map((column) => textAt(sheet, row, column)))
      .join(" "),
  );
