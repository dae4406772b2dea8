import type { Cell } from "../plan/cells.ts";
import { nameKey } from "../plan/names.ts";
import { type DayNumber, plusDays } from "../units.ts";
import { minutesOf } from "./durations.ts";
import type { FileRow } from "./file.ts";
import type { Sums } from "./found.ts";
import { keyOf, numbering } from "./identity.ts";
import type { Named } from "./names.ts";
import { partOfDays } from "./part-of-days.ts";
import type { Reading } from "./reading.ts";
import { recordRows } from "./records.ts";
import { repeats } from "./repeats.ts";
import { noteOff, statusOf } from "./status.ts";
import { personOfId, personReader } from "./who.ts";
import { yesOrNo } from "./words.ts";

/** Days away: without hours a whole day. Public holidays of the tool belong into Holidays and are left out. */
export function readLeave(reading: Reading): Sums {
  const { findings } = reading;
  const one = personReader(reading);
  const rows = recordRows(reading);
  const altogether = isAltogether(reading, rows);
  const numbered = numbering();
  const above = new Set<string>();
  for (const row of rows) {
    if (reading.text(row, "holidayId") !== "") {
      const why = "is a public holiday of the tool, which belongs into Holidays, and is left out";
      findings.note("HR-245", row.row, why, "", reading.text(row, "note"), "", "skipped");
      continue;
    }
    const from = reading.day(row, "start");
    const to = reading.has("end") ? reading.day(row, "end") : from;
    if (typeof from !== "number" || to === undefined || (typeof to === "number" && to < from)) {
      const why = "has days that cannot be read, or ends before it starts";
      findings.note("HR-244", row.row, why, "Maybe mend it in the tool.", reading.text(row, "start"), "", "held");
      continue;
    }
    const status = statusOf(reading, row);
    if (status === "off") {
      noteOff(reading, row);
      continue;
    }
    const who = peopleOf(reading, row, one);
    if (who === null) continue;
    const id = reading.text(row, "id");
    const seconds = hoursOf(reading, row);
    if (seconds === undefined) {
      findings.note("HR-244", row.row, "has hours that are no number", "Maybe mend it in the tool.", "", "", "held");
      continue;
    }
    const daysOf = (person: string) => workingDays(reading, person, from, to ?? from);
    const part = seconds === null ? partOfDays(reading, row, to === null ? null : daysOf(who[0]!.name)) : null;
    const aDay = (person: string) =>
      seconds === null ? part : altogether ? seconds / Math.max(1, daysOf(person)) : seconds;
    const most = who.map(({ name }) => aDay(name) ?? 0).reduce((a, b) => Math.max(a, b), 0);
    if (most > DAY || (seconds ?? 0) < 0) {
      const why = "has more than 24 hours a day, or fewer than none";
      findings.note("HR-244", row.row, why, "Maybe mend it in the tool.", hoursText(reading, row), "", "held");
      continue;
    }
    const type = nameKey(reading.text(row, "leaveType"));
    const whole = JSON.stringify([who.map(({ raw }) => raw), from, to, seconds, type]);
    if (id === "" && above.has(whole)) {
      const why = "says the same as a row above it, and counts once: nobody is away twice";
      findings.note("HR-247", row.row, why, "", reading.text(row, "start"), "", "skipped");
      continue;
    }
    above.add(whole);
    findings.count("used");
    if (status === "tentative" || status === "draft")
      findings.note("HR-250", row.row, "is not approved yet, and counts as leave all the same");
    for (const person of who) {
      const day = aDay(person.name);
      const minutes = day === null ? null : minutesOf(day);
      repeats(reading, row, { from, to: to ?? from }).forEach((span, i) => {
        const cells = new Map<string, Cell>([
          ["person", person.name],
          ["from", span.from],
          ["to", to === null ? null : span.to],
          ["hoursADay", minutes === null ? null : minutes / 60],
          ["kind", reading.text(row, "leaveType") || reading.text(row, "note").slice(0, 100) || null],
        ]);
        const name =
          id === "" ? numbered(`${span.from} ${person.raw}${type === "" ? "" : `, ${type}`}`) : `${id} ${person.raw}`;
        const key = keyOf(reading, `${name}${id === "" || i === 0 ? "" : ` ${i + 1}`}`);
        findings.lines.push({ table: "Leave", key, cells, minutes: null, day: span.from });
      });
    }
  }
  return new Map();
}

const DAY = 86_400;
/** Ten years: nobody is away for longer. */
const LONGEST = 3660;
const ALTOGETHER = "altogether";

/** A list of leave with hours behind first and last days does not say whether each day has them, or all together. */
function isAltogether(reading: Reading, rows: readonly FileRow[]): boolean {
  const { file, findings, answers } = reading;
  const isOpen = file.source === null && !answers.has("column hoursPerDay") && /^hours$/i.test(hoursHeading(reading));
  const row = isOpen ? rows.find((one) => isLong(reading, one)) : undefined;
  if (row === undefined) return false;
  findings.ask({
    key: "leave hours",
    asks: "Are the hours of leave those of each day?",
    why: `Row ${row.row} has ${hoursText(reading, row)} h from ${reading.text(row, "start")} to ${reading.text(row, "end")}.`,
    options: [
      { value: "day", words: "Yes, of each day" },
      { value: ALTOGETHER, words: "No, of all its working days together" },
    ],
    usual: null,
  });
  return reading.answer("leave hours") === ALTOGETHER;
}

const hoursHeading = (reading: Reading): string => (reading.has("minutesPerDay") ? "" : reading.heading("hoursPerDay"));
const hoursText = (reading: Reading, row: FileRow): string =>
  reading.text(row, reading.has("minutesPerDay") ? "minutesPerDay" : "hoursPerDay");

function isLong(reading: Reading, row: FileRow): boolean {
  const [from, to] = [reading.day(row, "start"), reading.day(row, "end")];
  return typeof from === "number" && typeof to === "number" && to > from && (hoursOf(reading, row) ?? 0) > 0;
}

function workingDays({ known }: Reading, person: string, from: DayNumber, to: DayNumber): number {
  let days = 0;
  for (let day = from; day <= Math.min(to, from + LONGEST); day = plusDays(day, 1))
    if (known.works(person, day)) days += 1;
  return days;
}

function hoursOf(reading: Reading, row: FileRow): number | null | undefined {
  if (yesOrNo(reading.text(row, "fullDay")) === true) return null;
  const seconds = reading.has("minutesPerDay")
    ? reading.seconds(row, "minutesPerDay", "minutes")
    : reading.seconds(row, "hoursPerDay", "hours");
  return seconds === 0 ? null : seconds;
}

function peopleOf(reading: Reading, row: FileRow, one: (row: FileRow) => Named | null): readonly Named[] | null {
  const several = reading.text(row, "personIds");
  if (several === "" || reading.text(row, "personId") !== "") {
    const person = one(row);
    return person === null ? null : [person];
  }
  const people = [...several.matchAll(/\w+/g)].slice(0, 100).map(([id]) => personOfId(reading, row, id, false));
  const known = people.filter((person) => person !== null);
  if (known.length === people.length && known.length > 0) return known;
  const hint = "Maybe import the people first.";
  reading.findings.note("HR-248", row.row, "names somebody whom no import of people knows", hint, several, "", "held");
  return null;
}
