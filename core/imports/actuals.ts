import { isoDate } from "../plan/calendar.ts";
import type { Cell } from "../plan/cells.ts";
import type { DayNumber } from "../units.ts";
import { minutesOf } from "./durations.ts";
import { type Entry, entriesIn } from "./entries.ts";
import type { Findings, Line, Sums } from "./found.ts";
import { fingerprintOf } from "./identity.ts";
import type { Named } from "./names.ts";
import type { Reading } from "./reading.ts";
import { SecondSums } from "./sums.ts";
import { NO_PROJECT } from "./who.ts";
import { looksLikeLeave, yesOrNo } from "./words.ts";

/** What is worked by one person on one day on one engagement, as billable or not. */
interface Piece {
  readonly person: Named;
  readonly engagement: Named;
  readonly day: DayNumber;
  readonly billable: boolean | null;
  seconds: number;
  minutes: number;
  readonly row: number;
}
interface Grain {
  readonly pieces: Piece[];
}

/** Hours worked: added at the grain of Actuals, then rounded once, so that the total is the tool's own. */
export function readActuals(reading: Reading): Sums {
  const sums = new SecondSums();
  const numbers = new Map<string, number>();
  const grains = new Map<number, Grain>();
  const away: Entry[] = [];
  const leave = leaveAnswer(reading);
  for (const entry of entriesIn(reading)) {
    const grain = `${entry.person.raw}\n${entry.day}\n${entry.project.raw}`;
    const known = numbers.get(grain);
    const number = known ?? numbers.size;
    if (known === undefined) numbers.set(grain, number);
    addSums(reading, sums, entry, number);
    const isLeave = looksLikeLeave(`${reading.text(entry.row, "project")} ${reading.text(entry.row, "task")}`);
    if (isLeave) sums.add("looks like leave", number, entry.seconds);
    if (isLeave && leave === "out") reading.findings.count("skipped");
    else reading.findings.count("used");
    if (isLeave && leave !== "worked") {
      if (leave === "leave") away.push(entry);
      continue;
    }
    addTo(grains, number, entry);
  }
  askAbout(reading, sums.minutes());
  const pieces = [...grains.values()].flatMap(rounded);
  settleCorrections(reading, pieces);
  for (const piece of pieces) if (piece.minutes >= 0) reading.findings.lines.push(lineOf(reading, piece));
  for (const line of leaveLines(reading, away)) reading.findings.lines.push(line);
  return sums.minutes();
}

function addTo(grains: Map<number, Grain>, key: number, entry: Entry): void {
  const { person, project, day, row, billableSeconds } = entry;
  let grain = grains.get(key);
  if (grain === undefined) {
    grain = { pieces: [] };
    grains.set(key, grain);
  }
  const parts: readonly (readonly [boolean | null, number])[] =
    billableSeconds === undefined
      ? [[entry.billable, entry.seconds]]
      : [
          [true, billableSeconds],
          [false, entry.seconds - billableSeconds],
        ];
  for (const [billable, seconds] of parts) {
    const same = grain.pieces.find((piece) => piece.billable === billable);
    if (same) same.seconds += seconds;
    else grain.pieces.push({ person, engagement: project, day, billable, seconds, minutes: 0, row: row.row });
  }
}

/** Each piece's minutes, so that they add up to the grain's own rounded minutes; billable hours are rounded first. */
function rounded({ pieces }: Grain): readonly Piece[] {
  const inTurn = [true, false, null].flatMap((billable) => pieces.filter((piece) => piece.billable === billable));
  let seconds = 0;
  let before = 0;
  for (const piece of inTurn) {
    seconds += piece.seconds;
    const now = minutesOf(seconds);
    piece.minutes = now - before;
    before = now;
  }
  return inTurn;
}

