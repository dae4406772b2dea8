import fc from "fast-check";
import { describe, expect, test } from "vitest";
import "../support/seed.ts";
import { FULL } from "../journal/models.ts";
import { imported } from "./read.ts";

interface Entry {
  readonly who: number;
  readonly what: number;
  readonly day: number;
  /** Hundredths of an hour, so that tools that show two decimals show all of it. */
  readonly hundredths: number;
  readonly billable: boolean;
}
interface Style {
  readonly delimiter: "," | ";" | "\t";
  readonly comma: boolean;
  readonly dates: "iso" | "dmy" | "mdy" | "dots" | "named";
  readonly mark: boolean;
  readonly crlf: boolean;
  readonly quoted: boolean;
  /** Columns that nobody asked for, and where the columns begin. */
  readonly noise: number;
  readonly turn: number;
  readonly title: boolean;
}

const PEOPLE = ["Ana Silva", "Ben Okoye", "Cy Tan", "Dana Novák"];
const PROJECTS = ["Alder AWS Migration", 'Birch, "managed"', "Cedar SOC2; readiness", "Intern"];
const LETTERS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const two = (n: number) => String(n).padStart(2, "0");

function dateText(day: number, how: Style["dates"]): string {
  const date = new Date((day - 25_569) * 86_400_000);
  const [y, m, d] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const all = {
    iso: `${y}-${two(m)}-${two(d)}`,
    dmy: `${two(d)}/${two(m)}/${y}`,
    mdy: `${m}/${d}/${y}`,
    dots: `${two(d)}.${two(m)}.${y}`,
    named: `${two(d)}/${LETTERS[m - 1]}/${y % 100} 9:05 AM`,
  };
  return all[how];
}

const decimal = (hundredths: number, comma: boolean) =>
  `${Math.floor(hundredths / 100)}${comma ? "," : "."}${two(hundredths % 100)}`;
