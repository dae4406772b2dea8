import type { DayNumber } from "../units.ts";
import { type Amount as AmountOf, amountIn } from "./amount.ts";
import { clockOf, DAY } from "./clock.ts";
import { minutesOf, type TimeUnit } from "./durations.ts";
import type { FileRow } from "./file.ts";
import { idReader } from "./identity.ts";
import type { Named } from "./names.ts";
import type { Reading } from "./reading.ts";
import { recordRows } from "./records.ts";
import { lastDayReader, partsOver } from "./spread.ts";
import { subtotalsIn } from "./subtotals.ts";
import { totalRows } from "./total-rows.ts";
import { personReader, projectReader } from "./who.ts";
import { looksLikeTotal, yesOrNo } from "./words.ts";

/** One entry of a time tool, read but not yet matched with anybody. */
export interface Entry {
  readonly row: FileRow;
  /** The tool's own number of the entry; "" where it gives none. */
  readonly id: string;
  readonly day: DayNumber;
  readonly seconds: number;
  readonly person: Named;
  readonly project: Named;
  /** null: not said, or partly. */
  readonly billable: boolean | null;
  /** Of its seconds those that are billable, where the tool counts them apart and both are there. */
  readonly billableSeconds?: number;
  /** What the file's bare durations count. */
  readonly unit: TimeUnit;
  /** Whether it is the first of its row: hours over several days are an entry for each. */
  readonly isFirst: boolean;
}

/** Entries that can count, in the file's order; everything else is noted with its row. */
export function* entriesIn(reading: Reading): Generator<Entry> {
  const { findings } = reading;
  const rows = recordRows(reading);
  const who = personReader(reading);
  const what = projectReader(reading);
  const { unit, amount: readAmount } = amountIn(reading);
  const amounts = new Map(rows.map((row) => [row, readAmount(row)] as const));
  const amount: AmountOf = (row) => amounts.get(row);
  const subtotals = subtotalsIn(reading);
  const left = totalRows(
    reading,
    rows.filter((row) => typeof reading.day(row, "date") === "number" && !subtotals.has(row)),
    amount,
  );
  const lastDay = lastDayReader(reading);
  const idOf = idReader(reading);
  const ids = new Set<string>();
  const totals: Total[] = [];
  let entered = 0;
  let before = 0;
  for (const row of rows) {
    if (isTotal(reading, row)) {
      totals.push({ row, all: entered, part: entered - before });
      before = entered;
      findings.count("skipped");
      continue;
    }
    if (left.has(row)) {
      findings.count("skipped");
      continue;
    }
    if (subtotals.takes(row)) continue;
    const id = idOf(row);
    const entry = isRepeated(reading, row, id, ids) ? null : entryIn(reading, row, amount, lastDay);
    if (entry === null) continue;
    const person = who(row);
    if (person === null) continue;
    const project = what(row);
    if (project === null) continue;
    entered += entry.seconds;
    subtotals.add(row, entry.seconds);
    const to = lastDay?.(row, entry.day) ?? entry.day;
    if (lastDay === null || typeof to === "string") {
      yield { row, id, ...entry, person, project, unit, isFirst: true };
      continue;
    }
    const parts = partsOver(reading, person.name, entry.day, to, entry.seconds);
    for (const [i, part] of parts.entries())
      yield { row, id: id && `${id} ${i + 1}`, ...entry, ...part, person, project, unit, isFirst: i === 0 };
  }
  for (const total of totals) checkTotal(reading, total, amount);
  subtotals.check(amount);
}

type LastDay = ReturnType<typeof lastDayReader>;
type Amount = Pick<Entry, "day" | "seconds" | "billable" | "billableSeconds">;

function isRepeated(reading: Reading, row: FileRow, id: string, ids: Set<string>): boolean {
  if (id === "" || !ids.has(id)) {
    ids.add(id);
    return false;
  }
  const why = "repeats a record that stands above it, and counts once";
  reading.findings.note("HR-247", row.row, why, "", id, reading.heading("entryId"), "skipped");
  return true;
}

