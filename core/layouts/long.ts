import type { Period } from "../plan/calendar.ts";
import { isRefused, type Layouts, type Refused } from "./found.ts";
import { type Header, headerIn } from "./header.ts";
import { joinedTo } from "./join.ts";
import { linesIn } from "./lines.ts";
import { type Join, longAllocations } from "./long-allocations.ts";
import { longHolidays, longLeave, weekdayLeave } from "./long-leave.ts";
import { availability, longPeople } from "./long-people.ts";
import { overlooked, secondAmounts } from "./overlooked.ts";
import { monthSaid, personPairs, personPairsIn } from "./person-pairs.ts";
import { rowPeriods } from "./row-periods.ts";
import { filled, type Sheet, span, textAt } from "./sheet.ts";
import { statedAround, statedPeriod } from "./stated.ts";
import { timeSheet } from "./time-sheet.ts";
import { saysActual } from "./versions.ts";
import { type Role, saysHowLong, speaksOfHolidays, speaksOfLeave } from "./vocabulary.ts";
import { workedRows } from "./worked.ts";

/** What the formula around a range knows: the period asked about, and the other ranges given beside it. */
export interface Asked {
  readonly period?: Period | undefined;
  readonly beside: () => readonly Sheet[];
}
type Reader = (sheet: Sheet, header: Header, asked: Asked) => Layouts;

/** Which roles a header needs (all of them) and must not have, and who reads such a table. The first that fits. */
const KINDS: readonly {
  readonly needs: readonly Role[];
  readonly not: readonly Role[];
  readonly also?: (sheet: Sheet, header: Header) => boolean;
  readonly read: Reader;
}[] = [
  {
    needs: ["person", "weekday"],
    not: ["from", "date", "engagement"],
    read: (sheet, header, { period }) => weekdayLeave(sheet, header, period),
  },
  {
    needs: ["person", "from"],
    not: [],
    also: (_, { efforts, columns }) =>
      efforts.length > 0 && (columns.has("engagement") || columns.has("task") || columns.has("key")),
    read: (sheet, header) =>
      lastingUnder(header) ?? personPairs(sheet, header, null) ?? longAllocations(sheet, header, null),
  },
  { needs: ["person", "from"], not: ["engagement", "task"], also: isLeave, read: longLeave },
  {
    needs: ["person", "from"],
    not: ["engagement", "task", "kind"],
    also: (sheet, header) => header.efforts.length > 0 && !wordsOf(sheet, header).some(speaksOfLeave),
    read: () => NO_WORK,
  },
  { needs: ["person"], not: ["date", "from"], also: (_, { available }) => available !== null, read: availability },
  {
    needs: ["person"],
    not: ["date", "from"],
    also: (_, { efforts, columns }) => efforts.length > 0 && (columns.has("key") || columns.has("engagement")),
    read: undated,
  },
  {
    needs: ["person"],
    not: ["date", "engagement", "task", "key"],
    also: (_, { efforts }) =>
      efforts.some(({ measure }) => measure.unit === "fte" || (measure.unit === "hours" && measure.per !== null)),
    read: longPeople,
  },
  { needs: ["last name", "first name"], not: ["date", "from", "engagement", "task"], read: longPeople },
  { needs: ["date", "label"], not: ["person"], also: isHolidays, read: longHolidays },
  {
    needs: ["date"],
    not: ["person"],
    also: (_, { columns, efforts }) =>
      columns.has("interval") || (efforts.length > 0 && (columns.has("note") || columns.has("engagement"))),
    read: (sheet, header, { period, beside }) => timeSheet(sheet, header, period, beside()),
  },
  {
    needs: ["person", "interval"],
    not: [],
    also: (_, { columns }) => columns.has("date") || columns.has("from"),
    read: () => WORKED,
  },
  {
    needs: ["person", "date", "engagement"],
    not: [],
    also: (_, { efforts }) => efforts.length > 0,
    read: workedList,
  },
];

/** A list of hours worked: who, when, on what, how long. */
function workedList(sheet: Sheet, header: Header): Layouts {
  const hours = header.efforts.find(({ measure }) => measure.unit === "hours" && measure.per === null);
  if (hours === undefined) return WORKED;
  const lines = linesIn(sheet, header.columns, header.row + 1, [hours.column]);
  return [workedRows(sheet, header, lines, hours.column, { person: null, year: sheet.said.year ?? null })];
}

