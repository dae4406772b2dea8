import { type ClockDoubt, clockDoubt, clockPieces } from "./clock-hours.ts";
import { cellAt, complain, type Findings, partAt } from "./findings.ts";
import type { Rows } from "./rows.ts";
import type { Part } from "./sources.ts";

/** A row's hours as its cell holds them. */
interface Entry {
  readonly index: number;
  readonly hours: number;
}
type Doubting = (entries: readonly Entry[], rows: Rows) => ClockDoubt | null;

const each =
  (days: number): Doubting =>
  (entries) =>
    clockDoubt(
      entries.map(({ hours }) => hours),
      days,
    );
const pieces: Doubting = (entries) => clockPieces(entries.map(({ hours }) => hours));

/** Columns of hours, and what says that a clock's times stand in them. Somebody's logged hours of a day come together: many are short. */
const COLUMNS: readonly (readonly [key: string, tables: ReadonlySet<string> | null, of: Doubting])[] = [
  ["weeklyHours", null, each(7)],
  ["hoursADay", null, each(1)],
  ["hoursAWeek", null, each(7)],
  ["totalHours", null, (entries, rows) => sure(each(7)(entries, rows))],
  ["hours", new Set(["Actuals"]), (entries, rows) => clockDoubt(daySums(entries, rows), 1)],
  ["hours", new Set(["Tickets"]), pieces],
  ["hoursATicket", null, pieces],
];

const sure = (doubt: ClockDoubt | null): ClockDoubt | null => (doubt === "maybe" ? null : doubt);

/** Hours that look like cells shown as 8:00, which hold parts of a day: they are read as hours, and that is said once a range. */
export function checkClockHours(rows: Rows, findings: Findings): void {
  for (const [key, tables, doubtOf] of COLUMNS) {
    if (!rows.has.has(key) || tables?.has(rows.table.name) === false) continue;
    for (const [part, entries] of partsOf(rows, key)) {
      if (part.layout != null || entries === null || doubtOf(entries, rows) === null) continue;
      const minutes = Math.round(entries[0]!.hours * 60);
      const why = `is read as ${minutes} ${minutes === 1 ? "minute" : "minutes"}, and all hours of its column are as small as cells shown as 8:00 hold, which are parts of a day`;
      const hint = "Maybe they should be numbers of hours: 8 in place of 8:00.";
      complain(findings, { rows, index: entries[0]!.index, key }, { code: "HR-282", why, hint });
    }
  }
}

/** More than sixty hours of a week, in days: no column of such hours holds times of a clock. */
const MOST = 2.5;

/** The rows of each range whose cell in a column is a number above 0; null where one is too much for a clock. */
function partsOf(rows: Rows, key: string): ReadonlyMap<Part, readonly Entry[] | null> {
  const found = new Map<Part, Entry[] | null>();
  const minutes = rows.columns[key]!;
  for (let index = 0; index < rows.length; index++) {
    if (minutes[index]! <= 0) continue;
    const part = partAt({ rows, index, key });
    const own = found.get(part);
    if (own === null) continue;
    const cell = cellAt({ rows, index, key });
    if (typeof cell !== "number") continue;
    if (cell > MOST) found.set(part, null);
    else if (own === undefined) found.set(part, [{ index, hours: cell }]);
    else own.push({ index, hours: cell });
  }
  return found;
}

/** What each person logged on each day. */
function daySums(entries: readonly Entry[], { columns }: Rows): Iterable<number> {
  const sums = new Map<string, number>();
  for (const { index, hours } of entries) {
    const key = `${columns.person![index]} ${columns.day![index]}`;
    sums.set(key, (sums.get(key) ?? 0) + hours);
  }
  return sums.values();
}
