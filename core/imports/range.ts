import { timeOfDay } from "./clock.ts";
import { WEEK_HOURS } from "./contract-words.ts";
import { dayReader } from "./days.ts";
import { secondsOf } from "./durations.ts";
import { columnsOf, FIELDS, type Field } from "./fields.ts";
import type { ExportFile } from "./file.ts";
import type { Question } from "./found.ts";
import { ROLE } from "./mapping-roles.ts";
import { decimalMarkOf } from "./numbers.ts";
import type { Kind } from "./signatures.ts";

/** What hours behind a first and a last day are: of each day, of each week, or in all; planned or worked. */
export interface Range {
  readonly kind: Kind;
  /** null where the heading says it. */
  readonly question: Question | null;
  /** Where each field stands, as answers say it; null before it is known what the hours are. */
  readonly columns: ReadonlyMap<string, string> | null;
  /** Whether each column has to be said instead: several of hours, or none that may be the engagement. */
  readonly unclear: boolean;
}

type Answers = ReadonlyMap<string, string>;
const HOURS =
  /hour|\bhrs?\b|\bh\b|stunden|\bstd\b|heure|timm|\btimer\b|hodin|\bhod\b|hora|duration|dauer|durée|varaktighet|varighed|doba|duración|effort|aufwand|time spent/;
const NO_HOURS = /rate|cost|price|satz|kosten|preis|prix|tarif|precio|cena|pris|sats|amount/;
const A_DAY =
  /(?:per|a|each|\/|pro|je|par|por|al|om|pr\.?|za|na) ?(?:working ?|work ?)?(?:day|tag|arbeitstag|jour|día|dia|dagen?|den)\b|daily|täglich|h\/d\b/;
const A_WEEK =
  /(?:per|a|each|\/|pro|je|par|por|om|i|pr\.?|za) ?(?:week|woche|semaine|semana|veckan?|ugen?|týden)\b|weekly|wöchentlich|h\/w/;
const PLANNED = /plan|budget|estimat|forecast|schedul|alloc|booked|soll|prév|previst/;
const START =
  /^(?:start|begin|beginn|from|first|von|vom|ab|anfang|début|debut|du|desde|inicio|comienzo|od|začátek|zahájení|fra|från|startdatum|startdato|anfangsdatum|beginndatum)$/;
const END =
  /^(?:end|ends|finish|to|until|till|last|bis|zum|ende|enddatum|fin|au|hasta|do|konec|ukončení|til|slut|slutdatum|slutdato|stop|due)$/;

/** Hours of a file of an unknown tool that stand behind a first and a last day; null for any other file. */
export function rangeIn(file: ExportFile, answers: Answers): Range | null {
  const isSaid = [...answers].some(([key, value]) => value !== "" && (key === "kind" || key.startsWith(ROLE)));
  if (file.source !== null || isSaid || file.rows.length === 0) return null;
  const days = file.names.flatMap((_, i) => (holdsDays(file, i) ? [i] : []));
  const [start, end] = [START, END].map((words) =>
    days.find((i) => file.names[i]!.split(/[^\p{L}]+/u).some((word) => words.test(word))),
  );
  const own = days.some((i) => i !== start && i !== end && DATES.has(file.names[i]!));
  const leave = columnsOf("leave", file.names);
  if (
    start === undefined ||
    end === undefined ||
    start === end ||
    own ||
    leave.has("leaveType") ||
    leave.has("fullDay")
  )
    return null;
  const hours = hourColumns(file);
  if (hours.length === 0) return null;
  const found = columnsOf("allocations", file.names);
  const isShare = (["fte", "share", "minutesPerDay"] as const).some((field) => found.has(field));
  const unclear = hours.length > 1 || isShare || (!found.has("project") && hasOtherText(file));
  const [at] = hours;
  const name = file.names[at!]!;
  // Contract hours behind somebody's first and last day.
  if (saysWeek(name) && !found.has("project")) return null;
  const stated = A_DAY.test(name) ? "day" : A_WEEK.test(name) ? "week" : null;
  const usual = PLANNED.test(name) ? "all" : null;
  const question = stated === null ? questionOf(file, [start, end, at!], usual) : null;
  const said = stated ?? (answers.get("range") || usual);
  const worked = said?.startsWith("worked") === true;
  const kind: Kind = worked ? "actuals" : "allocations";
  const columns = said === null ? null : columnsFor(said, start, end, at!);
  return { kind, question, columns, unclear };
}

