import { isoDate } from "../plan/calendar.ts";
import type { Cell } from "../plan/cells.ts";
import { type DayNumber, dayNumber } from "../units.ts";
import { type Entry, entriesIn } from "./entries.ts";
import type { Findings, Line, Sums } from "./found.ts";
import { entryKeys, keyOf, withSeconds } from "./identity.ts";
import type { Reading } from "./reading.ts";
import { grainOf, settled, type Taking, type WorkedRow } from "./settle.ts";
import { SecondSums } from "./sums.ts";
import { NO_PROJECT } from "./who.ts";
import { looksLikeLeave, yesOrNo } from "./words.ts";

/** Hours worked: a row for each entry, rounded together, so that the total is the tool's own. */
export function readActuals(reading: Reading): Sums {
  const sums = new SecondSums<Entry>();
  const worked: Booked[] = [];
  const away: Booked[] = [];
  const days = new Map<string, number>();
  const leave = leaveAnswer(reading);
  const keyOfEntry = entryKeys(reading);
  for (const entry of entriesIn(reading)) {
    addSums(reading, sums, entry);
    const isLeave = looksLikeLeave(`${reading.text(entry.row, "project")} ${reading.text(entry.row, "task")}`);
    if (isLeave) sums.add("looks like leave", entry, entry.seconds);
    if (entry.isFirst) reading.findings.count(isLeave && leave === "out" ? "skipped" : "used");
    if (isLeave && leave === "out") continue;
    noteLongDay(reading, entry, days);
    for (const one of booked(reading, entry, keyOfEntry)) (isLeave && leave === "leave" ? away : worked).push(one);
  }
  const minutesOfSums = sums.minutes(grainOfEntry);
  askAbout(reading, minutesOfSums);
  const { minutes, takings, unmet } = settled(worked);
  noteCorrections(reading.findings, takings, unmet);
  const { lines } = reading.findings;
  for (const [i, one] of worked.entries()) lines.push(lineOf(one, minutes[i]!));
  const off = settled(away).minutes;
  for (const [i, one] of away.entries()) lines.push(leaveLine(reading, one, off[i]!));
  return minutesOfSums;
}

const grainOfEntry = ({ person, project, day }: Entry): string =>
  grainOf({ person: person.name, engagement: project.name, day });

/** An entry as rows of the plan; two where a tool keeps its billable and its other hours in one. */
interface Booked extends WorkedRow {
  readonly entry: Entry;
  readonly day: DayNumber;
}

function booked(reading: Reading, entry: Entry, keyOfEntry: ReturnType<typeof entryKeys>): readonly Booked[] {
  const { id, person, project, day, seconds, billable, billableSeconds } = entry;
  const key = id === "" ? keyOfEntry(entry.row, [day, seconds, billable, billableSeconds ?? null]) : keyOf(reading, id);
  const row = (name: string, isBillable: boolean | null, own: number): Booked => ({
    key: name,
    person: person.name,
    engagement: project.name,
    day,
    billable: isBillable,
    seconds: own,
    entry,
  });
  if (billableSeconds === undefined) return [row(key, billable, seconds)];
  return [row(key, true, billableSeconds), row(`${key} other`, false, seconds - billableSeconds)];
}

const DAY = 86_400;

/** A day has 24 hours, whatever rows they stand in: the row that goes beyond them is said. */
function noteLongDay({ findings }: Reading, { row, person, day, seconds }: Entry, days: Map<string, number>): void {
  const key = `${day}\n${person.raw}`;
  const before = days.get(key) ?? 0;
  const after = before + seconds;
  days.set(key, after);
  if (before > DAY || after <= DAY) return;
  const why = `brings ${person.name} to more than 24 hours on ${isoDate(day)}, over several rows`;
  findings.note("HR-253", row.row, why, "Maybe a total is among them, or rows stand twice.");
}

/** A correction below 0 is taken off the same person's hours on the same engagement. */
function noteCorrections(
  findings: Findings,
  takings: readonly Taking<Booked>[],
  unmet: readonly Taking<Booked>[],
): void {
  for (const { row, day, minutes } of takings) {
    const why = `is a correction: ${minutes} minutes are taken off ${isoDate(dayNumber(day))}`;
    findings.note("HR-250", row.entry.row.row, why);
  }
  for (const { row, minutes } of unmet) {
    const why = `takes off ${minutes} minutes more than the file has to take them from; they come off rows of other imports, or wait for them`;
    findings.note("HR-254", row.entry.row.row, why, "Maybe export a longer period.");
  }
}

