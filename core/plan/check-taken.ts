import { dayNumber } from "../units.ts";
import { dateOf, dayOf, isoDate, weekday } from "./calendar.ts";
import { cellAt, complain, type Findings, type Spot } from "./findings.ts";
import { BLANK, EXCLUDED, type Rows, USED } from "./rows.ts";
import type { SNAPSHOTS } from "./snapshot-table.ts";
import { addWeekHours, minuteList } from "./week-hours.ts";

type SnapshotRows = Rows<(typeof SNAPSHOTS)["columns"]>;

/**
 * A mistyped day of a row would take it out of its own snapshot, and be a snapshot of that row alone. Left out are days of few rows
 * that were all past by then, or that lack everybody's capacity, or all else, where snapshots have both.
 */
export function leaveOutStrayTakes(rows: SnapshotRows, findings: Findings): void {
  const days = daysOf(rows);
  const past = pastDays(days);
  const lone = loneDays(days.filter((day) => !past.includes(day)));
  const isStray = new Set([...past, ...lone].flatMap((day) => day.rows));
  const hint = (index: number) => `Maybe ${meant(rows, index, isStray)}.`;
  say(rows, past, findings, "is after the last week that the row has hours of, so that it forecasts nothing", hint);
  const alone = "is the day of hardly any rows, while other snapshots hold everybody's capacity and work";
  say(rows, lone, findings, alone, hint);
  for (const index of isStray) rows.columns.taken[index] = BLANK;
}

/** What the rows of one day hold. */
interface Day {
  readonly rows: number[];
  /** How many of them are of everybody's capacity. */
  capacity: number;
  /** How many hold no week that ends on the day or later. */
  past: number;
}

function daysOf(rows: SnapshotRows): readonly Day[] {
  const { taken, engagement } = rows.columns;
  const days = new Map<number, Day>();
  for (let index = 0; index < rows.length; index++) {
    if (rows.state[index] !== USED) continue;
    const day = days.get(taken[index]!) ?? { rows: [], capacity: 0, past: 0 };
    days.set(taken[index]!, day);
    day.rows.push(index);
    if (engagement[index] === BLANK) day.capacity += 1;
    if (isPast(rows, index)) day.past += 1;
  }
  return [...days.values()];
}

const mondayOf = (day: number): number => day - weekday(dayNumber(day));

function isPast(rows: SnapshotRows, index: number): boolean {
  const { taken, week } = rows.columns;
  const monday = mondayOf(week[index]!);
  if (taken[index]! < monday + 7) return false;
  const hours = minuteList();
  const isRead = addWeekHours(cellAt({ rows, index, key: "hours" }), hours);
  return isRead && taken[index]! >= monday + 7 * hours.length;
}

/** So few rows are perhaps no snapshot of their own: three, or a tenth of the largest. */
const FEW = 3;
const FEW_SHARE = 0.1;
const isFew = ({ rows: { length } }: Day, largest: number): boolean =>
  length <= Math.min(largest, Math.max(FEW, FEW_SHARE * largest));
const largestOf = (days: readonly Day[]): number => days.reduce((most, { rows }) => Math.max(most, rows.length), 0);

/** Days of few rows that forecast nothing, beside others that do. */
function pastDays(days: readonly Day[]): readonly Day[] {
  const isAllPast = (day: Day) => day.past === day.rows.length;
  const largest = largestOf(days.filter((day) => !isAllPast(day)));
  return days.filter((day) => isAllPast(day) && isFew(day, largest));
}

/** Days that are hardly snapshots of their own, where at least half of all days have rows of capacity and of work. */
function loneDays(days: readonly Day[]): readonly Day[] {
  const whole = days.filter(({ capacity, rows }) => capacity > 0 && capacity < rows.length);
  if (whole.length === 0 || 2 * whole.length < days.length) return [];
  // Half of the largest is no row that strayed from it.
  const [largest, half] = [largestOf(whole), Math.floor(largestOf(whole) / 2)];
  const isOne = (day: Day) => isFew(day, largest) && day.rows.length <= half;
  const lacksCapacity = days.some((day) => day.capacity === 0 && !isOne(day));
  const isOdd = ({ capacity, rows }: Day) => capacity === 0 || (capacity === rows.length && lacksCapacity);
  return days.filter((day) => isOdd(day) && isOne(day));
}

/** The same day of the year in which the row's weeks begin, if another row has it; else the day of the nearest row. */
function meant(
  { columns: { taken, week, engagement }, state, length }: SnapshotRows,
  row: number,
  isStray: ReadonlySet<number>,
) {
  const isKnown = (index: number) => index >= 0 && index < length && state[index] === USED && !isStray.has(index);
  const [, month, date] = dateOf(dayNumber(taken[row]!));
  const last = mondayOf(week[row]!) + 6;
  const sameDay = [0, 1]
    .map((back): number => dayOf(dateOf(dayNumber(last))[0] - back, month, Math.min(date, month === 2 ? 28 : date)))
    .find((day) => day <= last && taken.some((one, index) => one === day && isKnown(index)));
  if (sameDay !== undefined) return isoDate(dayNumber(sameDay));
  // Capacity is the first row of a snapshot, so that those below it belong to it.
  const step = engagement[row] === BLANK ? -1 : 1;
  for (let away = 1; away < length; away++)
    for (const near of [row - step * away, row + step * away])
      if (isKnown(near)) return `${isoDate(dayNumber(taken[near]!))}, as rows near it say`;
  return "it is mistyped";
}

const MOST_PLACES = 5;

/** What many rows have is said once, at the first. */
function say(
  rows: SnapshotRows,
  days: readonly Day[],
  findings: Findings,
  why: string,
  hintOf: (index: number) => string,
): void {
  const indexes = days.flatMap((day) => day.rows);
  const [spot, ...more] = indexes.map((index): Spot => ({ rows, index, key: "taken" }));
  if (spot === undefined) return;
  const count = more.length === 0 ? "the row is left out" : `${indexes.length} such rows are left out`;
  const complaint = { code: "HR-326", why: `${why}: ${count}`, hint: hintOf(spot.index) } as const;
  complain(findings, spot, complaint, ...more.slice(0, MOST_PLACES));
  for (const { index } of more) rows.state[index] = EXCLUDED;
}
