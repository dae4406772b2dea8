import { isWeekend } from "../plan/calendar.ts";
import type { Cell } from "../plan/cells.ts";
import { type DayNumber, plusDays } from "../units.ts";
import { type Effort, effortReader } from "./effort.ts";
import type { Field } from "./fields.ts";
import type { FileRow } from "./file.ts";
import type { Sums } from "./found.ts";
import { keyOf } from "./identity.ts";
import type { Named } from "./names.ts";
import { periodReader } from "./period.ts";
import type { Reading } from "./reading.ts";
import { farYear, recordRows } from "./records.ts";
import { repeats } from "./repeats.ts";
import { noteOff, type Status, statusOf } from "./status.ts";
import { SecondSums } from "./sums.ts";
import { NO_PROJECT, personOfId, personReader, projectReader } from "./who.ts";
import { yesOrNo } from "./words.ts";

interface Booking {
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly minutes: number;
  readonly effort: Effort;
}

/** Who is booked on what, from when to when and how much a day. */
export function readAllocations(reading: Reading): Sums {
  const { findings } = reading;
  const sums = new SecondSums();
  const people = peopleReader(reading);
  const project = projectReader(reading);
  const bookingOf = bookingReader(reading);
  const ids = new Map<string, number>();
  if (!reading.has("project") && !reading.has("projectId"))
    findings.noteFile("HR-253", `The file has no column of engagements: its bookings are of "${NO_PROJECT}"`);
  for (const row of recordRows(reading)) {
    const id = reading.text(row, "id");
    if (id !== "" && ids.has(id)) {
      findings.note("HR-247", row.row, "repeats a record that stands above it, and counts once", "", id, "", "skipped");
      continue;
    }
    ids.set(id, row.row);
    const booking = bookingOf(row);
    if (booking === null) continue;
    const state = stateOf(reading, row);
    if (state === "draft") {
      findings.note("HR-245", row.row, "is a draft and left out", "", "", "", "skipped");
      sums.add("draft", String(row.row), 60 * minutesIn(reading, "", booking, row));
      continue;
    }
    if (state === "off") {
      noteOff(reading, row);
      sums.add(
        "cancelled or rejected",
        String(row.row),
        60 * minutesIn(reading, reading.text(row, "person"), booking, row),
      );
      continue;
    }
    const who = people(row);
    const what = who === null ? null : project(row);
    if (who === null || what === null) {
      sums.add("held", String(row.row), 60 * minutesIn(reading, "", booking, row));
      continue;
    }
    const grain = String(row.row);
    const spans = repeats(reading, row, booking);
    const of = (person: string) =>
      spans.reduce(
        (sum, span) =>
          sum + minutesIn(reading, person, { ...span, minutes: booking.minutes, effort: booking.effort }, row),
        0,
      );
    const total = 60 * who.reduce((sum, person) => sum + of(person.name), 0);
    if (state === "tentative" && tentativeAnswer(reading) === "out") {
      findings.note("HR-245", row.row, `is ${state} and left out`, "", "", "", "skipped");
      sums.add(state, grain, total);
      continue;
    }
    findings.count("used");
    const isOpen = yesOrNo(reading.text(row, "placeholder")) === true;
    sums.add(isOpen ? "for nobody yet" : state === "tentative" ? "tentative" : "booked", grain, total);
    const billable = yesOrNo(reading.text(row, "billable"));
    if (billable && !isOpen) sums.add("billable", grain, total);
    if (booking.minutes === 0) findings.note("HR-250", row.row, "books 0 hours a day");
    for (const person of who) {
      if (!isOpen) sums.add(`booked for ${person.name}`, grain, 60 * of(person.name));
      spans.forEach((one, i) => {
        const cells = new Map<string, Cell>([
          ["person", person.name],
          ["engagement", what.name],
          ["from", one.from],
          ["to", one.to],
          [booking.effort.key, booking.effort.value],
          ["billable", billable === null ? null : billable ? "Yes" : "No"],
          ["note", noteOf(reading, row, state)],
        ]);
        const name = id === "" ? `${row.row}` : id;
        const nth = `${who.length > 1 ? ` ${person.raw}` : ""}${i === 0 ? "" : ` ${i + 1}`}`;
        const key = keyOf(reading, id === "" ? identityOf(person.raw, what.raw, one.from, ids) : `${name}${nth}`);
        const minutes = minutesIn(
          reading,
          person.name,
          { ...one, minutes: booking.minutes, effort: booking.effort },
          row,
        );
        findings.lines.push({ table: "Allocations", key, cells, minutes, day: one.from });
      });
    }
  }
  return sums.minutes();
}

