import { type Period, weekday } from "../plan/calendar.ts";
import { type Cell, isBlank } from "../plan/cells.ts";
import { plusDays } from "../units.ts";
import { readDate } from "./dates.ts";
import { type Entry, foundTable, type Heading } from "./entries.ts";
import type { LayoutProblem, Layouts, Place } from "./found.ts";
import type { Header } from "./header.ts";
import { type Held, linesIn } from "./lines.ts";
import { countedDays, daysIn } from "./long-dates.ts";
import { isHalfDay, isWholeDay } from "./parts.ts";
import { leftOut, type Sheet, warning } from "./sheet.ts";
import { weekdaysNamed } from "./time-words.ts";
import { whoIn } from "./who.ts";
import { offProblem } from "./work.ts";

/** Half a day is four hours, and said so: a leave row has hours, and the contract may stand in another range. */
function hoursOff(
  sheet: Sheet,
  held: Held | undefined,
): { readonly hours: number | null; readonly problems: readonly LayoutProblem[] } | null {
  const word = String(held?.cell ?? "");
  if (held === undefined || isWholeDay(word)) return { hours: null, problems: [] };
  if (!isHalfDay(word)) return null;
  return {
    hours: 4,
    problems: [
      warning(sheet, held, "half-day", [
        "is read as 4 hours off",
        "Maybe half of the person's day is another number of hours.",
      ]),
    ],
  };
}

const row = (place: Place, person: string, { from, to }: Period, kind: Cell, hours: number | null): Entry<"Leave"> => ({
  place,
  cells: new Map<Heading<"Leave">, Cell>([
    ["Person", person],
    ["From", from],
    ["To", to],
    ["Hours a day", hours],
    ["Kind", kind],
  ]),
});

/** Read leave with its days, one a row; without a last day it is one day. */
export function longLeave(sheet: Sheet, header: Header): Layouts {
  const lines = linesIn(sheet, header.columns, header.row + 1);
  const days = daysIn(sheet, lines, countedDays(header));
  const who = whoIn(sheet, lines);
  const found: LayoutProblem[] = [];
  const rows: Entry<"Leave">[] = [];
  for (const line of lines.filter(({ kind }) => kind === "entry")) {
    const status = offProblem(sheet, line);
    if (status !== null) {
      found.push(status);
      continue;
    }
    const { people, problems } = who(line);
    const { days: period, problems: wrong } = days(line);
    const off = hoursOff(sheet, line.held.get("part"));
    found.push(...problems, ...wrong);
    if (off === null)
      found.push(
        leftOut(sheet, line.held.get("part")!, "not-a-number", [
          "is no part of a day that we know, so the row is left out",
          "Maybe AM or PM is meant.",
        ]),
      );
    if (off === null || period === null) continue;
    found.push(...off.problems);
    for (const person of people)
      rows.push(
        row(
          line.held.get("from")!,
          person,
          { from: period.from, to: period.to ?? period.from },
          line.held.get("kind")?.cell ?? null,
          off.hours,
        ),
      );
  }
  return [foundTable(sheet, "Leave", rows, found)];
}

/** Read absences that recur by weekday, for every week of the period that a formula asks about. */
export function weekdayLeave(sheet: Sheet, header: Header, period: Period | undefined): Layouts {
  if (period === undefined)
    return {
      refused:
        "The absences are by weekday and have no dates: only a formula that asks about a period, such as CAPACITY, can read them.",
    };
  const lines = linesIn(sheet, header.columns, header.row + 1);
  const entries = lines.filter(({ kind }) => kind === "entry");
  const days = weekdaysNamed(entries.map(({ held }) => String(held.get("weekday")?.cell ?? "")));
  const who = whoIn(sheet, lines);
  const first = entries[0]?.held.get("weekday");
  const found: LayoutProblem[] = first
    ? [
        warning(sheet, first, "dates-missing", [
          "and the weekdays below are read as absences in every week of the period asked about",
          "Maybe they hold for some weeks only.",
        ]),
      ]
    : [];
  const rows: Entry<"Leave">[] = [];
  entries.forEach((line, i) => {
    const { people, problems } = who(line);
    const held = line.held.get("weekday")!;
    const off = hoursOff(sheet, line.held.get("part"));
    found.push(...problems);
    const day = days[i] ?? null;
    if (day === null)
      found.push(
        leftOut(sheet, held, "unknown-weekday", ["is no weekday, so the row is left out", "Maybe it is mistyped."]),
      );
    else if (off === null)
      found.push(
        leftOut(sheet, line.held.get("part")!, "not-a-number", [
          "is no part of a day that we know, so the row is left out",
          "Maybe AM or PM is meant.",
        ]),
      );
    if (day === null || off === null) return;
    found.push(...off.problems);
    for (
      let date = plusDays(period.from, (day - weekday(period.from) + 7) % 7);
      date <= period.to;
      date = plusDays(date, 7)
    ) {
      for (const person of people) rows.push(row(held, person, { from: date, to: date }, null, off.hours));
    }
  });
  return [foundTable(sheet, "Leave", rows, found)];
}

/** Read public holidays: a day and its name. */
export function longHolidays(sheet: Sheet, header: Header): Layouts {
  const rows: Entry<"Holidays">[] = [];
  const found: LayoutProblem[] = [];
  for (const line of linesIn(sheet, header.columns, header.row + 1).filter(({ kind }) => kind === "entry")) {
    const held = line.held.get("date")!;
    const read = readDate(held.cell, "open");
    const name = line.held.get("label")?.cell ?? null;
    if (read && "day" in read)
      rows.push({
        place: held,
        cells: new Map<Heading<"Holidays">, Cell>([
          ["Day", read.day],
          ["Name", name],
          ["Location", line.held.get("location")?.cell ?? null],
        ]),
      });
    else
      found.push(
        leftOut(sheet, held, isBlank(held.cell) ? "date-missing" : "date-impossible", [
          "is no day, so the row is left out",
          "Maybe it should stand as 2026-01-31.",
        ]),
      );
  }
  return [foundTable(sheet, "Holidays", rows, found)];
}
