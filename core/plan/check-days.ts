import { dayNumber, type Minutes, toHours } from "../units.ts";
import { isoDate } from "./calendar.ts";
import { inHint } from "./complaint.ts";
import { complain, type Findings, type Spot } from "./findings.ts";
import type { ACTUALS } from "./money-tables.ts";
import { partOfRow, type Rows } from "./rows.ts";

/** What is known of rows of Actuals that count: each one's place among all rows of the table. */
interface Counting {
  readonly rows: Rows<(typeof ACTUALS)["columns"]>;
  readonly indexes: readonly number[];
  /** The name of the person of a row. */
  readonly nameOf: (index: number) => string;
  readonly findings: Findings;
}

const DAY_MINUTES = 24 * 60;
const MOST_DAYS = 20;
const MOST_PLACES = 5;

/** Somebody's rows of one day that come to more than a day has. They count: nobody knows which hours are meant. */
export function checkDays({ rows, indexes, nameOf, findings }: Counting): void {
  const { day, person, hours } = rows.columns;
  const keyOf = (index: number) => person[index]! * 100_000 + day[index]!;
  const minutes = new Map<number, number>();
  for (const index of indexes) minutes.set(keyOf(index), (minutes.get(keyOf(index)) ?? 0) + hours[index]!);
  const over = new Map<number, number[]>();
  for (const [key, sum] of minutes) if (sum > DAY_MINUTES) over.set(key, []);
  if (over.size === 0) return;
  for (const index of indexes) over.get(keyOf(index))?.push(index);
  const all = [...over];
  all.slice(0, MOST_DAYS).forEach(([key, own], i) => {
    const [spot, ...more] = own.map((index): Spot => ({ rows, index, key: "hours" }));
    const others = all.length - MOST_DAYS;
    const rest = i === MOST_DAYS - 1 && others > 0 ? `; ${others} more such days of people are not listed` : "";
    const why = `is one of ${own.length} rows of ${nameOf(own[0]!)} on ${isoDate(dayNumber(day[own[0]!]!))} that add up to ${hoursOf(minutes.get(key)!)} hours, more than a day has, and all count${rest}`;
    const hint = "Maybe these are the hours of the week: log them day by day.";
    complain(findings, spot!, { code: "HR-300", why, hint }, ...more.slice(0, MOST_PLACES));
  });
}

/** Rows that say the same in every cell, also in columns that nobody reads: said once, with the hours at stake. */
export function checkTwice({ rows, indexes, findings }: Counting): void {
  const { day, person, engagement, hours } = rows.columns;
  const first = new Map<string, number>();
  const twice: number[] = [];
  let stake = 0;
  for (const index of indexes) {
    if (hours[index] === 0 || rows.parts[partOfRow(rows, index)]!.layout) continue;
    const key = `${day[index]} ${person[index]} ${engagement[index]} ${hours[index]}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, index);
    else if (cellsOf(rows, before) === cellsOf(rows, index)) {
      twice.push(index);
      stake += hours[index]!;
    }
  }
  const [spot, ...more] = twice.map((index): Spot => ({ rows, index, key: "hours" }));
  if (spot === undefined) return;
  const count = twice.length === 1 ? "" : ` (${twice.length} such rows)`;
  const why = `stands in a row that says the same as one above it, cell by cell; both count, ${hoursOf(stake)} hours in all a second time${count}`;
  const hint = "Maybe a timesheet was pasted twice; if the work was logged in equal pieces, all is well.";
  complain(findings, spot, { code: "HR-301", why, hint }, ...more.slice(0, MOST_PLACES));
}

/** All that a row says, as it was typed. */
function cellsOf(rows: Counting["rows"], index: number): string {
  const part = partOfRow(rows, index);
  const { cells, header } = rows.parts[part]!;
  return JSON.stringify(cells[header + 1 + index - rows.starts[part]!] ?? []);
}

const hoursOf = (minutes: number): string => inHint(toHours(minutes as Minutes));