function entryIn(reading: Reading, row: FileRow, amount: AmountOf, lastDay: LastDay): Amount | null {
  const { findings } = reading;
  const day = reading.day(row, "date");
  if (typeof day !== "number") {
    const text = reading.text(row, "date");
    const why = day === null ? "has no day" : "has a day that is no date in this file's order";
    findings.note(
      "HR-244",
      row.row,
      why,
      "Maybe mend the file and import it again.",
      text,
      reading.heading("date"),
      "held",
    );
    return null;
  }
  if (isRunning(reading, row)) {
    findings.note(
      "HR-245",
      row.row,
      "is still running, so nobody knows its hours",
      "Maybe import again when it is stopped.",
      "",
      "",
      "skipped",
    );
    return null;
  }
  const seconds = amount(row);
  if (typeof seconds !== "number") {
    const column = reading.heading("hours");
    const text = reading.text(row, "hours");
    if (seconds === null)
      findings.note("HR-249", row.row, "has no hours: they are unknown, not 0", "", "", column, "skipped");
    else
      findings.note(
        "HR-244",
        row.row,
        "has hours that are no number",
        "Maybe mend the file and import it again.",
        text,
        column,
        "held",
      );
    return null;
  }
  const last = lastDay?.(row, day) ?? day;
  if (typeof last === "string") {
    const heading = reading.heading("endDate");
    findings.note("HR-244", row.row, last, "Maybe mend it in the tool.", reading.text(row, "endDate"), heading, "held");
    return null;
  }
  const days = reading.answer("range") === "worked" ? last - day + 1 : 1;
  if (Math.abs(seconds) > DAY * days) {
    const hint = "Maybe somebody forgot to stop the timer; correct it in the tool.";
    findings.note(
      "HR-246",
      row.row,
      "has more than 24 hours in one entry",
      hint,
      reading.text(row, "hours"),
      reading.heading("hours"),
      "held",
    );
    return null;
  }
  if (seconds === 0) findings.note("HR-250", row.row, "says 0 hours, which is kept as nothing done");
  compareWithClock(reading, row, day, seconds);
  return { day, seconds, ...billableIn(reading, row, seconds) };
}

function billableIn(reading: Reading, row: FileRow, seconds: number): Pick<Entry, "billable" | "billableSeconds"> {
  if (!reading.has("billableMinutes")) return { billable: billableAtAll(reading, row) };
  const billableSeconds = reading.seconds(row, "billableMinutes", "minutes") ?? 0;
  if (seconds === 0) return { billable: null };
  if (billableSeconds === seconds || billableSeconds === 0) return { billable: billableSeconds === seconds };
  return { billable: null, billableSeconds };
}

function billableAtAll(reading: Reading, row: FileRow): boolean | null {
  if (reading.file.source?.id === "tempo") {
    const billed = reading.text(row, "hoursInvoiced");
    if (billed === "") {
      reading.findings.note("HR-249", row.row, "has no billed hours: whether it is billable is unknown");
      return null;
    }
    return reading.seconds(row, "hoursInvoiced", "hours") !== 0;
  }
  if (reading.has("nonBillable")) return !(yesOrNo(reading.text(row, "nonBillable")) ?? false);
  return yesOrNo(reading.text(row, "billable"));
}

const isRunning = (reading: Reading, row: FileRow): boolean =>
  reading.has("endDate") &&
  reading.has("endTime") &&
  reading.text(row, "endDate") === "" &&
  reading.text(row, "endTime") === "";

/** Only a row without a day can be a row of totals: its label may stand in any column, also where days stand. */
const isTotal = (reading: Reading, row: FileRow): boolean =>
  typeof reading.day(row, "date") !== "number" && row.cells.some(looksLikeTotal);

/** A row of totals with the seconds of all rows above it, and of those below the last total. */
interface Total {
  readonly row: FileRow;
  readonly all: number;
  readonly part: number;
}

/** The tool's own total is no entry; it tells whether everything was read. */
function checkTotal(reading: Reading, { row, all, part }: Total, amount: AmountOf): void {
  const said = amount(row);
  if (typeof said !== "number") return;
  if ([all, part].some((seconds) => minutesOf(said) === minutesOf(seconds))) {
    reading.findings.note("HR-251", row.row, `is a total, which agrees with the rows: ${hoursText(said)} h`);
    return;
  }
  const why = `is a total of ${hoursText(said)} h, but the rows that are read add up to ${hoursText(all)} h`;
  reading.findings.note("HR-252", row.row, why, "Maybe look at the rows that were left out.");
}

const hoursText = (seconds: number): string => String(Math.round(seconds / 36) / 100);

function compareWithClock(reading: Reading, row: FileRow, day: DayNumber, seconds: number): void {
  const end = reading.day(row, "endDate");
  if (typeof end !== "number" || !reading.has("endTime") || !reading.has("startTime")) return;
  const from = clockOf(reading.text(row, "startTime"));
  const to = clockOf(reading.text(row, "endTime"));
  if (from === null || to === null) return;
  const span = (end - day) * DAY + to - from;
  if (span !== seconds) {
    reading.findings.note("HR-250", row.row, "lasts another time than from its start to its end; the duration counts");
  }
  if (end !== day) reading.findings.note("HR-250", row.row, "goes over midnight and counts on the day it began");
}
