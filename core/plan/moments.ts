import { FIRST_READABLE_DAY } from "../schema.ts";
import { dateIn } from "./dates.ts";
import type { Run } from "./fast.ts";
import { LAST_DAY } from "./plan.ts";
import { BLANK } from "./rows.ts";

/** Days of moments read before. */
interface Days {
  readonly get: (text: string) => number | undefined;
  readonly set: (text: string, day: number) => unknown;
}

/** A column of days with a time of day beside them, which exports of tickets have: many different moments on few days. */
export function readMoments(run: Run, days: Days): void {
  const { cells, first, count, column, required, out, start, rest } = run;
  for (let i = 0; i < count; i++) {
    const cell = cells[first + i]![column];
    let day = BLANK;
    if (typeof cell === "number") {
      if (cell >= FIRST_READABLE_DAY && cell < LAST_DAY + 1) day = Math.floor(cell);
    } else if (typeof cell === "string" && cell !== "") {
      day = dayIn(cell, days);
    } else if (!required && (cell === "" || cell === null || cell === undefined)) {
      out[start + i] = BLANK;
      continue;
    }
    out[start + i] = day;
    if (day === BLANK) rest.push(start + i);
  }
}

const ISO = /^\d{4}-\d\d-\d\d(?=[T ]\d)/;

/** The day of a text; BLANK when only the schema can say what is wrong with it. */
function dayIn(text: string, days: Days): number {
  const date = ISO.exec(text)?.[0] ?? text;
  const known = days.get(date);
  if (known !== undefined) return known;
  const found = dateIn(date);
  if (found === null || "either" in found || found.day < FIRST_READABLE_DAY) return BLANK;
  if (!found.time) days.set(date, found.day);
  return found.day;
}
