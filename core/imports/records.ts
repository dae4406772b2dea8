import { dateOf, isoDate } from "../plan/calendar.ts";
import type { DayNumber } from "../units.ts";
import type { Field } from "./fields.ts";
import type { FileRow } from "./file.ts";
import { withoutTotals } from "./list-totals.ts";
import type { Reading } from "./reading.ts";
import type { Kind } from "./signatures.ts";
import { looksLikeTotal } from "./words.ts";

/** What stands among the rows of a file and is no record: said, and not read. */
interface Stray {
  readonly code: "HR-244" | "HR-245";
  readonly fate: "held" | "skipped";
  readonly why: string;
  readonly hint: string;
  readonly value: string;
  readonly column: string;
}
type Check = (row: FileRow, above: FileRow | undefined) => Stray | null;

/** The rows of a file that are records of the tool; everything else is noted, held back or left out. */
export function recordRows(reading: Reading): readonly FileRow[] {
  const { file, findings } = reading;
  const checks = [headingsAgain(reading), remarks(reading), errorCells(reading), farDays(reading)];
  const rows = file.rows.filter((row, i) => {
    for (const check of checks) {
      const stray = check(row, file.rows[i - 1]);
      if (stray === null) continue;
      const { code, why, hint, value, column, fate } = stray;
      findings.note(code, row.row, why, hint, value, column, fate);
      return false;
    }
    return true;
  });
  noteOutliers(reading, rows);
  noteSerials(reading, rows);
  noteFarDays(reading, rows);
  return reading.kind === "actuals" ? rows : withoutTotals(reading, rows);
}

const filled = ({ cells }: FileRow): readonly string[] => cells.filter((cell) => cell.trim() !== "");

/** Pages of a report, or files that were joined, repeat the headings. */
function headingsAgain({ file: { headings } }: Reading): Check {
  const why = "repeats the headings, and is left out";
  const stray: Stray = { code: "HR-245", fate: "skipped", why, hint: "", value: "", column: "" };
  return (row) => {
    if (row.cells[0] !== headings[0] && row.cells[1] !== headings[1]) return null;
    const same = row.cells.filter((cell, i) => cell.trim() !== "" && cell.trim() === headings[i]).length;
    return same > 1 && same === filled(row).length ? stray : null;
  };
}

/** "Exported on 31 January" below an empty row. */
function remarks({ file }: Reading): Check {
  const why = "stands alone below the rows, as a remark does, and is left out";
  const told = new Set<FileRow>();
  const isTable = file.headings.filter((heading) => heading !== "").length > 1;
  return (row, above) => {
    if (!isTable || above === undefined || (above.row === row.row - 1 && !told.has(above))) return null;
    const [value, ...more] = filled(row);
    if (value === undefined || more.length > 0 || looksLikeTotal(value)) return null;
    told.add(row);
    return { code: "HR-245", fate: "skipped", why, hint: "Maybe it is none; then fill its row.", value, column: "" };
  };
}

const NAMES: readonly Field[] = [
  ...(["person", "firstName", "lastName", "project", "projectName", "milestone", "queue"] as const),
];
const ERROR = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|NV|BEZUG!|WERT!|ZAHL!|ERROR!)$/i;

/** Errors of a spreadsheet are nobody's name. */
function errorCells(reading: Reading): Check {
  const columns = [...new Set(NAMES.flatMap((field) => reading.columns.get(field) ?? []))];
  return ({ cells }) => {
    const at = columns.find((column) => cells[column]?.startsWith("#") && ERROR.test(cells[column]!.trim()));
    if (at === undefined) return null;
    const why = "has an error of a spreadsheet where a name should stand";
    const hint = "Maybe import the file as the tool exported it.";
    return { code: "HR-244", fate: "held", why, hint, value: cells[at]!, column: reading.file.headings[at]! };
  };
}

const DAYS: ReadonlyMap<Kind, readonly Field[]> = new Map<Kind, readonly Field[]>([
  ["actuals", ["date", "endDate"]],
  ["allocations", ["start", "end"]],
  ["leave", ["start", "end"]],
  ["plans", ["start", "end"]],
  ["tickets", ["opened", "closed"]],
  ["milestones", ["date"]],
]);
const [FIRST_YEAR, LAST_YEAR] = [2000, 2099];

