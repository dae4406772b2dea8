import type { Cell } from "./cells.ts";

/** Minutes of many rows, one after another, with room for more. */
export interface MinuteList {
  minutes: Int32Array;
  length: number;
}
export const minuteList = (): MinuteList => ({ minutes: new Int32Array(1024), length: 0 });

/** Where a text's minutes stand in a list. */
type Stands = readonly [from: number, to: number];

/** Adds cells to a list; a text that was read before is copied: snapshot after snapshot says the same. */
export function addingWeekHours(into: MinuteList): (cell: Cell) => boolean {
  const read = new Map<string, Stands>();
  return (cell) => {
    const from = into.length;
    const before = typeof cell === "string" ? read.get(cell) : undefined;
    if (before !== undefined) {
      copyRun(into, before);
      return true;
    }
    const isRead = addWeekHours(cell, into);
    if (isRead && typeof cell === "string") read.set(cell, [from, into.length]);
    return isRead;
  };
}

function copyRun(into: MinuteList, [from, to]: Stands): void {
  makeRoom(into, to - from);
  into.minutes.copyWithin(into.length, from, to);
  into.length += to - from;
}

/** Weeks in a row that one cell may hold: ten years. */
const MOST_WEEKS = 520;
const MOST_HOURS = 100_000;

/** Adds the minutes of a cell such as "24x5; 16" (or a number, for one week), week after week; false when it says anything else. */
export function addWeekHours(cell: Cell, into: MinuteList): boolean {
  const before = into.length;
  const isRead =
    typeof cell === "number" ? addRun(into, cell, 1, before) : typeof cell === "string" && addText(cell, into);
  if (!isRead) into.length = before;
  return isRead;
}

const [ZERO, NINE, SPACE, COMMA, DOT, SEMICOLON, X, TIMES] = [48, 57, 32, 44, 46, 59, 120, 215] as const;

/** Read letter by letter: two years of a large firm's plans are a hundred thousand such cells and more. */
function addText(text: string, into: MinuteList): boolean {
  const before = into.length;
  const { length } = text;
  let at = 0;
  const skip = () => {
    while (text.charCodeAt(at) === SPACE) at += 1;
  };
  const digits = (): number => {
    const from = at;
    let number = 0;
    while (at - from < 9 && text.charCodeAt(at) >= ZERO && text.charCodeAt(at) <= NINE) {
      number = number * 10 + text.charCodeAt(at) - ZERO;
      at += 1;
    }
    return at === from ? -1 : number;
  };
  while (true) {
    skip();
    let hours = digits();
    if (hours < 0) return false;
    const point = text.charCodeAt(at);
    if (point === DOT || point === COMMA) {
      at += 1;
      const from = at;
      const part = digits();
      if (part < 0) return false;
      hours += part / 10 ** (at - from);
    }
    skip();
    let weeks = 1;
    const times = text.charCodeAt(at);
    if (times === X || times === TIMES) {
      at += 1;
      skip();
      weeks = digits();
      skip();
    }
    if (!addRun(into, hours, weeks, before)) return false;
    if (at >= length) return true;
    if (text.charCodeAt(at) !== SEMICOLON) return false;
    at += 1;
  }
}

function addRun(into: MinuteList, hours: number, weeks: number, before: number): boolean {
  if (!(hours >= 0 && hours <= MOST_HOURS) || weeks < 1 || into.length - before + weeks > MOST_WEEKS) return false;
  makeRoom(into, weeks);
  into.minutes.fill(Math.round(hours * 60), into.length, into.length + weeks);
  into.length += weeks;
  return true;
}

function makeRoom(into: MinuteList, weeks: number): void {
  if (into.length + weeks <= into.minutes.length) return;
  const wider = new Int32Array(2 * into.minutes.length + weeks);
  wider.set(into.minutes);
  into.minutes = wider;
}

/** Minutes week after week as such a cell; two decimals of an hour are enough for whole minutes. */
export function weekHoursText(minutes: readonly number[]): string | number {
  const [only] = minutes;
  if (minutes.length === 1 && only !== undefined) return inHours(only);
  const runs: { readonly value: number; weeks: number }[] = [];
  for (const value of minutes) {
    const last = runs[runs.length - 1];
    if (last?.value === value) last.weeks += 1;
    else runs.push({ value, weeks: 1 });
  }
  return runs.map(({ value, weeks }) => `${inHours(value)}${weeks > 1 ? `x${weeks}` : ""}`).join("; ");
}

const inHours = (minutes: number): number => Math.round((minutes * 100) / 60) / 100;