const DATES: ReadonlySet<string> = new Set(FIELDS.date);

/** Which columns hold hours, whatever they are of. */
export const hourColumns = (file: ExportFile): readonly number[] =>
  file.names.flatMap((name, i) => (HOURS.test(name) && !NO_HOURS.test(name) && holdsAmounts(file, i) ? [i] : []));

/** Whether a heading of hours says that they are somebody's contract. */
export const saysWeek = (name: string): boolean =>
  A_WEEK.test(name) || WEEK_NAMES.has(name) || /contract|vertrag/.test(name);

const WEEK_NAMES: ReadonlySet<string> = new Set(WEEK_HOURS);

function questionOf({ headings, rows }: ExportFile, columns: readonly number[], usual: string | null): Question {
  const heading = headings[columns[2]!] ?? "";
  const [from = "", to = "", hours = ""] = columns.map((column) => (rows[0]!.cells[column] ?? "").trim().slice(0, 30));
  return {
    key: "range",
    asks: `What are the hours in ${heading}?`,
    why: `Row ${rows[0]!.row} has ${hours} from ${from} to ${to}, which does not say of which of these days.`,
    options: [
      { value: "day", words: "Planned: hours of each working day" },
      { value: "week", words: "Planned: hours of each week" },
      { value: "all", words: "Planned: hours in all, from the first to the last day" },
      { value: "worked", words: "Worked: hours in all, spread evenly over the working days" },
      { value: "worked day", words: "Worked: hours of each working day" },
    ],
    usual,
  };
}

const AMOUNTS: ReadonlyMap<string, Field> = new Map([
  ["day", "hoursPerDay"],
  ["week", "weekHours"],
  ["all", "plannedHours"],
]);

/** As the planner would say it: 1 for the first column, 0 for none. */
function columnsFor(said: string, start: number, end: number, hours: number): ReadonlyMap<string, string> {
  const at = (field: Field, column: number) => [`column ${field}`, String(column + 1)] as const;
  const none = -1;
  if (said.startsWith("worked"))
    return new Map([
      ...[at("date", start), at("endDate", end), at("hours", hours)],
      ...[at("startTime", none), at("endTime", none), at("minutesToo", none)],
    ]);
  const amount = AMOUNTS.get(said) ?? "plannedHours";
  const others = [...AMOUNTS.values()].filter((field) => field !== amount);
  return new Map([at("start", start), at("end", end), at(amount, hours), ...others.map((field) => at(field, none))]);
}

const LOOKED_AT = 50;
const cellsOf = ({ rows }: ExportFile, column: number): readonly string[] =>
  rows.slice(0, LOOKED_AT).flatMap(({ cells }) => (cells[column]?.trim() ? [cells[column].trim()] : []));

function holdsDays(file: ExportFile, column: number): boolean {
  const cells = cellsOf(file, column);
  const readers = (["dmy", "mdy"] as const).map((order) => dayReader(order, file.converted));
  const days = cells.filter((cell) => readers.some((read) => typeof read(cell) === "number"));
  const times = cells.filter((cell) => (timeOfDay(cell, file.converted) ?? 0) > 0);
  return days.length * 2 > cells.length && times.length * 2 <= cells.length;
}

const FULL_TIME = 2400;

function holdsAmounts(file: ExportFile, column: number): boolean {
  const cells = cellsOf(file, column);
  const mark = decimalMarkOf(cells);
  const read = cells.filter((cell) => typeof secondsOf(cell, "hours", mark, FULL_TIME) === "number");
  return read.length * 2 > cells.length;
}

/** A column of text that no field is known by may be what the hours are for. */
function hasOtherText(file: ExportFile): boolean {
  const known = new Set(
    (["allocations", "people", "actuals"] as const).flatMap((kind) => [...columnsOf(kind, file.names).values()]),
  );
  return file.names.some(
    (_, i) =>
      !known.has(i) &&
      cellsOf(file, i).some((cell) => /\p{L}{2,}/u.test(cell)) &&
      !holdsDays(file, i) &&
      !holdsAmounts(file, i),
  );
}
