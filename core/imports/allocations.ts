import { isWeekend } from "../plan/calendar.ts";
import type { Cell } from "../plan/cells.ts";
import { type DayNumber, plusDays } from "../units.ts";
import { minutesOf } from "./durations.ts";
import type { FileRow } from "./file.ts";
import type { Sums } from "./found.ts";
import { keyOf } from "./identity.ts";
import type { Named } from "./names.ts";
import type { Reading } from "./reading.ts";
import { repeats } from "./repeats.ts";
import { SecondSums } from "./sums.ts";
import { personOfId, personReader, projectReader } from "./who.ts";
import { yesOrNo } from "./words.ts";

interface Booking {
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly minutes: number;
}

/** Who is booked on what, from when to when and how much a day. */
export function readAllocations(reading: Reading): Sums {
  const { file, findings } = reading;
  const sums = new SecondSums();
  const people = peopleReader(reading);
  const project = projectReader(reading);
  const ids = new Map<string, number>();
  for (const row of file.rows) {
    const id = reading.text(row, "id");
    if (id !== "" && ids.has(id)) {
      findings.note("HR-247", row.row, "repeats a record that stands above it, and counts once", "", id, "", "skipped");
      continue;
    }
    ids.set(id, row.row);
    const booking = bookingIn(reading, row);
    if (booking === null) continue;
    const state = stateOf(reading, row);
    if (state === "draft") {
      findings.note("HR-245", row.row, "is a draft and left out", "", "", "", "skipped");
      sums.add("draft", String(row.row), 60 * effort(reading, "", booking, row));
      continue;
    }
    const who = people(row);
    const what = who === null ? null : project(row);
    if (who === null || what === null) {
      sums.add("held", String(row.row), 60 * effort(reading, "", booking, row));
      continue;
    }
    const grain = String(row.row);
    const spans = repeats(reading, row, booking);
    const of = (person: string) =>
      spans.reduce((sum, span) => sum + effort(reading, person, { ...span, minutes: booking.minutes }, row), 0);
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
          ["hoursADay", booking.minutes / 60],
          ["billable", billable === null ? null : billable ? "Yes" : "No"],
          ["note", noteOf(reading, row, state)],
        ]);
        const name = id === "" ? `${row.row}` : id;
        const nth = `${who.length > 1 ? ` ${person.raw}` : ""}${i === 0 ? "" : ` ${i + 1}`}`;
        const key = keyOf(reading, id === "" ? identityOf(person.raw, what.raw, one.from, ids) : `${name}${nth}`);
        const minutes = effort(reading, person.name, { ...one, minutes: booking.minutes }, row);
        findings.lines.push({ table: "Allocations", key, cells, minutes, day: one.from });
      });
    }
  }
  return sums.minutes();
}

/** Person, engagement and first day say which row it is; a further one that is alike gets a number. */
function identityOf(person: string, what: string, from: DayNumber, seen: Map<string, number>): string {
  const id = `${person}, ${what}, ${from}`;
  const count = (seen.get(id) ?? 0) + 1;
  seen.set(id, count);
  return count === 1 ? id : `${id}, ${count}`;
}

/** Hours a day on each day that the person works; on purpose also on days off, where the tool says so. */
function effort(reading: Reading, person: string, { from, to, minutes }: Booking, row: FileRow): number {
  const everyDay = yesOrNo(reading.text(row, "nonWorking")) === true;
  let days = 0;
  for (let day = from; day <= to; day = plusDays(day, 1)) {
    if (everyDay || (person === "" ? !isWeekend(day) : reading.known.works(person, day))) days += 1;
  }
  return days * minutes;
}

const LONGEST_BOOKING = 3660;

function bookingIn(reading: Reading, row: FileRow): Booking | null {
  const { findings } = reading;
  const from = reading.day(row, "start");
  const to = reading.day(row, "end");
  const unit = reading.has("minutesPerDay") ? "minutes" : "hours";
  const field = reading.has("minutesPerDay") ? "minutesPerDay" : "hoursPerDay";
  const seconds = reading.seconds(row, field, unit);
  const wrong = (column: "start" | "end" | typeof field, why: string) => {
    findings.note(
      "HR-244",
      row.row,
      why,
      "Maybe mend it in the tool.",
      reading.text(row, column),
      reading.heading(column),
      "held",
    );
    return null;
  };
  if (typeof from !== "number") return wrong("start", "has no first day that can be read");
  if (typeof to !== "number") return wrong("end", "has no last day that can be read");
  if (to < from) return wrong("end", "ends before it starts");
  if (to - from > LONGEST_BOOKING) return wrong("end", "is longer than ten years");
  if (seconds === null || seconds === undefined) return wrong(field, "has no hours a day that can be read");
  const minutes = minutesOf(seconds);
  if (minutes < 0 || minutes > 1440) return wrong(field, "has more than 24 hours a day, or fewer than none");
  if (yesOrNo(reading.text(row, "nonWorking"))) {
    findings.note("HR-250", row.row, "is booked on days off on purpose: the plan counts only working days");
  }
  return { from, to, minutes };
}

type State = "confirmed" | "tentative" | "draft";

/** Float's states by number or word. */
function stateOf(reading: Reading, row: FileRow): State {
  if (yesOrNo(reading.text(row, "template")) === true) return "draft";
  const text = reading.text(row, "status").toLowerCase();
  return text === "0" || text === "draft" ? "draft" : text === "1" || text === "tentative" ? "tentative" : "confirmed";
}

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

function noteOf(reading: Reading, row: FileRow, state: State): string | null {
  const text = reading.text(row, "note").slice(0, 200);
  return state === "tentative" ? `tentative${text === "" ? "" : `: ${text}`}` : text || null;
}