/** The year of a day that no plan reaches; null for any other. */
export function farYear(day: DayNumber): number | null {
  const [year] = dateOf(day);
  return year < FIRST_YEAR || year > LAST_YEAR ? year : null;
}

/** A day in 1900 or 2126 is a slip: its hours would count where nobody looks. */
function farDays(reading: Reading): Check {
  const fields = (DAYS.get(reading.kind) ?? []).filter((field) => reading.has(field));
  return (row) => {
    for (const field of fields) {
      const day = reading.day(row, field);
      const year = typeof day === "number" ? farYear(day) : null;
      if (year === null) continue;
      const why = `has a day in the year ${year}, which is before ${FIRST_YEAR} or after ${LAST_YEAR}`;
      const [value, column] = [reading.text(row, field), reading.heading(field)];
      return { code: "HR-244", fate: "held", why, hint: "Maybe mend its year.", value, column };
    }
    return null;
  };
}

const FAR_DAYS = 5 * 365;
const MOST_FAR = 0.05;
const FEWEST = 3;

/** Some days far from all others are said: 2062 may be 2026. */
function noteOutliers(reading: Reading, rows: readonly FileRow[]): void {
  const field = (DAYS.get(reading.kind) ?? []).find((one) => reading.has(one));
  if (field === undefined) return;
  const days = rows.map((row) => reading.day(row, field));
  const sorted = days.filter((day) => typeof day === "number").sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined || sorted.length < FEWEST) return;
  const far = rows.filter((_, i) => typeof days[i] === "number" && Math.abs(days[i] - middle) > FAR_DAYS);
  if (far.length > Math.max(1, MOST_FAR * sorted.length)) return;
  for (const row of far) {
    const why = "has a day more than five years from most others, and counts there";
    const [value, heading] = [reading.text(row, field), reading.heading(field)];
    reading.findings.note("HR-250", row.row, why, "Maybe mend its year in the tool.", value, heading);
  }
}

/** Days that a workbook keeps as plain numbers say nothing of the year they count from: an example is told. */
function noteSerials(reading: Reading, rows: readonly FileRow[]): void {
  if (!reading.file.converted || reading.file.delimiter === null) return;
  for (const field of [...(DAYS.get(reading.kind) ?? []), ...(NOTED.get(reading.kind) ?? [])]) {
    const row = rows.find((one) => /^\d{5}(\.\d+)?$/.test(reading.text(one, field)));
    const day = row === undefined ? null : reading.day(row, field);
    if (row === undefined || typeof day !== "number") continue;
    const [value, heading] = [reading.text(row, field), reading.heading(field)];
    const why = `The file has days as plain numbers in ${heading}: ${value} is read as ${isoDate(day)}`;
    reading.findings.noteFile("HR-250", why, "Maybe give that column a date format, where it is another day.");
    return;
  }
}

const NOTED: ReadonlyMap<Kind, readonly Field[]> = new Map<Kind, readonly Field[]>([
  ["people", ["start", "end"]],
  ["projects", ["start", "end"]],
  ["backlog", ["due"]],
]);
const EARLIEST = 1950;

/** A first day of work may be long ago, and 9999 an end that never comes: what is odd is said, and counts as it stands. */
function noteFarDays(reading: Reading, rows: readonly FileRow[]): void {
  for (const field of (NOTED.get(reading.kind) ?? []).filter((one) => reading.has(one))) {
    for (const row of rows) {
      const day = reading.day(row, field);
      const [year] = typeof day === "number" ? dateOf(day) : [EARLIEST];
      if (year >= EARLIEST && year <= LAST_YEAR) continue;
      const why = `has a day in the year ${year}, which counts as it stands`;
      const [value, heading] = [reading.text(row, field), reading.heading(field)];
      reading.findings.note("HR-250", row.row, why, "Maybe mend its year, or leave it empty.", value, heading);
    }
  }
}