function clock(hundredths: number): string {
  const seconds = hundredths * 36;
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

type Row = Readonly<Record<string, string>>;
/** How each tool writes an entry. */
const TOOLS: readonly (readonly [id: string, write: (entry: Entry, style: Style) => Row])[] = [
  [
    "harvest",
    ({ who, what, day, hundredths, billable }, { comma, dates }) => ({
      Date: dateText(day, dates),
      Client: "C",
      Project: PROJECTS[what]!,
      Task: "T",
      Notes: "a, b",
      Hours: decimal(hundredths, comma),
      "Hours Rounded": decimal(hundredths + 25, comma),
      "Billable?": billable ? "Yes" : "No",
      "First Name": PEOPLE[who]!.split(" ")[0]!,
      "Last Name": PEOPLE[who]!.split(" ")[1]!,
      "Employee?": "Yes",
    }),
  ],
  [
    "harvest-de",
    ({ what, day, hundredths, billable, who }, { comma, dates }) => ({
      Datum: dateText(day, dates),
      Kunde: "K",
      Projekt: PROJECTS[what]!,
      Aufgabe: "A",
      Notizen: "ä",
      Stunden: decimal(hundredths, comma),
      "Abrechenbar?": billable ? "Ja" : "Nein",
      Mitarbeiter: PEOPLE[who]!,
    }),
  ],
  [
    "toggl",
    ({ who, what, day, hundredths, billable }, { dates }) => ({
      User: PEOPLE[who]!,
      Email: `${who}@example.com`,
      Client: "C",
      Project: PROJECTS[what]!,
      Description: "x",
      Billable: billable ? "Yes" : "No",
      "Start date": dateText(day, dates),
      "Start time": "00:00:00",
      "End date": dateText(day, dates),
      "End time": clock(hundredths),
      Duration: clock(hundredths),
    }),
  ],
  [
    "clockify",
    ({ who, what, day, hundredths, billable }, { dates, comma }) => ({
      Project: PROJECTS[what]!,
      Client: "C",
      User: PEOPLE[who]!,
      Email: `${who}@example.com`,
      Billable: billable ? "Yes" : "No",
      "Start Date": dateText(day, dates),
      "Start Time": "09:00 AM",
      "Duration (h)": clock(hundredths),
      "Duration (decimal)": decimal(hundredths + 1, comma),
    }),
  ],
  [
    "connectwise",
    ({ who, what, day, hundredths, billable }, { dates, comma }) => ({
      Member: PEOPLE[who]!,
      Date: dateText(day, dates),
      Bill: billable ? "B" : "NB",
      Hours: decimal(hundredths, comma),
      Agreement: PROJECTS[what]!,
      "Work Role": "R",
      "Work Type": "W",
    }),
  ],
  [
    "runn-actuals-api",
    ({ who, what, day, hundredths, billable }, { dates }) => ({
      date: dateText(day, dates),
      personId: String(who),
      projectId: String(what),
      billableMinutes: billable ? String(Math.floor(hundredths / 5) * 3) : "0",
      nonbillableMinutes: billable ? "0" : String(Math.floor(hundredths / 5) * 3),
    }),
  ],
  [
    "file",
    ({ who, what, day, hundredths, billable }, { dates, comma }) => ({
      Mitarbeiter: PEOPLE[who]!,
      Datum: dateText(day, dates),
      Projekt: PROJECTS[what]!,
      Dauer: decimal(hundredths, comma),
      Billable: billable ? "TRUE" : "FALSE",
    }),
  ],
];

const entry = fc.record({
  who: fc.nat(3),
  what: fc.nat(3),
  day: fc.integer({ min: 46_000, max: 46_120 }),
  hundredths: fc.integer({ min: 0, max: 1100 }),
  billable: fc.boolean(),
});
const style = fc.record({
  delimiter: fc.constantFrom(",", ";", "\t"),
  comma: fc.boolean(),
  dates: fc.constantFrom("iso", "dmy", "mdy", "dots", "named"),
  mark: fc.boolean(),
  crlf: fc.boolean(),
  quoted: fc.boolean(),
  noise: fc.nat(3),
  turn: fc.nat(20),
  title: fc.boolean(),
});

function fileOf(rows: readonly Row[], style: Style): string {
  const names = Object.keys(rows[0]!);
  const noise = Array.from({ length: style.noise }, (_, i) => `Custom ${i}`);
  const all = [...names, ...noise];
  const turn = style.turn % all.length;
  const columns = [...all.slice(turn), ...all.slice(0, turn)];
  const field = (text: string) => (style.quoted || /["\n\r,;\t]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
  const lines = [columns, ...rows.map((row) => columns.map((name) => row[name] ?? "n/a"))];
  const text = lines.map((line) => line.map(field).join(style.delimiter)).join(style.crlf ? "\r\n" : "\n");
  return `${style.mark ? "\ufeff" : ""}${style.title ? `Report\n\n` : ""}${text}`;
}

const half = (seconds: number) => Math.floor(seconds / 60 + 0.5);

/** What each person did on each day for each project: seconds added, then rounded, as the rule of the plan has it. */
function expected(entries: readonly Entry[], seconds: (entry: Entry) => number): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const one of entries) {
    const key = `${one.who} ${one.what} ${one.day}`;
    sums.set(key, (sums.get(key) ?? 0) + seconds(one));
  }
  return new Map([...sums].map(([key, sum]) => [key, half(sum)]));
}

describe("whatever an export looks like, the hours are those of the tool, or there is a question or a problem", () => {
  const byId = new Map(
    [0, 1, 2, 3].flatMap((i) => [
      [`runn person ${i}`, PEOPLE[i]!] as const,
      [`runn project ${i}`, PROJECTS[i]!] as const,
    ]),
  );
  test.each(TOOLS)("%s", (id, write) => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 25 }), style, (entries, look) => {
        const text = fileOf(
          entries.map((one) => write(one, look)),
          look,
        );
        const right = { dates: look.dates === "mdy" ? "mdy" : "dmy", decimals: look.comma ? "comma" : "point" };
        const first = imported(text, {}, { byId });
        expect(first.source).toBe(id);
        // What it cannot know it asks; a right answer is all that it needs.
        for (const key of first.open) expect(Object.keys(right)).toContain(key);
        const result = first.open.length === 0 ? first : imported(text, right, { byId });
        const wanted = expected(entries, ({ hundredths }) =>
          id === "runn-actuals-api" ? Math.floor(hundredths / 5) * 180 : hundredths * 36,
        );
        const got = new Map<string, number>();
        for (const { cells, minutes } of result.lines) {
          const who = PEOPLE.indexOf(String(cells.get("person")));
          const what = PROJECTS.indexOf(String(cells.get("engagement")));
          const key = `${who} ${what} ${cells.get("day")}`;
          got.set(key, (got.get(key) ?? 0) + minutes!);
          expect(Math.round(Number(cells.get("hours")) * 60)).toBe(minutes);
        }
        expect([...got].sort()).toEqual([...wanted].sort());
        expect(result.counts).toEqual({ used: entries.length, held: 0, skipped: 0 });
      }),
      { numRuns: FULL ? 2000 : 60 },
    );
  });
});

test("a file that is cut, doubled or spoilt somewhere never counts a row silently", () => {
  const [, write] = TOOLS[0]!;
  fc.assert(
    fc.property(
      fc.array(entry, { minLength: 2, maxLength: 12 }),
      style,
      fc.nat(11),
      fc.constantFrom("", "-", "n/a", "8 or 9", "1.2.3", "99:99", "1e400", "∞"),
      (entries, look, at, spoilt) => {
        const rows = entries.map((one) => write(one, { ...look, dates: "iso" }));
        const bad = at % rows.length;
        const text = fileOf(
          rows.map((row, i) => (i === bad ? { ...row, Hours: spoilt } : row)),
          look,
        );
        const result = imported(text, { decimals: look.comma ? "comma" : "point" });
        const { used, held, skipped } = result.counts;
        expect([used, held + skipped]).toEqual([entries.length - 1, 1]);
        expect(result.problems.some(({ code }) => code === "HR-244" || code === "HR-249")).toBe(true);
        const others = entries.filter((_, i) => i !== bad);
        const wanted = [...expected(others, ({ hundredths }) => hundredths * 36).values()].reduce((a, b) => a + b, 0);
        expect(result.lines.reduce((sum, { minutes }) => sum + minutes!, 0)).toBe(wanted);
      },
    ),
    { numRuns: FULL ? 5000 : 150 },
  );
});