/** A correction below 0 is taken off the same person's hours on the same engagement, from the latest day before it backwards. */
function settleCorrections({ findings }: Reading, pieces: readonly Piece[]): void {
  if (pieces.every(({ minutes }) => minutes >= 0)) return;
  const groups = new Map<string, Piece[]>();
  for (const piece of pieces) {
    const key = `${piece.person.name}\n${piece.engagement.name}\n${piece.billable}`;
    const group = groups.get(key);
    if (group) group.push(piece);
    else groups.set(key, [piece]);
  }
  for (const group of groups.values()) {
    group.sort((a, b) => a.day - b.day);
    for (let i = 0; i < group.length; i++) {
      if (group[i]!.minutes < 0) settle(findings, group, i);
    }
  }
}

function settle(findings: Findings, group: readonly Piece[], at: number): void {
  const piece = group[at]!;
  for (const one of [...group.slice(0, at).reverse(), ...group.slice(at + 1)]) {
    const taken = Math.min(one.minutes, -piece.minutes);
    if (taken <= 0) continue;
    one.minutes -= taken;
    piece.minutes += taken;
    findings.note("HR-250", piece.row, `is a correction: ${taken} minutes are taken off ${isoDate(one.day)}`);
    if (piece.minutes === 0) return;
  }
  const why = `takes off ${-piece.minutes} minutes more than the file has to take them from; they are left out`;
  findings.note("HR-254", piece.row, why, "Maybe export a longer period.");
}

function lineOf(reading: Reading, { person, engagement, day, billable, minutes }: Piece): Line {
  const cells = new Map<string, Cell>([
    ["day", day],
    ["person", person.name],
    ["engagement", engagement.name],
    ["hours", minutes === 0 ? 0 : minutes / 60],
    ["billable", billable === null ? null : billable ? "Yes" : "No"],
  ]);
  const key = fingerprintOf(reading, [day, person.raw, engagement.raw, billable]);
  return { table: "Actuals", key, cells, minutes, day };
}

function leaveLines(reading: Reading, away: readonly Entry[]): readonly Line[] {
  const days = new Map<string, { readonly entry: Entry; seconds: number }>();
  for (const entry of away) {
    const key = `${entry.person.raw}\n${entry.day}`;
    const known = days.get(key);
    if (known) known.seconds += entry.seconds;
    else days.set(key, { entry, seconds: entry.seconds });
  }
  return [...days.values()].map(({ entry, seconds }): Line => {
    const minutes = minutesOf(seconds);
    const cells = new Map<string, Cell>([
      ["person", entry.person.name],
      ["from", entry.day],
      ["to", entry.day],
      ["hoursADay", minutes / 60],
      ["kind", reading.text(entry.row, "task") || entry.project.name],
    ]);
    const key = fingerprintOf(reading, ["leave", entry.day, entry.person.raw]);
    return { table: "Leave", key, cells, minutes, day: entry.day };
  });
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

function addSums(reading: Reading, sums: SecondSums, entry: Entry, grain: number): void {
  const { row, seconds, billable, billableSeconds, project } = entry;
  const unit = entry.unit === "days" ? "days" : "hours";
  sums.add("worked", grain, seconds);
  if (billable === true || billableSeconds !== undefined) sums.add("billable", grain, billableSeconds ?? seconds);
  if (project.name === NO_PROJECT || project.raw === NO_PROJECT.toLowerCase())
    sums.add("without a project", grain, seconds);
  if (reading.has("hoursRounded"))
    sums.add("rounded by the tool", grain, reading.seconds(row, "hoursRounded", unit) ?? 0);
  if (reading.has("hoursInvoiced")) sums.add("invoiced", grain, reading.seconds(row, "hoursInvoiced", unit) ?? 0);
  else if (reading.has("invoiced") && yesOrNo(reading.text(row, "invoiced"))) sums.add("invoiced", grain, seconds);
  if (/^nc$|no.?charge/i.test(reading.text(row, "billable"))) sums.add("given away (no charge)", grain, seconds);
  const covered = reading.has("hoursInvoiced") && billable === true && reading.text(row, "project") !== "";
  if (
    covered &&
    reading.file.source?.id.startsWith("connectwise") &&
    reading.seconds(row, "hoursInvoiced", "hours") === 0
  ) {
    sums.add("covered by an agreement", grain, seconds);
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
