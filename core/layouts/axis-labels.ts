import { datesOf, dayNumbersIn } from "./axis-days.ts";
import { isRefused, type Refused } from "./found.ts";
import { type Label, labelOf } from "./labels.ts";
import { measureOf } from "./measures.ts";
import { at, filled, type Sheet, span, textAt } from "./sheet.ts";
import { weekdaysNamed } from "./time-words.ts";
import { numberIn } from "./verdict.ts";
import { type Role, roleOf } from "./vocabulary.ts";

/** Labels of one row, by column. */
export type Marked = readonly { readonly column: number; readonly label: Label }[];

const FINENESS: readonly Label["kind"][] = ["day", "date", "days", "week", "month", "quarter", "sprint", "year"];

/** The row of a header that says most finely when. */
export interface Found {
  readonly row: number;
  readonly marked: Marked;
  readonly weekdays: boolean;
}

/** The finest row of labels among the rows of a header: days before weeks, weeks before months. */
export function finest(
  sheet: Sheet,
  { top, bottom, row: head }: { readonly top: number; readonly bottom: number; readonly row: number },
  person: number,
): Found | Refused | null {
  const rows = span(top, bottom).map((row) => ({ row, marked: labelsOf(sheet, row, person) }));
  const days = span(top, bottom).find((row) => weekdayCount(sheet, row, person) >= 5);
  const timed = rows
    .filter(({ row, marked }) => marked.length >= 3 || (row >= head && isFew(sheet, head, row, marked)))
    .sort((a, b) => FINENESS.indexOf(a.marked[0]!.label.kind) - FINENESS.indexOf(b.marked[0]!.label.kind))[0];
  const isDays = timed !== undefined && ["day", "date", "days"].includes(timed.marked[0]!.label.kind);
  const isNumbered = span(top, bottom).some((row) => dayNumbersIn(sheet, row, person).length > 0);
  if (days !== undefined && !isDays && !isNumbered)
    return {
      row: days,
      marked: rows.find(({ marked }) => marked.some(({ label }) => label.kind === "week"))?.marked ?? [],
      weekdays: true,
    };
  const numbered = span(top, bottom)
    .map((row) => ({ row, days: dayNumbersIn(sheet, row, person) }))
    .find(({ days }) => days.length > 0);
  const isMonths = timed?.marked[0]?.label.kind === "month" && timed.row < (numbered?.row ?? 0);
  if (numbered === undefined || !(timed === undefined || isMonths))
    return timed === undefined ? null : { ...timed, weekdays: false };
  const dates = datesOf(sheet, { top, row: numbered.row }, numbered.days);
  return isRefused(dates) ? dates : { row: numbered.row, marked: dates, weekdays: false };
}

const DATED: readonly (Role | null)[] = ["from", "to", "date", "interval"];

/** One or two columns of time are columns of amounts where the headings name no days of their own and numbers stand below. */
function isFew(sheet: Sheet, head: number, row: number, marked: Marked): boolean {
  const columns = marked.map(({ column }) => column);
  const others = filled(sheet, head).filter((column) => !columns.includes(column));
  const headings = others.map((column) => textAt(sheet, head, column));
  if (marked.length === 0 || marked.some(({ label }) => label.kind === "year" || label.kind === "sprint")) return false;
  if (headings.some((heading) => DATED.includes(roleOf(heading)))) return false;
  if (marked.length === 1 && headings.some((heading) => measureOf(heading) !== null)) return false;
  const below = span(row + 1, sheet.height - 1)
    .map((one) => columns.map((column) => at(sheet, one, column)))
    .filter((cells) => !cells.every((cell) => labelOf(cell) !== null))
    .flat();
  const numbers = below.filter((cell) => numberIn(cell) !== 0 || (typeof cell === "string" && /^\d/.test(cell)));
  return numbers.length > 0 && numbers.every((cell) => labelOf(cell)?.kind !== "day");
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
    dates.length < 2 ||
    dates.length < marked.length ||
    numbers.size > Math.min(2, dates.length - 1) ||
    !inOrder ||
    [...numbers].some((n) => n < 20)
  )
    return null;
  return dates.map(({ column, label }) => ({
    column,
    label: { kind: "month", number: label.month, year: 2000 + label.date },
  }));
}
