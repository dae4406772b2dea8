import { nameKey } from "../plan/names.ts";
import { minutesOf } from "./durations.ts";
import type { Field } from "./fields.ts";
import type { FileRow } from "./file.ts";
import type { Reading } from "./reading.ts";
import { nameIn } from "./who.ts";
import { looksLikeTotal, standsForAll } from "./words.ts";

interface Doubts {
  /** Rows that are no total whatever they are called, as they have a number of their own. */
  readonly isRecord?: (row: FileRow) => boolean;
  /** Behind the amounts, where they are told. */
  readonly unit?: string;
}
type SecondsOf = (row: FileRow) => number | null | undefined;

/** A row that is complete, like any work, and yet may be the total of others. */
interface Suspect {
  readonly row: FileRow;
  readonly label: string;
  readonly seconds: number;
  /** What the rows add up to that it may be the total of; the first is that of all rows above it. */
  readonly sums: readonly number[];
}

const NAMES: readonly Field[] = ["person", "project", "client", "task"];
const MOST_NAMED = 3;

/**
 * Decides which complete rows are totals and left out: those that say so and agree with the rows. Where a row says so and does
 * not agree, bears a name of the plan, or agrees and says nothing, the planner is asked; nothing of it counts unseen.
 */
export function totalRows(
  reading: Reading,
  rows: readonly FileRow[],
  secondsOf: SecondsOf,
  { isRecord = () => false, unit = " h" }: Doubts = {},
): ReadonlySet<FileRow> {
  const suspects = suspectsIn(reading, rows, secondsOf, isRecord);
  if (suspects.length === 0) return new Set();
  const known = new Set([...reading.known.people, ...reading.known.engagements].map(nameKey));
  const agrees = ({ seconds, sums }: Suspect) => sums.some((sum) => minutesOf(sum) === minutesOf(seconds));
  const isClear = (one: Suspect) => looksLikeTotal(one.label) && agrees(one) && !known.has(nameKey(one.label));
  const doubtful = suspects.filter((one) => !isClear(one));
  if (doubtful.length > 0) ask(reading, doubtful, unit);
  const out = reading.answer("totals") === "work" ? suspects.filter(isClear) : suspects;
  for (const one of out) {
    const says = `is a total of ${hours(one.seconds)}${unit}`;
    if (agrees(one)) reading.findings.note("HR-251", one.row.row, `${says} and left out: it agrees with the rows`);
    else {
      const why = `${says} and left out; the rows above it add up to ${hours(one.sums[0] ?? 0)}${unit}`;
      reading.findings.note("HR-252", one.row.row, why, "Maybe look at the rows that were left out.");
    }
  }
  return new Set(out.map(({ row }) => row));
}

/** Say of a row that can be nothing but a total whether it is one of these sums. */
export function noteTotal(
  { findings }: Reading,
  { row }: FileRow,
  seconds: number | null | undefined,
  sum: number,
  unit: string,
): void {
  findings.count("skipped");
  if (typeof seconds !== "number") findings.note("HR-245", row, "is a row of totals, and left out");
  else if (minutesOf(seconds) === minutesOf(sum))
    findings.note("HR-251", row, `is a total of ${hours(seconds)}${unit} and left out: it agrees with the rows`);
  else {
    const why = `is a total of ${hours(seconds)}${unit} and left out; the other rows add up to ${hours(sum)}${unit}`;
    findings.note("HR-252", row, why, "Maybe look at the rows that were left out.");
  }
}

function ask(reading: Reading, doubtful: readonly Suspect[], unit: string): void {
  const first = doubtful[0]!;
  const labels = [...new Set(doubtful.map(({ label }) => label))].slice(0, MOST_NAMED).join(", ");
  reading.findings.ask({
    key: "totals",
    asks: `Are the rows of ${labels} totals of other rows?`,
    why: `Row ${first.row.row} has ${hours(first.seconds)}${unit}, and the rows above it have ${hours(first.sums[0] ?? 0)}${unit}.`,
    options: [
      { value: "out", words: "Yes: leave them out" },
      { value: "work", words: "No: they are work, and count" },
    ],
    usual: null,
  });
}

