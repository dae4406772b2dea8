import { isWeekend } from "../plan/calendar.ts";
import { type Cell, isBlank } from "../plan/cells.ts";
import { type DayNumber, dayNumber } from "../units.ts";
import { amountProblems, NO_ENGAGEMENT } from "./amount-problems.ts";
import { readAmount } from "./amounts.ts";
import { orderOf, readDate } from "./dates.ts";
import { type Entry, foundTable, type Heading } from "./entries.ts";
import type { FoundTable, LayoutProblem } from "./found.ts";
import type { Header } from "./header.ts";
import { type Line, namelessProblems } from "./lines.ts";
import { at, leftOut, type Sheet, warning } from "./sheet.ts";
import { countedIn, totalRowProblems } from "./totals.ts";
import { monthPeriod, partsOf } from "./weeks.ts";
import { whoIn } from "./who.ts";
import { hoursIn } from "./worked-hours.ts";

/** What hours are booked on that name no work, as in imports. */
const NO_PROJECT = "No project";
const MONTH = 24;

/** Hours worked, a row a day: of one person who stands above the table, or of the person of each row. */
export function workedRows(
  sheet: Sheet,
  { columns }: Pick<Header, "columns">,
  lines: readonly Line[],
  column: number,
  { person, year }: { readonly person: string | null; readonly year: number | null },
): FoundTable {
  const entries = lines.filter(({ kind }) => kind === "entry");
  const hours = hoursIn(sheet, entries, columns, column);
  const read = (row: number) => readAmount(at(sheet, row, column), "hours", "part");
  const found: LayoutProblem[] = [
    ...hours.problems,
    ...namelessProblems(lines),
    ...(hours.fractions ? [] : totalRowProblems(sheet, lines, [column], countedIn(read, "part"))),
  ];
  const order = orderOf(entries.map(({ held }) => (held.get("date") ?? held.get("from"))?.cell ?? null));
  const who = whoIn(sheet, lines);
  const isNamed = columns.has("engagement") || columns.has("task");
  if (!isNamed && entries[0])
    found.push(warning(sheet, { row: entries[0].row, column }, "engagement-missing", UNNAMED));
  const months = monthTotals(sheet, entries, order, hours.of);
  found.push(...months.problems);
  const rows: Entry<"Actuals">[] = [];
  for (const line of entries) {
    const place = { row: line.row, column };
    const date = line.held.get("date") ?? line.held.get("from");
    const amount = hours.of(line);
    if (amount === null || date === undefined) continue;
    if ("unusable" in amount) {
      found.push(...amountProblems(sheet, place, amount));
      continue;
    }
    const day = readDate(date.cell, order, year);
    if (day === null || !("day" in day)) {
      found.push(leftOut(sheet, date, day === null ? "date-missing" : day.unusable, NO_DAY));
      continue;
    }
    const work = isNamed ? String(line.held.get("engagement")?.cell ?? line.held.get("task")?.cell ?? "") : NO_PROJECT;
    if (work === "") {
      found.push(leftOut(sheet, place, "engagement-missing", NO_ENGAGEMENT));
      continue;
    }
    found.push(...amountProblems(sheet, place, amount));
    const whose = person === null ? who(line) : { people: [person], problems: [] };
    found.push(...whose.problems);
    const days = months.isMonth ? weekdaysOfMonth(day.day) : [day.day];
    const minutes = Math.round(amount.value * 60);
    for (const name of whose.people) {
      days.forEach((one, i) => {
        const [before, after] = [i, i + 1].map((n) => Math.floor((minutes * n) / days.length)) as [number, number];
        rows.push({ place, cells: rowOf(name, work, one, (after - before) / 60) });
      });
    }
  }
  return foundTable(sheet, "Actuals", rows, found);
}

const UNNAMED = [
  `stands in a table that names no work, so its hours are booked on "${NO_PROJECT}"`,
  "Maybe a column Project should say what they were for.",
] as const;
const NO_DAY = ["is no day, so the row is left out", "Maybe it is mistyped."] as const;

const rowOf = (person: string, engagement: string, day: DayNumber, hours: number) =>
  new Map<Heading<"Actuals">, Cell>([
    ["Day", day],
    ["Person", person],
    ["Engagement", engagement],
    ["Hours", hours],
  ]);

/** Hours that no day has room for, all on the first of a month: they are those of the whole month. */
function monthTotals(
  sheet: Sheet,
  entries: readonly Line[],
  order: ReturnType<typeof orderOf>,
  of: ReturnType<typeof hoursIn>["of"],
): { readonly isMonth: boolean; readonly problems: readonly LayoutProblem[] } {
  const dated = entries.flatMap((line) => {
    const held = line.held.get("date");
    const day = held === undefined || isBlank(held.cell) ? null : readDate(held.cell, order);
    const amount = of(line);
    const value = amount !== null && "value" in amount ? amount.value : 0;
    return held !== undefined && day !== null && "day" in day ? [{ held, day: day.day, value }] : [];
  });
  const most = dated.reduce((all, one) => (one.value > all.value ? one : all), dated[0] ?? { value: 0 });
  const isMonth = most.value > MONTH && dated.every(({ day }) => partsOf(day).date === 1);
  const [first] = dated;
  if (!isMonth || first === undefined) return { isMonth: false, problems: [] };
  const says = [
    `is read as hours of the whole month, spread over its weekdays, because ${Math.round(most.value)} hours do not fit into one day`,
    "Maybe the days themselves should stand here.",
  ] as const;
  return { isMonth, problems: [warning(sheet, first.held, "month-total-on-first", says)] };
}

function weekdaysOfMonth(day: DayNumber): readonly DayNumber[] {
  const { year, month } = partsOf(day);
  const last = monthPeriod(year, month).to;
  const days: DayNumber[] = [];
  for (let one = day; one <= last; one = dayNumber(one + 1)) if (!isWeekend(one)) days.push(one);
  return days;
}
