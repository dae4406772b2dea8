import { dayOf, type Period, weekday } from "../plan/calendar.ts";
import type { Cell } from "../plan/cells.ts";
import type { DayNumber } from "../units.ts";
import { readAmount } from "./amounts.ts";
import { readDate, written } from "./dates.ts";
import { type Entry, foundTable, type Heading } from "./entries.ts";
import { isRefused, type LayoutProblem, type Layouts, type Refused } from "./found.ts";
import type { Header } from "./header.ts";
import { type Line, linesIn } from "./lines.ts";
import { plain, type Sheet, textAt, warning } from "./sheet.ts";
import { statedAround } from "./stated.ts";
import { weekdaysNamed } from "./time-words.ts";
import { speaksOfHolidays, speaksOfLeave } from "./vocabulary.ts";
import { exists } from "./weeks.ts";

const WORKED: Refused = {
  refused:
    "This is a time sheet of hours worked by day, without a column for the person; it holds no capacity, allocation or leave.",
};

/** Read what a time sheet says about the plan: days without hours whose note says leave or holiday. */
export function timeSheet(sheet: Sheet, header: Header, period: Period | undefined): Layouts {
  const lines = linesIn(sheet, header.columns, header.row + 1).filter(({ kind }) => kind === "entry");
  const hours = header.efforts[0];
  const person = personIn(sheet, header);
  const absent = lines.filter((line) => {
    const amount = hours ? readAmount(sheet.cells[line.row]?.[hours.column] ?? null, "hours", "part") : null;
    const note = String(line.held.get("note")?.cell ?? "");
    return (
      (amount === null || ("value" in amount && amount.value === 0)) &&
      (speaksOfLeave(note) || /\bfeiertag|jour ferie|helgdag/.test(plain(note)))
    );
  });
  if (absent.length === 0 || person === null) return WORKED;
  const year = yearOf(sheet, header, lines, period);
  if (isRefused(year)) return year;
  const found: LayoutProblem[] = year.assumed ? [year.assumed] : [];
  const leave: Entry<"Leave">[] = [];
  const holidays: Entry<"Holidays">[] = [];
  for (const line of absent) {
    const read = readDate(line.held.get("date")!.cell, "day first", year.year);
    if (read === null || !("day" in read)) continue;
    const held = line.held.get("note")!;
    const note = String(held.cell);
    const holiday = speaksOfHolidays(note) || /\bfeiertag|jour ferie|helgdag/.test(plain(note));
    found.push(
      warning(sheet, held, "absence-in-note", [
        holiday ? "is read as a public holiday" : "is read as a day of leave",
        "Maybe it belongs into a table of its own.",
      ]),
    );
    if (holiday)
      holidays.push({
        place: held,
        cells: new Map<Heading<"Holidays">, Cell>([
          ["Day", read.day],
          ["Name", /\(([^)]+)\)/.exec(note)?.[1] ?? note],
        ]),
      });
    else
      leave.push({
        place: held,
        cells: new Map<Heading<"Leave">, Cell>([
          ["Person", person],
          ["From", read.day],
          ["To", read.day],
          ["Kind", note],
        ]),
      });
  }
  return [
    foundTable(sheet, "Leave", leave, found),
    ...(holidays.length > 0 ? [foundTable(sheet, "Holidays", holidays, [])] : []),
  ];
}

/** "Stundenzettel Jörg Pfeiffer": the name after the word for a time sheet in a title. */
function personIn(sheet: Sheet, header: Header): string | null {
  const names = statedAround(sheet, header.row).texts.flatMap((text) => {
    const found =
      /^(?:stundenzettel|arbeitszeit(?:nachweis)?|zeiterfassung|time ?sheet|tidrapport|feuille de temps)(?: of| for| von| für| de)?[\s:–-]+(\p{L}[\p{L}'.-]+(?: \p{L}[\p{L}'.-]+){1,3})$/iu.exec(
        text,
      );
    return found ? [found[1]!] : [];
  });
  return names[0] ?? null;
}

interface Year {
  readonly year: number | null;
  readonly assumed: LayoutProblem | null;
}

/** The year of dates like 05.01.: the one nearest to the period asked about in which they fall on the weekdays beside them. */
function yearOf(sheet: Sheet, header: Header, lines: readonly Line[], period: Period | undefined): Year | Refused {
  if (sheet.said.year !== undefined) return { year: sheet.said.year, assumed: null };
  const column = header.columns.get("date")!;
  const dates = lines.flatMap(({ row }) => {
    const date = written(textAt(sheet, row, column));
    return date ? [{ row, date }] : [];
  });
  if (dates.every(({ date }) => date.year !== null)) return { year: null, assumed: null };
  const beside = [...header.headings.keys()]
    .map((one) => ({ one, days: weekdaysNamed(dates.map(({ row }) => textAt(sheet, row, one))) }))
    .find(({ days }) => days.every((day) => day !== null));
  const unknown: Refused = {
    refused: "The dates have no year: write it into the title, or ask for a period in the formula.",
  };
  if (beside === undefined || period === undefined || dates.length < 3) return unknown;
  const around = Math.floor((period.from + period.to) / 2);
  const fits = Array.from({ length: 100 }, (_, i) => 2000 + i).filter((year) =>
    dates.every(
      ({ date }, i) =>
        exists(year, date.month, date.date) && weekday(dayOf(year, date.month, date.date)) === beside.days[i],
    ),
  );
  const first = dates[0]!;
  const far = (year: number) => Math.abs(dayIn(year, first.date) - around);
  const year = fits.sort((a, b) => far(a) - far(b))[0];
  if (year === undefined) return unknown;
  const says = [
    `has no year and is read as one of ${year}, in which the dates fall on the weekdays beside them`,
    "Maybe the dates should have a year.",
  ] as const;
  return { year, assumed: warning(sheet, { row: first.row, column }, "year-missing", says) };
}

const dayIn = (year: number, { month, date }: { readonly month: number; readonly date: number }): DayNumber =>
  dayOf(year, month, Math.min(date, 28));
