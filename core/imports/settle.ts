import { nameKey } from "../plan/names.ts";
import { minutesOf } from "./durations.ts";
import { memo } from "./memo.ts";

/** One row of a time tool, as the plan books it: exact seconds, also below 0. */
export interface WorkedRow {
  readonly key: string;
  readonly person: string;
  readonly engagement: string;
  readonly day: number;
  readonly billable: boolean | null;
  readonly seconds: number;
}
/** What a correction took off which day, and what it found nothing to take off from. */
export interface Taking<Row extends WorkedRow = WorkedRow> {
  readonly row: Row;
  readonly day: number;
  readonly minutes: number;
}
export interface Settled<Row extends WorkedRow> {
  /** Of each row, never below 0. */
  readonly minutes: readonly number[];
  readonly takings: readonly Taking<Row>[];
  readonly unmet: readonly Taking<Row>[];
}

/**
 * Whole minutes of rows, so that each person's day on an engagement has the minutes of all its seconds, rounded once: the
 * largest remainders are rounded up (Hare's quota). Corrections come off the hours of the same person, engagement and
 * billability. It depends on nothing but which rows there are, in any order, so that it is the same whatever exports overlap.
 */
export function settled<Row extends WorkedRow>(rows: readonly Row[]): Settled<Row> {
  if (rows.every(({ seconds }) => seconds >= 0 && seconds % 60 === 0)) {
    return { minutes: rows.map(({ seconds }) => seconds / 60), takings: [], unmet: [] };
  }
  const minutes = new Array<number>(rows.length).fill(0);
  const indexes = rows.map((_, i) => i);
  const days = groupsOf(indexes, (i) => grainOf(rows[i]!));
  for (const group of days) roundTogether(rows, group, minutes);
  const taken: Taken<Row> = { takings: [], unmet: [] };
  if (minutes.some((count) => count < 0)) {
    const names = (i: number) => `${bareName(rows[i]!.person)}\n${bareName(rows[i]!.engagement)}\n${rows[i]!.billable}`;
    for (const group of groupsOf(indexes, names)) {
      if (group.some((i) => minutes[i]! < 0)) takeOff(rows, group, minutes, taken);
    }
  }
  return { minutes, ...taken };
}

const bareName = memo(nameKey);

/** A person's day on an engagement: what is rounded together. */
export const grainOf = ({ person, engagement, day }: Pick<WorkedRow, "person" | "engagement" | "day">): string =>
  `${bareName(person)}\n${day}\n${bareName(engagement)}`;

function groupsOf<Key>(indexes: readonly number[], keyOf: (index: number) => Key): readonly (readonly number[])[] {
  const groups = new Map<Key, number[]>();
  for (const i of indexes) {
    const key = keyOf(i);
    const group = groups.get(key);
    if (group) group.push(i);
    else groups.set(key, [i]);
  }
  return [...groups.values()];
}

/** Billable hours are rounded first; the rest gets what is left of the day's own minutes. */
function roundTogether(rows: readonly WorkedRow[], group: readonly number[], minutes: number[]): void {
  let seconds = 0;
  let before = 0;
  for (const billable of [true, false, null]) {
    const part = group.filter((i) => rows[i]!.billable === billable);
    if (part.length === 0) continue;
    for (const i of part) seconds += rows[i]!.seconds;
    const now = minutesOf(seconds);
    shareOut(rows, part, now - before, minutes);
    before = now;
  }
}

function shareOut(rows: readonly WorkedRow[], part: readonly number[], total: number, minutes: number[]): void {
  let left = total;
  for (const i of part) {
    minutes[i] = Math.floor(rows[i]!.seconds / 60);
    left -= minutes[i]!;
  }
  if (left === 0) return;
  const remainder = (i: number) => rows[i]!.seconds - 60 * Math.floor(rows[i]!.seconds / 60);
  const first = [...part].sort((a, b) => remainder(b) - remainder(a) || byKey(rows[a]!, rows[b]!));
  const each = Math.floor(left / part.length);
  const ups = left - each * part.length;
  first.forEach((i, rank) => {
    minutes[i] = minutes[i]! + each + (rank < ups ? 1 : 0);
  });
}

const byKey = (a: WorkedRow, b: WorkedRow): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

interface Taken<Row extends WorkedRow> {
  readonly takings: Taking<Row>[];
  readonly unmet: Taking<Row>[];
}
interface Day {
  readonly day: number;
  readonly indexes: readonly number[];
  minutes: number;
}

/** From the same day, then from the latest day before it backwards, then from the days after it. */
function takeOff<Row extends WorkedRow>(
  rows: readonly Row[],
  group: readonly number[],
  minutes: number[],
  taken: Taken<Row>,
): void {
  const days = groupsOf(group, (i) => rows[i]!.day)
    .map((indexes): Day => {
      const sum = indexes.reduce((all, i) => all + minutes[i]!, 0);
      return { day: rows[indexes[0]!]!.day, indexes, minutes: sum };
    })
    .sort((a, b) => a.day - b.day);
  days.forEach((one, at) => {
    const row = rows[one.indexes.find((i) => minutes[i]! < 0) ?? one.indexes[0]!]!;
    const own = one.indexes.reduce((all, i) => all + Math.max(0, minutes[i]!), 0);
    const sameDay = Math.min(own, -one.indexes.reduce((all, i) => all + Math.min(0, minutes[i]!), 0));
    if (sameDay > 0) taken.takings.push({ row, day: one.day, minutes: sameDay });
    if (one.minutes >= 0) return;
    for (const other of [...days.slice(0, at).reverse(), ...days.slice(at + 1)]) {
      const off = Math.min(other.minutes, -one.minutes);
      if (off <= 0) continue;
      other.minutes -= off;
      one.minutes += off;
      taken.takings.push({ row, day: other.day, minutes: off });
      if (one.minutes === 0) return;
    }
    taken.unmet.push({ row, day: one.day, minutes: -one.minutes });
    one.minutes = 0;
  });
  for (const day of days) lower(rows, day, minutes);
}

/** A day's rows come down to what is left of the day, from the last one on. */
function lower(rows: readonly WorkedRow[], day: Day, minutes: number[]): void {
  let over = -day.minutes;
  for (const i of day.indexes) {
    minutes[i] = Math.max(0, minutes[i]!);
    over += minutes[i]!;
  }
  for (const i of [...day.indexes].sort((a, b) => byKey(rows[b]!, rows[a]!))) {
    const off = Math.min(over, minutes[i]!);
    minutes[i] = minutes[i]! - off;
    over -= off;
  }
}
