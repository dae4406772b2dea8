import { type Label, labelOf } from "./labels.ts";
import { at, filled, type Sheet, span, textAt } from "./sheet.ts";
import { weekdaysNamed } from "./time-words.ts";

/** Labels of one row, by column. */
export type Marked = readonly { readonly column: number; readonly label: Label }[];

const FINENESS: readonly Label["kind"][] = ["day", "date", "week", "month", "quarter", "sprint", "year"];

/** The row of a header that says most finely when. */
export interface Found {
  readonly row: number;
  readonly marked: Marked;
  readonly weekdays: boolean;
}

/** The finest row of labels among the rows of a header: days before weeks, weeks before months. */
export function finest(
  sheet: Sheet,
  { top, bottom }: { readonly top: number; readonly bottom: number },
  person: number,
): Found | null {
  const rows = span(top, bottom).map((row) => ({ row, marked: labelsOf(sheet, row, person) }));
  const days = span(top, bottom).find((row) => weekdayCount(sheet, row, person) >= 5);
  const timed = rows
    .filter(({ marked }) => marked.length >= 3)
    .sort((a, b) => FINENESS.indexOf(a.marked[0]!.label.kind) - FINENESS.indexOf(b.marked[0]!.label.kind))[0];
  const isDays = timed !== undefined && ["day", "date"].includes(timed.marked[0]!.label.kind);
  if (days !== undefined && !isDays)
    return {
      row: days,
      marked: rows.find(({ marked }) => marked.some(({ label }) => label.kind === "week"))?.marked ?? [],
      weekdays: true,
    };
  return timed === undefined ? null : { ...timed, weekdays: false };
}

const weekdayCount = (sheet: Sheet, row: number, person: number): number =>
  weekdaysNamed(
    filled(sheet, row)
      .filter((column) => column > person)
      .map((column) => textAt(sheet, row, column)),
  ).filter((day) => day !== null).length;

/** The labels of a row, of the kind that most of them have. */
function labelsOf(sheet: Sheet, row: number, person: number): Marked {
  const all = filled(sheet, row).flatMap((column) => {
    const label = column > person ? labelOf(at(sheet, row, column)) : null;
    return label ? [{ column, label }] : [];
  });
  const family = (kind: Label["kind"]) => (kind === "date" ? "day" : kind);
  const kinds = FINENESS.map((kind) => all.filter(({ label }) => family(label.kind) === kind));
  const most = kinds.reduce((best, next) => (next.length > best.length ? next : best));
  return monthsOfYears(most) ?? most;
}

/** "Jan 26, Feb 26, Mar 26" are months of 2026: one or two numbers, and a new month in every column. */
function monthsOfYears(marked: Marked): Marked | null {
  const dates = marked.flatMap(({ column, label }) =>
    label.kind === "date" && label.year === null ? [{ column, label }] : [],
  );
  const numbers = new Set(dates.map(({ label }) => label.date));
  const inOrder = dates.every(({ label }, i) => i === 0 || label.month === (dates[i - 1]!.label.month % 12) + 1);
  if (
    dates.length < 3 ||
    dates.length < marked.length ||
    numbers.size > 2 ||
    !inOrder ||
    [...numbers].some((n) => n < 20)
  )
    return null;
  return dates.map(({ column, label }) => ({
    column,
    label: { kind: "month", number: label.month, year: 2000 + label.date },
  }));
}
