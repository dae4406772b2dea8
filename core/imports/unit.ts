import { thousands } from "../sheets/words.ts";
import { type TimeUnit, unitIn } from "./durations.ts";
import type { Question } from "./found.ts";
import type { Reading } from "./reading.ts";

/** What bare durations count: what their heading says; asked where the tool or a spreadsheet leaves it open. */
export function unitOf(reading: Reading): TimeUnit {
  const column = reading.columns.get("hours");
  if (column === undefined) return "hours";
  if (reading.unit !== null) return reading.unit;
  const stated = unitIn(reading.file.names[column]!);
  if (stated !== "hours") return stated;
  const question = partsOfADay(reading) ?? workLogs(reading) ?? bareDurations(reading);
  return question === null ? stated : said(reading, question);
}

const UNITS = [
  { value: "seconds", words: "Seconds" },
  { value: "minutes", words: "Minutes" },
  { value: "hours", words: "Hours" },
  { value: "days", words: "Parts of a day" },
] as const satisfies readonly { readonly value: TimeUnit; readonly words: string }[];

/** The answer, whichever of those that were offered; before there is one, nothing that is read is shown. */
function said(reading: Reading, question: Question): TimeUnit {
  reading.findings.ask(question);
  const answer = reading.answer("unit", question.usual ?? "");
  return UNITS.find(({ value }) => value === answer)?.value ?? "hours";
}

/** Tools whose durations always are hours and minutes, and those where a user may choose them. */
const CLOCKS: ReadonlySet<string> = new Set(["toggl", "toggl-2026", "clockify"]);
const PERHAPS_CLOCKS: ReadonlySet<string> = new Set(["harvest", "harvest-de", "jira-worklogs", ""]);

/** A spreadsheet that opens 7:30 keeps it as 0.3125 of a day, which also reads as 0.3125 h. */
function partsOfADay(reading: Reading): Question | null {
  const { converted, source } = reading.file;
  const id = source?.id ?? "";
  const isClock = CLOCKS.has(id);
  if (!converted || (!isClock && !PERHAPS_CLOCKS.has(id))) return null;
  const parts = belowTwo(reading);
  const isMinutes = parts.every((part) => Math.abs(part * MINUTES - Math.round(part * MINUTES)) < SLIP);
  const example = parts.find((part) => part % 1 !== 0) ?? (isClock ? parts[0] : undefined);
  if (example === undefined || (!isClock && !isMinutes)) return null;
  const why = `Its durations are numbers below 2, as a spreadsheet makes them of hours and minutes: ${example} would be ${hours(example * 24)} h as a part of a day.`;
  return { key: "unit", asks: "What are the durations?", why, options: UNITS, usual: isClock ? "days" : null };
}

const MINUTES = 1440;
const SLIP = 1e-6;
const hours = (number: number): string => String(Math.round(number * 100) / 100);

/** Durations that may be parts of a day; none when any is too large for one. */
function belowTwo(reading: Reading): readonly number[] {
  const parts: number[] = [];
  for (const row of reading.file.rows) {
    const text = reading.text(row, "hours");
    if (text === "" || /^\d+:\d\d/.test(text)) continue;
    if (!/^([01]|[01]?\.\d+)$/.test(text)) return [];
    parts.push(Number(text));
  }
  return parts;
}

function workLogs(reading: Reading): Question | null {
  if (reading.file.source?.id !== "jira-worklogs" || !isBare(reading)) return null;
  const why = "Exports of work logs differ, and the heading names no unit.";
  return { key: "unit", asks: "What does Time spent count?", why, options: UNITS, usual: null };
}

/** A heading such as "Duration" names no unit: numbers that are no hours of a day are asked about, whole ones are said. */
function bareDurations(reading: Reading): Question | null {
  const { source, names } = reading.file;
  const name = names[reading.columns.get("hours") ?? -1] ?? "";
  if (source !== null || SAYS_HOURS.test(name)) return null;
  const numbers = reading.file.rows.flatMap((row) => {
    const number = reading.number(row, "hours");
    return typeof number === "number" && number !== 0 && typeof reading.day(row, "date") === "number" ? [number] : [];
  });
  const most = numbers.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  const isWhole = numbers.every((number) => number % 1 === 0);
  if (numbers.length === 0 || (most <= MOST_HOURS && !isWhole)) return null;
  const heading = reading.heading("hours");
  const why = `The heading ${heading === "" ? "of its column" : heading} names no unit; ${thousands(most)} is its largest number.`;
  const usual = most <= MOST_HOURS ? "hours" : null;
  return { key: "unit", asks: "What do the durations count?", why, options: UNITS.slice(0, 3), usual };
}

const MOST_HOURS = 24;
/** "Hours", in the languages of the headings. */
const SAYS_HOURS = /hour|hrs?\b|\(h\)|decimal|stunden|heures|timmar|timer|hodin|horas/;

const isBare = (reading: Reading): boolean =>
  reading.file.rows.some(
    (row) => /^\d/.test(reading.text(row, "hours")) && !/[a-z:]/i.test(reading.text(row, "hours")),
  );