const AMOUNTS = ["minutesPerDay", "hoursPerDay", "fte", "share", "weekHours", "plannedHours"] as const;

/** Person, engagement and first day say which row it is; a further one that is alike gets a number. */
function identityOf(person: string, what: string, from: DayNumber, seen: Map<string, number>): string {
  const id = `${person}, ${what}, ${from}`;
  const count = (seen.get(id) ?? 0) + 1;
  seen.set(id, count);
  return count === 1 ? id : `${id}, ${count}`;
}

/** Hours a day on each day that the person works; on purpose also on days off, where the tool says so. */
function minutesIn(reading: Reading, person: string, { from, to, minutes, effort }: Booking, row: FileRow): number {
  if (effort.key === "totalHours") return minutes;
  const everyDay = yesOrNo(reading.text(row, "nonWorking")) === true;
  let days = 0;
  for (let day = from; day <= to; day = plusDays(day, 1)) {
    if (everyDay || (person === "" ? !isWeekend(day) : reading.known.works(person, day))) days += 1;
  }
  return days * minutes;
}

const LONGEST_BOOKING = 3660;

/** Reads a booking that can count; null for one that is held back. */
function bookingReader(reading: Reading): (row: FileRow) => Booking | null {
  const { findings } = reading;
  const effortOf = effortReader(reading);
  const periodOf = reading.has("period") && !reading.has("start") ? periodReader(reading) : null;
  const amount = AMOUNTS.find((field) => reading.has(field));
  return (row) => {
    const wrong = (column: Field, why: string) => {
      const [value, heading] = [reading.text(row, column), reading.heading(column)];
      findings.note("HR-244", row.row, why, "Maybe mend it in the tool.", value, heading, "held");
      return null;
    };
    const period = periodOf === null ? undefined : periodOf(row);
    if (period === null) return wrong("period", "has no week or month that can be read");
    if (period !== undefined && farYear(period.from) !== null)
      return wrong("period", "has a week or month before 2000 or after 2099");
    const from = period?.from ?? reading.day(row, "start");
    const to = period?.to ?? reading.day(row, "end");
    if (typeof from !== "number") return wrong("start", "has no first day that can be read");
    if (typeof to !== "number") return wrong("end", "has no last day that can be read");
    if (to < from) return wrong("end", "ends before it starts");
    if (to - from > LONGEST_BOOKING) return wrong("end", "is longer than ten years");
    const effort = effortOf(row, { from, to });
    if (typeof effort === "string") return wrong(amount ?? "hoursPerDay", effort);
    if (yesOrNo(reading.text(row, "nonWorking"))) {
      findings.note("HR-250", row.row, "is booked on days off on purpose: the plan counts only working days");
    }
    return { from, to, minutes: effort.minutes, effort };
  };
}

/** A row of a template is a draft, whatever its status. */
const stateOf = (reading: Reading, row: FileRow): Status =>
  yesOrNo(reading.text(row, "template")) === true ? "draft" : statusOf(reading, row);

function tentativeAnswer(reading: Reading): string {
  reading.findings.ask({
    key: "tentative",
    asks: "What of tentative allocations?",
    why: "In a plan the engagement is tentative, not the allocation.",
    options: [
      { value: "out", words: "Leave them out" },
      { value: "in", words: "Import them: their engagements are tentative, or they are firm" },
    ],
    usual: "out",
  });
  return reading.answer("tentative", "out");
}

/** Several people of one allocation each get its hours. */
function peopleReader(reading: Reading): (row: FileRow) => readonly Named[] | null {
  const one = personReader(reading);
  return (row) => {
    const several = reading.text(row, "personIds");
    const single = reading.text(row, "personId");
    if (single !== "" || several === "") {
      const person = one(row);
      return person === null ? null : [person];
    }
    const ids = [...several.matchAll(/\w+/g)].slice(0, 100).map(([id]) => id);
    const people = ids.map((id) => personOfId(reading, row, id, false));
    const known = people.filter((person) => person !== null);
    if (known.length === people.length && known.length > 0) return known;
    reading.findings.note(
      "HR-248",
      row.row,
      "names somebody whom no import of people knows",
      "Maybe import the people first.",
      several,
      "",
      "held",
    );
    return null;
  };
}

function noteOf(reading: Reading, row: FileRow, state: Status): string | null {
  const text = reading.text(row, "note").slice(0, 200);
  return state === "tentative" ? `tentative${text === "" ? "" : `: ${text}`}` : text || null;
}