const WORKED: Refused = {
  refused:
    "The rows are hours of single days, as in a list of hours worked: for a plan, head the day From and add To and Total hours.",
  worked: true,
};

const NO_WORK: Refused = {
  refused: "The rows say who, when and how much, and no column says for which work: add a heading such as Project.",
  worked: true,
};

/** Read a table with one entry a row under headings of a team's own. */
export function longTables(sheet: Sheet, asked: Asked): Layouts {
  const header = headerIn(sheet);
  if (header === null) return null;
  const { columns } = header;
  const kind = KINDS.find(
    ({ needs, not, also }) =>
      needs.every((role) => columns.has(role)) &&
      !not.some((role) => columns.has(role)) &&
      (also?.(sheet, header) ?? true),
  );
  if (kind !== undefined) return withOthers(sheet, header, kind.read(sheet, header, asked));
  return asked.beside().some((other) => pointsTo(other, sheet)) ? [] : null;
}

/** Rows that say how long work takes in place of its last day would go on without end. */
function lastingUnder({ columns, headings }: Header): Refused | null {
  const heading = columns.has("to") ? undefined : [...headings.values()].find(saysHowLong);
  if (heading === undefined) return null;
  return {
    refused: `The rows say when work starts and, under "${heading}", how long it takes, and not its last day: add a column To.`,
    worked: true,
  };
}

/** What is read, and what of its columns is not. */
function withOthers(sheet: Sheet, header: Header, found: Layouts): Layouts {
  const paired = new Set(personPairsIn(sheet, header.row).flatMap(({ person, amount }) => [person, amount]));
  const alone = new Map([...header.headings].filter(([column]) => !paired.has(column)));
  const efforts = header.efforts.filter(({ column }) => !paired.has(column));
  return secondAmounts(sheet, { ...header, efforts }, overlooked(sheet, header.row, alone, found));
}

/** Assignments without first and last days: a column says their month, another range has them, or the sheet's name or a title says when. */
function undated(sheet: Sheet, header: Header, { beside }: Asked): Layouts {
  const stated = statedAround(sheet, header.row);
  const own = rowPeriods(sheet, header, stated);
  if (isRefused(own)) return own;
  if (own !== null) {
    const texts = [...stated.texts, ...header.efforts.map(({ column }) => header.headings.get(column) ?? "")];
    return texts.some(saysActual) ? WORKED : (personPairs(sheet, header, own) ?? longAllocations(sheet, header, own));
  }
  const join = joinedTo(sheet, header, beside());
  if (join !== null) return longAllocations(sheet, header, join.days, join.said);
  const period = statedPeriod(stated) ?? sheet.said.period ?? null;
  if (period === null) return UNDATED;
  const within: Join = () => ({ days: period, problems: [], engagement: "" });
  return (
    personPairs(sheet, header, within, monthSaid(sheet, header, stated.month)) ??
    longAllocations(sheet, header, within, monthSaid(sheet, header, stated.month))
  );
}

const UNDATED: Refused = {
  refused:
    "The rows say who works on what and not when: give the range with the dates of that work in the same formula, or add From and To.",
};

/** Does another range take its days from this one? Then this one needs no table of its own. */
function pointsTo(other: Sheet, sheet: Sheet): boolean {
  const header = headerIn(other);
  return (
    header?.columns.has("person") === true &&
    !header.columns.has("from") &&
    !header.columns.has("period") &&
    joinedTo(other, header, [sheet]) !== null
  );
}

const wordsOf = (sheet: Sheet, { row, headings }: Header): readonly string[] => [
  sheet.name,
  ...headings.values(),
  ...span(0, row - 1).flatMap((above) => filled(sheet, above).map((column) => textAt(sheet, above, column))),
];

function isLeave(sheet: Sheet, header: Header): boolean {
  if (header.efforts.length > 0) return false;
  const kind = header.columns.get("kind");
  const kinds = kind === undefined ? [] : span(header.row + 1, sheet.height - 1).map((row) => textAt(sheet, row, kind));
  return header.columns.has("part") || [...wordsOf(sheet, header), ...kinds].some(speaksOfLeave);
}

function isHolidays(sheet: Sheet, header: Header): boolean {
  const label = header.columns.get("label") ?? 0;
  return [
    ...wordsOf(sheet, header),
    ...span(header.row + 1, sheet.height - 1).map((row) => textAt(sheet, row, label)),
  ].some(speaksOfHolidays);
}
