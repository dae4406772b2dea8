import { readFileSync } from "node:fs";
import type { FoundTable } from "../../core/layouts/index.ts";
import { dayOf, weekday } from "../../core/plan/calendar.ts";
import type { Cell } from "../../core/plan/cells.ts";
import { addressAt } from "../support/xlsx-cells.ts";

/** What an importer must reach with a look-alike: the part of *.expected.json that a plan has columns for. */
export interface ExpectedTable {
  readonly sheet: string;
  readonly plan: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}
export interface ExpectedProblem {
  readonly at: string;
  readonly kind: string;
  readonly then: "left-out" | "assumed" | "asked";
}
export interface Expected {
  readonly tables: readonly ExpectedTable[];
  readonly notTables: readonly { readonly sheet: string }[];
  readonly problems: readonly ExpectedProblem[];
}

export const expectedOf = (file: string): Expected =>
  JSON.parse(readFileSync(new URL(`../workbooks/${file}.expected.json`, import.meta.url), "utf8"));

type Fields = Readonly<Record<string, unknown>>;

/** Rows as sorted lines of text, so that a difference names its cell. */
export const lines = (rows: readonly Fields[]): string[] =>
  rows
    .map((row) => JSON.stringify(Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined))))
    .sort();

/** The rows of a table that we found, in the words of the expected files. */
export function foundRows(found: FoundTable): readonly Fields[] {
  const [headings = [], ...body] = found.cells;
  return body.map((cells, i) => {
    const get = (heading: string): Cell => cells[headings.indexOf(heading)] ?? null;
    const { row, column } = found.places[i]!;
    return { at: addressAt(row, column), ...FIELDS[found.table](get) };
  });
}

/** The same fields of the expected rows. */
export function expectedRows({ plan, rows }: ExpectedTable): readonly Fields[] {
  if (plan === "Actuals") return rows.flatMap(workedDays);
  return rows.map((row) => ({ at: row.at, ...(EXPECTED.get(plan) ?? (() => ({})))(row) }));
}

/** Hours of a whole month stand on its weekdays, each with its part of the minutes so that they add up. */
function workedDays({ at, person, project, from, to, minutes }: Fields): readonly Fields[] {
  const days: number[] = [];
  for (let day = dayNamed(String(from)); day <= dayNamed(String(to)); day += 1)
    if (from === to || weekday(day as ReturnType<typeof dayOf>) < 5) days.push(day);
  let left = Number(minutes);
  return days.map((day, i) => {
    const own = Math.floor((Number(minutes) * (i + 1)) / days.length) - (Number(minutes) - left);
    left -= own;
    return { at, day: isoOf(day), person, project: project ?? "No project", minutes: own };
  });
}

type Get = (heading: string) => Cell;
const number = (cell: Cell): number | undefined => (typeof cell === "number" ? cell : undefined);
const isoOf = (cell: Cell): string | null =>
  typeof cell === "number" ? new Date((cell - 25_569) * 864e5).toISOString().slice(0, 10) : null;
const thousandths = (n: unknown): number | undefined => (typeof n === "number" ? Math.round(n * 1e6) : undefined);

const FIELDS: Readonly<Record<FoundTable["table"], (get: Get) => Fields>> = {
  Allocations: (get) => ({
    person: /^TBD\b/.test(String(get("Person"))) ? null : get("Person"),
    project: get("Engagement"),
    from: isoOf(get("From")),
    to: isoOf(get("To")),
    minutes: get("Total hours") === null ? undefined : Math.round(number(get("Total hours"))! * 60),
    share: thousandths(get("Share")),
    fte: thousandths(get("FTE")),
    billable: get("Billable") ?? undefined,
    note: String(get("Note") ?? ""),
  }),
  People: (get) => ({
    person: get("Person"),
    team: get("Team") ?? undefined,
    skills: get("Skills") ?? undefined,
    weekly: get("Weekly hours") === null ? undefined : Math.round(number(get("Weekly hours"))! * 60),
    from: isoOf(get("From")),
    to: isoOf(get("To")),
  }),
  Leave: (get) => ({
    person: get("Person"),
    from: isoOf(get("From")),
    to: isoOf(get("To")),
    kind: get("Kind") ?? undefined,
    half: get("Hours a day") === 4,
  }),
  Holidays: (get) => ({ day: isoOf(get("Day")), name: get("Name") }),
  Actuals: (get) => ({
    day: isoOf(get("Day")),
    person: get("Person"),
    project: get("Engagement"),
    minutes: Math.round(number(get("Hours"))! * 60),
  }),
};

const noteOf = (row: Fields): string =>
  [row.task, row.category, row.tentative ? "tentative" : undefined].filter((part) => part !== undefined).join("; ");

const EXPECTED = new Map<string, (row: Fields) => Fields>([
  [
    "Allocations",
    (row: Fields) => ({
      person: row.person,
      project: row.project,
      from: row.from,
      to: row.to,
      minutes: row.minutes,
      share: thousandths(row.share),
      fte: thousandths(row.fte),
      billable: row.billable,
      note: noteOf(row),
    }),
  ],
  [
    "People",
    (row: Fields) => ({
      person: row.person,
      team: row.team,
      skills: Array.isArray(row.skills) ? row.skills.join("; ") : undefined,
      weekly: row.minutesPerWeek,
      from: null,
      to: null,
    }),
  ],
  [
    "Availability",
    // Hours of a whole period become a contract of just this period: minutes ÷ weekdays × 5.
    (row: Fields) => ({
      person: row.person,
      weekly: (Number(row.minutes) * 5) / weekdaysBetween(String(row.from), String(row.to)),
      from: row.from,
      to: row.to,
    }),
  ],
  [
    "Leave",
    (row: Fields) => ({
      person: row.person,
      from: row.from ?? row.every,
      to: row.to ?? row.every,
      kind: row.type,
      half: row.part !== undefined,
    }),
  ],
  ["Holidays", (row: Fields) => ({ day: row.date, name: row.name })],
]);

function weekdaysBetween(from: string, to: string): number {
  let count = 0;
  for (let day = dayNamed(from); day <= dayNamed(to); day += 1)
    if (weekday(day as ReturnType<typeof dayOf>) < 5) count += 1;
  return count;
}

/** An ISO day as the day number that cells hold. */
export const dayNamed = (text: string) =>
  dayOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))) as number;
