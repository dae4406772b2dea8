import { dayOf, type Period, weekday } from "../plan/calendar.ts";
import type { Cell } from "../plan/cells.ts";
import type { DayNumber } from "../units.ts";
import { readAmount } from "./amounts.ts";
import { readDate, written } from "./dates.ts";
import { type Entry, foundTable, type Heading } from "./entries.ts";
import { isRefused, type LayoutProblem, type Layouts, type Refused } from "./found.ts";
import { type Header, headerIn } from "./header.ts";
import { type Line, linesIn } from "./lines.ts";
import { plain, type Sheet, span, textAt, warning } from "./sheet.ts";
import { statedAround } from "./stated.ts";
import { weekdaysNamed } from "./time-words.ts";
import { speaksOfHolidays, speaksOfLeave } from "./vocabulary.ts";
import { exists } from "./weeks.ts";
import { workedRows } from "./worked.ts";

const WORKED: Refused = {
  refused:
    "This is a time sheet of hours worked by day, without a column for the person; it holds no capacity, allocation or leave.",
};

/** Read one person's time sheet: hours worked, and days without hours whose note says leave or holiday. */
export function timeSheet(
  sheet: Sheet,
  header: Header,
  period: Period | undefined,
  beside: readonly Sheet[] = [],
): Layouts {
  const all = linesIn(sheet, header.columns, header.row + 1);
  const lines = all.filter(({ kind }) => kind === "entry");
  const hours = header.efforts[0] ?? hoursBesideClock(header);
  const person = personIn(sheet, header) ?? personCalled(sheet.name, beside);
  const absent = lines.filter((line) => {
    const amount = hours ? readAmount(sheet.cells[line.row]?.[hours.column] ?? null, "hours", "part") : null;
    const note = String(line.held.get("note")?.cell ?? "");
    return (
      (amount === null || ("value" in amount && amount.value === 0)) &&
      (speaksOfLeave(note) || /\bfeiertag|jour ferie|helgdag/.test(plain(note)))
    );
  });
  if (person === null || hours === undefined) return WORKED;
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
  const away = new Set(absent.map(({ row }) => row));
  const atWork = all.filter(({ row }) => !away.has(row));
  const worked = workedRows(sheet, header, atWork, hours.column, { person, year: year.year });
  if (leave.length === 0 && holidays.length === 0) return [{ ...worked, problems: [...found, ...worked.problems] }];
  return [
    worked,
    foundTable(sheet, "Leave", leave, found),
    ...(holidays.length > 0 ? [foundTable(sheet, "Holidays", holidays, [])] : []),
  ];
}

/** "Worked" beside clock times counts hours. */
export function hoursBesideClock({ columns, headings }: Header): Header["efforts"][number] | undefined {
  if (!columns.has("interval")) return undefined;
  const own = [...headings].find(([, text]) =>
    /^(worked|gearbeitet|arbetat|travaille|trabajado|netto|duration|dauer)$/.test(plain(text)),
  );
  return own === undefined ? undefined : { column: own[0], measure: { unit: "hours", per: null } };
}

/** The one person of another sheet whose name has the sheet's name in it: a sheet "Quinn" is Rosa Quinn's. */
function personCalled(name: string, beside: readonly Sheet[]): string | null {
  const wanted = plain(name);
  if (wanted === "") return null;
  const names = new Set<string>();
  for (const other of beside) {
    const header = headerIn(other);
    const [first, last] = [header?.columns.get("first name"), header?.columns.get("last name")];
    const columns = [header?.columns.get("person"), first, last].filter((column) => column !== undefined);
    if (header === null || columns.length === 0 || header.columns.has("date")) continue;
    for (const row of span(header.row + 1, other.height - 1)) {
      const text = columns.map((column) => textAt(other, row, column)).join(" ");
      const words = plain(text).split(" ");
      if (words.length > 1 && (plain(text) === wanted || words.includes(wanted))) names.add(text);
    }
  }
  return names.size === 1 ? [...names][0]! : null;
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