const hours = (seconds: number): string => String(Math.round(seconds / 36) / 100);

function suspectsIn(
  reading: Reading,
  rows: readonly FileRow[],
  secondsOf: SecondsOf,
  isRecord: (row: FileRow) => boolean,
): readonly Suspect[] {
  const all = labelsIn(
    reading,
    rows.filter((row) => !isRecord(row)),
  );
  // "All" and "-" are a total only where their hours are: many tools write "-" for no client.
  const silentNames = scan(reading, rows, secondsOf, all, () => true).filter(
    ({ label, seconds, sums }) =>
      !looksLikeTotal(label) && !sums.some((sum) => seconds > 0 && minutesOf(sum) === minutesOf(seconds)),
  );
  const plain = new Set(silentNames.map(({ row }) => row));
  const labelled = new Map([...all].filter(([row]) => !plain.has(row)));
  const found = scan(reading, rows, secondsOf, labelled, () => true);
  const silent = found.filter(({ row }) => !labelled.has(row));
  if (silent.length === 0) return found;
  // Somebody who also has rows that are no sum of others is a person like any other.
  const counts = countsOf(rows.map((row) => nameIn(reading, row)));
  const sums = countsOf(silent.map(({ row }) => nameIn(reading, row)));
  const isOnlySums = (row: FileRow) => counts.get(nameIn(reading, row)) === sums.get(nameIn(reading, row));
  return scan(reading, rows, secondsOf, labelled, isOnlySums);
}

/** Cells that are a word for a total, in any column, and names that stand for everybody, by their rows. */
function labelsIn(reading: Reading, rows: readonly FileRow[]): ReadonlyMap<FileRow, string> {
  const labels = new Map<FileRow, string>();
  for (const row of rows) {
    const label =
      row.cells.find((cell) => looksLikeTotal(cell)) ??
      NAMES.map((field) => reading.text(row, field)).find((text) => standsForAll(text));
    if (label !== undefined) labels.set(row, label.trim());
  }
  return labels;
}

function scan(
  reading: Reading,
  rows: readonly FileRow[],
  secondsOf: SecondsOf,
  labelled: ReadonlyMap<FileRow, string>,
  mayBe: (row: FileRow) => boolean,
): readonly Suspect[] {
  const people = new Set(reading.known.people.map(nameKey));
  const looks = reading.file.source === null && reading.kind === "actuals" && reading.has("person");
  const isStrange = (row: FileRow) => looks && !people.has(nameKey(nameIn(reading, row)));
  const total = new Map<string, number>();
  const suspects: { readonly row: FileRow; readonly label: string; readonly seconds: number; sums: number[] }[] = [];
  let [all, part, count, partCount] = [0, 0, 0, 0];
  for (const row of rows) {
    const seconds = secondsOf(row);
    if (typeof seconds !== "number") continue;
    const label = labelled.get(row);
    const same = (sum: number, of: number) => of > 1 && seconds > 0 && minutesOf(sum) === minutesOf(seconds);
    const isSum = same(all, count) || same(part, partCount);
    if (label !== undefined || (isSum && isStrange(row) && mayBe(row))) {
      suspects.push({ row, label: label ?? nameIn(reading, row), seconds, sums: [all, part] });
      [part, partCount] = [0, 0];
      continue;
    }
    [all, part, count, partCount] = [all + seconds, part + seconds, count + 1, partCount + 1];
    for (const key of labelled.size === 0 ? [] : groupsOf(reading, row))
      total.set(key, (total.get(key) ?? 0) + seconds);
  }
  // Where every row is called so, it is the name of something.
  if (count === 0) return [];
  for (const { row, sums } of suspects) {
    sums.push(all);
    for (const key of groupsOf(reading, row)) sums.push(total.get(key) ?? Number.NaN);
  }
  return suspects;
}

/** The groups that a row belongs to, of which a total may be: one person's, one project's, one day's. */
const groupsOf = (reading: Reading, row: FileRow): readonly string[] =>
  ([...NAMES, "date"] as const).flatMap((field) => {
    const text = reading.text(row, field);
    return text === "" ? [] : [`${field}\n${nameKey(text)}`];
  });

function countsOf(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