function lineOf({ key, person, engagement, day, billable, seconds }: Booked, minutes: number): Line {
  const cells = new Map<string, Cell>([
    ["day", day],
    ["person", person],
    ["engagement", engagement],
    ["hours", minutes / 60],
    ["billable", billable === null ? null : billable ? "Yes" : "No"],
  ]);
  return { table: "Actuals", key: withSeconds(key, seconds, minutes), cells, minutes, day, seconds };
}

function leaveLine(reading: Reading, { key, person, day, entry }: Booked, minutes: number): Line {
  const cells = new Map<string, Cell>([
    ["person", person],
    ["from", day],
    ["to", day],
    ["hoursADay", minutes / 60],
    ["kind", reading.text(entry.row, "task") || entry.project.name],
  ]);
  return { table: "Leave", key, cells, minutes, day };
}

const LEAVE = [
  { value: "worked", words: "Hours worked, as the file has them" },
  { value: "leave", words: "Leave: into the table Leave" },
  { value: "out", words: "Neither: leave these rows out" },
] as const;

const leaveAnswer = (reading: Reading): string => reading.answer("leave", "worked");

/** What the file does not say about itself. */
function askAbout(reading: Reading, minutes: ReadonlyMap<string, number>): void {
  const { findings } = reading;
  const leave = minutes.get("looks like leave") ?? 0;
  if (leave > 0) {
    const why = `${leave / 60} h are on a project or task that sounds like leave.`;
    findings.ask({
      key: "leave",
      asks: "What are the hours that look like leave?",
      why,
      options: LEAVE,
      usual: "worked",
    });
  }
  const says = ["billable", "nonBillable", "billableMinutes", "hoursInvoiced"] as const;
  if (!says.some((field) => reading.has(field))) {
    findings.noteFile("HR-253", "The file has no column that says what is billable: each engagement's kind decides");
  }
  const open = minutes.get("without a project") ?? 0;
  if (open > 0) {
    const why = `The file has ${open} minutes without a project, which are booked on "${NO_PROJECT}"`;
    findings.noteFile("HR-253", why, "Maybe choose an engagement for it.");
  }
  askCurrencies(reading);
}

function addSums(reading: Reading, sums: SecondSums<Entry>, entry: Entry): void {
  const { row, seconds, billable, billableSeconds, project } = entry;
  const unit = entry.unit === "days" ? "days" : "hours";
  sums.add("worked", entry, seconds);
  if (billable === true || billableSeconds !== undefined) sums.add("billable", entry, billableSeconds ?? seconds);
  if (project.name === NO_PROJECT || project.raw === NO_PROJECT.toLowerCase())
    sums.add("without a project", entry, seconds);
  if (reading.has("hoursRounded"))
    sums.add("rounded by the tool", entry, reading.seconds(row, "hoursRounded", unit) ?? 0);
  if (reading.has("hoursInvoiced")) sums.add("invoiced", entry, reading.seconds(row, "hoursInvoiced", unit) ?? 0);
  else if (reading.has("invoiced") && yesOrNo(reading.text(row, "invoiced"))) sums.add("invoiced", entry, seconds);
  if (/^nc$|no.?charge/i.test(reading.text(row, "billable"))) sums.add("given away (no charge)", entry, seconds);
  const covered = reading.has("hoursInvoiced") && billable === true && reading.text(row, "project") !== "";
  if (
    covered &&
    reading.file.source?.id.startsWith("connectwise") &&
    reading.seconds(row, "hoursInvoiced", "hours") === 0
  ) {
    sums.add("covered by an agreement", entry, seconds);
  }
}

const FAR = 5;

/** Two currencies and rates far from the others are said; nothing of money is imported. */
function askCurrencies(reading: Reading): void {
  const { file, findings } = reading;
  if (reading.has("currency")) {
    const all = new Set(file.rows.map((row) => reading.text(row, "currency")).filter((text) => text !== ""));
    if (all.size > 1)
      findings.noteFile(
        "HR-250",
        `The file has amounts in several currencies (${[...all].slice(0, 5).join(", ")}); hours are imported, no amounts`,
      );
  }
  if (!reading.has("rate")) return;
  const rates = file.rows.flatMap((row) => {
    const rate = reading.number(row, "rate");
    return typeof rate === "number" && rate > 0 ? [{ row: row.row, rate }] : [];
  });
  const middle = rates.map(({ rate }) => rate).sort((a, b) => a - b)[Math.floor(rates.length / 2)] ?? 0;
  for (const { row, rate } of rates) {
    if (rate > FAR * middle) {
      findings.note(
        "HR-250",
        row,
        "has a rate far from the others, perhaps for a day; rates are not imported",
        "",
        String(rate),
        reading.heading("rate"),
      );
    }
  }
}
