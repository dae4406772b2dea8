import { dateOf, dayOf, isoDate } from "../plan/calendar.ts";
import type { DayNumber } from "../units.ts";
import { DOTS, dayReader, SLASHES } from "./days.ts";
import type { Field } from "./fields.ts";
import type { ExportFile } from "./file.ts";
import type { Findings, Question } from "./found.ts";

const DAYS: readonly Field[] = [
  ...(["date", "start", "end", "endDate", "opened", "closed", "due", "created", "resolved", "repeatEnd"] as const),
];
const MONTHS = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

interface DayColumn {
  readonly column: number;
  /** Days that a spreadsheet has made, or that are written as it would write them. */
  readonly real: readonly DayNumber[];
  /** The first date that stayed text. */
  readonly text: string | null;
}

/**
 * Columns whose real dates have day and month swapped. A spreadsheet that opens 01/02/2026 in the other order makes a date of
 * it and leaves 13/01/2026 as text: where both stand in one column, only the file as the tool exported it, or its planner, knows.
 */
export function swappedColumns(
  file: ExportFile,
  columns: ReadonlyMap<Field, number>,
  findings: Findings,
  answer: (key: string) => string,
): ReadonlySet<number> {
  const all = dayColumns(file, columns);
  const mixed = all.filter(({ real, text }) => real.length > 0 && text !== null);
  const doubtful = mixed.map((one) => ({ ...one, example: exampleOf(one) })).find(({ example }) => example !== null);
  for (const { column, real } of mixed) {
    const fixed = real.find(isFixed);
    if (fixed === undefined) continue;
    const why = `The column ${file.headings[column]} holds real dates beside text; the real ones count as they stand, as ${written(fixed)} cannot be swapped`;
    findings.noteFile("HR-250", why, "Maybe import the file as the tool exported it.");
  }
  if (doubtful === undefined) return new Set();
  findings.ask(questionOf(file, doubtful, doubtful.example!));
  if (answer("swapped") !== "yes") return new Set();
  return new Set(all.filter(({ real }) => !real.some(isFixed)).map(({ column }) => column));
}

/** The same day with day and month swapped, where that is one. */
export function turned(day: DayNumber): DayNumber {
  const [year, month, date] = dateOf(day);
  return date > 12 ? day : dayOf(year, date, month);
}

/** Whether a cell is a date as spreadsheets keep or show it. */
export const isReal = (text: string): boolean => /^(\d{5}(\.\d+)?|\d{4}-\d\d-\d\d([ T].*)?)$/.test(text);

const isFixed = (day: DayNumber): boolean => dateOf(day)[2] > 12;

const exampleOf = ({ real }: DayColumn): DayNumber | null =>
  real.some(isFixed) ? null : (real.find((day) => turned(day) !== day) ?? null);

function dayColumns({ rows, converted }: ExportFile, columns: ReadonlyMap<Field, number>): readonly DayColumn[] {
  const read = dayReader(null, converted);
  const places = new Set(DAYS.flatMap((field) => columns.get(field) ?? []));
  return [...places].map((column) => {
    const real = new Set<DayNumber>();
    let left: string | null = null;
    for (const { cells } of rows) {
      const text = (cells[column] ?? "").trim();
      const day = isReal(text) ? read(text) : undefined;
      if (typeof day === "number") real.add(day);
      else if (SLASHES.test(text) || DOTS.test(text)) left ??= text;
    }
    return { column, real: [...real], text: left };
  });
}

function questionOf({ headings }: ExportFile, { column, text }: DayColumn, day: DayNumber): Question {
  return {
    key: "swapped",
    asks: `Is ${isoDate(day)} in this file ${written(day)} or ${written(turned(day))}?`,
    why: `Dates were converted: ${headings[column]} holds real dates beside text such as ${text}, as when a spreadsheet reads day and month the other way round. Better import the file as the tool exported it.`,
    options: [
      { value: "no", words: `${written(day)}: the real dates are right` },
      { value: "yes", words: `${written(turned(day))}: day and month are swapped in them` },
    ],
    usual: null,
  };
}

function written(day: DayNumber): string {
  const [year, month, date] = dateOf(day);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}
